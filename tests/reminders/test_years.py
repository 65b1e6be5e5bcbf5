"""Another training year is reminded of by its own policy: another file and no code. And what the file may not say."""

from __future__ import annotations

from datetime import date, time
from functools import cache

import pytest

from handlers.facts import Facts, Post
from handlers.standing import Reason
from knowledge.library import Library
from knowledge.schedule import reminder_days
from knowledge.training_year import year_on
from reminders.judge import judge
from reminders.rehearse import rehearse
from tests.knowledge.overlays import changed, library_of, problems_of, shipped
from tests.knowledge.test_second_year import INVENTED, PATH
from tests.reminders.making import YEAR, facts_of

FILE = f"years/{YEAR}.yaml"
#: The invented year, two years later: a milestone whose days lie around 29 February.
LEAP = (
    INVENTED.replace("2027-02-28", "2028-03-01").replace("2026-", "2027-").replace('"2027-27"', '"2027-28"')
    .replace("ends: 2027-03-31", "ends: 2028-03-31").replace('apar_year: "2027-28"', 'apar_year: "2028-29"')
    .replace("days: [10, 2, 0]", "days: [10, 3, 2, 1, 0]")
)  # fmt: skip


@cache
def _library() -> Library:
    return library_of({PATH: INVENTED})


def _person(year: str = "2026-27") -> Facts:
    return Facts("1", year, told=Post("postal_assistant"))


def test_the_invented_year_has_its_own_days_counts_and_window() -> None:
    catalogue = _library().catalogue
    year = year_on(catalogue.years, date(2026, 9, 1)).year
    found = {
        one.day: one.judgement.milestones
        for one in rehearse(lambda _: [_person()], catalogue, date(2026, 6, 1), date(2027, 4, 1))
    }
    assert found == {
        date(2026, 9, 19): ("half",),  # ten days before is a Sunday
        date(2026, 9, 28): ("half",),
        date(2026, 9, 30): ("half",),
        date(2027, 2, 18): ("all", "assessment"),
        date(2027, 2, 26): ("all", "assessment"),
        date(2027, 2, 28): ("all", "assessment"),
    }
    asked = judge(_person(), catalogue, year, date(2026, 9, 28), time(9, 45))
    assert asked.reason is Reason.QUIET and len(asked.remaining) == 4
    assert judge(_person(), catalogue, year, date(2026, 9, 28), time(10)).reason is Reason.DUE


def test_the_year_before_keeps_its_days() -> None:
    catalogue = _library().catalogue
    days = reminder_days(catalogue.years[0], catalogue.desk.default)
    assert len(days) == 14 and max(days) == date(2026, 3, 31)


def test_the_leap_day_is_a_reminder_day() -> None:
    catalogue = library_of({"years/2027-28.yaml": LEAP}).catalogue
    year = catalogue.years[1]
    assert (year.id, year.due) == ("2027-28", date(2028, 3, 1))
    days = reminder_days(year, catalogue.desk.default)
    assert sorted(day for day in days if day > date(2028, 2, 1)) == [
        date(2028, 2, 19),  # Sunday 20 February is ten days before
        date(2028, 2, 26),  # three days before is a Sunday, in a leap year
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]
    assert judge(_person("2027-28"), catalogue, year, date(2028, 2, 29)).milestones == ("all", "assessment")


def test_an_extended_date_is_reminded_of_at_its_new_day() -> None:
    extended = changed(FILE, "courses: 6, due: 2026-03-31", "courses: 6, due: 2026-05-31")
    extended[FILE] = extended[FILE].replace("due: {date: 2026-03-31", "due: {date: 2026-05-31")
    catalogue = library_of(extended).catalogue
    year = catalogue.years[0]
    facts = facts_of(catalogue, {"told": "mts"})
    assert judge(facts, catalogue, year, date(2026, 3, 31)).milestones == ("assessment",)
    assert judge(facts, catalogue, year, date(2026, 5, 31)).milestones == ("complete",)


#: What is written instead of what, and the fault that is told: its key and words of it.
FAULTS = (
    ("{id: phase1, needs: courses}", "{id: phase9, needs: courses}", "milestones[phase9].id", "no phase"),
    ("{id: phase2, needs: courses}", "{id: phase2, needs: luck}", "milestones[phase2].needs", "not one of"),
    ("{id: complete, needs: every}", "{id: assessment, needs: every}", "milestones[assessment].id", "defined twice"),
    ("fixed_days: [1, 0]", "fixed_days: [2]", "fixed_days", "must be some of days"),
    ("  days: [14, 7, 3, 1, 0]", "  days: [14, 14]", "reminders.days", "each once"),
    ('  opens: "09:30"', "  opens: half past nine", "opens", "must be a time"),
    ('evening: "16:30"', 'evening: "20:30"', "hours.evening", "between opens and closes"),
    ("report_days: 2", "report_days: -1", "report_days", "less than 0"),
    ("snooze_days: 3", "snooze: 3", "reminders.snooze", "not a known name"),
)


def test_every_fault_of_a_policy_is_told_with_its_place() -> None:
    text = shipped(FILE)
    for before, after, _, _ in FAULTS:
        assert before in text, before
        text = text.replace(before, after, 1)
    found = problems_of({FILE: text})
    for *_, key, problem in FAULTS:
        assert any(one.file == FILE and key in one.key and problem in one.problem for one in found), key


@pytest.mark.parametrize(
    ("before", "after", "key", "problem"),
    [
        ("reminders:\n  milestones:", "reminder:\n  milestones:", "reminders", "must be a list"),
        ('closes: "18:30"', 'closes: "08:30"', "closes", "later than opens"),
    ],
)
def test_a_year_without_a_policy_or_without_a_window(before: str, after: str, key: str, problem: str) -> None:
    found = problems_of(changed(FILE, before, after))
    assert any(one.file == FILE and key in one.key and problem in one.problem for one in found), found
