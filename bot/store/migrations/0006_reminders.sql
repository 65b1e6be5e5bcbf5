-- What is known of people's training, and who is reminded when. `year` is the id of a training year; days are ISO texts
-- (India Standard Time). What counts of it is decided by handlers/progress.py, who is reminded by reminders/judge.py.

-- snoozed_until: the first day on which reminders come again. opened_at: when the person first opened a chat.
ALTER TABLE person ADD COLUMN snoozed_until TEXT;
ALTER TABLE person ADD COLUMN hour TEXT;
ALTER TABLE person ADD COLUMN opened_at INTEGER;
UPDATE person SET opened_at = created_at;

-- What the cell's reports say of somebody. Name, e-mail and mobile are encrypted (key_number: with which key) and found
-- by keyed hashes. designation is the catalogue's id; in its place meanings, a list of ids, or is_unknown. curriculum
-- and syllabus: what was settled for it by an answer. reported_at: when the report was made that it is from.
CREATE TABLE roster (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    employee_id TEXT,
    email_hash TEXT,
    mobile_hash TEXT,
    name_box BLOB,
    email_box BLOB,
    mobile_box BLOB,
    key_number INTEGER,
    designation_written TEXT,
    designation TEXT,
    meanings TEXT NOT NULL DEFAULT '[]',
    is_unknown INTEGER NOT NULL DEFAULT 0,
    curriculum TEXT,
    syllabus TEXT,
    group_written TEXT,
    circle TEXT,
    division TEXT,
    office TEXT,
    has_left INTEGER NOT NULL DEFAULT 0,
    reported_at INTEGER
);
CREATE INDEX roster_employee ON roster (employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX roster_email ON roster (email_hash) WHERE email_hash IS NOT NULL;
CREATE INDEX roster_mobile ON roster (mobile_hash) WHERE mobile_hash IS NOT NULL;

-- The APAR plan that the cell assigned: course keys as in handlers/facts.py.
CREATE TABLE plan (
    person_id INTEGER NOT NULL,
    year TEXT NOT NULL,
    course TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, year, course)
) WITHOUT ROWID;

-- What each source said last, of a course (its key) or of one of the other things (#assessment, #verified, …). at: when
-- it was said or the report made. state NULL: it was taken back then. day: of completion. attempts: failed ones at the
-- assessment. year is '' for what belongs to no year.
CREATE TABLE claim (
    person_id INTEGER NOT NULL,
    year TEXT NOT NULL,
    course TEXT NOT NULL,
    source TEXT NOT NULL,
    state TEXT,
    at INTEGER NOT NULL,
    day TEXT,
    attempts INTEGER,
    PRIMARY KEY (person_id, year, course, source)
) WITHOUT ROWID;

-- What a claim said before it was replaced or taken back: with `claim` it is all that was ever said. Kept by a trigger,
-- so that no statement can overwrite anything silently; the same thing said again is no change.
CREATE TABLE claim_before (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    year TEXT NOT NULL,
    course TEXT NOT NULL,
    source TEXT NOT NULL,
    state TEXT,
    at INTEGER NOT NULL,
    day TEXT,
    attempts INTEGER,
    until INTEGER NOT NULL
);
CREATE INDEX claim_before_person ON claim_before (person_id, id);
CREATE TRIGGER claim_replaced AFTER UPDATE ON claim
WHEN (old.state, old.day, old.attempts) IS NOT (new.state, new.day, new.attempts)
BEGIN
    INSERT INTO claim_before (person_id, year, course, source, state, at, day, attempts, until)
    VALUES (old.person_id, old.year, old.course, old.source, old.state, old.at, old.day, old.attempts, new.at);
END;

-- Of each person and year what holds on any day (handlers/standing.py), so that a day's reminders are chosen by columns.
-- address_id: where a reminder goes to, the reachable chat used last.
CREATE TABLE standing (
    year TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    unmet INTEGER NOT NULL,
    reason TEXT,
    calendar TEXT NOT NULL,
    finished_on TEXT,
    address_id INTEGER,
    PRIMARY KEY (year, person_id)
) WITHOUT ROWID;

-- Whose facts changed since their standing was found: it is found anew before anything is chosen.
CREATE TABLE stale (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL
);
CREATE TRIGGER person_changed
AFTER UPDATE OF language, designation, curriculum, syllabus, circle, messages_off, snoozed_until, hour ON person
WHEN (old.language, old.designation, old.curriculum, old.syllabus, old.circle, old.messages_off, old.snoozed_until,
      old.hour) IS NOT
     (new.language, new.designation, new.curriculum, new.syllabus, new.circle, new.messages_off, new.snoozed_until,
      new.hour)
BEGIN
    INSERT INTO stale (person_id) VALUES (new.id);
END;
CREATE TRIGGER address_changed AFTER UPDATE OF is_reachable, person_id ON address
WHEN (old.is_reachable, old.person_id) IS NOT (new.is_reachable, new.person_id)
BEGIN
    INSERT INTO stale (person_id) SELECT old.person_id UNION SELECT new.person_id;
END;
-- The content that standings are found with; all persons from next_person on still have to be looked at with it (NULL:
-- none).
CREATE TABLE standing_content (fingerprint TEXT NOT NULL, next_person INTEGER);
INSERT INTO standing_content VALUES ('', 0);

-- What bulk messages are queued for. kind: reminder, of a training year on a day, which can be there once. chosen_to:
-- everybody up to this person is judged; chosen: how many messages are to be accounted for.
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    year TEXT,
    day TEXT,
    created_at INTEGER NOT NULL,
    chosen_to INTEGER NOT NULL DEFAULT 0,
    is_chosen INTEGER NOT NULL DEFAULT 0,
    is_closed INTEGER NOT NULL DEFAULT 0,
    chosen INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, year, day)
);
CREATE INDEX job_open ON job (kind, day) WHERE NOT is_closed;

