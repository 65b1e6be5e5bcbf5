"""Time that a desk works: how much of it lies between two moments, and when it begins again. Days are IST days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from knowledge.desk_rules import Calendar

IST = timezone(timedelta(hours=5, minutes=30), "IST")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: A calendar without a working day in so many days is not looked through further.
_FAR = 366


def is_open(calendar: Calendar, now: datetime) -> bool:
    """Whether the desk works at this moment."""
    local = now.astimezone(IST)
    return calendar.works_on(local.date()) and calendar.opens <= local.time() < calendar.closes


def working_seconds(calendar: Calendar, start: int, end: int) -> int:
    """Return the seconds between two moments (seconds since 1970) in which the desk works; 0 where `end` is earlier."""
    total, day, last = 0, day_of(start), day_of(end)
    while day <= last:
        if calendar.works_on(day):
            opens, closes = _hours(calendar, day)
            total += max(0, min(end, closes) - max(start, opens))
        day += timedelta(days=1)
        if (last - day).days > _FAR:  # a moment long past: more than any limit has gone by
            return total + _FAR * 3600
    return total


def after_working_days(calendar: Calendar, start: int, days: int) -> int:
    """Return the end of the so-many-th working day after the day of `start`."""
    day, left = day_of(start), days
    for _ in range(_FAR):
        day += timedelta(days=1)
        if calendar.works_on(day):
            left -= 1
            if left <= 0:
                return _hours(calendar, day)[1]
    return start + (days + _FAR) * 86_400


def after_working(calendar: Calendar, start: int, seconds: int) -> int:
    """Return the moment at which so many working seconds after `start` have passed."""
    left, day = seconds, day_of(start)
    for _ in range(_FAR):
        if calendar.works_on(day):
            opens, closes = _hours(calendar, day)
            begin = max(start, opens)
            if begin < closes and left <= closes - begin:
                return begin + left
            left -= max(0, closes - begin)
        day += timedelta(days=1)
    return start + seconds + _FAR * 86_400


def next_opening(calendar: Calendar, now: datetime) -> datetime | None:
    """Return when the desk opens next, in IST; None where it is open, or will not be within a year."""
    if is_open(calendar, now):
        return None
    local = now.astimezone(IST)
    for count in range(_FAR):
        day = local.date() + timedelta(days=count)
        opens = datetime.combine(day, calendar.opens, IST)
        if calendar.works_on(day) and opens > local:
            return opens
    return None


def day_of(moment: int) -> date:
    """Return the IST day of a moment (seconds since 1970)."""
    return (_EPOCH + timedelta(seconds=moment)).astimezone(IST).date()


def _hours(calendar: Calendar, day: date) -> tuple[int, int]:
    opens, closes = (datetime.combine(day, at, IST).timestamp() for at in (calendar.opens, calendar.closes))
    return int(opens), int(closes)
