"""Travelling through days with today's facts: what would be sent to whom, and why not. Nothing is sent or kept.

Congratulations and reminders that were missed are not rehearsed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from heapq import merge

from handlers.facts import Facts
from handlers.standing import Reason
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import years_on
from reminders.judge import judge
from reminders.judgement import Judgement

#: Everybody judged, for one year, ordered by key by code point; asked for anew for each day.
People = Callable[[TrainingYear], Iterable[Facts]]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One person on one day."""

    day: date
    person: str
    judgement: Judgement

    def as_json(self) -> str:
        """One line, without its end; the same facts give the same characters."""
        found = self.judgement
        values = {
            "date": self.day.isoformat(),
            "person": self.person,
            "decision": found.decision,
            "reason": found.reason.value,
            "milestones": found.milestones,
            "completed": found.completed,
            "remaining": found.remaining,
            "extra": found.extra,
            "assessment_passed": found.assessment_passed,
        }
        return json.dumps(values, ensure_ascii=False)


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
    for day, years in rehearsed_days(catalogue, first, last):
        judged = [_judged(people(year), catalogue, year, day, includes_unlinked) for year in years]
        yield from merge(*judged, key=lambda one: one.person)


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


def _judged(
    people: Iterable[Facts], catalogue: Catalogue, year: TrainingYear, day: date, includes_unlinked: bool
) -> Iterator[Rehearsed]:
    for facts in people:
        judged = replace(facts, has_channel=True) if includes_unlinked and not facts.has_channel else facts
        yield Rehearsed(day, facts.key, judge(judged, catalogue, year, day))


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
