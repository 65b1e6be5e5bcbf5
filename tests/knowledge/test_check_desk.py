"""`check` on desk.yaml: every wrong value is reported with its file and its key, all of them at once."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.problems import Problem
from tests.knowledge.overlays import problems_of, shipped

#: A line of the shipped file, and what somebody wrote in its place; no two change the same line.
WRONG = {
    'default: {opens: "09:30", closes: "17:30", days_off: [7], holidays: []}':
        'default: {opens: "17:30", closes: "09:30", days_off: [8], holidays: [Diwali], lunch: "13:00"}',
    "circles: []": """circles:
  - {circle: delhi, opens: "ten", closes: "25:00", days_off: [1, 2, 3, 4, 5, 6, 7]}
  - {circle: delhi, opens: "10:00", closes: "17:30"}
  - {circle: atlantis, opens: "10:00", closes: "17:30"}
  - {circle: bihar, opens: 10, closes: "17:30", days_off: [Sunday]}
  - {opens: "10:00", closes: "17:30"}""",
    "  alert: 15 ": "  alert: 0 ",
    "  next_level: 120 ": "  next_level: two hours ",
    "  idle_days: 3 ": "  idle_days: -3 ",
    "  join_seconds: 10 ": "  joined: 10 ",
    "  kept_days: 180 ": "  kept_days: 1.5 ",
    "thanks]": "thanks, goodbye]",
    "evidence: [story, identity]": "evidence: [story, shoe_size]",
}  # fmt: skip
#: What is said about each: key, words.
FOUND = [
    ("default.closes", "later than opens"),
    ("default.days_off", "1 (Monday) to 7 (Sunday)"),
    ("default.holidays", "Diwali"),
    ("default.lunch", "not a known name"),
    ("circles[0].opens", 'a time like "09:30"'),
    ("circles[0].closes", 'a time like "09:30"'),
    ("circles[0].days_off", "not all"),
    ("circles[1].circle", "delhi is there twice"),
    ("circles[3].opens", "must be a text"),
    ("circles[3].days_off", "Sunday"),
    ("circles[4].circle", "is missing"),
    ("limits.alert", "more than 0"),
    ("limits.next_level", "a whole number"),
    ("limits.idle_days", "more than 0"),
    ("limits.joined", "not a known name"),
    ("limits.join_seconds", "is missing"),
    ("limits.kept_days", "a whole number"),
]
#: What refers to something else is looked at where the values are good.
REFERRING = [
    ("atlantis", "no known circle or office"),
    ("evidence", "unknown evidence shoe_size"),
    ("desk-canned-goodbye", "missing"),
    ("desk-label-goodbye", "missing"),
]
_GOOD = {before: after for before, after in WRONG.items() if before in ("thanks]", "evidence: [story, identity]")}
_GOOD["circles: []"] = 'circles:\n  - {circle: atlantis, opens: "10:00", closes: "17:30"}'


@cache
def found(*, refers: bool) -> tuple[Problem, ...]:
    text = shipped("desk.yaml")
    for before, after in (_GOOD if refers else WRONG).items():
        assert before in text, before
        text = text.replace(before, after, 1)
    return problems_of({"desk.yaml": text})


@pytest.mark.parametrize(("key", "problem"), FOUND)
def test_a_wrong_value_is_reported(key: str, problem: str) -> None:
    told = found(refers=False)
    assert any(f.file == "desk.yaml" and f.key == key and problem in f.problem for f in told), "\n".join(map(str, told))


@pytest.mark.parametrize(("key", "problem"), REFERRING)
def test_what_is_not_there_is_reported(key: str, problem: str) -> None:
    told = found(refers=True)
    assert any(key in f.key and problem in f.problem for f in told), "\n".join(map(str, told))


def test_a_circles_own_row_is_good() -> None:
    row = '{circle: delhi, opens: "10:00", closes: "17:30", days_off: [6, 7], holidays: [2026-01-26]}'
    assert problems_of({"desk.yaml": shipped("desk.yaml").replace("circles: []", f"circles:\n  - {row}")}) == ()
