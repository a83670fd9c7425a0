-- A cache of what the manifests at the targets say; it can be rebuilt from them.
CREATE TABLE backup (
    id              TEXT NOT NULL,
    target          TEXT NOT NULL,    -- the folder or target name
    file            TEXT NOT NULL,
    epoch           TEXT NOT NULL,
    sequence        INTEGER NOT NULL, -- from 1, per epoch and target
    manifest_sha256 TEXT NOT NULL,
    created         INTEGER NOT NULL, -- microseconds since 1970, like every time below
    milliseconds    INTEGER NOT NULL, -- how long it took
    bytes           INTEGER NOT NULL,
    label           TEXT,
    verified        INTEGER,          -- when it was last verified
    verified_how    TEXT,             -- made, quick, full, restore-test, drill
    PRIMARY KEY (id, target)
) STRICT, WITHOUT ROWID;
