"""Play a conversation from its file, the form that `python -m bot console --record` writes.

A turn comes later than usual where it says so ("later: {days: 3}").
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

from bot.console import ConsoleTalk
from handlers.facts import ASSESSMENT, Claim, Claims, Facts, PlanRow, Post, State
from handlers.session import Person, Session
from knowledge.library import Library
from knowledge.working_time import IST
from tests.desk_talking import play_at_desk
from tests.link_talking import TheList

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
        facts={one.year: one for one in map(_facts, [talk["facts"]] if "facts" in talk else [])},
    )
    listed = TheList(talk["link"]) if "link" in talk else None
    place.linking = listed.scene if listed else None
    for turn in talk["turns"]:
        waited += timedelta(**turn.get("later", {}))
        if "taps" in turn:
            step = place.tap(turn["taps"])
        elif "does_kind" in turn:
            step = place.do(turn["does_kind"])
        elif "shares" in turn:
            step = place.share(turn["shares"])
        else:
            step = place.say(turn["says"])
        if listed:
            listed.follow(place, step)
    when = ({"later": turn["later"]} if "later" in turn else {} for turn in talk["turns"])
    return {**talk, "turns": [{**after, **turn} for after, turn in zip(when, place.turns, strict=True)]}


def _facts(told: dict[str, Any]) -> Facts:
    """What the store knows: `report`/`said` name the day, and what was completed (or else) by then."""
    claims: dict[str, Claims] = {}
    for source in ("report", "said"):
        given = told.get(source, {})
        for key, state in given.get("courses", {}).items():
            at = datetime.combine(given["on"], time(12), IST)
            claim = Claim(State(state), int(at.timestamp()), given["on"])
            known = claims.get(key, Claims())
            claims[key] = replace(known, **{"reported" if source == "report" else "said": claim})
    assessment = claims.pop(ASSESSMENT, Claims())
    plan = tuple(PlanRow(row, row if row in told.get("known", ()) else None) for row in told.get("plan", ()))
    rest = {name: told[name] for name in ("is_verified", "snoozed_until", "circular_told_on") if name in told}
    post = Post(told["post"]) if "post" in told else Post(meanings=tuple(told.get("meanings", ())))
    return Facts("", told["year"], reported=post, progress=claims, assessment=assessment, plan=plan, **rest)
