"""What becomes of a chosen reminder when it is looked at again: by the clock of India, wherever the program runs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from handlers.standing import Reason
from knowledge.library import Library
from reminders.settle import settle
from tests.reminders.making import facts_of

DAY = date(2026, 2, 12)
SIX = ["kym", "dakshta", "dcc", "conduct", "gender", "soft_skills"]


@pytest.mark.parametrize(
    ("told", "now", "fate", "reason"),
    [
        ({}, "2026-02-12T03:59:59", "wait", Reason.QUIET),  # 09:29:59 in India
        ({}, "2026-02-12T04:00:00", "send", Reason.DUE),
        ({}, "2026-02-12T12:59:59", "send", Reason.DUE),  # down all day: the same day, the window is still open
        ({}, "2026-02-12T13:00:00", "missed", Reason.DUE),  # 18:30
        ({}, "2026-02-13T05:00:00", "missed", Reason.DUE),
        ({}, "2026-02-11T18:31:00", "wait", Reason.QUIET),  # already 12 February in India, one minute past midnight
        ({}, "2026-02-11T05:00:00", "wait", Reason.QUIET),  # the day before
        ({"hour": "noon"}, "2026-02-12T05:00:00", "wait", Reason.QUIET),
        ({"hour": "noon"}, "2026-02-12T07:00:00", "send", Reason.DUE),
        ({"is_human_owned": True}, "2026-02-12T05:00:00", "hold", Reason.HUMAN_OWNED),
        ({"is_human_owned": True}, "2026-02-12T14:00:00", "drop", Reason.HUMAN_OWNED),
        ({"completed": ["kym"]}, "2026-02-12T04:31:00", "drop", Reason.NOT_DUE),  # finished at 10:00
        ({"completed": SIX, "passed": DAY}, "2026-02-12T04:31:00", "drop", Reason.DONE),
        ({"completed": ["kym"]}, "2026-02-12T14:00:00", "drop", Reason.NOT_DUE),
        ({"is_opted_out": True}, "2026-02-12T04:31:00", "drop", Reason.OPTED_OUT),
        ({"snoozed_until": date(2026, 2, 15)}, "2026-02-12T04:31:00", "drop", Reason.SNOOZED),
        ({"reminded_on": DAY}, "2026-02-12T04:31:00", "drop", Reason.DAILY_CAP),
        ({"is_blocked": True}, "2026-02-12T04:31:00", "drop", Reason.BLOCKED),
    ],
)
def test_the_moment_of_sending(told: dict[str, Any], now: str, fate: str, reason: Reason, library: Library) -> None:
    catalogue = library.catalogue
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    facts = facts_of(catalogue, {"told": "mts", **told})
    for zone in (UTC, timezone(timedelta(hours=-8)), timezone(timedelta(hours=14))):
        found = settle(facts, catalogue, catalogue.years[0], DAY, moment.astimezone(zone))
        assert (found.fate.value, found.reason) == (fate, reason), zone
    if fate == "send":
        assert found.judgement.milestones == ("phase1",)
