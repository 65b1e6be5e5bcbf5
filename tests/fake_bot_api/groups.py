"""Groups and what their members do: `staff = api.member(-500, 71); staff.reply(card, "…")`.

The bot is an ordinary member in privacy mode: it sees commands, answers to its own messages and taps on its buttons,
nothing else that people write there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .media_methods import media_json
from .model import ApiError, Chat, Json
from .params import integer
from .state import State

if TYPE_CHECKING:
    from .inject import Injecting

IN = ("creator", "administrator", "member")


class Member:
    """A person in a group. What is given back is the message as the platform words it, seen by the bot or not."""

    def __init__(self, api: Injecting, chat_id: int, user_id: int) -> None:
        self._api, self._first = api, chat_id
        self.user_id = user_id

    @property
    def chat_id(self) -> int:
        """Where the group is now."""
        return self._api.chats[self._first].migrated_to or self._first

    def write(self, text: str, **more: Any) -> Json:
        return self._post(text=text, **more)

    def reply(self, to: int, text: str, **more: Any) -> Json:
        """Answer a message by its id."""
        return self._post(text=text, reply_to=to, **more)

    def send(
        self, kind: str, data: bytes = b"a file", *, to: int | None = None, name: str = "file", **more: Any
    ) -> Json:
        """Send a photo, document, voice, video, audio, animation or video_note (`caption` in `more`)."""
        file_id = self._api.add_file(data, kind)
        return self._post(reply_to=to, **media_json(kind, file_id, len(data), name), **more)

    def edit(self, message_id: int, **changes: Any) -> Json:
        """Change an own message: `text` or `caption`."""
        before = self._api.messages[(self.chat_id, message_id)]
        if before["from"]["id"] != self.user_id:
            raise LookupError("only who wrote a message can edit it")
        message = {**before, **changes, "edit_date": int(self._api.now())}
        self._api.messages[(self.chat_id, message_id)] = message
        return self._show("edited_message", message)

    def tap(self, data: str, message_id: int | None = None) -> Json:
        """Press a button; gives the update."""
        self._must_be_in()
        return self._api.tap(self.chat_id, data, message_id, user_id=self.user_id)

    def leave(self) -> None:
        """Leave the group: it is told by a service message."""
        entry = self._must_be_in()
        entry["status"] = "left"
        self._api.post(self.chat_id, user_id=self.user_id, left_chat_member=entry["user"])

    def _post(self, **parts: Any) -> Json:
        self._must_be_in()
        return self._show("message", self._api.message(self.chat_id, user_id=self.user_id, **parts))

    def _show(self, kind: str, message: Json) -> Json:
        if sees(self._api, message):
            self._api.push({kind: message})
        return message

    def _must_be_in(self) -> Json:
        entry = self._api.chats[self.chat_id].members[self.user_id]
        if entry["status"] not in IN:
            raise LookupError(f"user {self.user_id} is not in group {self.chat_id}")
        return entry


def sees(state: State, message: Json) -> bool:
    """Whether the bot gets a message of a group."""
    chat = state.chats[message["chat"]["id"]]
    if chat.blocked or chat.left or chat.migrated_to is not None:
        return False
    answered = message.get("reply_to_message", {})
    is_command = str(message.get("text", message.get("caption", ""))).startswith("/")
    return is_command or answered.get("from", {}).get("id") == state.bot["id"]


def get_chat_member(state: State, chat: Chat | None, params: Json) -> Json:
    chat = chat or state.find_chat(params.get("chat_id"))
    user = integer(params, "user_id")
    if user == state.bot["id"]:
        return {"user": state.bot, "status": "left" if chat.left or chat.blocked else "member"}
    if user not in chat.members:
        raise ApiError(400, "Bad Request: member not found")
    return chat.members[user]
