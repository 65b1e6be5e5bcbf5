-- What the cells' files bring: which reports were imported, what each replaced (so that it can be taken back), who was
-- in the last report of each kind and circle, and which rows wait for somebody to say whose they are.

-- The key that everything encrypted is encrypted with: its number, and a fingerprint by which it is known again.
-- root_box: the first key, which keys the hashes that nobody can compute again (NULL: it is this one).
CREATE TABLE data_key (
    number INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    root_box BLOB
);

-- circle NULL: of all circles. reported_at: when the report was made. state: applying, applied, undoing,
-- undone, kept (too old to be taken back).
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    circle TEXT,
    file_hash TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    counts TEXT NOT NULL
);
CREATE INDEX import_file ON import (file_hash);

-- The circles that an import has rows of, and when the report was made.
CREATE TABLE import_circle (
    import_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    circle TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (import_id, circle)
) WITHOUT ROWID;

-- How new a value is: twice the moment of its report, one more where it is the user report's. import_id: which import
-- wrote the row last.
ALTER TABLE roster DROP COLUMN key_number;
ALTER TABLE roster ADD COLUMN name_rank INTEGER;
ALTER TABLE roster ADD COLUMN email_rank INTEGER;
ALTER TABLE roster ADD COLUMN mobile_rank INTEGER;
ALTER TABLE roster ADD COLUMN post_rank INTEGER;
ALTER TABLE roster ADD COLUMN group_rank INTEGER;
ALTER TABLE roster ADD COLUMN circle_rank INTEGER;
ALTER TABLE roster ADD COLUMN division_rank INTEGER;
ALTER TABLE roster ADD COLUMN office_rank INTEGER;
ALTER TABLE roster ADD COLUMN left_rank INTEGER;
ALTER TABLE roster ADD COLUMN import_id INTEGER;
CREATE INDEX roster_circle ON roster (circle);
ALTER TABLE claim ADD COLUMN import_id INTEGER;
ALTER TABLE plan ADD COLUMN import_id INTEGER;

-- In which report of a kind somebody was last, of which circle; missing_since: the import from which on they were not
-- in it any more.
CREATE TABLE seen (
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    circle TEXT NOT NULL,
    import_id INTEGER NOT NULL,
    missing_since INTEGER,
    PRIMARY KEY (person_id, kind)
) WITHOUT ROWID;
CREATE INDEX seen_circle ON seen (kind, circle, import_id);

-- What an import replaced. was_import: which import had written it. A row of the import without one here is new.
CREATE TABLE claim_undo (
    import_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    year TEXT NOT NULL,
    course TEXT NOT NULL,
    state TEXT,
    at INTEGER NOT NULL,
    day TEXT,
    attempts INTEGER,
    was_import INTEGER,
    PRIMARY KEY (import_id, person_id, year, course)
) WITHOUT ROWID;
CREATE TABLE plan_undo (
    import_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    year TEXT NOT NULL,
    course TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    was_import INTEGER,
    PRIMARY KEY (import_id, person_id, year, course)
) WITHOUT ROWID;
CREATE TABLE seen_undo (
    import_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    circle TEXT NOT NULL,
    missing_since INTEGER,
    was_import INTEGER,
    PRIMARY KEY (import_id, person_id, kind)
) WITHOUT ROWID;
CREATE TABLE roster_undo (
    import_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    employee_id TEXT,
    email_hash TEXT,
    mobile_hash TEXT,
    name_box BLOB,
    email_box BLOB,
    mobile_box BLOB,
    designation_written TEXT,
    designation TEXT,
    meanings TEXT,
    is_unknown INTEGER,
    curriculum TEXT,
    syllabus TEXT,
    group_written TEXT,
    circle TEXT,
    division TEXT,
    office TEXT,
    has_left INTEGER,
    reported_at INTEGER,
    name_rank INTEGER,
    email_rank INTEGER,
    mobile_rank INTEGER,
    post_rank INTEGER,
    group_rank INTEGER,
    circle_rank INTEGER,
    division_rank INTEGER,
    office_rank INTEGER,
    left_rank INTEGER,
    was_import INTEGER,
    UNIQUE (import_id, person_id)
);

-- Further keys of a person: what was decided to be the same person's. kind: employee, email (a hash, the e-mail itself in
-- email_box).
CREATE TABLE alias (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    email_box BLOB,
    person_id INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (kind, value)
);
CREATE INDEX alias_person ON alias (person_id);

-- A row's employee id and e-mail that contradict somebody known: whose are they? verdict: same, two, or NULL until it
-- is decided; ignores: the key that rows of two persons are not known by. See handlers/same_person.py.
CREATE TABLE clash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    employee_id TEXT NOT NULL,
    email_hash TEXT NOT NULL,
    email_box BLOB,
    name_box BLOB,
    person_id INTEGER NOT NULL,
    other_id INTEGER,
    circle TEXT,
    import_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    verdict TEXT,
    ignores TEXT,
    decided_at INTEGER,
    UNIQUE (employee_id, email_hash)
);
CREATE INDEX clash_email ON clash (email_hash) WHERE verdict IS NULL;
