"""Where the circles stand, on SQLite: each method one function on the database's thread, or beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date

from bot.store import report_statements as sql
from bot.store import staff
from bot.store.addresses import Addresses, Key
from bot.store.choosing import save_standings
from bot.store.database import Database, rows_of
from bot.store.desk_reading import read_groups, read_staff
from bot.store.desk_rows import member_of
from bot.store.desk_statements import ADDRESS
from bot.store.fact_rows import Known
from bot.store.facts_reading import read_facts
from bot.store.outbox import put_bulk
from bot.store.reminder_rows import Stale, Stood
from bot.store.report_reading import read_calls, read_figures, read_steps, read_topics, read_unanswered, week_values
from bot.store.rows import ForReview, Post
from handlers.messages import Reply
from handlers.ticket import Member
from knowledge.catalogue import TrainingYear
from knowledge.json_text import from_json, to_json
from reminders.figures import Figures, Span, Week
from reminders.report_lists import Call, Topic
from reminders.troubles import Trouble

_Find = Callable[[Known, TrainingYear], Stood]


class ReportTables:
    """See `bot.store.report_base.ReportStore`."""

    _database: Database
    _addresses: Addresses

    async def figures(self, span: Span, content: str) -> Figures:
        return await self._database.read(lambda db: read_figures(db, span, content))

    async def find_standings(self, content: str, years: Sequence[TrainingYear], find: _Find, limit: int) -> int:
        return await self._database.run(lambda db: _find_standings(db, content, years, find, limit), is_repeatable=True)

    async def calls(self, span: Span) -> list[Call]:
        return await self._database.read(lambda db: read_calls(db, span, self._addresses.keys))

    async def unanswered(self) -> list[ForReview]:
        return await self._database.read(read_unanswered)

    async def unanswered_of(self, circle: str) -> list[Topic]:
        return await self._database.read(lambda db: read_topics(db, circle))

    async def steps(self, monday: date) -> list[Trouble]:
        return await self._database.read(lambda db: read_steps(db, monday))

    async def has_week(self, year: str, monday: date) -> bool:
        values = (year, monday.isoformat())
        return await self._database.run(lambda db: bool(db.execute(sql.HAS_WEEK, values).fetchone()[0]))

    async def keep_weeks(self, year: str, monday: date, weeks: Sequence[Week]) -> None:
        values = (year, monday.isoformat(), to_json(list(map(week_values, weeks))))
        await self._database.run(lambda db: db.execute(sql.KEEP_WEEKS, values))

    async def to_tell(self, monday: date, since: int) -> list[Member]:
        values = {"week": monday.isoformat(), "since": since}
        return await self._database.run(
            lambda db: list(map(member_of, from_json(db.execute(sql.TO_TELL, values).fetchone()[0])))
        )

    async def tell(self, monday: date, member: Member, reply: Reply, now: int) -> bool:
        week = monday.isoformat()

        def job(db: sqlite3.Connection) -> bool:
            if not db.execute(sql.TELL, (week, member.id, now)).rowcount:
                return False
            put_bulk(db, [Post(member.address, reply)], now, None, 0)
            staff.audit(db, "clock", "digest", f"to member:{member.id}, week of {week}", now)
            return True

        return await self._database.run(job)

    async def members_at(self, key: Key) -> list[Member]:
        def job(db: sqlite3.Connection) -> list[Member]:
            address, person = db.execute(ADDRESS, key).fetchone() or (0, 0)
            if any(group.address == address for group in read_groups(db)):
                return []
            return [one for one in read_staff(db) if one.person == person]

        return await self._database.run(job)


def _find_standings(
    db: sqlite3.Connection, content: str, years: Sequence[TrainingYear], find: _Find, limit: int
) -> int:
    """One batch, found from the facts of this very moment: nothing newer is ever overwritten."""
    marked = rows_of(db, sql.MARKED, limit)
    persons = list(dict.fromkeys(person for _, person in marked))
    if not marked:
        db.execute(sql.BEGIN_TO_FIND, (content,))
        persons = rows_of(db, sql.NEXT_TO_FIND, content, limit)
        db.execute(sql.FOUND_TO, (persons[-1] + 1 if persons else None,))
    stood = [find(known, year) for year in years for known in read_facts(db, persons, year)] if persons else []
    if persons:
        save_standings(db, Stale(persons, ()), stood)
        db.execute(sql.NOW_FOUND, (to_json([mark for mark, _ in marked]),))
    return len(persons)
