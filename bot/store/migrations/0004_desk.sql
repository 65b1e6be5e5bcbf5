-- The hand-over to people: who works at the desk, where, on what. Names, e-mail addresses and phone numbers are nowhere
-- in it but in what was written: entries, and the evidence of a ticket.

-- Somebody in a role, for a circle or (NULL) centrally. The address is where they are written to in private.
CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    address_id INTEGER NOT NULL REFERENCES address (id),
    role TEXT NOT NULL,
    circle TEXT,
    language TEXT,
    granted_at INTEGER NOT NULL,
    granted_by TEXT NOT NULL,
    revoked_at INTEGER
);
CREATE INDEX member_person ON member (person_id, revoked_at);
CREATE INDEX member_address ON member (address_id);

-- Circles (null: the central desk) with somebody to answer, as one row that every turn reads. A circle's administrator
-- is its second level, so counts as well.
CREATE TABLE staffed (circles TEXT NOT NULL);
INSERT INTO staffed (circles) VALUES ('[]');
CREATE VIEW staffed_now AS
SELECT json_group_array(DISTINCT circle) AS circles FROM member
WHERE revoked_at IS NULL AND role IN ('helpdesk', 'administrator');
CREATE TRIGGER member_granted AFTER INSERT ON member
BEGIN
    UPDATE staffed SET circles = (SELECT circles FROM staffed_now);
END;
CREATE TRIGGER member_changed AFTER UPDATE ON member
BEGIN
    UPDATE staffed SET circles = (SELECT circles FROM staffed_now);
END;

-- A one-time code, of which only a keyed hash is kept. kind: role | group. member_id: who signs in again with it.
CREATE TABLE invitation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    role TEXT,
    circle TEXT,
    code_hash TEXT NOT NULL UNIQUE,
    member_id INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by INTEGER,
    revoked_at INTEGER,
    made_by TEXT NOT NULL
);

-- A linked chat of a circle's staff (NULL: the central one).
CREATE TABLE staff_group (
    address_id INTEGER PRIMARY KEY REFERENCES address (id),
    circle TEXT,
    language TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    unlinked_at INTEGER
);

-- Its id is that of the inbox update that opened it. person_id and address_id are NULL once the person was erased.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES person (id),
    address_id INTEGER REFERENCES address (id),
    circle TEXT,
    language TEXT NOT NULL,
    designation TEXT,
    topics TEXT NOT NULL,
    path TEXT NOT NULL,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    level TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    claimed_by INTEGER,
    claimed_at INTEGER NOT NULL,
    person_wrote_at INTEGER NOT NULL,
    staff_wrote_at INTEGER NOT NULL,
    first_answer_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    solved INTEGER,
    home_id INTEGER REFERENCES address (id),
    alerts INTEGER NOT NULL,
    is_reachable INTEGER NOT NULL,
    is_told_unreachable INTEGER NOT NULL,
    next_look INTEGER
);
CREATE INDEX ticket_person ON ticket (person_id);
CREATE INDEX ticket_address ON ticket (address_id);
CREATE INDEX ticket_home ON ticket (home_id);
CREATE INDEX ticket_look ON ticket (next_look) WHERE next_look IS NOT NULL;
CREATE INDEX ticket_at_work ON ticket (circle, id) WHERE state <> 'closed';

-- Written in a ticket, at an address (NULL: at the desk page). post_id: the outbox row that carries it to the person.
-- seen_id: the one that carries it to a staff chat; 0 where it was written in one, or needs none; NULL: none has it yet.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    media_kind TEXT,
    media_ref TEXT,
    media_name TEXT,
    message TEXT NOT NULL,
    member_id INTEGER,
    address_id INTEGER,
    post_id INTEGER,
    seen_id INTEGER,
    is_changed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_ticket ON entry (ticket_id, id);
CREATE INDEX entry_message ON entry (address_id, message) WHERE message <> '';

-- An upload of the page. ticket_id is set once an entry holds it.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    ticket_id INTEGER
);
CREATE INDEX attachment_ticket ON attachment (ticket_id);

-- Who is signed in at the desk page: a hash of the cookie.
CREATE TABLE desk_session (
    hash TEXT PRIMARY KEY,
    member_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL
);

-- Every staff action; nothing is ever changed in it or taken out.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    ticket_id INTEGER,
    details TEXT NOT NULL
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
CREATE TRIGGER audit_is_not_erased BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

-- The ticket that is open or claimed, or was closed last; NULL after it was purged.
ALTER TABLE person ADD COLUMN ticket_id INTEGER;

-- ticket_id: an answer to the message belongs to it. edits_row, answers_row: the rows it replaces or replies to.
ALTER TABLE outbox ADD COLUMN ticket_id INTEGER;
ALTER TABLE outbox ADD COLUMN edits_row INTEGER;
ALTER TABLE outbox ADD COLUMN answers_row INTEGER;
CREATE INDEX outbox_answered ON outbox (address_id, platform_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX outbox_ticket ON outbox (ticket_id, id) WHERE ticket_id IS NOT NULL;
