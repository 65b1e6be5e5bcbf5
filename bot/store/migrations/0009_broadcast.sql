-- Messages that an iGOT Cell sends to an audience. A broadcast's number is that of its job.

-- audience: in the typed form that handlers/audience_read.py reads. circle: the cell's (NULL: of all circles). stage:
-- approval (another one must agree), planned (confirmed), running, paused, cancelled, done. fingerprint: of the texts and
-- the audience. send_at: not before; needs: why it must be approved. frozen_to: everybody up to this person is looked at;
-- size: how many are in the audience, is_closed: nothing more goes; is_told: its certificate was given. shown: what
-- the message says that tells how far it is.
CREATE TABLE broadcast (
    id INTEGER PRIMARY KEY REFERENCES job (id),
    member_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    address_id INTEGER NOT NULL,
    circle TEXT,
    language TEXT NOT NULL,
    year TEXT NOT NULL,
    audience TEXT NOT NULL,
    text_en TEXT,
    text_hi TEXT,
    fingerprint TEXT NOT NULL,
    stage TEXT NOT NULL,
    needs TEXT NOT NULL,
    send_at INTEGER NOT NULL,
    confirmed_at INTEGER NOT NULL,
    approved_by INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    frozen_to INTEGER NOT NULL DEFAULT 0,
    is_frozen INTEGER NOT NULL DEFAULT 0,
    is_closed INTEGER NOT NULL DEFAULT 0,
    is_told INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT 0,
    shown_row INTEGER,
    shown TEXT NOT NULL DEFAULT ''
);
CREATE INDEX broadcast_open ON broadcast (id) WHERE NOT is_told;
CREATE INDEX broadcast_alike ON broadcast (fingerprint, confirmed_at);

-- Everybody in the audience when it was confirmed. state: waiting, queued (in the outbox, as `row_id`), held (a human
-- owns the conversation, since `at`), sent, failed, blocked, unknown, no_channel, opted_out, daily_cap, dropped (for
-- `reason`), cancelled.
CREATE TABLE recipient (
    job_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    address_id INTEGER,
    circle TEXT,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    row_id INTEGER,
    at INTEGER NOT NULL,
    PRIMARY KEY (job_id, person_id)
) WITHOUT ROWID;
CREATE INDEX recipient_row ON recipient (row_id) WHERE row_id IS NOT NULL;
CREATE INDEX recipient_open ON recipient (job_id, state, person_id) WHERE state IN ('waiting', 'queued', 'held');
CREATE INDEX recipient_got ON recipient (person_id, at) WHERE state IN ('sent', 'unknown');

-- What becomes of the message becomes of the recipient, whichever statement settles it. A message that was taken back
-- waits again.
CREATE TRIGGER recipient_settled AFTER UPDATE OF state ON outbox
WHEN new.state = 2 AND old.state < 2 AND new.job_id IS NOT NULL
BEGIN
    UPDATE recipient SET
        state = CASE WHEN new.outcome <> 'dropped' THEN new.outcome
                     WHEN new.reason IN ('waiting', 'held', 'blocked', 'daily_cap', 'cancelled') THEN new.reason
                     ELSE 'dropped' END,
        reason = CASE WHEN new.outcome <> 'dropped' THEN ''
                      WHEN new.reason IN ('waiting', 'held', 'blocked', 'daily_cap', 'cancelled') THEN ''
                      ELSE coalesce(new.reason, '') END,
        at = new.settled_at
    WHERE row_id = new.id AND state = 'queued';
END;
CREATE TRIGGER recipient_erased AFTER DELETE ON outbox
WHEN old.state < 2 AND old.job_id IS NOT NULL
BEGIN
    UPDATE recipient SET state = 'dropped', reason = 'deleted' WHERE row_id = old.id AND state = 'queued';
END;

-- Nothing goes to a circle ('': to nobody) while it stands here.
CREATE TABLE broadcast_stop (
    circle TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL
) WITHOUT ROWID;

-- People named by an uploaded list.
CREATE TABLE audience_list (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL,
    circle TEXT,
    name TEXT NOT NULL,
    lines INTEGER NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE TABLE audience_listed (
    list_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (list_id, person_id)
) WITHOUT ROWID;
CREATE INDEX audience_listed_person ON audience_listed (person_id);

-- Where a member of the staff is in something that takes several messages, at one address. state: JSON, by kind.
CREATE TABLE cell_talk (
    member_id INTEGER NOT NULL,
    address_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (member_id, address_id)
) WITHOUT ROWID;

-- Everybody who may be in an audience, as conditions ask for them, so that counting reads one narrow table: kept with the
-- standings. division, office: folded; group_key: as knowledge/cast_rules.py has it; unmet NULL: the list is not known,
-- or the order does not cover the post. fate: why a message does not reach them ('': it does).
CREATE TABLE crowd (
    year TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    circle TEXT,
    division TEXT,
    office TEXT,
    group_key TEXT,
    designation TEXT,
    curriculum TEXT,
    unmet INTEGER,
    is_verified INTEGER,
    is_linked INTEGER NOT NULL,
    language TEXT,
    has_left INTEGER NOT NULL,
    fate TEXT NOT NULL,
    PRIMARY KEY (year, person_id)
) WITHOUT ROWID;
CREATE TRIGGER roster_changed AFTER UPDATE OF division, office, group_written ON roster
WHEN (old.division, old.office, old.group_written) IS NOT (new.division, new.office, new.group_written)
BEGIN
    INSERT INTO stale (person_id) VALUES (new.person_id);
END;
UPDATE standing_content SET next_person = 0;
