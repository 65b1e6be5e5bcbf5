"""What of a year's policy holds on one day, as the values by which that day's reminders are chosen from the store.

The rule is that of `reminders.judge`; a test compares both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import last_days, reminder_days
from knowledge.working_time import IST


class Day(Struct, frozen=True):
    """One day of one training year; masks as in `knowledge.schedule`.

    `mask`: what is reminded of by the default calendar, `masks` by those of their own. `last`: what is due on the day.
    `not_begun`: the parts of the day that have not begun. `since`: finishing before or on it is not congratulated any
    more. `records`: a reminder day, on which everybody's reason is kept. `is_over`: its window has closed.
    """

    year: str
    day: date
    mask: int
    masks: Mapping[str, int]
    last: int
    not_begun: tuple[str, ...]
    since: date
    records: bool
    is_over: bool


def day_of(catalogue: Catalogue, year: TrainingYear, day: date, now: datetime) -> Day | None:
    """Return the day as it stands at `now` (timezone-aware); None before its window opens."""
    local, policy, desk = now.astimezone(IST), year.reminders, catalogue.desk
    is_over = (local.date(), local.time()) >= (day, policy.closes)
    if not is_over and (local.date(), local.time()) < (day, policy.opens):
        return None
    mask = reminder_days(year, desk.default).get(day, 0)
    masks = {circle: reminder_days(year, calendar).get(day, 0) for circle, calendar in desk.circles.items()}
    late = () if is_over else tuple(hour.value for hour, begins in policy.hours.items() if local.time() < begins)
    return Day(
        year=year.id,
        day=day,
        mask=mask,
        masks=masks,
        last=last_days(year, day),
        not_begun=late,
        since=day - timedelta(days=policy.congratulate_days),
        records=bool(mask or any(masks.values())),
        is_over=is_over,
    )


def years_to_look(catalogue: Catalogue, day: date) -> Iterator[TrainingYear]:
    """The years in which somebody may be written to on the day: also a while after their end, to congratulate."""
    for year in catalogue.years:
        if year.starts <= day <= year.last_day + timedelta(days=year.reminders.congratulate_days):
            yield year


def missed_days(catalogue: Catalogue, last_look: date | None, now: datetime) -> Iterator[Day]:
    """The days since the last look (its own as well) that had reminders and are over: what nobody looked at is missed.

    `last_look`: None where nobody ever looked; nothing was promised then.
    """
    if last_look is None:
        return
    for count in range((now.astimezone(IST).date() - last_look).days + 1):
        for year in years_to_look(catalogue, last_look + timedelta(days=count)):
            day = day_of(catalogue, year, last_look + timedelta(days=count), now)
            if day is not None and day.is_over and day.records:
                yield day
