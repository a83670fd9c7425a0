CREATE TABLE account (
    id            TEXT NOT NULL PRIMARY KEY, -- acc_…
    name          TEXT NOT NULL,             -- as given
    name_folded   TEXT NOT NULL UNIQUE,      -- NFKC, case-folded
    email         TEXT,
    email_folded  TEXT UNIQUE,
    display_name  TEXT,
    kind          TEXT NOT NULL CHECK (kind IN ('person', 'service')),
    region        TEXT,                      -- ISO 3166-1 alpha-2
    created       INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    changed       INTEGER NOT NULL,
    expires       INTEGER,
    disabled      INTEGER,                   -- since when; null = enabled
    locked_until  INTEGER,                   -- null = not locked
    lock_reason   TEXT,
    removed       INTEGER,                   -- soft removal; purged after 30 days
    last_sign_in  INTEGER,
    version       INTEGER NOT NULL DEFAULT 1 -- counts changes: compare-and-swap
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    name        TEXT NOT NULL PRIMARY KEY,
    description TEXT NOT NULL,
    created     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a role permits: `*`, `account.*`, `backup.restore`.
CREATE TABLE role_permission (
    role       TEXT NOT NULL REFERENCES role (name) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (role, permission)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_role (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role    TEXT NOT NULL REFERENCES role (name),
    granted INTEGER NOT NULL,
    PRIMARY KEY (account, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_role_role ON account_role (role);
