"""Links and moves on SQLite: each method one function on the database's thread."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from bot.store import desk_saving, staff
from bot.store import link_statements as sql
from bot.store.addresses import Addresses
from bot.store.database import Database, rows_of
from bot.store.desk_reading import read_groups, read_ticket, who_can_be_written_to
from bot.store.link_base import Listed, Reached, Unlinked
from bot.store.linking import hash_of_code, read_link_scene, unlink_chats
from handlers.link_scene import LinkScene, LinkWanted
from handlers.messages import Reply
from handlers.moving import Move, MoveBoard, MoveStep, Untold
from handlers.ticket import Ticket
from knowledge.json_text import to_json

#: Moves that are followed at one look.
_MOVES = 500


class LinkTables:
    """See `bot.store.link_base.LinkStore`."""

    _database: Database
    _addresses: Addresses

    async def link_scene(self, address: int, wanted: LinkWanted, now: int) -> LinkScene:
        return await self._database.run(lambda db: read_link_scene(db, self._addresses, address, wanted, now))

    async def listed(self, persons: Sequence[int]) -> list[Listed]:
        def job(db: sqlite3.Connection) -> list[Listed]:
            rows = rows_of(db, sql.OF_EMPLOYEE, to_json(list(persons)))
            return [Listed(person, id_, circle, bool(has_left)) for person, id_, circle, has_left in rows]

        return await self._database.run(job)

    async def unlinked(self, circle: str, after: int, limit: int) -> list[Unlinked]:
        return await self._database.run(
            lambda db: [Unlinked(*row) for row in rows_of(db, sql.UNLINKED, circle, after, limit)]
        )

    async def keep_codes(
        self, codes: Sequence[tuple[int, str]], expires_at: int, made_by: str, now: int
    ) -> None:  # fmt: skip
        rows = [(person, hash_of_code(self._addresses, code)) for person, code in codes]

        def job(db: sqlite3.Connection) -> None:
            db.execute(sql.END_CODES, (to_json([person for person, _ in rows]), now))
            db.execute(sql.KEEP_CODES, (to_json(rows), now, expires_at, made_by))
            staff.audit(db, made_by, "codes", str(len(rows)), now)

        await self._database.run(job)

    async def unlink_employee(self, person: int, news: Reply, actor: str, now: int) -> int:
        def job(db: sqlite3.Connection) -> int:
            count = unlink_chats(db, person, 0, news, now)
            staff.audit(db, actor, "unlink", f"person:{person} {count}", now)
            return count

        return await self._database.run(job)

    async def reached(self, circle: str | None, since: int) -> list[Reached]:
        return await self._database.run(lambda db: [Reached(*row) for row in rows_of(db, sql.REACH, circle, since)])

    async def move_board(self, ids: int) -> MoveBoard:
        return await self._database.run(lambda db: _move_board(db, ids))

    async def save_moves(self, step: MoveStep, now: int) -> None:
        await self._database.run(lambda db: _save_moves(db, step, now))


def _move_board(db: sqlite3.Connection, ids: int) -> MoveBoard:
    newest, waiting = db.execute(sql.NEWEST_MOVE).fetchone()
    if not newest:
        return MoveBoard()
    rows = rows_of(db, sql.TO_FOLLOW, _MOVES) if waiting else []
    moves = tuple(Move(id_, person, origin, to, bool(is_report)) for id_, person, origin, to, is_report in rows)
    tickets: dict[int, tuple[Ticket, ...]] = defaultdict(tuple)
    for id_ in rows_of(db, sql.TICKETS_OF, to_json(sorted({move.person for move in moves}))):
        ticket = read_ticket(db, id_)
        if ticket is not None:
            tickets[ticket.person] += (ticket,)
    untold = [] if waiting else rows_of(db, sql.UNTOLD, ids)
    return MoveBoard(
        newest,
        moves,
        tickets,
        who_can_be_written_to(db),
        read_groups(db),
        tuple(Untold(origin, to, people, tuple(named), *went) for origin, to, people, named, *went in untold),
    )


def _save_moves(db: sqlite3.Connection, step: MoveStep, now: int) -> None:
    desk_saving.save_step(db, step.desk, now, None)
    for member in step.ended:
        staff.revoke(db, member, "clock", now)
    if step.followed:
        db.execute(sql.NEW_CIRCLE, (to_json(step.circles),))
        db.execute(sql.FOLLOWED, (to_json(step.followed),))
    if step.is_told:
        db.execute(sql.TOLD)
