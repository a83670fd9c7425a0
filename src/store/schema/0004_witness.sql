-- Cosignatures of witnesses under checkpoints (C2SP tlog-cosignature). A row is removed by nobody: the event that
-- took it in says that it exists.
CREATE TABLE cosignature (
    seq    INTEGER NOT NULL PRIMARY KEY, -- of the event that took it in
    epoch  TEXT NOT NULL,                -- of the checkpoint
    size   INTEGER NOT NULL,
    key    TEXT NOT NULL,                -- the witness's public key, with its name
    line   TEXT NOT NULL,                -- the signature line
    signed INTEGER NOT NULL              -- when, as the witness says: microseconds since 1970
) STRICT;
CREATE UNIQUE INDEX cosignature_size ON cosignature (epoch, size, key);

-- What left the store so that it vouches for the log from outside.
CREATE TABLE anchor (
    seq      INTEGER NOT NULL PRIMARY KEY, -- of the event that tells of it
    epoch    TEXT NOT NULL,
    size     INTEGER NOT NULL,
    kind     TEXT NOT NULL,                -- file, mail, syslog, rfc3161
    made     INTEGER NOT NULL,             -- microseconds since 1970
    note     TEXT NOT NULL,                -- the checkpoint that left, byte for byte
    query    BLOB,                         -- the request of RFC 3161
    answered INTEGER,                      -- the event that took the response in
    response BLOB,                         -- the response of RFC 3161, signature and all
    stamped  INTEGER                       -- the time in it
) STRICT;

-- Verifying looks for the checkpoints of each 256 events, whatever their epoch.
CREATE INDEX checkpoint_size ON checkpoint (size);
