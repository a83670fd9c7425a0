-- Values of accounts that were wrong and were put right (GDPR Art. 16, 11 CCR §7023): what moves data in must not bring
-- them back. Never the value.
CREATE TABLE rectified (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    field   TEXT NOT NULL,    -- name, email, display_name, region
    digest  BLOB NOT NULL,    -- keyed, of the value that was wrong; of the empty one where there was none
    at      INTEGER NOT NULL, -- microseconds since 1970
    request TEXT,             -- which asked for it
    PRIMARY KEY (field, digest, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX rectified_account ON rectified (account);
CREATE INDEX rectified_request ON rectified (request);
