"""All SQL of the SQLite store, by name, with why it is the way it is."""

from bot.store.desk_statements import IS_STAFF, TICKET
from bot.store.fact_statements import HAS_FACTS
from bot.store.staff_statements import STAFFED

# A batch is one statement, its rows one JSON parameter: each step of a statement hands the interpreter over to the
# other thread and back, and a busy one does not hand it back soon.

# -- receiving -------------------------------------------------------------------------------------------------------

KNOWN_ADDRESSES = """
SELECT json_group_array(json_array(a.channel, a.bot_id, a.chat_id, a.id, a.is_reachable))
FROM json_each(?) k JOIN address a
  ON a.channel = k.value ->> 0 AND a.bot_id = k.value ->> 1 AND a.chat_id = k.value ->> 2
"""
LAST_PERSON = "SELECT coalesce(max(id), 0) FROM person"
LAST_ADDRESS = "SELECT coalesce(max(id), 0) FROM address"
NEW_PERSONS = """
INSERT INTO person (id, messages_off, created_at, opened_at) SELECT value ->> 0, value ->> 1, ?2, ?2 FROM json_each(?1)
"""
NEW_ADDRESSES = """
INSERT INTO address (id, channel, bot_id, chat_id, person_id)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)
"""
#: Somebody who writes can be written to again.
REACHABLE_AGAIN = "UPDATE address SET is_reachable = 1 WHERE id IN (SELECT value FROM json_each(?))"
REACHABLE = "UPDATE address SET is_reachable = ? WHERE id = ?"
OPTED_OUT = "SELECT address_hash FROM opt_out WHERE address_hash IN (SELECT value FROM json_each(?))"
#: A repeated update does nothing: the platform may deliver it again until it saw our answer.
KEEP_UPDATES = """
INSERT INTO inbox (channel, bot_id, external_id, address_id, body, was_blanked, state, error, received_at)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ?2
FROM json_each(?1) WHERE true
ON CONFLICT (channel, bot_id, external_id) DO NOTHING
"""

# -- a turn ----------------------------------------------------------------------------------------------------------

#: The oldest waiting update of each person: a person's later ones wait for it, other persons do not. What the desk
#: knows of them comes with it: which circles are staffed once, the rest by primary keys and a small table's index.
NEXT_TURN = f"""
SELECT json_array(({STAFFED}), json_group_array(json_array(
    i.id, i.channel, i.bot_id, i.body, i.was_blanked, a.id, p.id,
    p.language, p.designation, p.curriculum, p.syllabus, p.circle, p.messages_off, s.state,
    iif(t.id IS NULL, NULL, json_array({TICKET})), {IS_STAFF}, {HAS_FACTS})))
FROM (
    SELECT min(w.id) AS id FROM inbox w JOIN address x ON x.id = w.address_id
    WHERE w.state = 0 GROUP BY x.person_id ORDER BY 1 LIMIT ?
) first
JOIN inbox i ON i.id = first.id
JOIN address a ON a.id = i.address_id
JOIN person p ON p.id = a.person_id
LEFT JOIN session s ON s.address_id = a.id
LEFT JOIN ticket t ON t.id = p.ticket_id
"""
SAVE_SESSIONS = """
INSERT INTO session (address_id, state, updated_at) SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1) WHERE true
ON CONFLICT (address_id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at
"""
SAVE_PROFILE = """
UPDATE person SET language = ?, designation = ?, curriculum = ?, syllabus = ?, circle = ?, messages_off = ?
WHERE id = ?
"""
#: The body goes with its turn; the id stays, for duplicates.
DONE = "UPDATE inbox SET state = 1, body = NULL WHERE id IN (SELECT value FROM json_each(?))"
DEAD = "UPDATE inbox SET state = 2, error = ? WHERE id = ?"
PUT_REPLIES = """
INSERT INTO outbox (address_id, body, created_at) SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1) ORDER BY key
"""
#: Where one of the batch replaces or answers a message, which is rare.
PUT_REFERRING = """
INSERT INTO outbox (address_id, body, edits_row, answers_row, created_at)
SELECT value ->> 0, value ->> 1, nullif(value ->> 2, 0), nullif(value ->> 3, 0), ?2 FROM json_each(?1) ORDER BY key
"""

