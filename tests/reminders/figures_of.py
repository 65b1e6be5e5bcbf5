"""Invented figures: a circle with divisions, all circles, nobody at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from knowledge.library import Library
from knowledge.working_time import IST
from reminders.figures import OUTSIDE, Count, Counted, Figures, Questions, Span, Tickets, weeks_of

NOON = datetime(2026, 2, 18, 12, 5, tzinfo=IST)
MONDAY = date(2026, 2, 16)
_DIVISIONS = (
    "New Delhi South", "New Delhi Central", "Delhi East", "RMS Delhi Sorting Division and Transit Mail Office", "",
    "Foreign Post", "=cmd|' /C calc'!A0",
)  # fmt: skip
_LISTS = (("Group C", "group_c"), ("C", "mts"), ("", "field"), ("B", "group_b"), ("Group C", "-open"))


def rows_of(circle: str, size: int = 1) -> tuple[Counted, ...]:
    """Five rows a division: the later the division, the less is met."""
    rows = []
    for place, division in enumerate(_DIVISIONS):
        for group, list_ in _LISTS:
            people = size * (20 + 30 * place)
            met = (people * (9 - place) // 10, people * (7 - place) // 10, people // 20, 0)
            met = (0, 0, 0, 0) if list_ == "-open" else met
            count = Count(people, people, people * 2 // 3, people // 2, met, people // 9, people * 2)
            rows.append(Counted(circle, division, group, list_, count))
    return (*rows, Counted(circle, "Delhi East", "GDS", OUTSIDE, Count(40, 0, 4, 0, (0, 0, 0, 0))))


def figures_of(kind: str, library: Library) -> Figures:
    """`delhi`, `all` or `nobody`."""
    year = library.catalogue.years[0]
    if kind == "nobody":
        return Figures(Span(year, "delhi", NOON))
    circles = ("delhi",) if kind == "delhi" else tuple(library.catalogue.places)[:14]
    rows = tuple(row for place, circle in enumerate(circles) for row in rows_of(circle, 1 + place * 40))
    weeks = []
    for back in range(1, 11):
        then = tuple(replace(row, count=_earlier(row.count, back)) for row in rows)
        weeks += weeks_of(then, MONDAY - timedelta(days=7 * back))
    return Figures(
        Span(year, "delhi" if kind == "delhi" else None, NOON),
        rows=rows,
        tickets={circle: Tickets(3, 40, 37, 5, 4) for circle in circles},
        questions=Questions({"clarified": 30, "declined": 12, "not_helpful": 7}, 90),
        weeks=tuple(weeks),
        reported_at=int(datetime(2026, 2, 17, 9, 0, tzinfo=IST).timestamp()),
        others=12,
        unfound=0 if kind == "delhi" else 1234,
    )


def _earlier(count: Count, weeks: int) -> Count:
    met = tuple(max(0, met - met * weeks // 11) for met in count.met)
    return replace(count, linked=count.linked * (12 - weeks) // 12, met=met, reminded=count.reminded // (weeks + 1))
