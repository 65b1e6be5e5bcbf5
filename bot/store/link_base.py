"""The links' part of the store's interface: whom a chat speaks for, codes for it, moves, how people come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from handlers.link_scene import LinkScene, LinkWanted
from handlers.messages import Reply
from handlers.moving import MoveBoard, MoveStep


class Listed(Struct, frozen=True):
    """Somebody of the list: the number, the employee id ("": none), the circle, whether they have left."""

    person: int
    employee_id: str
    circle: str | None
    has_left: bool


class Unlinked(Struct, frozen=True):
    """Somebody of a circle to whom no chat is linked."""

    person: int
    employee_id: str
    division: str
    office: str


class Reached(Struct, frozen=True):
    """How many came by a circle's links of one way (the letter in it), and how many of them for the first time."""

    circle: str
    way: str
    came: int
    were_new: int


class LinkStore(Protocol):
    """Each call is one durable transaction. Times are whole seconds since 1970."""

    async def link_scene(self, address: int, wanted: LinkWanted, now: int) -> LinkScene:
        """Return what linking at a chat is decided from; nothing in it tells whether an unknown id exists."""
        ...

    async def listed(self, persons: Sequence[int]) -> list[Listed]:
        """Return who of these persons is on the list."""
        ...

    async def unlinked(self, circle: str, after: int, limit: int) -> list[Unlinked]:
        """Return the next employees of a circle, by number, to whom no chat is linked and who have an employee id."""
        ...

    async def keep_codes(
        self, codes: Sequence[tuple[int, str]], expires_at: int, made_by: str, now: int
    ) -> None:  # fmt: skip
        """Keep one-time codes, each as (person, code), by their hashes; earlier ones of these persons end."""
        ...

    async def unlink_employee(self, person: int, news: Reply, actor: str, now: int) -> int:
        """End all links of an employee and tell the chats; return how many there were."""
        ...

    async def reached(self, circle: str | None, since: int) -> list[Reached]:
        """Return how many came by the links of a circle (None: of all) since a day (its beginning)."""
        ...

    async def move_board(self, ids: int) -> MoveBoard:
        """Return what is to be followed of moves, and what the cells are to be told, with up to `ids` employee ids."""
        ...

    async def save_moves(self, step: MoveStep, now: int) -> None: ...
