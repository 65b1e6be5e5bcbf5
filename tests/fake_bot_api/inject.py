"""What people do: messages, button presses, blocking, and raw updates for the odd cases."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

from .entities import utf16_length
from .groups import Member
from .inbox import Inbox
from .methods import quoted
from .model import Json, Pending, dumps
from .state import State, Waiter

FIRST_UPDATE_ID = 100_000_001
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?(?!\S)")
_NO_CHAT = -(10**15)


class Injecting(State):
    """Builds updates as the platform words them and queues them."""

    def __init__(self, token: str, seed: int, now: Callable[[], float]) -> None:
        super().__init__(token, seed, now)
        self._next_update = FIRST_UPDATE_ID
        self._waiters: list[Waiter[Injecting]] = []
        self._check_due = False

    # -- updates ---------------------------------------------------------------------------------

    def say(self, chat_id: int, text: str, *, edited: bool = False, **kw: Any) -> Json:
        """A person writes. kw: user_id, first_name, username, language_code, chat_type, title, reply_to
        (a message id), message_id, and any further field of the message. Gives the update."""
        entities = (
            [
                {"type": "bot_command", "offset": utf16_length(text[: m.start()]), "length": len(m[0])}
                for m in _COMMAND.finditer(text)
            ]
            if "/" in text
            else []
        )
        if entities:
            kw.setdefault("entities", entities)
        return self.post(chat_id, edited=edited, text=text, **kw)

    def post(self, chat_id: int, *, edited: bool = False, **kw: Any) -> Json:
        """A message of any kind, e.g. post(5, voice={...}) or post(5, location={...})."""
        message = self.message(chat_id, **kw)
        if edited:
            message["edit_date"] = int(self.now())
        return self.push({"edited_message" if edited else "message": message})

    def share_contact(self, chat_id: int, number: str, user_id: int | None = None, **kw: Any) -> Json:
        """A person shares a contact card: their own (as the button does), or that of `user_id` (0: of nobody here)."""
        owner = chat_id if user_id is None else user_id
        card = {"phone_number": number, "first_name": f"Person {owner}", **({"user_id": owner} if owner else {})}
        return self.post(chat_id, contact=card, **kw)

    def message(self, chat_id: int, **kw: Any) -> Json:
        """A person's message as the platform words it (not pushed)."""
        chat = self.add_chat(chat_id, kw.pop("chat_type", None))
        for name in ("title", "username", "first_name", "language_code"):
            if kw.get(name) is not None and (chat.type == "private" or name == "title"):
                setattr(chat, name, kw[name])
        user_id = kw.pop("user_id", chat_id if chat_id > 0 else 1000)
        known = chat.members.get(user_id, {}).get("user")
        sender: Json = known or {
            "id": user_id, "is_bot": False, "first_name": kw.pop("first_name", None) or chat.first_name,
            "language_code": kw.pop("language_code", None) or chat.language_code,
        }  # fmt: skip
        username = kw.pop("username", None) or (chat.username if chat.type == "private" else "")
        if username:
            sender["username"] = username
        kw.pop("title", None)
        reply_to = kw.pop("reply_to", None)
        message: Json = {
            "message_id": kw.pop("message_id", None) or self.next_message_id(chat), "from": sender,
            "chat": chat.as_json(), "date": int(self.now()),
        }  # fmt: skip
        if reply_to is not None:
            original = self.messages.get((chat_id, reply_to))
            unknown = {"message_id": reply_to, "chat": chat.as_json(), "date": 0}
            message["reply_to_message"] = quoted(original) if original else unknown
        message.update(kw)
        self.messages[(chat_id, message["message_id"])] = message
        return message

    def tap(self, chat_id: int, data: str, message_id: int | None = None, *, user_id: int | None = None) -> Json:
        """A person presses a button; without message_id on the newest message that has it."""
        chat = self.add_chat(chat_id)
        if message_id is None:
            holders = [s for s in self.sent_to(chat_id) if any(d == data for _, d in s.buttons())]
            if not holders:
                raise LookupError(f"chat {chat_id} has no button with data {data!r}")
            message_id = holders[-1].message_id
        message = self.messages.get((chat_id, message_id))
        if message is None:
            message = {"message_id": message_id, "chat": chat.as_json(), "date": 0}
        sender = user_id or (chat_id if chat_id > 0 else 1000)
        known = chat.members.get(sender, {}).get("user")
        person = {"id": sender, "is_bot": False, "first_name": chat.first_name, "language_code": chat.language_code}
        return self.push({"callback_query": {
            "id": self.next_query_id(sender), "chat_instance": str(7_000_000_000 + chat_id), "data": data,
            "from": known or person, "message": message,
        }})  # fmt: skip

    def push(self, raw_update: Json) -> Json:
        """Queue any update; without update_id it gets the next one. Its chat becomes known."""
        update = {"update_id": raw_update.get("update_id", self._next_update), **raw_update}
        kind = next((name for name in update if name != "update_id"), "")
        chat = _chat_of(update.get(kind))
        if chat is not None:
            self.add_chat(chat["id"], chat.get("type"))
        if kind and not self.inbox.allows(kind):
            self.inbox.filtered += 1
            return update
        self._queue(update["update_id"], dumps(update), chat["id"] if chat else None)
        return update

    def take_update_id(self) -> int:
        """An id for an update that somebody else delivers (a load generator, say)."""
        self._next_update += 1
        return self._next_update - 1

    def push_raw(self, body: bytes) -> int:
        """A webhook body that need not be JSON; gives the update id it stands for in the records."""
        if self.pusher is None:
            raise RuntimeError("push_raw needs a webhook")
        update_id = self._next_update
        self._queue(update_id, body, None)
        return update_id

    def _queue(self, update_id: int, body: bytes, chat_id: int | None) -> Pending:
        if isinstance(update_id, int):
            self._next_update = max(self._next_update, update_id + 1)
        queue = chat_id if chat_id is not None else _NO_CHAT - self._next_update
        inbox: Inbox = self.inbox
        entry = inbox.add(update_id, body, queue)
        if self.pusher is not None:
            self.pusher.add(entry)
        else:
            inbox.wake()
        return entry

    # -- what changes around a chat --------------------------------------------------------------

    def block(self, chat_id: int, announce: bool = True) -> None:
        """The person blocks the bot (a group: throws it out): 403 from now on, and my_chat_member."""
        self._membership(chat_id, "member", "kicked", announce)

    def unblock(self, chat_id: int, announce: bool = True) -> None:
        self.add_chat(chat_id).left = False
        self._membership(chat_id, "kicked", "member", announce)

    def _membership(self, chat_id: int, old: str, new: str, announce: bool) -> None:
        chat = self.add_chat(chat_id)
        chat.blocked = new == "kicked"
        if not announce:
            return
        member: Json = {"user": self.bot, "status": old}
        other: Json = {"user": self.bot, "status": new}
        for side in (member, other):
            if side["status"] == "kicked":
                side["until_date"] = 0
        person = {"id": chat_id if chat_id > 0 else 1000, "is_bot": False, "first_name": chat.first_name}
        self.push({"my_chat_member": {"chat": chat.as_json(), "from": person, "date": int(self.now()),
                                      "old_chat_member": member, "new_chat_member": other}})  # fmt: skip

    def member(self, chat_id: int, user_id: int, status: str = "member") -> Member:
        """A person in a group: the group and the person are made when they are new. No update tells of it."""
        chat = self.add_chat(chat_id)
        user = {"id": user_id, "is_bot": False, "first_name": f"Person {user_id}", "language_code": "en"}
        chat.members[user_id] = {"status": status, "user": user}
        return Member(self, chat_id, user_id)

    def migrate(self, chat_id: int, new_chat_id: int, announce: bool = True) -> None:
        """A group becomes a supergroup: its old id is refused, and both service messages come."""
        chat = self.add_chat(chat_id)
        self.add_chat(new_chat_id, "supergroup", title=chat.title).members.update(chat.members)
        chat.migrated_to = new_chat_id
        if announce:
            self.post(chat_id, migrate_to_chat_id=new_chat_id)
            self.post(new_chat_id, migrate_from_chat_id=chat_id)

    def expire(self, query_id: str) -> None:
        """A tap is too old to be answered."""
        self.queries[query_id] = "old"

    # -- waiting ---------------------------------------------------------------------------------

    def changed(self) -> None:
        """Something was recorded: look at the waiting conditions once, soon."""
        if self._waiters and not self._check_due:
            self._check_due = True
            asyncio.get_running_loop().call_soon(self._check)

    def _check(self) -> None:
        self._check_due = False
        for waiter in list(self._waiters):
            if waiter.future.done():
                continue
            try:
                if waiter.condition(self):
                    waiter.future.set_result(None)
            except Exception as error:
                waiter.future.set_exception(error)

    async def wait_for(self, condition: Callable[[Any], object], timeout: float = 10.0) -> None:
        """Return once condition(api) holds; looked at after every change, never in between."""
        if condition(self):
            return
        waiter: Waiter[Injecting] = Waiter(condition, asyncio.get_running_loop().create_future())
        self._waiters.append(waiter)
        try:
            await asyncio.wait_for(waiter.future, timeout)
        finally:
            self._waiters.remove(waiter)


def _chat_of(content: Any) -> Json | None:
    """The chat that an update is about, if it names one."""
    if not isinstance(content, dict):
        return None
    inner = content.get("message")
    chat = content.get("chat") or (inner.get("chat") if isinstance(inner, dict) else None)
    return chat if isinstance(chat, dict) and isinstance(chat.get("id"), int) else None
