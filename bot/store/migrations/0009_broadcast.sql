-- Messages that an iGOT Cell sends to an audience. A broadcast's number is that of its job.

-- audience: in the typed form that handlers/audience_read.py reads. circle: the cell's (NULL: of all circles). stage:
-- approval (another one must agree), planned (confirmed), running, paused, cancelled, done. fingerprint: of the texts and
-- the audience. send_at: not before; needs: why it must be approved. frozen_to: everybody up to this person is looked at;
-- size: how many are in the audience, of which mine is the count of those it goes to. shown: the message that tells how
-- far it is, with what it says.
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
    size INTEGER NOT NULL DEFAULT 0,
    shown_row INTEGER,
    shown_at INTEGER NOT NULL DEFAULT 0,
    shown TEXT NOT NULL DEFAULT ''
);
CREATE INDEX broadcast_open ON broadcast (id) WHERE NOT is_closed;
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

-- Who is verified is asked of everybody at once.
CREATE INDEX claim_verified ON claim (person_id, source, state, at) WHERE course = '#verified';
