"""A second training year is one more file: other dates, counts and lists, and no code."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest

from bot.console import ConsoleTalk
from handlers.rendering import render
from handlers.session import Person, Session
from knowledge.library import Library
from tests.knowledge.overlays import library_of, problems_of

#: An invented year; it begins two months after the one before it ended.
INVENTED = """
id: "2026-27"
starts: 2026-06-01
ends: 2027-03-31
apar_year: "2027-28"
due: {date: 2027-02-28, sources: [{document: dop-om-2025, paragraph: "invented"}]}
floor_percent: {value: 60, sources: [{document: dop-om-2025, paragraph: "invented"}]}
phases:
  - {id: half, courses: 2, due: 2026-09-30, sources: [{document: dop-om-2025, paragraph: "invented"}]}
  - {id: all, courses: 4, due: 2027-02-28, sources: [{document: dop-om-2025, paragraph: "invented"}]}
assessment:
  due: 2027-02-28
  questions: 12
  minutes: 15
  pass_percent: 60
  safe_right: 8
  attempts: 4
  negative_marking: false
  prerequisites: 2
  sources: [{document: dop-om-2025, paragraph: "invented"}]
reminders:
  milestones: [{id: half, needs: courses}, {id: all, needs: every}, {id: assessment, needs: assessment}]
  days: [10, 2, 0]
  fixed_days: [0]
  ahead_days: 5
  opens: "10:00"
  closes: "16:00"
  hours: {morning: "10:00", noon: "12:00", evening: "15:00"}
  snooze_days: 2
  congratulate_days: 4
  report_days: 1
orders: []
curricula:
  - {id: group_c, pillars: true, courses: [por, ccc, storytelling, ethics],
     sources: [{document: dop-om-2025, paragraph: "x"}]}
syllabi:
  - {id: staff, courses: [storytelling, mis], sources: [{document: dop-om-2025, paragraph: "x"}]}
"""
PATH = "years/2026-27.yaml"


@cache
def _library() -> Library:
    return library_of({PATH: INVENTED})


def _said(topic: str, day: str, language: str = "en", designation: str = "postal_assistant") -> str:
    now = datetime.fromisoformat(f"{day}T10:00+05:30")
    person = Person(language="hi" if language == "hi" else "en", designation=designation)
    talk = ConsoleTalk(_library(), lambda: now, person, Session(is_greeted=True))
    return render(_library().catalogue.texts, talk.tap(f"TOPIC {topic}").replies[0]).text


def test_both_years_are_good_content() -> None:
    assert problems_of({PATH: INVENTED}) == ()
    assert [year.id for year in _library().catalogue.years] == ["2025-26", "2026-27"]


def test_its_courses_and_its_assessment_are_answered() -> None:
    said = _said("courses.mine", "2026-11-21")
    assert said.startswith("Training year 2026-27") and "Your 4 courses, as Postal Assistant" in said
    for title in ("Communication for Citizen Centricity", "Art of Storytelling", "Moral Thinking for Action (Ethics)"):
        assert title in said
    assert "Conduct Rules" not in said and "Know Your Ministry" not in said
    assert "MIS Reports under Advance Postal Technology 2.0 ← not among your 4" in said
    assert "3 of 4" in said  # the floor of 60 %, rounded up
    assert "assessment: 4 courses" in said  # two of the assessment, one of them outside, two more of the list


def test_its_dates_and_rules_are_answered() -> None:
    dates = _said("deadlines", "2026-11-21")
    assert (
        "30 September 2026 (past): 2 of 4 courses" in dates
        and "by 28 February 2027 (99 days left): 4 of 4 courses" in dates
    )
    assert "2025-26" not in dates and "31 March" not in dates
    rules = _said("assessment.format", "2026-11-21")
    for fact in ("12 questions in 15 minutes", "60 %", "8 right", "4 attempts", "(2)"):
        assert fact in rules, fact
    assert "2 of 4 courses" in _said("progress", "2026-11-21")
    assert "2027-28" in _said("apar", "2026-11-21")


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("day", ["2026-11-21", "2027-05-01"])
def test_no_answer_still_speaks_of_the_year_before(day: str, language: str) -> None:
    for topic in _library().catalogue.topics.values():
        if topic.about_year:
            said = _said(topic.id, day, language)
            body = said.rsplit("📄", 1)[0]
            assert "2026-27" in said.split("\n")[0], topic.id
            assert "31 March 2026" not in said and "31 मार्च 2026" not in said, topic.id
            assert not any(word in body for word in (" six ", "छह", "50 questions", "50 सवाल")), topic.id
            assert not set("{}$") & set(said), topic.id


def test_a_list_that_the_year_does_not_have_is_undecided() -> None:
    said = _said("courses.mine", "2026-11-21", designation="postman")
    assert "do not decide which 4 courses apply to Postman" in said


def test_the_days_between_speak_of_the_year_that_is_over() -> None:
    said = _said("courses.mine", "2026-04-20")
    assert said.startswith("This is 2025-26, which is over")
    assert "Conduct Rules" in said and "were:" in said and "2026-27" not in said


def test_the_year_before_is_as_it_was() -> None:
    assert "by 31 March 2026 (49 days left): 6 of 6 courses" in _said("deadlines", "2026-02-10")


def test_two_years_that_overlap_are_a_fault() -> None:
    found = problems_of({PATH: INVENTED.replace("starts: 2026-06-01", "starts: 2026-03-01")})
    assert any(f.file == PATH and f.key == "starts" and "overlaps with 2025-26" in f.problem for f in found)
