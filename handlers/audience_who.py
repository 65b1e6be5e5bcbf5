"""A person's facts as an audience sees them."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.assessed import assess
from handlers.audience import Who
from handlers.facts import Facts
from handlers.own_list import curriculum_of, effective_post
from handlers.standing import Reason
from knowledge.cast_rules import group_key
from knowledge.catalogue import Catalogue, TrainingYear

#: Nothing can be said of how far they are.
_NO_LIST = frozenset((Reason.LEFT, Reason.EXCLUDED, Reason.NO_DESIGNATION, Reason.UNDECIDED))


@dataclass(frozen=True, slots=True)
class Rostered:
    """What the cell's reports say besides: as written; empty where unknown. `language`: the one the person chose."""

    division: str = ""
    office: str = ""
    group_written: str = ""
    language: str = ""
    lists: frozenset[str] = frozenset()


def who_of(facts: Facts, also: Rostered, catalogue: Catalogue, year: TrainingYear) -> Who:
    """See the person of some facts as an audience does."""
    standing = assess(facts, catalogue, year).standing
    milestones = {
        one.id: not standing.unmet >> place & 1 for place, one in enumerate(year.reminders.milestones)
    }  # fmt: skip
    key = group_key(also.group_written)
    return Who(
        circle=facts.circle or "",
        division=also.division,
        office=also.office,
        group=next((id_ for id_, written in catalogue.cast.groups.items() if key and key in written), ""),
        curriculum=curriculum_of(facts, catalogue, year),
        designation=effective_post(facts).designation or "",
        milestones=None if standing.reason in _NO_LIST else milestones,
        is_verified=facts.is_verified,
        is_linked=facts.has_channel,
        language=also.language,
        lists=also.lists,
    )
