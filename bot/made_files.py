"""Make the files that replies only name: the progress card, the dates for a calendar. Each time anew, from the facts
of that moment, for the person of the chat that it is sent to. What makes them is loaded when the first one is made."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.store.addresses import Key
from handlers.made import Made, Wanted, wanted_of
from knowledge.catalogue import Catalogue

if TYPE_CHECKING:
    from bot.report_files import ReportFiles
    from reminders.card import Card

log = logging.getLogger("dakpath.files")

#: Gives how far the person of a chat is in a training year (its id); None where there is no list of courses to show.
Facts = Callable[[Key, str], Awaitable["Card | None"]]


class MadeFiles:
    """One picture is drawn at a time: there are replies to send besides.

    `home`: where people find the assistant. `reports` gives what makes those of staff.
    """

    def __init__(
        self,
        facts: Facts,
        catalogue: Callable[[], Catalogue],
        clock: Clock,
        home: Callable[[], str] = str,
        problems: Callable[[str], Awaitable[bytes | None]] | None = None,
        reports: Callable[[], ReportFiles] | None = None,
    ) -> None:
        self._facts, self._catalogue, self._clock = facts, catalogue, clock
        self.home, self._problems, self._reports = home, problems, reports
        self._turn = asyncio.Semaphore(1)

    async def make(self, ref: str, key: Key) -> bytes | None:
        """Return the file that a `make:` reference asks for, for the person of that chat.

        None: there is nothing to show any more, or it could not be made (said in the log).
        """
        wanted = wanted_of(ref)
        if wanted is None:
            return None
        if wanted.what is Made.PROBLEMS:
            return await self._problems(wanted.about) if self._problems else None
        if wanted.is_report:
            async with self._turn:
                return await self._reports().make_for_chat(wanted, key) if self._reports else None
        if wanted.what in (Made.POSTER, Made.SHEET):
            return await self._poster(wanted)
        card = await self._facts(key, wanted.about)
        return await self._drawn(card, wanted) if wanted.what is Made.CARD else await self._dates(card, wanted)

    async def _poster(self, wanted: Wanted) -> bytes | None:
        """The same for everybody: of a person there is nothing in it."""
        catalogue, home = self._catalogue(), self.home()
        if wanted.about not in catalogue.places or not home:
            return None
        from bot.picture import PictureError, large_png_of, pdf_of
        from bot.poster import poster_of

        draw = pdf_of if wanted.what is Made.SHEET else large_png_of
        async with self._turn:
            try:
                return await draw(poster_of(catalogue, wanted.about, home, wanted.language))
            except PictureError as error:
                log.error("a poster could not be drawn: %s", error)
                return None

    async def _drawn(self, card: Card | None, wanted: Wanted) -> bytes | None:
        if card is None:
            return None
        from bot.picture import PictureError, png_of
        from reminders.card_picture import card_svg

        async with self._turn:
            try:
                return await png_of(card_svg(card, self._catalogue(), wanted.language))
            except PictureError as error:
                log.error("a picture could not be drawn: %s", error)
                return None

    async def _dates(self, card: Card | None, wanted: Wanted) -> bytes | None:
        """Where nothing is known of the person, the year's own dates."""
        from reminders.calendar_file import calendar_of
        from reminders.card import blank_card

        catalogue, now = self._catalogue(), self._clock.now()
        year = next((year for year in catalogue.years if year.id == wanted.about), None)
        if card is None and year is not None:
            card = blank_card(year, now.date())
        if card is None:
            return None
        await asyncio.to_thread(import_module, "icalendar")  # a tenth of a second, the first time
        return calendar_of(card, catalogue, wanted.language, now)
