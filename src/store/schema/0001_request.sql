CREATE TABLE request (
    id           TEXT NOT NULL PRIMARY KEY, -- req_…
    reference    TEXT NOT NULL UNIQUE,      -- R-2026-0007: what people quote
    account      TEXT,                      -- subject, where it is an account
    email        TEXT,                      -- as the request named it, until it is closed
    email_digest BLOB,                      -- keyed HMAC of the normalized address; stays
    type         TEXT NOT NULL,             -- access, portability; later erasure, objection and the rest
    law          TEXT NOT NULL CHECK (law IN ('gdpr', 'ccpa', 'both')),
    state        TEXT NOT NULL,
    code         TEXT,                      -- why it was denied or met in part
    text         TEXT,                      -- what the person was told then
    received     INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    zone         TEXT NOT NULL,             -- IANA name: where the days are counted
    calendar     TEXT NOT NULL,             -- whose holidays count (CCPA beside GDPR: always US-CA)
    channel      TEXT NOT NULL,
    opened       INTEGER NOT NULL,
    acknowledged INTEGER,
    verified     INTEGER,
    verified_how TEXT,
    extended     INTEGER,                   -- when the notice of extension went out
    built        INTEGER,
    delivered    INTEGER,
    closed       INTEGER,
    flags        TEXT NOT NULL DEFAULT ''   -- sorted, separated by commas: agent, fee, held, late
) STRICT, WITHOUT ROWID;
CREATE INDEX request_open ON request (closed, received);
CREATE INDEX request_account ON request (account) WHERE account IS NOT NULL;
CREATE INDEX request_email ON request (email_digest) WHERE email_digest IS NOT NULL;

-- Every step of a request, with the audit event that recorded it.
CREATE TABLE request_step (
    request TEXT NOT NULL REFERENCES request (id),
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    step    TEXT NOT NULL, -- open, ack, verify, …
    state   TEXT NOT NULL, -- after it
    note    TEXT,          -- a channel, method or code; never free text
    event   INTEGER NOT NULL,
    PRIMARY KEY (request, number)
) STRICT, WITHOUT ROWID;

-- Questions that stop the GDPR clock (EDPB Guidelines 01/2022 §5.3). Days are civil dates in the request's zone.
CREATE TABLE request_pause (
    request  TEXT NOT NULL REFERENCES request (id),
    number   INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('identity', 'clarify')),
    asked    TEXT NOT NULL,
    answered TEXT,
    PRIMARY KEY (request, number)
) STRICT, WITHOUT ROWID;

-- The bundles that were built and where they went. The file itself lies outside the store.
CREATE TABLE bundle (
    request         TEXT NOT NULL REFERENCES request (id),
    number          INTEGER NOT NULL,
    built           INTEGER NOT NULL,
    file            TEXT NOT NULL, -- its name, without the folder
    bytes           INTEGER NOT NULL,
    file_sha256     TEXT NOT NULL, -- of the encrypted file
    manifest_sha256 TEXT NOT NULL, -- of manifest-sha256.txt inside
    recipient       TEXT NOT NULL, -- fingerprint, or `passphrase`
    channel         TEXT,
    delivered       INTEGER,
    PRIMARY KEY (request, number)
) STRICT, WITHOUT ROWID;