# -- erasing a person ------------------------------------------------------------------------------------------------

ADDRESSES_OF = "SELECT id, channel, bot_id, chat_id FROM address WHERE person_id = ?"
KEEP_OPT_OUT = "INSERT OR REPLACE INTO opt_out (address_hash, since) VALUES (?, ?)"
DROP_OPT_OUT = "DELETE FROM opt_out WHERE address_hash = ?"
FORGET_PERSON = """
UPDATE person SET language = NULL, designation = NULL, curriculum = NULL, syllabus = NULL, circle = NULL,
                  snoozed_until = NULL, hour = NULL, messages_off = ? WHERE id = ?
"""
#: What the person said of their training; what reports say is the cell's.
FORGET_SAID = "DELETE FROM claim WHERE source = 'self' AND person_id = ?"
FORGET_SAID_BEFORE = "DELETE FROM claim_before WHERE source = 'self' AND person_id = ?"
FORGET_SESSIONS = "DELETE FROM session WHERE address_id IN (SELECT id FROM address WHERE person_id = ?)"
#: What the person wrote and what was answered; the update being handled keeps its id.
FORGET_BODIES = """
UPDATE inbox SET body = NULL WHERE state <> 0 AND address_id IN (SELECT id FROM address WHERE person_id = ?)
"""
FORGET_REPLIES = "DELETE FROM outbox WHERE state <> 1 AND address_id IN (SELECT id FROM address WHERE person_id = ?)"
#: One that is being sent keeps its place, so that the order of the chat is kept, but is not sent again.
FORGET_IN_FLIGHT = """
UPDATE outbox SET body = '' WHERE state = 1 AND address_id IN (SELECT id FROM address WHERE person_id = ?)
"""
FORGET = (FORGET_SESSIONS, FORGET_BODIES, FORGET_REPLIES, FORGET_IN_FLIGHT, FORGET_SAID, FORGET_SAID_BEFORE)

# -- delivery --------------------------------------------------------------------------------------------------------

#: What delivery needs of a claimed row `c` at its address `a`. The platform's ids of messages that it refers to hold in
#: the same chat only.
CLAIMED = """
c.id, a.id, a.channel, a.bot_id, a.chat_id, c.body, c.attempts + 1, c.doubts,
coalesce((SELECT r.platform_id FROM outbox r WHERE r.id = c.edits_row AND r.address_id = a.id), ''),
coalesce((SELECT r.platform_id FROM outbox r WHERE r.id = c.answers_row AND r.address_id = a.id), ''),
coalesce(c.ticket_id, 0), c.lane, coalesce(c.job_id, 0)
"""
#: The oldest open reply to each address, so that the order of a chat is kept; busy, resting and paused ones wait.
CLAIMABLE = f"""
SELECT json_group_array(json_array({CLAIMED}))
FROM (
    SELECT o.* FROM (SELECT min(id) AS id FROM outbox WHERE lane = 0 AND state < 2 GROUP BY address_id) first
    JOIN outbox o ON o.id = first.id AND o.state = 0
    JOIN address b ON b.id = o.address_id
    WHERE b.id NOT IN (SELECT value FROM json_each(?1))
      AND b.channel || ':' || b.bot_id NOT IN (SELECT value FROM json_each(?2))
    ORDER BY o.id LIMIT ?3
) c
JOIN address a ON a.id = c.address_id
"""
CLAIM = "UPDATE outbox SET state = 1, attempts = attempts + 1 WHERE id IN (SELECT value FROM json_each(?))"
#: A message id holds in the chat it was sent to; a group may have got another one since the row was claimed.
SETTLE = """
UPDATE outbox SET state = 2, outcome = s.value ->> 1, doubts = s.value ->> 3, settled_at = ?2,
                  platform_id = iif(address_id = s.value ->> 4, s.value ->> 2, NULL), reason = s.value ->> 5
FROM json_each(?1) s WHERE outbox.id = s.value ->> 0 AND state = 1
"""
PUT_BACK = """
UPDATE outbox SET state = iif(body = '', 2, 0), outcome = iif(body = '', 'failed', NULL),
                  settled_at = iif(body = '', ?, NULL), doubts = iif(body = '', doubts, ?)
WHERE id = ? AND state = 1
"""
#: Nobody reads a chat that blocked us: what else waits for it is settled as well.
BLOCK_REST = "UPDATE outbox SET state = 2, outcome = 'blocked', settled_at = ? WHERE address_id = ? AND state = 0"
#: In flight when the process stopped: perhaps sent, perhaps claimed a moment before. A reply is sent again each time,
#: at most three times (twice is better than never); in flight at yet another stop, it is given up as unknown. Bulk is
#: given up at once: nobody waits for it, and a reminder that comes twice is worse than one that is counted as unknown.
RECOVER_AGAIN = """
UPDATE outbox SET state = 0, doubts = doubts + 1
WHERE lane = 0 AND state < 2 AND state = 1 AND doubts < 3 AND body <> ''
"""
RECOVER_GIVE_UP = (
    """
    UPDATE outbox SET state = 2, outcome = 'unknown', doubts = doubts + 1, settled_at = ?
    WHERE lane = 0 AND state < 2 AND state = 1
    """,
    """
    UPDATE outbox SET state = 2, outcome = 'unknown', doubts = doubts + 1, settled_at = ?
    WHERE lane = 1 AND state < 2 AND state = 1
    """,
)
# -- the local page --------------------------------------------------------------------------------------------------

