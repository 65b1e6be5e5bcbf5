"""What of a batch is decided alone: actions of the staff, and steps that may link a chat."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.rows import Waiting
from handlers.cell import named
from handlers.desk import wanted
from handlers.desk_scene import Wanted
from handlers.link_needs import link_wanted
from handlers.link_scene import LinkWanted
from handlers.messages import Inbound

Staff = tuple[Waiting, Inbound, Wanted | None]
Linking = tuple[Waiting, Inbound, LinkWanted]


def decided_alone(read: Sequence[tuple[Waiting, Inbound | str | None]]) -> tuple[list[Staff], list[Linking]]:
    """Return them with what they need; an action that may be a cell's needs nothing of the desk."""
    desks: list[Staff] = []
    links: list[Linking] = []
    for one, seen in read:
        if not isinstance(seen, Inbound):
            continue
        if asked := wanted(seen, one.is_staff):
            desks.append((one, seen, asked))
        elif linking := link_wanted(seen, one.session):
            links.append((one, seen, linking))
        elif named(seen, one.is_staff) is not None:
            desks.append((one, seen, None))
    return desks, links
