"""All SQL of reminders on SQLite, by name: standings kept, a day chosen from them, what became of it."""

from bot.store.fact_statements import IS_JUDGED

# -- standings -------------------------------------------------------------------------------------------------------

#: Other content or other years: everybody's standing is to be found anew.
NEW_CONTENT = """
UPDATE standing_content SET fingerprint = ?1, next_person = 0, found_with = iif(found_with = ?1, ?1, '')
WHERE fingerprint <> ?1
"""
#: Everybody is looked at then, so nobody in particular.
ALL_STALE = "DELETE FROM stale"
STALE = "SELECT json_group_array(json_array(id, person_id)) FROM (SELECT id, person_id FROM stale ORDER BY id LIMIT ?)"
NEXT_PERSONS = """
SELECT json_group_array(id) FROM (
    SELECT id FROM person WHERE id >= (SELECT next_person FROM standing_content) ORDER BY id LIMIT ?
)
"""
LOOKED_TO = "UPDATE standing_content SET next_person = ? WHERE next_person IS NOT NULL"
NO_LONGER_STALE = "DELETE FROM stale WHERE id IN (SELECT value FROM json_each(?))"
KEEP_STANDINGS = """
INSERT INTO standing (year, person_id, unmet, reason, calendar, finished_on, address_id, curriculum, is_verified)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, nullif(value ->> 6, 0),
       value ->> 7, value ->> 8
FROM json_each(?) WHERE true ORDER BY key
ON CONFLICT (year, person_id) DO UPDATE SET
    unmet = excluded.unmet, reason = excluded.reason, calendar = excluded.calendar,
    finished_on = excluded.finished_on, address_id = excluded.address_id,
    curriculum = excluded.curriculum, is_verified = excluded.is_verified
WHERE (excluded.unmet, excluded.reason, excluded.calendar, excluded.finished_on, excluded.address_id,
       excluded.curriculum, excluded.is_verified) IS NOT
      (unmet, reason, calendar, finished_on, address_id, curriculum, is_verified)
"""
#: Nobody who is judged (any more).
DROP_STANDINGS = "DELETE FROM standing WHERE year = ?1 AND person_id IN (SELECT value FROM json_each(?2))"

# -- jobs ------------------------------------------------------------------------------------------------------------

BEGIN_JOB = """
INSERT INTO job (kind, year, day, created_at) VALUES ('reminder', ?, ?, ?) ON CONFLICT (kind, year, day) DO NOTHING
"""
JOB = "SELECT id, year, day, is_chosen, is_closed FROM job WHERE kind = 'reminder' AND year = ? AND day = ?"
OPEN_JOBS = """
SELECT id, year, day, is_chosen, is_closed FROM job WHERE kind = 'reminder' AND NOT is_closed AND day < ?
ORDER BY day, id
"""
LAST_LOOK = "SELECT last_day FROM reminder_look"
LOOKED = "INSERT INTO reminder_look (id, last_day) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET last_day = ?1"

#: Those of other years on the same day.
OTHERS = "SELECT json_group_array(id) FROM job WHERE kind = 'reminder' AND day = :day AND id <> :job"

# -- choosing --------------------------------------------------------------------------------------------------------

