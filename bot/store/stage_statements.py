"""The SQL of an import's staging: a file of its own, attached as `stage`, thrown away when the import has ended.

Persons of the store have their numbers, those whom the file brings -1, -2, …; a row that has nothing but a mobile waits
under a number of its own from `WAITING` on until the whole file is read.
"""

#: Below it: rows with nothing but a mobile, before it is known whose they are.
WAITING = -(1 << 40)

#: Personal data stand in it encrypted or as keyed hashes only, and it may be lost at any moment.
ATTACH = "ATTACH DATABASE ? AS stage"
SET_UP = """
PRAGMA stage.journal_mode=OFF;
PRAGMA stage.synchronous=OFF;
PRAGMA stage.cache_size=-48000;
PRAGMA stage.locking_mode=EXCLUSIVE;
CREATE TABLE stage.thing (
    id INTEGER PRIMARY KEY, year TEXT NOT NULL, course TEXT NOT NULL, state TEXT, day TEXT, attempts INTEGER,
    is_planned INTEGER NOT NULL);
CREATE TABLE stage.fact (person INTEGER NOT NULL, at INTEGER NOT NULL, thing INTEGER NOT NULL);
CREATE TABLE stage.said (
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL, employee_id TEXT, email_hash TEXT, mobile_hash TEXT,
    name_box BLOB, email_box BLOB, mobile_box BLOB, designation_written TEXT, designation TEXT, meanings TEXT,
    is_unknown INTEGER, group_written TEXT, circle TEXT, division TEXT, office TEXT, has_left INTEGER,
    reported_at INTEGER NOT NULL, name_rank INTEGER, email_rank INTEGER, mobile_rank INTEGER, post_rank INTEGER,
    group_rank INTEGER, circle_rank INTEGER, division_rank INTEGER, office_rank INTEGER, left_rank INTEGER);
CREATE TABLE stage.problem (first INTEGER PRIMARY KEY, box BLOB NOT NULL);
CREATE TABLE stage.waiting (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, box BLOB NOT NULL);
CREATE TABLE stage.mobile (mobile_hash TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (mobile_hash, person)
) WITHOUT ROWID;
CREATE TABLE stage.clash (
    employee_id TEXT NOT NULL, email_hash TEXT NOT NULL, kind TEXT NOT NULL, kept INTEGER NOT NULL, other INTEGER,
    email_box BLOB, name_box BLOB, circle TEXT, UNIQUE (employee_id, email_hash));
CREATE TABLE stage.somebody (person INTEGER PRIMARY KEY, circle TEXT, class TEXT);
"""

# -- while the file is read ------------------------------------------------------------------------------------------

#: Who of the store has these keys: what the file may say anew of them is known by the other columns.
KNOWN_BY_EMPLOYEE = """
SELECT k.value, r.person_id, r.employee_id, r.email_hash, r.mobile_hash, r.name_box FROM json_each(?) k
JOIN roster r ON r.employee_id = k.value
UNION ALL
SELECT k.value, r.person_id, r.employee_id, r.email_hash, r.mobile_hash, r.name_box FROM json_each(?1) k
JOIN alias a ON a.kind = 'employee' AND a.value = k.value JOIN roster r ON r.person_id = a.person_id
"""
KNOWN_BY_EMAIL = """
SELECT k.value, r.person_id, r.employee_id, r.email_hash, r.mobile_hash, r.name_box FROM json_each(?) k
JOIN roster r ON r.email_hash = k.value
UNION ALL
SELECT k.value, r.person_id, r.employee_id, r.email_hash, r.mobile_hash, r.name_box FROM json_each(?1) k
JOIN alias a ON a.kind = 'email' AND a.value = k.value JOIN roster r ON r.person_id = a.person_id
"""
#: Of two persons, so read without one key; and e-mails whose rows wait for a decision.
APART = "SELECT employee_id, email_hash, ignores FROM clash WHERE verdict = 'two'"
DISPUTED = "SELECT email_hash FROM clash WHERE verdict IS NULL AND kind = 'other-email'"

KNOWN_PERSON = "SELECT employee_id, email_hash, mobile_hash, name_box FROM roster WHERE person_id = ?"

KEEP_THING = "INSERT INTO stage.thing VALUES (?, ?, ?, ?, ?, ?, ?)"
KEEP_FACTS = "INSERT INTO stage.fact (person, at, thing) VALUES (?, ?, ?)"
#: Many at once, which is four times as fast as one after another.
FACTS_AT_ONCE = 300
KEEP_MANY_FACTS = KEEP_FACTS + ", (?, ?, ?)" * (FACTS_AT_ONCE - 1)
KEEP_SAID = f"INSERT INTO stage.said VALUES (NULL{', ?' * 26})"
KEEP_PROBLEMS = "INSERT INTO stage.problem VALUES (?, ?)"
KEEP_WAITING = "INSERT INTO stage.waiting (person, box) VALUES (?, ?)"
KEEP_CLASH = "INSERT OR IGNORE INTO stage.clash VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

