"""Whom the order leaves out, which lists are a reading, what a year that is over asks, and a circle in a message."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.console import ConsoleTalk
from handlers.messages import Reply
from handlers.rendering import render
from handlers.session import Person, Session
from knowledge.library import Library

#: Posts of which `confidence` says that a list is the content's own reading.
READ, OVER = "inferred", "2026-11-21"


def _talk(library: Library, day: str = "2026-02-10", language: str = "en", **known: Any) -> ConsoleTalk:
    now = datetime.fromisoformat(f"{day}T10:00+05:30")
    person = Person(language="hi" if language == "hi" else "en", **known)
    return ConsoleTalk(library, lambda: now, person, Session(is_greeted=True))


def _reply(library: Library, topic: str, designation: str, day: str = "2026-02-10", language: str = "en") -> Reply:
    return _talk(library, day, language, designation=designation).tap(f"TOPIC {topic}").replies[0]


def _keys(reply: Reply) -> list[str]:
    return [line.key for line in reply.lines]


@pytest.mark.parametrize("day", ["2026-02-10", OVER])
def test_those_left_out_are_told_so_first_whatever_of_the_year_they_ask(library: Library, day: str) -> None:
    texts = library.catalogue.texts
    for topic in library.catalogue.topics.values():
        for designation in library.catalogue.designations.values() if topic.about_year else ():
            keys = [key for key in _keys(_reply(library, topic.id, designation.id, day)) if key != "not-covered"]
            assert keys[0].startswith("courses-excluded") is designation.is_excluded, (topic.id, designation.id)
    for topic_id in ("mandate.why", "gap.penalty", "courses.mine"):
        said = _reply(library, topic_id, "gds_bpm", day)
        assert "answer-" not in " ".join(_keys(said))
        text = render(texts, said).text
        assert "para 4" in text and "Scope" in text and "Curriculum" not in text and "names a punishment" in text


def test_only_gds_and_contractual_staff_get_a_flat_no(library: Library) -> None:
    flat = {
        designation.id
        for designation in library.catalogue.designations.values()
        if _keys(_reply(library, "mandate.why", designation.id))[0] == "courses-excluded"
    }
    assert flat == {"gds_bpm", "gds_abpm", "dak_sevak", "contractual_staff"}
    for language, words in (("en", "not decided in any order I know"), ("hi", "किसी आदेश में तय नहीं है")):
        text = render(library.catalogue.texts, _reply(library, "mandate.why", "retired", language=language)).text
        assert words in text.split("\n")[0]


def test_a_list_that_is_a_reading_is_called_one(library: Library) -> None:
    for designation in library.catalogue.designations.values():
        if designation.is_excluded:
            continue
        for topic, names in (("courses.mine", ("curriculum", "syllabus")), ("syllabus.mine", ("syllabus",))):
            keys = _keys(_reply(library, topic, designation.id))
            is_read = any(designation.confidence[name] == READ for name in names)
            assert ("courses-reading" in keys) is is_read, designation.id
    assert "source-line-reading" in _keys(_reply(library, "courses.mine", "superintending_engineer"))


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_year_that_is_over_is_not_decided_by_what_igot_lists_today(library: Library, language: str) -> None:
    for designation in library.catalogue.designations.values():
        question = library.catalogue.questions.get(designation.question or "")
        if question is None or question.kind != "my_igot":
            continue
        reply = _reply(library, "courses.mine", designation.id, OVER, language)
        assert not any(choice.verb.name == "QUESTION" for choice in reply.choices), designation.id
        assert not any(key.startswith(("question-", "one-question")) for key in _keys(reply)), designation.id


def test_the_post_is_asked_after_saying_that_the_year_is_over(library: Library) -> None:
    asked = _keys(_talk(library, OVER).tap("TOPIC courses.mine").replies[0])
    assert asked == ["not-covered", "courses-need-designation"]


def test_a_circle_in_the_message_counts_for_its_answer_and_is_not_kept(library: Library) -> None:
    for circle in ("bihar", ""):
        talk = _talk(library, **({"circle": circle} if circle else {}))
        said = render(library.catalogue.texts, talk.say("phone number of igot cell delhi").replies[0]).text
        assert "Delhi Postal Circle" in said and "Bihar" not in said
        assert talk.person.circle == (circle or None)