#: The n-th range of persons that a job has not judged: everybody after the last one judged, up to so many.
NEXT_RANGE = """
SELECT j.chosen_to, (
    SELECT max(person_id) FROM (
        SELECT person_id FROM standing WHERE year = j.year AND person_id > j.chosen_to ORDER BY person_id LIMIT ?2))
FROM job j WHERE j.id = ?1 AND NOT j.is_chosen
"""
CHOSEN_TO = "UPDATE job SET chosen_to = coalesce(?2, chosen_to), is_chosen = ?2 IS NULL WHERE id = ?1"
#: Which milestones are reminded of on the day where the person works; a mask as in knowledge/schedule.py.
_MASK = """
CASE s.calendar WHEN '' THEN :mask ELSE coalesce(:masks ->> s.calendar, :mask) END
"""
_IS_LAST = f"s.unmet & ({_MASK}) & :last <> 0"
_IS_OWNED = """
p.ticket_id IS NOT NULL AND EXISTS (SELECT 1 FROM ticket t WHERE t.id = p.ticket_id AND t.state = 'claimed')
"""
#: Another year's reminder of the same day; only where two years remind of something on one day.
_IS_CAPPED = """
:others <> '[]' AND EXISTS (
    SELECT 1 FROM reminder o WHERE o.person_id = s.person_id AND o.job_id IN (SELECT value FROM json_each(:others))
      AND o.state <> 'skip' AND o.state IN ('waiting', 'sent', 'unknown'))
"""
_IS_QUIET = "p.hour IS NOT NULL AND p.hour IN (SELECT value FROM json_each(:not_begun))"
#: Finished everything not long ago, after opening the chat, and not congratulated yet.
_IS_TO_BE_CONGRATULATED = """
s.reason = 'done' AND s.finished_on > :since AND s.finished_on <= :day AND NOT :is_over
AND date(p.opened_at + 19800, 'unixepoch') <= s.finished_on
AND NOT p.messages_off AND NOT (p.snoozed_until IS NOT NULL AND p.snoozed_until > :day)
AND NOT EXISTS (
    SELECT 1 FROM reminder o JOIN job k ON k.id = o.job_id
    WHERE o.person_id = s.person_id AND o.state <> 'skip' AND k.year = :year AND o.reason = 'finished'
      AND o.state IN ('waiting', 'sent', 'unknown'))
"""
#: The rule of reminders/judge.py over columns: `s` the standing, `p` the person. A congratulation that may go holds as
#: a reminder of its own; one that may not leaves the person `done`.
_REASON = f"""
CASE
    WHEN s.reason IS NOT NULL AND NOT ({_IS_TO_BE_CONGRATULATED}) THEN s.reason
    WHEN s.reason IS NOT NULL THEN
        CASE WHEN {_IS_OWNED} THEN 'human_owned' WHEN {_IS_CAPPED} THEN s.reason WHEN {_IS_QUIET} THEN 'quiet'
             ELSE 'finished' END
    WHEN s.unmet & ({_MASK}) = 0 THEN 'not_due'
    WHEN p.messages_off THEN 'opted_out'
    WHEN p.snoozed_until > :day AND NOT {_IS_LAST} THEN 'snoozed'
    WHEN {_IS_OWNED} AND NOT {_IS_LAST} THEN 'human_owned'
    WHEN {_IS_CAPPED} AND NOT {_IS_LAST} THEN 'daily_cap'
    WHEN {_IS_QUIET} THEN 'quiet'
    ELSE 'due'
END
"""
#: What is decided after the window is what would have been: it is missed.
_STATE = """
CASE reason WHEN 'due' THEN iif(:is_over, 'missed', 'waiting') WHEN 'finished' THEN 'waiting' WHEN 'quiet' THEN 'later'
            WHEN 'human_owned' THEN iif(:is_over, 'dropped', 'held') ELSE 'skip' END
"""
_DECIDE = f"""
INSERT INTO reminder (job_id, person_id, state, reason)
SELECT :job, person_id, {_STATE}, reason FROM (
    SELECT s.person_id, {_REASON} AS reason FROM {{among}} JOIN person p ON p.id = s.person_id {{where}}
)
WHERE :records OR reason IN ('finished', 'human_owned', 'quiet')
"""
#: `:records`: a reminder day, on which everybody's reason is kept; on others only who is congratulated.
DECIDE_RANGE = _DECIDE.format(
    among="standing s", where="WHERE s.year = :year AND s.person_id > :after AND s.person_id <= :upto"
)
DECIDE_PERSONS = _DECIDE.format(
    among="json_each(:persons) i CROSS JOIN standing s ON s.person_id = i.value AND s.year = :year", where=""
)
#: `:turn` and what is spread from there on are places among other jobs' rows; a window function would take as long as
#: all the rest.
_QUEUE = f"""
INSERT INTO outbox (address_id, lane, body, job_id, route, priority, turn, created_at)
SELECT a.id, 1, :body, m.job_id, a.channel || ':' || a.bot_id, iif(m.reason = 'due' AND {_IS_LAST}, 0, 1),
       {{turn}}, :now
FROM {{among}} JOIN address a ON a.id = s.address_id
WHERE m.state = 'waiting'
"""
QUEUE_RANGE = _QUEUE.format(
    among="""
    standing s CROSS JOIN reminder m ON m.job_id = :job AND m.person_id = s.person_id
     AND s.year = :year AND s.person_id > :after AND s.person_id <= :upto
    """,
    turn=":turn + (m.person_id - :after) * :chosen / (:upto - :after)",
)
QUEUE_PERSONS = _QUEUE.format(
    among="""
    json_each(:persons) i CROSS JOIN reminder m ON m.job_id = :job AND m.person_id = i.value
    JOIN standing s ON s.year = :year AND s.person_id = m.person_id
    """,
    turn=":turn + i.key + 1",
)
#: Where the job goes on among the rows of the lane: see `bulk_statements.NEXT_TURN_OF_JOB`.
NEXT_TURN = """
SELECT max(coalesce((SELECT max(turn) FROM outbox WHERE job_id = ?1), -1), coalesce((
    SELECT max((SELECT min(o.turn) - 1 FROM outbox o WHERE o.lane = 1 AND o.state < 2 AND o.state = 0
                AND o.route = r.value AND o.priority = p.value))
    FROM json_each(?2) r CROSS JOIN json_each('[0, 1]') p), -1))
"""
CHOSE = "UPDATE job SET chosen = chosen + ? WHERE id = ?"
COUNT_RANGE = """
SELECT count(*) FROM reminder WHERE job_id = :job AND person_id > :after AND person_id <= :upto AND state <> 'skip'
"""
COUNT_PERSONS = """
SELECT count(*) FROM json_each(:persons) i CROSS JOIN reminder m ON m.job_id = :job AND m.person_id = i.value
WHERE m.state <> 'skip'
"""