#: A reply is there for the page as soon as its turn is saved, whatever delivery has recorded of it.
REPLIES_AFTER = """
SELECT o.id, o.created_at, o.body FROM outbox o JOIN address a ON a.id = o.address_id
WHERE a.channel = ? AND a.bot_id = ? AND a.chat_id = ? AND o.id > ? AND o.lane = 0 AND o.body <> ''
ORDER BY o.id LIMIT 200
"""
STANDING = """
SELECT EXISTS (SELECT 1 FROM inbox i WHERE i.address_id = a.id),
       coalesce((SELECT max(o.id) FROM outbox o WHERE o.address_id = a.id), 0)
FROM (SELECT (SELECT id FROM address WHERE channel = ? AND bot_id = ? AND chat_id = ?) AS id) a
"""

# -- reviewing -------------------------------------------------------------------------------------------------------

KEEP_FOR_REVIEW = """
INSERT INTO review (text, why, topic, alternatives, confidence, language, kept_at)
SELECT value ->> 0, value ->> 1, value ->> 2, value -> 3, value ->> 4, value ->> 5, ?2 FROM json_each(?1) ORDER BY key
"""
#: By circle and topic, of the week that India's day is in (from Monday on): numbers alone.
COUNT_UNANSWERED = """
INSERT INTO unanswered (circle, topic, why, week, times)
SELECT value ->> 0, value ->> 1, value ->> 2, date(?2, 'unixepoch', '+330 minutes', 'weekday 0', '-6 days'), count(*)
FROM json_each(?1) WHERE true GROUP BY 1, 2, 3
ON CONFLICT (circle, topic, why, week) DO UPDATE SET times = times + excluded.times
"""
#: The same words for the same reason are looked at once; the oldest row speaks for all.
UNDECIDED = """
SELECT json_group_array(json_array(id, text, why, topic, json(alternatives), confidence, language, kept_at, times))
FROM (
    SELECT min(id) AS id, text, why, topic, alternatives, confidence, language, kept_at, count(*) AS times
    FROM review WHERE decided_at IS NULL GROUP BY text, why ORDER BY 1 LIMIT ?
)
"""
#: What is dropped goes at once, its words first.
DECIDE = """
UPDATE review SET decided_at = ?2, topics_assigned = ?3, is_dropped = ?4, text = iif(?4, '', text)
WHERE decided_at IS NULL AND (text, why) = (SELECT text, why FROM review WHERE id = ?1)
"""

# -- guided walks ----------------------------------------------------------------------------------------------------

