"""All SQL of the desk on SQLite, by name, with why it is the way it is. Batches are one JSON parameter each."""

# -- rows as arrays --------------------------------------------------------------------------------------------------

TICKET = """
t.id, coalesce(t.person_id, 0), coalesce(t.address_id, 0), t.circle, t.language, t.designation, json(t.topics),
json(t.path), json(t.evidence), t.state, t.level, t.opened_at, t.queued_at, t.claimed_by, t.claimed_at,
t.person_wrote_at, t.staff_wrote_at, t.first_answer_at, t.closed_at, t.solved, coalesce(t.home_id, 0), t.alerts,
t.is_reachable, t.is_told_unreachable
"""
#: What carries it: the person's words and notes to a staff chat, the staff's words to the person.
ENTRY = """
e.id, e.ticket_id, e.at, e.author, e.text, e.media_kind, e.media_ref, e.media_name, e.message, e.member_id,
iif(e.author = 'staff', e.post_id, nullif(e.seen_id, 0))
"""
#: As a staff chat sees it.
ENTRY_SEEN = """
e.id, e.ticket_id, e.at, e.author, e.text, e.media_kind, e.media_ref, e.media_name, e.message, e.member_id,
nullif(e.seen_id, 0)
"""

# -- a person's turn -------------------------------------------------------------------------------------------------

#: Somebody of the staff writes, or something is written in a staff chat. `a`: the address, `p`: its person.
IS_STAFF = """
EXISTS (SELECT 1 FROM staff_group g WHERE g.address_id = a.id AND g.unlinked_at IS NULL)
OR EXISTS (SELECT 1 FROM member m WHERE m.person_id = p.id AND m.revoked_at IS NULL)
"""

# -- saving tickets --------------------------------------------------------------------------------------------------

#: When it is looked at next is not the ticket's: see LOOKS.
SAVE_TICKETS = """
INSERT INTO ticket (
    id, person_id, address_id, circle, language, designation, topics, path, evidence, state, level, opened_at,
    queued_at, claimed_by, claimed_at, person_wrote_at, staff_wrote_at, first_answer_at, closed_at, solved, home_id,
    alerts, is_reachable, is_told_unreachable, next_look)
SELECT
    value ->> 0, nullif(value ->> 1, 0), nullif(value ->> 2, 0), value ->> 3, value ->> 4, value ->> 5, value -> 6,
    value -> 7, value -> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14,
    value ->> 15, value ->> 16, value ->> 17, value ->> 18, value ->> 19, nullif(value ->> 20, 0), value ->> 21,
    value ->> 22, value ->> 23, ?2
FROM json_each(?1) WHERE true ORDER BY key
ON CONFLICT (id) DO UPDATE SET
    person_id = excluded.person_id, address_id = excluded.address_id, circle = excluded.circle,
    language = excluded.language, designation = excluded.designation, topics = excluded.topics, path = excluded.path,
    evidence = excluded.evidence, state = excluded.state, level = excluded.level, opened_at = excluded.opened_at,
    queued_at = excluded.queued_at, claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at,
    person_wrote_at = excluded.person_wrote_at, staff_wrote_at = excluded.staff_wrote_at,
    first_answer_at = excluded.first_answer_at, closed_at = excluded.closed_at, solved = excluded.solved,
    home_id = excluded.home_id, alerts = excluded.alerts, is_reachable = excluded.is_reachable,
    is_told_unreachable = excluded.is_told_unreachable
"""
#: The person's ticket is the one at work; a closed one only where there is no other.
TICKETS_OF_PERSONS = """
UPDATE person SET ticket_id = t.id FROM json_each(?) s JOIN ticket t ON t.id = s.value
WHERE person.id = t.person_id AND (t.state <> 'closed' OR person.ticket_id IS NULL)
"""
#: 0: never again by itself.
LOOKS = "UPDATE ticket SET next_look = nullif(l.value ->> 1, 0) FROM json_each(?) l WHERE ticket.id = l.value ->> 0"
LAST_ID = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"
#: A staff chat need not be told what was written in a staff chat, or where the ticket's card stands.
KEEP_ENTRIES = """
INSERT INTO entry (
    id, ticket_id, at, author, text, media_kind, media_ref, media_name, message, member_id, address_id, seen_id)
SELECT n.value ->> 0, n.value ->> 1, ?2, n.value ->> 2, n.value ->> 3, n.value ->> 4, n.value ->> 5, n.value ->> 6,
       n.value ->> 7, n.value ->> 8, n.value ->> 9,
       iif(g.address_id IS NOT NULL OR t.home_id = n.value ->> 9, 0, NULL)
FROM json_each(?1) n
LEFT JOIN ticket t ON t.id = n.value ->> 1
LEFT JOIN staff_group g ON g.address_id = n.value ->> 9 AND g.unlinked_at IS NULL
ORDER BY n.key
"""
#: An upload belongs to the ticket that names it first.
HOLD_ATTACHMENTS = """
UPDATE attachment SET ticket_id = h.value ->> 1 FROM json_each(?) h
WHERE attachment.id = h.value ->> 0 AND attachment.ticket_id IS NULL
"""
#: By its id, or by who wrote it where; a staff chat that has the old words is due the new ones.
EDIT_ENTRY = "UPDATE entry SET text = ?, is_changed = iif(seen_id > 0, 1, is_changed) WHERE id = ?"
EDIT_WRITTEN = """
UPDATE entry SET text = ?, is_changed = (seen_id IS NOT NULL)
WHERE ticket_id = ? AND message = ? AND address_id = ? AND author = 'person'
"""

