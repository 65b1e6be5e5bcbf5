-- Chats linked to employees of the list (roster), one-time codes for it, moves to another circle, how people come.

-- Whom a chat was linked to; it speaks for one of them at a time (address.person_id). own_id: the chat's own person, to
-- whom it goes back. how: contact, code.
CREATE TABLE link (
    address_id INTEGER NOT NULL REFERENCES address (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    own_id INTEGER NOT NULL REFERENCES person (id),
    how TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (address_id, person_id)
) WITHOUT ROWID;
CREATE INDEX link_person ON link (person_id);
CREATE INDEX link_own ON link (own_id);

-- A one-time code for one employee, of which only a keyed hash is kept; a new one replaces those before it.
CREATE TABLE link_code (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    made_by TEXT NOT NULL
);
CREATE INDEX link_code_person ON link_code (person_id);

-- Tries that failed: where, and a keyed hash of the employee id that was written (NULL: none was), known or not.
CREATE TABLE link_try (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address_id INTEGER NOT NULL,
    named_hash TEXT,
    at INTEGER NOT NULL
);
CREATE INDEX link_try_address ON link_try (address_id, at);
CREATE INDEX link_try_named ON link_try (named_hash, at) WHERE named_hash IS NOT NULL;
CREATE INDEX link_try_age ON link_try (at);

-- The report's post (handlers.facts.Post.named) over which the person's own word counts.
ALTER TABLE roster ADD COLUMN settled TEXT;

-- Employees whose circle changed: by a report, or because another one was told before the chat was linked. What follows
-- (requests, roles) is done once, then is_followed; the cells are told of all together, then the row goes. roles, requests:
-- how many ended, how many went along.
CREATE TABLE move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    from_circle TEXT NOT NULL,
    to_circle TEXT NOT NULL,
    is_report INTEGER NOT NULL,
    is_followed INTEGER NOT NULL DEFAULT 0,
    roles INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX move_to_follow ON move (id) WHERE NOT is_followed;
CREATE TRIGGER roster_moved AFTER UPDATE OF circle ON roster
WHEN old.circle IS NOT NULL AND new.circle IS NOT NULL AND old.circle <> new.circle
BEGIN
    INSERT INTO move (person_id, from_circle, to_circle, is_report)
    VALUES (new.person_id, old.circle, new.circle, 1);
END;
CREATE TRIGGER roster_settled AFTER UPDATE OF settled ON roster WHEN old.settled IS NOT new.settled
BEGIN
    INSERT INTO stale (person_id) VALUES (new.person_id);
END;

-- How many came by a circle's link, by day (its beginning) and way (the link's letter); nobody's in particular.
CREATE TABLE reach (
    circle TEXT NOT NULL,
    day INTEGER NOT NULL,
    way TEXT NOT NULL,
    came INTEGER NOT NULL,
    were_new INTEGER NOT NULL,
    PRIMARY KEY (circle, day, way)
) WITHOUT ROWID;
