"""Employees who move to another circle: their requests go along, their roles for the old one end, both cells are told.

A role for the new circle is given by nobody but that circle: a row of a file gives nobody rights.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from handlers.desk_rights import WORKING, covers
from handlers.desk_step import Audit, DeskStep, NewEntry, Post
from handlers.messages import Line, Reply, line
from handlers.ticket import By, Group, Level, Member, Role, State, Ticket
from knowledge.catalogue import Catalogue, Language


class Move(Struct, frozen=True):
    """`person` belongs to another circle; `is_report`: by a report, else because another one had been told."""

    id: int
    person: int
    origin: str
    to: str
    is_report: bool


class Untold(Struct, frozen=True):
    """So many employees moved from one circle to another, the first of their ids, and what followed."""

    origin: str
    to: str
    people: int
    ids: tuple[str, ...]
    roles: int
    requests: int


class MoveBoard(Struct, frozen=True):
    """What the look at moves is decided from; `newest`: the last move of all, `untold` what no cell was told of yet.

    `tickets`: the requests at work of those who moved, by person. `members`: all active members; one who cannot be
    written to has the address 0.
    """

    newest: int = 0
    moves: tuple[Move, ...] = ()
    tickets: Mapping[int, tuple[Ticket, ...]] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    groups: tuple[Group, ...] = ()
    untold: tuple[Untold, ...] = ()


class MoveStep(Struct, frozen=True):
    """What changes: `ended` are members whose role ends, `followed` the moves that are dealt with, each with how many
    roles ended and how many requests went along. `is_told`: the cells were told of all that was followed before.
    """

    desk: DeskStep = DeskStep()
    ended: tuple[int, ...] = ()
    followed: tuple[tuple[int, int, int], ...] = ()
    circles: tuple[tuple[int, str], ...] = ()
    is_told: bool = False


def follow(board: MoveBoard, catalogue: Catalogue, now: int) -> MoveStep:
    """What follows from each move; `now`: seconds since 1970."""
    ended: dict[int, None] = {}
    tickets: dict[int, Ticket] = {}
    went: dict[int, tuple[Ticket, Move]] = {}  # as it was, and from where to where in the end
    entries: list[NewEntry] = []
    audits: list[Audit] = []
    followed = []
    for move in board.moves:
        roles = [
            one for one in board.members if move.is_report and (one.person, one.circle) == (move.person, move.origin)
        ]
        ended |= dict.fromkeys(one.id for one in roles)
        present = [tickets.get(one.id, one) for one in board.tickets.get(move.person, ())]  # after their earlier moves
        going = [one for one in present if one.circle == move.origin]
        for ticket in going:
            tickets[ticket.id] = gone_along(ticket, move.to, board.members, now)
            entries.append(NewEntry(ticket.id, By.SYSTEM, "event-moved"))
            audits.append(Audit("clock", "moved", ticket.id, f"{move.origin} {move.to}"))
            before, first = went.get(ticket.id, (ticket, move))
            went[ticket.id] = before, replace(first, to=move.to, is_report=first.is_report or move.is_report)
        followed.append((move.id, len(roles), len(going)))
    posts = [post for before, way in went.values() for post in _about_request(board, catalogue, before, way)]
    step = DeskStep(tuple(tickets.values()), entries=tuple(entries), posts=tuple(posts), audits=tuple(audits))
    circles = tuple({move.person: move.to for move in board.moves}.items())
    return MoveStep(step, tuple(ended), tuple(followed), circles)


def gone_along(ticket: Ticket, to: str, members: Collection[Member], now: int) -> Ticket:
    """A request that waits in the new circle; a central helper who has it keeps it."""
    helper = next((one for one in members if one.id == ticket.claimed_by), None)
    if ticket.state is State.CLAIMED and helper is not None and covers(helper, to):
        return replace(ticket, circle=to)
    is_staffed = any(one.circle == to and one.role in WORKING for one in members)
    level = Level.CIRCLE if is_staffed else Level.CENTRAL
    return replace(ticket, circle=to, level=level, state=State.OPEN, claimed_by=None, home=0, queued_at=now, alerts=0)


def tell_cells(board: MoveBoard, catalogue: Catalogue) -> MoveStep:
    """Tell the cells of both circles who came and went, all of a circle pair in one message each."""
    posts: list[Post] = []
    audits: list[Audit] = []
    for untold in board.untold:
        for circle, key in ((untold.origin, "moved-away"), (untold.to, "moved-here")):
            for address, language in _cell(board, circle):
                posts.append(Post(address, Reply(language, _news(catalogue, language, key, untold))))
        audits.append(Audit("clock", "moved", details=f"{untold.origin} {untold.to} {untold.people}"))
    return MoveStep(DeskStep(posts=tuple(posts), audits=tuple(audits)), is_told=True)


def _news(catalogue: Catalogue, language: Language, key: str, untold: Untold) -> tuple[Line, ...]:
    names = {"from": _name(catalogue, language, untold.origin), "to": _name(catalogue, language, untold.to)}
    lines = [line(key, count=untold.people, **names)]
    if untold.ids and untold.people <= catalogue.limits.link_named:
        lines.append(line("moved-ids", ids=", ".join(untold.ids)))
    if untold.requests:
        lines.append(line("moved-requests", count=untold.requests))
    if untold.roles and key == "moved-away":
        lines.append(line("moved-roles", count=untold.roles, **names))
    return tuple(lines)


def _cell(board: MoveBoard, circle: str) -> Iterable[tuple[int, Language]]:
    """The circle's cell; without one its administrators, its group, else the central administrators."""
    own = [one for one in board.members if one.circle == circle and one.address]
    for role in (Role.CELL, Role.ADMINISTRATOR):
        found = {one.address: one.language for one in own if one.role is role}
        if found:
            return found.items()
    groups = {one.address: one.language for one in board.groups if one.circle == circle}
    central = {
        one.address: one.language
        for one in board.members
        if one.circle is None and one.address and one.role is Role.ADMINISTRATOR
    }
    return (groups or central).items()


def _about_request(board: MoveBoard, catalogue: Catalogue, ticket: Ticket, move: Move) -> Iterable[Post]:
    """The chats where its card stands are told; the person is too, unless linking said so just now."""
    if move.to == move.origin:
        return  # there and back
    groups = [one.address for one in board.groups if one.circle == move.origin]
    known: tuple[Group | Member, ...] = (*board.groups, *board.members)
    for home in dict.fromkeys((ticket.home, *groups)):
        if home:
            language: Language = next((one.language for one in known if one.address == home), "en")
            said = line("moved-request", number=ticket.id, to=_name(catalogue, language, move.to))
            yield Post(home, Reply(language, (said,)), ticket.id)
    if move.is_report and ticket.address:
        spoken = ticket.language
        names = {"from": _name(catalogue, spoken, move.origin), "to": _name(catalogue, spoken, move.to)}
        yield Post(ticket.address, Reply(spoken, (line("moved-told", **names),)), ticket.id)


def _name(catalogue: Catalogue, language: Language, circle: str) -> str:
    place = catalogue.places.get(circle)
    return place.name.said_in(language) if place else circle
