"""Count an audience as it is typed, for a command."""

from __future__ import annotations

from bot.clock import Clock
from bot.store.audience_statements import condition
from bot.store.base import Store
from handlers.audience import Audience
from handlers.audience_read import read_audience
from handlers.cell_step import Counted
from knowledge.library import Library
from knowledge.training_year import year_on


async def count_now(store: Store, library: Library, text: str, circle: str | None) -> tuple[Audience, Counted]:
    """Return the audience and its count, by the standings that are kept.

    Raises:
        AudienceError: what was typed names none.
    """
    clock = Clock()
    year = year_on(library.catalogue.years, clock.now().date()).year
    audience = read_audience(text, library, year)
    made = condition(audience, library.catalogue, year, circle)
    return audience, await store.count_audience(made, (), 0, "", 0, clock.day_began())