# -- judged again ----------------------------------------------------------------------------------------------------

#: Of these persons those whom the job has judged and not sent to.
FORGET_JUDGED = """
DELETE FROM reminder WHERE job_id = :job AND person_id IN (SELECT value FROM json_each(:persons))
  AND state IN ('skip', 'later', 'held')
"""
PUT_OFF_OF = """
SELECT count(*) FROM json_each(:persons) i CROSS JOIN reminder m ON m.job_id = :job AND m.person_id = i.value
WHERE m.state IN ('later', 'held')
"""
#: Of these persons those whose turn it was: the others come with their range.
TO_JUDGE = """
SELECT json_group_array(i.value) FROM (SELECT DISTINCT value FROM json_each(:persons)) i JOIN job j ON j.id = :job
WHERE (j.is_chosen OR i.value <= j.chosen_to)
  AND NOT EXISTS (SELECT 1 FROM reminder m WHERE m.job_id = j.id AND m.person_id = i.value)
"""
#: The next so many who are put off, whether their time has come or not: looking at all would take as long as there are.
NEXT_PUT_OFF = """
SELECT max(person_id) FROM (
    SELECT person_id FROM reminder WHERE job_id = :job AND state IN ('later', 'held') AND person_id > :after
    ORDER BY person_id LIMIT :size)
"""
#: Put off until their part of the day began, or until the human who owned the conversation was done.
READY = f"""
SELECT json_group_array(m.person_id) FROM reminder m JOIN person p ON p.id = m.person_id
WHERE m.job_id = :job AND m.state IN ('later', 'held') AND m.person_id > :after AND m.person_id <= :upto
  AND CASE m.state WHEN 'later' THEN :other_hour AND NOT ({_IS_QUIET}) ELSE NOT ({_IS_OWNED}) END
"""

