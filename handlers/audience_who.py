"""A person's facts as an audience sees them."""

from __future__ import annotations

from msgspec import Struct

from handlers.assessed import assess
from handlers.audience import Who
from handlers.facts import Facts
from handlers.own_list import curriculum_of, effective_post
from handlers.standing import Reason, Standing
from knowledge.cast_rules import group_key
from knowledge.catalogue import Catalogue, TrainingYear

#: Nothing can be said of how far they are.
_NO_LIST = frozenset((Reason.LEFT, Reason.EXCLUDED, Reason.NO_DESIGNATION, Reason.UNDECIDED))


class Rostered(Struct, frozen=True):
    """What the cell's reports say besides: as written; empty where unknown. `language`: the one the person chose."""

    division: str = ""
    office: str = ""
    group_written: str = ""
    language: str = ""
    lists: frozenset[str] = frozenset()


class Seen(Struct, frozen=True):
    """What of a person's facts audiences ask for, as the store keeps it beside the standing.

    `unmet`: bit n for the n-th milestone of the year's policy; None where the person's list is not known, or the order
    does not cover the post, so that nobody is told to be behind who may not be. `fate`: why a message does not reach
    them ("": it does).
    """

    circle: str | None
    designation: str | None
    curriculum: str
    unmet: int | None
    is_verified: bool | None
    is_linked: bool
    has_left: bool
    fate: str


def seen(facts: Facts, standing: Standing, catalogue: Catalogue, year: TrainingYear) -> Seen:
    """See a person as an audience does; `standing` is that of the same facts and year."""
    fate = "opted_out" if facts.is_opted_out else ""
    if not facts.has_channel or facts.is_blocked:
        fate = "blocked" if facts.has_channel else "no_channel"
    return Seen(
        circle=facts.circle,
        designation=effective_post(facts).designation,
        curriculum=curriculum_of(facts, catalogue, year),
        unmet=None if standing.reason in _NO_LIST else standing.unmet,
        is_verified=facts.is_verified,
        is_linked=facts.has_channel,
        has_left=facts.has_left,
        fate=fate,
    )


def who_of(facts: Facts, also: Rostered, catalogue: Catalogue, year: TrainingYear) -> Who:
    """The person of some facts, for `handlers.audience.holds`."""
    one = seen(facts, assess(facts, catalogue, year).standing, catalogue, year)
    key = group_key(also.group_written)
    milestones = enumerate(year.reminders.milestones)
    return Who(
        circle=one.circle or "",
        division=also.division,
        office=also.office,
        group=next((id_ for id_, written in catalogue.cast.groups.items() if key and key in written), ""),
        curriculum=one.curriculum,
        designation=one.designation or "",
        milestones=None if one.unmet is None else {m.id: not one.unmet >> place & 1 for place, m in milestones},
        is_verified=one.is_verified,
        is_linked=one.is_linked,
        language=also.language,
        lists=also.lists,
    )
