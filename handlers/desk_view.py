"""What the helpdesk's page shows of a ticket: named in the reader's language, what was typed hidden until asked for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from handlers.desk_rights import member_for
from handlers.desk_way import way_walked
from handlers.desk_words import question_of
from handlers.redact import masked
from handlers.ticket import By, Entry, Media, Member, State, Ticket
from knowledge.catalogue import Catalogue, Language


class Turn(StrEnum):
    """Who has to do something next."""

    QUEUE = "queue"  # to be claimed
    STAFF = "staff"
    PERSON = "person"
    CLOSED = "closed"


class Row(Struct, frozen=True):
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


class Asked(Struct, frozen=True):
    """A question asked before the hand-over; the answer as it may be seen by everybody at the desk."""

    question: str
    answer: str


class Card(Struct, frozen=True):
    """What was told; `circle_id` None: the central desk. `is_masked`: numbers or addresses are hidden somewhere."""

    circle_id: str | None
    designation: str
    path: tuple[str, ...]
    evidence: tuple[Asked, ...]
    is_masked: bool
    is_reachable: bool


class Line(Struct, frozen=True):
    """An entry; `mine`: written by the reader."""

    id: int
    at: int
    by: By
    text: str
    mine: bool
    media: Media | None


def may_see(member: Member, ticket: Ticket) -> bool:
    """Whether it is within the member's rights to work on it; who may not, does not read it either."""
    return member_for((member,), ticket) is not None


def turn_of(ticket: Ticket) -> tuple[Turn, int]:
    """Return who has to do something next, and since when."""
    if ticket.state is State.CLOSED:
        return Turn.CLOSED, ticket.closed_at
    if ticket.state is State.OPEN:
        return Turn.QUEUE, ticket.queued_at
    if ticket.staff_wrote_at >= max(ticket.person_wrote_at, ticket.claimed_at):
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


def card(ticket: Ticket, entries: Sequence[Entry], catalogue: Catalogue, language: Language) -> Card:
    """Show what was told before the hand-over, numbers and addresses masked."""
    designation = catalogue.designations.get(ticket.designation or "")
    texts = (*(answer for _, answer in ticket.evidence), *(one.text for one in entries if one.by is By.PERSON))
    return Card(
        circle_id=ticket.circle,
        designation=designation.name.said_in(language) if designation else "",
        path=way_walked(catalogue, ticket.path, language),
        evidence=tuple(Asked(question_of(catalogue, language, id_), masked(answer)) for id_, answer in ticket.evidence),
        is_masked=any(text != masked(text) for text in texts),
        is_reachable=ticket.is_reachable,
    )


def lines(entries: Sequence[Entry], member: Member, catalogue: Catalogue, language: Language) -> tuple[Line, ...]:
    """Show the entries, what the person wrote masked; what happened is a text key."""
    return tuple(
        Line(
            id=entry.id,
            at=entry.at,
            by=entry.by,
            text=_words(entry, catalogue, language),
            mine=entry.member == member.id,
            media=entry.media,
        )
        for entry in entries
    )


def circle_name(circle: str | None, catalogue: Catalogue, language: Language) -> str:
    """A circle's or office's name; nothing for the central desk."""
    place = catalogue.places.get(circle or "")
    return place.label.said_in(language) if place else circle or ""


def _words(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    if entry.by is By.PERSON:
        return masked(entry.text)
    is_event = entry.by is By.SYSTEM and entry.text in catalogue.texts
    return catalogue.texts.render(language, entry.text) if is_event else entry.text
