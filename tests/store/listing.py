"""Employees of the cell's list as an import leaves them, and chats that are linked to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bot.store.addresses import Addresses
from bot.store.base import Store
from bot.store.rows import Turn
from handlers.effects import Effect, LinkPerson
from handlers.link_scene import LinkScene, LinkWanted
from handlers.messages import Reply, line
from handlers.session import Person
from tests.store.backings import KEY, Backing
from tests.store.using import NOW, update

NEWS = Reply("en", (line("link-news-code"),))
_HASHES = Addresses(KEY)
_PERSON = "INSERT INTO person (id, messages_off, created_at) SELECT value ->> 0, 0, 0 FROM json_each(?)"
_ROSTER = """
INSERT INTO roster (person_id, employee_id, mobile_hash, designation, meanings, is_unknown, designation_written, circle,
                    has_left)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value -> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8 FROM json_each(?)
"""


@dataclass(frozen=True)
class Row:
    """One employee of the list."""

    id: str
    mobile: str = ""
    post: str | None = "postman"
    circle: str | None = "delhi"
    meanings: tuple[str, ...] = ()
    written: str = ""
    has_left: bool = False


def listed(backing: Backing, *rows: Row, first: int = 100, hashes: Addresses = _HASHES) -> list[int]:
    """Put employees on the list; their numbers."""
    numbered = list(enumerate(rows, start=first))
    backing.rows(_PERSON, json.dumps([[number] for number, _ in numbered]))
    backing.rows(_ROSTER, json.dumps([
        (number, one.id, hashes.keys.hash("mobile", one.mobile) if one.mobile else None, one.post, list(one.meanings),
         bool(one.written), one.written or None, one.circle, one.has_left)
        for number, one in numbered
    ]))  # fmt: skip
    return [number for number, _ in numbered]


@dataclass
class Linking:
    """Chats that are linked and unlinked by their steps' effects."""

    store: Store
    now: int = NOW
    count: int = field(default=0)

    async def does(self, chat: str, *effects: Effect) -> int:
        """One turn of a chat with these effects; the person it spoke for before."""
        self.count += 1
        await self.store.receive([update(f"link-{chat}-{self.count}", chat)], self.now)
        waiting = next(one for one in await self.store.next_turn(64) if one.body.startswith(f"body link-{chat}-"))
        await self.store.save_turn([Turn(waiting, waiting.session, effects=effects)], self.now)
        return waiting.person_id

    async def links(self, chat: str, employee: int, profile: Person = Person("en"), **more: Any) -> None:  # noqa: B008
        values: dict[str, Any] = {"code": 0, "way": "contact", "news": NEWS, **more}
        await self.does(chat, LinkPerson(employee, profile, **values))

    async def speaks_for(self, chat: str) -> int:
        return await self.does(chat)

    async def scene(self, chat: str, **wanted: str) -> LinkScene:
        self.count += 1
        await self.store.receive([update(f"scene-{self.count}", chat)], self.now)
        waiting = next(one for one in await self.store.next_turn(64) if one.body == f"body scene-{self.count}")
        scene = await self.store.link_scene(waiting.address_id, LinkWanted(**wanted), self.now)
        await self.store.save_turn([Turn(waiting, waiting.session)], self.now)
        return scene