# -- a step of the desk ----------------------------------------------------------------------------------------------

PUT_POSTS = """
INSERT INTO outbox (id, address_id, body, ticket_id, edits_row, answers_row, created_at)
SELECT value ->> 0, value ->> 1, value ->> 2, nullif(value ->> 3, 0), nullif(value ->> 4, 0), nullif(value ->> 5, 0), ?2
FROM json_each(?1) ORDER BY key
"""
#: Carried to the person. A post that edits leaves the entry with the message that was edited.
CARRIED_TO_PERSON = """
UPDATE entry SET post_id = c.value ->> 0 FROM json_each(?) c, ticket t
WHERE entry.id = c.value ->> 1 AND t.id = entry.ticket_id AND t.address_id = c.value ->> 2 AND NOT c.value ->> 3
"""
#: Carried to a staff chat, which has its newest words by that.
CARRIED_TO_STAFF = """
UPDATE entry SET seen_id = iif(c.value ->> 3, seen_id, c.value ->> 0), is_changed = 0 FROM json_each(?) c, ticket t
WHERE entry.id = c.value ->> 1 AND t.id = entry.ticket_id AND t.address_id IS NOT c.value ->> 2
"""
#: Shown inside another post, such as a card: known there, but not by a message of its own.
SHOWN_TO_STAFF = "UPDATE entry SET seen_id = 0, is_changed = 0 WHERE id IN (SELECT value FROM json_each(?))"
KEEP_AUDITS = """
INSERT INTO audit (at, actor, action, ticket_id, details)
SELECT ?2, value ->> 0, value ->> 1, nullif(value ->> 2, 0), value ->> 3 FROM json_each(?1) ORDER BY key
"""
#: A group got another chat id (?2); what was sent stays with the old one, where its message ids hold.
MOVE = (
    "UPDATE OR REPLACE staff_group SET address_id = ?2 WHERE address_id = ?1",
    "UPDATE outbox SET address_id = ?2 WHERE address_id = ?1 AND state < 2",
    "UPDATE ticket SET home_id = NULL, next_look = 1 WHERE home_id IN (?1, ?2)",  # its old messages cannot be answered
)
#: A staff chat that cannot be written to: another one is due all that the person wrote (also inside a card that may
#: never have arrived) and what else did not get there; the clock looks at once.
LOSE_CHAT = (
    """
    UPDATE entry SET seen_id = NULL, is_changed = 0
    WHERE ticket_id IN (SELECT id FROM ticket WHERE home_id = ?1 AND state <> 'closed')
      AND (author = 'person' OR seen_id IN (
          SELECT id FROM outbox
          WHERE address_id = ?1 AND ticket_id IS NOT NULL AND (state < 2 OR outcome = 'blocked')))
    """,
    "UPDATE ticket SET home_id = NULL, next_look = ?2 WHERE home_id = ?1 AND state <> 'closed'",
)
#: The person blocked the bot, or can be written to again; only what changes is looked at.
TICKETS_REACHABLE = """
UPDATE ticket SET is_reachable = ?2, next_look = ?3
WHERE address_id IN (SELECT value FROM json_each(?1)) AND state <> 'closed' AND is_reachable <> ?2
"""

