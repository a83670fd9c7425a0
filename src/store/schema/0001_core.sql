-- Facts about the store itself: canary, store_id, epoch, journal_number, journal_hash, created.
CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last day on which each unlocker opened the store.
CREATE TABLE unlocker_use (
    name TEXT NOT NULL PRIMARY KEY,
    day  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
