"""Where a circle, or all of them, stands in a training year: what was counted, and the sums that are shown of it.

Employees are those whom the cell's reports name and who have not left. Milestones are counted of the mandated ones: all
but those whose post the order does not cover. Whoever only talks to the assistant is in no list and counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from knowledge.catalogue import TrainingYear

#: In the place of a curriculum: the list is the person's own plan; it is not settled (the designation is unknown or
#: undecided); the order does not cover the post.
PLAN, OPEN, OUTSIDE = "-plan", "-open", "-outside"
#: "Group C", "C", "Gr.-C (Non-Gazetted)".
_GROUP = re.compile(r"[\W_]*(?:group|grp|gr)?[\W_]*([a-d])(?![^\W_])", re.IGNORECASE)


class Kind(StrEnum):
    """By what a report takes the employees apart."""

    TOTAL = "total"
    CIRCLE = "circle"
    DIVISION = "division"
    GROUP = "group"
    CURRICULUM = "curriculum"


class Count(Struct, frozen=True):
    """How many people; `met`, by milestone in the order of the year's policy, and `calls` are of the mandated ones.

    `calls`: a milestone that is over or near is unmet, and the person cannot be written to. `reminded`: reminders that
    arrived in the year, congratulations not counted.
    """

    employees: int = 0
    mandated: int = 0
    linked: int = 0
    verified: int = 0
    met: tuple[int, ...] = ()
    calls: int = 0
    reminded: int = 0

    def __add__(self, other: Count) -> Count:
        longest = max(len(self.met), len(other.met))
        met = zip(_padded(self.met, longest), _padded(other.met, longest), strict=True)
        return Count(
            self.employees + other.employees,
            self.mandated + other.mandated,
            self.linked + other.linked,
            self.verified + other.verified,
            tuple(one + more for one, more in met),
            self.calls + other.calls,
            self.reminded + other.reminded,
        )


class Counted(Struct, frozen=True):
    """People of one circle, division, Group and curriculum, as the reports write them ("": blank)."""

    circle: str
    division: str
    group: str
    curriculum: str
    count: Count


class Tickets(Struct, frozen=True):
    """Requests for a human: `open` now; opened and first answered in the year, and in the last seven days."""

    open: int = 0
    opened: int = 0
    answered: int = 0
    opened_lately: int = 0
    answered_lately: int = 0

    def __add__(self, other: Tickets) -> Tickets:
        return Tickets(
            self.open + other.open,
            self.opened + other.opened,
            self.answered + other.answered,
            self.opened_lately + other.opened_lately,
            self.answered_lately + other.answered_lately,
        )


class Questions(Struct, frozen=True):
    """Of everybody, as no row says who asked: kept in the last seven days, by why; and waiting to be looked at."""

    lately: Mapping[str, int] = field(default_factory=dict)
    undecided: int = 0


class Week(Struct, frozen=True):
    """A part as a week began."""

    monday: date
    circle: str
    kind: Kind
    part: str
    count: Count


class Part(Struct, frozen=True):
    """One line of a report: within `circle` ("": all, or not known)."""

    kind: Kind
    circle: str
    id: str
    count: Count


class Span(Struct, frozen=True):
    """What a report is asked for: a circle (None: all), at a moment, and the milestones that are over or near."""

    year: TrainingYear
    circle: str | None
    now: datetime

    @property
    def near(self) -> int:
        """A mask as in `knowledge.schedule`: due within the days that reminders look ahead, or over."""
        until = self.now.date() + timedelta(days=self.year.reminders.ahead_days)
        return sum(1 << place for place, one in enumerate(self.year.reminders.milestones) if one.due <= until)


class Figures(Struct, frozen=True):
    """All that a report shows. `reported_at`: of the newest report that a list is from (seconds since 1970; 0: none).

    `came`, `were_new`: by the circles' links in the year, and for the first time. `others`: in the chat, in no list.
    `unfound`: people whose facts changed and whose figures are those of before.
    """

    span: Span
    rows: tuple[Counted, ...] = ()
    tickets: Mapping[str, Tickets] = field(default_factory=dict)
    questions: Questions = Questions()
    weeks: tuple[Week, ...] = ()
    reported_at: int = 0
    came: int = 0
    were_new: int = 0
    others: int = 0
    unfound: int = 0

    @property
    def total(self) -> Count:
        return summed(row.count for row in self.rows)

    @property
    def all_tickets(self) -> Tickets:
        return sum(self.tickets.values(), Tickets())

    def parts(self, kind: Kind) -> tuple[Part, ...]:
        """The employees taken apart, the most first; of all circles each one's divisions by themselves."""
        return parts_of(self.rows, kind)

    def trend(self, kind: Kind = Kind.TOTAL, part: str = "") -> dict[date, Count]:
        """The figures by week, the oldest first; of all circles their sums."""
        found: dict[date, Count] = {}
        for week in self.weeks:
            if (week.kind, week.part) == (kind, part):
                found[week.monday] = found.get(week.monday, Count()) + week.count
        return dict(sorted(found.items()))

    def before(self) -> tuple[date, Count] | None:
        """The total as an earlier week began, the newest that is known; None where there is none."""
        monday = monday_of(self.span.now.date())
        return max(((day, count) for day, count in self.trend().items() if day < monday), default=None, key=_day)


def summed(counts: Iterable[Count]) -> Count:
    """All of them together."""
    return sum(counts, Count())


def parts_of(rows: Iterable[Counted], kind: Kind) -> tuple[Part, ...]:
    """See `Figures.parts`."""
    name = _NAMES[kind]
    found: dict[tuple[str, str], list[Count]] = {}
    for row in rows:
        circle = row.circle if kind in (Kind.DIVISION, Kind.CIRCLE) else ""
        found.setdefault((circle, name(row)), []).append(row.count)
    parts = (Part(kind, circle, id_, summed(counts)) for (circle, id_), counts in found.items())
    return tuple(sorted(parts, key=lambda part: (-part.count.employees, part.circle, part.id)))


def weeks_of(rows: Sequence[Counted], monday: date) -> list[Week]:
    """What is kept of a week: each circle, and each part of it."""
    circles: dict[str, list[Counted]] = {}
    for row in rows:
        circles.setdefault(row.circle, []).append(row)
    kinds = (Kind.TOTAL, Kind.DIVISION, Kind.GROUP, Kind.CURRICULUM)
    return [
        Week(monday, circle, kind, part.id, part.count)
        for circle, within in circles.items()
        for kind in kinds
        for part in parts_of(within, kind)
    ]


def group_of(written: str) -> str:
    """The Group as reports write it in many ways: one of A to D; what is none of them stays as it is written."""
    found = _GROUP.match(written)
    return found[1].upper() if found else " ".join(written.split())


def monday_of(day: date) -> date:
    """The beginning of a day's week."""
    return day - timedelta(days=day.weekday())


def percent(count: int, of: int) -> int:
    """Whole percent, rounded down but for what is there at all: nobody is lost, and 100 is everybody. Of nobody: 0."""
    if not of or not count:
        return 0
    return max(1, 100 * count // of)


def _day(week: tuple[date, Count]) -> date:
    return week[0]


def _padded(met: tuple[int, ...], length: int) -> tuple[int, ...]:
    return met + (0,) * (length - len(met))


_NAMES: Mapping[Kind, Callable[[Counted], str]] = {
    Kind.TOTAL: lambda _: "",
    Kind.CIRCLE: lambda row: row.circle,
    Kind.DIVISION: lambda row: row.division,
    Kind.GROUP: lambda row: group_of(row.group),
    Kind.CURRICULUM: lambda row: row.curriculum,
}
