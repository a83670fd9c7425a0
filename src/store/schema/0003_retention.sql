-- Backups that were really removed: the catalog keeps their rows, because their manifests stay too.
CREATE TABLE backup_gone (
    id     TEXT NOT NULL,
    target TEXT NOT NULL,
    at     INTEGER NOT NULL, -- microseconds since 1970
    PRIMARY KEY (id, target)
) STRICT, WITHOUT ROWID;

-- What erasure certificates promised, without naming anybody: backups made before one date are gone by another.
CREATE TABLE backup_promise (
    made_before INTEGER NOT NULL,
    gone_by     INTEGER NOT NULL,
    PRIMARY KEY (made_before, gone_by)
) STRICT, WITHOUT ROWID;
