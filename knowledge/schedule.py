"""On which days which milestones are reminded of. A mask's bit n stands for the n-th milestone of the year's policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from knowledge.catalogue import TrainingYear
from knowledge.desk_rules import Calendar

#: A calendar without a working day for so long: the reminder stays where it is.
_FAR = 366


@lru_cache(maxsize=256)
def reminder_days(year: TrainingYear, calendar: Calendar) -> Mapping[date, int]:
    """Every day on which something is reminded of, with the mask of what."""
    policy, found = year.reminders, dict[date, int]()
    for place, milestone in enumerate(policy.milestones):
        for before in policy.days:
            day = milestone.due - timedelta(days=before)
            day = day if before in policy.fixed_days else _working_day(calendar, day)
            found[day] = found.get(day, 0) | 1 << place
    return found


def last_days(year: TrainingYear, day: date) -> int:
    """The mask of the milestones whose date is this day."""
    return sum(1 << place for place, milestone in enumerate(year.reminders.milestones) if milestone.due == day)


def years_on(years: Iterable[TrainingYear], calendars: Sequence[Calendar], day: date) -> Iterator[TrainingYear]:
    """The years, of which an extended one may reach into the next, that remind of something on this day."""
    return (year for year in years if any(day in reminder_days(year, calendar) for calendar in calendars))


def _working_day(calendar: Calendar, day: date) -> date:
    """The day, or the working day before."""
    for back in range(_FAR):
        earlier = day - timedelta(days=back)
        if calendar.works_on(earlier):
            return earlier
    return day
