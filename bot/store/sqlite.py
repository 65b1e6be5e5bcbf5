"""The store on SQLite: each method one function on the database's thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.store import cast_statements as cast_sql
from bot.store import desk_statements as desk_sql
from bot.store import link_statements as link_sql
from bot.store import outbox
from bot.store import statements as sql
from bot.store.addresses import Addresses
from bot.store.casts import CastTables
from bot.store.claims import save_said
from bot.store.clashes import ClashTables
from bot.store.database import Database, StoreError, rows_of
from bot.store.desk import DeskTables
from bot.store.desk_rows import ticket_of
from bot.store.desk_saving import forget_tickets, lose_chat, save_turns
from bot.store.keys import open_keys
from bot.store.linking import LinkEffect, apply_link, forget_links
from bot.store.links import LinkTables
from bot.store.reminders import ReminderTables
from bot.store.reply_json import reply_from_json
from bot.store.report_reading import for_review
from bot.store.reports import ReportTables
from bot.store.rows import (
    BulkClaim,
    ForReview,
    Outgoing,
    Post,
    Recovered,
    Settled,
    StepCount,
    Turn,
    Update,
    Waiting,
)
from handlers.effects import CountStep, Effect, ForgetPerson, KeepForReview, MarkReachable, SaveProfile
from handlers.messages import Reply
from handlers.session import Person, session_from_json, session_to_json
from handlers.ticket import Standing
from knowledge.json_text import to_json

_DAY = 86_400


class SqliteStore(DeskTables, ReminderTables, LinkTables, CastTables, ReportTables, ClashTables):
    """See `bot.store.base.Store`. `data_key`: see `bot.data_key`; without one nothing is hashed or encrypted.

    `ticket_days`: how long closed tickets are kept.
    """

    def __init__(self, path: str, data_key: bytes, ticket_days: int = 180) -> None:
        super().__init__(Database(path), Addresses(data_key))
        self._data_key, self._path, self._ticket_days = data_key, path, ticket_days

    async def open(self) -> None:
        await self._database.open()
        if not self._data_key:
            return
        try:
            self._addresses.keys = await self._database.run(lambda db: open_keys(db, self._data_key))
        except StoreError:
            await self._database.close()
            raise

    async def close(self) -> None:
        await self._database.close()

    async def receive(self, updates: Sequence[Update], now: int) -> int:
        return await self._database.run(lambda db: self._receive(db, updates, now))

    async def next_turn(self, limit: int) -> list[Waiting]:
        return await self._database.run(lambda db: _next_turn(db, limit))

    async def save_turn(self, turns: Sequence[Turn], now: int) -> None:
        forgets = any(isinstance(effect, ForgetPerson) for turn in turns for effect in turn.effects)
        await self._database.run(lambda db: self._save_turn(db, turns, now), wipes=forgets)

    async def put_bulk(self, posts: Sequence[Post], now: int, job_id: int | None = None, priority: int = 0) -> int:
        return await self._database.run(lambda db: outbox.put_bulk(db, posts, now, job_id, priority))

    async def settle(
        self, settled: Sequence[Settled], now: int, limit: int, paused: Collection[str], resting: Collection[int],
        bulk: Sequence[BulkClaim] = (),
    ) -> list[Outgoing]:  # fmt: skip
        def job(db: sqlite3.Connection) -> list[Outgoing]:
            outbox.settle(db, settled, now)
            rows = outbox.claim(db, limit, paused, resting) if limit > 0 else []
            for wanted in bulk:
                rows += outbox.claim_bulk(db, wanted)
            return rows

        return await self._database.run(job)

    async def recover(self, now: int) -> Recovered:
        return await self._database.run(lambda db: outbox.recover(db, now))

    async def replies_after(self, channel: str, bot_id: str, chat_id: str, after: int) -> list[tuple[int, int, Reply]]:
        def job(db: sqlite3.Connection) -> list[tuple[int, int, Reply]]:
            rows = db.execute(sql.REPLIES_AFTER, (channel, bot_id, chat_id, after))
            return [(id_, created_at, reply_from_json(body)) for id_, created_at, body in rows]

        return await self._database.run(job)

    async def standing(self, channel: str, bot_id: str, chat_id: str) -> tuple[bool, int]:
        def job(db: sqlite3.Connection) -> tuple[bool, int]:
            has_written, last = db.execute(sql.STANDING, (channel, bot_id, chat_id)).fetchone()
            return bool(has_written), int(last)

        return await self._database.run(job)

    async def undecided(self, limit: int) -> list[ForReview]:
        return await self._database.run(lambda db: [for_review(row) for row in rows_of(db, sql.UNDECIDED, limit)])

    async def decide(self, id_: int, topics: Sequence[str], now: int, *, is_dropped: bool = False) -> int:
        values = (id_, now, to_json(list(topics)), is_dropped)
        return await self._database.run(lambda db: db.execute(sql.DECIDE, values).rowcount)

    async def purge(self, now: int) -> int:
        def job(db: sqlite3.Connection) -> int:
            gone = sum(
                db.execute(statement, (now - (days or self._ticket_days) * _DAY,)).rowcount
                for statement, days in (*sql.PURGE, *desk_sql.PURGE, *link_sql.PURGE, *cast_sql.PURGE)
            )
            return gone + sum(db.execute(statement).rowcount for statement in sql.PURGE_FORGOTTEN)

        return await self._database.run(job)

    async def tidy(self) -> None:
        await self._database.run(lambda _: None, wipes=True)

    async def counts(self) -> Mapping[str, int]:
        return await self._database.run(lambda db: dict(db.execute(sql.COUNTS).fetchall()))

    async def step_counts(self) -> list[StepCount]:
        return await self._database.run(lambda db: [StepCount(*row) for row in rows_of(db, sql.STEP_COUNTS)])

    def _receive(self, db: sqlite3.Connection, updates: Sequence[Update], now: int) -> int:
        keys = dict.fromkeys((u.channel, u.bot_id, u.chat_id) for u in updates if u.chat_id is not None)
        addresses = self._addresses.ids(db, list(keys), now)
        rows = []
        for update in updates:
            address = addresses.get((update.channel, update.bot_id, update.chat_id or ""))
            state = 2 if update.error or address is None else 0
            rows.append((update.channel, update.bot_id, update.external_id, address, update.body, update.was_blanked,
                         state, update.error))  # fmt: skip
        return db.execute(sql.KEEP_UPDATES, (to_json(rows), now)).rowcount

    def _save_turn(self, db: sqlite3.Connection, turns: Sequence[Turn], now: int) -> None:
        save_turns(db, turns, now)  # first: who is forgotten in the same turn leaves nothing in a ticket
        save_said(db, turns, now)
        for turn in turns:
            for effect in turn.effects:
                self._apply(db, turn.waiting, effect, now)
            if turn.error:
                db.execute(sql.DEAD, (turn.error, turn.waiting.inbox_id))
        changed = [turn for turn in turns if turn.session != turn.waiting.session]
        kept = [one for turn in turns for one in turn.effects if isinstance(one, KeepForReview)]
        sessions = [(turn.waiting.address_id, session_to_json(turn.session)) for turn in changed]
        replies = [(turn.waiting.address_id, reply) for turn in turns for reply in turn.replies]
        done = [turn.waiting.inbox_id for turn in turns if not turn.error]
        db.execute(sql.SAVE_SESSIONS, (to_json(sessions), now))
        outbox.put(db, replies, now)
        db.execute(sql.DONE, (to_json(done),))
        passed = [(one.flow, one.step, one.what) for t in turns for one in t.effects if isinstance(one, CountStep)]
        if passed:
            db.execute(sql.COUNT_STEPS, (to_json(passed), now - now % _DAY))
        if kept:
            rows = [(one.text, one.why, one.topic, one.alternatives, one.confidence, one.language) for one in kept]
            db.execute(sql.KEEP_FOR_REVIEW, (to_json(rows), now - now % _DAY))
            of_circle = [
                (circle, one.nearest, one.why) for turn in turns for one in turn.effects
                if isinstance(one, KeepForReview) and (circle := turn.waiting.person.circle)
            ]  # fmt: skip
            db.execute(sql.COUNT_UNANSWERED, (to_json(of_circle), now))

    def _apply(self, db: sqlite3.Connection, waiting: Waiting, effect: Effect, now: int) -> None:
        """Apply an effect on one person; texts for review and counts belong to nobody and are kept together."""
        if isinstance(effect, SaveProfile):
            db.execute(sql.SAVE_PROFILE, (*_columns(effect.person), waiting.person_id))
            if waiting.person.messages_off and not effect.person.messages_off:
                self._drop_opt_outs(db, waiting.person_id)
        elif isinstance(effect, MarkReachable):
            db.execute(sql.REACHABLE, (effect.is_reachable, waiting.address_id))
            at_work = (to_json([waiting.address_id]), effect.is_reachable, now)
            db.execute(desk_sql.TICKETS_REACHABLE, at_work)
            if not effect.is_reachable:  # somebody of the staff, perhaps: their requests are shown elsewhere at once
                lose_chat(db, waiting.address_id, now)
        elif isinstance(effect, ForgetPerson):
            self._forget(db, waiting.person_id, effect.keep_opt_out, now)
        elif isinstance(effect, LinkEffect):
            apply_link(db, self._addresses, waiting, effect, now)

    def _forget(self, db: sqlite3.Connection, person_id: int, keep_opt_out: bool, now: int) -> None:
        if keep_opt_out:
            for _, *key in db.execute(sql.ADDRESSES_OF, (person_id,)).fetchall():
                db.execute(sql.KEEP_OPT_OUT, (self._addresses.hash(*key), now))
        db.execute(sql.FORGET_PERSON, (keep_opt_out, person_id))
        for statement in (*sql.FORGET, *cast_sql.FORGET):
            db.execute(statement, (person_id,))
        forget_tickets(db, person_id, now)
        forget_links(db, person_id, keep_opt_out, now)

    def _drop_opt_outs(self, db: sqlite3.Connection, person_id: int) -> None:
        for _, *key in db.execute(sql.ADDRESSES_OF, (person_id,)).fetchall():
            db.execute(sql.DROP_OPT_OUT, (self._addresses.hash(*key),))


def _next_turn(db: sqlite3.Connection, limit: int) -> list[Waiting]:
    staffed, rows = rows_of(db, sql.NEXT_TURN, limit)
    nobody = Standing(None, frozenset(staffed))
    return [_waiting(row, nobody) for row in rows]


def _waiting(row: list[Any], nobody: Standing) -> Waiting:
    """`nobody`: the standing of somebody without a ticket."""
    (
        inbox_id,
        channel,
        bot_id,
        body,
        was_blanked,
        address_id,
        person_id,
        *columns,
        state,
        ticket,
        is_staff,
        has_facts,
    ) = row
    language, designation, curriculum, syllabus, circle, messages_off = columns
    person = Person(language, designation, curriculum, syllabus, circle, bool(messages_off))
    standing = Standing(ticket_of(ticket), nobody.staffed) if ticket else nobody
    return Waiting(inbox_id, channel, bot_id, body, bool(was_blanked), address_id, person_id, person,
                   session_from_json(state), standing, bool(is_staff), bool(has_facts))  # fmt: skip


def _columns(person: Person) -> tuple[str | bool | None, ...]:
    return (person.language, person.designation, person.curriculum, person.syllabus, person.circle,
            person.messages_off)  # fmt: skip
