-- Sign-ins that the platform keeps open, as it told us of them.
CREATE TABLE session (
    id         TEXT NOT NULL PRIMARY KEY, -- ses_…
    account    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    key        BLOB UNIQUE,               -- keyed HMAC of the platform's own name for it
    ip         TEXT,
    user_agent TEXT,                      -- control characters escaped
    created    INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    seen       INTEGER NOT NULL,
    expires    INTEGER NOT NULL,
    revoked    INTEGER,
    why        TEXT                       -- a word: asked, disabled, 2fa-reset, password-reset, swept, …
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account, created);
CREATE INDEX session_created ON session (created);
CREATE INDEX session_expires ON session (expires);
CREATE INDEX session_revoked ON session (revoked) WHERE revoked IS NOT NULL;

-- API keys. Only a digest of each is kept.
CREATE TABLE token (
    id          TEXT NOT NULL PRIMARY KEY, -- tok_…
    account     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    digest      BLOB NOT NULL UNIQUE,      -- SHA-256
    scopes      TEXT NOT NULL,             -- sorted, separated by spaces
    created     INTEGER NOT NULL,
    expires     INTEGER,                   -- null = never
    last_used   INTEGER,                   -- to the day
    refused     INTEGER,                   -- the last day on which it was turned away
    replaced_by TEXT,                      -- the token that rotation put in its place
    revoked     INTEGER,
    why         TEXT                       -- a word: asked, rotated
) STRICT, WITHOUT ROWID;
CREATE INDEX token_account ON token (account, created);
CREATE INDEX token_created ON token (created);
CREATE INDEX token_expires ON token (expires) WHERE expires IS NOT NULL;
CREATE INDEX token_replaced_by ON token (replaced_by) WHERE replaced_by IS NOT NULL;
