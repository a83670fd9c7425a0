-- Lists of breached passwords, as files that lie outside the store.
CREATE TABLE corpus (
    path    TEXT NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('sorted', 'ranges', 'plain')),
    added   INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    tested  INTEGER NOT NULL,          -- when its self-test last passed
    bytes   INTEGER NOT NULL,
    stamp   INTEGER NOT NULL,          -- the file's own time of change, to notice a newer one
    least   INTEGER NOT NULL DEFAULT 1 -- how often a password must stand in it to count
) STRICT, WITHOUT ROWID;

-- When a password was last held against the corpus: a newer corpus asks again at the next sign-in.
ALTER TABLE password ADD COLUMN checked INTEGER;
-- When it was first found in a breach; null = never.
ALTER TABLE password ADD COLUMN breached INTEGER;
