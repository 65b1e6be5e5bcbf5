"""All SQL about what is known of people's training on SQLite, by name. Batches are one JSON parameter each."""

# -- keeping what is said --------------------------------------------------------------------------------------------

#: What persons say of themselves: the newest word counts (`handlers.progress.merge`); a null state takes it back.
KEEP_SAID = """
INSERT INTO claim (person_id, year, course, source, state, at, day, attempts)
SELECT value ->> 0, value ->> 1, value ->> 2, 'self', value ->> 3, value ->> 4, value ->> 5, value ->> 6
FROM json_each(?) WHERE true ORDER BY key
ON CONFLICT (person_id, year, course, source) DO UPDATE SET
    state = excluded.state, at = excluded.at, day = excluded.day, attempts = excluded.attempts
WHERE excluded.at >= claim.at OR excluded.state IS NULL OR claim.state IS NULL
"""
_BOTH = "claim.state = 'completed' AND excluded.state = 'completed'"
#: What reports say, as `handlers.progress.merge` has it: over all of a year, completed wins, then the newer one, of one
#: moment the further one; of two that show it completed a day that only the older one knows stays. What belongs to no
#: year can be lost again, so there the newest report counts.
KEEP_REPORTED = f"""
INSERT INTO claim (person_id, year, course, source, state, at, day, attempts)
SELECT value ->> 0, value ->> 1, value ->> 2, 'report', value ->> 3, value ->> 4, value ->> 5, value ->> 6
FROM json_each(?) WHERE true ORDER BY key
ON CONFLICT (person_id, year, course, source) DO UPDATE SET
    state = excluded.state,
    at = iif({_BOTH}, max(excluded.at, claim.at), excluded.at),
    day = CASE WHEN NOT ({_BOTH}) THEN excluded.day
               WHEN excluded.at >= claim.at THEN coalesce(excluded.day, claim.day)
               ELSE coalesce(claim.day, excluded.day) END,
    attempts = max(coalesce(excluded.attempts, claim.attempts), coalesce(claim.attempts, excluded.attempts))
WHERE CASE
    WHEN claim.year = '' THEN excluded.at >= claim.at
    WHEN {_BOTH} THEN excluded.at >= claim.at OR claim.day IS NULL
    WHEN excluded.state = 'completed' OR claim.state = 'completed' THEN excluded.state = 'completed'
    WHEN excluded.at = claim.at THEN excluded.state = 'in_progress' OR excluded.state = claim.state
    ELSE excluded.at > claim.at END
"""
KEEP_PLAN = """
INSERT INTO plan (person_id, year, course, reported_at)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true ORDER BY key
ON CONFLICT (person_id, year, course) DO UPDATE SET reported_at = max(reported_at, excluded.reported_at)
"""
SET_REMINDERS = "UPDATE person SET snoozed_until = ?, hour = ? WHERE id = ?"
CHANGED = "INSERT INTO stale (person_id) SELECT DISTINCT value FROM json_each(?)"

#: Whether anything is known of a person `p` beside the profile: only then a turn has to ask for it.
HAS_FACTS = """
p.snoozed_until IS NOT NULL OR p.hour IS NOT NULL
OR EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id) OR EXISTS (SELECT 1 FROM roster r WHERE r.person_id = p.id)
OR EXISTS (SELECT 1 FROM reminder m WHERE m.person_id = p.id AND m.state <> 'skip')
"""

# -- reading it ------------------------------------------------------------------------------------------------------

#: Somebody of the roster, or who told anything about themselves: whom reminders speak of.
IS_JUDGED = """
(r.person_id IS NOT NULL OR coalesce(p.language, p.designation, p.circle) IS NOT NULL)
"""
PERSONS = f"""
SELECT json_group_array(json_array(
    p.id, p.language, p.designation, p.curriculum, p.syllabus, p.circle, p.messages_off, p.snoozed_until, p.hour,
    p.opened_at, iif(t.state = 'claimed', t.id, 0), {IS_JUDGED},
    r.employee_id, hex(iif(r.employee_id IS NULL, r.email_box, NULL)),
    hex(iif(coalesce(r.employee_id, r.email_box) IS NULL, r.mobile_box, NULL)),
    r.designation, json(r.meanings), r.is_unknown, r.curriculum, r.syllabus, r.circle, r.has_left,
    r.person_id IS NOT NULL, r.designation_written, r.settled))
FROM json_each(?) ids JOIN person p ON p.id = ids.value
LEFT JOIN roster r ON r.person_id = p.id
LEFT JOIN ticket t ON t.id = p.ticket_id
"""
#: Of the year, and what belongs to none.
CLAIMS = """
SELECT json_group_array(json_array(c.person_id, c.course, c.source, c.state, c.at, c.day, c.attempts))
FROM json_each(?1) ids JOIN claim c ON c.person_id = ids.value AND c.year IN ('', ?2)
WHERE c.state IS NOT NULL
"""
PLANS = """
SELECT json_group_array(json_array(c.person_id, c.course))
FROM json_each(?1) ids JOIN plan c ON c.person_id = ids.value AND c.year = ?2
"""
#: A chat of its own, used last first, with the language spoken there; a staff group is nobody's, and at the desk page
#: nobody is written to.
ADDRESSES = """
SELECT json_group_array(json_array(person_id, id, chat_id, is_reachable, language)) FROM (
    SELECT a.person_id, a.id, a.chat_id, a.is_reachable,
           CASE WHEN json_valid(s.state) THEN s.state ->> 'language' END AS language
    FROM json_each(?) ids JOIN address a ON a.person_id = ids.value
    LEFT JOIN session s ON s.address_id = a.id
    WHERE a.channel <> 'desk' AND NOT EXISTS (SELECT 1 FROM staff_group g WHERE g.address_id = a.id)
    ORDER BY a.is_reachable DESC, s.updated_at DESC, a.id
)
"""
#: What left for them, or may have: the last day of the year, of any, and that of the year's congratulation.
REMINDED = """
SELECT json_group_array(json_array(person_id, this_year, any_year, congratulated)) FROM (
    SELECT m.person_id, max(iif(j.year = ?2, j.day, NULL)) AS this_year, max(j.day) AS any_year,
           max(iif(j.year = ?2 AND m.reason = 'finished', j.day, NULL)) AS congratulated
    FROM json_each(?1) ids JOIN reminder m ON m.person_id = ids.value AND m.state <> 'skip'
    JOIN job j ON j.id = m.job_id
    WHERE m.state IN ('sent', 'unknown') GROUP BY m.person_id
)
"""

PERSON_AT = "SELECT person_id FROM address WHERE channel = ? AND bot_id = ? AND chat_id = ?"
