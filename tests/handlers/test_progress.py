"""What people read of their progress: the plan, the checklist, the next reminder; and what messages tell."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from handlers.conversation import step
from handlers.facts import Claim, Claims, Facts, State
from handlers.messages import Inbound, Kind
from handlers.rendering import render
from handlers.session import Person, Session
from knowledge.library import Library
from knowledge.report_words import read_report
from knowledge.working_time import IST


def shown(library: Library, facts: Facts, day: date, said: str, designation: str = "postmaster_general") -> str:
    """What a person reads who writes (or taps) this."""
    kind = Kind.TAP if said.startswith("0:") else Kind.TEXT
    person = Person(language="en", designation=designation, circle="delhi", messages_off=facts.is_opted_out)
    now = datetime.combine(day, time(10), IST)
    taken = step(person, Session(is_greeted=True), Inbound(kind, said), library, now, facts=facts)
    return "\n".join(render(library.catalogue.texts, reply).text for reply in taken.replies)


def done(*keys: str, on: date = date(2026, 2, 1)) -> dict[str, Claims]:
    claim = Claim(State.COMPLETED, int(datetime.combine(on, time(12), IST).timestamp()), on)
    return {key: Claims(reported=claim) for key in keys}


def test_the_plan_of_the_published_lengths(library: Library) -> None:
    facts = Facts("", "2025-26", progress=done("por", "dddm", "ebpm"))
    plan = shown(library, facts, date(2026, 3, 22), "0:v:plan")
    assert (
        "3 of 6 left, 4 h 36 min (MIS Reports under Advance Postal Technology 2.0, Critical Thinking, Purpose Driven "
        "Leadership), 9 days: 31 minutes a day"
    ) in plan
    assert "Next: *MIS Reports under Advance Postal Technology 2.0*, because it is also in your assessment" in plan


def test_after_the_last_day_there_is_no_plan_and_no_days_left(library: Library) -> None:
    facts = Facts("", "2025-26", progress=done("por"))
    assert "is past" in shown(library, facts, date(2026, 4, 1), "0:v:plan")
    progress = shown(library, facts, date(2026, 4, 1), "/progress")
    assert "days left" not in progress and "were due by 1 March 2026 (past): 2 not done" in progress


@pytest.mark.parametrize(
    ("day", "snoozed", "expected"),
    [
        (date(2026, 2, 10), None, "12 February 2026"),  # three days before the first phase
        (date(2026, 2, 12), None, "12 February 2026"),
        (date(2026, 2, 10), date(2026, 2, 13), "14 February 2026"),
        (date(2026, 2, 13), date(2026, 2, 16), "15 February 2026"),  # a snooze ends on the last day
        (date(2026, 3, 31), None, "31 March 2026"),
    ],
)
def test_the_next_reminder(library: Library, day: date, snoozed: date | None, expected: str) -> None:
    facts = Facts("", "2025-26", snoozed_until=snoozed)
    assert f"Next one: {expected}" in shown(library, facts, day, "/reminders")


def test_who_needs_none_is_told_why(library: Library) -> None:
    assert "no date lies ahead" in shown(library, Facts("", "2025-26"), date(2026, 4, 1), "/reminders")
    assert "do not know your post" in shown(library, Facts("", "2025-26"), date(2026, 2, 10), "/reminders", "no_such")


def test_a_report_that_does_not_show_it_is_named_with_its_day(library: Library) -> None:
    told = Claim(State.COMPLETED, int(datetime(2026, 1, 10, 12, tzinfo=IST).timestamp()), date(2026, 1, 10))
    silent = Claim(State.NOT_STARTED, told.at + int(timedelta(days=2).total_seconds()))
    facts = Facts("", "2025-26", progress={"por": Claims(told, silent)})
    assert "the report of 12 January 2026 does not show it" in shown(library, facts, date(2026, 2, 10), "/progress")
    early = Claim(State.NOT_STARTED, silent.at - 1)
    kept = Facts("", "2025-26", progress={"por": Claims(told, early)})
    assert "you told me, not yet in the report" in shown(library, kept, date(2026, 2, 10), "/progress")


def test_what_was_told_of_the_profile_and_of_failed_attempts_is_shown(library: Library) -> None:
    facts = Facts("", "2025-26", is_verified=True, is_mapped=True, attempts=2)
    shown_so = shown(library, facts, date(2026, 2, 10), "/progress")
    assert "✅ Verify" in shown_so and "✅ Map: your organisation (MDO)" in shown_so and "2 attempts failed" in shown_so
    assert "❔ Map" in shown(library, Facts("", "2025-26"), date(2026, 2, 10), "/progress")


@pytest.mark.parametrize(
    ("said", "attempts"),
    [
        ("exam fail ho gaya", None),
        ("I failed the assessment 4 times", 4),
        ("परीक्षा दो बार पास नहीं हुई", 2),
        ("two attempts failed", 2),
    ],
)
def test_failed_attempts_in_words(library: Library, said: str, attempts: int | None) -> None:
    report = read_report(library.catalogue, library.catalogue.years[0], said)
    assert report.says("failed") and report.is_whole and report.attempts == attempts


@pytest.mark.parametrize(
    ("said", "courses", "count", "right"),
    [
        ("CCS conduct aur gender dono kar liye", ("conduct", "gender"), None, None),
        ("Communication for Citizen Centricity done", ("ccc",), None, None),
        ("एमआईएस रिपोर्ट और आचरण नियम पूरे", ("mis", "conduct"), None, None),
        ("communication done", (), None, None),
        ("I finished 4 courses", (), 4, None),
        ("teen course ho gaye", (), 3, None),
        ("4/6 done", (), 4, None),
        ("exam pass 38/50", (), None, 38),
        ("50 me 41 sahi", (), None, 41),
        ("passed with 29 marks", (), None, 29),
        ("course kar do", (), None, None),
    ],
)
def test_what_a_message_tells(
    library: Library, said: str, courses: tuple[str, ...], count: int | None, right: int | None
) -> None:
    report = read_report(library.catalogue, library.catalogue.years[0], said)
    assert (report.courses, report.count, report.right) == (courses, count, right)
