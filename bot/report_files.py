"""The files of a report: made from the figures of the moment, for whoever may have them; each one in the audit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from bot.beside import ProgramError
from bot.clock import Clock
from bot.picture import PictureError, png_of
from bot.standing_now import StandingNow
from bot.store.addresses import Key
from bot.store.base import Store
from bot.tables import csv_of, xlsx_of
from handlers.made import Made, Wanted
from handlers.report_rights import reporter_for
from knowledge.catalogue import Catalogue, Language
from reminders.figures import Figures, Span
from reminders.report_lists import Asked, calls_table, questions_table, topics_table
from reminders.report_picture import parts_svg, report_svg
from reminders.report_table import Exported, Table, figure_table, figure_tables
from reminders.report_words import Words

log = logging.getLogger("dakpath.reports")


class Order(Struct, frozen=True):
    """A file to make: `by` is who exports it ("member:7", "command line"); `suffix` of a list: xlsx or csv."""

    what: Made
    span: Span
    language: Language
    by: str
    suffix: str = "xlsx"


class ReportFiles:
    """Every file that is made is kept in the audit before it is given away."""

    def __init__(self, store: Store, standing: StandingNow, catalogue: Callable[[], Catalogue], clock: Clock) -> None:
        self._store, self._standing, self._catalogue, self._clock = store, standing, catalogue, clock

    async def make_for_chat(self, wanted: Wanted, key: Key) -> bytes | None:
        """Return the file for the member of the staff whose chat it is; None where they may not have it (any more)."""
        year = next((one for one in self._catalogue().years if one.id == wanted.about), None)
        member = reporter_for(await self._store.members_at(key), wanted.circle)
        if year is None or member is None:
            return None
        span = Span(year, wanted.circle, self._clock.now())
        try:
            return await self.make(Order(wanted.what, span, wanted.language, f"member:{member.id}"))
        except (PictureError, ProgramError) as error:
            log.error("a report could not be made: %s", error)
            return None

    async def make(self, order: Order, figures: Figures | None = None) -> bytes:
        """Return the file; `figures`: where they are counted already.

        Raises:
            PictureError: the picture could not be drawn.
            ProgramError: the file could not be written.
        """
        exported = Exported(order.by, self._clock.now())
        if order.what in (Made.CALLS, Made.QUESTIONS):
            table = await self._list(order, exported)
            data, count = await self._written([table], order.suffix, exported), f"{len(table.rows)} rows"
            count += ", names and numbers shown" if order.what is Made.CALLS else ""
        else:
            figures = figures or await self._standing.figures(order.span)
            data, count = await self._drawn(order, figures, exported), f"{figures.total.employees} employees"
        circle = order.span.circle or "all circles"
        details = f"{order.what.value}, {circle}, {order.span.year.id}, {count}"
        await self._store.note(order.by, "export", details, self._clock.seconds())
        return data

    async def _drawn(self, order: Order, figures: Figures, exported: Exported) -> bytes:
        given = (figures, self._catalogue(), order.language, exported)
        if order.what is Made.REPORT:
            return await png_of(report_svg(*given))
        if order.what is Made.PARTS:
            return await png_of(parts_svg(*given))
        if order.what is Made.CSV:
            return await asyncio.to_thread(lambda: csv_of(figure_table(*given)))
        return await self._written(await asyncio.to_thread(lambda: figure_tables(*given)), "xlsx", exported)

    async def _list(self, order: Order, exported: Exported) -> Table:
        words = Words(self._catalogue(), order.language)
        if order.what is Made.CALLS:
            return calls_table(await self._store.calls(order.span), order.span, words, exported)
        if order.span.circle is not None:
            return topics_table(await self._store.unanswered_of(order.span.circle), words, exported)
        rows = await self._store.unanswered()
        asked = (Asked(row.kept, row.times, datetime.fromtimestamp(row.kept_at, UTC).date()) for row in rows)
        return questions_table(asked, words, exported)

    async def _written(self, tables: Sequence[Table], suffix: str, exported: Exported) -> bytes:
        if suffix == "csv":
            return await asyncio.to_thread(csv_of, tables[0])
        return await xlsx_of(tables, exported)
