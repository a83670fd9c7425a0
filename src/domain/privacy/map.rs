//! The data map: what every column and every file of the store holds, and what erasing a person does to it. A test
//! fails on a column that is not here.

use super::class::Class;

/// Columns of a table that have one purpose and one fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub table: &'static str,
    pub columns: &'static [&'static str],
    /// Of which class the data are; none: they are nobody's.
    pub class: Option<Class>,
    pub erasure: Erasure,
}

/// What an erasure does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// Rows in which this column names the subject are deleted.
    Rows(&'static str),
    /// The columns are emptied in rows in which this one names the subject, or the digest of the address does; in the
    /// request that is being answered when it is closed.
    Emptied(&'static str),
    /// The account's own row: it goes last, or keeps its id alone where something else of it is held.
    Account,
    /// Values are deleted, their digests stay.
    Redacted,
    /// It stays for this reason.
    Kept(&'static str),
    /// Nothing here is about a person.
    Nothing,
}

impl Erasure {
    /// For people.
    pub fn told(self) -> String {
        match self {
            Self::Rows(_) | Self::Account => "deleted".to_owned(),
            Self::Emptied(_) => "emptied".to_owned(),
            Self::Redacted => "values deleted, digests stay".to_owned(),
            Self::Kept(why) => format!("stays: {why}"),
            Self::Nothing => "nothing personal".to_owned(),
        }
    }
}

const fn part(
    table: &'static str,
    columns: &'static [&'static str],
    class: Class,
    erasure: Erasure,
) -> Part {
    Part {
        table,
        columns,
        class: Some(class),
        erasure,
    }
}

const fn nobody(table: &'static str, columns: &'static [&'static str]) -> Part {
    Part {
        table,
        columns,
        class: None,
        erasure: Erasure::Nothing,
    }
}

use Class::{
    Access, Activity, Consents, Contact, Credentials, Identity, Notices, Requests, Sessions,
};
use Erasure::{Account, Emptied, Kept, Redacted, Rows};

const RECORD: Erasure = Kept("the record of the request (11 CCR §7101), by a random id");
const PSEUDONYMOUS: Erasure = Kept("the log's proofs: random ids and digests (GDPR Art. 5(2))");
const SUPPRESSED: Erasure = Kept(
    "a keyed digest, so that the choice holds for whoever comes again (GDPR Art. 21(3), 11 CCR §7022(e))",
);
const PROVES: Erasure = Kept("keyed digests of lines and ids, so that none comes in twice");

/// Every column, table by table. An erasure goes through it from the first to the last.
#[rustfmt::skip]
pub const MAP: &[Part] = &[
    part("password", &["account", "hash", "set_at", "require_change", "needs_factor", "version", "checked", "breached"],
        Credentials, Rows("account")),
    part("password_history", &["account", "version", "hash"], Credentials, Rows("account")),
    part("password_code", &["digest", "account", "kind", "created", "expires", "used", "version"],
        Credentials, Rows("account")),
    part("factor", &["id", "account", "kind", "secret", "created", "confirmed", "last_step", "algorithm", "digits",
        "period", "label", "enroll_code"], Credentials, Rows("account")),
    part("recovery_code", &["account", "number", "digest", "created", "used"], Credentials, Rows("account")),
    part("enroll_code", &["digest", "account", "created", "expires", "used"], Credentials, Rows("account")),
    part("factor_deadline", &["account", "deadline", "role", "written", "extended", "warned", "barred"],
        Credentials, Rows("account")),
    part("token", &["id", "account", "name", "digest", "scopes", "created", "expires", "last_used", "refused",
        "replaced_by", "revoked", "why"], Credentials, Rows("account")),
    part("attempt", &["digest", "account", "failed", "held", "last", "free"], Credentials, Rows("account")),
    part("account_role", &["account", "role", "granted"], Access, Rows("account")),
    part("group_member", &["member", "group", "added"], Access, Rows("member")),
    part("operator", &["uid", "login", "account", "bound"], Access, Rows("account")),
    part("session", &["id", "account", "key", "ip", "user_agent", "created", "seen", "expires", "revoked", "why"],
        Sessions, Rows("account")),
    part("notice", &["id", "account", "kind", "created", "state", "settled"], Notices, Rows("account")),
    part("consent", &["id", "account", "purpose", "version", "source", "given", "ended", "why", "through"],
        Consents, Rows("account")),
    part("restriction", &["account", "ground", "since"], Consents, Rows("account")),
    part("rectified", &["account", "field", "digest", "at", "request"], Identity, Rows("account")),
    part("optout", &["id", "account", "digest", "what", "source", "channel", "received", "honored", "cleared"],
        Consents, SUPPRESSED),
    part("hold", &["id", "subject", "basis", "owner", "placed", "review", "reviewed", "released"], Identity,
        Kept("why something was kept, by a random id")),
    part("request", &["email", "text", "agent"], Requests, Emptied("account")),
    part("request", &["id", "reference", "account", "email_digest", "type", "law", "state", "code", "received", "zone",
        "calendar", "channel", "opened", "acknowledged", "verified", "verified_how", "extended", "built", "delivered",
        "closed", "flags", "contested", "agent_proof", "level", "clock_from", "outcome", "answered", "fee",
        "duplicate_of", "foreign_id"], Requests, RECORD),
    part("request_step", &["request", "number", "at", "step", "state", "note", "event", "operator"], Requests, RECORD),
    part("request_pause", &["request", "number", "kind", "asked", "answered"], Requests, RECORD),
    part("bundle", &["request", "number", "built", "file", "bytes", "file_sha256", "manifest_sha256", "recipient",
        "channel", "delivered"], Requests, RECORD),
    part("source_run", &["request", "source", "action", "at", "outcome", "rows", "remain", "note"], Requests, RECORD),
    part("erasure", &["sealed"], Requests, Kept("sealed until nothing is left to erase, then emptied")),
    part("erasure", &["request", "subject", "stage", "plan", "planned", "begun", "line", "went", "residue", "done", "gone_by"],
        Requests, Kept("the certificate: counts, dates and random ids")),
    part("account", &["email", "email_folded"], Contact, Account),
    part("account", &["id", "name", "name_folded", "display_name", "kind", "region", "created", "changed", "expires",
        "disabled", "locked_until", "lock_reason", "removed", "last_sign_in", "version", "imported"],
        Identity, Account),
    part("disclosure", &["seq", "field", "text"], Activity, Redacted),
    part("pseudonym", &["digest", "id"], Activity, Redacted),
    part("event", &["seq", "ts", "rts", "action", "actor", "target", "source", "outcome", "severity", "entry"],
        Activity, PSEUDONYMOUS),
    part("dictionary", &["kind", "id", "value", "first"], Activity, PSEUDONYMOUS),
    part("standing", &["number", "subject", "kind", "about"], Identity, Kept("what the rights journal says, by a random id")),
    part("event_key", &["source", "key", "seq"], Activity, PROVES),
    part("told_key", &["key", "seq"], Activity, PROVES),
    part("ingest_key", &["key"], Activity, PROVES),
    nobody("calendar", &["code", "place", "zone", "first_year", "last_year", "imported"]),
    nobody("calendar_day", &["calendar", "date", "name"]),
    nobody("hold_class", &["hold", "class"]),
    nobody("consent_text", &["purpose", "version", "sha256", "text", "added"]),
    nobody("retention_rule", &["class", "period", "basis", "added"]),
    nobody("retention_run", &["class", "at", "deleted", "held"]),
    nobody("tree", &["id", "size", "frontier"]),
    nobody("tile", &["level", "number", "hashes"]),
    nobody("zone", &["number", "first_ts", "last_ts", "outcomes", "severities"]),
    nobody("checkpoint", &["epoch", "size", "note", "made", "reason"]),
    nobody("cosignature", &["epoch", "size", "key", "line", "seq", "signed"]),
    nobody("anchor", &["seq", "kind", "epoch", "size", "note", "query", "made", "response", "stamped", "answered"]),
    nobody("open_intent", &["seq", "action", "written"]),
    nobody("backup", &["id", "target", "file", "epoch", "sequence", "manifest_sha256", "created", "milliseconds",
        "bytes", "label", "verified_quick", "verified_full", "verified_restore_test", "verified_drill"]),
    nobody("backup_gone", &["id", "target", "at"]),
    nobody("backup_promise", &["made_before", "gone_by"]),
    nobody("delta_base", &["one", "backup", "page_size", "pages", "image_sha256", "key"]),
    nobody("delta_page", &["chunk", "digests"]),
    nobody("meta", &["key", "value"]),
    nobody("unlocker_use", &["name", "day"]),
    nobody("role", &["name", "description", "created"]),
    nobody("role_permission", &["role", "permission"]),
    nobody("account_group", &["name", "description", "created"]),
    nobody("group_role", &["group", "role", "granted"]),
    nobody("factor_policy", &["role", "from_time", "grace_days", "created"]),
    nobody("corpus", &["path", "kind", "added", "tested", "fresh", "bytes", "stamp", "least", "grace"]),
];

/// Columns in which people write: names are looked for here, addresses everywhere. A name is a word of many other
/// things: closed words, digests and hosts are no mentions of a person.
#[rustfmt::skip]
pub const FREE_TEXT: &[(&str, &str)] = &[
    ("account", "name"), ("account", "display_name"), ("account", "lock_reason"), ("account_group", "description"),
    ("backup", "label"), ("bundle", "file"), ("consent", "source"), ("consent", "through"), ("consent_text", "text"),
    ("factor", "label"), ("hold", "basis"), ("hold", "owner"), ("operator", "login"), ("request", "agent"),
    ("request", "text"), ("role", "description"), ("session", "user_agent"), ("token", "name"),
];

/// Columns with a row or more for each event that hold hashes of a fixed size, and can hold nothing else: they are not
/// searched, and the certificate does not count them.
pub const DIGESTS: &[(&str, &str)] = &[
    ("ingest_key", "key"),
    ("told_key", "key"),
    ("tile", "hashes"),
];

/// A file or folder that may hold somebody's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    pub name: &'static str,
    pub holds: &'static str,
    /// What an erasure does to it.
    pub erasure: &'static str,
}

/// What lies beside the database or is made from it.
#[rustfmt::skip]
pub const FILES: &[File] = &[
    File { name: "store.db-wal", holds: "pages of the database that were written last, encrypted",
        erasure: "emptied after the deleting and again at the end" },
    File { name: "rights.journal", holds: "which rights were used, by random ids and keyed digests, sealed",
        erasure: "gets a line: by it every restore erases the person again" },
    File { name: "replaced-…", holds: "the database that a restore put aside, encrypted",
        erasure: "must be discarded before an erasure is complete (`backup discard-replaced`)" },
    File { name: "backups", holds: "older states of everything, encrypted",
        erasure: "go at the date that the certificate names; a restore erases the person again" },
    File { name: "archives of pruned events", holds: "entries, and values where they were asked for, encrypted",
        erasure: "their keepers delete them: the certificate names the prunings" },
    File { name: "bundles and exports", holds: "what was handed out",
        erasure: "their keepers delete them: the certificate names the bundles" },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::fixture::Fixture;

    #[test]
    fn every_column_of_the_store_is_mapped_once() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let tables = ctx.store.read(|tx| tx.tables()).unwrap();
        let mut there: BTreeMap<(String, String), u32> = BTreeMap::new();
        for (table, columns) in tables {
            for column in columns {
                there.insert((table.clone(), column), 0);
            }
        }
        let mut strange = vec![];
        for part in MAP {
            for column in part.columns {
                let key = (part.table.to_owned(), (*column).to_owned());
                match there.get_mut(&key) {
                    Some(times) => *times += 1,
                    None => strange.push(key),
                }
            }
        }
        there.retain(|_, times| *times != 1);
        assert_eq!((there, strange), (BTreeMap::new(), vec![]));
    }
}
