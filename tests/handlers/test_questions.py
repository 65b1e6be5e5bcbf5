"""Every designation and every open abbreviation, said alone: what is asked then leads to courses or to a clear word."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from bot.console import ConsoleTalk
from handlers.session import Person, Session
from knowledge.library import Library

NOW = datetime(2026, 2, 10, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))
#: What may follow a choice: courses, an open list, not covered, one question more, "write it in full", or it is kept.
ENDS = {"courses-lead", "courses-undecided", "courses-excluded", "courses-excluded-reading",
        "courses-excluded-company", "courses-excluded-retired", "courses-reading", "one-question-first",
        "designation-in-full", "designation-saved"}  # fmt: skip


def _talk(library: Library, in_profile: bool) -> ConsoleTalk:
    talk = ConsoleTalk(library, lambda: NOW, Person(language="en", circle="delhi"), Session(is_greeted=True))
    if in_profile:
        talk.tap("PROFILE designation")
    return talk


def _last(talk: ConsoleTalk) -> tuple[str, list[str]]:
    """The first text after the year, and the buttons that decide."""
    (reply,) = talk.turns[-1]["gets"]
    first = next(key for key in reply["texts"] if key != "year-line")
    return first, [button for button in reply.get("buttons", []) if button.startswith(("QUESTION", "ANSWER_AS"))]


def _sayings(library: Library) -> list[str]:
    names = [designation.name.en for designation in library.catalogue.designations.values()]
    return [*names, *(collision.variant for collision in library.catalogue.collisions if len(collision.variant) > 2)]


@pytest.mark.parametrize("in_profile", [False, True], ids=["asked", "told for the profile"])
def test_every_choice_of_every_question_leads_on(library: Library, in_profile: bool) -> None:
    lost: list[tuple[str, ...]] = []
    for said in _sayings(library):
        talk = _talk(library, in_profile)
        talk.say(said)
        first, deciding = _last(talk)
        if not deciding and first not in ENDS | {"confirm-designation"}:
            lost.append((said, first))
        for button in deciding:
            talk = _talk(library, in_profile)
            talk.say(said)
            talk.tap(button)
            if _last(talk)[0] not in ENDS:
                lost.append((said, button, _last(talk)[0]))
    assert not lost


def test_no_question_is_asked_twice(library: Library) -> None:
    """Choosing the first answer again and again comes to an end."""
    for said in _sayings(library):
        talk = _talk(library, in_profile=False)
        talk.say(said)
        asked: list[str] = []
        while _last(talk)[1]:
            button = _last(talk)[1][0]
            assert button not in asked, said
            asked.append(button)
            talk.tap(button)
