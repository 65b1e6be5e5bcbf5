"""What those of a batch who may ask for it have done so far: read together, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.store.base import Store
from bot.store.rows import Waiting
from handlers.facts import Facts
from handlers.messages import Inbound
from handlers.needs import needs_facts
from knowledge.library import Library
from knowledge.training_year import year_on


async def facts_of(
    store: Store, read: Sequence[tuple[Waiting, Inbound | str | None]], library: Library, now: datetime
) -> Mapping[int, tuple[Facts, ...]]:  # fmt: skip
    """What those of a batch who may ask for it have done so far, by person.

    Of the year that answers speak of; where none covers the day, then of the others: what is told may be of any.
    """
    asking = [
        one.person_id
        for one, seen in read
        if one.has_facts and isinstance(seen, Inbound) and needs_facts(seen, one.session)
    ]
    if not asking:
        return {}
    view = year_on(library.catalogue.years, now.date())
    others = () if view.covers else (year for year in library.catalogue.years if year != view.year)
    found: dict[int, tuple[Facts, ...]] = {}
    for year in (view.year, *others):
        for known in await store.facts(asking, year):
            found[known.person] = (*found.get(known.person, ()), known.facts)
    return found
