"""All SQL of the bulk lane on SQLite, by name. A statement of many rows takes them as one JSON parameter."""

from bot.store.statements import CLAIMED

#: The next bulk rows of one bot, at most one of an address: the index is in their order, whatever else waits.
CLAIMABLE_BULK = f"""
SELECT json_group_array(json_array({CLAIMED}))
FROM (
    SELECT o.*, row_number() OVER (PARTITION BY o.address_id ORDER BY o.priority, o.turn, o.id) AS place FROM (
        SELECT * FROM outbox
        WHERE lane = 1 AND state < 2 AND state = 0 AND route = ?1
          AND address_id NOT IN (SELECT value FROM json_each(?2))
        ORDER BY priority, turn, id LIMIT ?3
    ) o
    ORDER BY o.priority, o.turn, o.id
) c
JOIN address a ON a.id = c.address_id
WHERE c.place = 1
"""
#: Where a job (?1) goes on among the rows of its priority (?2) on the route `r.route`: after its own rows, and not
#: before what is sent next. So a new job takes turns with the others from its first row on; it neither overtakes them
#: nor waits until they are done.
NEXT_TURN_OF_JOB = """
max(coalesce((SELECT max(turn) + 1 FROM outbox WHERE job_id = ?1), 0),
    coalesce((SELECT min(turn) FROM outbox
              WHERE lane = 1 AND state < 2 AND state = 0 AND route = r.route AND priority = ?2), 0))
"""
PUT_BULK = f"""
INSERT INTO outbox (address_id, lane, body, job_id, route, priority, turn, created_at)
WITH
wanted AS MATERIALIZED (
    SELECT v.key AS place, a.id AS address_id, a.channel || ':' || a.bot_id AS route, v.value ->> 1 AS body
    FROM json_each(?4) v JOIN address a ON a.id = v.value ->> 0
),
first AS MATERIALIZED (SELECT r.route, {NEXT_TURN_OF_JOB} AS turn FROM (SELECT DISTINCT route FROM wanted) r)
SELECT w.address_id, 1, w.body, ?1, w.route, ?2,
       f.turn + row_number() OVER (PARTITION BY w.route ORDER BY w.place) - 1, ?3
FROM wanted w JOIN first f ON f.route = w.route ORDER BY w.place
"""