# -- the end of a day ------------------------------------------------------------------------------------------------

#: What is still open of a job, in the lane; found among what is open at all: of the job nearly all may be settled.
_OPEN = "lane = 1 AND state < 2 AND state = {state} AND +job_id = ?1"
#: What the window closed over: the triggers tell the reminders.
MISS_WAITING = f"""
UPDATE outbox SET state = 2, outcome = 'dropped', reason = 'missed', settled_at = ?3
WHERE id IN (SELECT id FROM outbox INDEXED BY outbox_bulk WHERE {_OPEN.format(state=0)} LIMIT ?2)
"""
MISS_PUT_OFF = """
UPDATE reminder SET state = iif(state = 'held', 'dropped', 'missed'), settled_at = ?3
WHERE (job_id, person_id) IN (
    SELECT job_id, person_id FROM reminder WHERE job_id = ?1 AND state IN ('later', 'held') LIMIT ?2)
"""
CLOSE_JOB = f"""
UPDATE job SET is_closed = 1 WHERE id = ?1 AND is_chosen
  AND NOT EXISTS (SELECT 1 FROM outbox INDEXED BY outbox_bulk WHERE {_OPEN.format(state=0)})
  AND NOT EXISTS (SELECT 1 FROM outbox INDEXED BY outbox_bulk WHERE {_OPEN.format(state=1)})
"""

# -- looking again, and looking back ---------------------------------------------------------------------------------

#: What of these outbox rows is a reminder: of whom, for which year and day.
QUEUED = """
SELECT json_group_array(json_array(o.id, j.id, j.year, j.day, a.person_id, m.reason))
FROM json_each(?) r JOIN outbox o ON o.id = r.value JOIN job j ON j.id = o.job_id AND j.kind = 'reminder'
JOIN address a ON a.id = o.address_id
LEFT JOIN reminder m ON m.job_id = j.id AND m.person_id = a.person_id
"""
OUTCOMES = """
SELECT json_group_array(json_array(j.year, j.chosen, j.is_chosen, (
    SELECT json_group_array(json_array(state, reason, times)) FROM (
        SELECT state, reason, count(*) AS times FROM reminder WHERE job_id = j.id GROUP BY state, reason
        ORDER BY state, reason)), (
    SELECT count(*) FROM outbox o WHERE o.job_id = j.id AND o.state < 2)))
FROM (SELECT * FROM job WHERE kind = 'reminder' AND day = ? ORDER BY year) j
"""

# -- everybody -------------------------------------------------------------------------------------------------------

#: Everybody judged, with what their key is made of.
JUDGED = f"""
SELECT json_group_array(json_array(p.id, coalesce(r.employee_id, ''), coalesce(r.circle, p.circle),
    hex(iif(r.employee_id IS NULL, r.email_box, NULL)),
    hex(iif(coalesce(r.employee_id, r.email_box) IS NULL, r.mobile_box, NULL)), (
    SELECT a.chat_id FROM address a WHERE a.person_id = p.id
      AND NOT EXISTS (SELECT 1 FROM staff_group g WHERE g.address_id = a.id) ORDER BY a.id LIMIT 1)))
FROM (
    SELECT p.id FROM person p LEFT JOIN roster r ON r.person_id = p.id
    WHERE p.id > ? AND {IS_JUDGED} ORDER BY p.id LIMIT ?
) f
JOIN person p ON p.id = f.id
LEFT JOIN roster r ON r.person_id = p.id
"""
#: ?1: as typed; ?2, ?3: keyed hashes of it as an e-mail address and as a mobile; ?4: the number of a chat.
NAMED = """
SELECT json_group_array(person_id) FROM (
    SELECT person_id FROM roster WHERE employee_id = ?1
    UNION SELECT person_id FROM roster WHERE email_hash = ?2
    UNION SELECT person_id FROM roster WHERE mobile_hash = ?3
    UNION SELECT person_id FROM address WHERE chat_id = ?4
)
"""
