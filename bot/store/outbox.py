"""What goes out, on SQLite: put, claimed, settled, taken back after a stop. Each function is part of a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from bot.store import bulk_statements as bulk_sql
from bot.store import desk_statements as desk_sql
from bot.store import statements as sql
from bot.store.database import rows_of
from bot.store.desk_saving import lose_chat
from bot.store.reply_json import reply_to_json
from bot.store.rows import BulkClaim, Outcome, Outgoing, Post, Recovered, Settled
from handlers.messages import Reply
from knowledge.json_text import to_json


def put(db: sqlite3.Connection, replies: Sequence[tuple[int, Reply]], now: int) -> None:
    """Put replies into the outbox, by address."""
    if any(reply.edits or reply.answers for _, reply in replies):
        referring = [(address, reply_to_json(reply), reply.edits, reply.answers) for address, reply in replies]
        db.execute(sql.PUT_REFERRING, (to_json(referring), now))
    else:
        rows = [(address, reply_to_json(reply)) for address, reply in replies]
        db.execute(sql.PUT_REPLIES, (to_json(rows), now))


def put_bulk(db: sqlite3.Connection, posts: Sequence[Post], now: int, job_id: int | None, priority: int) -> int:
    """Put a job's messages into the bulk lane; return how many."""
    rows = to_json([(post.address_id, reply_to_json(post.reply)) for post in posts])
    return db.execute(bulk_sql.PUT_BULK, (job_id, priority, now, rows)).rowcount


def claim(db: sqlite3.Connection, limit: int, paused: Collection[str], resting: Collection[int]) -> list[Outgoing]:
    """Claim replies."""
    return _claimed(db, rows_of(db, sql.CLAIMABLE, to_json(list(resting)), to_json(list(paused)), limit))


def claim_bulk(db: sqlite3.Connection, wanted: BulkClaim) -> list[Outgoing]:
    """Claim bulk messages of one route, in their order."""
    resting = to_json(list(wanted.resting))
    return _claimed(db, rows_of(db, bulk_sql.CLAIMABLE_BULK, wanted.route, resting, wanted.limit))


def recover(db: sqlite3.Connection, now: int) -> Recovered:
    """Take back what was in flight when the process before this one stopped."""
    again = db.execute(sql.RECOVER_AGAIN).rowcount
    return Recovered(again, sum(db.execute(statement, (now,)).rowcount for statement in sql.RECOVER_GIVE_UP))


def settle(db: sqlite3.Connection, settled: Sequence[Settled], now: int) -> None:
    """A final outcome closes the row; a doubtful reply is put back once, then it stays unknown, bulk at once."""
    final = []
    for one in settled:
        row, outcome, doubts = one.row, one.outcome, one.row.doubts
        if outcome is Outcome.DOUBTFUL:
            doubts += 1
            outcome = Outcome.AGAIN if row.doubts == 0 and not row.is_bulk else Outcome.UNKNOWN
        if outcome is Outcome.AGAIN:
            db.execute(sql.PUT_BACK, (now, doubts, row.id))
        else:
            final.append((row.id, outcome.value, one.platform_id, doubts, row.address_id, one.reason))
        if outcome is Outcome.BLOCKED:
            _block(db, row.address_id, now)
    if final:
        db.execute(sql.SETTLE, (to_json(final), now))
    handed = [(one.row.address_id, one.becomes) for one in settled if one.becomes is not None]
    if handed:
        put(db, handed, now)


def _block(db: sqlite3.Connection, address: int, now: int) -> None:
    db.execute(sql.REACHABLE, (0, address))
    db.execute(sql.BLOCK_REST, (now, address))
    db.execute(desk_sql.TICKETS_REACHABLE, (to_json([address]), 0, now))
    lose_chat(db, address, now)


def _claimed(db: sqlite3.Connection, rows: Sequence[Sequence[object]]) -> list[Outgoing]:
    if rows:
        db.execute(sql.CLAIM, (to_json([row[0] for row in rows]),))
    return [Outgoing(*row) for row in rows]  # type: ignore[arg-type]
