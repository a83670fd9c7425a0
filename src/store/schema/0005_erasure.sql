-- Erasures, one for each request: from the frozen plan to the certificate. What identifies the person is sealed under
-- the keyring's journal key, and goes with the last stage, unless a hold keeps a part.
CREATE TABLE erasure (
    request TEXT NOT NULL PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,    -- acc_…, or req_… where the person has no account
    stage   TEXT NOT NULL CHECK (stage IN ('planned', 'begun', 'rows', 'log', 'scanned', 'done')),
    sealed  BLOB,             -- names and addresses; null once nothing is left to do
    plan    TEXT NOT NULL,    -- JSON: what was found when it was planned
    planned INTEGER NOT NULL, -- microseconds since 1970, like every time below
    begun   INTEGER,
    line    INTEGER,          -- of the rights journal
    went    TEXT,             -- JSON: what was deleted
    residue TEXT,             -- JSON: what the scan found
    done    INTEGER,
    gone_by INTEGER           -- when the last backup that holds the person is deleted at the latest
) STRICT, WITHOUT ROWID;
