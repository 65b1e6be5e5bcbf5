"""A broadcast on its way through the tables: frozen, fed into the bulk lane, taken back, closed. Parts of transactions.

Only so much of a broadcast is in the outbox as goes out in some seconds: the rest waits as recipients, so that pausing
or cancelling one of any size touches few rows, and circles share the lane.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from bot.store import cast_statements as sql
from bot.store import desk_statements as desk_sql
from bot.store.audience_statements import Condition
from bot.store.database import rows_of
from bot.store.reply_json import reply_to_json
from bot.store.staff import audit
from handlers.cell_cast import PARTS, Cast, Needs, Stage, Tally
from handlers.messages import Reply
from knowledge.json_text import from_json, to_json

#: What is sent is written right before it goes.
_BODY = reply_to_json(Reply("en", ()))
#: Beside reminders, of which those of a last day go first.
_PRIORITY = 1
_CLOCK = "clock"


def cast_of(row: Sequence[Any]) -> Cast:
    """Read the array that `cast_statements.CAST` makes."""
    values = list(row)
    values[11:13] = (Stage(row[11]), Needs(row[12]))
    values[18:20] = (bool(row[18]), bool(row[19]))
    return Cast(*values)


def tally_of(db: sqlite3.Connection, cast: int) -> Tally:
    """What became of a broadcast's audience so far."""
    size, is_frozen, counts = from_json(db.execute(sql.TALLY, (cast,)).fetchone()[0])
    return Tally(size, bool(is_frozen), {(state, reason): times for state, reason, times in counts})


def keep_cast(db: sqlite3.Connection, cast: Cast, now: int) -> int:
    """Keep a new broadcast; return its number, which is its job's."""
    job = int(db.execute(sql.BEGIN_JOB, (now,)).lastrowid or 0)
    values = (job, cast.member, cast.person, cast.address, cast.circle, cast.language, cast.year, cast.audience,
              cast.text_en, cast.text_hi, cast.fingerprint, cast.stage, cast.needs, cast.send_at, now)  # fmt: skip
    db.execute(sql.KEEP, values)
    return job


def change_cast(db: sqlite3.Connection, cast: Cast) -> None:
    """Keep what changed of a broadcast."""
    values = (cast.id, cast.stage, cast.send_at, cast.approved_by, cast.started_at, cast.ended_at, cast.is_closed)
    db.execute(sql.CHANGE, values)


def freeze_range(
    db: sqlite3.Connection, cast: int, made: Condition, routes: Sequence[str], size: int, now: int
) -> bool:
    """Write down who of the next `size` persons gets it; False once everybody is looked at."""
    after, upto = db.execute(sql.NEXT_RANGE, (cast, size)).fetchone()
    frozen = 0
    if upto is not None:
        values = {**made.values, "job": cast, "after": after, "upto": upto, "now": now}
        values["routes"] = to_json(list(routes))
        frozen = db.execute(sql.FREEZE_RANGE.format(where=made.where), values).rowcount
    db.execute(sql.FROZEN_TO, (cast, upto, frozen))
    return upto is not None


def feed(db: sqlite3.Connection, window: int, now: int) -> int:
    """Begin what is due and fill each circle's window of the lane; return how many were queued."""
    for cast, size in db.execute(sql.BEGIN_DUE, (now,)).fetchall():
        audit(db, _CLOCK, "broadcast send", f"{cast} {size} people", now)
    stopped = [circle for circle, *_ in db.execute(sql.STOPS)]
    if "" in stopped:
        return 0
    circles: dict[str | None, list[Cast]] = {}
    for cast in map(cast_of, rows_of(db, sql.OPEN)):
        if cast.stage is Stage.RUNNING and not cast.is_closed and cast.circle not in stopped:
            circles.setdefault(cast.circle, []).append(cast)
    return sum(_feed_circle(db, casts, window, stopped, now) for casts in circles.values())


def _feed_circle(db: sqlite3.Connection, casts: Sequence[Cast], window: int, stopped: Sequence[str], now: int) -> int:
    queued = sum(db.execute(sql.QUEUED_OF, (cast.id,)).fetchone()[0] for cast in casts)
    room = window - queued
    if room * 2 < window:
        return 0
    left_alone, share = to_json(stopped), -(-room // len(casts))
    waiting = [
        [(cast.id, *row) for row in db.execute(sql.NEXT_WAITING, (cast.id, left_alone, share))] for cast in casts
    ]
    turns = [row for turn in zip_longest(*waiting) for row in turn if row is not None]
    if turns:
        _queue(db, [cast.id for cast in casts], turns, now)
    return len(turns)


def _queue(db: sqlite3.Connection, jobs: Sequence[int], turns: Sequence[tuple[Any, ...]], now: int) -> None:
    """Put them into the lane; the broadcasts of a circle take turns, and the circle with others."""
    first = int(db.execute(desk_sql.LAST_ID, ("outbox",)).fetchone()[0]) + 1
    places: dict[str, int] = {}
    rows = []
    for id_, (job, person, address, route) in enumerate(turns, start=first):
        if route not in places:
            places[route] = db.execute(sql.NEXT_TURN, (to_json(list(jobs)), route, _PRIORITY)).fetchone()[0]
        rows.append((id_, address, job, route, places[route], person))
        places[route] += 1
    given = to_json(rows)
    db.execute(sql.QUEUE, (given, _BODY, _PRIORITY, now))
    db.execute(sql.QUEUED, (given,))


def take_back(db: sqlite3.Connection, cast: int, what: str, now: int) -> None:
    """What is queued and not on the wire does not go: it waits again, or is cancelled."""
    db.execute(sql.TAKE_BACK, (cast, what, now))


def stop(db: sqlite3.Connection, circle: str, actor: str, now: int) -> bool:
    """Switch off a circle, or ("") all; what is queued for it comes back. False where it was off already."""
    is_new = bool(db.execute(sql.STOP, (circle, now, actor)).rowcount)
    db.execute(sql.TAKE_BACK_OF_CIRCLE, (circle, now))
    return is_new


def settle_rest(db: sqlite3.Connection, held_seconds: int, limit: int, now: int) -> bool:
    """Release who is held no longer, give up who is too long, finish what is cancelled, close what is done.

    Up to `limit` rows of each; whether there may be more.
    """
    is_more = db.execute(sql.RELEASE, (limit,)).rowcount == limit
    is_more |= db.execute(sql.GIVE_UP_HELD, (now - held_seconds, now, limit)).rowcount == limit
    for cast in map(cast_of, rows_of(db, sql.OPEN)):
        if cast.stage is Stage.CANCELLED and cast.is_frozen:
            is_more |= db.execute(sql.CANCEL_WAITING, (cast.id, now, limit)).rowcount == limit
        ends = cast.stage in (Stage.RUNNING, Stage.CANCELLED) and cast.is_frozen and not cast.is_closed
        if ends and not db.execute(sql.IS_OPEN, (cast.id,)).fetchone()[0]:
            db.execute(sql.CLOSE, (cast.id, now))
            tally = tally_of(db, cast.id)
            became = ", ".join(f"{part} {tally.times(part)}" for part in PARTS if tally.times(part))
            audit(db, _CLOCK, "broadcast end", f"{cast.id} {tally.size} people: {became or 'nobody'}", now)
    return is_more
