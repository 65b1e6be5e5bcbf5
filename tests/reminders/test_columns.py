"""Choosing a day's reminders by the stored columns alone equals judging each person, over 10,000 people.

The statement is the rule as SQL has to read it; the store's own differs in its tables only.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from handlers.assessed import Assessed, assess
from handlers.facts import Facts
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import last_days, reminder_days
from reminders.judge import judge_on
from tests.knowledge.overlays import changed, library_of
from tests.reminders.people import invented

PEOPLE = 10_000
DELHI = (
    'circles: [{circle: delhi, opens: "10:00", closes: "17:00", days_off: [6, 7], holidays: [2026-02-12, 2026-03-17]}]'
)

_TABLE = """
CREATE TABLE standing (
    key TEXT PRIMARY KEY, unmet INTEGER, reason TEXT, calendar TEXT,
    opted_out INTEGER, snoozed_until TEXT, human_owned INTEGER, reminded_on TEXT, any_reminded_on TEXT, begins TEXT
);
CREATE TABLE day_mask (calendar TEXT PRIMARY KEY, due INTEGER, last INTEGER);
"""
_CHOOSE = """
SELECT key, CASE
    WHEN reason IS NOT NULL THEN reason
    WHEN unmet & due = 0 THEN 'not_due'
    WHEN opted_out THEN 'opted_out'
    WHEN unmet & due & last = 0 AND snoozed_until > :day THEN 'snoozed'
    WHEN unmet & due & last = 0 AND human_owned THEN 'human_owned'
    WHEN reminded_on = :day OR (unmet & due & last = 0 AND any_reminded_on = :day) THEN 'daily_cap'
    WHEN :at < begins OR :at >= :closes THEN 'quiet'
    ELSE 'due'
END
FROM standing JOIN day_mask USING (calendar) ORDER BY key
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped content, and one circle with a calendar of its own."""
    return library_of(changed("desk.yaml", "circles: []", DELHI)).catalogue


def _row(facts: Facts, assessed: Assessed, year: TrainingYear) -> tuple[object, ...]:
    standing, policy = assessed.standing, year.reminders
    return (
        facts.key,
        standing.unmet,
        standing.reason.value if standing.reason else None,
        standing.calendar,
        facts.is_opted_out,
        facts.snoozed_until.isoformat() if facts.snoozed_until else None,
        facts.is_human_owned,
        facts.reminded_on.isoformat() if facts.reminded_on else None,
        facts.any_reminded_on.isoformat() if facts.any_reminded_on else None,
        (policy.hours[facts.hour] if facts.hour else policy.opens).isoformat(),
    )


def _chosen(
    store: sqlite3.Connection, catalogue: Catalogue, year: TrainingYear, day: date, at: time
) -> list[tuple[str, str]]:
    calendars = {"": catalogue.desk.default, **catalogue.desk.circles}
    masks = [(id_, reminder_days(year, one).get(day, 0), last_days(year, day)) for id_, one in calendars.items()]
    store.execute("DELETE FROM day_mask")
    store.executemany("INSERT INTO day_mask VALUES (?, ?, ?)", masks)
    given = {"day": day.isoformat(), "at": at.isoformat(), "closes": year.reminders.closes.isoformat()}
    return store.execute(_CHOOSE, given).fetchall()


def _days(year: TrainingYear) -> Iterator[date]:
    return (year.starts + timedelta(days=count) for count in range((year.last_day - year.starts).days + 1))


def test_the_columns_choose_whom_the_judge_chooses_on_every_day(catalogue: Catalogue) -> None:
    year = catalogue.years[0]
    people = [(facts, assess(facts, catalogue, year)) for facts in invented(catalogue, PEOPLE)]
    with sqlite3.connect(":memory:") as store:
        store.executescript(_TABLE)
        rows = (_row(facts, assessed, year) for facts, assessed in people)
        store.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        calendars = (catalogue.desk.default, *catalogue.desk.circles.values())
        due = {day for calendar in calendars for day in reminder_days(year, calendar)}
        seen: Counter[str] = Counter()
        for place, day in enumerate(_days(year)):
            at = time(9 + place % 11, 30)
            # on days of which nobody is reminded the answer hangs on the standing alone: one person in fifty
            step, offset = (1, 0) if day in due else (50, place % 50)
            chosen = _chosen(store, catalogue, year, day, at)[offset::step]
            judged = [
                (facts.key, judge_on(facts, assessed, catalogue, year, day, at).reason.value)
                for facts, assessed in people[offset::step]
            ]
            assert chosen == judged, day
            seen.update(reason for _, reason in judged)
    store.close()
    assert {reason.value for reason in Reason} - set(seen) == {"finished"}
    assert seen["due"] > 5_000
