"""Anything that persons, staff and the clock can do with the hand-over, in any order."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from handlers.messages import Inbound, Kind
from handlers.ticket import Level, State
from tests.handlers.desk_hands import GROUPS, PERSONS, STAFF, USERS, WAITS, person
from tests.handlers.desk_persons import Persons
from tests.handlers.desk_staff import Staff


class Desk(Persons, Staff):
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
