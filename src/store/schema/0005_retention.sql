-- How long a class of data is kept.
CREATE TABLE retention_rule (
    class  TEXT NOT NULL PRIMARY KEY,
    period TEXT NOT NULL,
    basis  TEXT NOT NULL,   -- law and paragraph, or why so long
    added  INTEGER NOT NULL -- microseconds since 1970, like every time below
) STRICT, WITHOUT ROWID;

-- What the last run of each class did.
CREATE TABLE retention_run (
    class   TEXT NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    held    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
