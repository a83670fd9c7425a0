//! What an action is called in the vocabularies of other tools: OCSF classes and activities, ECS categories and
//! types. A table and nothing else; what it does not know gets the general class of its kind.

use super::super::shown::Shown;

/// The OCSF class of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    AccountChange,
    Authentication,
    EntityManagement,
    UserAccess,
    GroupManagement,
    ApiActivity,
}

impl Class {
    pub(super) const fn uid(self) -> u64 {
        match self {
            Self::AccountChange => 3001,
            Self::Authentication => 3002,
            Self::EntityManagement => 3004,
            Self::UserAccess => 3005,
            Self::GroupManagement => 3006,
            Self::ApiActivity => 6003,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::AccountChange => "Account Change",
            Self::Authentication => "Authentication",
            Self::EntityManagement => "Entity Management",
            Self::UserAccess => "User Access Management",
            Self::GroupManagement => "Group Management",
            Self::ApiActivity => "API Activity",
        }
    }
}

/// What ECS calls the thing that an event does: `event.category` and `event.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Elastic {
    pub category: &'static str,
    pub kind: &'static str,
}

/// What a verb does to its thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Creates,
    Reads,
    Changes,
    Deletes,
    Other,
}

/// Noun and verb; a deeper action (`password.corpus.add`, `2fa.policy-set`) has its last word as verb.
fn words(action: &str) -> (&str, &str) {
    let noun = action.split('.').next().unwrap_or(action);
    let verb = action.rsplit(['.', '-']).next().unwrap_or(action);
    (noun, verb)
}

fn deed(verb: &str) -> Deed {
    match verb {
        "create" | "add" | "init" | "open" | "record" | "import" | "bind" | "enroll" => {
            Deed::Creates
        }
        "list" | "show" | "read" | "export" | "verify" | "check" | "status" | "history"
        | "count" | "prove" | "build" | "deliver" | "diagnose" => Deed::Reads,
        "remove" | "revoke" | "prune" | "purge" | "discard" | "drop" | "unbind" | "redact"
        | "expire" | "delete" => Deed::Deletes,
        "set" | "change" | "rotate" | "migrate" | "compact" | "restore" | "pin" | "unpin"
        | "rewrap" | "renew" | "enforce" | "mark" | "fulfil" | "deny" | "ack" | "grant"
        | "enable" | "disable" | "lock" | "unlock" | "update" | "redeem" | "confirm" | "reset"
        | "upgrade" | "sweep" | "settle" | "review" | "epoch" => Deed::Changes,
        _ => Deed::Other,
    }
}

fn is_sign_in(noun: &str, verb: &str) -> bool {
    (noun == "auth" && deed(verb) != Deed::Changes)
        || matches!(
            verb,
            "login" | "logon" | "logout" | "logoff" | "signin" | "signout"
        )
}

fn is_sign_out(verb: &str) -> bool {
    matches!(verb, "logout" | "logoff" | "signout")
}

/// The OCSF class and `activity_id`; 99 is "other" in every class.
pub(super) fn ocsf(event: &Shown) -> (Class, u64) {
    let (noun, verb) = words(&event.action);
    if is_sign_in(noun, verb) {
        let activity = match verb {
            verb if is_sign_out(verb) => 2,
            "login" | "logon" | "signin" | "check" => 1,
            _ => 99,
        };
        return (Class::Authentication, activity);
    }
    if event.source != super::OURS {
        return (Class::ApiActivity, api(deed(verb)));
    }
    match noun {
        "account" | "password" | "2fa" | "auth"
            if deed(verb) != Deed::Reads && is_account(event) =>
        {
            (Class::AccountChange, account(noun, verb))
        }
        "role" if verb == "grant" && event.target.is_some() => (Class::UserAccess, 1),
        "role" if verb == "revoke" && event.target.is_some() => (Class::UserAccess, 2),
        "group" if event.target.is_some() && deed(verb) != Deed::Reads => {
            (Class::GroupManagement, group(verb))
        }
        _ => (Class::EntityManagement, api(deed(verb))),
    }
}

/// Rules for roles are no change of an account.
fn is_account(event: &Shown) -> bool {
    let id = event.target.as_deref();
    id.is_some_and(|id| id.starts_with("acc_"))
}

fn account(noun: &str, verb: &str) -> u64 {
    match (noun, verb) {
        ("account", "create" | "import") => 1,
        ("account" | "auth", "enable") => 2,
        ("password", "set" | "redeem") => 3,
        ("password", "reset") => 4,
        ("account" | "auth", "disable") => 5,
        ("account", "remove") => 6,
        ("account" | "auth", "lock") => 9,
        ("2fa", "confirm") => 10,
        ("2fa", "remove" | "reset") => 11,
        ("account" | "auth", "unlock") => 12,
        _ => 99,
    }
}

fn group(verb: &str) -> u64 {
    match verb {
        "add" => 3,
        "drop" => 4,
        "remove" => 5,
        "create" => 6,
        _ => 99,
    }
}

/// Entities and API calls number the same four deeds alike.
const fn api(deed: Deed) -> u64 {
    match deed {
        Deed::Creates => 1,
        Deed::Reads => 2,
        Deed::Changes => 3,
        Deed::Deletes => 4,
        Deed::Other => 99,
    }
}

/// The ECS words. Only pairs that ECS allows: `iam` knows no `access`, `authentication` only beginning and end.
pub(super) fn elastic(event: &Shown) -> Elastic {
    let (noun, verb) = words(&event.action);
    if is_sign_in(noun, verb) {
        let kind = if is_sign_out(verb) { "end" } else { "start" };
        let category = "authentication";
        return Elastic { category, kind };
    }
    let category = match noun {
        "session" | "token" => "session",
        "account" | "password" | "2fa" | "role" | "group" | "operator" | "auth" => "iam",
        _ if event.source == super::OURS => "configuration",
        // What another program did is not known: `process` with `info` claims least.
        _ => "process",
    };
    let kind = match (category, deed(verb)) {
        ("session", Deed::Creates) => "start",
        ("session", Deed::Deletes) => "end",
        ("iam" | "configuration", Deed::Creates) => "creation",
        ("iam" | "configuration", Deed::Changes) => "change",
        ("iam" | "configuration", Deed::Deletes) => "deletion",
        ("configuration", Deed::Reads) => "access",
        _ => "info",
    };
    Elastic { category, kind }
}
