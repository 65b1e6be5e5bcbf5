"""Limits of the strictest channel, of the guided walks, and of linking."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The strictest channel's limits, and how far and how long a walk goes, how often linking is tried."""

    label_characters: int
    choices: int
    text_characters: int
    #: Steps of one walk; days after which going on is offered, and after which it is forgotten.
    walk_steps: int
    walk_pause_days: int
    walk_kept_days: int
    unclear: int
    #: Failed tries to link a chat: of it in an hour and a day, at one employee in a day.
    link_tries_an_hour: int
    link_tries_a_day: int
    link_tries_of_one: int
    link_code_hours: int
    link_named: int
