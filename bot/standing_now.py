"""Where the circles stand at this moment: standings found as far as they are those of before, then counted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.content import content_mark
from bot.standings import fingerprint, kept_years, stood_of
from bot.store.base import Store
from bot.store.fact_rows import Known
from bot.store.reminder_rows import Stood
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.training_year import year_on
from reminders.figures import Figures, Span, monday_of, weeks_of

#: Persons found in one transaction: replies wait for it.
_BATCH = 100
#: Seconds between two batches where the assistant runs on the same file: whoever waits for it asks each tenth.
_LET_PASS = 0.12


class StandingNow:
    """`overlay`: a folder laid over the shipped content."""

    def __init__(self, store: Store, catalogue: Callable[[], Catalogue], overlay: Path | None = None) -> None:
        self._store, self._catalogue, self._overlay = store, catalogue, overlay
        self._marked: tuple[Catalogue, str] | None = None

    def span(self, circle: str | None, now: datetime, year: TrainingYear | None = None) -> Span:
        """What is asked for: of the year that `now` speaks of, unless another one is named."""
        return Span(year or year_on(self._catalogue().years, now.date()).year, circle, now)

    async def figures(self, span: Span) -> Figures:
        """Return the figures as the store has them; how many people's are those of before, they say themselves."""
        return await self._store.figures(span, self._content(span))

    async def found(
        self, span: Span, tell: Callable[[int], None] = lambda _: None, *, lets_pass: bool = False
    ) -> Figures:  # fmt: skip
        """Find what standings are those of before, then return the figures. `tell` hears of each batch's size.

        `lets_pass`: the assistant runs on the same file.
        """
        catalogue = self._catalogue()
        years = self._years(span)

        def find(known: Known, year: TrainingYear) -> Stood:
            return stood_of(known, catalogue, year)

        while count := await self._store.find_standings(self._content(span), years, find, _BATCH):
            tell(count)
            if lets_pass:
                await asyncio.sleep(_LET_PASS)
        return await self.figures(span)

    async def keep_week(self, span: Span) -> bool:
        """Keep the figures of all circles as the week began, unless they are kept.

        False while they are not to be had: nobody is loaded, or not everybody is found.
        """
        monday = monday_of(span.now.date())
        if await self._store.has_week(span.year.id, monday):
            return True
        figures = await self.figures(Span(span.year, None, span.now))
        if figures.unfound or not figures.rows:
            return False
        await self._store.keep_weeks(span.year.id, monday, weeks_of(figures.rows, monday))
        return True

    def _years(self, span: Span) -> tuple[TrainingYear, ...]:
        years = kept_years(self._catalogue(), span.now.date())
        return years if span.year in years else (*years, span.year)

    def _content(self, span: Span) -> str:
        catalogue = self._catalogue()
        if self._marked is None or self._marked[0] is not catalogue:
            self._marked = catalogue, content_mark(self._overlay)
        return fingerprint(self._marked[1], self._years(span))
