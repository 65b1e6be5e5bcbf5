"""The desk on SQLite: each method one function on the database's thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import asdict

from bot.store import desk_statements as sql
from bot.store import staff
from bot.store import staff_statements as staff_sql
from bot.store.addresses import Addresses
from bot.store.database import Database, rows_of
from bot.store.desk_reading import read_board, read_entries, read_scene, read_staff, read_ticket
from bot.store.desk_rows import Attachment, Audited, AuditFilter, Invited, invitation_of, ticket_of
from bot.store.desk_saving import save_step
from bot.store.rows import Waiting
from handlers.desk_scene import Board, Scene, Wanted
from handlers.desk_step import Audit, DeskStep
from handlers.ticket import Entry, MediaKind, Member, Role, Ticket

_QUEUE, _ENTRIES = 200, 200


class DeskTables:
    """See `bot.store.desk_base.DeskStore`."""

    def __init__(self, database: Database, addresses: Addresses) -> None:
        self._database, self._addresses = database, addresses

    def hash_code(self, code: str) -> str:
        return self._addresses.hash_code(code)

    async def scene(self, address: int, wanted: Wanted, now: int) -> Scene:
        return await self._database.run(lambda db: read_scene(db, self._addresses, address, wanted, now))

    async def save_desk(self, step: DeskStep, now: int, waiting: Waiting | None = None) -> None:
        await self._database.run(lambda db: save_step(db, step, now, waiting))

    async def board(self, now: int) -> Board:
        return await self._database.run(lambda db: read_board(db, now))

    async def invite(
        self, kind: Literal["role", "group"], role: Role | None, circle: str | None, code_hash: str, expires_at: int,
        made_by: str, now: int, member: int | None = None,
    ) -> int:  # fmt: skip
        def job(db: sqlite3.Connection) -> int:
            values = (kind, role, circle, code_hash, member, now, expires_at, made_by)
            id_ = int(db.execute(staff_sql.INVITE, values).lastrowid or 0)
            staff.audit(db, made_by, "invite", f"invitation:{id_}", now)
            return id_

        return await self._database.run(job)

    async def invitations(self, now: int) -> list[Invited]:
        def job(db: sqlite3.Connection) -> list[Invited]:
            rows = rows_of(db, staff_sql.GOOD_INVITATIONS, now)
            return [Invited(invitation_of(row), expires_at, made_by) for row, expires_at, made_by in rows]

        return await self._database.run(job)

    async def revoke_invitation(self, id_: int, actor: str, now: int) -> bool:
        def job(db: sqlite3.Connection) -> bool:
            is_revoked = bool(db.execute(staff_sql.REVOKE_INVITATION, (now, id_)).rowcount)
            if is_revoked:
                staff.audit(db, actor, "revoke-invitation", f"invitation:{id_}", now)
            return is_revoked

        return await self._database.run(job)

    async def staff(self) -> list[Member]:
        return await self._database.run(lambda db: list(read_staff(db)))

    async def revoke(self, member_id: int, actor: str, now: int) -> bool:
        return await self._database.run(lambda db: staff.revoke(db, member_id, actor, now))

    async def sign_in(self, code_hash: str, session_hash: str, now: int) -> Member | None:
        return await self._database.run(lambda db: staff.sign_in(db, self._addresses, code_hash, session_hash, now))

    async def member_of_session(self, session_hash: str, now: int) -> Member | None:
        return await self._database.run(lambda db: staff.member_of_session(db, session_hash, now))

    async def sign_out(self, session_hash: str) -> None:
        await self._database.run(lambda db: db.execute(staff_sql.CLOSE_SESSION, (session_hash,)))

    async def desk_queue(self, member: Member) -> list[tuple[Ticket, int]]:
        def job(db: sqlite3.Connection) -> list[tuple[Ticket, int]]:
            rows = rows_of(db, sql.DESK_QUEUE, member.circle, _QUEUE)
            return [(ticket_of(ticket), unread) for ticket, unread in rows]

        return await self._database.run(job)

    async def desk_ticket(self, id_: int) -> tuple[Ticket, Sequence[Entry]] | None:
        def job(db: sqlite3.Connection) -> tuple[Ticket, Sequence[Entry]] | None:
            ticket = read_ticket(db, id_)
            return (ticket, read_entries(db, id_, _ENTRIES)) if ticket else None

        return await self._database.run(job)

    async def keep_attachment(self, ticket: int | None, kind: MediaKind, name: str, data: bytes, now: int) -> int:
        values = (ticket, kind, name, data, now)
        return await self._database.run(lambda db: int(db.execute(sql.KEEP_ATTACHMENT, values).lastrowid or 0))

    async def attachment(self, id_: int) -> Attachment | None:
        def job(db: sqlite3.Connection) -> Attachment | None:
            row = db.execute(sql.ATTACHMENT, (id_,)).fetchone()
            return Attachment(MediaKind(row[0]), *row[1:]) if row else None

        return await self._database.run(job)

    async def note(self, actor: str, action: str, details: str, now: int) -> None:
        await self._database.run(lambda db: staff.audit(db, actor, action, details, now))

    async def audits(self, limit: int, among: AuditFilter = AuditFilter()) -> list[Audited]:  # noqa: B008 - a value
        values = {**asdict(among), "limit": limit}

        def job(db: sqlite3.Connection) -> list[Audited]:
            rows = db.execute(sql.AUDITS, values)
            return [Audited(id_, at, Audit(*audit), role, circle) for id_, at, role, circle, *audit in rows]

        return await self._database.run(job)
