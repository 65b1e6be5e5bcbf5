"""What goes with a reminder: its buttons, and the one that tells how to do what comes first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from handlers.actions import Verb
from knowledge.library import Library
from knowledge.working_time import IST
from reminders.going import going
from tests.reminders.making import facts_of
from tests.reminders.test_judge import SIX

NOON = datetime(2026, 3, 31, 12, 0, tzinfo=IST)


@pytest.mark.parametrize(
    ("told", "topic"),
    [
        ({}, "profile.green_tick"),  # not verified, nothing done: that comes first
        ({"is_verified": True}, "courses.where"),
        ({"completed": ["kym"]}, "courses.where"),
        ({"completed": SIX}, "assessment.unlock"),
        (
            {"completed": [*SIX[:1], *SIX[2:]], "plan": ["por", "mis", "kym", "dcc", "conduct", "gender"]},
            "courses.where",
        ),
    ],
)
def test_how_to_tells_what_comes_first(told: dict[str, Any], topic: str, library: Library) -> None:
    catalogue = library.catalogue
    facts = facts_of(catalogue, {"told": "mts", **told})
    found = going(facts, catalogue, catalogue.years[0], NOON.date(), "due", "en", NOON)
    assert found.reply is not None
    assert [(one.verb, one.argument) for one in found.reply.choices] == [
        (Verb.SHOW, "mark"), (Verb.REMIND, "snooze"), (Verb.TOPIC, topic), (Verb.REMIND, "off")
    ]  # fmt: skip
    assert topic in catalogue.topics
