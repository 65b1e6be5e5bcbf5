"""What a cell decides from, read from the tables: an audience counted, a broadcast's scene and its tally."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from bot.box import Keys
from bot.store import cast_statements as sql
from bot.store import desk_statements as desk_sql
from bot.store.audience_statements import Condition
from bot.store.boxed import opened
from bot.store.cast_feeding import cast_of, tally_of
from bot.store.cast_rows import Going
from bot.store.database import rows_of
from bot.store.desk_reading import read_staff, who_can_be_written_to
from bot.store.facts_reading import read_facts
from handlers.audience_who import Rostered
from handlers.cell_cast import Cast, Tally
from handlers.cell_draft import draft_from_json
from handlers.cell_rights import COMMANDING, widest
from handlers.cell_step import CellScene, Counted
from handlers.facts import Facts
from knowledge.json_text import from_json
from reminders.cast_list import Recipient

#: Broadcasts in one list.
_LISTED = 10


def count(
    db: sqlite3.Connection,
    made: Condition,
    placeholders: Sequence[str],
    offices: int,
    fingerprint: str,
    since: int,
    day: int,
) -> Counted:
    """Count an audience as its preview shows it. `day`: when today began (seconds since 1970)."""
    values = {**made.values, "day": day}
    fates: dict[str, int] = {}
    languages: dict[str, int] = {}
    for fate, language, times in _rows(db, sql.FATES, made, values):
        fates[fate] = fates.get(fate, 0) + times
        if fate == "goes":
            languages[language] = languages.get(language, 0) + times
    empties, longest = {}, {}
    for name in placeholders:
        value = sql.VALUES[name]
        empties[name] = db.execute(sql.EMPTIES.format(where=made.where, value=value), values).fetchone()[0]
        longest[name] = _longest(db, name, value, made)
    largest = _rows(db, sql.OFFICES, made, {**made.values, "offices": offices})
    alike = db.execute(sql.ALIKE, (fingerprint, since)).fetchone()[0] if fingerprint else 0
    named = tuple((office, times) for office, times in largest)
    return Counted(sum(fates.values()), fates, languages, named, empties, longest, alike)


def sample(db: sqlite3.Connection, made: Condition, language: str) -> tuple[Facts, Rostered] | None:
    """Somebody who would get it, best one who reads that language."""
    row = db.execute(sql.SAMPLE.format(where=made.where), {**made.values, "language": language}).fetchone()
    if row is None:
        return None
    (known,) = read_facts(db, [row[0]], made.year)
    return known.facts, Rostered(*db.execute(sql.ALSO, (row[0],)).fetchone())


def count_only(db: sqlite3.Connection, made: Condition) -> int:
    """How many the audience has."""
    return int(db.execute(sql.COUNT.format(where=made.where), made.values).fetchone()[0])


def missed(db: sqlite3.Connection, keys: Keys, made: Condition, day: int) -> list[Recipient]:
    """Who of the audience would not get it, and why."""
    values = {**made.values, "day": day}
    return [_recipient(row, keys) for row in db.execute(sql.MISSED.format(where=made.where), values)]


def outcomes(db: sqlite3.Connection, keys: Keys, cast: int) -> list[Recipient]:
    """What became of everybody in a broadcast's audience."""
    return [_recipient(row, keys) for row in db.execute(sql.OUTCOMES, (cast,))]


def _recipient(row: Sequence[Any], keys: Keys) -> Recipient:
    *known, name, mobile = row
    return Recipient(*known, *(opened(keys, kind, box) for kind, box in (("name", name), ("mobile", mobile))))


def read_cell(db: sqlite3.Connection, address: int, cast: int) -> CellScene:
    """The facts of what somebody of the staff does at an address; `cast`: the broadcast that it names (0: none)."""
    person = db.execute(desk_sql.CHAT, (address,)).fetchone()[2]
    staff = read_staff(db)
    members = tuple(one for one in staff if one.person == person and one.role in COMMANDING)
    if not members:
        return CellScene(address, (), "en")
    member = widest(members)
    kept = db.execute(sql.TALK, (member.id, address)).fetchone()
    named = _named(db, cast) if cast else None
    stops = tuple(circle for circle, *_ in db.execute(sql.STOPS))
    lists = tuple((str(id_), name) for id_, name in db.execute(sql.LISTS, (member.circle,)))
    return CellScene(
        address=address,
        members=members,
        language=member.language,
        draft=draft_from_json(kept[1]) if kept and kept[0] == "cast" else None,
        staff=tuple(one for one in who_can_be_written_to(db) if one.role in COMMANDING),
        casts=tuple(map(cast_of, rows_of(db, sql.NEWEST, member.circle, _LISTED))),
        cast=named,
        tally=tally_of(db, named.id) if named else None,
        lists=lists,
        stops=stops,
    )


def read_going(db: sqlite3.Connection, cast: int) -> Going:
    """A broadcast with what became of its audience so far."""
    row, shown, shown_row, counts = from_json(db.execute(sql.GOING, (cast,)).fetchone()[0])
    one = cast_of(row)
    return Going(one, Tally(one.size, one.is_frozen, {(s, why): n for s, why, n in counts}), shown, shown_row)


def _named(db: sqlite3.Connection, id_: int) -> Cast | None:
    row = db.execute(sql.ONE, (id_,)).fetchone()
    return cast_of(from_json(row[0])) if row else None


def _rows(db: sqlite3.Connection, statement: str, made: Condition, values: dict[str, object]) -> list[list[Any]]:
    """The values of a statement over the audience."""
    found: list[list[Any]] = from_json(db.execute(statement.format(where=made.where), values).fetchone()[0])
    return found


def _longest(db: sqlite3.Connection, name: str, value: str, made: Condition) -> str:
    """The longest value; of what the catalogue names, the name that is longest in either language."""
    found = [row[0] for row in db.execute(sql.DIFFERENT.format(where=made.where, value=value), made.values)]
    if name in ("designation", "circle"):
        known = made.catalogue.designations if name == "designation" else made.catalogue.places
        names = [known[id_].name for id_ in found if id_ in known]
        found = [said for one in names for said in (one.en, one.hi)]
    return max(found, key=len, default="")
