CREATE TABLE password (
    account        TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    hash           TEXT NOT NULL,    -- PHC string
    set_at         INTEGER NOT NULL, -- microseconds since 1970, like every time below
    require_change INTEGER,          -- change needed by then; null = no
    needs_factor   INTEGER NOT NULL CHECK (needs_factor IN (0, 1)), -- long enough only with a second factor
    version        INTEGER NOT NULL  -- a code is bound to it
) STRICT, WITHOUT ROWID;

-- Single-use codes that set a password: reset and invite.
CREATE TABLE password_code (
    digest  BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the code
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('reset', 'invite')),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used    INTEGER,
    version INTEGER NOT NULL           -- of the password that it replaces; 0 = none yet
) STRICT, WITHOUT ROWID;
CREATE INDEX password_code_account ON password_code (account);

CREATE TABLE factor (
    id        TEXT NOT NULL PRIMARY KEY, -- fac_…
    account   TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind = 'totp'),
    secret    BLOB NOT NULL,
    created   INTEGER NOT NULL,
    confirmed INTEGER,                   -- null = pending
    last_step INTEGER NOT NULL DEFAULT -1 -- the newest step whose code was used
) STRICT, WITHOUT ROWID;
CREATE INDEX factor_account ON factor (account);

CREATE TABLE recovery_code (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    digest  BLOB NOT NULL, -- SHA-256 of the 120-bit code
    created INTEGER NOT NULL,
    used    INTEGER,
    PRIMARY KEY (account, number)
) STRICT, WITHOUT ROWID;

-- Consecutive failures per authenticator, counted before anything is checked.
CREATE TABLE attempt (
    digest  BLOB NOT NULL PRIMARY KEY, -- keyed HMAC of the authenticator and the typed name
    account TEXT REFERENCES account (id) ON DELETE CASCADE, -- null: nobody has this name
    failed  INTEGER NOT NULL,          -- tries that were looked at
    held    INTEGER NOT NULL,          -- tries that were turned away without a look
    last    INTEGER NOT NULL,
    free    INTEGER NOT NULL           -- no further try before then
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_stranger ON attempt (last) WHERE account IS NULL;
CREATE INDEX attempt_account ON attempt (account) WHERE account IS NOT NULL;
