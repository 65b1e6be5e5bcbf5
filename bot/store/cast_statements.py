"""All SQL of broadcasts on SQLite, by name, with why it is the way it is. The audience's part is in
`audience_statements`."""

from bot.store.audience_statements import ADDRESS, REACHABLE

CAST = """
b.id, b.member_id, b.person_id, b.address_id, b.circle, b.language, b.year, b.audience, coalesce(b.text_en, ''),
coalesce(b.text_hi, ''), b.fingerprint, b.stage, b.needs, b.send_at, b.confirmed_at, coalesce(b.approved_by, 0),
coalesce(b.started_at, 0), coalesce(b.ended_at, 0), b.is_frozen, b.is_closed, b.size
"""
_IS_OWNED = """
p.ticket_id IS NOT NULL AND EXISTS (SELECT 1 FROM ticket t WHERE t.id = p.ticket_id AND t.state = 'claimed')
"""
#: Why somebody does not get it now ("": they do); one broadcast a person and day, which is India's.
_FATE = """
CASE WHEN c.fate <> '' THEN c.fate WHEN c.person_id IN (
    SELECT g.person_id FROM recipient g WHERE g.state IN ('sent', 'unknown') AND g.at >= :day)
THEN 'daily_cap' ELSE 'goes' END
"""

# -- counting: beside the writer, on a connection of its own ---------------------------------------------------------

COUNT = "SELECT count(*) FROM crowd c WHERE {where}"
FATES = f"""
SELECT json_group_array(json_array(fate, language, times)) FROM (
    SELECT {_FATE} AS fate, coalesce(c.language, '') AS language, count(*) AS times FROM crowd c WHERE {{where}}
    GROUP BY 1, 2)
"""
OFFICES = """
SELECT json_group_array(json_array(office, times)) FROM (
    SELECT coalesce((SELECT trim(r.office) FROM roster r WHERE r.person_id = g.one), '') AS office, times FROM (
        SELECT min(c.person_id) AS one, count(*) AS times FROM crowd c WHERE {where} GROUP BY c.office
        ORDER BY 2 DESC, 1 LIMIT :offices) g)
"""
#: Values that recipients may lack; what is left to do and of how many is known with the list.
VALUES = {
    "division": "c.division", "office": "c.office", "designation": "c.designation", "circle": "c.circle",
    "left": "iif(c.unmet IS NULL, NULL, '99')", "total": "iif(c.unmet IS NULL, NULL, '99')",
}  # fmt: skip
EMPTIES = "SELECT count(*) FROM crowd c WHERE {where} AND coalesce({value}, '') = '' AND c.fate = ''"
DIFFERENT = """
SELECT DISTINCT {value} FROM crowd c WHERE {where} AND {value} <> '' AND c.fate = ''
ORDER BY length({value}) DESC LIMIT 200
"""
#: Somebody who would get it, best in a language (?).
SAMPLE = """
SELECT c.person_id FROM crowd c WHERE {where} AND c.fate = '' ORDER BY c.language IS NOT :language, c.person_id LIMIT 1
"""
ALSO = """
SELECT coalesce(r.division, ''), coalesce(r.office, ''), coalesce(r.group_written, ''), coalesce(p.language, '')
FROM person p LEFT JOIN roster r ON r.person_id = p.id WHERE p.id = ?
"""
#: Who would not get it, for calling them.
MISSED = f"""
SELECT c.person_id, coalesce(r.employee_id, ''), coalesce(c.designation, ''), coalesce(c.circle, ''),
       coalesce(r.division, ''), coalesce(r.office, ''), {_FATE} AS fate, '', 0, r.name_box, r.mobile_box
FROM crowd c LEFT JOIN roster r ON r.person_id = c.person_id
WHERE {{where}} AND {_FATE} <> 'goes' ORDER BY 4, 5, 6, 2, 1
"""

# -- freezing --------------------------------------------------------------------------------------------------------

