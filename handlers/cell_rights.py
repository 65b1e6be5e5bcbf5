"""Who of the staff may see and send: members of an iGOT Cell and administrators, for their circle or for all."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cell_cast import Cast, Needs
from handlers.desk_rights import covers
from handlers.ticket import Member, Role

#: Roles that may do it; helpers at the desk may not.
COMMANDING = (Role.CELL, Role.ADMINISTRATOR)


def widest(members: Sequence[Member]) -> Member:
    """The role whose rights reach furthest: a central one, of those an administrator's."""
    return min(members, key=lambda one: (one.circle is not None, one.role is not Role.ADMINISTRATOR, one.id))


def may_see(members: Sequence[Member], cast: Cast) -> bool:
    """Whether somebody may see a broadcast, and pause or cancel it."""
    return any(covers(one, cast.circle) for one in members)


def may_agree(member: Member, cast: Cast) -> bool:
    """Whether a member may let somebody else's broadcast go."""
    if member.person == cast.person or not covers(member, cast.circle):
        return False
    return cast.needs is not Needs.ADMINISTRATOR or member.role is Role.ADMINISTRATOR
