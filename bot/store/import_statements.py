"""The SQL of applying an import from its staging. A chunk is a range of the staging's persons.

?1 and ?2: the range; ?3: the import; ?4: what is added to a new person's number, negated, to have
its id (see bot.imports.applying).
"""

_PERSON = "iif(s.person < 0, ?4 - s.person, s.person)"
_CHUNK = "s.person BETWEEN ?1 AND ?2"


def _newer(name: str) -> str:
    return f"(excluded.{name}_rank > coalesce(roster.{name}_rank, -1))"


def _take(name: str, *columns: str) -> str:
    """Set columns where the new row's value is the newer one; a box that is left out is as it was."""
    return ", ".join(
        f"{column} = iif({_newer(name)}, coalesce(excluded.{column}, roster.{column}), roster.{column})"
        for column in (*columns, f"{name}_rank")
    )


_RANKED = ("name", "email", "mobile", "post", "group", "circle", "division", "office", "left")
_COLUMNS = """
employee_id, email_hash, mobile_hash, name_box, email_box, mobile_box, designation_written, designation, meanings,
is_unknown, group_written, circle, division, office, has_left, reported_at, name_rank, email_rank, mobile_rank,
post_rank, group_rank, circle_rank, division_rank, office_rank, left_rank
"""
#: What the store's row has beside it.
ALL_COLUMNS = f"curriculum, syllabus, {_COLUMNS}"
_ANY_NEWER = " OR ".join(
    f"s.{name}_rank > coalesce(r.{name}_rank, -1)" for name in _RANKED
)  # the same as in the upsert, of a join
_POST = f"{_newer('post')} AND excluded.designation IS NOT roster.designation"
_SETTLED = ", ".join(f"{one} = iif({_POST}, NULL, roster.{one})" for one in ("curriculum", "syllabus"))
#: A new designation, or none, replaces all of the old one.
_POSTS = ", ".join(
    f"{one} = iif({_newer('post')}, excluded.{one}, roster.{one})"
    for one in ("designation_written", "designation", "meanings", "is_unknown")
)

LAST_PERSON = "SELECT coalesce(max(id), 0) FROM person"
NEW_PERSONS = f"""
INSERT INTO person (id, created_at) SELECT {_PERSON}, ?3 FROM stage.somebody s WHERE {_CHUNK} AND s.person < 0
ORDER BY 1
"""
#: What the store had, once an import, before the import's first change of it.
ROSTER_UNDO = f"""
INSERT OR IGNORE INTO roster_undo (import_id, person_id, {ALL_COLUMNS}, was_import)
SELECT ?3, r.person_id, {", ".join("r." + one.strip() for one in ALL_COLUMNS.split(","))}, r.import_id
FROM stage.said s JOIN roster r ON r.person_id = s.person
WHERE {_CHUNK} AND r.import_id IS NOT ?3
  AND (({_ANY_NEWER}) OR (r.employee_id IS NULL AND s.employee_id IS NOT NULL))
"""
KEEP_ROSTER = f"""
INSERT INTO roster (person_id, {_COLUMNS}, import_id)
SELECT {_PERSON}, s.employee_id, s.email_hash, s.mobile_hash, s.name_box, s.email_box, s.mobile_box,
       s.designation_written, s.designation, coalesce(s.meanings, '[]'), coalesce(s.is_unknown, 0), s.group_written,
       s.circle, s.division, s.office, coalesce(s.has_left, 0), s.reported_at, s.name_rank, s.email_rank,
       s.mobile_rank, s.post_rank, s.group_rank, s.circle_rank, s.division_rank, s.office_rank, s.left_rank, ?3
FROM stage.said s WHERE {_CHUNK} ORDER BY 1, s.id
ON CONFLICT (person_id) DO UPDATE SET
    employee_id = coalesce(roster.employee_id, excluded.employee_id), {_SETTLED}, {_POSTS},
    {_take("name", "name_box")}, {_take("email", "email_hash", "email_box")},
    {_take("mobile", "mobile_hash", "mobile_box")}, {_take("post")}, {_take("group", "group_written")},
    {_take("circle", "circle")}, {_take("division", "division")}, {_take("office", "office")},
    {_take("left", "has_left")}, reported_at = max(coalesce(roster.reported_at, 0), excluded.reported_at),
    import_id = excluded.import_id
WHERE {" OR ".join(map(_newer, _RANKED))} OR (roster.employee_id IS NULL AND excluded.employee_id IS NOT NULL)
"""