# -- once it is read -------------------------------------------------------------------------------------------------

#: Everybody who has a mobile that a waiting row has: of the store, and of the file.
WHO_HAS_MOBILES = f"""
INSERT OR IGNORE INTO stage.mobile
SELECT w.mobile_hash, r.person_id FROM stage.said w JOIN roster r ON r.mobile_hash = w.mobile_hash
WHERE w.person <= {WAITING}
UNION
SELECT w.mobile_hash, s.person FROM stage.said w JOIN stage.said s ON s.mobile_hash = w.mobile_hash
WHERE w.person <= {WAITING} AND s.person > {WAITING}
"""
#: And who of the store had it before this very file (?: its import) was taken in earlier: it may have replaced it.
WHO_HAD_MOBILES = f"""
INSERT OR IGNORE INTO stage.mobile
SELECT w.mobile_hash, u.person_id FROM roster_undo u CROSS JOIN stage.said w ON w.mobile_hash = u.mobile_hash
WHERE u.import_id = ? AND w.person <= {WAITING}
"""
INDEX_MOBILES = "CREATE INDEX stage.said_mobile ON said (mobile_hash)"
#: Made when all is there: sorted at once, they cost a tenth of what they would row by row.
INDEXES = (
    "CREATE INDEX stage.said_person ON said (person, id)",
    "CREATE INDEX stage.fact_person ON fact (person, at, thing)",
)
WAITING_PERSONS = f"""
SELECT w.person, (SELECT json_group_array(m.person) FROM stage.mobile m WHERE m.mobile_hash = w.mobile_hash)
FROM stage.said w WHERE w.person <= {WAITING} GROUP BY w.person ORDER BY w.person DESC
"""
NAMES_SAID = "SELECT id, name_box FROM stage.said WHERE person = ?"
NAME_AS_BEFORE = "UPDATE stage.said SET name_box = NULL WHERE id = ?"
#: ?1: the number, ?2: whose they are.
MOVE_WAITING = (
    "UPDATE stage.fact SET person = ?2 WHERE person = ?1",
    """
    UPDATE stage.said SET person = ?2, mobile_box = iif(EXISTS (
        SELECT 1 FROM roster r WHERE r.person_id = ?2 AND r.mobile_hash = said.mobile_hash), NULL, mobile_box)
    WHERE person = ?1
    """,
)
DROP_WAITING = ("DELETE FROM stage.fact WHERE person = ?", "DELETE FROM stage.said WHERE person = ?")
ROWS_WAITING = "SELECT box FROM stage.waiting WHERE person = ? ORDER BY id"
#: Mobiles that several people have.
SHARED_MOBILES = """
SELECT count(*) FROM (
    SELECT mobile_hash FROM (
        SELECT s.mobile_hash, s.person FROM stage.said s WHERE s.mobile_hash IS NOT NULL
        UNION SELECT r.mobile_hash, r.person_id FROM stage.said s JOIN roster r ON r.mobile_hash = s.mobile_hash
    ) GROUP BY mobile_hash HAVING count(DISTINCT person) > 1)
"""
PROBLEMS = "SELECT box FROM stage.problem ORDER BY first"

#: A box that was left out because the store has the same: an earlier row of the same person may replace that.
FILL_BOXES = """
UPDATE stage.said SET
    name_box = coalesce(said.name_box, iif(said.name_rank IS NULL, NULL, r.name_box)),
    email_box = coalesce(said.email_box, iif(said.email_hash = r.email_hash, r.email_box, NULL)),
    mobile_box = coalesce(said.mobile_box, iif(said.mobile_hash = r.mobile_hash, r.mobile_box, NULL))
FROM roster r WHERE r.person_id = said.person
  AND said.person IN (SELECT person FROM stage.said WHERE person > 0 GROUP BY person HAVING count(*) > 1)
"""

# -- what it would change --------------------------------------------------------------------------------------------


#: `s` says a value that is newer than that of the store's row `r`. At the same time the user report's, whose rank is
#: higher; of two of one rank the earlier stands.
def _newer(name: str) -> str:
    return f"(s.{name}_rank > coalesce(r.{name}_rank, -1))"


