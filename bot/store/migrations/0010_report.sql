-- Where the circles stand: what reports count by, the figures of each week, who got the weekly digest.

-- curriculum: the one whose courses a person's list is, '' where it is the plan itself or there is none. is_verified:
-- the green tick, NULL where not known. reminded: how many reminders of the year arrived, counted as they do.
ALTER TABLE standing ADD COLUMN curriculum TEXT;
ALTER TABLE standing ADD COLUMN is_verified INTEGER;
ALTER TABLE standing ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;
UPDATE standing SET reminded = (
    SELECT count(*) FROM reminder m JOIN job j ON j.id = m.job_id
    WHERE m.person_id = standing.person_id AND m.state <> 'skip' AND m.state = 'sent' AND m.reason <> 'finished'
      AND j.year = standing.year);
CREATE TRIGGER reminder_arrived AFTER UPDATE OF state ON reminder
WHEN new.state = 'sent' AND old.state <> 'sent' AND new.reason <> 'finished'
BEGIN
    UPDATE standing SET reminded = reminded + 1
    WHERE year = (SELECT year FROM job WHERE id = new.job_id) AND person_id = new.person_id;
END;

-- A report finds standings without what follows from them for a day's reminders: that is left to the next look.
ALTER TABLE stale ADD COLUMN is_found INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing_content ADD COLUMN found_with TEXT NOT NULL DEFAULT '';
ALTER TABLE standing_content ADD COLUMN found_next INTEGER;

CREATE INDEX IF NOT EXISTS roster_circle ON roster (circle);

-- The figures as the week began (its Monday), by circle ('': no circle is known) and part of it: kind total, division,
-- group or curriculum. met: by milestone, in the order of the year's policy.
CREATE TABLE figure_week (
    week TEXT NOT NULL,
    year TEXT NOT NULL,
    circle TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL,
    employees INTEGER NOT NULL,
    mandated INTEGER NOT NULL,
    linked INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    reminded INTEGER NOT NULL,
    met TEXT NOT NULL,
    PRIMARY KEY (year, circle, kind, part, week)
) WITHOUT ROWID;

-- One a member and week, whatever stops in between.
CREATE TABLE digest (
    week TEXT NOT NULL,
    member_id INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    PRIMARY KEY (week, member_id)
) WITHOUT ROWID;
