"""What is left and how much a day that is; only published lengths are added up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handlers.assessed import assess
from handlers.plan import Plan, make_plan, plan_lines
from handlers.rendering import render
from knowledge.catalogue import Language
from knowledge.library import Library
from reminders.judge import judge
from reminders.message import congratulation, reminder
from tests.reminders.making import facts_of

DIRECTOR = {"told": "director_postal_services", "completed": ["por", "dddm", "ebpm"]}


def _plan(library: Library, told: dict[str, Any], day: date) -> Plan | None:
    catalogue = library.catalogue
    year = catalogue.years[0]
    return make_plan(assess(facts_of(catalogue, told), catalogue, year), catalogue, year, day)


def test_the_plan_of_three_courses_in_nine_days(library: Library) -> None:
    plan = _plan(library, DIRECTOR, date(2026, 3, 22))
    assert plan is not None
    assert (plan.left, plan.total, plan.known_minutes, plan.days, plan.minutes_a_day) == (3, 6, 276, 9, 31)
    assert plan.known[1:] == ("Critical Thinking", "Purpose Driven Leadership") and plan.unknown == ()
    assert plan.next.startswith("MIS Reports") and plan.is_in_assessment


def test_unknown_lengths_are_named_and_not_added(library: Library) -> None:
    plan = _plan(library, {"told": "mts"}, date(2026, 3, 30))
    assert plan is not None
    assert (plan.known_minutes, plan.days, plan.minutes_a_day, len(plan.unknown)) == (331, 1, 331, 5)
    none = _plan(library, {"told": "postman"}, date(2026, 3, 30))
    assert none is not None and none.minutes_a_day is None and none.left == 6 and not none.known


def test_a_plan_only_where_there_is_something_to_plan(library: Library) -> None:
    assert _plan(library, DIRECTOR, date(2026, 3, 31)) is not None
    assert _plan(library, DIRECTOR, date(2026, 4, 1)) is None
    assert _plan(library, {"told": "assistant_director_general"}, date(2026, 3, 1)) is None
    assert _plan(library, {"told": "mts", "completed": ["kym", "dakshta", "dcc", "conduct", "gender", "soft_skills"]},
                 date(2026, 3, 1)) is None  # fmt: skip


def _said(library: Library, told: dict[str, Any], day: date, language: Language = "en") -> str:
    catalogue = library.catalogue
    year, facts = catalogue.years[0], facts_of(catalogue, told)
    assessed = assess(facts, catalogue, year)
    reply = reminder(catalogue, language, year, assessed, judge(facts, catalogue, year, day), day)
    return render(catalogue.texts, reply).text


def test_a_reminder_says_what_is_left_the_plan_and_what_is_next(library: Library) -> None:
    said = _said(library, DIRECTOR, date(2026, 3, 17))
    assert "*2025-26: what is still open for you*" in said
    assert "• by 31 March 2026 (14 days left): 6 of 6 courses; you have 3" in said
    assert "• by 31 March 2026 (14 days left): the Comprehensive Assessment passed" in said
    assert "3 of 6 left, 4 h 36 min (MIS Reports under Advance Postal Technology 2.0, Critical Thinking, " in said
    assert "Purpose Driven Leadership), 14 days: 20 minutes a day" in said
    assert "Next: *MIS Reports under Advance Postal Technology 2.0*, because it is also in your assessment" in said
    assert "Not among these 6, but your assessment needs it: Art of Storytelling" in said
    assert "green tick" not in said  # something is completed


def test_a_reminder_of_the_last_day(library: Library) -> None:
    said = _said(library, {"told": "mts", "is_verified": False}, date(2026, 2, 15))
    assert said.startswith("⏰ *2025-26: today is the last day*\n\nFirst of all the green tick")
    assert "• *today*, 15 February 2026: 1 of 6 courses; you have 0" in said
    assert "• by 1 March 2026 (14 days left): 3 of 6 courses" in said
    assert "6 of 6 left, 5 h 31 min (Multi Tasking Karmayogi – Dakshta), 44 days: 8 minutes a day" in said
    assert "Length not published: Know Your Ministry - Department of Posts, " in said


def test_a_reminder_of_the_assessment_alone(library: Library) -> None:
    done = {"told": "mts", "completed": ["kym", "dakshta", "dcc", "conduct", "gender", "soft_skills"]}
    said = _said(library, done, date(2026, 3, 31))
    assert "All courses of your list are done. Still open: the assessment." in said and "left," not in said


@pytest.mark.parametrize("day", [date(2026, 2, 14), date(2026, 2, 15), date(2026, 3, 30), date(2026, 3, 31)])
@pytest.mark.parametrize("told", ["mts", "postman", "director_postal_services"])
def test_both_languages_say_the_same_titles_and_numbers(told: str, day: date, library: Library) -> None:
    hindi, english = (_said(library, {"told": told}, day, language) for language in ("hi", "en"))
    year, catalogue = library.catalogue.years[0], library.catalogue
    for title in judge(facts_of(catalogue, {"told": told}), catalogue, year, day).remaining:
        assert title in hindi and title in english
    plan = _plan(library, {"told": told}, day)
    assert plan is not None and plan.next in hindi
    assert not set("{}$") & set(hindi + english) and "plan-" not in hindi and "reminder-" not in hindi
    assert (f"रोज़ {plan.minutes_a_day} मिनट" in hindi) is (plan.minutes_a_day is not None and plan.days > 0)


def test_one_day_and_one_minute(library: Library) -> None:
    catalogue = library.catalogue
    plan = Plan(6, date(2026, 3, 31), 1, 1, ("A",), (), "A", False)
    texts = [catalogue.texts.render("en", one.key, dict(one.params)) for one in plan_lines(catalogue, "en", plan)]
    assert texts == ["1 of 6 left, 1 min (A), 1 day: 1 minute a day", "Next: *A*"]


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_congratulation_says_what_to_check(language: Language, library: Library) -> None:
    catalogue = library.catalogue
    year, facts = catalogue.years[0], facts_of(catalogue, {"told": "mts"})
    said = render(catalogue.texts, congratulation(catalogue, language, year, assess(facts, catalogue, year))).text
    for fact in ("6", "2025-26", "2026-27", "Part I", "Training Programs Attended", "SPARROW", "MDO"):
        assert fact in said, fact
