"""What the store takes and gives of broadcasts: values of the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.store.fact_rows import Known
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast


@dataclass(frozen=True, slots=True)
class CastRow:
    """An outbox row of a broadcast, looked at again before it is sent.

    `cast` or `known` None: it is nobody's any more. `circle`: the person's when it was frozen.
    """

    row: int
    cast: Cast | None
    known: Known | None
    circle: str | None
    is_reachable: bool
    is_stopped: bool
    is_capped: bool
    also: Rostered


@dataclass(frozen=True, slots=True)
class Stop:
    """A kill switch that is on: for a circle, or ("") for all."""

    circle: str
    at: int
    actor: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of a list: who it is, where, and what became of them (of a preview: why it does not reach them)."""

    person: int
    employee_id: str
    designation: str
    circle: str
    division: str
    office: str
    state: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Going:
    """A broadcast that is not closed, with what is shown of it and how many are in which (state, reason)."""

    cast: Cast
    counts: Mapping[tuple[str, str], int]
    shown: str
    shown_at: int
    shown_row: int
