-- Restrictions of the rights journal that hold, and that a later act can lift: without them nobody could say
-- which line an unlocking takes back. A line about many accounts has a row for each.
CREATE TABLE standing (
    number  INTEGER NOT NULL, -- of the journal's line
    subject TEXT NOT NULL,    -- acc_…; empty where the line is about no account
    kind    TEXT NOT NULL,
    about   TEXT NOT NULL,    -- which role, group, permission or user; else empty
    PRIMARY KEY (number, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_subject ON standing (subject, kind, about);
