"""The talk in the terminal: numbered choices, nothing kept; `record` writes it as a conversation test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from msgspec import to_builtins
from msgspec.structs import replace
from rich.console import Console

from bot.clock import Clock
from bot.content import load_library
from handlers.actions import NAVIGATION, Action, Verb, pack, unpack
from handlers.conversation import step
from handlers.effects import ForgetPerson, KeepClaims, LinkPerson, SaveProfile, SetReminders
from handlers.facts import Facts
from handlers.link_needs import link_wanted
from handlers.link_scene import LinkScene, LinkWanted
from handlers.messages import Inbound, Kind, Reply
from handlers.own_facts import after
from handlers.rendering import pieces, render
from handlers.secrets import blank_secrets
from handlers.session import Person, Session
from handlers.step import Step
from handlers.ticket import Media
from knowledge.library import Library
from knowledge.training_year import year_on

#: Things done that are told by their name; any other name is a thing that cannot be read ("sticker").
_KINDS = {kind.value: Inbound(kind) for kind in (Kind.EDITED, Kind.BLOCKED, Kind.UNBLOCKED)}
_KINDS["group"] = Inbound(Kind.TEXT, in_group=True)


@dataclass
class ConsoleTalk:
    """One person's talk, and its record: what was said, got, done and is known; no ids, no times.

    `facts`: what is known of their training, by training year.
    """

    library: Library
    now: Callable[[], datetime]
    person: Person = field(default_factory=Person)
    session: Session = field(default_factory=Session)
    facts: dict[str, Facts] = field(default_factory=dict)
    #: What the store would know of whom the chat may be linked to.
    linking: Callable[[LinkWanted], LinkScene] | None = None
    turns: list[dict[str, Any]] = field(default_factory=list)
    _shown: dict[str, str] = field(default_factory=dict)

    def say(self, text: str) -> Step:
        """Take one typed line and remember it for the record."""
        kept, was_blanked = blank_secrets(text)
        return self._take(Inbound(Kind.TEXT, kept, was_blanked), {"says": text})

    def press(self, text: str) -> Step | None:
        """Tap the button that the console shows with this number; None where there is none."""
        place = int(text) if text.isdecimal() and len(text) <= 2 else 0
        if not 1 <= place <= len(self.session.offered):
            return None
        data = self.session.offered[place - 1]
        action = unpack(data)
        return self._take(Inbound(Kind.TAP, data), {"taps": button_name(action)}) if action else None

    def tap(self, button: str) -> Step:
        """Tap a button ("TOPIC deadlines") where it was shown last, however long ago; navigation even without."""
        verb, _, argument = button.partition(" ")
        data = self._shown.get(button) or pack(Action(self.session.step, Verb[verb], argument))
        if button not in self._shown and Verb[verb] not in NAVIGATION:
            raise ValueError(f"no reply of this talk had the button {button}")
        return self._take(Inbound(Kind.TAP, data), {"taps": button})

    def do(self, kind: str) -> Step:
        """Send a sticker, edit a message, block the assistant, …"""
        return self._take(_KINDS.get(kind, Inbound(Kind.UNSUPPORTED, kind)), {"does_kind": kind})

    def share(self, number: str) -> Step:
        """Share the own number; "": somebody else's card."""
        return self._take(Inbound(Kind.CONTACT, number), {"shares": number})

    def _take(self, inbound: Inbound, done: dict[str, str]) -> Step:
        now = self.now()
        asked = link_wanted(inbound, self.session) if self.linking else None
        scene = self.linking(asked) if self.linking and asked else None
        years = self.library.catalogue.years
        view, known = year_on(years, now.date()), [self._facts(year.id) for year in years]
        own = next(one for one in known if one.year == view.year.id)
        others = () if view.covers else tuple(one for one in known if one is not own)
        taken = step(
            self.person, self.session, inbound, self.library, now, facts=own, other_facts=others, linking=scene
        )
        self.session = taken.session
        self.facts = {one.year: after(one, taken.effects, self.library.catalogue) for one in known}
        for effect in taken.effects:
            if isinstance(effect, SaveProfile):
                self.person = effect.person
            elif isinstance(effect, LinkPerson):
                self.person = effect.profile
            elif isinstance(effect, ForgetPerson):
                self.person, self.facts = replace(Person(), messages_off=effect.keep_opt_out), {}
        for reply in taken.replies:
            for choice in reply.choices:
                self._shown[button_name(reply.action_of(choice))] = pack(reply.action_of(choice))
        self.turns.append({**done, **_recorded(taken), **self._known(taken)})
        return taken

    def _facts(self, year: str) -> Facts:
        return self.facts.get(year) or Facts(key="", year=year)

    def _known(self, taken: Step) -> dict[str, Any]:
        """The profile where it changed, and what was noted."""
        known: dict[str, Any] = {}
        if any(isinstance(effect, (SaveProfile, LinkPerson, ForgetPerson)) for effect in taken.effects):
            known["knows"] = {name: value for name, value in to_builtins(self.person).items() if value}
        noted: dict[str, Any] = {}
        for effect in taken.effects:
            if isinstance(effect, KeepClaims):
                noted |= {key: claim.state.value if claim else None for key, claim in effect.claims}
            elif isinstance(effect, SetReminders):
                noted |= {"snoozed_until": str(effect.snoozed_until or ""), "hour": str(effect.hour or "")}
        return {**known, **({"notes": noted} if noted else {})}