BEGIN_JOB = "INSERT INTO job (kind, created_at) VALUES ('broadcast', ?)"
KEEP = """
INSERT INTO broadcast (id, member_id, person_id, address_id, circle, language, year, audience, text_en, text_hi,
                       fingerprint, stage, needs, send_at, confirmed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?)
"""
CHANGE = """
UPDATE broadcast SET stage = ?2, send_at = ?3, approved_by = nullif(?4, 0), started_at = nullif(?5, 0),
                     ended_at = nullif(?6, 0), is_closed = ?7, is_told = is_told AND ?7 WHERE id = ?1
"""
NEXT_RANGE = """
SELECT frozen_to, (SELECT max(person_id) FROM (
    SELECT person_id FROM crowd WHERE year = b.year AND person_id > frozen_to ORDER BY person_id LIMIT ?2))
FROM broadcast b WHERE id = ?1
"""
FREEZE_RANGE = f"""
INSERT INTO recipient (job_id, person_id, address_id, circle, state, at)
SELECT :job, p.id, {ADDRESS}, c.circle,
       CASE coalesce({REACHABLE}, -1) WHEN -1 THEN 'no_channel' WHEN 0 THEN 'blocked' ELSE
           CASE WHEN p.messages_off THEN 'opted_out' WHEN {_IS_OWNED} THEN 'held' ELSE 'waiting' END END, :now
FROM crowd c JOIN person p ON p.id = c.person_id WHERE c.person_id > :after AND c.person_id <= :upto AND {{where}}
"""
FROZEN_TO = """
UPDATE broadcast SET frozen_to = coalesce(?2, frozen_to), is_frozen = ?2 IS NULL, size = size + ?3 WHERE id = ?1
"""

# -- going -----------------------------------------------------------------------------------------------------------