# -- what an action is decided from ----------------------------------------------------------------------------------

CHAT = "SELECT channel, bot_id, person_id FROM address WHERE id = ?"
ADDRESS = "SELECT id, person_id FROM address WHERE channel = ? AND bot_id = ? AND chat_id = ?"
ONE_TICKET = f"SELECT json_array({TICKET}) FROM ticket t WHERE t.id = ?"
#: The ticket of the bot's message that was replied to; a chat's own messages do not count.
ANSWERED = """
SELECT ticket_id FROM outbox WHERE address_id = ? AND platform_id = ? AND ticket_id IS NOT NULL ORDER BY id DESC LIMIT 1
"""
#: Or of one of several messages that one reply became; their ids stand with a space between them.
ANSWERED_PART = """
SELECT ticket_id FROM outbox
WHERE address_id = ?1 AND platform_id LIKE '% %' AND ' ' || platform_id || ' ' LIKE '% ' || ?2 || ' %'
  AND ticket_id IS NOT NULL
ORDER BY id DESC LIMIT 1
"""
WRITTEN = f"""
SELECT json_array({ENTRY}) FROM entry e WHERE e.address_id = ? AND e.message = ? AND e.message <> ''
ORDER BY e.id DESC LIMIT 1
"""
ONE_ENTRY = f"SELECT json_array({ENTRY}) FROM entry e WHERE e.id = ? AND e.ticket_id = ?"
NEWEST_ENTRIES = f"""
SELECT json_group_array(json_array({ENTRY}))
FROM (SELECT * FROM (SELECT * FROM entry WHERE ticket_id = ? ORDER BY id DESC LIMIT ?) ORDER BY id) e
"""
#: ?1: circles, as a list; ?2: all of them.
QUEUE = f"""
SELECT json_group_array(json_array({TICKET}))
FROM (
    SELECT * FROM ticket
    WHERE state = 'open' AND (?2 OR circle IN (SELECT value FROM json_each(?1))) ORDER BY id LIMIT ?3
) t
"""

#: The newest card of a ticket in each chat: what has this line is one.
CARDS = """
SELECT o.address_id, o.id, coalesce(o.platform_id, ''), o.body FROM outbox o
WHERE o.id IN (
    SELECT max(id) FROM outbox
    WHERE ticket_id = ? AND instr(body, '"desk-card-who"') AND coalesce(outcome, 'sent') = 'sent' GROUP BY address_id)
"""

# -- what a look is decided from -------------------------------------------------------------------------------------

DUE = f"""
SELECT json_group_array(json_array({TICKET}))
FROM (SELECT * FROM ticket WHERE next_look <= ? ORDER BY next_look, id LIMIT ?) t
"""
UNPOSTED = f"""
SELECT json_group_array(json_array({ENTRY_SEEN}))
FROM (SELECT * FROM entry WHERE ticket_id IN (SELECT value FROM json_each(?)) AND seen_id IS NULL ORDER BY id) e
"""
EDITED = f"""
SELECT json_group_array(json_array({ENTRY_SEEN}))
FROM (
    SELECT * FROM entry
    WHERE ticket_id IN (SELECT value FROM json_each(?1)) AND (is_changed OR (seen_id > 0 AND seen_id IN (
        SELECT seen_id FROM entry WHERE ticket_id IN (SELECT value FROM json_each(?1)) AND is_changed)))
    ORDER BY id
) e
"""
#: The newest hundred of each chat are more than any chat takes in a minute.
BUSY = """
SELECT g.address_id, (
    SELECT count(*)
    FROM (SELECT created_at FROM outbox o WHERE o.address_id = g.address_id ORDER BY o.id DESC LIMIT 100)
    WHERE created_at > ?)
FROM staff_group g WHERE g.unlinked_at IS NULL
"""
#: To a staff chat.
LAST_POSTS = """
SELECT o.ticket_id, max(o.created_at) FROM outbox o JOIN ticket t ON t.id = o.ticket_id
WHERE o.ticket_id IN (SELECT value FROM json_each(?)) AND o.address_id IS NOT t.address_id GROUP BY o.ticket_id
"""

