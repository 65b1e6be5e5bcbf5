"""Travelling through days with today's facts: what would be sent to whom, and why not. Nothing is sent or kept.

Congratulations and reminders that were missed are not rehearsed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from heapq import merge
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from handlers.assessed import Assessed, assess
from handlers.facts import Facts
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import years_on
from reminders.judge import judge_on
from reminders.judgement import Judgement

#: Everybody judged, for one year, ordered by key by code point; asked for once a year.
People = Callable[[TrainingYear], Iterable[Facts]]

#: What judging a day does not look at once a person is assessed, and who they are. Anything else may matter.
_NOT_OF_THE_DAY = frozenset(
    ("key", "year", "reported", "told", "plan", "progress", "assessment", "attempts", "opened_on", "congratulated_on",
     "circular_told_on")
)  # fmt: skip
_as_json = json.JSONEncoder(ensure_ascii=False).encode
_of_the_day = attrgetter(*(name for name in Facts.__struct_fields__ if name not in _NOT_OF_THE_DAY))


class Rehearsed(Struct, frozen=True):
    """One person on one day."""

    day: date
    person: str
    judgement: Judgement

    def as_json(self) -> str:
        """One line, without its end; the same facts give the same characters."""
        return f'{{"date": "{self.day}", "person": {_as_json(self.person)}, {_told(self.judgement)}'


@lru_cache(maxsize=65_536)
def _told(found: Judgement) -> str:
    """What a line says after the person, to its end: the same for many people."""
    values = {
        "decision": found.decision,
        "reason": found.reason.value,
        "milestones": found.milestones,
        "completed": found.completed,
        "remaining": found.remaining,
        "extra": found.extra,
        "assessment_passed": found.assessment_passed,
    }
    return _as_json(values)[1:]


@dataclass(slots=True)
class DayCount:
    """How many lines of one day have which reason; `DUE` are the messages."""

    day: date
    reasons: Counter[Reason] = field(default_factory=Counter)

    @property
    def messages(self) -> int:
        return self.reasons[Reason.DUE]


def rehearse(
    people: People, catalogue: Catalogue, first: date, last: date, *, includes_unlinked: bool = False
) -> Iterator[Rehearsed]:
    """Judge everybody on each of the days (both inclusive) on which some milestone has a reminder day.

    `includes_unlinked`: people who never opened the chat are judged as if they had a channel.
    """
    known: dict[str, _Group] = {}
    for day, years in rehearsed_days(catalogue, first, last):
        for year in years:
            if year.id not in known:
                known[year.id] = _Group(people(year), catalogue, year, includes_unlinked=includes_unlinked)
        judged = [known[year.id].on(day) for year in years]
        yield from judged[0] if len(judged) == 1 else merge(*judged, key=lambda one: one.person)


class _Group:
    """Everybody of one year, assessed once. People who are judged alike on every day are judged together."""

    def __init__(
        self, people: Iterable[Facts], catalogue: Catalogue, year: TrainingYear, *, includes_unlinked: bool
    ) -> None:
        self._catalogue, self._year = catalogue, year
        self._kinds: list[tuple[Facts, Assessed]] = []
        self._members: list[tuple[str, int]] = []
        numbers: dict[tuple[object, ...], int] = {}
        for one in people:
            facts = replace(one, has_channel=True) if includes_unlinked and not one.has_channel else one
            assessed = assess(facts, catalogue, year)
            number = numbers.setdefault((assessed, _of_the_day(facts)), len(self._kinds))
            if number == len(self._kinds):
                self._kinds.append((facts, assessed))
            self._members.append((facts.key, number))

    def on(self, day: date) -> Iterator[Rehearsed]:
        """Judge them on a day, in their order."""
        found = [judge_on(facts, assessed, self._catalogue, self._year, day) for facts, assessed in self._kinds]
        return (Rehearsed(day, key, found[number]) for key, number in self._members)


def rehearsed_days(catalogue: Catalogue, first: date, last: date) -> Iterator[tuple[date, tuple[TrainingYear, ...]]]:
    """The days on which some milestone has a reminder day in some circle's calendar, and its year.

    A day has two years only where an extended one reaches into the next; then each has its own line.
    """
    calendars = (catalogue.desk.default, *catalogue.desk.circles.values())
    for count in range((last - first).days + 1):
        day = first + timedelta(days=count)
        years = tuple(years_on(catalogue.years, calendars, day))
        if years:
            yield day, years


def count_days(lines: Iterable[Rehearsed]) -> Iterator[DayCount]:
    """Sum a rehearsal up, one value a day."""
    today: DayCount | None = None
    for one in lines:
        if today is None or today.day != one.day:
            if today is not None:
                yield today
            today = DayCount(one.day)
        today.reasons[one.judgement.reason] += 1
    if today is not None:
        yield today
