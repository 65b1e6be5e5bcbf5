"""What the staff can do, within their rights and outside of them, in groups, in private and at the page."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from handlers.actions import Action, Verb, pack, unpack
from handlers.desk_rights import member_for
from handlers.messages import Inbound, Kind
from handlers.ticket import Role, State
from tests.handlers.desk_hands import GROUPS, PERSONS, STAFF, USERS, Hands, calm, place, some, user


class Staff(Hands):
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
