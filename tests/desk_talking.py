"""Play a conversation with the helpdesk at work: the person's side and what the staff's chats get, as in its file.

Such a talk says who is there (`desk: {staffed: [delhi, central]}`); its turns may also be what staff does (`staff:
claim`, `staff: {reply: …}`) or time that goes by (`clock: {hours: 3}`). All of it runs through the real store and core.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.console import button_name, got
from handlers.actions import Action, Verb, pack, unpack
from handlers.messages import Inbound, Kind
from handlers.secrets import blank_secrets
from handlers.ticket import Media, MediaKind, Role
from knowledge.library import Library
from tests.handlers.desk_world import Sent, World

_CHAT = "1"
_CENTRAL = "central"
_MEDIA = {kind.value for kind in MediaKind}
_NUMBER = re.compile(r"\.\d+(?=\.|$)")
#: Seconds from one turn to the next.
_PAUSE = 10


class DeskTalk:
    """One person's talk beside a desk; requests are called # in it, as their numbers say nothing."""

    def __init__(self, library: Library, talk: dict[str, Any]) -> None:
        self.world = World(library)
        self.world.clock.at = int(datetime.fromisoformat(talk["now"]).timestamp())
        self.chats: dict[str, str] = {}  # chat → what it is called in the record
        desk = talk["desk"]
        for place in desk["staffed"]:
            self._hires(place, Role.HELPDESK, "helper")
        for place in desk.get("administrators", ()):
            self._hires(place, Role.ADMINISTRATOR, "administrator")
        for place in desk.get("groups", desk["staffed"]):
            self._links(place)
        self.first = next(iter(desk["staffed"]), "")
        self._begins(talk.get("person"))
        self.told = {chat: len(self.world.shown[chat]) for chat in (_CHAT, *self.chats)}

    def play(self, turn: dict[str, Any]) -> dict[str, Any]:
        """The turn as it goes today."""
        done = {name: value for name, value in turn.items() if name not in ("gets", "desk")}
        self.world.clock.at += _PAUSE
        if "clock" in turn:
            self._waits(**turn["clock"])
        elif "staff" in turn:
            self._staff(turn["staff"], turn.get("by", self.first))
        else:
            self._person(turn)
        self.world.settle()
        person = [{**got(sent.reply), **_how(sent)} for sent in self._news(_CHAT)]
        staff = [_at_desk(called, sent) for chat, called in self.chats.items() for sent in self._news(chat)]
        record: dict[str, Any] = _without_numbers({**done, "gets": person, **({"desk": staff} if staff else {})})
        return record

    def _person(self, turn: dict[str, Any]) -> None:
        message = self.world.message()
        if "taps" in turn:
            self._put(Inbound(Kind.TAP, self._button(turn["taps"]), query=message))
        elif "edits" in turn:
            self._put(Inbound(Kind.EDITED, turn["edits"], message=self.world.written[_CHAT][-1]))
        elif (kind := turn.get("does_kind", "")) in _MEDIA:
            media = Media(MediaKind(kind), f"file-{message}")
            self._put(Inbound(Kind.UNSUPPORTED, kind, message=message, media=media, caption=turn.get("caption", "")))
        elif kind in (Kind.BLOCKED, Kind.UNBLOCKED):
            (self.world.blocked.add if kind == Kind.BLOCKED else self.world.blocked.discard)(_CHAT)
            self._put(Inbound(Kind(kind)))
        elif kind:
            self._put(Inbound(Kind.UNSUPPORTED, kind, message=message))
        else:
            for _ in range(turn.get("times", 1)):
                kept, was_blanked = blank_secrets(turn["says"])
                self._put(Inbound(Kind.TEXT, kept, was_blanked, message=self.world.message()))

    def _staff(self, what: str | dict[str, str], place: str) -> None:
        """Something that a helper does in the group of their desk, with the newest request."""
        ((number,),) = self.world.sql("SELECT max(id) FROM ticket")
        ((verb, value),) = what.items() if isinstance(what, dict) else ((what, ""),)
        user, group = _named(self.chats, f"helper of {place}"), _named(self.chats, place)
        chat = group or user
        common: dict[str, Any] = {"user": user if group else "", "in_group": bool(group)}
        message = self.world.message()
        if verb in ("reply", "note", "photo"):
            answered = [sent.id for sent in self.world.shown[chat] if sent.ticket and not sent.reply.popup][-1]
            words = f"// {value}" if verb == "note" else value
            media = Media(MediaKind.PHOTO, "file-of-staff") if verb == "photo" else None
            kind, text = (Kind.UNSUPPORTED, "photo") if media else (Kind.TEXT, words)
            inbound = Inbound(kind, text, message=message, answers=answered, media=media,
                              caption=words if media else "", **common)  # fmt: skip
        elif verb == "edit":
            inbound = Inbound(Kind.EDITED, value, message=self.world.written[chat][-1], **common)
        elif verb == "queue":
            inbound = Inbound(Kind.TEXT, "/queue", message=message, **common)
        else:
            argument = f"{verb}.{number}.{value}" if value else f"{verb}.{number}"
            inbound = Inbound(Kind.TAP, pack(Action(0, Verb.DESK, argument)), query=message, **common)
        self.world.put(chat, inbound)

    def _waits(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Time goes by, with the clock's looks when they are due."""
        until = self.world.clock.at + 86_400 * days + 3600 * hours + 60 * minutes
        while True:
            ((at,),) = self.world.sql("SELECT min(next_look) FROM ticket")
            self.world.clock.at = min(until, max(at or until, self.world.clock.at + 1))
            self.world.settle()
            if self.world.clock.at >= until:
                return

    def _button(self, name: str) -> str:
        """The data of a button where it was shown last; navigation even where it never was."""
        shown = [data for sent in self.world.shown[_CHAT] for data in sent.taps if _name_of(data) == name]
        verb, _, argument = name.partition(" ")
        return shown[-1] if shown else pack(Action(0, Verb[verb], argument))

    def _put(self, inbound: Inbound) -> None:
        self.world.put(_CHAT, inbound)
        self.world.take()

    def _news(self, chat: str) -> list[Sent]:
        news = self.world.shown[chat][self.told[chat] :]
        self.told[chat] += len(news)
        return news

    def _hires(self, place: str, role: Role, called: str) -> None:
        chat = str(20 + len(self.chats))
        self.chats[chat] = f"{called} of {place}"
        self.world.joins(chat, "role", _circle(place), role)

    def _links(self, place: str) -> None:
        chat = f"-{1 + len(self.chats)}"
        self.chats[chat] = place
        self.world.put(chat, Inbound(Kind.UNBLOCKED))
        self.world.take()
        self.world.sql("INSERT INTO staff_group (address_id, circle, language, linked_at) VALUES (?, ?, 'en', 1)",
                       self.world.address(chat), _circle(place))  # fmt: skip

    def _begins(self, person: dict[str, str] | None) -> None:
        """The person as the file describes them; greeted before where it does."""
        self.world.put(_CHAT, Inbound(Kind.UNBLOCKED))
        self.world.take()
        if person is None:
            return
        address = self.world.address(_CHAT)
        for name in ("language", "designation", "circle"):
            self.world.sql(f"UPDATE person SET {name} = ? WHERE id = (SELECT person_id FROM address WHERE id = ?)",
                           person.get(name), address)  # fmt: skip
        self.world.sql("INSERT OR REPLACE INTO session VALUES (?, ?, 1)", address, '{"v": 1, "is_greeted": true}')


def play_at_desk(library: Library, talk: dict[str, Any]) -> dict[str, Any]:
    """The same talk as it goes today."""
    place = DeskTalk(library, talk)
    try:
        return {**talk, "turns": [place.play(turn) for turn in talk["turns"]]}
    finally:
        place.world.close()


def _at_desk(called: str, sent: Sent) -> dict[str, Any]:
    words = got(sent.reply)
    del words["in"]
    return {"at": called, **_how(sent), **words}


def _how(sent: Sent) -> dict[str, bool]:
    """Whether it is told to the tapper alone, or replaces a message."""
    return {name: True for name, value in (("popup", sent.reply.popup), ("edits", sent.reply.edits)) if value}


def _circle(place: str) -> str | None:
    return None if place == _CENTRAL else place


def _named(chats: dict[str, str], called: str) -> str:
    return next((chat for chat, name in chats.items() if name == called), "")


def _name_of(data: str) -> str:
    action = unpack(data)
    return str(_without_numbers(button_name(action))) if action else ""


def _without_numbers(record: Any) -> Any:
    if isinstance(record, dict):
        return {name: _without_numbers(value) for name, value in record.items()}
    if isinstance(record, list):
        return [_without_numbers(value) for value in record]
    return _NUMBER.sub(".#", record) if isinstance(record, str) and record.startswith(("TICKET", "DESK")) else record
