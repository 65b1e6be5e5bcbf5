"""All SQL of linking chats to employees on SQLite, by name, with why it is the way it is."""

# -- what a step is decided from -------------------------------------------------------------------------------------

#: Somebody of the list `r`, with the profile told in their chats; ?1: the chat that asks, which does not count.
EMPLOYEE = """
r.person_id, coalesce(r.employee_id, ''), r.designation, json(r.meanings), r.is_unknown, r.curriculum, r.syllabus,
coalesce(r.designation_written, ''), coalesce(r.settled, ''), r.circle,
p.language, p.designation, p.curriculum, p.syllabus, p.circle, p.messages_off,
(SELECT count(*) FROM address a WHERE a.person_id = r.person_id AND a.id <> ?1 AND a.channel <> 'desk')
"""
_LIST = f"SELECT json_group_array(json_array({EMPLOYEE})) FROM {{among}} JOIN person p ON p.id = r.person_id {{where}}"
CURRENT = _LIST.format(
    among="address own JOIN roster r ON r.person_id = own.person_id", where="WHERE own.id = ?1"
)  # fmt: skip
LINKED = _LIST.format(
    among="link l JOIN roster r ON r.person_id = l.person_id", where="WHERE l.address_id = ?1 AND NOT r.has_left"
)
#: One more than one is enough to say no.
BY_MOBILE = _LIST.format(
    among="(SELECT * FROM roster WHERE mobile_hash = ?2 AND NOT has_left LIMIT 2) r", where=""
)  # fmt: skip
#: By the code; the employee id beside it must be theirs (?4: as typed; an e-mail address or mobile, hashed, will do).
BY_CODE = f"""
SELECT json_group_array(json_array(c.id, json_array({EMPLOYEE})))
FROM link_code c JOIN roster r ON r.person_id = c.person_id JOIN person p ON p.id = r.person_id
WHERE c.code_hash = ?2 AND c.used_at IS NULL AND c.expires_at > ?3 AND NOT r.has_left
  AND (upper(r.employee_id) = ?4 OR r.email_hash = ?5 OR r.mobile_hash = ?6)
"""
TRIES = "SELECT coalesce(sum(at > ?2 - 3600), 0), count(*) FROM link_try WHERE address_id = ?1 AND at > ?2 - 86400"
TRIES_OF_ONE = "SELECT count(*) FROM link_try WHERE named_hash = ?1 AND at > ?2 - 86400"

# -- linking ---------------------------------------------------------------------------------------------------------

COUNT_TRY = "INSERT INTO link_try (address_id, named_hash, at) VALUES (?, ?, ?)"
USE_CODE = "UPDATE link_code SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND person_id = ?3"
IS_LISTED = "SELECT EXISTS (SELECT 1 FROM roster WHERE person_id = ?)"
OWN = "SELECT own_id FROM link WHERE address_id = ? LIMIT 1"
LINK = "INSERT OR REPLACE INTO link (address_id, person_id, own_id, how, linked_at) VALUES (?, ?, ?, ?, ?)"
SPEAKS_FOR = "SELECT person_id FROM address WHERE id = ?"
SPEAK_FOR = "UPDATE address SET person_id = ?2 WHERE id = ?1"
NEW_PERSON = """
INSERT INTO person (id, messages_off, created_at, opened_at)
SELECT (SELECT coalesce(max(id), 0) + 1 FROM person), 0, ?1, ?1 RETURNING id
"""
OPENED = """
UPDATE person SET opened_at = min(coalesce(opened_at, o.at), coalesce(o.at, opened_at))
FROM (SELECT opened_at AS at FROM person WHERE id = ?2) o WHERE person.id = ?1
"""
OTHER_CHATS = "SELECT id FROM address WHERE person_id = ?1 AND id <> ?2 AND channel <> 'desk'"
NEWS = "INSERT INTO outbox (address_id, body, created_at) VALUES (?, ?, ?)"
#: Where a circle was told that the list does not have: a request at work is moved by it.
TOLD_ELSEWHERE = """
INSERT INTO move (person_id, from_circle, to_circle, is_report)
SELECT person_id, ?2, circle, 0 FROM roster WHERE person_id = ?1 AND circle <> ?2
"""

#: Reminders that wait for the chat are those of whom it spoke for: they are judged anew for whom it speaks for now.
DROP_WAITING = """
UPDATE outbox SET state = 2, outcome = 'dropped', reason = 'moved', settled_at = ?2
WHERE address_id = ?1 AND lane = 1 AND state = 0 AND job_id IN (SELECT id FROM job WHERE kind = 'reminder')
"""
#: What is being sent at this moment settles for somebody else, so nobody will say what became of it.
LOSE_IN_FLIGHT = """
UPDATE reminder SET state = 'unknown', settled_at = ?2
WHERE state = 'waiting' AND person_id = (SELECT person_id FROM address WHERE id = ?1)
  AND job_id IN (SELECT job_id FROM outbox WHERE address_id = ?1 AND lane = 1 AND state = 1 AND job_id IS NOT NULL)
"""

