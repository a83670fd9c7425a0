CREATE TABLE request (
    id           TEXT NOT NULL PRIMARY KEY, -- req_…
    reference    TEXT NOT NULL UNIQUE,      -- R-2026-0007: what people quote
    account      TEXT,                      -- subject, where it is an account
    email        TEXT,                      -- as the request named it, until it is closed
    type         TEXT NOT NULL,             -- access, portability
    law          TEXT NOT NULL CHECK (law IN ('gdpr', 'ccpa', 'both')),
    state        TEXT NOT NULL,
    code         TEXT,                      -- of a denial
    received     INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    zone         TEXT NOT NULL,             -- IANA name: where the days are counted
    calendar     TEXT NOT NULL,
    channel      TEXT NOT NULL,
    opened       INTEGER NOT NULL,
    acknowledged INTEGER,
    verified     INTEGER,
    verified_how TEXT,
    built        INTEGER,
    delivered    INTEGER,
    closed       INTEGER,
    flags        TEXT NOT NULL DEFAULT ''   -- late, agent
) STRICT, WITHOUT ROWID;
CREATE INDEX request_open ON request (closed, received);

-- Every step of a request, with the audit event that recorded it.
CREATE TABLE request_step (
    request TEXT NOT NULL REFERENCES request (id),
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    step    TEXT NOT NULL,
    event   INTEGER NOT NULL,
    PRIMARY KEY (request, number)
) STRICT, WITHOUT ROWID;

-- The bundles that were built and where they went. The file itself lies outside the store.
CREATE TABLE bundle (
    request         TEXT NOT NULL REFERENCES request (id),
    number          INTEGER NOT NULL,
    built           INTEGER NOT NULL,
    file            TEXT NOT NULL,
    file_sha256     TEXT NOT NULL, -- of the encrypted file
    manifest_sha256 TEXT NOT NULL, -- of manifest-sha256.txt inside
    recipient       TEXT NOT NULL, -- fingerprint, or `passphrase`
    channel         TEXT,
    delivered       INTEGER,
    PRIMARY KEY (request, number)
) STRICT, WITHOUT ROWID;
