"""The section `reminders` of a training year's file; its dates are those of the year's phases and assessment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.catalogue import Phase
from knowledge.fields import Fields
from knowledge.reminder_policy import Hour, Milestone, Needs, ReminderPolicy

_NUMBERS = ("ahead_days", "snooze_days", "congratulate_days", "report_days")


def read_reminders(row: Fields, phases: Sequence[Phase], assessed: date) -> ReminderPolicy:
    """Read who is reminded when; `assessed` is the day by which the assessment is to be passed."""
    row.known("milestones", "days", "fixed_days", "opens", "closes", "hours", *_NUMBERS)
    days, fixed = row.wholes("days"), row.wholes("fixed_days")
    if not days or min(days) < 0 or len(set(days)) < len(days):
        row.fault("days", "must name numbers of days before a date, each once")
    if not set(fixed) <= set(days):
        row.fault("fixed_days", "must be some of days")
    numbers = {name: row.whole(name) for name in _NUMBERS}
    for name, value in numbers.items():
        if value < 0:
            row.fault(name, "must not be less than 0")
    opens, closes = row.clock("opens"), row.clock("closes")
    if opens >= closes:
        row.fault("closes", "must be later than opens")
    parts = row.row("hours")
    parts.known(*Hour)
    hours = {hour: parts.clock(hour) for hour in Hour}
    for hour, begins in hours.items():
        if not opens <= begins < closes:
            parts.fault(hour, "must lie between opens and closes")
    return ReminderPolicy(
        milestones=_milestones(row, phases, assessed),
        days=tuple(sorted(days, reverse=True)),
        fixed_days=frozenset(fixed),
        opens=opens,
        closes=closes,
        hours=hours,
        **numbers,
    )


def _milestones(row: Fields, phases: Sequence[Phase], assessed: date) -> tuple[Milestone, ...]:
    known = {phase.id: phase for phase in phases}
    found = row.by_id("milestones", lambda one: _milestone(one, known, assessed))
    return tuple(sorted(found.values(), key=lambda milestone: milestone.due))


def _milestone(row: Fields, phases: dict[str, Phase], assessed: date) -> Milestone:
    row.known("id", "needs")
    id_, needs = row.text("id"), row.text("needs")
    if needs not in tuple(Needs):
        row.fault("needs", f"{needs} is not one of {', '.join(Needs)}")
        needs = Needs.COURSES
    if needs == Needs.ASSESSMENT:
        return Milestone(id_, Needs.ASSESSMENT, 0, assessed)
    if id_ not in phases:
        row.fault("id", f"{id_} is no phase of this year")
        return Milestone(id_, Needs(needs), 0, assessed)
    return Milestone(id_, Needs(needs), phases[id_].courses, phases[id_].due)
