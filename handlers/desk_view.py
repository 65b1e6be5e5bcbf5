"""What the helpdesk's page shows of a ticket: named in the reader's language, what was typed hidden until asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.ticket import By, Entry, Media, Member, State, Ticket
from knowledge.catalogue import Catalogue, Language


class Turn(StrEnum):
    """Who has to do something next."""

    QUEUE = "queue"  # to be claimed
    STAFF = "staff"
    PERSON = "person"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list; `since`: when the turn began (seconds since 1970), `unread`: entries not answered yet."""

    id: int
    topics: tuple[str, ...]
    circle: str
    language: Language
    state: State
    turn: Turn
    since: int
    unread: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked before the hand-over; the answer as it may be seen by everybody at the desk."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Card:
    """What was known when the ticket was opened; `circle_id` None: the central desk. `is_masked`: something is hidden."""

    circle_id: str | None
    designation: str
    path: tuple[str, ...]
    evidence: tuple[Asked, ...]
    is_masked: bool
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An entry; `mine`: written by the reader."""

    id: int
    at: int
    by: By
    text: str
    mine: bool
    media: Media | None


def may_see(member: Member, ticket: Ticket) -> bool:
    """Whether it is of the member's circle; the central desk sees all."""
    return member.circle is None or member.circle == ticket.circle or ticket.claimed_by == member.id


def turn_of(ticket: Ticket) -> tuple[Turn, int]:
    """Return who has to do something next, and since when."""
    if ticket.state is State.CLOSED:
        return Turn.CLOSED, ticket.closed_at
    if ticket.state is State.OPEN:
        return Turn.QUEUE, ticket.queued_at
    if ticket.staff_wrote_at > ticket.person_wrote_at:
        return Turn.PERSON, ticket.staff_wrote_at
    return Turn.STAFF, ticket.person_wrote_at or ticket.claimed_at


def row(ticket: Ticket, unread: int, member: Member, catalogue: Catalogue, language: Language) -> Row:
    """Show a ticket in the list."""
    turn, since = turn_of(ticket)
    texts = catalogue.texts
    known = (catalogue.topics[topic].slug for topic in ticket.topics if topic in catalogue.topics)
    topics = tuple(texts.render(language, f"topic-{slug}") for slug in known)
    is_mine = ticket.state is State.CLAIMED and ticket.claimed_by == member.id
    return Row(
        id=ticket.id,
        topics=topics,
        circle=circle_name(ticket.circle, catalogue, language),
        language=ticket.language,
        state=ticket.state,
        turn=turn,
        since=since,
        unread=unread,
        mine=is_mine,
    )


def card(ticket: Ticket, catalogue: Catalogue, language: Language) -> Card:
    """Show what was told before the hand-over. Every typed answer may name somebody: it is hidden."""
    designation = catalogue.designations.get(ticket.designation or "")
    asked = tuple(
        Asked(_named(f"evidence-{id_}", id_, catalogue, language), catalogue.texts.render(language, "page-desk-masked"))
        for id_, _ in ticket.evidence
    )
    return Card(
        circle_id=ticket.circle,
        designation=designation.name.said_in(language) if designation else "",
        path=tuple(_step(step, catalogue, language) for step in ticket.path),
        evidence=asked,
        is_masked=bool(ticket.evidence),
        is_reachable=ticket.is_reachable,
    )


def lines(entries: Sequence[Entry], member: Member, catalogue: Catalogue, language: Language) -> tuple[Line, ...]:
    """Show the entries; what happened is a text key."""
    return tuple(
        Line(
            id=entry.id,
            at=entry.at,
            by=entry.by,
            text=_named(entry.text, entry.text, catalogue, language) if entry.by is By.SYSTEM else entry.text,
            mine=entry.member == member.id,
            media=entry.media,
        )
        for entry in entries
    )


def circle_name(circle: str | None, catalogue: Catalogue, language: Language) -> str:
    """A circle's or office's name; nothing for the central desk."""
    place = catalogue.places.get(circle or "")
    return place.label.said_in(language) if place else circle or ""


def _step(step: str, catalogue: Catalogue, language: Language) -> str:
    """ "flow/step=choice" as people read it: the flow's title and the choice made."""
    place, _, choice = step.partition("=")
    flow, _, name = place.partition("/")
    title = _named(f"flow-{flow}", flow, catalogue, language)
    return f"{title}: {_named(choice, choice, catalogue, language) if choice else name.replace('-', ' ')}"


def _named(key: str, otherwise: str, catalogue: Catalogue, language: Language) -> str:
    return catalogue.texts.render(language, key) if key in catalogue.texts else otherwise
