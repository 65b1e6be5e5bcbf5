"""A day's reminders chosen from the standings, in ranges of persons; part of a transaction each."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import astuple

from bot.store import audience_statements as cast_sql
from bot.store import reminder_statements as sql
from bot.store.reminder_rows import Batch, Stale, Stood
from bot.store.reply_json import reply_to_json
from handlers.messages import Reply
from knowledge.json_text import from_json, to_json
from reminders.day import Day

#: What is sent is written right before it goes.
_BODY = reply_to_json(Reply("en", ()))


def choose_range(db: sqlite3.Connection, job: int, day: Day, size: int, routes: Sequence[str], now: int) -> bool:
    """Judge the next `size` persons of a job and queue what is due; False where all are judged."""
    row = db.execute(sql.NEXT_RANGE, (job, size)).fetchone()
    if row is None:
        return False
    after, upto = row
    db.execute(sql.CHOSEN_TO, (job, upto))
    if upto is None:
        return False
    values = {**_values(db, job, day, routes, now), "after": after, "upto": upto}
    db.execute(sql.DECIDE_RANGE, values)
    values["chosen"] = db.execute(sql.COUNT_RANGE, values).fetchone()[0]
    db.execute(sql.QUEUE_RANGE, values)
    db.execute(sql.CHOSE, (values["chosen"], job))
    return True


def judge_again(
    db: sqlite3.Connection, job: int, day: Day, persons: Sequence[int], routes: Sequence[str], now: int
) -> None:
    """Judge persons anew whom nothing has been sent to; those that their range has not come to are left to it."""
    values = {**_values(db, job, day, routes, now), "persons": to_json(list(persons))}
    taken = db.execute(sql.PUT_OFF_OF, values).fetchone()[0]
    db.execute(sql.FORGET_JUDGED, values)
    values["persons"] = db.execute(sql.TO_JUDGE, values).fetchone()[0]
    db.execute(sql.DECIDE_PERSONS, values)
    db.execute(sql.QUEUE_PERSONS, values)
    db.execute(sql.CHOSE, (db.execute(sql.COUNT_PERSONS, values).fetchone()[0] - taken, job))


def release(
    db: sqlite3.Connection, job: int, day: Day, batch: Batch, routes: Sequence[str], now: int
) -> int | None:  # fmt: skip
    """Judge those anew, of the next ones who were put off, who are not any more; return the last one looked at."""
    values: dict[str, Any] = {"job": job, "after": batch.after, "size": batch.size}
    upto = db.execute(sql.NEXT_PUT_OFF, values).fetchone()[0]
    if upto is None:
        return None
    values = {"job": job, "after": batch.after, "upto": upto, "not_begun": to_json(day.not_begun)}
    persons = from_json(db.execute(sql.READY, {**values, "other_hour": batch.is_other_hour}).fetchone()[0])
    if persons:
        judge_again(db, job, day, persons, routes, now)
    return int(upto)


def close(db: sqlite3.Connection, job: int, limit: int, now: int) -> bool:
    """Settle up to `limit` of what the window closed over; whether there was any."""
    gone = db.execute(sql.MISS_WAITING, (job, limit, now)).rowcount
    gone += db.execute(sql.MISS_PUT_OFF, (job, limit, now)).rowcount
    if not gone:
        db.execute(sql.CLOSE_JOB, (job,))
    return bool(gone)


def read_stale(db: sqlite3.Connection, limit: int) -> Stale:
    """Return who is to be looked at: whose facts changed, then everybody where the content is another."""
    marked = from_json(db.execute(sql.STALE, (limit,)).fetchone()[0])
    if marked:
        return Stale(list(dict.fromkeys(person for _, person in marked)), [mark for mark, _ in marked])
    persons = from_json(db.execute(sql.NEXT_PERSONS, (limit,)).fetchone()[0])
    return Stale(persons, (), sweeps=True, next_person=persons[-1] + 1 if persons else None)


def save_standings(db: sqlite3.Connection, stale: Stale, stood: Sequence[Stood]) -> None:
    """Keep what stands of these persons."""
    rows = []
    nobody: dict[str, list[int]] = {}
    for one in stood:
        standing = one.standing
        if standing is None:
            nobody.setdefault(one.year, []).append(one.person)
            continue
        finished = standing.finished_on.isoformat() if standing.finished_on else None
        rows.append((one.year, one.person, standing.unmet, standing.reason, standing.calendar, finished, one.address,
                     standing.curriculum, standing.is_verified))  # fmt: skip
    db.execute(sql.KEEP_STANDINGS, (to_json(rows),))
    for year, persons in nobody.items():
        db.execute(sql.DROP_STANDINGS, (year, to_json(persons)))
        db.execute(cast_sql.DROP_CROWD, (year, to_json(persons)))
    crowd = [(one.year, one.person, *astuple(one.seen)) for one in stood if one.seen is not None]
    if crowd:
        db.execute(cast_sql.KEEP_CROWD, (to_json(crowd),))
    db.execute(sql.NO_LONGER_STALE, (to_json(list(stale.marks)),))
    if stale.sweeps:
        db.execute(sql.LOOKED_TO, (stale.next_person,))


def _values(db: sqlite3.Connection, job: int, day: Day, routes: Sequence[str], now: int) -> dict[str, Any]:
    others: Mapping[str, Any] = {"job": job, "day": day.day.isoformat()}
    return {
        **others,
        "year": day.year,
        "mask": day.mask,
        "masks": to_json(dict(day.masks)),
        "last": day.last,
        "not_begun": to_json(day.not_begun),
        "since": day.since.isoformat(),
        "records": day.records,
        "is_over": day.is_over,
        "others": db.execute(sql.OTHERS, others).fetchone()[0],
        "body": _BODY,
        "turn": db.execute(sql.NEXT_TURN, (job, to_json(list(routes)))).fetchone()[0],
        "now": now,
    }
