"""A store that watches what is saved: every rule of the hand-over that holds at each single step."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from bot.store.database import Database, Job, T, connect, rows_of
from bot.store.desk_rows import ticket_of
from bot.store.desk_statements import TICKET
from bot.store.rows import Turn, Waiting
from bot.store.sqlite import SqliteStore
from handlers.actions import Verb, unpack
from handlers.desk_rights import WORKING
from handlers.desk_step import DeskStep
from handlers.effects import ForgetPerson, KeepEntry
from handlers.messages import Inbound, Kind, Reply
from handlers.ticket import By, Member, State, Ticket

KEY = b"0123456789abcdef"
#: What the bot may say while a human owns the conversation: who has it, what became of it, relayed words.
_SILENT = ("ticket-", "with-human", "slow-down")
_FROM_DESK = ("ticket-", "relay-from-desk", "plain", "button-")
#: Said in private to a helper, who may be the person.
_REFUSED = ("desk-not-staff", "desk-other-circle", "desk-is-own")
_ALWAYS = ("/privacy", "/delete", "/reminders", "/cancel")
_TICKETS = f"SELECT json_group_array(json_array({TICKET})) FROM ticket t"


@cache
def _empty() -> sqlite3.Connection:
    return connect(":memory:")


class Direct(Database):
    """A database in memory, copied from an empty one; its transactions run at once, without a thread."""

    async def open(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        _empty().backup(self._connection)
        self._connection.execute("PRAGMA foreign_keys=ON")

    async def close(self) -> None:
        self._connection.close()

    async def run(self, job: Job[T], *, wipes: bool = False, is_repeatable: bool = False, reads: bool = False) -> T:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            result = job(self._connection)
        except Exception:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return result


class Watched(SqliteStore):
    """`tokens` are the words by which a person's messages are known, by their address."""

    def __init__(self) -> None:
        super().__init__(":memory:", KEY)
        self._database = Direct(":memory:")
        self.tokens: dict[int, set[str]] = {}
        self.staff_words: dict[str, int] = {}
        self.faults: list[str] = []

    async def sql(self, statement: str, *values: object) -> list[Any]:
        return await self._database.run(lambda db: db.execute(statement, values).fetchall())

    async def tickets(self) -> dict[int, Ticket]:
        return await self._database.run(_tickets)

    async def save_turn(self, turns: Sequence[Turn], now: int) -> None:
        before = await self.tickets()
        await super().save_turn(turns, now)
        with self.noted():
            for turn in turns:
                assert turn.error is None, turn.error
                await self._check_turn(turn, before)
            await self._check_all()

    async def save_desk(self, step: DeskStep, now: int, waiting: Waiting | None = None) -> None:
        before, members = await self.tickets(), {one.id: one for one in await self.staff()}
        await super().save_desk(step, now, waiting)
        with self.noted():
            self._check_step(step, before, await self.tickets(), members, waiting)
            await self._check_all()

    @contextlib.contextmanager
    def noted(self) -> Iterator[None]:
        """What is broken is told by the test, not handled by the inbox as a failure of the store."""
        try:
            yield
        except AssertionError as fault:
            self.faults.append(str(fault))

    def _check_step(self, step: DeskStep, before: dict[int, Ticket], after: dict[int, Ticket],
                    members: dict[int, Member], waiting: Waiting | None) -> None:  # fmt: skip
        for post in step.posts:
            if post.ticket and post.address == before[post.ticket].address and not post.reply.popup:
                assert all(line.key.startswith((*_FROM_DESK, *_REFUSED)) or _is_own_chat(before[post.ticket], waiting)
                           for line in post.reply.lines), post  # fmt: skip
        for entry in step.entries:
            if entry.by is By.STAFF:
                self.staff_words[entry.text] = self.staff_words.get(entry.text, 0) + 1
        for id_, old in before.items():
            new = after[id_]
            assert not (old.state is new.state is State.CLAIMED and old.claimed_by != new.claimed_by), "stolen"
            assert old.state is not State.CLOSED or new.state is State.CLOSED, "only the person opens it again"
            actors = [one.actor for one in step.audits if one.ticket == id_]
            if (old.state, old.claimed_by, old.circle) != (new.state, new.claimed_by, new.circle):
                assert actors, "a change without an audit"
            for actor in actors if old != new else ():
                kind, _, number = actor.partition(":")
                if kind == "member":
                    member = members[int(number)]
                    assert member.role in WORKING and member.circle in (None, old.circle), "outside of the rights"

    async def _check_turn(self, turn: Turn, before: dict[int, Ticket]) -> None:
        waiting = turn.waiting
        inbound = _inbound(waiting)
        own = [one for one in before.values() if one.person == waiting.person_id and one.state is not State.CLOSED]
        if any(one.is_owned for one in own) and not _may_answer(inbound):
            for reply in turn.replies:
                assert all(line.key.startswith(_SILENT) for line in reply.lines), reply
        if any(isinstance(effect, ForgetPerson) for effect in turn.effects):
            await self._check_forgotten(waiting)
        elif own and _is_message(inbound):
            (state, kept), = await self.sql(
                "SELECT t.state, (SELECT count(*) FROM entry e WHERE e.ticket_id = t.id AND e.message = ?"
                " AND e.address_id = ? AND e.author = 'person') FROM ticket t WHERE t.id = ?",
                inbound.message, waiting.address_id, own[0].id)  # fmt: skip
            assert kept == 1 or state == "closed", (inbound, kept, state, turn.effects)
        kept_entries = [one.entry for one in turn.effects if isinstance(one, KeepEntry)]
        assert all(entry.by in (By.PERSON, By.SYSTEM) for entry in kept_entries)

    async def _check_forgotten(self, waiting: Waiting) -> None:
        """Nothing that the person wrote is left anywhere."""
        places = ("entry.text", "outbox.body", "session.state", "ticket.evidence", "ticket.path")
        for token in self.tokens.pop(waiting.address_id, ()):
            for place in places:
                table, column = place.split(".")
                found = await self.sql(f"SELECT count(*) FROM {table} WHERE instr({column}, ?)", token)
                assert found == [(0,)], (token, place)

    async def _check_all(self) -> None:
        forgotten = await self.sql("SELECT id, state FROM ticket WHERE state <> 'closed' AND next_look IS NULL")
        assert not forgotten, "nobody looks at it again"
        twice = await self.sql(
            "SELECT person_id FROM ticket WHERE state <> 'closed' GROUP BY person_id HAVING count(*) > 1"
        )
        assert not twice, "two requests at work of one person"
        away = await self.sql(
            "SELECT id FROM ticket WHERE state <> 'closed' AND home_id NOT IN"
            " (SELECT address_id FROM staff_group UNION SELECT address_id FROM member)"
        )
        assert not away, "shown where no staff is"
        odd = await self.sql("SELECT id FROM ticket WHERE (state = 'claimed') <> (claimed_by IS NOT NULL)"
                             " AND state <> 'closed'")  # fmt: skip
        assert not odd, "claimed by nobody"


