"""Who may have which report: the one check behind the chat, the desk page and what is made when it is sent."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.desk_rights import covers
from handlers.ticket import Member, Role

#: Roles that see figures.
REPORTING = (Role.CELL, Role.ADMINISTRATOR)


def reporter_for(members: Iterable[Member], circle: str | None) -> Member | None:
    """As whom somebody may have a circle's report, or (None) that of all circles; None: not at all."""
    return next((one for one in members if one.role in REPORTING and covers(one, circle)), None)


def reporters(members: Iterable[Member]) -> list[Member]:
    """Those of somebody's roles that see figures, a central one first."""
    found = [one for one in members if one.role in REPORTING]
    return sorted(found, key=lambda one: one.circle is not None)
