"""People's facts of one year, read from the tables: a few statements for many persons at once."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from bot.box import Keys
from bot.store import fact_statements as sql
from bot.store.addresses import Key
from bot.store.database import rows_of
from bot.store.fact_rows import CIRCULAR, Known
from handlers.facts import (
    ASSESSMENT,
    FAILED,
    MAPPED,
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
from knowledge.catalogue import Language, TrainingYear
from knowledge.json_text import to_json
from knowledge.reminder_policy import Hour

_NOTHING = Claims()
_STATES = {state.value: state for state in State}
#: Seconds: of a day, and by which India is ahead of UTC; and the day 0.
_DAY_LONG, _AHEAD, _EPOCH = 86_400, 19_800, date(1970, 1, 1).toordinal()


def read_facts(
    db: sqlite3.Connection, persons: Sequence[int], of: TrainingYear, keys: Keys | None = None
) -> list[Known]:
    """Return the facts of persons for a year; with `keys` who has no employee id is named by e-mail or mobile."""
    year, ids = of.id, to_json(list(persons))
    claims, attempts = _claims(rows_of(db, sql.CLAIMS, ids, year))
    plans: dict[int, list[PlanRow]] = defaultdict(list)
    for person, key in rows_of(db, sql.PLANS, ids, year):
        plans[person].append(PlanRow(title_of(key), None if is_unmatched(key) else key))
    chats: dict[int, list[_Chat]] = defaultdict(list)
    for person, *chat in rows_of(db, sql.ADDRESSES, ids):
        chats[person].append(_Chat(*chat))
    reminded = {person: tuple(map(_day, days)) for person, *days in rows_of(db, sql.REMINDED, ids, year)}
    read = _Read(year, of.reminders.report_days, claims, attempts, plans, chats, reminded, keys)
    return [read.known(row) for row in rows_of(db, sql.PERSONS, ids)]


def key_of(keys: Keys | None, employee: str, email: str, mobile: str, chat: str) -> str:
    """How a person is named; `email` and `mobile` are boxes, hexadecimal, "" where there is none or none is needed."""
    if keys is None:
        return person_key(employee, "", "", chat)
    texts = [keys.open(kind, bytes.fromhex(box)) if box else "" for kind, box in (("email", email), ("mobile", mobile))]
    return person_key(employee, texts[0], texts[1], chat)


def facts_at(db: sqlite3.Connection, key: Key, of: TrainingYear) -> Facts | None:
    """Return the facts of a chat's person for a year."""
    row = db.execute(sql.PERSON_AT, key).fetchone()
    known = read_facts(db, [int(row[0])], of) if row else []
    return known[0].facts if known else None


def _claims(rows: Iterable[Sequence[Any]]) -> tuple[dict[int, dict[str, Claims]], dict[int, int]]:
    """What both sources say, by person and course; the most failed attempts that any source knows of."""
    claims: dict[int, dict[str, Claims]] = defaultdict(dict)
    attempts: dict[int, int] = {}
    for person, course, source, state, at, day, failed in rows:
        if failed is not None and course in (ASSESSMENT, FAILED):
            attempts[person] = max(failed, attempts.get(person, 0))
        if course == FAILED:
            continue
        claim, said = Claim(_STATES[state], at, _day(day)), claims[person]
        other = said.get(course, _NOTHING)
        said[course] = Claims(claim, other.reported) if source == Source.SELF else Claims(other.said, claim)
    return claims, attempts


class _Chat(NamedTuple):
    """A chat of a person; `language`: the one spoken there last."""

    address: int
    number: str
    is_reachable: int
    language: str | None


class _Read(Struct, frozen=True):
    """What the tables say of a batch, by person."""

    year: str
    report_days: int
    claims: Mapping[int, dict[str, Claims]]
    attempts: Mapping[int, int]
    plans: Mapping[int, Sequence[PlanRow]]
    chats: Mapping[int, Sequence[_Chat]]
    reminded: Mapping[int, tuple[date | None, ...]]
    keys: Keys | None

    def known(self, row: Sequence[Any]) -> Known:
        person, language, told, told_list, told_three, told_circle, is_off, snoozed, hour, *rest = row[:12]
        opened, ticket, judged = rest
        employee, email, mobile, written, meanings, is_unknown, list_, three, circle, has_left, *more = row[12:]
        chats = self.chats.get(person, ())
        said = self.claims.get(person, {})
        this_year, any_year, congratulated = self.reminded.get(person, (None, None, None))
        facts = Facts(
            key=key_of(self.keys, employee or "", email, mobile, min(chats).number if chats else ""),
            year=self.year,
            reported=Post(written, tuple(meanings or ()), bool(is_unknown), list_, three),
            told=Post(told, curriculum=told_list, syllabus=told_three),
            reported_circle=circle,
            told_circle=told_circle,
            has_left=bool(has_left),
            has_channel=bool(chats),
            is_blocked=bool(chats) and not chats[0].is_reachable,
            is_opted_out=bool(is_off),
            snoozed_until=_day(snoozed),
            hour=Hour(hour) if hour else None,
            is_human_owned=bool(ticket),
            is_verified=is_shown(said.pop(VERIFIED, _NOTHING), self.report_days),
            is_mapped=is_shown(said.pop(MAPPED, _NOTHING), self.report_days),
            plan=tuple(self.plans.get(person, ())),
            assessment=said.pop(ASSESSMENT, _NOTHING),
            attempts=self.attempts.get(person),
            circular_told_on=circular.said.on if (circular := said.pop(CIRCULAR, _NOTHING)).said else None,
            progress=said,
            opened_on=_ist_day((opened + _AHEAD) // _DAY_LONG) if opened is not None else None,
            reminded_on=this_year,
            any_reminded_on=any_year,
            congratulated_on=congratulated,
            is_listed=bool(more[0]),
            reported_written=more[1] or "",
            settled=more[2] or "",
        )
        address = chats[0].address if chats else 0
        spoken: Language = "hi" if chats and chats[0].language == "hi" else "en"
        return Known(person, address, language or spoken, facts, bool(judged), ticket)


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def _ist_day(number: int) -> date:
    """The IST day that began so many days after the first one of 1970."""
    return date.fromordinal(_EPOCH + number)