def _tickets(db: sqlite3.Connection) -> dict[int, Ticket]:
    return {ticket.id: ticket for ticket in map(ticket_of, rows_of(db, _TICKETS))}


def _inbound(waiting: Waiting) -> Inbound:
    values = json.loads(waiting.body)
    values["kind"] = Kind(values["kind"])
    return Inbound(**values)


def _is_message(inbound: Inbound) -> bool:
    if inbound.in_group or inbound.kind not in (Kind.TEXT, Kind.UNSUPPORTED):
        return False
    return not (inbound.kind is Kind.TEXT and inbound.text.startswith("/"))


def _may_answer(inbound: Inbound) -> bool:
    """Their own data are theirs, whoever owns the conversation."""
    action = unpack(inbound.text) if inbound.kind is Kind.TAP else None
    return inbound.text.startswith(_ALWAYS) or (action is not None and action.verb is Verb.DELETE)


def _is_own_chat(ticket: Ticket, waiting: Waiting | None) -> bool:
    """Somebody of the staff acts on their own request in their private chat."""
    return waiting is not None and waiting.address_id == ticket.address


def words_of(reply: Reply) -> str:
    return " ".join(str(value) for line in reply.lines for _, value in line.params)


def is_relay(reply: Reply) -> bool:
    return bool(reply.lines) and reply.lines[0].key in ("desk-relay", "relay-from-desk")
