"""The desk's part of the store's interface: tickets, who works on them, where, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from bot.store.desk_rows import Attachment, Audited, AuditFilter, Invited
from bot.store.rows import Waiting
from handlers.desk_scene import Board, Scene, Wanted
from handlers.desk_step import DeskStep
from handlers.ticket import Entry, MediaKind, Member, Role, Ticket


class DeskStore(Protocol):
    """Each call is one durable transaction. Times are whole seconds since 1970."""

    def hash_code(self, code: str) -> str:
        """Return the keyed hash of a one-time code; letter case, spaces and dashes in it do not matter."""
        ...

    async def scene(self, address: int, wanted: Wanted, now: int) -> Scene:
        """Load what one staff action at an address is decided from.

        `entries` are the newest 30, `queue` at most 50 open tickets: those of a linked group's circle (the central one:
        of all), else of the circles of whoever acts; none for somebody without a role there.
        """
        ...

    async def save_desk(self, step: DeskStep, now: int, waiting: Waiting | None = None) -> None:
        """Save what a staff action or a look at the clock changes; `waiting`, the update it came from, is done by it.

        Raises:
            StoreError: the invitation was used, revoked or has expired meanwhile. Nothing is saved then.
        """
        ...

    async def board(self, now: int) -> Board:
        """Load up to 200 tickets whose look is due, the longest due first; empty as a whole where none is."""
        ...

    async def invite(
        self, kind: Literal["role", "group"], role: Role | None, circle: str | None, code_hash: str, expires_at: int,
        made_by: str, now: int, member: int | None = None,
    ) -> int:  # fmt: skip
        """Keep a one-time code for a role, for linking a group, or for `member` to sign in again; return its id."""
        ...

    async def invitations(self, now: int) -> list[Invited]:
        """Return the invitations that can still be used, the oldest first."""
        ...

    async def revoke_invitation(self, id_: int, actor: str, now: int) -> bool:
        """Make a code useless; False where it was so already."""
        ...

    async def staff(self) -> list[Member]:
        """Return all active members, the longest active first."""
        ...

    async def revoke(self, member_id: int, actor: str, now: int) -> bool:
        """End a member's role and desk sessions; the clock looks at their claimed tickets at once."""
        ...

    async def sign_in(self, code_hash: str, session_hash: str, now: int) -> Member | None:
        """Use a code at the desk page; None where it is not good. A code for a role makes a member of its own."""
        ...

    async def member_of_session(self, session_hash: str, now: int) -> Member | None:
        """Return who is signed in; None once revoked, signed out, unused for 7 days or 30 days old."""
        ...

    async def sign_out(self, session_hash: str) -> None: ...

    async def desk_queue(self, member: Member) -> list[tuple[Ticket, int]]:
        """Return up to 200 open and claimed tickets of the member's circle (central: all), the oldest first.

        Each with how many entries of the person no helper has answered yet.
        """
        ...

    async def desk_ticket(self, id_: int) -> tuple[Ticket, Sequence[Entry]] | None:
        """Return a ticket and its newest 200 entries, oldest first."""
        ...

    async def keep_attachment(self, ticket: int | None, kind: MediaKind, name: str, data: bytes, now: int) -> int:
        """Keep an upload, `page:<id>` in a `Media`. Without a ticket it goes after a day unless an entry holds it."""
        ...

    async def attachment(self, id_: int) -> Attachment | None: ...

    async def note(self, actor: str, action: str, details: str, now: int) -> None:
        """Keep that somebody did something that changes nothing else, such as an export."""
        ...

    async def audits(self, limit: int, among: AuditFilter = AuditFilter()) -> list[Audited]:  # noqa: B008 - a value
        """Return the newest staff actions, newest first."""
        ...
