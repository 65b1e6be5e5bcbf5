"""Reminders live in India Standard Time, which knows no daylight saving, wherever the program runs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from handlers.standing import Reason
from knowledge.library import Library
from knowledge.working_time import IST
from reminders.day import day_of
from reminders.settle import Fate, settle
from tests.reminders.making import facts_of

#: Half a day around the world, and the odd ones.
ZONES = [timezone(timedelta(hours=hours, minutes=minutes)) for hours, minutes in
         ((-12, 0), (-5, 0), (-4, 0), (0, 0), (1, 0), (2, 0), (5, 45), (14, 0))]  # fmt: skip
#: Reminder days beside clock changes elsewhere: of America on 8 March, of Europe on 29 March.
DAYS = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 28), date(2026, 3, 30), date(2026, 3, 31)]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("utc", "fate"),
    [
        ("18:29:59", Fate.WAIT),  # of the day before: 23:59:59 in India
        ("18:30:00", Fate.WAIT),  # midnight in India: the day begins
        ("03:59:59", Fate.WAIT),
        ("04:00:00", Fate.SEND),
        ("12:59:59", Fate.SEND),
        ("13:00:00", Fate.MISSED),
    ],
)
def test_the_window_is_at_the_same_moment_every_day(day: date, utc: str, fate: Fate, library: Library) -> None:
    catalogue = library.catalogue
    year = catalogue.years[0]
    now = datetime.combine(day, datetime.strptime(utc, "%H:%M:%S").time(), UTC)  # noqa: DTZ007 - only its time
    now -= timedelta(days=1 if utc.startswith("18") else 0)
    facts = facts_of(catalogue, {"told": "mts"})
    found = settle(facts, catalogue, year, day, now)
    assert (found.fate, found.reason) == (fate, Reason.QUIET if fate is Fate.WAIT else Reason.DUE)
    assert (day_of(catalogue, year, day, now) is None) is (fate is Fate.WAIT)


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_a_moment_means_the_same_in_any_zone(zone: timezone, library: Library) -> None:
    catalogue = library.catalogue
    year, facts = catalogue.years[0], facts_of(catalogue, {"told": "mts"})
    for hours in range(0, 24 * 60, 5):
        now = datetime(2026, 2, 1, 0, 15, tzinfo=IST) + timedelta(hours=hours)
        day = now.date()
        assert settle(facts, catalogue, year, day, now.astimezone(zone)) == settle(facts, catalogue, year, day, now)
        assert day_of(catalogue, year, day, now.astimezone(zone)) == day_of(catalogue, year, day, now)