# -- one person into another (?1 into ?2) ----------------------------------------------------------------------------

#: What was said of courses: by the rule of reports the newest word of one source counts.
MERGE_SAID = """
INSERT INTO claim (person_id, year, course, source, state, at, day)
SELECT ?2, year, course, source, state, at, day FROM claim WHERE person_id = ?1 AND source = 'self'
ON CONFLICT (person_id, year, course, source) DO UPDATE
SET state = excluded.state, at = excluded.at, day = excluded.day WHERE excluded.at >= claim.at
"""
DROP_SAID = "DELETE FROM claim WHERE person_id = ?1 AND source = 'self' AND ?2 <> ?1"
MOVE_SAID_BEFORE = "UPDATE claim_before SET person_id = ?2 WHERE person_id = ?1 AND source = 'self'"
#: What left today counts for both, so that nobody is reminded twice.
MERGE_REMINDED = (
    """
    DELETE FROM reminder WHERE person_id = ?2 AND state = 'skip' AND job_id IN (
        SELECT job_id FROM reminder WHERE person_id = ?1 AND state <> 'skip' AND state IN ('sent', 'unknown'))
    """,
    """
    UPDATE OR IGNORE reminder SET person_id = ?2
    WHERE person_id = ?1 AND state <> 'skip' AND state IN ('sent', 'unknown')
    """,
)
MERGE = (
    MERGE_SAID,
    DROP_SAID,
    MOVE_SAID_BEFORE,
    "UPDATE ticket SET person_id = ?2 WHERE person_id = ?1",
    "UPDATE member SET person_id = ?2 WHERE person_id = ?1",
    *MERGE_REMINDED,
    # A broadcast's recipient stays one; whoever is one twice is counted twice, as they were frozen.
    """
    UPDATE OR IGNORE recipient SET person_id = ?2 WHERE job_id IN (SELECT id FROM broadcast) AND person_id = ?1
    """,
    "UPDATE broadcast SET person_id = ?2 WHERE person_id = ?1",
    "UPDATE OR IGNORE recipient SET person_id = ?2 WHERE person_id = ?1 AND state IN ('sent', 'unknown')",
    """
    UPDATE person SET snoozed_until = coalesce(o.until, snoozed_until), hour = coalesce(o.part, hour)
    FROM (SELECT snoozed_until AS until, hour AS part FROM person WHERE id = ?1) o WHERE person.id = ?2
    """,
)
#: Nothing of a person's own is left with somebody for whom no chat speaks.
EMPTY = """
UPDATE person SET language = NULL, designation = NULL, curriculum = NULL, syllabus = NULL, circle = NULL,
                  snoozed_until = NULL, hour = NULL, messages_off = ?2, ticket_id = NULL WHERE id = ?1
"""
#: The request at work, else the one closed last: see desk_statements.TICKETS_OF_PERSONS.
OWN_TICKET = """
UPDATE person SET ticket_id = (
    SELECT id FROM ticket WHERE person_id = ?1 ORDER BY state = 'closed', state = 'open', id DESC LIMIT 1)
WHERE id = ?1
"""
STALE = "INSERT INTO stale (person_id) VALUES (?)"

# -- unlinking (?1 the chat, ?2 the employee, ?3 the chat's own person) ----------------------------------------------

IS_SPOKEN_FOR = """
SELECT EXISTS (SELECT 1 FROM address WHERE person_id = ?2 AND id <> ?1)
    OR EXISTS (SELECT 1 FROM link WHERE person_id = ?2 AND address_id <> ?1)
"""
COPY_PROFILE = """
UPDATE person SET language = o.language, designation = o.designation, curriculum = o.curriculum, syllabus = o.syllabus,
                  circle = o.circle, snoozed_until = o.snoozed_until, hour = o.hour, messages_off = o.messages_off
FROM (SELECT * FROM person WHERE id = ?2) o WHERE person.id = ?3
"""
#: What happened in this chat stays with it.
LEAVE = (
    "UPDATE ticket SET person_id = ?3 WHERE person_id = ?2 AND address_id = ?1",
    "UPDATE member SET person_id = ?3 WHERE person_id = ?2 AND address_id = ?1",
    "UPDATE address SET person_id = ?3 WHERE id = ?1 AND person_id = ?2",
    "DELETE FROM link WHERE address_id = ?1 AND person_id = ?2 AND own_id = ?3",
)
UNSETTLE = "UPDATE roster SET settled = NULL WHERE person_id = ?"
SETTLE_POST = "UPDATE roster SET settled = ?2 WHERE person_id = ?1"
LINKS_OF_CHAT = "SELECT person_id, own_id FROM link WHERE address_id = ?"
LINKED_CHATS = "SELECT address_id FROM link WHERE person_id = ?1 UNION SELECT id FROM address WHERE person_id = ?1"
NEVER_OPENED = "UPDATE person SET opened_at = NULL WHERE id = ?"
OWN_OF = "SELECT own_id FROM link WHERE address_id = ? AND person_id = ?"
DROP_LINKS = "DELETE FROM link WHERE address_id = ?"

