"""When a desk works, and what is due when: a table worked out by hand with a calendar."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from handlers.ticket import Level, State, Ticket
from knowledge.desk_rules import Calendar, DeskRules
from knowledge.working_time import IST, after_working, after_working_days, is_open, next_opening, working_seconds
from reminders.desk_times import due_of, next_look
from tests.knowledge.overlays import catalogue_of, shipped

TABLE = yaml.load(  # as text: a time without seconds is no YAML timestamp
    (Path(__file__).parent.parent / "expectations" / "desk_times.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
_NONE = ("", "null")
_TIMES = frozenset(name for name in Ticket.__struct_fields__ if name.endswith("_at"))


def when(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=IST)


def seconds(written: str) -> int:
    return 0 if written in _NONE else int(when(written).timestamp())


@cache
def rules(**limits: str) -> DeskRules:
    """The shipped desk.yaml with the table's circles and limits laid over it."""
    values = yaml.safe_load(shipped("desk.yaml"))
    laid = yaml.safe_load(yaml.safe_dump(TABLE["desk"]))
    circles = [_calendar(row) for row in laid["circles"]]
    changed = {name: int(value) for name, value in (laid["limits"] | limits).items()}
    values |= {"default": _calendar(laid["default"]), "circles": circles, "limits": values["limits"] | changed}
    return catalogue_of({"desk.yaml": yaml.safe_dump(values)}).desk


def _calendar(row: dict[str, Any]) -> dict[str, Any]:
    days = [datetime.fromisoformat(day).date() for day in row["holidays"]]
    return row | {"days_off": list(map(int, row["days_off"])), "holidays": days}


def calendar(circle: str) -> Calendar:
    return rules().calendar(None if circle in _NONE else circle)


def ticket_of(values: dict[str, str]) -> Ticket:
    told = {name: seconds(value) if name in _TIMES else value for name, value in values.items()}
    told["state"], told["level"] = State(values.get("state", "open")), Level(values.get("level", "circle"))
    told["alerts"] = int(values.get("alerts", "0"))
    fresh: dict[str, Any] = {"circle": None, "opened_at": 0, "queued_at": 0}
    return Ticket(id=1, person=1, address=1, language="en", designation=None, topics=(), path=(), evidence=(),
                  **{**fresh, **told})  # fmt: skip


@pytest.mark.parametrize(("at", "circle", "expected"), TABLE["open"])
def test_open(at: str, circle: str, expected: str) -> None:
    assert is_open(calendar(circle), when(at)) is (expected == "true")


@pytest.mark.parametrize(("at", "circle", "expected"), TABLE["opens_next"])
def test_opens_next(at: str, circle: str, expected: str) -> None:
    assert next_opening(calendar(circle), when(at)) == (None if expected in _NONE else when(expected))


@pytest.mark.parametrize(("start", "end", "circle", "minutes"), TABLE["minutes_between"])
def test_minutes_between(start: str, end: str, circle: str, minutes: str) -> None:
    assert working_seconds(calendar(circle), seconds(start), seconds(end)) == int(minutes) * 60


@pytest.mark.parametrize(("about", "start", "circle", "minutes", "expected"), TABLE["after_minutes"])
def test_after_minutes(about: str, start: str, circle: str, minutes: str, expected: str) -> None:
    end = after_working(calendar(circle), seconds(start), int(minutes) * 60)
    assert datetime.fromtimestamp(end, IST) == when(expected), about
    assert working_seconds(calendar(circle), seconds(start), end) == int(minutes) * 60, about


@pytest.mark.parametrize(("start", "circle", "days", "expected"), TABLE["after_days"])
def test_after_days(start: str, circle: str, days: str, expected: str) -> None:
    assert after_working_days(calendar(circle), seconds(start), int(days)) == seconds(expected)


@pytest.mark.parametrize("row", TABLE["tickets"], ids=lambda row: row["about"])
def test_what_is_due(row: dict[str, Any]) -> None:
    desk, ticket = rules(**row.get("limits", {})), ticket_of(row["ticket"])
    hours = desk.calendar(ticket.circle)
    for at, expected in row["due"].items():
        assert due_of(ticket, hours, desk.limits, seconds(at)).value == expected, at
    for at, expected in row["next"].items():
        assert next_look(ticket, hours, desk.limits, seconds(at)) == seconds(expected), at
