"""What the machine's rules are made of: who there is, how something is done, how it is found again."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from msgspec.structs import replace

from bot.content import load_library
from handlers.desk_rights import member_for
from handlers.messages import Inbound, Kind
from handlers.ticket import Media, MediaKind, Role, State, Ticket
from tests.handlers.desk_world import Sent, World

LIBRARY = load_library()
#: Persons, with their circles; one is a helper who has a question too.
PERSONS = {"11": "delhi", "12": "kerala", "13": None, "21": "delhi"}
#: Who works where: chat, role, circle.
STAFF = (
    ("25", Role.ADMINISTRATOR, None), ("21", Role.HELPDESK, "delhi"), ("22", Role.HELPDESK, "delhi"),
    ("23", Role.ADMINISTRATOR, "delhi"), ("24", Role.HELPDESK, "bihar"), ("26", Role.CELL, "delhi"),
)  # fmt: skip
USERS = [*(chat for chat, *_ in STAFF), "27"]
GROUPS = {"-1": "delhi", "-2": "bihar", "-3": None}
SAID = ["otp nahi aa raha", "mere course kaun se hai", "certificate name is wrong", "thanks", "xyzzy plugh",
        "I want to talk to a human", "PA delhi", "last date", "2", "menu", "back", "my mobile is 9876543210",
        "green tick not coming", "End the request", "skip", "नमस्ते", "how do I transfer to Delhi"]  # fmt: skip
COMMANDS = ["/start", "/menu", "/courses", "/human", "/human", "/login", "/transfer", "/fix", "/cancel", "/privacy",
            "/delete", "/language", "/nothing"]  # fmt: skip
WAITS = [1, 9, 11, 70, 16 * 60, 61 * 60, 125 * 60, 185 * 60, 86_400, 4 * 86_400]
LETTERS = "abcdefghij"

some = st.integers(0, 10_000)
person = st.sampled_from(sorted(PERSONS))
user = st.sampled_from(USERS)
place = st.sampled_from(["", "-1", "-2", "-3"])
media = st.sampled_from(list(MediaKind))
#: Whether everything is done before the next thing happens; else they meet in one batch.
calm = st.sampled_from([True, True, False])


class Hands(RuleBasedStateMachine):
    """`token()` gives every message a word by which it is found again."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(LIBRARY)
        self.number = 0
        self.words: dict[str, str] = {}  # of the persons' messages: word → chat
        self.sent: dict[str, str] = {}  # of the staff's: word → the person's chat
        self.notes: list[str] = []
        self.were_blocked: set[str] = set()

    def put(self, chat: str, inbound: Inbound, is_calm: bool) -> None:
        self.world.put(chat, replace(inbound, message=inbound.message or self.world.message()))
        if is_calm:
            self.world.settle()

    def replies_to(self, post: Sent, who: str, where: str, how: str, is_calm: bool) -> None:
        if post.reply.popup or not self.world.sql("SELECT 1 FROM outbox WHERE id = ?", post.row):
            return  # no message; or nobody knows any more what it was about
        word = self.staff_token()
        text = f"// {word}" if "note" in how else word
        sent = Media(MediaKind.PHOTO, "file") if "file" in how else None
        inbound = Inbound(Kind.UNSUPPORTED if sent else Kind.TEXT, "photo" if sent else text, answers=post.id,
                          media=sent, caption=text if sent else "")  # fmt: skip
        self.answer(who, where, inbound, post.ticket, word, is_calm)

    def answer(self, who: str, where: str, inbound: Inbound, number: int, word: str, is_calm: bool) -> None:
        """In calm it is known what must come of a message to a person."""
        if is_calm:
            self.world.settle()
        ticket = self.tickets().get(number) if is_calm else None
        before = dict(self.world.store.staff_words)
        self.act(who, where, inbound, number, is_calm)
        is_note = (inbound.caption or inbound.text).startswith("//")
        if is_note:
            self.notes.append(word)
        elif ticket is not None:
            is_kept = self.world.store.staff_words != before
            member = member_for(self.members(who), ticket)
            is_due = (
                member is not None
                and self.is_desk(where)
                and (ticket.state is State.OPEN or (ticket.state is State.CLAIMED and ticket.claimed_by == member.id))
            )
            assert is_kept is is_due, (ticket, member)
            if is_due:
                self.sent[word] = self.chat_of(ticket)

    def act(self, who: str, where: str, inbound: Inbound, number: int, is_calm: bool) -> None:
        """A staff action; in calm it is checked that nothing comes of what is not within somebody's rights."""
        if is_calm:
            self.world.settle()
        inbound = replace(inbound, message=inbound.message or self.world.message(), user=who if where else "",
                          in_group=bool(where))  # fmt: skip
        before, audits = self.tickets().get(number), self.audits(number)
        is_linked = bool(where) and self.is_desk(where)
        self.world.put(where or who, inbound)
        if not is_calm:
            return
        members = self.members(who)
        self.world.take()
        if before is not None and member_for(members, before) is None and self.chat_of(before) != who:
            assert self.tickets()[number] == before
            if inbound.kind is Kind.TAP or is_linked or (members and not where):
                assert self.audits(number) == [*audits, "refused"], inbound
        self.world.settle()

    def is_desk(self, where: str) -> bool:
        """A linked group, or a private chat."""
        found = "SELECT 1 FROM staff_group g JOIN address a ON a.id = g.address_id WHERE a.chat_id = ?"
        return not where or bool(self.world.sql(found, where))

    def members(self, who: str) -> list[Any]:
        address = self.world.address(who)
        return [one for one in self.world.runner.run(self.world.store.staff()) if one.address == address]

    def tickets(self) -> dict[int, Ticket]:
        return self.world.runner.run(self.world.store.tickets())

    def audits(self, ticket: int) -> list[str]:
        return [
            action for (action,) in self.world.sql("SELECT action FROM audit WHERE ticket_id = ? ORDER BY id", ticket)
        ]

    def chat_of(self, ticket: Ticket) -> str:
        return next((chat for chat in PERSONS if self.world.address(chat) == ticket.address), "")

    def token(self, chat: str, *, is_edit: bool = False) -> str:
        word = self.staff_token("w")
        self.world.store.tokens.setdefault(self.world.address(chat), set()).add(word)
        if not is_edit:
            self.words[word] = chat
        return word

    def staff_token(self, letter: str = "s") -> str:
        self.number += 1
        return letter + "q" + "".join(LETTERS[int(digit)] for digit in f"{self.number:04}") + "q"
