"""The support ladder as values: the circles' iGOT Cells, the Training Division, the platform."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Cell(Struct, frozen=True):
    """A circle's iGOT Cell as an administrator entered it."""

    contact: str
    hours: str
    holidays: tuple[date, ...]


class Support(Struct, frozen=True):
    """The ladder: the circle's cell, the Training Division, the platform."""

    cells: Mapping[str, Cell]
    division_email: str
    platform_email: str
    portal: str
