-- What must not be deleted: of an account, or of everybody (subject null). A released hold stays as a record.
CREATE TABLE hold (
    id       TEXT NOT NULL PRIMARY KEY, -- hld_…
    subject  TEXT,                      -- acc_…; null = everybody
    basis    TEXT NOT NULL,             -- law and paragraph
    owner    TEXT NOT NULL,             -- who answers for it
    placed   INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    review   INTEGER NOT NULL,          -- by when somebody must look whether it is still needed
    reviewed INTEGER,
    released INTEGER                    -- null = in force
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_subject ON hold (subject) WHERE released IS NULL;

-- The classes of data that it holds, a row for each.
CREATE TABLE hold_class (
    hold  TEXT NOT NULL REFERENCES hold (id),
    class TEXT NOT NULL,
    PRIMARY KEY (hold, class)
) STRICT, WITHOUT ROWID;

-- What is held now.
CREATE VIEW held (subject, class, hold) AS
    SELECT h.subject, c.class, h.id FROM hold h JOIN hold_class c ON c.hold = h.id WHERE h.released IS NULL;
