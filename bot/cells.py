"""What members of the iGOT Cells do: decided in `handlers.cell`, with what must be read beside the talk got for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from bot.clock import Clock
from bot.store.audience_statements import condition
from bot.store.base import Store
from bot.store.rows import Waiting
from bot.tables import csv_of
from bot.web.attachments import OF_THE_STORE
from handlers.cell import act
from handlers.cell_going import values_of
from handlers.cell_step import CellScene, CellStep, Count, Counted, FileWanted
from handlers.desk_step import Post
from handlers.messages import Inbound, Reply, line
from handlers.ticket import Media, MediaKind
from knowledge.catalogue import LANGUAGES, Language
from knowledge.library import Library
from knowledge.training_year import year_on
from reminders.cast_list import listed_table
from reminders.report_table import Exported
from reminders.report_words import Words

_HOUR = 3600


class Pending(Struct, frozen=True):
    """What must be read before an action can be done: an audience counted, a file made."""

    scene: CellScene
    wanted: Count | FileWanted


class Prepared(Struct, frozen=True):
    """What was read."""

    counted: Counted | None = None
    media: Media | None = None
    rows: int | None = None


_NOTHING = Prepared()


class Cells:
    """`rate`: bulk messages a second; `on_changed` is called where a broadcast may go, stop, or go on."""

    def __init__(
        self, store: Store, library: Callable[[], Library], clock: Clock, rate: float, on_changed: Callable[[], None]
    ) -> None:
        self._store, self._library, self._clock, self._rate = store, library, clock, rate
        self._on_changed = on_changed

    async def act(
        self, address: int, inbound: Inbound, cast: int, waiting: Waiting | None = None, prepared: Prepared = _NOTHING,
        *, is_page: bool = False, language: Language | None = None,
    ) -> Pending | tuple[Post, ...] | None:  # fmt: skip
        """Do an action and save it; None where it is nothing for a cell. At the page what is said there is returned,
        in the `language` that it speaks."""
        scene = await self._store.cell_scene(address, cast)
        spoken = language or scene.language
        scene = replace(scene, rate=self._rate, is_page=is_page, language=spoken)
        scene = replace(scene, counted=prepared.counted, rows=prepared.rows)
        done = act(scene, inbound, self._library(), self._clock.now())
        if done is None:
            return None
        if isinstance(done, Count):
            return Pending(scene, done)
        if done.file is not None:
            if prepared.media is None:
                return Pending(scene, done.file)
            done = _with_file(scene, done, prepared.media)
        told = tuple(post for post in done.desk.posts if post.address == address)
        if is_page:
            kept = tuple(post for post in done.desk.posts if post.address != address)
            done = replace(done, desk=replace(done.desk, posts=kept))
        await self._store.save_cell(scene, done, self._clock.seconds(), waiting)
        if done.confirmed or done.changed or done.stops:
            self._on_changed()
        return told

    async def prepare(self, pending: Pending) -> Prepared:
        """Read what an action needs, beside everything else."""
        if isinstance(pending.wanted, Count):
            return Prepared(counted=await self._count(pending.scene, pending.wanted))
        return await self._file(pending.scene, pending.wanted)

    async def _count(self, scene: CellScene, wanted: Count) -> Counted:
        catalogue, now = self._library().catalogue, self._clock.now()
        limits, year = catalogue.cast.limits, year_on(catalogue.years, now.date()).year
        made = condition(wanted.audience, catalogue, year, scene.member.circle)
        since = self._clock.seconds() - limits.alike_hours * _HOUR
        counted = await self._store.count_audience(
            made, wanted.placeholders, limits.offices, wanted.fingerprint, since, self._clock.day_began()
        )
        samples: dict[Language, dict[str, str]] = {}
        for language in LANGUAGES if wanted.placeholders else ():
            found = await self._store.sample_of(made, language)
            if found is not None:
                samples[language] = values_of(*found, catalogue, year, language)
        return replace(counted, samples=samples)

    async def _file(self, scene: CellScene, wanted: FileWanted) -> Prepared:
        """Made, and kept for a day."""
        catalogue, now = self._library().catalogue, self._clock.now()
        if wanted.audience is not None:
            year = year_on(catalogue.years, now.date()).year
            rows = await self._store.missed_by(
                condition(wanted.audience, catalogue, year, scene.member.circle), self._clock.day_began()
            )
        else:
            rows = await self._store.cast_outcomes(wanted.cast)
        exported, words = Exported(f"member:{scene.member.id}", now), Words(catalogue, scene.language)
        data = await asyncio.to_thread(lambda: csv_of(listed_table(rows, words, exported)))
        kept = await self._store.keep_attachment(None, MediaKind.DOCUMENT, wanted.name, data, self._clock.seconds())
        return Prepared(media=Media(MediaKind.DOCUMENT, f"{OF_THE_STORE}{kept}", wanted.name), rows=len(rows))


def _with_file(scene: CellScene, step: CellStep, media: Media) -> CellStep:
    reply = Reply(scene.language, (line("cast-file", name=media.name),), media=media)
    desk = replace(step.desk, posts=(*step.desk.posts, Post(scene.address, reply)))
    return replace(step, desk=desk, file=None)
