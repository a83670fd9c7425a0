-- Ids under which other programs told events, so that none is told twice: 16 bytes of a keyed digest of source and id.
-- Up to version 4 they went into `event_key`, whose rows still count.
CREATE TABLE told_key (
    key BLOB NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
