"""People with any facts, written past the store: as if they had long been there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from handlers.facts import ASSESSMENT, VERIFIED, Claim, Claims, Facts, Post
from knowledge.working_time import IST
from tests.store.backings import Backing

_PERSON = """
INSERT INTO person (id, language, designation, curriculum, syllabus, circle, messages_off, snoozed_until, hour,
                    created_at, opened_at, ticket_id)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, 0, value ->> 9, value ->> 10 FROM json_each(?)
"""
_ROSTER = """
INSERT INTO roster (person_id, employee_id, designation, meanings, is_unknown, curriculum, syllabus, circle, has_left)
SELECT value ->> 0, value ->> 1, value ->> 2, value -> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8 FROM json_each(?)
"""
_ADDRESS = """
INSERT INTO address (id, channel, bot_id, chat_id, person_id, is_reachable)
SELECT value ->> 0, 'telegram', value ->> 2, value ->> 0, value ->> 0, value ->> 1 FROM json_each(?)
"""
_TICKET = """
INSERT INTO ticket (id, person_id, language, topics, path, evidence, state, level, opened_at, queued_at, claimed_at,
                    person_wrote_at, staff_wrote_at, first_answer_at, closed_at, alerts, is_reachable,
                    is_told_unreachable)
SELECT value, value, 'en', '[]', '[]', '[]', 'claimed', 'circle', 0, 0, 0, 0, 0, 0, 0, 0, 1, 0 FROM json_each(?)
"""
_CLAIM = """
INSERT INTO claim (person_id, year, course, source, state, at, day)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(?)
"""
_PLAN = """
INSERT INTO plan (person_id, year, course, reported_at) SELECT value ->> 0, value ->> 1, value ->> 2, 0
FROM json_each(?)
"""
#: The last day on which a reminder of another year left.
_JOB = (
    "INSERT OR IGNORE INTO job (kind, year, day, created_at) SELECT 'reminder', '2024-25', value, 0 FROM json_each(?)"
)
_REMINDED = """
INSERT INTO reminder (job_id, person_id, state, reason)
SELECT j.id, r.value ->> 0, 'sent', 'due' FROM json_each(?) r JOIN job j ON j.day = r.value ->> 1 AND j.year = '2024-25'
"""
_ALL = "INSERT INTO stale (person_id) SELECT id FROM person"


def seed(backing: Backing, people: Sequence[Facts], first: int = 1, bot: str = "1") -> None:
    """Write people, numbered from `first` on: their chat, if they have one, has the same number."""
    numbered = list(enumerate(people, start=first))
    _put(backing, _TICKET, [number for number, one in numbered if one.is_human_owned])
    _put(backing, _PERSON, [_person(number, one) for number, one in numbered])
    _put(backing, _ROSTER, [_roster(number, one) for number, one in numbered])
    _put(backing, _ADDRESS, [(number, not one.is_blocked, bot) for number, one in numbered if one.has_channel])
    _put(backing, _CLAIM, [row for number, one in numbered for row in _claims(number, one)])
    _put(backing, _PLAN, [(number, one.year, row.key) for number, one in numbered for row in one.plan])
    reminded = [(number, one.any_reminded_on.isoformat()) for number, one in numbered if one.any_reminded_on]
    _put(backing, _JOB, [day for _, day in reminded])
    _put(backing, _REMINDED, reminded)
    backing.rows(_ALL)


def _put(backing: Backing, statement: str, rows: Iterable[Any]) -> None:
    backing.rows(statement, json.dumps(list(rows)))


def _person(number: int, one: Facts) -> tuple[object, ...]:
    snoozed = one.snoozed_until.isoformat() if one.snoozed_until else None
    opened = int(datetime.combine(one.opened_on, datetime.min.time(), IST).timestamp()) if one.opened_on else None
    told, ticket = one.told, number if one.is_human_owned else None
    return (number, "en", told.designation, told.curriculum, told.syllabus, one.told_circle, one.is_opted_out, snoozed,
            one.hour, opened, ticket)  # fmt: skip


def _roster(number: int, one: Facts) -> tuple[object, ...]:
    post: Post = one.reported
    return (number, one.key, post.designation, list(post.meanings), post.is_unknown, post.curriculum, post.syllabus,
            one.reported_circle, one.has_left)  # fmt: skip


def _claims(number: int, one: Facts) -> Iterable[tuple[object, ...]]:
    for key, claims in {**one.progress, ASSESSMENT: one.assessment}.items():
        yield from _said(number, one.year, key, claims)
    if one.is_verified is not None:
        state = "completed" if one.is_verified else "not_started"
        yield (number, "", VERIFIED, "report", state, 0, None)


def _said(number: int, year: str, key: str, claims: Claims) -> Iterable[tuple[object, ...]]:
    for source, claim in (("self", claims.said), ("report", claims.reported)):
        if isinstance(claim, Claim):
            yield (number, year, key, source, claim.state, claim.at, claim.on.isoformat() if claim.on else None)