#: What reports say, as `handlers.progress.merge` and KEEP_REPORTED of fact_statements have it; what says the same
#: of the same moment is no change.
_BOTH = "{0}.state = 'completed' AND {1}.state = 'completed'"


def _is_newer(new: str, at: str, old: str) -> str:
    """Whether a claim `new`, said at `at`, replaces something of the claim `old`."""
    both = _BOTH.format(new, old)
    more = f"coalesce({new}.attempts, -1) > coalesce({old}.attempts, -1)"
    return f"""CASE
        WHEN {old}.state IS NULL THEN {at} >= {old}.at
        WHEN {old}.year = '' THEN {at} > {old}.at
        WHEN {both} THEN {at} > {old}.at OR ({old}.day IS NULL AND {new}.day IS NOT NULL) OR {more}
        WHEN {new}.state = 'completed' OR {old}.state = 'completed' THEN {new}.state = 'completed'
        WHEN {at} = {old}.at THEN ({new}.state = 'in_progress' AND {old}.state <> 'in_progress')
            OR ({new}.state = {old}.state AND {more})
        ELSE {at} > {old}.at END"""


_FACTS = """
FROM stage.fact s CROSS JOIN stage.thing t ON t.id = s.thing
"""
CLAIM_UNDO = f"""
INSERT OR IGNORE INTO claim_undo (import_id, person_id, year, course, state, at, day, attempts, was_import)
SELECT ?3, c.person_id, c.year, c.course, c.state, c.at, c.day, c.attempts, c.import_id {_FACTS}
CROSS JOIN claim c ON c.person_id = s.person AND c.year = t.year AND c.course = t.course AND c.source = 'report'
WHERE {_CHUNK} AND t.state IS NOT NULL AND c.import_id IS NOT ?3 AND {_is_newer("t", "s.at", "c")}
"""
_TWO = _BOTH.format("claim", "excluded")
KEEP_FACTS = f"""
INSERT INTO claim (person_id, year, course, source, state, at, day, attempts, import_id)
SELECT {_PERSON}, t.year, t.course, 'report', t.state, s.at, t.day, t.attempts, ?3 {_FACTS}
WHERE {_CHUNK} AND t.state IS NOT NULL ORDER BY 1, s.at, s.thing
ON CONFLICT (person_id, year, course, source) DO UPDATE SET
    state = excluded.state,
    at = iif({_TWO}, max(excluded.at, claim.at), excluded.at),
    day = CASE WHEN NOT ({_TWO}) THEN excluded.day
               WHEN excluded.at >= claim.at THEN coalesce(excluded.day, claim.day)
               ELSE coalesce(claim.day, excluded.day) END,
    attempts = max(coalesce(excluded.attempts, claim.attempts), coalesce(claim.attempts, excluded.attempts)),
    import_id = excluded.import_id
WHERE {_is_newer("excluded", "excluded.at", "claim")}
"""
PLAN_UNDO = f"""
INSERT OR IGNORE INTO plan_undo (import_id, person_id, year, course, reported_at, was_import)
SELECT ?3, c.person_id, c.year, c.course, c.reported_at, c.import_id {_FACTS}
CROSS JOIN plan c ON c.person_id = s.person AND c.year = t.year AND c.course = t.course
WHERE {_CHUNK} AND t.is_planned AND c.import_id IS NOT ?3 AND s.at > c.reported_at
"""
KEEP_PLAN = f"""
INSERT INTO plan (person_id, year, course, reported_at, import_id)
SELECT {_PERSON}, t.year, t.course, s.at, ?3 {_FACTS} WHERE {_CHUNK} AND t.is_planned ORDER BY 1, s.at, s.thing
ON CONFLICT (person_id, year, course) DO UPDATE SET reported_at = excluded.reported_at, import_id = excluded.import_id
WHERE excluded.reported_at > plan.reported_at
"""
#: ?5: the kind; ?6: the circles of which this is the newest report. An older one says nothing of who is there.
SEEN_UNDO = f"""
INSERT OR IGNORE INTO seen_undo (import_id, person_id, kind, circle, missing_since, was_import)
SELECT ?3, c.person_id, c.kind, c.circle, c.missing_since, c.import_id
FROM stage.somebody s CROSS JOIN seen c ON c.person_id = s.person AND c.kind = ?5
WHERE {_CHUNK} AND s.circle IN (SELECT value FROM json_each(?6)) AND c.import_id IS NOT ?3
"""
KEEP_SEEN = f"""
INSERT INTO seen (person_id, kind, circle, import_id)
SELECT {_PERSON}, ?5, s.circle, ?3 FROM stage.somebody s
WHERE {_CHUNK} AND s.circle IN (SELECT value FROM json_each(?6)) ORDER BY 1
ON CONFLICT (person_id, kind) DO UPDATE
SET circle = excluded.circle, import_id = excluded.import_id, missing_since = NULL
WHERE seen.import_id IS NOT excluded.import_id OR seen.missing_since IS NOT NULL
"""
STALE = f"INSERT INTO stale (person_id) SELECT {_PERSON} FROM stage.somebody s WHERE {_CHUNK} AND ?3"
NEXT_KNOWN = "SELECT person FROM stage.somebody WHERE person > ? ORDER BY person LIMIT ?"
LAST_NEW = "SELECT -coalesce(min(person), 0) FROM stage.somebody WHERE person < 0"

