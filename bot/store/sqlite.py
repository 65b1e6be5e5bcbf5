"""The store on SQLite: each method one function on the database's thread."""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence

from bot.store import statements as sql
from bot.store.database import Database
from bot.store.reply_json import reply_from_json, reply_to_json
from bot.store.rows import Outcome, Outgoing, Recovered, Settled, Turn, Update, Waiting
from handlers.effects import ForgetPerson, MarkReachable, SaveProfile
from handlers.messages import Reply
from handlers.session import Person, session_from_json, session_to_json

_DAY = 86_400


class SqliteStore:
    """See `bot.store.base.Store`. `data_key` keys the hashes of erased people's opt-outs."""

    def __init__(self, path: str, data_key: bytes, owner: str) -> None:
        self._database = Database(path)
        self._data_key = data_key
        self._owner = owner

    async def open(self) -> None:
        await self._database.open()

    async def close(self) -> None:
        await self._database.close()

    async def receive(self, updates: Sequence[Update], now: int) -> int:
        return await self._database.run(lambda db: sum(self._receive_one(db, update, now) for update in updates))

    async def next_turn(self, limit: int) -> list[Waiting]:
        return await self._database.run(lambda db: [_waiting(row) for row in db.execute(sql.NEXT_TURN, (limit,))])

    async def save_turn(self, turns: Sequence[Turn], now: int) -> None:
        await self._database.run(lambda db: self._save_turn(db, turns, now))

    async def settle(
        self, settled: Sequence[Settled], now: int, limit: int, lease_until: float, paused: Collection[str],
        resting: Collection[int],
    ) -> list[Outgoing]:  # fmt: skip
        def job(db: sqlite3.Connection) -> list[Outgoing]:
            for one in settled:
                _settle_one(db, one, now)
            if limit <= 0:
                return []
            lists = (json.dumps(list(resting)), json.dumps(list(paused)))
            rows = db.execute(sql.CLAIM, (self._owner, lease_until, *lists, limit)).fetchall()
            return [_outgoing(db, row) for row in sorted(rows)]

        return await self._database.run(job)

    async def recover(self, now: int) -> Recovered:
        def job(db: sqlite3.Connection) -> Recovered:
            once = db.execute(sql.RECOVER_ONCE).rowcount
            return Recovered(once, db.execute(sql.RECOVER_GIVE_UP, (now,)).rowcount)

        return await self._database.run(job)

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

    async def purge(self, now: int) -> int:
        return await self._database.run(
            lambda db: sum(db.execute(statement, (now - days * _DAY,)).rowcount for statement, days in sql.PURGE)
        )

    async def counts(self) -> Mapping[str, int]:
        return await self._database.run(lambda db: dict(db.execute(sql.COUNTS).fetchall()))

    def _receive_one(self, db: sqlite3.Connection, update: Update, now: int) -> int:
        address_id = self._address(db, update, now) if update.chat_id is not None else None
        state = 2 if update.error or address_id is None else 0
        values = (update.channel, update.bot_id, update.external_id, address_id, update.body, update.was_blanked,
                  state, update.error, now)  # fmt: skip
        return db.execute(sql.KEEP_UPDATE, values).rowcount

    def _address(self, db: sqlite3.Connection, update: Update, now: int) -> int:
        key = (update.channel, update.bot_id, update.chat_id)
        known = db.execute(sql.KNOWN_ADDRESS, key).fetchone()
        if known:
            if not known[1]:
                db.execute(sql.REACHABLE, (1, known[0], 1))
            return int(known[0])
        opted_out = db.execute(sql.HAS_OPTED_OUT, (self._hash(*map(str, key)),)).fetchone() is not None
        person_id = db.execute(sql.NEW_PERSON, (opted_out, now)).lastrowid
        return int(db.execute(sql.NEW_ADDRESS, (*key, person_id)).lastrowid or 0)

    def _save_turn(self, db: sqlite3.Connection, turns: Sequence[Turn], now: int) -> None:
        for turn in turns:
            waiting = turn.waiting
            for effect in turn.effects:
                self._apply(db, waiting, effect, now)
            if turn.session != waiting.session:
                db.execute(sql.SAVE_SESSION, (waiting.address_id, session_to_json(turn.session), now))
            for reply in turn.replies:
                db.execute(sql.PUT_REPLY, (waiting.address_id, reply_to_json(reply), now))
            if turn.error:
                db.execute(sql.DEAD, (turn.error, waiting.inbox_id))
            else:
                db.execute(sql.DONE, (waiting.inbox_id,))

    def _apply(
        self,
        db: sqlite3.Connection,
        waiting: Waiting,
        effect: SaveProfile | ForgetPerson | MarkReachable,
        now: int,
    ) -> None:
        if isinstance(effect, SaveProfile):
            db.execute(sql.SAVE_PROFILE, (*_columns(effect.person), waiting.person_id))
            if waiting.person.messages_off and not effect.person.messages_off:
                self._drop_opt_outs(db, waiting.person_id)
        elif isinstance(effect, MarkReachable):
            db.execute(sql.REACHABLE, (effect.is_reachable, waiting.address_id, effect.is_reachable))
        else:
            self._forget(db, waiting.person_id, effect.keep_opt_out, now)

    def _forget(self, db: sqlite3.Connection, person_id: int, keep_opt_out: bool, now: int) -> None:
        if keep_opt_out:
            for _, *key in db.execute(sql.ADDRESSES_OF, (person_id,)).fetchall():
                db.execute(sql.KEEP_OPT_OUT, (self._hash(*key), now))
        db.execute(sql.FORGET_PERSON, (keep_opt_out, person_id))
        for statement in (sql.FORGET_SESSIONS, sql.FORGET_BODIES, sql.FORGET_REPLIES):
            db.execute(statement, (person_id,))

    def _drop_opt_outs(self, db: sqlite3.Connection, person_id: int) -> None:
        for _, *key in db.execute(sql.ADDRESSES_OF, (person_id,)).fetchall():
            db.execute(sql.DROP_OPT_OUT, (self._hash(*key),))

    def _hash(self, *key: str) -> str:
        return hmac.new(self._data_key, "\0".join(key).encode(), hashlib.sha256).hexdigest()


