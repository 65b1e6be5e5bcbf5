"""The helpdesk's rules as values: working hours, limits, canned answers. All of it is content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from msgspec import Struct

from knowledge.fields import Fields

_LIMITS = (
    "alert", "next_level", "answer_alert", "answer_back", "idle_days", "reopen_hours", "join_seconds",
    "posts_a_minute", "messages_a_minute", "tickets_an_hour", "attachment_days", "kept_days",
)  # fmt: skip


class Calendar(Struct, frozen=True):
    """When a circle works, in India Standard Time; `days_off` are ISO weekdays (1 Monday to 7 Sunday).

    The hours are the desk's alone; the working days are those of the reminders too.
    """

    opens: time = time(9, 30)
    closes: time = time(17, 30)
    days_off: frozenset[int] = frozenset((7,))
    holidays: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        return day.isoweekday() not in self.days_off and day not in self.holidays


class DeskLimits(Struct, frozen=True):
    """How long things may take: working minutes, but for what names another unit."""

    alert: int
    next_level: int
    answer_alert: int
    answer_back: int
    idle_days: int
    reopen_hours: int
    join_seconds: int
    posts_a_minute: int
    messages_a_minute: int
    tickets_an_hour: int
    attachment_days: int
    kept_days: int


class DeskRules(Struct, frozen=True):
    """The desk's calendars by circle (`default` for the others and the central desk), limits, canned answers' ids."""

    default: Calendar
    circles: Mapping[str, Calendar]
    limits: DeskLimits
    canned: tuple[str, ...]
    #: What is asked before a request that no walk led to: ids of flows/evidence.yaml.
    evidence: tuple[str, ...]

    def calendar(self, circle: str | None) -> Calendar:
        return self.circles.get(circle or "", self.default)

    def calendar_id(self, circle: str | None) -> str:
        """The circle, where it has a calendar of its own; "" for the default."""
        return circle if circle is not None and circle in self.circles else ""


def read_desk(sheet: Fields) -> DeskRules:
    """The file desk.yaml."""
    sheet.known("default", "circles", "limits", "canned", "evidence")
    circles: dict[str, Calendar] = {}
    for row in sheet.rows("circles", required=False):
        circle = row.text("circle")
        if circle in circles:
            row.fault("circle", f"{circle} is there twice")
        circles[circle] = _calendar(row, "circle")
    limits = sheet.row("limits")
    limits.known(*_LIMITS)
    values = {name: limits.whole(name) for name in _LIMITS}
    for name, value in values.items():
        if value <= 0:
            limits.fault(name, "must be more than 0")
    return DeskRules(
        default=_calendar(sheet.row("default")),
        circles=circles,
        limits=DeskLimits(**values),
        canned=sheet.texts("canned"),
        evidence=sheet.texts("evidence"),
    )


def _calendar(row: Fields, *also: str) -> Calendar:
    row.known("opens", "closes", "days_off", "holidays", *also)
    opens, closes = row.clock("opens"), row.clock("closes")
    days_off = frozenset(day for day in row.wholes("days_off"))
    if opens >= closes:
        row.fault("closes", "must be later than opens")
    if not days_off <= set(range(1, 8)) or len(days_off) == 7:
        row.fault("days_off", "must be some of 1 (Monday) to 7 (Sunday), not all")
    return Calendar(opens, closes, days_off, frozenset(row.days("holidays")))