def talk(content: Path | None, today: date | None, record: Path | None) -> None:
    """Talk until the end of the input."""
    console, clock = Console(highlight=False), Clock(today)
    now = clock.now()
    place = ConsoleTalk(load_library(content), clock.now)
    _show(console, place, place.say("/start"))
    while True:
        try:
            text = console.input("[bold]> [/bold]")
        except (EOFError, KeyboardInterrupt):
            break
        if text.strip():
            _show(console, place, place.press(text.strip()) or place.say(text))
    if record is not None:
        written = {"about": "recorded at the console", "now": now.isoformat(timespec="minutes"), "turns": place.turns}
        record.write_text(as_yaml([written]), encoding="utf-8")
        console.print(f"written: {record}")


def as_yaml(talks: list[dict[str, Any]]) -> str:
    """Write talks as a file of tests/conversations."""
    return "\n".join(
        yaml.safe_dump([talk], allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
        for talk in talks
    )


def _show(console: Console, place: ConsoleTalk, taken: Step) -> None:
    number = len(taken.replies[-1].choices) if taken.replies else 0  # the last reply's come first
    for reply in taken.replies:
        number = 0 if reply is taken.replies[-1] else number
        rendered = render(place.library.catalogue.texts, reply)
        console.print()
        for piece, is_bold in pieces(rendered.text):
            console.print(piece, style="bold" if is_bold else None, end="", markup=False)
        console.print()
        if rendered.media is not None:
            console.print(f"  [{rendered.media.name}]", style="dim", markup=False)
        for label, _ in rendered.choices:
            number += 1
            console.print(f"  [{number}] {label}", style="cyan", markup=False)


def _recorded(taken: Step) -> dict[str, Any]:
    gets = [got(reply) for reply in taken.replies]
    does = [type(effect).__name__ for effect in taken.effects]
    return {"gets": gets, **({"does": does} if does else {})}


def got(reply: Reply) -> dict[str, Any]:
    """Text keys, buttons and what is attached; a key that stands there several times is written once."""
    texts = list(dict.fromkeys(line.key for line in reply.lines))
    buttons = [button_name(reply.action_of(choice)) for choice in reply.choices]
    media = {"media": _attached(reply.media)} if reply.media else {}
    media |= {"keyboard": reply.keyboard} if reply.keyboard else {}
    return {"in": reply.language, "texts": texts, **media, **({"buttons": buttons} if buttons else {})}


def _attached(media: Media) -> str:
    """What is made when it is sent by its name, else the kind: file ids differ from run to run."""
    return media.ref if media.ref.startswith("make:") else str(media.kind)


def button_name(action: Action) -> str:
    """A button as a record calls it: "TOPIC deadlines"."""
    return f"{action.verb.name} {action.argument}".strip()
