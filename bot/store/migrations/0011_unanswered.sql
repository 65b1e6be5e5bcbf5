-- How often, in a circle, a question was not understood or an answer did not help: by topic ('': none was recognised) and
-- week (its Monday). Numbers alone, beside the words in review, which stay nobody's and no circle's; all go after 90 days.
CREATE TABLE unanswered (
    circle TEXT NOT NULL,
    topic TEXT NOT NULL,
    why TEXT NOT NULL,
    week TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (circle, topic, why, week)
) WITHOUT ROWID;
