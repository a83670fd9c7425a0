-- Accounts whose data are only stored (GDPR Art. 18). A lifted restriction has no row.
CREATE TABLE restriction (
    account TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    ground  TEXT NOT NULL,   -- accuracy, unlawful, claims, objection: Art. 18(1)(a) to (d)
    since   INTEGER NOT NULL -- microseconds since 1970
) STRICT, WITHOUT ROWID;