def _waiting(row: tuple[object, ...]) -> Waiting:
    inbox_id, channel, bot_id, body, was_blanked, address_id, person_id, *columns, state = row
    language, designation, curriculum, syllabus, circle, messages_off = columns
    person = Person(language, designation, curriculum, syllabus, circle, bool(messages_off))  # type: ignore[arg-type]
    session = session_from_json(state)  # type: ignore[arg-type]
    return Waiting(inbox_id, channel, bot_id, body, bool(was_blanked), address_id, person_id, person, session)  # type: ignore[arg-type]


def _columns(person: Person) -> tuple[str | bool | None, ...]:
    return (person.language, person.designation, person.curriculum, person.syllabus, person.circle,
            person.messages_off)  # fmt: skip


def _outgoing(db: sqlite3.Connection, row: tuple[int, int, str, int, int]) -> Outgoing:
    id_, address_id, body, attempts, doubts = row
    channel, bot_id, chat_id = db.execute(sql.ADDRESS, (address_id,)).fetchone()
    return Outgoing(id_, address_id, channel, bot_id, chat_id, reply_from_json(body), attempts, doubts)


def _settle_one(db: sqlite3.Connection, one: Settled, now: int) -> None:
    """A final outcome closes the row; a doubtful reply is put back once, then it stays unknown."""
    row, outcome, doubts = one.row, one.outcome, one.row.doubts
    if outcome is Outcome.DOUBTFUL:
        doubts += 1
        outcome = Outcome.AGAIN if row.doubts == 0 else Outcome.UNKNOWN
    if outcome is Outcome.AGAIN:
        db.execute(sql.PUT_BACK, (doubts, row.id))
        return
    db.execute(sql.SETTLE, (outcome.value, one.platform_id, now, doubts, row.id))
    if outcome is Outcome.BLOCKED:
        db.execute(sql.REACHABLE, (0, row.address_id, 0))
        db.execute(sql.BLOCK_REST, (now, row.address_id))