# -- the desk page ---------------------------------------------------------------------------------------------------

#: With how many entries the person wrote after the last answer. ?1: the circle, NULL for all.
DESK_QUEUE = f"""
SELECT json_group_array(json_array(json_array({TICKET}), (
    SELECT count(*) FROM entry e
    WHERE e.ticket_id = t.id AND e.author = 'person' AND e.id > coalesce(
        (SELECT max(id) FROM entry s WHERE s.ticket_id = t.id AND s.author = 'staff'), 0))))
FROM (SELECT * FROM ticket WHERE state <> 'closed' AND (?1 IS NULL OR circle = ?1) ORDER BY id LIMIT ?2) t
"""
KEEP_ATTACHMENT = "INSERT INTO attachment (ticket_id, kind, name, bytes, created_at) VALUES (?, ?, ?, ?, ?)"
ATTACHMENT = "SELECT kind, name, bytes, ticket_id FROM attachment WHERE id = ?"
AUDITS = """
SELECT u.id, u.at, coalesce(m.role, ''), coalesce(m.circle, ''), u.actor, u.action, coalesce(u.ticket_id, 0), u.details
FROM audit u LEFT JOIN member m ON u.actor = 'member:' || m.id
WHERE (:since IS NULL OR u.at >= :since) AND (:until IS NULL OR u.at < :until)
  AND (:actor IS NULL OR u.actor = :actor) AND (:action IS NULL OR u.action = :action)
  AND (:ticket IS NULL OR u.ticket_id = :ticket)
ORDER BY u.id DESC LIMIT :limit
"""

# -- erasing and keeping ---------------------------------------------------------------------------------------------

#: Nothing that was written stays, in whichever chat it was on its way; what is left of a ticket is its number and
#: times. Whoever works on it is told by the clock's next look.
FORGET_TICKETS = (
    """
    UPDATE entry SET text = '', media_kind = NULL, media_ref = NULL, media_name = NULL, message = '', address_id = NULL,
                     seen_id = 0, is_changed = 0
    WHERE ticket_id IN (SELECT id FROM ticket WHERE person_id = ?1)
    """,
    "DELETE FROM attachment WHERE ticket_id IN (SELECT id FROM ticket WHERE person_id = ?1)",
    "DELETE FROM outbox WHERE state <> 1 AND ticket_id IN (SELECT id FROM ticket WHERE person_id = ?1)",
    "UPDATE outbox SET body = '' WHERE state = 1 AND ticket_id IN (SELECT id FROM ticket WHERE person_id = ?1)",
    "UPDATE person SET ticket_id = NULL WHERE id = ?1",
)
CLOSE_FORGOTTEN = """
UPDATE ticket SET person_id = NULL, address_id = NULL, designation = NULL, path = '[]', evidence = '[]',
                  next_look = iif(state = 'closed', NULL, ?2), closed_at = iif(state = 'closed', closed_at, ?2),
                  state = 'closed'
WHERE person_id = ?1
"""
_CLOSED = "ticket_id IN (SELECT id FROM ticket WHERE state = 'closed' AND closed_at < ?)"
#: In place of a number of days: as long as is set for closed tickets.
TICKET_DAYS = None
#: Days after which what it names goes; the order matters, as rows name each other.
PURGE = (
    (
        f"UPDATE entry SET media_kind = NULL, media_ref = NULL, media_name = NULL WHERE media_ref <> '' AND {_CLOSED}",
        30,
    ),
    (f"DELETE FROM attachment WHERE {_CLOSED}", 30),
    ("DELETE FROM attachment WHERE ticket_id IS NULL AND created_at < ?", 1),
    (f"UPDATE person SET ticket_id = NULL WHERE {_CLOSED}", TICKET_DAYS),
    (f"DELETE FROM entry WHERE {_CLOSED}", TICKET_DAYS),
    ("DELETE FROM ticket WHERE state = 'closed' AND closed_at < ?", TICKET_DAYS),
    ("DELETE FROM invitation WHERE coalesce(used_at, revoked_at, expires_at) < ?", 90),
    ("DELETE FROM desk_session WHERE created_at < ?", 30),
    ("DELETE FROM member WHERE revoked_at < ?", 180),
    ("DELETE FROM staff_group WHERE unlinked_at < ?", 180),
)
