"""What the store knows of the cell's list while a talk about linking is played: the list of its file, kept in memory.

`link: {shares: …, list: […]}`: whether the platform passes numbers on, and the employees, each with what of `id`,
`mobile`, `code`, `post`, `meanings`, `unknown`, `circle` and `chats` there is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from bot.console import ConsoleTalk
from handlers.effects import CountTry, LinkPerson, SettlePost, SpeakFor, UnlinkOthers, UnlinkPerson
from handlers.facts import Facts, Post
from handlers.link_scene import Employee, LinkScene, LinkWanted
from handlers.session import Person
from handlers.step import Step

_YEAR = "2025-26"


def _bare(code: str) -> str:
    return code.replace("-", "").upper()


@dataclass
class TheList:
    """The employees by number, whom the chat speaks for and was linked to, and the tries that failed."""

    told: dict[str, Any]
    current: int = 0
    linked: list[int] = field(default_factory=list)
    tries: int = 0
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.people = {number: self._employee(number, row) for number, row in enumerate(self.told["list"], start=1)}
        self.tries = self.told.get("tries", 0)

    def scene(self, wanted: LinkWanted) -> LinkScene:
        rows = list(enumerate(self.told["list"], start=1))
        found = [
            number
            for number, row in rows
            if (wanted.mobile and row.get("mobile") == wanted.mobile)
            or (wanted.code and row.get("id") == wanted.employee and _bare(row.get("code", "")) == _bare(wanted.code)
                and number not in self.used)
        ]  # fmt: skip
        return LinkScene(
            shares_contact=self.told.get("shares", False),
            current=self.people.get(self.current),
            linked=tuple(self.people[number] for number in self.linked),
            found=tuple(self.people[number] for number in found),
            code=found[0] if wanted.code and found else 0,
            tries_hour=self.tries,
            tries_day=self.tries,
        )

    def follow(self, place: ConsoleTalk, step: Step) -> None:
        """Do what the store does with the step's effects."""
        for effect in step.effects:
            if isinstance(effect, LinkPerson):
                self.used.add(effect.code)
                self.linked = [*dict.fromkeys((*self.linked, effect.employee))]
                self._speak_for(place, effect.employee, effect.profile)
            elif isinstance(effect, SpeakFor):
                self._speak_for(place, effect.employee, replace(place.person, designation=None))
            elif isinstance(effect, UnlinkPerson):
                self.current, place.facts = 0, {}
            elif isinstance(effect, UnlinkOthers):
                self.people[self.current] = replace(self.people[self.current], chats=0)
            elif isinstance(effect, CountTry):
                self.tries += 1
            elif isinstance(effect, SettlePost):
                place.facts = {year: replace(one, settled=effect.over) for year, one in place.facts.items()}

    def _speak_for(self, place: ConsoleTalk, number: int, profile: Person) -> None:
        self.current, one = number, self.people[number]
        place.person = profile
        facts = Facts("", _YEAR, reported=one.post, reported_circle=one.circle, is_listed=True,
                      reported_written=one.written)  # fmt: skip
        place.facts = {_YEAR: facts}

    def _employee(self, number: int, row: dict[str, Any]) -> Employee:
        unknown = row.get("unknown", "")
        post = Post(row.get("post"), tuple(row.get("meanings", ())), bool(unknown))
        return Employee(number, row.get("id", "")[-4:], post, unknown, circle=row.get("circle"),
                        chats=row.get("chats", 0))  # fmt: skip
