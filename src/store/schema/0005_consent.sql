-- What people were asked to consent to: the text itself, because it must be shown what was accepted (GDPR Art. 7(1)).
CREATE TABLE consent_text (
    purpose TEXT NOT NULL,    -- a word: newsletter
    version TEXT NOT NULL,
    sha256  TEXT NOT NULL,    -- of the text
    text    TEXT NOT NULL,
    added   INTEGER NOT NULL, -- microseconds since 1970, like every time below
    PRIMARY KEY (purpose, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
    id      TEXT NOT NULL PRIMARY KEY, -- cns_…
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    source  TEXT NOT NULL,             -- where it was given: web, app, paper, …
    given   INTEGER NOT NULL,
    ended   INTEGER,                   -- null = in force
    why     TEXT,                      -- withdrawn, replaced
    through TEXT,                      -- where it was withdrawn
    FOREIGN KEY (purpose, version) REFERENCES consent_text (purpose, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_account ON consent (account, given);