# -- the import itself -----------------------------------------------------------------------------------------------

#: The same file for the same circle: begun and not ended, or applied before.
SAME_FILE = """
SELECT id, state, reported_at FROM import
WHERE file_hash = ? AND circle IS ? AND state IN ('applying', 'applied', 'kept') ORDER BY id DESC LIMIT 1
"""
#: What a preview stands on: it holds as long as no other import, nor a decision, came in between.
MARK = """
SELECT (SELECT json_group_array(json_array(id, state)) FROM import),
       (SELECT count(*) FROM clash WHERE verdict IS NOT NULL)
"""
BEGIN = """
INSERT INTO import (at, actor, kind, circle, file_hash, reported_at, state, counts)
VALUES (?, ?, ?, ?, ?, ?, 'applying', '{}')
"""
BEGIN_CIRCLE = "INSERT OR IGNORE INTO import_circle (import_id, kind, circle, reported_at) VALUES (?, ?, ?, ?)"
ENDED = "UPDATE import SET state = ?2, counts = coalesce(?3, counts) WHERE id = ?1"
STATE = "UPDATE import SET state = ? WHERE id = ?"
#: The newest report of a kind that a circle has, beside an import.
NEWEST = """
SELECT coalesce(max(c.reported_at), 0) FROM import_circle c JOIN import i ON i.id = c.import_id
WHERE c.kind = ? AND c.circle = ? AND i.state IN ('applying', 'applied', 'kept') AND i.id IS NOT ?
"""
#: Who was in an earlier report of a kind and circle, is there no more: marked, a part at a time.
NEXT_MISSING = """
SELECT json_group_array(person_id) FROM (
    SELECT e.person_id FROM seen e JOIN roster r ON r.person_id = e.person_id
    WHERE e.kind = ?2 AND e.circle = ?3 AND e.import_id < ?1 AND e.missing_since IS NULL AND r.circle = e.circle
      AND NOT r.has_left LIMIT ?4)
"""
MISSING_UNDO = """
INSERT OR IGNORE INTO seen_undo (import_id, person_id, kind, circle, missing_since, was_import)
SELECT ?1, c.person_id, c.kind, c.circle, c.missing_since, c.import_id
FROM json_each(?3) p CROSS JOIN seen c ON c.person_id = p.value AND c.kind = ?2
"""
MARK_MISSING = """
UPDATE seen SET missing_since = ?1 WHERE kind = ?2 AND person_id IN (SELECT value FROM json_each(?3))
"""
KEEP_CLASHES = """
INSERT INTO clash (kind, employee_id, email_hash, email_box, name_box, person_id, other_id, circle, import_id, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (employee_id, email_hash) DO NOTHING
"""
#: In the order of the file.
CLASHES = """
SELECT kind, employee_id, email_hash, email_box, name_box, kept, other, circle FROM stage.clash ORDER BY rowid
"""
