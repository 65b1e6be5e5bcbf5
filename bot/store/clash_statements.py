"""The SQL of rows that contradict somebody known, of their decisions, and of two persons that are one."""

OPEN = """
SELECT id, kind, employee_id, name_box, email_box, circle, person_id, other_id FROM clash
WHERE verdict IS NULL AND (?1 IS NULL OR circle IS ?1) AND (?2 IS NULL OR id = ?2) ORDER BY id
"""
#: The first one behind ?2, its place among those that wait, and how many wait.
NEXT = """
SELECT (SELECT min(id) FROM clash WHERE verdict IS NULL AND id > ?2 AND (?1 IS NULL OR circle IS ?1)),
       count(*) FILTER (WHERE id <= ?2) + 1, count(*)
FROM clash WHERE verdict IS NULL AND (?1 IS NULL OR circle IS ?1)
"""
ONE = """
SELECT kind, person_id, other_id FROM clash WHERE id = ?1 AND verdict IS NULL AND (?2 IS NULL OR circle IS ?2)
"""
AS_KNOWN = """
SELECT name_box, employee_id, email_box, mobile_box, designation_written, circle, office FROM roster WHERE person_id = ?
"""
DECIDED = "UPDATE clash SET verdict = ?2, ignores = ?3, decided_at = ?4 WHERE id = ?1"
ALIAS_EMPLOYEE = """
INSERT OR REPLACE INTO alias (kind, value, person_id) SELECT 'employee', employee_id, person_id FROM clash WHERE id = ?
"""
ALIAS_EMAIL = """
INSERT OR REPLACE INTO alias (kind, value, email_box, person_id)
SELECT 'email', email_hash, email_box, person_id FROM clash WHERE id = ?
"""
#: The e-mail by which they were known stays theirs, too, whichever the newest report says.
ALIAS_OWN_EMAIL = """
INSERT OR IGNORE INTO alias (kind, value, email_box, person_id)
SELECT 'email', r.email_hash, r.email_box, r.person_id FROM clash c JOIN roster r ON r.person_id = c.person_id
WHERE c.id = ? AND r.email_hash IS NOT NULL
"""

#: :of becomes :to. What both have is decided by the rule of reports (KEEP_REPORTED of fact_statements); what :to lacks
#: of the roster's columns it gets.
_COLUMNS = (
    "employee_id", "email_hash", "mobile_hash", "name_box", "email_box", "mobile_box", "group_written", "circle",
    "division", "office", "designation_written",
)  # fmt: skip
_FILLED = ", ".join(
    f"{one} = coalesce(roster.{one}, (SELECT {one} FROM roster WHERE person_id = :of))" for one in _COLUMNS
)
JOIN = (
    """
    INSERT OR IGNORE INTO alias (kind, value, email_box, person_id)
    SELECT 'email', email_hash, email_box, :to FROM roster WHERE person_id = :of AND email_hash IS NOT NULL
    """,
    """
    INSERT OR IGNORE INTO alias (kind, value, person_id)
    SELECT 'employee', employee_id, :to FROM roster WHERE person_id = :of AND employee_id IS NOT NULL
    """,
    "UPDATE alias SET person_id = :to WHERE person_id = :of",
    f"UPDATE roster SET {_FILLED} WHERE person_id = :to",
    """
    UPDATE roster SET (designation, meanings, is_unknown, curriculum, syllabus) =
        (SELECT designation, meanings, is_unknown, curriculum, syllabus FROM roster WHERE person_id = :of)
    WHERE person_id = :to AND designation IS NULL AND meanings = '[]' AND NOT is_unknown
      AND EXISTS (SELECT 1 FROM roster WHERE person_id = :of)
    """,
    """
    INSERT INTO claim (person_id, year, course, source, state, at, day, attempts, import_id)
    SELECT :to, year, course, source, state, at, day, attempts, import_id FROM claim WHERE person_id = :of
    ON CONFLICT (person_id, year, course, source) DO UPDATE SET
        state = excluded.state, at = excluded.at, day = coalesce(excluded.day, claim.day),
        attempts = max(coalesce(excluded.attempts, claim.attempts), coalesce(claim.attempts, excluded.attempts)),
        import_id = excluded.import_id
    WHERE CASE
        WHEN claim.state IS NULL THEN 1 WHEN excluded.state IS NULL THEN 0
        WHEN claim.year = '' OR claim.source = 'self' OR excluded.state = claim.state THEN excluded.at > claim.at
        WHEN excluded.state = 'completed' OR claim.state = 'completed' THEN excluded.state = 'completed'
        WHEN excluded.at = claim.at THEN excluded.state = 'in_progress'
        ELSE excluded.at > claim.at END
    """,
    "DELETE FROM claim WHERE person_id = :of",
    "UPDATE claim_before SET person_id = :to WHERE person_id = :of",
    """
    INSERT INTO plan (person_id, year, course, reported_at, import_id)
    SELECT :to, year, course, reported_at, import_id FROM plan WHERE person_id = :of
    ON CONFLICT (person_id, year, course) DO UPDATE SET reported_at = max(reported_at, excluded.reported_at)
    """,
    "DELETE FROM plan WHERE person_id = :of",
    "UPDATE OR IGNORE seen SET person_id = :to WHERE person_id = :of",
    "DELETE FROM seen WHERE person_id = :of",
    "UPDATE address SET person_id = :to WHERE person_id = :of",
    "UPDATE OR REPLACE link SET person_id = :to WHERE person_id = :of",
    "UPDATE link_code SET person_id = :to WHERE person_id = :of",
    "UPDATE move SET person_id = :to WHERE person_id = :of",
    "UPDATE ticket SET person_id = :to WHERE person_id = :of",
    "UPDATE member SET person_id = :to WHERE person_id = :of",
    "UPDATE clash SET person_id = :to WHERE person_id = :of",
    "UPDATE clash SET other_id = :to WHERE other_id = :of",
    "UPDATE OR IGNORE reminder SET person_id = :to WHERE person_id = :of",
    "DELETE FROM reminder WHERE person_id = :of",
    "DELETE FROM standing WHERE person_id = :of",
    "DELETE FROM crowd WHERE person_id = :of",
    """
    UPDATE OR IGNORE recipient SET person_id = :to WHERE job_id IN (SELECT id FROM broadcast) AND person_id = :of
    """,
    "UPDATE OR IGNORE audience_listed SET person_id = :to WHERE person_id = :of",
    "DELETE FROM audience_listed WHERE person_id = :of",
    "DELETE FROM roster WHERE person_id = :of",
    "INSERT INTO stale (person_id) VALUES (:to)",
)
