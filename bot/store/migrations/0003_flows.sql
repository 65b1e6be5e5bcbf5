-- What happened at the steps of the guided walks, counted by day (its beginning); nobody's in particular.
CREATE TABLE flow_count (
    flow TEXT NOT NULL,
    step TEXT NOT NULL,
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (flow, step, day, what)
) WITHOUT ROWID;