COUNT_STEPS = """
INSERT INTO flow_count (flow, step, day, what, times)
SELECT value ->> 0, value ->> 1, ?2, value ->> 2, count(*) FROM json_each(?1) WHERE true GROUP BY 1, 2, 4
ON CONFLICT (flow, step, day, what) DO UPDATE SET times = times + excluded.times
"""
#: By flow and step: how often it was shown, and what came of it; a "solved" that was taken back is none.
STEP_COUNTS = """
SELECT json_group_array(json_array(flow, step, shown, solved, unsolved, gone, escalated))
FROM (
    SELECT flow, step,
           sum(iif(what = 'shown', times, 0)) AS shown,
           sum(iif(what = 'solved', times, iif(what = 'reopened', -times, 0))) AS solved,
           sum(iif(what = 'unsolved', times, 0)) AS unsolved, sum(iif(what = 'left', times, 0)) AS gone,
           sum(iif(what = 'escalated', times, 0)) AS escalated
    FROM flow_count GROUP BY flow, step ORDER BY flow, shown DESC, step
)
"""

# -- keeping ---------------------------------------------------------------------------------------------------------

_WITHOUT_WORDS = "json_remove(state, '$.rated', '$.said', '$.asks', '$.evidence', '$.walk', '$.link')"
PURGE = (
    ("DELETE FROM inbox WHERE state = 1 AND received_at < ?", 14),
    ("DELETE FROM inbox WHERE state = 2 AND received_at < ?", 30),
    # As long as a ticket is at work, answers to its messages are known by them.
    (
        """
        DELETE FROM outbox WHERE state = 2 AND settled_at < ?
          AND (ticket_id IS NULL OR ticket_id NOT IN (SELECT id FROM ticket WHERE state <> 'closed'))
        """,
        30,
    ),
    ("DELETE FROM review WHERE kept_at < ?", 90),
    ("DELETE FROM unanswered WHERE week < date(?, 'unixepoch')", 90),
    # What still waits in the talk of somebody who never came back: words, answers for a helper, the way walked.
    (
        f"""
        UPDATE session SET state = {_WITHOUT_WORDS}
        WHERE updated_at < ? AND CASE WHEN json_valid(state) THEN state <> {_WITHOUT_WORDS} ELSE 0 END
        """,
        90,
    ),
)
#: Whoever erased their data and did not come back is not kept as a chat number either.
PURGE_FORGOTTEN = (
    """
    DELETE FROM address WHERE id NOT IN (SELECT address_id FROM session)
      AND id NOT IN (SELECT address_id FROM inbox WHERE address_id IS NOT NULL)
      AND id NOT IN (SELECT address_id FROM outbox)
      AND id NOT IN (SELECT address_id FROM ticket WHERE address_id IS NOT NULL)
      AND id NOT IN (SELECT home_id FROM ticket WHERE home_id IS NOT NULL)
      AND id NOT IN (SELECT address_id FROM member)
      AND id NOT IN (SELECT address_id FROM staff_group)
      AND id NOT IN (SELECT address_id FROM link)
    """,
    """
    DELETE FROM person WHERE id NOT IN (SELECT person_id FROM address)
      AND id NOT IN (SELECT own_id FROM link)
      AND id NOT IN (SELECT person_id FROM ticket WHERE person_id IS NOT NULL)
      AND id NOT IN (SELECT person_id FROM member)
      AND id NOT IN (SELECT person_id FROM roster) AND id NOT IN (SELECT person_id FROM alias)
    """,
)
#: Sent more often than once: one more for each doubt, but for the last doubt of what was then given up.
COUNTS = """
SELECT 'inbox ' || CASE state WHEN 0 THEN 'waiting' WHEN 1 THEN 'done' ELSE 'dead' END, count(*) FROM inbox
GROUP BY state
UNION ALL
SELECT 'outbox ' || CASE state WHEN 0 THEN 'waiting' WHEN 1 THEN 'in flight' ELSE outcome END, count(*) FROM outbox
GROUP BY 1
UNION ALL
SELECT 'replies sent once more after an unknown outcome', coalesce(sum(doubts - (outcome IS 'unknown')), 0) FROM outbox
WHERE doubts > 0
UNION ALL
SELECT 'texts to review', count(*) FROM review WHERE decided_at IS NULL
UNION ALL
SELECT 'tickets ' || state, count(*) FROM ticket GROUP BY state
UNION ALL
SELECT 'persons', count(*) FROM person
"""