#: Those at work, or whose certificate was not given yet.
OPEN = f"SELECT json_group_array(json_array({CAST})) FROM (SELECT * FROM broadcast WHERE NOT is_told ORDER BY id) b"
_BECAME = """
SELECT json_group_array(json_array(state, reason, times)) FROM (
    SELECT state, reason, count(*) AS times FROM recipient WHERE job_id = b.id GROUP BY state, reason)
"""
GOING = f"""
SELECT json_array(json_array({CAST}), b.shown, coalesce(b.shown_row, 0), ({_BECAME})) FROM broadcast b WHERE b.id = ?
"""
ONE = f"SELECT json_array({CAST}) FROM broadcast b WHERE b.id = ?"
NAMED = f"SELECT json_group_array(json_array({CAST})) FROM json_each(?) i JOIN broadcast b ON b.id = i.value"
NEWEST = f"""
SELECT json_group_array(json_array({CAST}))
FROM (SELECT * FROM broadcast WHERE ?1 IS NULL OR circle = ?1 ORDER BY id DESC LIMIT ?2) b
"""
ALIKE = """
SELECT coalesce(max(id), 0) FROM broadcast
WHERE fingerprint = ? AND confirmed_at > ? AND stage <> 'cancelled'
"""
TALLY = f"SELECT json_array(b.size, b.is_frozen, ({_BECAME})) FROM broadcast b WHERE b.id = ?"
BEGIN_DUE = """
UPDATE broadcast SET stage = 'running', started_at = ?1
WHERE NOT is_told AND stage = 'planned' AND is_frozen AND send_at <= ?1 RETURNING id, size
"""
STOPS = "SELECT circle, at, actor FROM broadcast_stop ORDER BY circle"
STOP = "INSERT INTO broadcast_stop (circle, at, actor) VALUES (?, ?, ?) ON CONFLICT (circle) DO NOTHING"
START = "DELETE FROM broadcast_stop WHERE circle = ?"
QUEUED_OF = "SELECT count(*) FROM recipient WHERE job_id = ? AND state = 'queued'"
#: The next who wait; those of a circle that is stopped (?2) are left alone.
NEXT_WAITING = """
SELECT q.person_id, q.address_id, a.channel || ':' || a.bot_id FROM recipient q JOIN address a ON a.id = q.address_id
WHERE q.job_id = ?1 AND q.state = 'waiting' AND (q.circle IS NULL OR q.circle NOT IN (SELECT value FROM json_each(?2)))
ORDER BY q.person_id LIMIT ?3
"""
#: Where a circle goes on among the rows of the lane: after its own, and not before what is sent next.
NEXT_TURN = """
SELECT max(
    coalesce((SELECT max(o.turn) + 1 FROM json_each(?1) j
              CROSS JOIN recipient q ON q.job_id = j.value AND q.state = 'queued' JOIN outbox o ON o.id = q.row_id), 0),
    coalesce((SELECT min(turn) FROM outbox
              WHERE lane = 1 AND state < 2 AND state = 0 AND route = ?2 AND priority = ?3), 0))
"""
QUEUE = """
INSERT INTO outbox (id, address_id, lane, body, job_id, route, priority, turn, created_at)
SELECT value ->> 0, value ->> 1, 1, ?2, value ->> 2, value ->> 3, ?3, value ->> 4, ?4 FROM json_each(?1) ORDER BY key
"""
QUEUED = """
UPDATE recipient SET state = 'queued', row_id = n.value ->> 0 FROM json_each(?) n
WHERE recipient.job_id = n.value ->> 2 AND recipient.person_id = n.value ->> 5
"""
#: What is queued and not on the wire comes back, for ?2: waiting, cancelled. The trigger tells the recipients.
TAKE_BACK = """
UPDATE outbox SET state = 2, outcome = 'dropped', reason = ?2, settled_at = ?3
WHERE id IN (SELECT row_id FROM recipient WHERE job_id = ?1 AND state = 'queued') AND state = 0
"""
TAKE_BACK_OF_CIRCLE = """
UPDATE outbox SET state = 2, outcome = 'dropped', reason = 'waiting', settled_at = ?2
WHERE id IN (SELECT q.row_id FROM broadcast b CROSS JOIN recipient q ON q.job_id = b.id AND q.state = 'queued'
             WHERE NOT b.is_told AND (?1 = '' OR b.circle = ?1 OR q.circle = ?1)) AND state = 0
"""
#: The human who owned the conversation is done.
RELEASE = """
UPDATE recipient SET state = 'waiting' WHERE (job_id, person_id) IN (
    SELECT q.job_id, q.person_id FROM broadcast b CROSS JOIN recipient q ON q.job_id = b.id AND q.state = 'held'
    JOIN person p ON p.id = q.person_id
    WHERE NOT b.is_told AND NOT coalesce((
        SELECT t.state = 'claimed' FROM ticket t WHERE t.id = p.ticket_id), 0) LIMIT ?1)
"""
#: What is held for longer than since ?1.
GIVE_UP_HELD = """
UPDATE recipient SET state = 'dropped', reason = 'held', at = ?2 WHERE (job_id, person_id) IN (
    SELECT q.job_id, q.person_id FROM broadcast b CROSS JOIN recipient q ON q.job_id = b.id AND q.state = 'held'
    WHERE NOT b.is_told AND max(q.at, coalesce(b.started_at, ?2)) < ?1 LIMIT ?3)
"""
CANCEL_WAITING = """
UPDATE recipient SET state = 'cancelled', at = ?2 WHERE (job_id, person_id) IN (
    SELECT job_id, person_id FROM recipient WHERE job_id = ?1 AND state IN ('waiting', 'held') LIMIT ?3)
"""
IS_OPEN = "SELECT EXISTS (SELECT 1 FROM recipient WHERE job_id = ? AND state IN ('waiting', 'queued', 'held'))"
CLOSE = """
UPDATE broadcast SET is_closed = 1, ended_at = ?2, stage = iif(stage = 'cancelled', 'cancelled', 'done') WHERE id = ?1
"""
RETRY = """
UPDATE recipient SET state = 'waiting', row_id = NULL, at = ?2 WHERE (job_id, person_id) IN (
    SELECT job_id, person_id FROM recipient WHERE job_id = ?1 AND state = 'failed')
"""
#: Who works at the desk page looks there.
SHOW = """
INSERT INTO outbox (id, address_id, body, edits_row, created_at)
SELECT ?1, id, ?3, nullif(?4, 0), ?5 FROM address WHERE id = ?2 AND channel <> 'desk'
"""
SHOWN = "UPDATE broadcast SET shown = ?2, shown_row = coalesce(shown_row, ?3), is_told = ?4 WHERE id = ?1"
#: The message that is changed must have left, and its last change as well: an edit waits for nothing.
IS_SHOWN = """
SELECT NOT EXISTS (
    SELECT 1 FROM outbox WHERE (id = ?1 OR edits_row = ?1) AND address_id = ?2 AND lane = 0 AND state < 2)
"""

# -- right before sending, and afterwards ----------------------------------------------------------------------------

