"""The desk as it runs, but for the platform: the real inbox, store and clock's looks; chats are lists of what came."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import to_builtins

from bot.cells import Cells
from bot.channels.base import Channel
from bot.clock import IST, Clock
from bot.desk_loop import DeskLoop
from bot.inbox import Inbox
from bot.store.rows import Outcome, Outgoing, Settled, Update
from handlers.actions import Verb, pack
from handlers.desk_scene import Wanted
from handlers.messages import Inbound, Kind, Reply
from handlers.rendering import Rendered
from handlers.ticket import Media, MediaKind, Role
from knowledge.library import Library
from tests.handlers.desk_watch import Watched, is_relay, words_of

#: A Tuesday morning, with the desk open.
BEGIN = int(datetime(2026, 2, 10, 10, tzinfo=IST).timestamp())
_DAY = 86_400
#: More looks than one moment can need: else the clock turns for ever.
_LOOKS = 20


class MovedClock(Clock):
    def __init__(self) -> None:
        super().__init__()
        self.at = BEGIN

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.at, IST)


class Chats(Channel):
    """A platform whose updates are what a channel makes of them."""

    name, bot_id = "telegram", "1"
    is_fetched = False
    shares_contact = True
    home = "https://t.me/dakpath_test_bot"

    def parse(self, body: str, was_blanked: bool) -> Inbound:
        values = json.loads(body)
        media = values.pop("media")
        found = Media(MediaKind(media["kind"]), media["ref"], media["name"]) if media else None
        return Inbound(Kind(values.pop("kind")), media=found, **values)

    async def send(self, row: Outgoing, rendered: Rendered) -> str | None:
        raise NotImplementedError("what the outbox holds is taken by `World.deliver`")


@dataclass(frozen=True)
class Sent:
    """A message of the bot in a chat."""

    row: int
    id: str
    ticket: int
    reply: Reply

    @property
    def taps(self) -> list[str]:
        return [pack(self.reply.action_of(choice)) for choice in self.reply.choices]


class World:
    """`shown` is what each chat got, `written` the ids of what was written there; the rest is the assistant's own."""

    def __init__(self, library: Library) -> None:
        self.runner = asyncio.Runner()
        self.library, self.clock = library, MovedClock()
        self.store = Watched()
        channel = Chats()
        self.inbox = Inbox(
            self.store, {(channel.name, channel.bot_id): channel}, lambda: library, self.clock, _nothing, _nothing,
            Cells(self.store, lambda: library, self.clock, 25.0, _nothing),
        )  # fmt: skip
        self.desk = DeskLoop(self.store, lambda: library, self.clock, self.inbox.one_at_a_time, _nothing)
        self.shown: dict[str, list[Sent]] = defaultdict(list)
        self.written: dict[str, list[str]] = defaultdict(list)
        self.blocked: set[str] = set()
        self.again: set[int] = set()
        self.count = 0
        self.runner.run(self.store.open())

    def close(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()

    def put(self, chat: str, inbound: Inbound) -> None:
        """An update arrives; it waits for its turn."""
        self.count += 1
        if inbound.message and inbound.kind is not Kind.EDITED:
            self.written[chat].append(inbound.message)
        update = Update("telegram", "1", str(self.count), chat, json.dumps(to_builtins(inbound)))
        self.runner.run(self.inbox.receive([update]))

    def message(self) -> str:
        """A new message id: a platform counts those of both sides."""
        self.count += 1
        return str(self.count)

    def take(self) -> None:
        self.runner.run(self.inbox.drain())
        assert not self.store.faults, self.store.faults[0]

    def page(self, address: int, ticket: int, inbound: Inbound) -> None:
        self.runner.run(self.inbox.staff(address, Wanted("", ticket), inbound))
        assert not self.store.faults, self.store.faults[0]

    def look(self) -> None:
        for _ in range(_LOOKS):
            is_done = not self.runner.run(self.desk.round())
            assert not self.store.faults, self.store.faults[0]
            if is_done:
                return
        raise AssertionError("the clock's look never comes to an end")

    def deliver(self, *, is_bad: bool = False) -> None:
        """Send what waits; `is_bad`: each message only at the second try."""
        settled: list[Settled] = []
        while rows := self.runner.run(self.store.settle(settled, self.clock.at, 50, (), ())):
            settled = [self._deliver_one(row, is_bad) for row in rows]

    def _deliver_one(self, row: Outgoing, is_bad: bool) -> Settled:
        if is_bad and row.id not in self.again:
            self.again.add(row.id)
            return Settled(row, Outcome.AGAIN)
        if row.chat_id in self.blocked:
            return Settled(row, Outcome.BLOCKED)
        sent = Sent(row.id, self.message(), row.ticket, row.reply)
        self.shown[row.chat_id].append(sent)
        return Settled(row, Outcome.SENT, sent.id)

    def settle(self) -> None:
        """Everything that can be done now."""
        self.take()
        self.look()
        self.deliver()
        self.take()

    def joins(self, chat: str, kind: str, circle: str | None, role: Role | None, user: str = "") -> None:
        """A one-time code is made and used."""
        code, expires = f"code{self.count}", self.clock.at + _DAY
        hashed = self.store.hash_code(code)
        self.runner.run(
            self.store.invite("group" if kind == "group" else "role", role, circle, hashed, expires, "command line",
                              self.clock.at)
        )  # fmt: skip
        said = f"/link {code}" if kind == "group" else f"/start inv-{code}"
        self.put(chat, Inbound(Kind.TEXT, said, message=self.message(), user=user, in_group=bool(user)))
        self.take()
        self.deliver()

    def sql(self, statement: str, *values: object) -> list[Any]:
        return self.runner.run(self.store.sql(statement, *values))

    def address(self, chat: str) -> int:
        ((found,),) = self.sql("SELECT id FROM address WHERE chat_id = ?", chat)
        return int(found)

    def shown_with(self, token: str, chats: Collection[str]) -> tuple[int, int]:
        """How many relayed messages, and how many messages at all, have a word; edits do not count."""
        found = [
            one for chat in chats for one in self.shown[chat] if not one.reply.edits and token in words_of(one.reply)
        ]
        return sum(1 for one in found if is_relay(one.reply)), len(found)

    def desk_taps(self, chats: Collection[str]) -> list[str]:
        """Every button for the staff that was ever shown."""
        mark = f":{Verb.DESK.value}:"
        return [data for chat in chats for one in self.shown[chat] for data in one.taps if mark in data]


def _nothing() -> None:
    """Looks are made by the test."""
