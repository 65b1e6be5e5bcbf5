"""Which staff action is whose: the one check behind every group, private chat, page and command."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.ticket import Member, Role, Ticket

#: Roles that may work on tickets.
WORKING = (Role.HELPDESK, Role.ADMINISTRATOR)


def member_for(members: Iterable[Member], ticket: Ticket) -> Member | None:
    """As whom somebody may act on a ticket: a working role for its circle, or a central one; None: not at all.

    Nobody works on what they asked themselves.
    """
    fitting = [
        one for one in members
        if one.role in WORKING and covers(one, ticket.circle) and one.person != ticket.person
    ]  # fmt: skip
    own = [one for one in fitting if one.id == ticket.claimed_by]
    return next(iter((*own, *fitting)), None)


def covers(member: Member, circle: str | None) -> bool:
    """Whether a member's rights reach a circle; a central member's reach all."""
    return member.circle is None or member.circle == circle


def may_link(members: Iterable[Member], circle: str | None) -> Member | None:
    """Who may link a group for a circle: its administrator, or a central one."""
    return next((one for one in members if one.role is Role.ADMINISTRATOR and covers(one, circle)), None)
