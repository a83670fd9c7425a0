-- What somebody objected to or opted out of, with an account or without one.
CREATE TABLE optout (
    id       TEXT NOT NULL PRIMARY KEY, -- opt_…
    account  TEXT,                      -- acc_…; no reference, because a choice outlives its account
    digest   BLOB,                      -- keyed HMAC of the normalized address
    what     TEXT NOT NULL,             -- sale-sharing, limit, direct-marketing, legitimate-interests
    source   TEXT NOT NULL,             -- request, gpc, agent, operator
    channel  TEXT NOT NULL,
    received INTEGER NOT NULL,          -- microseconds since 1970, like every time below
    honored  INTEGER NOT NULL,          -- when it took effect
    cleared  INTEGER,                   -- null = in force
    CHECK (account IS NOT NULL OR digest IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX optout_account ON optout (account) WHERE account IS NOT NULL;
CREATE INDEX optout_digest ON optout (digest) WHERE digest IS NOT NULL;