#: What of these outbox rows is a broadcast: of whom, where they are now. Who had one today had it in another broadcast,
#: or in this one as somebody else, before the chat was linked.
ROWS = """
SELECT json_group_array(json_array(
    o.id, b.id, a.person_id, q.circle, a.is_reachable, (
        q.person_id IS a.person_id OR EXISTS (
            SELECT 1 FROM link l WHERE l.address_id = a.id AND l.person_id = a.person_id AND l.own_id = q.person_id)),
    EXISTS (SELECT 1 FROM broadcast_stop x WHERE x.circle IN ('', b.circle, q.circle)),
    EXISTS (SELECT 1 FROM recipient g
            WHERE g.person_id = a.person_id AND g.state IN ('sent', 'unknown') AND g.at >= ?2),
    coalesce(r.division, ''), coalesce(r.office, ''), coalesce(r.group_written, ''), coalesce(p.language, ''), (
        SELECT json_group_array(CAST(l.list_id AS TEXT)) FROM audience_listed l WHERE l.person_id = a.person_id)))
FROM json_each(?1) i JOIN outbox o ON o.id = i.value JOIN broadcast b ON b.id = o.job_id
JOIN address a ON a.id = o.address_id JOIN person p ON p.id = a.person_id
LEFT JOIN recipient q ON q.row_id = o.id LEFT JOIN roster r ON r.person_id = a.person_id
"""
OUTCOMES = """
SELECT q.person_id, coalesce(r.employee_id, ''), coalesce(r.designation, p.designation, ''),
       coalesce(q.circle, ''), coalesce(r.division, ''), coalesce(r.office, ''), q.state, q.reason, q.at,
       r.name_box, r.mobile_box
FROM recipient q LEFT JOIN person p ON p.id = q.person_id LEFT JOIN roster r ON r.person_id = q.person_id
WHERE q.job_id = ? ORDER BY q.state, 4, 5, 6, 2, 1
"""

#: Who asks for their data to be erased gets nothing more; what they were writing goes.
FORGET = (
    """
    UPDATE recipient SET state = 'dropped', reason = 'deleted'
    WHERE job_id IN (SELECT id FROM broadcast WHERE NOT is_told) AND person_id = ? AND state IN ('waiting', 'held')
    """,
    "DELETE FROM cell_talk WHERE address_id IN (SELECT id FROM address WHERE person_id = ?)",
)
#: Days after which what it names goes: drafts, lists, who got what.
PURGE = (
    ("DELETE FROM cell_talk WHERE updated_at < ?", 30),
    ("DELETE FROM audience_listed WHERE list_id IN (SELECT id FROM audience_list WHERE made_at < ?)", 90),
    ("DELETE FROM audience_list WHERE made_at < ?", 90),
    ("DELETE FROM recipient WHERE job_id IN (SELECT id FROM broadcast WHERE is_told AND ended_at < ?)", 730),
    ("DELETE FROM broadcast WHERE is_told AND ended_at < ?", 730),
)

# -- lists, and where a member is ------------------------------------------------------------------------------------

NEW_LIST = "INSERT INTO audience_list (member_id, circle, name, lines, made_at) VALUES (?, ?, ?, ?, ?)"
LISTED = "INSERT OR IGNORE INTO audience_listed (list_id, person_id) SELECT ?1, value FROM json_each(?2)"
LISTS = "SELECT id, name FROM audience_list WHERE ?1 IS NULL OR circle = ?1 ORDER BY id DESC LIMIT 50"
#: Ids as typed, and keyed hashes of them as e-mail addresses and mobiles.
NAMED_PERSONS = """
SELECT json_group_array(DISTINCT person_id) FROM (
    SELECT r.person_id FROM json_each(?1) v JOIN roster r ON r.employee_id = v.value
    UNION ALL SELECT r.person_id FROM json_each(?2) v JOIN roster r ON r.email_hash = v.value
    UNION ALL SELECT r.person_id FROM json_each(?3) v JOIN roster r ON r.mobile_hash = v.value)
"""
TALK = "SELECT kind, state FROM cell_talk WHERE member_id = ? AND address_id = ?"
KEEP_TALK = """
INSERT INTO cell_talk (member_id, address_id, kind, state, updated_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (member_id, address_id) DO UPDATE
SET kind = excluded.kind, state = excluded.state, updated_at = excluded.updated_at
"""
END_TALK = "DELETE FROM cell_talk WHERE member_id = ? AND address_id = ?"
