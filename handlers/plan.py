"""What is left for a person and how much a day that is, as a value and in words; only printed lengths are added up."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from handlers.assessed import Assessed
from handlers.messages import Line, line
from handlers.own_list import title
from handlers.talk import written_duration
from knowledge.catalogue import Catalogue, Language, TrainingYear
from knowledge.reminder_policy import Needs


class Plan(Struct, frozen=True):
    """`left` of `total` courses by `due`; titles in catalogue order, those in `unknown` without a known length.

    `days` is how many lie between today and `due`, 0 on the day itself. `minutes_a_day` spreads the known minutes over
    them, rounded up; None where no length is known. `next`: the course to take first, `is_in_assessment`: because the
    assessment is set from it too.
    """

    total: int
    due: date
    days: int
    known_minutes: int
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    next: str
    is_in_assessment: bool

    @property
    def left(self) -> int:
        return len(self.known) + len(self.unknown)

    @property
    def minutes_a_day(self) -> int | None:
        return -(-self.known_minutes // max(self.days, 1)) if self.known_minutes else None


def make_plan(assessed: Assessed, catalogue: Catalogue, year: TrainingYear, today: date) -> Plan | None:
    """Plan the courses of the person's list; None where none is left, there is no list, or the date is past."""
    due = max((one.due for one in year.reminders.milestones if one.needs is not Needs.ASSESSMENT), default=year.due)
    if not assessed.remaining or due < today:
        return None
    lengths = {key: course.minutes for key in assessed.remaining if (course := catalogue.courses.get(key))}
    known = [key for key in assessed.remaining if lengths.get(key) is not None]
    in_assessment = [key for key in assessed.remaining if key in assessed.own.syllabus]
    first = (in_assessment or assessed.remaining)[0]
    return Plan(
        total=len(assessed.own.courses),
        due=due,
        days=(due - today).days,
        known_minutes=sum(lengths[key] or 0 for key in known),
        known=tuple(title(catalogue, key) for key in known),
        unknown=tuple(title(catalogue, key) for key in assessed.remaining if key not in known),
        next=title(catalogue, first),
        is_in_assessment=bool(in_assessment),
    )


def plan_lines(catalogue: Catalogue, language: Language, plan: Plan) -> tuple[Line, ...]:
    """The plan: what is left, the known time spread over the days, what has no published length, what is next."""
    following = line("plan-next-assessed" if plan.is_in_assessment else "plan-next", title=plan.next)
    unknown = ", ".join(plan.unknown)
    if plan.minutes_a_day is None:
        nothing = line("plan-unknown", left=plan.left, total=plan.total, titles=unknown, days=plan.days)
        return (nothing, following)
    known = line(
        "plan-known",
        left=plan.left,
        total=plan.total,
        time=written_duration(catalogue, language, plan.known_minutes),
        titles=", ".join(plan.known),
        days=plan.days,
        minutes=plan.minutes_a_day,
    )
    return (known, *([line("plan-and-unknown", titles=unknown)] if unknown else []), following)
