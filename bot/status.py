"""What waits and what became of it, and how the guided walks do, as tables."""

from __future__ import annotations

import json
import sqlite3

from rich.table import Table

from bot.store.rows import StepCount
from bot.store.statements import COUNTS, STEP_COUNTS


def counts_table(connection: sqlite3.Connection) -> Table:
    """Updates and replies by state."""
    table = Table("what", "how many")
    for name, count in connection.execute(COUNTS):
        table.add_row(str(name), str(count))
    return table


def steps_table(connection: sqlite3.Connection) -> Table:
    """Every step of every flow; the share of its showings after which the person left or wanted a human."""
    rows = json.loads(connection.execute(STEP_COUNTS).fetchone()[0])
    table = Table("flow", "step", "shown", "solved", "not solved", "left", "to a person", "left or to a person")
    before = ""
    for one in (StepCount(*row) for row in rows):
        share = f"{100 * (one.left + one.escalated) / one.shown:.0f} %" if one.shown else "–"
        counts = (one.shown, one.solved, one.unsolved, one.left, one.escalated)
        if before not in ("", one.flow):
            table.add_section()
        table.add_row("" if one.flow == before else one.flow, one.step, *map(str, counts), share)
        before = one.flow
    return table
