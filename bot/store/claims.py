"""What is said of people's training, kept: by themselves in their turns, and by reports. Part of a transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from bot.store import fact_statements as sql
from bot.store.fact_rows import CIRCULAR, Planned, Reported
from bot.store.rows import Turn
from handlers.effects import KeepClaims, NoteCircular, SetReminders
from handlers.facts import OF_NO_YEAR, State
from knowledge.json_text import to_json

_Row = tuple[int, str, str, str | None, int, str | None, int | None]


def save_said(db: sqlite3.Connection, turns: Sequence[Turn], now: int) -> None:
    """Keep what the persons of a batch said of their training, and how they want reminders."""
    said: list[_Row] = []
    for turn in turns:
        person = turn.waiting.person_id
        for effect in turn.effects:
            if isinstance(effect, KeepClaims):
                said += _said(person, effect, now)
            elif isinstance(effect, NoteCircular):
                said.append((person, effect.year, CIRCULAR, State.COMPLETED, now, effect.on.isoformat(), None))
            elif isinstance(effect, SetReminders):
                until = effect.snoozed_until.isoformat() if effect.snoozed_until else None
                db.execute(sql.SET_REMINDERS, (until, effect.hour, person))
    if said:
        db.execute(sql.KEEP_SAID, (to_json(said),))
        _changed(db, (row[0] for row in said))


def save_reported(db: sqlite3.Connection, claims: Sequence[Reported], plan: Sequence[Planned]) -> None:
    """Keep what reports say, by the rule of reports, in their order."""
    rows = [
        (one.person, one.year, one.course, one.claim.state, one.claim.at,
         one.claim.on.isoformat() if one.claim.on else None, one.attempts)
        for one in claims
    ]  # fmt: skip
    db.execute(sql.KEEP_REPORTED, (to_json(rows),))
    db.execute(sql.KEEP_PLAN, (to_json([(one.person, one.year, one.course, one.at) for one in plan]),))
    _changed(db, (*(one.person for one in claims), *(one.person for one in plan)))


def _said(person: int, effect: KeepClaims, now: int) -> Iterable[_Row]:
    for key, claim in effect.claims:
        year = "" if key in OF_NO_YEAR else effect.year
        if claim is None:
            yield person, year, key, None, now, None, None
        else:
            yield person, year, key, claim.state, claim.at, claim.on.isoformat() if claim.on else None, claim.times


def _changed(db: sqlite3.Connection, persons: Iterable[int]) -> None:
    db.execute(sql.CHANGED, (to_json(list(dict.fromkeys(persons))),))