_DIFFERS = f"""
(r.employee_id IS NULL AND s.employee_id IS NOT NULL)
OR ({_newer("name")} AND s.name_box IS NOT NULL) OR ({_newer("email")} AND s.email_box IS NOT NULL)
OR ({_newer("mobile")} AND s.mobile_box IS NOT NULL)
OR ({_newer("post")} AND (s.designation, s.meanings, s.is_unknown, iif(s.is_unknown, s.designation_written, ''))
    IS NOT (r.designation, r.meanings, r.is_unknown, iif(r.is_unknown, r.designation_written, '')))
OR ({_newer("group")} AND s.group_written IS NOT r.group_written) OR ({_newer("circle")} AND s.circle IS NOT r.circle)
OR ({_newer("division")} AND s.division IS NOT r.division) OR ({_newer("office")} AND s.office IS NOT r.office)
OR ({_newer("left")} AND s.has_left IS NOT r.has_left)
"""
#: Everybody the file has good rows of, with the circle that its newest row says.
PEOPLE = """
INSERT INTO stage.somebody SELECT person, circle, iif(person < 0, 'new', 'unchanged') FROM (
    SELECT person, circle, max(coalesce(circle_rank, -1)) FROM stage.said GROUP BY person)
"""
CHANGED_PEOPLE = f"""
UPDATE stage.somebody SET class = 'changed' WHERE person > 0 AND person IN (
    SELECT s.person FROM stage.said s JOIN roster r ON r.person_id = s.person WHERE {_DIFFERS})
"""
_BOTH = "c.state = 'completed' AND t.state = 'completed'"
#: Of whom a fact `f`, which is the thing `t`, changes the claim `c`: see KEEP_FACTS of import_statements.
CHANGED_FACTS = f"""
UPDATE stage.somebody SET class = 'changed' WHERE class = 'unchanged' AND person IN (
    SELECT f.person FROM stage.fact f CROSS JOIN stage.thing t ON t.id = f.thing
    LEFT JOIN claim c ON c.person_id = f.person AND c.year = t.year AND c.course = t.course AND c.source = 'report'
    WHERE f.person > 0 AND t.state IS NOT NULL AND CASE
        WHEN c.person_id IS NULL OR c.state IS NULL THEN 1
        WHEN max(coalesce(t.attempts, -1), coalesce(c.attempts, -1)) <> coalesce(c.attempts, -1) THEN 1
        WHEN t.year = '' THEN f.at > c.at AND t.state <> c.state
        WHEN {_BOTH} THEN t.day IS NOT NULL AND t.day IS NOT c.day AND (f.at > c.at OR c.day IS NULL)
        WHEN t.state = c.state THEN f.at > c.at AND t.day IS NOT c.day
        WHEN t.state = 'completed' OR c.state = 'completed' THEN t.state = 'completed'
        ELSE f.at > c.at OR f.at = c.at AND t.state = 'in_progress' END)
"""
CHANGED_PLANS = """
UPDATE stage.somebody SET class = 'changed' WHERE class = 'unchanged' AND person IN (
    SELECT f.person FROM stage.fact f CROSS JOIN stage.thing t ON t.id = f.thing
    WHERE f.person > 0 AND t.is_planned
      AND NOT EXISTS (SELECT 1 FROM plan c WHERE c.person_id = f.person AND c.year = t.year AND c.course = t.course))
"""
MOVED_PEOPLE = f"""
UPDATE stage.somebody SET class = 'moved' WHERE class = 'changed' AND person IN (
    SELECT s.person FROM stage.said s JOIN roster r ON r.person_id = s.person
    WHERE {_newer("circle")} AND r.circle IS NOT NULL AND s.circle <> r.circle)
"""
CLASSES = "SELECT class, count(*) FROM stage.somebody GROUP BY class"
CIRCLES = "SELECT circle, count(*) FROM stage.somebody WHERE circle IS NOT NULL GROUP BY circle ORDER BY circle"
#: Titles that match no course, and how many people have them.
UNMATCHED = """
SELECT t.course, count(DISTINCT f.person) FROM stage.thing t JOIN stage.fact f ON f.thing = t.id
WHERE t.course LIKE '=%' GROUP BY t.course ORDER BY 2 DESC, 1
"""
#: Who was in the last report of a kind and circle, is still there, and is not in this file.
_WAS_THERE = """
FROM seen e JOIN roster r ON r.person_id = e.person_id
WHERE e.kind = ?1 AND e.circle = ?2 AND e.missing_since IS NULL AND r.circle = e.circle AND NOT r.has_left
"""
WAS_THERE = f"SELECT count(*) {_WAS_THERE}"
_NOT_IN_FILE = "AND NOT EXISTS (SELECT 1 FROM stage.somebody b WHERE b.person = e.person_id)"
MISSING = f"SELECT count(*) {_WAS_THERE} {_NOT_IN_FILE}"
SOME_MISSING = f"SELECT e.person_id {_WAS_THERE} {_NOT_IN_FILE} ORDER BY e.person_id LIMIT ?3"
SOME_OF_CLASS = "SELECT person FROM stage.somebody WHERE class = ? ORDER BY abs(person) LIMIT ?"
#: A sample's person as the store has them, and as the file says.
AS_KNOWN = """
SELECT name_box, employee_id, email_box, mobile_box, designation_written, circle, office FROM roster WHERE person_id = ?
"""
AS_SAID = """
SELECT name_box, employee_id, email_box, mobile_box, designation_written, circle, office FROM stage.said
WHERE person = ? ORDER BY id LIMIT 1
"""
