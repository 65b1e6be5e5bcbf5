"""What of a batch is decided alone, each from the facts of that moment."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.rows import Waiting
from handlers.cell import named
from handlers.desk import wanted
from handlers.desk_scene import Wanted
from handlers.link_needs import link_wanted
from handlers.link_scene import LinkWanted
from handlers.messages import Inbound


def decided_alone(
    read: Sequence[tuple[Waiting, Inbound | str | None]],
) -> tuple[list[tuple[Waiting, Inbound, Wanted | None]], list[tuple[Waiting, Inbound, LinkWanted]]]:
    """What of a batch is decided alone, with what it needs: actions of the staff, and steps that may link a chat."""
    desks, links = [], []
    for one, seen in read:
        if not isinstance(seen, Inbound):
            continue
        asked = wanted(seen, one.is_staff)
        if asked or named(seen, one.is_staff) is not None:
            desks.append((one, seen, asked))
        elif linking := link_wanted(seen, one.session):
            links.append((one, seen, linking))
    return desks, links
