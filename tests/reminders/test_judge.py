"""Who is reminded on which day and why not, against a table typed from the rules."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from handlers.assessed import assess
from handlers.standing import Reason
from knowledge.catalogue import TrainingYear
from knowledge.library import Library
from knowledge.reminder_policy import Hour
from reminders.judge import congratulate, judge
from tests.reminders.making import facts_of, table, titles

SIX = ["kym", "dakshta", "dcc", "conduct", "gender", "soft_skills"]


def _named(row: dict[str, Any]) -> str:
    return str(row["name"])


@pytest.fixture(scope="module")
def year(library: Library) -> TrainingYear:
    return library.catalogue.years[0]


def _at(row: dict[str, Any]) -> time | None:
    return time.fromisoformat(row["at"]) if "at" in row else None


def test_the_days_of_a_person_with_nothing_completed(library: Library, year: TrainingYear) -> None:
    expected: dict[date, list[str]] = table("days")
    facts = facts_of(library.catalogue, {"told": "mts"})
    for count in range((year.ends - year.starts).days + 60):
        day = year.starts + timedelta(days=count)
        found = judge(facts, library.catalogue, year, day)
        assert list(found.milestones) == expected.get(day, []), day
        assert found.reason is (Reason.DUE if expected.get(day) else Reason.NOT_DUE), day
        assert found.decision == ("send" if expected.get(day) else "skip"), day


@pytest.mark.parametrize("row", table("judgements"), ids=_named)
def test_each_rule(row: dict[str, Any], library: Library, year: TrainingYear) -> None:
    catalogue = library.catalogue
    assert ("today" in row) is not ("why" in row)
    found = judge(facts_of(catalogue, row["facts"]), catalogue, year, row["day"], _at(row))
    assert found.reason.value == row.get("why", "due")
    assert found.milestones == tuple(row.get("today", ()))
    assert found.decision == ("send" if "today" in row else "skip")
    for name in ("completed", "verify_first", "tells_owner"):
        if name in row:
            assert getattr(found, name) == row[name], name
    if "left" in row:
        assert found.remaining == titles(catalogue, row["left"])
    if "extra" in row:
        assert found.extra == titles(catalogue, row["extra"])


def test_every_reason_is_in_the_table() -> None:
    rows = [*table("judgements"), *table("congratulations")]
    assert {row["why"] for row in rows if "why" in row} | {"due"} == {reason.value for reason in Reason}


@pytest.mark.parametrize("row", table("congratulations"), ids=_named)
def test_the_congratulation(row: dict[str, Any], library: Library, year: TrainingYear) -> None:
    catalogue, finished = library.catalogue, row["finished"]
    told = {
        "told": "mts",
        "completed": SIX,
        "completed_on": finished,
        "opened_on": date(2026, 1, 5),
        "passed": finished,
    }
    if finished is None:
        told["passed"] = date(2025, 12, 1)  # long before: the undated courses may be the last ones
    facts = facts_of(catalogue, {**told, **row.get("facts", {})})
    found = congratulate(facts, assess(facts, catalogue, year), catalogue, year, row["day"], _at(row))
    assert found.reason.value == row["why"]
    assert found.decision == ("send" if row["why"] == "finished" else "skip")
    assert found.milestones == ()


def test_the_policy_is_the_one_of_the_year(year: TrainingYear) -> None:
    policy = year.reminders
    assert [(one.id, one.courses, one.due) for one in policy.milestones] == [
        ("phase1", 1, date(2026, 2, 15)),
        ("phase2", 3, date(2026, 3, 1)),
        ("complete", 6, date(2026, 3, 31)),
        ("assessment", 0, date(2026, 3, 31)),
    ]
    assert policy.days == (14, 7, 3, 1, 0) and policy.fixed_days == {0, 1} and policy.ahead_days == 14
    assert (policy.opens, policy.closes) == (time(9, 30), time(18, 30))
    assert (policy.report_days, policy.congratulate_days, policy.snooze_days) == (2, 7, 3)
    assert list(policy.hours) == list(Hour)
