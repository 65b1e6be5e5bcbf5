"""Limits of the strictest channel, and of the guided walks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The strictest channel's limits, and how far and how long a walk goes."""

    label_characters: int
    choices: int
    text_characters: int
    #: Steps of one walk; days after which going on is offered, and after which it is forgotten.
    walk_steps: int
    walk_pause_days: int
    walk_kept_days: int
    unclear: int
