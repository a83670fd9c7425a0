-- Lists of leaked passwords, as files that lie outside the store.
CREATE TABLE corpus (
    path    TEXT NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('sorted', 'ranges', 'plain')),
    added   INTEGER NOT NULL,           -- microseconds since 1970, like every time below
    tested  INTEGER NOT NULL,           -- when its self-test last passed
    fresh   INTEGER NOT NULL,           -- since when it has this content: a newer one asks again at sign-in
    bytes   INTEGER NOT NULL,
    stamp   INTEGER NOT NULL,           -- the file's own time of change, to notice a newer one
    least   INTEGER NOT NULL DEFAULT 1, -- how often a password must stand in it to count
    grace   INTEGER NOT NULL            -- seconds for which a password that turns up in it may still be used
) STRICT, WITHOUT ROWID;

-- When a password was last held against the lists: a newer list asks again at the next sign-in.
ALTER TABLE password ADD COLUMN checked INTEGER;
-- When it was first found in one; null = never.
ALTER TABLE password ADD COLUMN breached INTEGER;
CREATE INDEX password_breached ON password (account) WHERE breached IS NOT NULL;

-- Earlier passwords, only where the rules forbid to use them again.
CREATE TABLE password_history (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    version INTEGER NOT NULL, -- of the password
    hash    TEXT NOT NULL,
    PRIMARY KEY (account, version)
) STRICT, WITHOUT ROWID;
