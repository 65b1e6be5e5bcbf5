"""What the store takes and gives of broadcasts: values of the shell."""

from __future__ import annotations

from msgspec import Struct

from bot.store.fact_rows import Known
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast, Tally


class CastRow(Struct, frozen=True):
    """An outbox row of a broadcast, looked at again before it is sent.

    `known` None: the chat is theirs no more, or they erased their data. `circle`: the person's when it was frozen.
    """

    row: int
    cast: Cast
    known: Known | None
    circle: str | None
    is_reachable: bool
    is_stopped: bool
    is_capped: bool
    also: Rostered


class Stop(Struct, frozen=True):
    """A kill switch that is on: for a circle, or ("") for all."""

    circle: str
    at: int
    actor: str


class Going(Struct, frozen=True):
    """A broadcast with what became of its audience so far; `shown`: what its message (`shown_row`) says of that."""

    cast: Cast
    tally: Tally
    shown: str
    shown_row: int
