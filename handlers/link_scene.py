"""Linking a chat to an employee of the cell's list: what is asked of the store for a step, and what it answers."""

from __future__ import annotations

from msgspec import Struct

from handlers.facts import Post
from handlers.session import Person

_NOBODY = Person()


class Employee(Struct, frozen=True):
    """Somebody of the list as far as a chat may know them, who has not left.

    `person` is their number, `hint` the end of the employee id ("": they have none), `post` what the newest report
    says (`written`: in its words, `settled`: see `handlers.differing`), `told` the profile told in other chats.
    `chats`: how many other chats speak for them now.
    """

    person: int
    hint: str = ""
    post: Post = Post()
    written: str = ""
    settled: str = ""
    circle: str | None = None
    told: Person = _NOBODY
    chats: int = 0


class LinkWanted(Struct, frozen=True):
    """What a step asks for: who has this mobile (ten digits), or whom the employee id and the code name together."""

    mobile: str = ""
    employee: str = ""
    code: str = ""


class LinkScene(Struct, frozen=True):
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
