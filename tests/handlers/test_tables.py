"""Every table of the content, as a person gets to see it, against tables typed independently from the papers."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.console import ConsoleTalk
from handlers.messages import Line, Reply
from handlers.rendering import render
from handlers.session import Person, Session
from knowledge.catalogue import NONE, UNDECIDED, Designation, Language
from knowledge.library import Library

EXPECTATIONS = Path(__file__).resolve().parent.parent / "expectations"
NOW = datetime(2026, 2, 10, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def _typed(name: str) -> Any:
    return yaml.safe_load((EXPECTATIONS / f"{name}.yaml").read_text(encoding="utf-8"))


COURSES, EXTRAS, YEAR, CIRCLES = _typed("courses"), _typed("extra_courses"), _typed("year"), _typed("circles")
ROWS = [
    row for row in _typed("designations") if row["group"] in ("name", "typo", "special") and row["designation_any_of"]
]
TITLES = [row["title"] for row in COURSES["courses"]]


def _tap(library: Library, topic: str, language: Language = "en", **known: Any) -> Reply:
    talk = ConsoleTalk(library, lambda: NOW, Person(language=language, **known), Session(is_greeted=True))
    (reply,) = talk.tap(f"TOPIC {topic}").replies
    return reply


def _text(library: Library, reply: Reply) -> str:
    return render(library.catalogue.texts, reply).text


def _titles(reply: Reply, *keys: str) -> list[str]:
    return [str(dict(line.params)["title"]) for line in reply.lines if line.key in keys]


def _expected(designation: Designation) -> tuple[str, str]:
    """The typed curriculum and syllabus; the content's own where nobody typed this designation."""
    rows = {(row["curriculum"], row["syllabus"]) for row in ROWS if designation.name.en in row["designation_any_of"]}
    assert len(rows) <= 1, designation.id
    return rows.pop() if rows else (designation.curriculum, designation.syllabus)


def _shown(line: Line) -> bool:
    return not line.key.startswith("question-")


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("topic", ["courses.mine", "syllabus.mine"])
def test_each_designation_gets_exactly_its_courses(library: Library, topic: str, language: Language) -> None:
    for designation in library.catalogue.designations.values():
        curriculum, syllabus = _expected(designation)
        six = COURSES["curricula"].get(curriculum, []) if topic == "courses.mine" else []
        three = COURSES["syllabi"].get(syllabus, [])
        extra = EXTRAS[syllabus][curriculum] if three and curriculum in COURSES["curricula"] else []
        reply = _tap(library, topic, language, designation=designation.id)
        assert sorted(_titles(reply, "courses-line", "courses-line-time")) == sorted(six), designation.id
        assert _titles(reply, "syllabus-line", "syllabus-line-extra") == three, designation.id
        assert _titles(reply, "syllabus-line-extra") == extra, designation.id
        text = _text(library, Reply(language, tuple(filter(_shown, reply.lines))))
        assert {title for title in TITLES if title in text} == {*six, *three}, designation.id
        assert all(text.count(title) >= (title in six) + (title in three) + (title in extra) for title in TITLES)


def test_what_is_undecided_or_left_out_is_said_and_gets_no_list(library: Library) -> None:
    for designation in library.catalogue.designations.values():
        keys = {line.key for line in _tap(library, "courses.mine", designation=designation.id).lines}
        is_open = bool(keys & {"courses-undecided", "one-question-first"})
        assert is_open is (UNDECIDED in _expected(designation)) or "syllabus-undecided" in keys, designation.id
        is_out = any(key.startswith("courses-excluded") for key in keys)
        assert is_out is (_expected(designation)[0] == NONE), designation.id


def test_most_designations_were_typed_independently(library: Library) -> None:
    typed = {name for row in ROWS for name in row["designation_any_of"]}
    known = [designation for designation in library.catalogue.designations.values() if designation.name.en in typed]
    assert len(known) >= 0.65 * len(library.catalogue.designations)


