"""Facts of invented people, from a few words of a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from handlers.facts import Claim, Claims, Facts, PlanRow, Post, State, unmatched
from knowledge.catalogue import Catalogue
from knowledge.reminder_policy import Hour
from knowledge.working_time import IST

EXPECTATIONS = Path(__file__).resolve().parent.parent / "expectations" / "reminders.yaml"
YEAR = "2025-26"
_PLAIN = set(Facts.__struct_fields__)


def table(name: str) -> Any:
    return yaml.safe_load(EXPECTATIONS.read_text(encoding="utf-8"))[name]


def moment(day: date, at: time = time(10)) -> int:
    return int(datetime.combine(day, at, IST).timestamp())


def facts_of(catalogue: Catalogue, told: Mapping[str, Any], key: str = "100") -> Facts:
    """Facts as a table writes them; what it does not say is not known, and the chat is open."""
    values = dict(told)
    settled, done, passed = values.pop("settled", None), values.pop("completed", ()), values.pop("passed", None)
    on = values.pop("completed_on", None)
    said = {course: Claims(Claim(State.COMPLETED, moment(day), day)) for course, day in values.pop("said", {}).items()}
    plan = tuple(
        PlanRow(catalogue.courses[row].title, row) if row in catalogue.courses else PlanRow(row)
        for row in values.pop("plan", ())
    )
    reports = Claim(State.COMPLETED, moment(date(2026, 3, 25)), on)
    post = Post(values.pop("told", None), curriculum=settled)
    reported = _reported(values.pop("reported", None))
    hour = values.pop("hour", None)
    assert set(values) <= _PLAIN, values
    return Facts(
        key=key,
        year=YEAR,
        told=post,
        reported=reported,
        hour=Hour(hour) if hour else None,
        plan=plan,
        progress={**{_key(catalogue, course): Claims(reported=reports) for course in done}, **said},
        assessment=Claims(reported=Claim(State.COMPLETED, moment(passed), passed)) if passed else Claims(),
        **values,
    )


def titles(catalogue: Catalogue, courses: list[str]) -> tuple[str, ...]:
    return tuple(catalogue.courses[one].title if one in catalogue.courses else one for one in courses)


def _key(catalogue: Catalogue, course: str) -> str:
    return course if course in catalogue.courses else unmatched(course)


def _reported(told: Any) -> Post:
    if isinstance(told, list):
        return Post(meanings=tuple(told))
    return Post(is_unknown=True) if told == "unknown" else Post(told)
