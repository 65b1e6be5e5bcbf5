"""What persons can do, whether or not they have a request."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from handlers.actions import Verb
from handlers.messages import Inbound, Kind
from handlers.ticket import Media, MediaKind
from tests.handlers.desk_hands import COMMANDS, SAID, Hands, calm, media, person, some


class Persons(Hands):
    @rule(chat=person, said=st.sampled_from(SAID), is_calm=calm)
    def writes(self, chat: str, said: str, is_calm: bool) -> None:
        self.put(chat, Inbound(Kind.TEXT, f"{said} {self.token(chat)}"), is_calm)

    @rule(chat=person, said=st.sampled_from([*SAID, *COMMANDS]), is_calm=calm)
    def says_only(self, chat: str, said: str, is_calm: bool) -> None:
        self.put(chat, Inbound(Kind.TEXT, said), is_calm)

    @rule(chat=person, is_calm=calm)
    def writes_at_length(self, chat: str, is_calm: bool) -> None:
        self.put(chat, Inbound(Kind.TEXT, f"{'very long story ' * 30}{self.token(chat)}"), is_calm)

    @rule(chat=person, count=st.integers(2, 25))
    def writes_a_lot(self, chat: str, count: int) -> None:
        for _ in range(count):
            self.put(chat, Inbound(Kind.TEXT, f"not working {self.token(chat)}"), False)

    @rule(chat=person, kind=media, is_calm=calm)
    def sends_a_file(self, chat: str, kind: MediaKind, is_calm: bool) -> None:
        sent = Media(kind, f"file{self.number}", "a.pdf")
        self.put(chat, Inbound(Kind.UNSUPPORTED, kind.value, media=sent, caption=self.token(chat)), is_calm)

    @rule(chat=person, which=some, is_calm=calm)
    def edits(self, chat: str, which: int, is_calm: bool) -> None:
        if written := self.world.written[chat]:
            again = Inbound(Kind.EDITED, f"rather this {self.token(chat, is_edit=True)}",
                            message=written[-1 - which % len(written)])  # fmt: skip
            self.put(chat, again, is_calm)

    @rule(chat=person, which=some, is_calm=calm, is_last=st.booleans())
    def taps(self, chat: str, which: int, is_calm: bool, is_last: bool) -> None:
        shown = [one.taps for one in self.world.shown[chat] if one.taps]
        buttons = [data for taps in shown[-1:] if is_last for data in taps] or [data for taps in shown for data in taps]
        if buttons:
            self.put(chat, Inbound(Kind.TAP, buttons[which % len(buttons)], query=self.world.message()), is_calm)

    @rule(chat=person)
    def asks_for_a_human(self, chat: str) -> None:
        """Up to the open request; which it is where a helper is there."""
        self.put(chat, Inbound(Kind.TEXT, "/human"), True)
        for _ in range(5):
            last = [one.taps for one in self.world.shown[chat] if one.taps][-1:]
            skips = [data for data in (last[0] if last else ()) if data.endswith(f":{Verb.EVIDENCE.value}:skip")]
            if not skips:
                break
            self.put(chat, Inbound(Kind.TAP, skips[0]), True)

    @rule(chat=person)
    def erases_everything(self, chat: str) -> None:
        self.put(chat, Inbound(Kind.TEXT, "/delete"), True)
        if yes := [data for one in self.world.shown[chat][-2:] for data in one.taps if data.endswith(":x:yes")]:
            self.put(chat, Inbound(Kind.TAP, yes[-1]), True)

    @rule(chat=person, is_calm=calm)
    def blocks(self, chat: str, is_calm: bool) -> None:
        self.world.blocked.add(chat)
        self.were_blocked.add(chat)
        self.put(chat, Inbound(Kind.BLOCKED), is_calm)

    @rule(chat=person, is_calm=calm)
    def unblocks(self, chat: str, is_calm: bool) -> None:
        self.world.blocked.discard(chat)
        self.put(chat, Inbound(Kind.UNBLOCKED), is_calm)

    @rule(which=some, said=st.sampled_from([*SAID, *COMMANDS]), is_calm=calm, is_tap=st.booleans())
    def a_waiting_person_goes_on(self, which: int, said: str, is_calm: bool, is_tap: bool) -> None:
        """Whoever has a request writes, or taps what was shown last."""
        chats = [chat for chat in map(self.chat_of, self.tickets().values()) if chat]
        if chats and is_tap:
            self.taps(chats[which % len(chats)], which, is_calm, True)
        elif chats:
            chat = chats[which % len(chats)]
            words = said if said.startswith("/") else f"{said} {self.token(chat)}"
            self.put(chat, Inbound(Kind.TEXT, words), is_calm)
