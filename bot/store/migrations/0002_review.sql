-- Redacted words of questions that were not understood or whose answer did not help. No row says who wrote it: there is
-- no person, no address, no message, and of the time only the day. So erasing a person leaves them; all go after 90 days.
CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    why TEXT NOT NULL,
    topic TEXT,
    alternatives TEXT NOT NULL,
    confidence REAL NOT NULL,
    language TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    decided_at INTEGER,
    topics_assigned TEXT,
    is_dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX review_undecided ON review (text) WHERE decided_at IS NULL;
CREATE INDEX review_age ON review (kept_at);
