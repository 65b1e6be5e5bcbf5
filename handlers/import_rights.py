"""Who of the staff may import, and for which circle."""

from __future__ import annotations

from handlers.ticket import Member, Role


def may_import(member: Member) -> bool:
    """The iGOT Cell and administrators, not the helpdesk."""
    return member.role in (Role.CELL, Role.ADMINISTRATOR)
