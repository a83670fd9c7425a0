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
    verified_quick        INTEGER,    -- when its signature and digest were last found right
    verified_full         INTEGER,    -- when all of it was last opened; first when it was read back
    verified_restore_test INTEGER,    -- when it was last restored to scratch and checked
    verified_drill        INTEGER,    -- the same, with a recovery unlocker given by hand
    PRIMARY KEY (id, target)
) STRICT, WITHOUT ROWID;
