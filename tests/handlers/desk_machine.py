"""Anything that persons, staff and the clock can do with the hand-over, in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.content import load_library
from handlers.actions import Action, Verb, pack, unpack
from handlers.desk_rights import member_for
from handlers.messages import Inbound, Kind
from handlers.ticket import Level, Media, MediaKind, Role, State, Ticket
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


class Desk(RuleBasedStateMachine):
    """`token()` gives every message a word by which it is found again."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(LIBRARY)
        self.number = 0
        self.words: dict[str, str] = {}  # of the persons' messages: word → chat
        self.sent: dict[str, str] = {}  # of the staff's: word → the person's chat
        self.notes: list[str] = []
        self.were_blocked: set[str] = set()

    @initialize(linked=st.sets(st.sampled_from(sorted(GROUPS))), asking=st.sets(person), claiming=st.integers(0, 4))
    def begin(self, linked: set[str], asking: set[str], claiming: int) -> None:
        for chat, role, circle in STAFF:
            self.world.joins(chat, "role", circle, role)
        for chat in sorted(linked):
            self.world.joins(chat, "group", GROUPS[chat], None, user="25")
        self.world.put("27", Inbound(Kind.TEXT, "/menu", message=self.world.message()))
        for chat, circle in PERSONS.items():
            self.world.put(chat, Inbound(Kind.TEXT, "/menu", message=self.world.message()))
            self.world.take()
            self.world.sql("UPDATE person SET language = 'en', circle = ? WHERE id = (SELECT person_id FROM address"
                           " WHERE chat_id = ?)", circle, chat)  # fmt: skip
        self.world.settle()
        for chat in sorted(asking):
            self.asks_for_a_human(chat)
        for which in range(claiming):
            self.a_helper_claims(which, True)

    # -- persons --------------------------------------------------------------------------------------------------

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

    # -- staff ----------------------------------------------------------------------------------------------------

    @rule(who=user, where=place, which=some, is_calm=calm)
    def staff_taps(self, who: str, where: str, which: int, is_calm: bool) -> None:
        """Any button of any card, where it stands or elsewhere."""
        if buttons := self.world.desk_taps([*USERS, *GROUPS]):
            data = buttons[-1 - which % len(buttons)]
            action = unpack(data)
            number = action.argument.split(".")[1] if action and "." in action.argument else "0"
            self.act(who, where, Inbound(Kind.TAP, data, query=self.world.message()), int(number), is_calm)

    @rule(who=user, where=place, which=some, verb=st.sampled_from(["claim", "close", "hand", "to", "unmask", "say"]),
          to=st.sampled_from(["central", "bihar", "delhi", "nowhere"]), is_calm=calm)  # fmt: skip
    def staff_taps_a_ticket(self, who: str, where: str, which: int, verb: str, to: str, is_calm: bool) -> None:
        """A button as it could be on some card."""
        if numbers := sorted(self.tickets()):
            number = numbers[-1 - which % len(numbers)]
            more = f".{to}" if verb == "to" else ".thanks" if verb == "say" else ""
            data = pack(Action(0, Verb.DESK, f"{verb}.{number}{more}"))
            self.act(who, where, Inbound(Kind.TAP, data, query=self.world.message()), number, is_calm)

    @rule(first=user, second=user, which=some)
    def staff_race(self, first: str, second: str, which: int) -> None:
        """Two claim the same ticket in one batch, and the person writes at the same moment."""
        if numbers := sorted(self.tickets()):
            number = numbers[-1 - which % len(numbers)]
            data = pack(Action(0, Verb.DESK, f"claim.{number}"))
            for who in (first, second):
                self.act(who, "", Inbound(Kind.TAP, data, query=self.world.message()), number, False)
            for chat in PERSONS:
                self.put(chat, Inbound(Kind.TEXT, f"certificate {self.token(chat)}"), False)
            self.world.settle()

    @rule(who=user, where=place, which=some, how=st.sampled_from(["text", "note", "file", "file note"]), is_calm=calm)
    def staff_replies(self, who: str, where: str, which: int, how: str, is_calm: bool) -> None:
        posts = [one for one in self.world.shown[where or who] if one.ticket]
        if posts:
            self.replies_to(posts[-1 - which % len(posts)], who, where, how, is_calm)

    @rule(who=user, where=place, which=some, is_calm=calm)
    def staff_edits(self, who: str, where: str, which: int, is_calm: bool) -> None:
        if written := self.world.written[where or who]:
            inbound = Inbound(Kind.EDITED, f"better {self.staff_token()}", message=written[-1 - which % len(written)])
            self.act(who, where, inbound, 0, is_calm)

    @rule(which=some, is_calm=calm)
    def a_helper_claims(self, which: int, is_calm: bool) -> None:
        """Whoever may, what waits."""
        waiting = [one for one in self.tickets().values() if one.state is State.OPEN]
        if waiting:
            ticket = waiting[which % len(waiting)]
            fitting = [chat for chat in USERS if member_for(self.members(chat), ticket)]
            if fitting:
                data = pack(Action(0, Verb.DESK, f"claim.{ticket.id}"))
                tap = Inbound(Kind.TAP, data, query=self.world.message())
                self.act(fitting[which % len(fitting)], "", tap, ticket.id, is_calm)

    @rule(which=some, is_calm=calm, how=st.sampled_from(["text", "text", "note", "file", "edit", "close", "to", "say"]))
    def the_owner_works(self, which: int, is_calm: bool, how: str) -> None:
        """Answers, or ends it."""
        claimed = [one for one in self.tickets().values() if one.state is State.CLAIMED]
        if not claimed:
            return
        ticket = claimed[which % len(claimed)]
        ((who,),) = self.world.sql("SELECT a.chat_id FROM member m JOIN address a ON a.id = m.address_id"
                                   " WHERE m.id = ?", ticket.claimed_by)  # fmt: skip
        where = next((chat for chat in GROUPS if any(one.ticket == ticket.id for one in self.world.shown[chat])), "")
        if how == "edit":
            self.staff_edits(who, where, 0, is_calm)
        elif how in ("close", "to", "say"):
            more = {"close": "", "to": ".central", "say": ".working"}[how]
            tap = Inbound(Kind.TAP, pack(Action(0, Verb.DESK, f"{how}.{ticket.id}{more}")), query=self.world.message())
            self.act(who, where, tap, ticket.id, is_calm)
        elif posts := [one for one in self.world.shown[where or who] if one.ticket == ticket.id]:
            self.replies_to(posts[-1 - which % len(posts)], who, where, how, is_calm)

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

    @rule(who=user, where=place, is_calm=calm)
    def staff_asks_the_queue(self, who: str, where: str, is_calm: bool) -> None:
        self.act(who, where, Inbound(Kind.TEXT, "/queue"), 0, is_calm)

    @rule(which=some, what=some, argument=st.sampled_from(["claim", "close", "text", "to", "unmask"]))
    def staff_acts_at_the_page(self, which: int, what: int, argument: str) -> None:
        members, numbers = self.world.runner.run(self.world.store.staff()), sorted(self.tickets())
        if not members or not numbers:
            return
        member, number = members[which % len(members)], numbers[-1 - what % len(numbers)]
        if argument == "text":
            inbound = Inbound(Kind.TEXT, self.staff_token(), message=f"page{self.number}")
        else:
            more = ".central" if argument == "to" else ""
            inbound = Inbound(Kind.TAP, pack(Action(0, Verb.DESK, f"{argument}.{number}{more}")))
        self.world.page(member.address, number, inbound)

    @rule(who=user, is_sure=st.integers(0, 3))
    def leaves_the_staff(self, who: str, is_sure: int) -> None:
        if is_sure:
            return
        for id_, in self.world.sql("SELECT id FROM member WHERE revoked_at IS NULL AND address_id IN"
                                   " (SELECT id FROM address WHERE chat_id = ?)", who):  # fmt: skip
            self.world.runner.run(self.world.store.revoke(id_, "command line", self.world.clock.at))
        self.world.look()
        assert not self.world.sql("SELECT t.id FROM ticket t JOIN member m ON m.id = t.claimed_by"
                                  " WHERE t.state = 'claimed' AND m.revoked_at IS NOT NULL")  # fmt: skip

    @rule(which=st.sampled_from(STAFF))
    def joins_the_staff(self, which: tuple[str, Role, str | None]) -> None:
        self.world.settle()
        chat, role, circle = which
        self.world.joins(chat, "role", circle, role)

    # -- time -----------------------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from(WAITS), is_running=st.booleans())
    def time_passes(self, seconds: int, is_running: bool) -> None:
        """With the program running, or all at once as after a stop."""
        self.world.take()
        for _ in range(10 if is_running else 1):
            self.world.clock.at += seconds // 10 if is_running else seconds
            self.world.look()

    @rule(is_bad=st.booleans())
    def everything_is_done(self, is_bad: bool) -> None:
        self.world.take()
        self.world.look()
        self.world.deliver(is_bad=is_bad)
        self.world.settle()

    # -- what holds -----------------------------------------------------------------------------------------------

    @invariant()
    def notes_stay_inside(self) -> None:
        for chat in ("11", "12", "13"):
            assert not [word for word in self.notes if self.world.shown_with(word, [chat])[1]]

    def teardown(self) -> None:
        try:
            self.everything_arrives()
            self.nobody_is_forgotten()
            assert not self.world.sql("SELECT error FROM inbox WHERE state = 2")
        finally:
            self.world.close()

    def everything_arrives(self) -> None:
        """What a person wrote in a ticket that stands in a chat is there once; what staff wrote came once."""
        for _ in range(3):
            self.world.clock.at += 25
            self.world.settle()
        chats = [*USERS, *GROUPS]
        for text, ref in self.world.sql(
            "SELECT e.text, e.media_ref FROM entry e JOIN ticket t ON t.id = e.ticket_id"
            " WHERE e.author = 'person' AND e.text <> '' AND e.message <> '' AND t.home_id IS NOT NULL"
        ):
            word = text.split()[-1]
            if word in self.words and self.words[word] not in USERS:
                relays = [self.world.shown_with(word, [chat]) for chat in chats]
                assert any(count for _, count in relays), (word, "is shown nowhere")
                assert ref or all(count <= 1 for count, _ in relays), (word, relays)
        for word, chat in self.sent.items():
            times, _ = self.world.shown_with(word, [chat])
            assert times <= 1 and (times or chat in self.were_blocked), (word, times)

    def nobody_is_forgotten(self) -> None:
        """Without anybody doing anything each ticket comes to the central desk, or is closed as answered."""
        for _ in range(60):
            waiting = [one for one in self.tickets().values() if one.state is not State.CLOSED]
            if all(one.state is State.OPEN and one.level is Level.CENTRAL for one in waiting):
                return
            ((at,),) = self.world.sql("SELECT min(next_look) FROM ticket WHERE state <> 'closed'")
            self.world.clock.at = max(self.world.clock.at + 1, at)
            self.world.look()
        raise AssertionError("somebody is forgotten")

    # -- how ------------------------------------------------------------------------------------------------------

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
        if before is not None and member_for(members, before) is None:
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
