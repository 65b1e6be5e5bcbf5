"""People's facts of one year, read from the tables: a few statements for many persons at once."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.store import fact_statements as sql
from bot.store.addresses import Key
from bot.store.database import rows_of
from bot.store.fact_rows import CIRCULAR, MAPPED, Known
from handlers.facts import (
    ASSESSMENT,
    VERIFIED,
    Claim,
    Claims,
    Facts,
    PlanRow,
    Post,
    Source,
    State,
    is_unmatched,
    person_key,
    title_of,
)
from handlers.progress import is_shown
from knowledge.catalogue import TrainingYear
from knowledge.reminder_policy import Hour
from knowledge.working_time import IST

_NOTHING = Claims()


def read_facts(db: sqlite3.Connection, persons: Sequence[int], of: TrainingYear) -> list[Known]:
    """Return the facts of persons for a year."""
    year = of.id
    ids = json.dumps(list(persons))
    claims: dict[int, dict[str, dict[Source, tuple[Claim, int | None]]]] = defaultdict(lambda: defaultdict(dict))
    for person, course, source, state, at, day, attempts in rows_of(db, sql.CLAIMS, ids, year):
        claims[person][course][Source(source)] = (Claim(State(state), at, _day(day)), attempts)
    plans: dict[int, list[PlanRow]] = defaultdict(list)
    for person, key in rows_of(db, sql.PLANS, ids, year):
        plans[person].append(PlanRow(title_of(key), None if is_unmatched(key) else key))
    chats: dict[int, list[tuple[int, str, bool]]] = defaultdict(list)
    for person, address, chat, is_reachable in rows_of(db, sql.ADDRESSES, ids):
        chats[person].append((address, chat, bool(is_reachable)))
    reminded = {person: tuple(map(_day, days)) for person, *days in rows_of(db, sql.REMINDED, ids, year)}
    read = _Read(year, of.reminders.report_days, claims, plans, chats, reminded)
    return [read.known(row) for row in rows_of(db, sql.PERSONS, ids)]


def facts_at(db: sqlite3.Connection, key: Key, of: TrainingYear) -> Facts | None:
    """Return the facts of a chat's person for a year."""
    row = db.execute(sql.PERSON_AT, key).fetchone()
    known = read_facts(db, [int(row[0])], of) if row else []
    return known[0].facts if known else None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tables say of a batch, by person."""

    year: str
    report_days: int
    claims: Mapping[int, Mapping[str, Mapping[Source, tuple[Claim, int | None]]]]
    plans: Mapping[int, Sequence[PlanRow]]
    chats: Mapping[int, Sequence[tuple[int, str, bool]]]
    reminded: Mapping[int, tuple[date | None, ...]]

    def known(self, row: Sequence[Any]) -> Known:
        person, language, told, told_list, told_three, told_circle, is_off, snoozed, hour, opened, ticket, judged = row[
            :12
        ]
        employee, written, meanings, is_unknown, list_, three, circle, has_left = row[12:]
        chats = self.chats.get(person, ())
        said = dict(self._claims(person))
        this_year, any_year, congratulated = self.reminded.get(person, (None, None, None))
        facts = Facts(
            key=person_key(employee or "", "", "", min(chats)[1] if chats else ""),
            year=self.year,
            reported=Post(written, tuple(meanings or ()), bool(is_unknown), list_, three),
            told=Post(told, curriculum=told_list, syllabus=told_three),
            reported_circle=circle,
            told_circle=told_circle,
            has_left=bool(has_left),
            has_channel=bool(chats),
            is_blocked=bool(chats) and not chats[0][2],
            is_opted_out=bool(is_off),
            snoozed_until=_day(snoozed),
            hour=Hour(hour) if hour else None,
            is_human_owned=bool(ticket),
            is_verified=is_shown(said.pop(VERIFIED, _NOTHING), self.report_days),
            is_mapped=is_shown(said.pop(MAPPED, _NOTHING), self.report_days),
            plan=tuple(self.plans.get(person, ())),
            assessment=said.pop(ASSESSMENT, _NOTHING),
            attempts=self._attempts(person),
            circular_told_on=circular.said.on if (circular := said.pop(CIRCULAR, _NOTHING)).said else None,
            progress=said,
            opened_on=datetime.fromtimestamp(opened, IST).date() if opened is not None else None,
            reminded_on=this_year,
            any_reminded_on=any_year,
            congratulated_on=congratulated,
        )
        return Known(person, chats[0][0] if chats else 0, language or "en", facts, bool(judged), ticket)

    def _claims(self, person: int) -> Iterator[tuple[str, Claims]]:
        for course, by_source in self.claims.get(person, {}).items():
            told, reported = by_source.get(Source.SELF), by_source.get(Source.REPORT)
            yield course, Claims(told[0] if told else None, reported[0] if reported else None)

    def _attempts(self, person: int) -> int | None:
        """The most that any source knows of."""
        known = self.claims.get(person, {}).get(ASSESSMENT, {}).values()
        return max((attempts for _, attempts in known if attempts is not None), default=None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
