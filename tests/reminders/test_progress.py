"""What counts when the person and a report differ, and that nothing changes silently."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handlers.facts import Claim, Claims, Source, State
from handlers.progress import counted, is_completed, is_shown, merge
from tests.reminders.making import moment, table

SAID_AT, DAY, DAYS = moment(date(2026, 2, 10)), 86_400, 2
DONE, BEGUN, NOT = State.COMPLETED, State.IN_PROGRESS, State.NOT_STARTED


@pytest.mark.parametrize("row", table("progress"), ids=lambda row: str(row["name"]))
def test_which_source_counts(row: dict[str, Any]) -> None:
    said = Claim(State(row["said"]), SAID_AT, date(2026, 2, 9)) if "said" in row else None
    at = SAID_AT + row.get("hours", 0) * 3600
    reported = Claim(State(row["report"]), at, date(2026, 2, 8)) if "report" in row else None
    found = counted(Claims(said, reported), DAYS, stays=row.get("stays", False))
    assert found.state.value == row["state"]
    assert (found.source.value if found.source else None) == row.get("source")
    assert is_completed(Claims(said, reported), DAYS, stays=row.get("stays", False)) is (found.state is DONE)
    assert found.is_unconfirmed is row.get("unconfirmed", False)
    assert found.taken_back_at == (at if row.get("taken_back") else None)
    if row["state"] == "completed":
        assert found.on == date(2026, 2, 8 if row["source"] == "report" else 9)


def test_the_setting_decides_how_long_it_counts() -> None:
    claims = Claims(Claim(DONE, SAID_AT), Claim(NOT, SAID_AT + DAY))
    assert is_completed(claims, 2) and not is_completed(claims, 1)


def test_what_is_told_and_taken_back_by_a_report_is_kept_as_changes() -> None:
    told = Claim(DONE, SAID_AT, date(2026, 2, 10))
    claims, change = merge("por", Claims(), Source.SELF, told, SAID_AT, DAYS)
    assert change and (change.before, change.after, change.source, change.at) == (NOT, DONE, Source.SELF, SAID_AT)
    early = Claim(BEGUN, SAID_AT + DAY)
    claims, change = merge("por", claims, Source.REPORT, early, early.at + 5, DAYS)
    assert change is None and claims == Claims(told, early)
    late = Claim(BEGUN, SAID_AT + 3 * DAY)
    claims, change = merge("por", claims, Source.REPORT, late, late.at + 5, DAYS)
    assert change and change.is_taken_back and (change.before, change.after) == (DONE, BEGUN)
    assert (change.at, change.claim, claims.said) == (late.at + 5, late, told)  # what was said is not overwritten
    again = Claim(DONE, SAID_AT + 4 * DAY)
    claims, change = merge("por", claims, Source.SELF, again, again.at, DAYS)
    assert change and change.after is DONE and not change.is_taken_back
    claims, change = merge("por", claims, Source.SELF, None, again.at + 60, DAYS)  # undo
    assert change and change.after is BEGUN and claims == Claims(None, late)


def test_over_all_reports_completed_wins() -> None:
    done, later = Claim(DONE, SAID_AT, date(2026, 2, 1)), Claim(NOT, SAID_AT + 9 * DAY)
    for first, second in ((done, later), (later, done)):
        claims, _ = merge("por", Claims(), Source.REPORT, first, SAID_AT, DAYS)
        claims, _ = merge("por", claims, Source.REPORT, second, SAID_AT, DAYS)
        assert claims.reported == done
    undated = Claim(DONE, SAID_AT + 20 * DAY)
    claims, change = merge("por", claims, Source.REPORT, undated, SAID_AT, DAYS)
    assert claims.reported == Claim(DONE, undated.at, date(2026, 2, 1)) and change is None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_older_report_that_comes_later_changes_nothing(order: tuple[int, int]) -> None:
    reports, claims = (Claim(NOT, SAID_AT), Claim(BEGUN, SAID_AT + DAY)), Claims()
    for place in order:
        claims, _ = merge("por", claims, Source.REPORT, reports[place], SAID_AT, DAYS)
    assert claims.reported == reports[1]


def test_a_passed_assessment_stays_passed() -> None:
    claims, _ = merge("assessment", Claims(), Source.SELF, Claim(DONE, SAID_AT), SAID_AT, DAYS, stays=True)
    failed = Claim(BEGUN, SAID_AT + 30 * DAY)
    claims, change = merge("assessment", claims, Source.REPORT, failed, failed.at, DAYS, stays=True)
    assert change is None and is_completed(claims, DAYS, stays=True)


@pytest.mark.parametrize(
    ("said", "reported", "days", "shown"),
    [
        (None, None, 0, None),
        (DONE, None, 0, True),
        (None, NOT, 0, False),
        (DONE, NOT, 1, True),
        (DONE, NOT, 2, False),
        (NOT, DONE, 1, True),
        (NOT, DONE, -1, False),  # a transfer request: the profile needs verification again
        (DONE, DONE, 2, True),
    ],
)
def test_a_verification_can_be_lost(said: State | None, reported: State | None, days: int, shown: bool | None) -> None:
    claims = Claims(Claim(said, SAID_AT) if said else None, Claim(reported, SAID_AT + days * DAY) if reported else None)
    assert is_shown(claims, DAYS) is shown
