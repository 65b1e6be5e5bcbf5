"""What people write first leads to the right step of the right walk, in English, Hindi and romanised Hindi."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.console import ConsoleTalk
from handlers.actions import Verb
from handlers.session import Person, Session
from handlers.walk_place import Standing
from knowledge.library import Library
from knowledge.working_time import IST

FIRST = Path(__file__).parent.parent / "expectations" / "first_messages.yaml"
NOW = datetime(2026, 2, 10, 10, tzinfo=IST)
ROWS: list[dict[str, Any]] = yaml.safe_load(FIRST.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["said"] for row in ROWS])
def test_a_first_message_begins_its_walk(library: Library, row: dict[str, Any]) -> None:
    place = ConsoleTalk(
        library, lambda: NOW, Person(language="en", designation="postal_assistant", circle="delhi"),
        Session(is_greeted=True),
    )  # fmt: skip
    taken = place.say(row["said"])
    walk = taken.session.walk
    if walk is not None and walk.standing is Standing.OFFERED:
        begins = next(c for reply in taken.replies for c in reply.choices if c.verb is Verb.FLOW)
        walk = place.tap(f"FLOW {begins.argument}").session.walk
    assert (walk.place if walk else None) in row["at"]
