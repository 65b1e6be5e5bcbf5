"""What shows where the circles stand: the figures, the files of them (loaded with the first one), the weekly digest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.standing_now import StandingNow
from bot.store.base import Store
from bot.weekly import Weekly
from knowledge.catalogue import Catalogue
from knowledge.library import Library

if TYPE_CHECKING:
    from bot.report_files import ReportFiles


class Reporting:
    """`overlay`: a folder laid over the shipped content; `on_queued` is called when there is something to send."""

    def __init__(
        self,
        store: Store,
        library: Callable[[], Library],
        clock: Clock,
        overlay: Path | None,
        on_queued: Callable[[], None],
    ) -> None:
        self._store, self._library, self._clock = store, library, clock
        self.standing = StandingNow(store, self.catalogue, overlay)
        self._weekly = Weekly(store, self.standing, self.catalogue, clock, on_queued)

    def catalogue(self) -> Catalogue:
        return self._library().catalogue

    async def look(self) -> None:
        """Keep the week's figures and tell the cells, where it is time for it."""
        await self._weekly.look()

    def files(self) -> ReportFiles:
        """What makes reports."""
        from bot.report_files import ReportFiles

        return ReportFiles(self._store, self.standing, self.catalogue, self._clock)
