"""The next reminder that /reminders names, and how long a snooze lasts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handlers.ahead import next_reminder, snooze_end
from handlers.assessed import assess
from knowledge.library import Library
from tests.reminders.making import facts_of

NOBODY = {"told": "gds_bpm"}
MTS = {"told": "mts"}
ONE = {"told": "mts", "completed": ["kym"]}


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (MTS, date(2026, 1, 5), date(2026, 1, 31)),
        (MTS, date(2026, 2, 12), date(2026, 2, 12)),
        (ONE, date(2026, 1, 5), date(2026, 2, 14)),
        (MTS, date(2026, 4, 1), None),
        (NOBODY, date(2026, 1, 5), None),
    ],
)
def test_the_next_reminder(told: dict[str, Any], today: date, expected: date | None, library: Library) -> None:
    catalogue = library.catalogue
    facts, year = facts_of(catalogue, told), catalogue.years[0]
    assert next_reminder(facts, assess(facts, catalogue, year), catalogue, year, today) == expected


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (MTS, date(2026, 2, 7), date(2026, 2, 10)),
        (MTS, date(2026, 2, 13), date(2026, 2, 15)),  # the last day of phase 1
        (ONE, date(2026, 2, 13), date(2026, 2, 16)),  # which is met
        (MTS, date(2026, 2, 15), date(2026, 2, 18)),  # asked on the last day itself
    ],
)
def test_a_snooze_ends_on_the_morning_of_a_last_day(
    told: dict[str, Any], today: date, expected: date, library: Library
) -> None:
    catalogue = library.catalogue
    year = catalogue.years[0]
    assert snooze_end(assess(facts_of(catalogue, told), catalogue, year), year, today) == expected
