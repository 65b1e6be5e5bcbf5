-- Times are whole seconds since 1970 (UTC).
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    language TEXT,
    designation TEXT,
    curriculum TEXT,
    syllabus TEXT,
    circle TEXT,
    messages_off INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);

-- An address speaks for one person at a time; a person may have several.
CREATE TABLE address (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    bot_id TEXT NOT NULL,
    chat_id TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    is_reachable INTEGER NOT NULL DEFAULT 1,
    UNIQUE (channel, bot_id, chat_id)
);
CREATE INDEX address_person ON address (person_id);

-- The place in the talk at one address.
CREATE TABLE session (
    address_id INTEGER PRIMARY KEY REFERENCES address (id),
    state TEXT NOT NULL,
    updated_at INTEGER NOT NULL
);

-- state: 0 waiting, 1 done, 2 dead letter. The body is erased in the transaction of its turn; the id stays.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    bot_id TEXT NOT NULL,
    external_id TEXT NOT NULL,
    address_id INTEGER REFERENCES address (id),
    body TEXT,
    was_blanked INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    received_at INTEGER NOT NULL,
    UNIQUE (channel, bot_id, external_id)
);
CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 0;
CREATE INDEX inbox_age ON inbox (received_at);

-- state: 0 waiting, 1 in flight, 2 settled. lane: 0 reply. doubts: how often its fate was unknown.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address_id INTEGER NOT NULL REFERENCES address (id),
    lane INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    doubts INTEGER NOT NULL DEFAULT 0,
    platform_id TEXT,
    created_at INTEGER NOT NULL,
    settled_at INTEGER
);
CREATE INDEX outbox_open ON outbox (address_id, id) WHERE state < 2;
CREATE INDEX outbox_of_address ON outbox (address_id, id);
CREATE INDEX outbox_age ON outbox (settled_at) WHERE state = 2;

-- Who asked not to be written to and was then erased: a keyed hash of the address.
CREATE TABLE opt_out (
    address_hash TEXT PRIMARY KEY,
    since INTEGER NOT NULL
);
CREATE INDEX inbox_of_address ON inbox (address_id);