def test_courses_are_under_their_pillar_with_their_printed_length(library: Library) -> None:
    by_title = {course.title: course for course in library.catalogue.courses.values()}
    assert sorted(by_title) == sorted(TITLES)
    for row in COURSES["courses"]:
        assert by_title[row["title"]].minutes == row["minutes"], row["title"]
        assert row["pillar"] in (None, by_title[row["title"]].pillar), row["title"]
    for curriculum, totals in COURSES["totals"].items():
        id_ = next(d.id for d in library.catalogue.designations.values() if d.curriculum == curriculum)
        text = _text(library, _tap(library, "courses.mine", designation=id_))
        hours, minutes = divmod(totals["known_minutes"], 60)
        total = " ".join(part for part in (f"{hours} h" * bool(hours), f"{minutes} min" * bool(minutes)) if part)
        assert f": {total}." in text if total else " min" not in text and " h " not in text, curriculum
        assert str(totals["unknown"]) in text, curriculum


def test_the_years_facts_stand_in_the_answers(library: Library) -> None:
    dates = _text(library, _tap(library, "deadlines"))
    for phase in YEAR["phases"]:
        day = f"{phase['by'].day} {phase['by']:%B %Y}"
        said = f"{day} ({(phase['by'] - NOW.date()).days} days left): {phase['courses']} of {YEAR['courses']['total']}"
        assert f"{said} courses" in dates, phase["name"]
    assert f"{YEAR['deadline'].day} {YEAR['deadline']:%B %Y} (49 days left): the Comprehensive Assessment" in dates
    rules, facts = _text(library, _tap(library, "assessment.format")), YEAR["assessment"]
    for said in (f"{facts['questions']} questions in {facts['minutes']} minutes", f"{facts['pass_percent']} %",
                 f"{facts['safe_right']} right", f"{facts['attempts']} attempts", "no negative marking"):  # fmt: skip
        assert said in rules, said
    assert YEAR["year"] in rules and YEAR["contacts"]["email"] in rules
    assert YEAR["apar_year"] in _text(library, _tap(library, "apar"))
    floor = f"{YEAR['courses']['floor']} of {YEAR['courses']['total']}"
    assert floor in _text(library, _tap(library, "courses.minimum"))


def test_the_orders_are_those_of_the_papers(library: Library) -> None:
    (year,) = library.catalogue.years
    typed = {row["document"]: (row["number"], row["date"]) for row in YEAR["orders"]}
    for order in year.orders:
        assert typed[order.document] == (order.number, order.issued), order.document


def _after_circle(library: Library, said: str) -> ConsoleTalk:
    talk = ConsoleTalk(library, lambda: NOW, Person(language="en"), Session(is_greeted=True))
    talk.tap("PROFILE circle")
    talk.say(said)
    return talk


@pytest.mark.parametrize("row", CIRCLES["circles"], ids=lambda row: row["says"])
def test_a_circle_is_understood(library: Library, row: dict[str, Any]) -> None:
    place = library.catalogue.places.get(_after_circle(library, row["says"]).person.circle or "")
    assert place and place.name.en in (row["circle"], *row.get("also", ())), place


@pytest.mark.parametrize("row", CIRCLES["other_organisations"], ids=lambda row: row["says"])
def test_another_organisation_is_understood(library: Library, row: dict[str, Any]) -> None:
    place = library.catalogue.places.get(_after_circle(library, row["says"]).person.circle or "")
    assert place is not None, row["says"]
    words = {place.name.en, place.label.en, *place.variants}
    assert any(row["organisation"].casefold() in word.casefold() for word in words), place.name.en


@pytest.mark.parametrize("row", CIRCLES["never"], ids=lambda row: row["says"])
def test_the_general_entry_is_never_taken_for_a_circle(library: Library, row: dict[str, Any]) -> None:
    assert _after_circle(library, row["says"]).person.circle is None
