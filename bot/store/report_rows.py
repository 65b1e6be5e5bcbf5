"""What the store gives of where the circles stand, beside the figures themselves: values of the shell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody who is behind and cannot be written to. `unmet`: a mask as in `knowledge.schedule`.

    `why`: no_channel, blocked or opted_out, as reminders have it. `designation`: the catalogue's id, "" where the
    reports leave it open; `written`: as they write it.
    """

    employee: str
    circle: str
    division: str
    office: str
    written: str
    designation: str
    unmet: int
    why: str
