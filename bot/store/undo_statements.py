"""The SQL of taking an import back: what it replaced is put back, what it brought goes, a range of persons at a time.

?1: the import; ?2 and ?3: the range. `*_undo` has each row as it was before the import's first change of it.
"""

from bot.store.import_statements import ALL_COLUMNS

COUNTS = "SELECT counts FROM import WHERE id = ?"
ONE = "SELECT state, at FROM import WHERE id = ?"
#: Why it cannot be taken back: a later import, a decision, or somebody who linked their chat built on it.
_LATER = "SELECT 1 FROM {0} u JOIN import i ON i.id = u.import_id WHERE u.was_import = ?1 AND i.state <> 'undone'"
TOUCHED = (
    *(_LATER.format(table) for table in ("roster_undo", "claim_undo", "plan_undo", "seen_undo")),
    "SELECT 1 FROM clash WHERE import_id = ?1 AND verdict IS NOT NULL",
    # A row of a later import waits, or was decided, against somebody whom this one brought or changed.
    """
    SELECT 1 FROM clash c JOIN roster r ON r.person_id IN (c.person_id, c.other_id)
    WHERE c.import_id > ?1 AND r.import_id = ?1
    """,
    """
    SELECT 1 FROM roster_undo u WHERE u.import_id = ?1
      AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.person_id = u.person_id)
    """,
    """
    SELECT 1 FROM address a JOIN roster r ON r.person_id = a.person_id
    WHERE r.import_id = ?1
      AND NOT EXISTS (SELECT 1 FROM roster_undo u WHERE u.import_id = ?1 AND u.person_id = r.person_id)
    """,
)
NEXT_RANGE = """
SELECT min(id), max(id), count(*) FROM (SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?)
"""
PERSONS = "SELECT count(*) FROM person"
_RANGE = "person_id BETWEEN ?2 AND ?3"
_UNDONE = f"WHERE import_id = ?1 AND {_RANGE}"
_SETS = ", ".join(f"{one.strip()} = excluded.{one.strip()}" for one in ALL_COLUMNS.split(","))
#: In this order: what is left of the import in a range after it was put back is what it brought.
UNDO = (
    f"""
    INSERT INTO stale (person_id)
    SELECT person_id FROM claim {_UNDONE} UNION SELECT person_id FROM plan {_UNDONE}
    UNION SELECT person_id FROM roster {_UNDONE}
    """,
    f"""
    INSERT INTO claim (person_id, year, course, source, state, at, day, attempts, import_id)
    SELECT person_id, year, course, 'report', state, at, day, attempts, was_import FROM claim_undo {_UNDONE}
    ON CONFLICT (person_id, year, course, source) DO UPDATE SET
        state = excluded.state, at = excluded.at, day = excluded.day, attempts = excluded.attempts,
        import_id = excluded.import_id
    """,
    f"DELETE FROM claim {_UNDONE}",
    f"""
    INSERT INTO plan (person_id, year, course, reported_at, import_id)
    SELECT person_id, year, course, reported_at, was_import FROM plan_undo {_UNDONE}
    ON CONFLICT (person_id, year, course) DO UPDATE SET
        reported_at = excluded.reported_at, import_id = excluded.import_id
    """,
    f"DELETE FROM plan {_UNDONE}",
    f"""
    INSERT INTO seen (person_id, kind, circle, missing_since, import_id)
    SELECT person_id, kind, circle, missing_since, was_import FROM seen_undo {_UNDONE}
    ON CONFLICT (person_id, kind) DO UPDATE SET
        circle = excluded.circle, missing_since = excluded.missing_since, import_id = excluded.import_id
    """,
    f"DELETE FROM seen {_UNDONE}",
    f"""
    INSERT INTO roster (person_id, {ALL_COLUMNS}, import_id)
    SELECT person_id, {ALL_COLUMNS}, was_import FROM roster_undo {_UNDONE}
    ON CONFLICT (person_id) DO UPDATE SET {_SETS}, import_id = excluded.import_id
    """,
    f"DELETE FROM roster {_UNDONE}",
    """
    DELETE FROM person WHERE id BETWEEN ?2 AND ?3 AND opened_at IS NULL AND ?1
      AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM address a WHERE a.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM member m WHERE m.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM alias l WHERE l.person_id = person.id)
    """,
    *(f"DELETE FROM {table} {_UNDONE}" for table in ("roster_undo", "claim_undo", "plan_undo", "seen_undo")),
)
FORGET_CLASHES = "DELETE FROM clash WHERE import_id = ? AND verdict IS NULL"
LIST = "SELECT id, at, actor, kind, circle, reported_at, state, counts FROM import ORDER BY id DESC LIMIT ?"

#: What lies too far back to be taken back, a part at a time.
OLD_IMPORTS = "SELECT id FROM import WHERE at < ? AND state = 'applied'"
_PARTS = {
    "claim_undo": "import_id, person_id, year, course",
    "plan_undo": "import_id, person_id, year, course",
    "seen_undo": "import_id, person_id, kind",
    "roster_undo": "import_id, person_id",
}
FORGET_UNDO = tuple(
    f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE import_id = ? LIMIT 2000)"
    for table, key in _PARTS.items()
)
#: What training years before one left, some people at a time.
PEOPLE_OF_YEARS = """
SELECT json_group_array(person_id) FROM (
    SELECT person_id FROM claim WHERE year <> '' AND year < ?1
    UNION SELECT person_id FROM plan WHERE year < ?1 LIMIT 500)
"""
FORGET_YEARS = tuple(
    f"DELETE FROM {table} WHERE person_id IN (SELECT value FROM json_each(?2)) AND year <> '' AND year < ?1"
    for table in ("claim", "claim_before", "plan", "standing")
)
#: Its file again is still the same file.
KEEP = "UPDATE import SET state = 'kept' WHERE id = ?"
