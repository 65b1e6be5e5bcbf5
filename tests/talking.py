"""Play a conversation from its file, the form that `python -m bot console --record` writes.

A turn comes later than usual where it says so ("later: {days: 3}").
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.console import ConsoleTalk
from handlers.session import Person, Session
from knowledge.library import Library
from tests.desk_talking import play_at_desk

#: A person takes a while from one message to the next.
PAUSE = timedelta(seconds=10)
CONVERSATIONS = Path(__file__).parent / "conversations"


def read_talks(path: Path) -> list[dict[str, Any]]:
    """The talks of one file."""
    talks: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return talks


def play(library: Library, talk: dict[str, Any]) -> dict[str, Any]:
    """The same talk as it goes today: what the person does is kept, what they get is new."""
    if "desk" in talk:
        return play_at_desk(library, talk)
    begins, waited = datetime.fromisoformat(talk["now"]), timedelta()
    place = ConsoleTalk(
        library,
        lambda: begins + waited + len(place.turns) * PAUSE,
        Person(**talk.get("person", {})),
        Session(is_greeted="person" in talk),
    )
    for turn in talk["turns"]:
        waited += timedelta(**turn.get("later", {}))
        if "taps" in turn:
            place.tap(turn["taps"])
        elif "does_kind" in turn:
            place.do(turn["does_kind"])
        else:
            place.say(turn["says"])
    when = ({"later": turn["later"]} if "later" in turn else {} for turn in talk["turns"])
    return {**talk, "turns": [{**after, **turn} for after, turn in zip(when, place.turns, strict=True)]}
