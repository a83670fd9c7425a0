-- What each data source of the platform answered to a request last: counts, never what stands there.
CREATE TABLE source_run (
    request TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    source  TEXT NOT NULL,    -- its name in the configuration
    action  TEXT NOT NULL CHECK (action IN ('count', 'export', 'erase')),
    at      INTEGER NOT NULL, -- microseconds since 1970
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'kept', 'held', 'failed', 'left-out', 'not-asked')),
    rows    INTEGER NOT NULL, -- counted, handed over or erased
    remain  INTEGER NOT NULL, -- what still stands there
    note    TEXT,             -- the code of what failed, why records stay, or why nothing was asked
    PRIMARY KEY (request, source, action)
) STRICT, WITHOUT ROWID;
