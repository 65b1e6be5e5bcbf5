"""Broadcasts on SQLite: each method one function on the database's thread; counting is done beside it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.store import cast_feeding as feeding
from bot.store import cast_statements as sql
from bot.store.addresses import Addresses
from bot.store.audience_statements import Condition
from bot.store.cast_reading import count, missed, outcomes, read_cell, read_going, sample
from bot.store.cast_rows import CastRow, Going, Stop
from bot.store.cast_saving import keep_list, save_cell, show
from bot.store.database import Database, rows_of
from bot.store.facts_reading import read_facts
from bot.store.reading import read
from bot.store.rows import Waiting
from bot.store.staff import audit
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast, Tally
from handlers.cell_step import CellScene, CellStep, Counted, NewList
from handlers.facts import Facts
from handlers.messages import Reply
from knowledge.catalogue import Language, TrainingYear
from knowledge.json_text import from_json, to_json
from reminders.cast_list import Recipient


class CastTables:
    """See `bot.store.cast_base.CastStore`."""

    _database: Database
    _addresses: Addresses
    _path: str

    async def cell_scene(self, address: int, cast: int) -> CellScene:
        return await self._database.run(lambda db: read_cell(db, address, cast))

    async def save_cell(self, scene: CellScene, step: CellStep, now: int, waiting: Waiting | None = None) -> int:
        return await self._database.run(lambda db: save_cell(db, self._addresses, scene, step, now, waiting))

    async def count_audience(
        self, made: Condition, placeholders: Sequence[str], offices: int, fingerprint: str, since: int, day: int
    ) -> Counted:
        return await read(self._path, lambda db: count(db, made, placeholders, offices, fingerprint, since, day))

    async def sample_of(self, made: Condition, language: Language) -> tuple[Facts, Rostered] | None:
        return await read(self._path, lambda db: sample(db, made, language))

    async def missed_by(self, made: Condition, day: int) -> list[Recipient]:
        return await read(self._path, lambda db: missed(db, self._addresses.keys, made, day))

    async def cast_outcomes(self, cast: int) -> list[Recipient]:
        return await read(self._path, lambda db: outcomes(db, self._addresses.keys, cast))

    async def cast(self, id_: int) -> tuple[Cast, Tally] | None:
        def job(db: sqlite3.Connection) -> tuple[Cast, Tally] | None:
            row = db.execute(sql.ONE, (id_,)).fetchone()
            return (feeding.cast_of(from_json(row[0])), feeding.tally_of(db, id_)) if row else None

        return await read(self._path, job)

    async def casts(self, circle: str | None, limit: int) -> list[Cast]:
        return await self._database.run(
            lambda db: list(map(feeding.cast_of, rows_of(db, sql.NEWEST, circle, limit)))
        )  # fmt: skip

    async def open_casts(self) -> list[Cast]:
        return await self._database.run(lambda db: list(map(feeding.cast_of, rows_of(db, sql.OPEN))))

    async def going_cast(self, cast: int) -> Going:
        return await read(self._path, lambda db: read_going(db, cast))

    async def freeze(self, cast: int, made: Condition, routes: Sequence[str], size: int, now: int) -> bool:
        return await self._database.run(
            lambda db: feeding.freeze_range(db, cast, made, routes, size, now), is_repeatable=True
        )

    async def feed(self, window: int, now: int) -> int:
        return await self._database.run(lambda db: feeding.feed(db, window, now), is_repeatable=True)

    async def settle_casts(self, held_seconds: int, limit: int, now: int) -> bool:
        return await self._database.run(lambda db: feeding.settle_rest(db, held_seconds, limit, now))

    async def show_cast(self, going: Going, reply: Reply, text: str, last: Reply | None, now: int) -> bool:
        return await self._database.run(lambda db: show(db, going, reply, text, last, now))

    async def stop_casts(self, circle: str, actor: str, now: int) -> bool:
        def job(db: sqlite3.Connection) -> bool:
            audit(db, actor, "broadcast stop", circle or "all", now)
            return feeding.stop(db, circle, actor, now)

        return await self._database.run(job)

    async def start_casts(self, circle: str, actor: str, now: int) -> bool:
        def job(db: sqlite3.Connection) -> bool:
            audit(db, actor, "broadcast start", circle or "all", now)
            return bool(db.execute(sql.START, (circle,)).rowcount)

        return await self._database.run(job)

    async def keep_list(self, circle: str | None, wanted: NewList, actor: str, now: int) -> tuple[int, int]:
        def job(db: sqlite3.Connection) -> tuple[int, int]:
            number, people = keep_list(db, self._addresses, 0, circle, wanted, now)
            audit(db, actor, "broadcast list", f"{number} {len(wanted.keys)} lines", now)
            return number, people

        return await self._database.run(job)

    async def cast_stops(self) -> list[Stop]:
        return await self._database.run(lambda db: [Stop(*row) for row in db.execute(sql.STOPS)])

    async def cast_rows(self, rows: Sequence[int], years: Mapping[str, TrainingYear], day: int) -> list[CastRow]:
        return await self._database.run(lambda db: _cast_rows(db, rows, years, day))


def _cast_rows(
    db: sqlite3.Connection, rows: Sequence[int], years: Mapping[str, TrainingYear], day: int
) -> list[CastRow]:  # fmt: skip
    found = rows_of(db, sql.ROWS, to_json(list(rows)), day)
    if not found:
        return []
    named = to_json(list({row[1] for row in found}))
    casts = {cast.id: cast for cast in map(feeding.cast_of, rows_of(db, sql.NAMED, named))}
    of_year: dict[str, list[int]] = defaultdict(list)
    for _, cast, person, *_ in found:
        of_year[casts[cast].year].append(person)
    known = {
        (year, one.person): one
        for year, persons in of_year.items()
        if year in years
        for one in read_facts(db, list(dict.fromkeys(persons)), years[year])
    }
    made = []
    for row, cast, person, circle, is_reachable, is_there, is_stopped, is_capped, *also, lists in found:
        who = known.get((casts[cast].year, person)) if is_there else None
        division, office, group, language = also
        rostered = Rostered(division, office, group, language, frozenset(lists))
        is_now = bool(is_reachable), bool(is_stopped), bool(is_capped)
        made.append(CastRow(row, casts[cast], who, circle, *is_now, rostered))
    return made
