-- Where a second factor is required: of those who hold a role, from a date, with time to comply.
CREATE TABLE factor_policy (
    role       TEXT NOT NULL PRIMARY KEY REFERENCES role (name) ON DELETE CASCADE,
    from_time  INTEGER NOT NULL, -- microseconds since 1970, like every time below
    grace_days INTEGER NOT NULL,
    created    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which accounts a rule is for, by themselves or through a group; once for each way.
CREATE VIEW ruled (account, role, from_time, grace_days) AS
    SELECT r.account, p.role, p.from_time, p.grace_days
    FROM factor_policy p JOIN account_role r ON r.role = p.role
    UNION ALL
    SELECT m.member, p.role, p.from_time, p.grace_days
    FROM factor_policy p JOIN group_role g ON g.role = p.role JOIN group_member m ON m."group" = g."group";

-- By when an account must have a second factor: written once, moved only by an extension.
CREATE TABLE factor_deadline (
    account  TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    deadline INTEGER NOT NULL,
    role     TEXT NOT NULL,    -- whose rule set it
    written  INTEGER NOT NULL,
    extended INTEGER,          -- when it was last moved
    warned   INTEGER,          -- when its holder was last warned
    barred   INTEGER           -- when signing in was barred
) STRICT, WITHOUT ROWID;
CREATE INDEX factor_deadline_due ON factor_deadline (deadline);

-- Single-use codes with which the holder of an account binds a second factor.
CREATE TABLE enroll_code (
    digest  BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the code
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX enroll_code_account ON enroll_code (account);

ALTER TABLE factor ADD COLUMN algorithm TEXT NOT NULL DEFAULT 'SHA1' CHECK (algorithm IN ('SHA1', 'SHA256', 'SHA512'));
ALTER TABLE factor ADD COLUMN digits INTEGER NOT NULL DEFAULT 6;
ALTER TABLE factor ADD COLUMN period INTEGER NOT NULL DEFAULT 30; -- seconds
ALTER TABLE factor ADD COLUMN label TEXT;
ALTER TABLE factor ADD COLUMN enroll_code BLOB; -- digest of the code that opened it; used up when it is confirmed
CREATE INDEX factor_pending ON factor (created) WHERE confirmed IS NULL;

-- What accounts are to be told. Sending is another matter; a row holds no personal value.
CREATE TABLE notice (
    id      TEXT NOT NULL PRIMARY KEY, -- ntc_…
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL,             -- 2fa-reset, password-changed, …
    created INTEGER NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'dropped')),
    settled INTEGER                    -- when it was sent or dropped
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_account ON notice (account);
CREATE INDEX notice_queued ON notice (created) WHERE state = 'queued';