# -- codes -----------------------------------------------------------------------------------------------------------

#: A new code makes the earlier ones useless.
END_CODES = """
UPDATE link_code SET expires_at = ?2 WHERE person_id IN (SELECT value FROM json_each(?1)) AND used_at IS NULL
  AND expires_at > ?2
"""
KEEP_CODES = """
INSERT INTO link_code (person_id, code_hash, created_at, expires_at, made_by)
SELECT value ->> 0, value ->> 1, ?2, ?3, ?4 FROM json_each(?1)
"""
#: The next employees of a circle to whom no chat is linked, for a list of codes.
UNLINKED = """
SELECT json_group_array(json_array(person_id, employee_id, coalesce(division, ''), coalesce(office, ''))) FROM (
    SELECT r.* FROM roster r
    WHERE r.circle = ?1 AND r.person_id > ?2 AND NOT r.has_left AND r.employee_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM link l WHERE l.person_id = r.person_id)
    ORDER BY r.person_id LIMIT ?3)
"""
OF_EMPLOYEE = """
SELECT json_group_array(json_array(person_id, coalesce(employee_id, ''), circle, has_left)) FROM roster
WHERE person_id IN (SELECT value FROM json_each(?))
"""

# -- how people come -------------------------------------------------------------------------------------------------

COUNT_REACH = """
INSERT INTO reach (circle, day, way, came, were_new) VALUES (?, ?, ?, 1, ?)
ON CONFLICT (circle, day, way) DO UPDATE SET came = came + 1, were_new = were_new + excluded.were_new
"""
REACH = """
SELECT json_group_array(json_array(circle, way, came, were_new)) FROM (
    SELECT circle, way, sum(came) AS came, sum(were_new) AS were_new FROM reach
    WHERE (?1 IS NULL OR circle = ?1) AND day >= ?2 GROUP BY circle, way ORDER BY circle, way)
"""

# -- moves -----------------------------------------------------------------------------------------------------------

NEWEST_MOVE = "SELECT coalesce(max(id), 0), coalesce(sum(NOT is_followed), 0) FROM (SELECT * FROM move LIMIT 2000)"
TO_FOLLOW = """
SELECT json_group_array(json_array(id, person_id, from_circle, to_circle, is_report)) FROM (
    SELECT * FROM move WHERE NOT is_followed ORDER BY id LIMIT ?)
"""
#: Of these persons the requests at work, and who works for a circle.
TICKETS_OF = """
SELECT json_group_array(t.id) FROM json_each(?) p JOIN ticket t ON t.person_id = p.value AND t.state <> 'closed'
"""
FOLLOWED = """
UPDATE move SET is_followed = 1, roles = f.value ->> 1, requests = f.value ->> 2 FROM json_each(?) f
WHERE move.id = f.value ->> 0
"""
#: For those with a chat the new circle is the one that answers speak of.
NEW_CIRCLE = """
UPDATE person SET circle = m.value ->> 1 FROM json_each(?) m
WHERE person.id = m.value ->> 0 AND EXISTS (SELECT 1 FROM address a WHERE a.person_id = person.id)
"""
#: By where from and to: how many, the first employee ids, what went along. Who told another circle before is only told
#: of with a request.
UNTOLD = """
SELECT json_group_array(json_array(from_circle, to_circle, people, json(ids), roles, requests)) FROM (
    SELECT from_circle, to_circle, count(DISTINCT person_id) AS people, sum(roles) AS roles, sum(requests) AS requests,
           (SELECT json_group_array(employee_id) FROM (
               SELECT DISTINCT r.employee_id FROM move n JOIN roster r ON r.person_id = n.person_id
               WHERE n.from_circle = m.from_circle AND n.to_circle = m.to_circle AND n.is_followed
                 AND (n.is_report OR n.requests) AND r.employee_id IS NOT NULL ORDER BY n.id LIMIT ?1)) AS ids
    FROM move m WHERE is_followed AND (is_report OR requests) GROUP BY from_circle, to_circle)
"""
TOLD = "DELETE FROM move WHERE is_followed"

# -- keeping ---------------------------------------------------------------------------------------------------------

PURGE = (
    ("DELETE FROM link_try WHERE at < ?", 2),
    ("DELETE FROM link_code WHERE coalesce(used_at, expires_at) < ?", 90),
)
