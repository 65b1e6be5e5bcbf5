"""The desk's values as rows hold them: tickets, entries, members, groups, invitations."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from handlers.desk_scene import Invitation
from handlers.desk_step import Audit, NewEntry
from handlers.ticket import By, Entry, Group, Level, Media, MediaKind, Member, Role, State, Ticket


class Attachment(Struct, frozen=True):
    """An upload of the page."""

    kind: MediaKind
    name: str
    data: bytes
    ticket: int | None


class Audited(Struct, frozen=True):
    """A staff action as it was kept. `role`, `circle`: of the member who acted ("": no member; circle "": central)."""

    id: int
    at: int
    audit: Audit
    role: str = ""
    circle: str = ""


class AuditFilter(Struct, frozen=True):
    """Which staff actions: `since` and before `until` (seconds since 1970), by whom, which ("export"), on a request."""

    since: int | None = None
    until: int | None = None
    actor: str | None = None
    action: str | None = None
    ticket: int | None = None


class Invited(Struct, frozen=True):
    """An invitation that is still good, until `expires_at`."""

    invitation: Invitation
    expires_at: int
    made_by: str


def ticket_of(row: list[Any]) -> Ticket:
    """Read the array that `desk_statements.TICKET` makes."""
    values = list(row)
    values[6:11] = (
        tuple(row[6]),
        tuple(row[7]),
        tuple((question, answer) for question, answer in row[8]),
        State(row[9]),
        Level(row[10]),
    )
    solved, is_reachable, is_told_unreachable = row[19], row[22], row[23]
    values[19] = None if solved is None else bool(solved)
    values[22:] = (bool(is_reachable), bool(is_told_unreachable))
    return Ticket(*values)


def ticket_values(ticket: Ticket, person: int = 0, address: int = 0) -> tuple[Any, ...]:
    """A ticket for `desk_statements.SAVE_TICKETS`; a new one does not know yet whose it is and gets these."""
    return (
        ticket.id,
        ticket.person or person,
        ticket.address or address,
        ticket.circle,
        ticket.language,
        ticket.designation,
        ticket.topics,
        ticket.path,
        ticket.evidence,
        ticket.state,
        ticket.level,
        ticket.opened_at,
        ticket.queued_at,
        ticket.claimed_by,
        ticket.claimed_at,
        ticket.person_wrote_at,
        ticket.staff_wrote_at,
        ticket.first_answer_at,
        ticket.closed_at,
        ticket.solved,
        ticket.home,
        ticket.alerts,
        ticket.is_reachable,
        ticket.is_told_unreachable,
    )


def entry_of(row: list[Any]) -> Entry:
    """Read the array that `desk_statements.ENTRY` makes."""
    id_, ticket, at, author, text, kind, ref, name, message, member, post = row
    media = Media(MediaKind(kind), ref, name or "") if kind and ref else None
    return Entry(id_, ticket, at, By(author), text, media, message, member, post)


def entry_values(id_: int, entry: NewEntry, address: int | None) -> tuple[Any, ...]:
    """An entry for `desk_statements.KEEP_ENTRIES`."""
    media = entry.media
    kind, ref, name = (media.kind, media.ref, media.name) if media else (None, None, None)
    return (id_, entry.ticket, entry.by, entry.text, kind, ref, name, entry.message, entry.member, address)


def member_of(row: list[Any]) -> Member:
    """Read the array that `staff_statements.MEMBER` makes."""
    id_, person, role, circle, address, language = row
    return Member(id_, person, Role(role), circle, address, language)


def group_of(row: list[Any]) -> Group:
    """Read the array that `staff_statements.GROUPS` makes."""
    return Group(*row)


def invitation_of(row: list[Any]) -> Invitation:
    """Read the array that `staff_statements.INVITATION` makes."""
    id_, kind, role, circle, member = row
    return Invitation(id_, kind, Role(role) if role else None, circle, member)
