"""Walks over a flow's graph that together take every choice of every step and reach each end, as taps."""

from __future__ import annotations

from collections import deque
from typing import Any

from knowledge.flow import SOLVED, Flow, FlowStep, Way

#: A walk goes on to further choices at most so long; the conversation itself ends one after 20 steps.
_MOST = 12
NOW = "2026-02-10T10:00+05:30"

#: A step, the tap, and where it leads.
Move = tuple[str, str, Way]


def moves_of(step: FlowStep) -> list[Move]:
    """Every choice of a step as its button."""
    own = [(step.id, f"CHOOSE {step.id}.{place}", choice.to) for place, choice in enumerate(step.choices)]
    if step.unsolved is None:
        return own
    return [*own, (step.id, "SOLVED yes", Way("", SOLVED)), (step.id, "SOLVED no", step.unsolved)]


def walks_of(flow: Flow) -> list[list[str]]:
    """Lists of taps, each from a clean session."""
    moves = {step.id: moves_of(step) for step in flow.steps.values()}
    open_ = {move for found in moves.values() for move in found}
    begins = list(dict.fromkeys(flow.entries()))
    walks = []
    while open_:
        ways = [(begin, way) for begin in begins if (way := _nearest(flow, moves, begin, open_)) is not None]
        begin, way = min(ways, key=lambda found: len(found[1]))
        taps = [f"FLOW {flow.id}" if begin == flow.first else f"FLOW {flow.id}/{begin}"]
        while way is not None:
            open_ -= set(way)
            taps += [tap for _, tap, _ in way]
            here = _inside(flow, way[-1][2])
            way = _nearest(flow, moves, here, open_) if here and len(taps) < _MOST else None
        walks.append(taps)
    return walks


def talks_of(flow: Flow, language: str) -> list[dict[str, Any]]:
    """The walks as talks to be played."""
    return [
        {"about": f"{flow.id}, way {number}", "now": NOW, "person": {"language": language},
         "turns": [{"taps": tap} for tap in taps]}
        for number, taps in enumerate(walks_of(flow), start=1)
    ]  # fmt: skip


def _nearest(flow: Flow, moves: dict[str, list[Move]], begin: str, open_: set[Move]) -> list[Move] | None:
    """The shortest way from a step that ends with a move not yet made."""
    queue: deque[tuple[str, list[Move]]] = deque([(begin, [])])
    seen = {begin}
    while queue:
        here, way = queue.popleft()
        for move in moves[here]:
            if move in open_:
                return [*way, move]
            there = _inside(flow, move[2])
            if there and there not in seen:
                seen.add(there)
                queue.append((there, [*way, move]))
    return None


def _inside(flow: Flow, way: Way) -> str | None:
    """The step of this flow that a way leads to; None where the walk ends or goes on in another flow."""
    return (way.step or flow.first) if way.flow == flow.id else None