-- One row a person, year and day. state: skip (not sent, for this reason), later (the person's part of the day has not
-- begun), held (a human owns the conversation), waiting (in the outbox), sent, failed, blocked, unknown, dropped, missed.
CREATE TABLE reminder (
    job_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    settled_at INTEGER,
    PRIMARY KEY (job_id, person_id)
) WITHOUT ROWID;
CREATE INDEX reminder_of_person ON reminder (person_id, job_id) WHERE state <> 'skip';
CREATE INDEX reminder_put_off ON reminder (job_id, person_id) WHERE state IN ('later', 'held');

-- What becomes of the message becomes of the reminder, whichever statement settles it.
CREATE TRIGGER reminder_settled AFTER UPDATE OF state ON outbox
WHEN new.state = 2 AND old.state < 2 AND new.job_id IS NOT NULL
BEGIN
    UPDATE reminder SET
        state = CASE WHEN new.outcome <> 'dropped' THEN new.outcome
                     WHEN new.reason IN ('later', 'held', 'missed') THEN new.reason ELSE 'dropped' END,
        reason = CASE WHEN new.outcome <> 'dropped' OR new.reason = 'missed' THEN reason
                      WHEN new.reason = 'later' THEN 'quiet' WHEN new.reason = 'held' THEN 'human_owned'
                      ELSE new.reason END,
        settled_at = new.settled_at
    WHERE job_id = new.job_id AND state = 'waiting'
      AND person_id = (SELECT person_id FROM address WHERE id = new.address_id);
END;
CREATE TRIGGER reminder_erased AFTER DELETE ON outbox
WHEN old.state < 2 AND old.job_id IS NOT NULL
BEGIN
    UPDATE reminder SET state = 'dropped', reason = 'deleted'
    WHERE job_id = old.job_id AND state = 'waiting'
      AND person_id = (SELECT person_id FROM address WHERE id = old.address_id);
END;

-- The last day on which somebody looked: what was due between it and the next look is missed.
CREATE TABLE reminder_look (id INTEGER PRIMARY KEY CHECK (id = 1), last_day TEXT NOT NULL);
