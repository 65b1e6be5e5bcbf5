"""What becomes of a broadcast's message right before it goes: the first reason that applies."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from handlers.audience_read import read_audience
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast, Stage
from handlers.cell_going import Looked, message_of, why_not_now
from handlers.facts import Claim, Claims, Facts, Post, State
from handlers.rendering import render
from knowledge.library import Library

SIX = ("kym", "dakshta", "dcc", "conduct", "gender", "soft_skills")
DONE = {key: Claims(reported=Claim(State.COMPLETED, 1, date(2026, 1, 9))) for key in SIX}
FACTS = Facts("E1", "2025-26", reported=Post("mts"), reported_circle="delhi")
CAST = Cast(1, 1, 1, 1, "delhi", "en", "2025-26", "unmet phase1", "{left} of {total}", "", "x", Stage.RUNNING)
ALSO = Rostered(division="Delhi North", office="GPO", group_written="C")
LOOKED = Looked(FACTS, "hi", ALSO, "delhi", is_reachable=True, is_stopped=False, is_capped=False)


def why(library: Library, one: Looked | None, cast: Cast = CAST, audience: str = "") -> str:
    year = library.catalogue.years[0]
    found = read_audience(audience or cast.audience, library, year)
    return why_not_now(cast, found, one, library.catalogue, year)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, ""),
        ({"has_left": True, "is_opted_out": True}, "left"),
        ({"is_opted_out": True, "reported_circle": "punjab"}, "opted_out"),
        ({"reported_circle": "punjab", "progress": DONE}, "moved"),
        ({"progress": DONE}, "finished"),
        ({"reported": Post("gds_bpm")}, "finished"),
        ({"is_human_owned": True}, "held"),
    ],
)
def test_the_first_reason_that_applies(library: Library, facts: dict[str, object], reason: str) -> None:
    assert why(library, replace(LOOKED, facts=replace(FACTS, **facts))) == reason


def test_what_the_broadcast_and_the_switches_say(library: Library) -> None:
    assert why(library, None) == "deleted"
    assert why(library, LOOKED, replace(CAST, stage=Stage.PAUSED)) == "waiting"
    assert why(library, LOOKED, replace(CAST, stage=Stage.CANCELLED)) == "cancelled"
    assert why(library, replace(LOOKED, is_stopped=True)) == "waiting"
    assert why(library, replace(LOOKED, is_reachable=False)) == "blocked"
    assert why(library, replace(LOOKED, is_capped=True)) == "daily_cap"
    assert why(library, LOOKED, audience='office "mumbai"') == "moved"
    assert why(library, LOOKED, audience="language hi") == "changed"
    assert why(library, LOOKED, audience="not (office gpo or group c)") == "changed"


def test_the_text_of_the_other_language_goes_where_there_is_none(library: Library) -> None:
    catalogue = library.catalogue
    reply = message_of(CAST, LOOKED, catalogue, catalogue.years[0])
    assert reply is not None
    text = render(catalogue.texts, reply).text
    assert (reply.language, "6 of 6" in text, "iGOT Cell, Delhi Postal Circle" in text) == ("en", True, True)
    unknown = replace(LOOKED, facts=replace(FACTS, reported=Post()))
    assert message_of(CAST, unknown, catalogue, catalogue.years[0]) is None
