"""The talk in the terminal: numbered choices, nothing kept; `record` writes it as a conversation test."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console

from bot.clock import Clock
from bot.content import load_library
from handlers.actions import unpack
from handlers.conversation import step
from handlers.effects import ForgetPerson, SaveProfile
from handlers.messages import Inbound, Kind
from handlers.rendering import render
from handlers.secrets import blank_secrets
from handlers.session import Person, Session
from handlers.step import Step
from knowledge.library import Library


@dataclass
class ConsoleTalk:
    """One person at the terminal."""

    library: Library
    clock: Clock
    person: Person = field(default_factory=Person)
    session: Session = field(default_factory=Session)
    turns: list[dict[str, Any]] = field(default_factory=list)

    def say(self, text: str) -> Step:
        """Take one typed line and remember it for the record."""
        kept, was_blanked = blank_secrets(text)
        inbound = Inbound(Kind.TEXT, kept, was_blanked)
        taken = step(self.person, self.session, inbound, self.library, self.clock.now())
        self.session = taken.session
        for effect in taken.effects:
            if isinstance(effect, SaveProfile):
                self.person = effect.person
            elif isinstance(effect, ForgetPerson):
                self.person = replace(Person(), messages_off=effect.keep_opt_out)
        self.turns.append(_recorded(kept, taken))
        return taken


def talk(content: Path | None, today: date | None, record: Path | None) -> None:
    """Talk until the end of the input."""
    console, clock = Console(highlight=False), Clock(today)
    now = clock.now()
    place = ConsoleTalk(load_library(content), clock)
    _show(console, place, place.say("/start"))
    while True:
        try:
            text = console.input("[bold]> [/bold]")
        except (EOFError, KeyboardInterrupt):
            break
        if text.strip():
            _show(console, place, place.say(text))
    if record is not None:
        written = {"now": now.isoformat(timespec="minutes"), "turns": place.turns}
        record.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
        console.print(f"written: {record}")


def _show(console: Console, place: ConsoleTalk, taken: Step) -> None:
    number = 0
    for reply in taken.replies:
        rendered = render(place.library.catalogue.texts, reply)
        console.print()
        for at, piece in enumerate(rendered.text.split("*")):
            console.print(piece, style="bold" if at % 2 else None, end="", markup=False)
        console.print()
        for label, _ in rendered.choices:
            number += 1
            console.print(f"  {number}. {label}", style="cyan", markup=False)


def _recorded(text: str, taken: Step) -> dict[str, Any]:
    """Text keys and actions only: no ids, no times."""
    gets = []
    for reply in taken.replies:
        actions = [unpack(f"0:{choice.verb.value}:{choice.argument}") for choice in reply.choices]
        buttons = [f"{action.verb.name} {action.argument}".strip() for action in actions if action]
        gets.append({"texts": [line.key for line in reply.lines], "buttons": buttons})
    does = [type(effect).__name__ for effect in taken.effects]
    return {"says": text, "gets": gets, **({"does": does} if does else {})}
