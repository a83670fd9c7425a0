//! What permissions there are: one list of nouns with their verbs, as they stand on the command line.

/// The verbs of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verbs {
    These(&'static [&'static str]),
    /// The noun has no commands yet: a role may be prepared for it.
    Any,
}

use Verbs::{Any, These};

/// Every noun that acts on a store. What acts on none (`init`, `doctor`, `tour`, …) cannot be permitted.
pub const NOUNS: &[(&str, Verbs)] = &[
    (
        "2fa",
        These(&[
            "confirm",
            "diagnose",
            "enroll",
            "import",
            "policy.deadline",
            "policy.enforce",
            "policy.remove",
            "policy.report",
            "policy.set",
            "policy.show",
            "recovery.new",
            "recovery.status",
            "remove",
            "reset",
            "status",
            "verify",
        ]),
    ),
    (
        "account",
        These(&[
            "change", "create", "disable", "enable", "export", "history", "import", "list", "lock",
            "remove", "restore", "review", "show", "sweep", "unlock",
        ]),
    ),
    (
        "audit",
        These(&[
            "checkpoint",
            "count",
            "export",
            "list",
            "prove",
            "record",
            "show",
            "verify",
        ]),
    ),
    (
        "auth",
        These(&["check", "checkpassword", "pam", "serve-batch"]),
    ),
    (
        "backup",
        These(&[
            "copy",
            "create",
            "discard-replaced",
            "list",
            "pin",
            "prune",
            "restore",
            "rewrap",
            "schedule",
            "show",
            "target.check",
            "target.list",
            "unpin",
            "verify",
            "watch",
        ]),
    ),
    ("calendar", These(&["show"])),
    ("config", These(&["show", "template"])),
    ("consent", Any),
    (
        "group",
        These(&["add", "create", "drop", "list", "remove", "show"]),
    ),
    ("hold", Any),
    ("incident", Any),
    (
        "key",
        These(&["add", "kit", "list", "remove", "rotate", "verify"]),
    ),
    ("monitor", Any),
    ("notice", These(&["list", "mark", "show"])),
    ("oauth", Any),
    ("optout", Any),
    (
        "password",
        These(&[
            "calibrate",
            "check",
            "corpus.add",
            "corpus.build",
            "corpus.list",
            "corpus.remove",
            "corpus.verify",
            "generate",
            "policy.show",
            "policy.test",
            "redeem",
            "report",
            "require-change",
            "reset",
            "set",
            "upgrade",
        ]),
    ),
    ("policy", Any),
    ("records", Any),
    ("report", Any),
    (
        "request",
        These(&[
            "ack", "build", "deadline", "deliver", "deny", "due", "fulfil", "list", "open", "show",
            "verify",
        ]),
    ),
    ("retention", Any),
    (
        "role",
        These(&[
            "check",
            "create",
            "grant",
            "list",
            "operator.bind",
            "operator.enforce",
            "operator.list",
            "operator.unbind",
            "permit",
            "remove",
            "revoke",
            "show",
        ]),
    ),
    (
        "session",
        These(&["list", "purge", "record", "revoke", "verify"]),
    ),
    ("store", These(&["check", "compact", "migrate", "stats"])),
    (
        "token",
        These(&["create", "list", "revoke", "rotate", "show", "verify"]),
    ),
];
