"""Linking a chat to an employee of the cell's list: what is asked of the store for a step, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.facts import Post
from handlers.session import Person

_NOBODY = Person()


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody of the list as far as a chat may know them, who has not left.

    `person` is their number, `hint` the end of the employee id ("": they have none), `post` what the newest report
    says (`written`: in its words, `settled`: see `handlers.differing`), `told` the profile told in other chats.
    `chats`: how many other chats speak for them now.
    """

    person: int
    hint: str = ""
    post: Post = Post()  # noqa: RUF009 - an immutable value
    written: str = ""
    settled: str = ""
    circle: str | None = None
    told: Person = _NOBODY
    chats: int = 0


@dataclass(frozen=True, slots=True)
class LinkWanted:
    """What a step asks for: who has this mobile (ten digits), or whom the employee id and the code name together."""

    mobile: str = ""
    employee: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class LinkScene:
    """What linking is decided from.

    `shares_contact`: the platform can pass on the person's own number. `current`: whom the chat speaks for, None where
    that is nobody of the list; `linked` all whom it was linked to. `found`: whom the mobile, or id and code (its number
    `code`), names. `tries_*`: failed tries of this chat in the last hour and day, of anybody at the named id in a day.
    """

    shares_contact: bool = False
    current: Employee | None = None
    linked: tuple[Employee, ...] = ()
    found: tuple[Employee, ...] = ()
    code: int = 0
    tries_hour: int = 0
    tries_day: int = 0
    tries_of_one: int = 0
