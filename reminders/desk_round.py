"""The clock's look at the desk: new requests shown, messages passed on, nobody forgotten. A plain function.

All posts to staff chats are made here, so that each is made once: what is shown is noted in the ticket it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_rights import WORKING
from handlers.desk_scene import Board
from handlers.desk_step import Audit, DeskStep, Post
from handlers.desk_words import card, joined, relay, shown_whole
from handlers.messages import Choice, Line, Reply, line
from handlers.ticket import Entry, Group, Level, Member, Role, State, Ticket
from knowledge.catalogue import Catalogue, Language
from reminders.desk_times import Due, due_of, next_look

#: A ticket whose card had no room is looked at again so many seconds later.
_AGAIN = 20


def look(board: Board, catalogue: Catalogue, now: int) -> DeskStep:
    """Decide for every ticket of the board what is to be said, and when to look at it again. `now`: seconds."""
    round_ = _Round(board, catalogue, now)
    for ticket in board.tickets:
        round_.take(ticket)
    round_.show_new()
    return round_.step()


@dataclass
class _Round:
    """One look: what has been decided so far."""

    board: Board
    catalogue: Catalogue
    now: int
    tickets: dict[int, Ticket] = field(default_factory=dict)
    looks: dict[int, int] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)
    new: dict[int, list[tuple[Ticket, str]]] = field(default_factory=lambda: defaultdict(list))

    def step(self) -> DeskStep:
        before = {ticket.id: ticket for ticket in self.board.tickets}
        changed = tuple(ticket for id_, ticket in self.tickets.items() if ticket != before[id_])
        return DeskStep(changed, tuple(self.looks.items()), posts=tuple(self.posts), audits=tuple(self.audits))

    def take(self, ticket: Ticket) -> None:
        """Everything that is due for one ticket."""
        key = "desk-card-again" if ticket.claimed_at else "desk-card-new"
        if ticket.state is State.CLAIMED and self._member(ticket) is None:
            ticket, key = self._queued(ticket, "claimer revoked"), "desk-card-back"
        limits, calendar = self.catalogue.desk.limits, self.catalogue.desk.calendar(ticket.desk)
        due = due_of(ticket, calendar, limits, self.now)
        if due is Due.BACK:
            ticket, key = self._queued(ticket, "not answered"), "desk-card-back"
        elif due is Due.NEXT_LEVEL:
            ticket, key = self._raised(ticket), "desk-card-raised"
        elif due is Due.IDLE:
            ticket = self._closed(ticket)
        elif due is Due.ALERT:
            ticket = self._alerted(ticket)
        elif ticket.state is State.CLOSED and not ticket.person:
            ticket = self._forgotten(ticket)
        ticket = self._placed(ticket, key)
        ticket = self._blocked(ticket)
        self.tickets[ticket.id] = ticket
        self._pass_on(ticket)
        self._edit(ticket)
        if ticket.id not in self.looks:
            self.looks[ticket.id] = next_look(ticket, calendar, limits, self.now)

    def _placed(self, ticket: Ticket, key: str) -> Ticket:
        """A ticket that stands in no staff chat: its card is to be shown where it is looked after."""
        if ticket.state is State.CLOSED or ticket.home:
            return ticket
        if ticket.state is State.CLAIMED:
            key = "desk-card-claimed"
        elif ticket.level is Level.CIRCLE and not self._staff(ticket.circle):
            ticket = replace(ticket, level=Level.CENTRAL)
        addresses = self._addresses(ticket)
        if addresses:
            self.new[addresses[0]].append((ticket, key))
        return ticket

    def show_new(self) -> None:
        """The cards of new tickets; where a chat is busy, one line for all of them.

        Cards leave room for this line: it is the last post that a minute has room for. All posts of this look count.
        """
        most = self.catalogue.desk.limits.posts_a_minute
        for address, waiting in self.new.items():
            room = most - self.board.busy.get(address, 0) - sum(1 for post in self.posts if post.address == address)
            if room > sum(1 + len(self._follows(ticket)) for ticket, _ in waiting):
                for ticket, key in waiting:
                    self._show(ticket, key)
            elif room > 0:
                self._sum_up(address, [ticket for ticket, _ in waiting])
            else:
                self.looks.update({ticket.id: self.now + _AGAIN for ticket, _ in waiting})

    def _show(self, ticket: Ticket, key: str) -> None:
        """The card, wherever it belongs; attachments, and what has no room in it, follow."""
        entries, addresses = self.board.told.get(ticket.id, ()), self._addresses(ticket)
        for address in addresses:
            words = card(self.catalogue, ticket, entries, self._language(address), key)
            self.posts.append(Post(address, words, ticket.id, shows=shown_whole(entries)))
            self._relay(ticket, address, self._follows(ticket))
        self.tickets[ticket.id] = replace(self.tickets[ticket.id], home=addresses[0])

    def _follows(self, ticket: Ticket) -> list[Entry]:
        """What has no room in a card: each needs at most one post of its own."""
        entries = self.board.told.get(ticket.id, ())
        shown = shown_whole(entries)
        due = (*self.board.unposted.get(ticket.id, ()), *(entry for entry in entries if entry.media))
        return sorted({one.id: one for one in due if one.id not in shown}.values(), key=lambda one: one.id)

    def _relay(self, ticket: Ticket, address: int, entries: Sequence[Entry]) -> None:
        for together in joined(entries):
            reply = relay(self.catalogue, ticket, together, self._language(address))
            self.posts.append(Post(address, reply, ticket.id, tuple(entry.id for entry in together)))

    def _sum_up(self, address: int, tickets: Sequence[Ticket]) -> None:
        choice = Choice(line("desk-button-queue"), Verb.DESK, "queue")
        self.posts.append(
            Post(address, Reply(self._language(address), (line("desk-many", count=len(tickets)),), (choice,)))
        )
        for ticket in tickets:
            self.tickets[ticket.id] = replace(self.tickets[ticket.id], home=address)

    def _pass_on(self, ticket: Ticket) -> None:
        """What the person wrote, to where the card stands: joined, at most one post in `join_seconds`."""
        entries = self.board.unposted.get(ticket.id, ())
        if not entries or not ticket.home:
            return
        wait = self.board.last_posts.get(ticket.id, 0) + self.catalogue.desk.limits.join_seconds
        if self.now < wait and ticket.state is not State.CLOSED:
            self.looks[ticket.id] = wait
            return
        self._relay(ticket, ticket.home, entries)

    def _edit(self, ticket: Ticket) -> None:
        """A message that the person changed is changed where it was passed on; of a card it is told anew."""
        if not ticket.home:
            return

        def post(entry: Entry) -> int:
            return entry.post or 0

        changed = sorted(self.board.edited.get(ticket.id, ()), key=lambda entry: (post(entry), entry.id))
        for row, entries in groupby(changed, post):
            together = list(entries)
            reply = relay(self.catalogue, ticket, together, self._language(ticket.home))
            if row:
                reply = replace(reply, media=None, edits=row)
            self.posts.append(Post(ticket.home, reply, ticket.id, tuple(entry.id for entry in together)))

    def _queued(self, ticket: Ticket, why: str) -> Ticket:
        """Back into the queue; the person is told."""
        self._tell_person(ticket, line("ticket-back", number=ticket.id))
        self.audits.append(Audit("clock", "back to the queue", ticket.id, why))
        return replace(ticket, state=State.OPEN, claimed_by=None, queued_at=self.now, home=0, alerts=0)

    def _raised(self, ticket: Ticket) -> Ticket:
        """To the circle's administrators; from them, or where there is none, to the central desk."""
        has_admin = any(one.role is Role.ADMINISTRATOR and one.circle == ticket.circle for one in self.board.staff)
        level = Level.ADMINISTRATOR if ticket.level is Level.CIRCLE and has_admin else Level.CENTRAL
        self.audits.append(Audit("clock", "next level", ticket.id, level.value))
        return replace(ticket, level=level, queued_at=self.now, home=0, alerts=0)

    def _closed(self, ticket: Ticket) -> Ticket:
        again = Choice(line("button-reopen"), Verb.TICKET, f"reopen.{ticket.id}")
        self._tell_person(ticket, line("ticket-idle", number=ticket.id), (again,))
        self._tell_desk(ticket, line("desk-idle", number=ticket.id))
        self.audits.append(Audit("clock", "close", ticket.id, "nobody wrote"))
        return replace(ticket, state=State.CLOSED, closed_at=self.now)

    def _alerted(self, ticket: Ticket) -> Ticket:
        key = "desk-alert-unclaimed" if ticket.state is State.OPEN else "desk-alert-unanswered"
        self._tell_desk(ticket, line(key, number=ticket.id))
        self.audits.append(Audit("clock", "alert", ticket.id))
        return replace(ticket, alerts=ticket.alerts + 1)

    def _forgotten(self, ticket: Ticket) -> Ticket:
        """The person erased everything: whoever works on it is told, once."""
        self._tell_desk(ticket, line("desk-deleted", number=ticket.id))
        return replace(ticket, home=0)

    def _blocked(self, ticket: Ticket) -> Ticket:
        if ticket.is_reachable or ticket.is_told_unreachable or ticket.state is State.CLOSED or not ticket.home:
            return (
                replace(ticket, is_told_unreachable=False)
                if ticket.is_reachable and ticket.is_told_unreachable
                else ticket
            )
        self._tell_desk(ticket, line("desk-unreachable", number=ticket.id))
        return replace(ticket, is_told_unreachable=True)

    def _tell_person(self, ticket: Ticket, said: Line, choices: tuple[Choice, ...] = ()) -> None:
        self.posts.append(Post(ticket.address, Reply(ticket.language, (said,), choices), ticket.id))

    def _tell_desk(self, ticket: Ticket, said: Line) -> None:
        if ticket.home:
            self.posts.append(Post(ticket.home, Reply(self._language(ticket.home), (said,)), ticket.id))

    def _addresses(self, ticket: Ticket) -> tuple[int, ...]:
        """Where a ticket's card belongs: to its desk, or to the circle's administrators; a claimed one to who has it.

        A desk is its group; without one, those who work there in their private chats.
        """
        if ticket.state is State.CLAIMED and (member := self._member(ticket)):
            return self._groups(member.circle) or self._groups(ticket.desk) or self._private(ticket, [member])
        if ticket.level is Level.ADMINISTRATOR:
            admins = self._private(
                ticket, (one for one in self._staff(ticket.circle) if one.role is Role.ADMINISTRATOR)
            )
            return admins or self._groups(None)
        return self._groups(ticket.desk) or self._private(ticket, self._staff(ticket.desk))

    @staticmethod
    def _private(ticket: Ticket, members: Iterable[Member]) -> tuple[int, ...]:
        """Their chats; none for who cannot be written to, nor for who asks themselves."""
        return tuple(dict.fromkeys(one.address for one in members if one.address not in (0, ticket.address)))

    def _groups(self, circle: str | None) -> tuple[int, ...]:
        return tuple(group.address for group in self.board.groups if group.circle == circle)[:1]

    def _staff(self, circle: str | None) -> list[Member]:
        return [one for one in self.board.staff if one.circle == circle and one.role in WORKING]

    def _member(self, ticket: Ticket) -> Member | None:
        return next((one for one in self.board.staff if one.id == ticket.claimed_by), None)

    def _language(self, address: int) -> Language:
        known: Iterable[Group | Member] = (*self.board.groups, *self.board.staff)
        return next((one.language for one in known if one.address == address), "en")
