"""Where somebody stands in a guided walk: a value of the session, to and from its JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

#: More moves than any walk has (content sets a lower limit): a session stays small whatever it was read from.
_MOST_MOVES = 99
#: What can happen at a step beside taking one of its choices, which is noted by its number.
UNSOLVED, JUMPED = "unsolved", "jumped"


class Standing(StrEnum):
    """Whether the walk is being walked."""

    OFFERED = "o"  # a topic's answer asked whether it solved it; the walk begins at this step if it did not
    ON = "w"
    LEFT = "l"  # it can be gone on with
    REMINDED = "r"  # the same, and that was said
    SOLVED = "s"  # said to be solved a moment ago: that can be taken back


class Walk(Struct, frozen=True):
    """The step that is shown, and the way to it.

    `path`: the places ("flow/step") passed, each with the number of the choice taken there, or what happened.
    `since`: when the last move was made, in seconds since 1970. `heard`: the concepts of the message that began it.
    """

    flow: str
    step: str
    path: tuple[tuple[str, str], ...] = ()
    since: int = 0
    heard: tuple[str, ...] = ()
    standing: Standing = Standing.ON

    @property
    def place(self) -> str:
        return f"{self.flow}/{self.step}"

    def stands(self, standing: Standing) -> Walk:
        return self if self.standing is standing else replace(self, standing=standing)


def is_only_offered(walk: Walk | None) -> bool:
    """An offer, and "it is solved", stand only as long as their reply is the last one."""
    return walk is not None and walk.standing in (Standing.OFFERED, Standing.SOLVED)


def walk_to_json(walk: Walk | None) -> list[Any] | None:
    """The walk as a session's JSON holds it."""
    if walk is None:
        return None
    return [walk.flow, walk.step, walk.standing.value, walk.since, walk.path, walk.heard]


def walk_from_json(values: object) -> Walk | None:
    """Read a walk; None for what was never written so."""
    if not isinstance(values, list) or len(values) != 6:
        return None
    flow, step, stood, since, path, heard = values
    standing = next((kind for kind in Standing if kind == stood), None)
    if not isinstance(flow, str) or not isinstance(step, str) or standing is None or type(since) is not int:
        return None
    if not isinstance(path, list) or not isinstance(heard, list):
        return None
    moves = tuple((move[0], move[1]) for move in path[:_MOST_MOVES] if _is_move(move))
    return Walk(flow, step, moves, since, tuple(name for name in heard if isinstance(name, str)), standing)


def _is_move(move: object) -> bool:
    return isinstance(move, list) and len(move) == 2 and all(isinstance(part, str) for part in move)
