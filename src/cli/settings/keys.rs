//! The table of configuration keys: template, `config show`, the check for unknown keys and the
//! documentation all come from it. A new setting is one row here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Origin;
pub(crate) use super::value::Value;

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    /// An absolute path.
    Path,
    Number,
    Flag,
    List,
    /// Absolute paths.
    Paths,
    /// A program and its arguments; never given to a shell.
    Command,
}

impl Shape {
    /// What a person is told to write.
    pub(crate) const fn wanted(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Path => "an absolute path in quotes",
            Self::Number => "a whole number",
            Self::Flag => "`true` or `false`",
            Self::List => "a list of texts, like `[\"a\", \"b\"]`",
            Self::Paths => "a list of absolute paths, like `[\"/a\", \"/b\"]`",
            Self::Command => {
                "a program and its arguments, like `[\"/usr/bin/pass\", \"show\", \"store\"]`"
            }
        }
    }
}

/// One row of the table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) default: Preset,
    /// One line, a sentence fragment without final period.
    pub(crate) meaning: &'static str,
    /// TOML shown in the template.
    pub(crate) example: &'static str,
}

/// A default that fits into a constant.
#[derive(Clone, Copy)]
pub(crate) enum Preset {
    Unset,
    Text(&'static str),
    Number(i64),
    Flag(bool),
}

const fn key(name: &'static str, shape: Shape, default: Preset, texts: [&'static str; 2]) -> Key {
    let [meaning, example] = texts;
    Key {
        name,
        shape,
        default,
        meaning,
        example,
    }
}

pub(crate) const KEYS: &[Key] = &[
    key(
        "store.path",
        Shape::Path,
        Preset::Unset,
        [
            "The store's folder; unset: `/var/lib/optimactl` for root, the XDG data folder for others",
            "\"/var/lib/optimactl\"",
        ],
    ),
    key(
        "store.name",
        Shape::Text,
        Preset::Unset,
        [
            "The name this store must have; another store at the same place is refused",
            "\"main\"",
        ],
    ),
    key(
        "unlock.identity",
        Shape::Paths,
        Preset::Unset,
        [
            "Age identity files that unlock the store",
            "[\"/etc/optimactl/identity.txt\"]",
        ],
    ),
    key(
        "unlock.passphrase_file",
        Shape::Path,
        Preset::Unset,
        [
            "A file with the passphrase that unlocks the store",
            "\"/run/credentials/optimactl.passphrase\"",
        ],
    ),
    key(
        "unlock.passphrase_command",
        Shape::Command,
        Preset::Unset,
        [
            "A program that prints the passphrase",
            "[\"/usr/bin/pass\", \"show\", \"optimactl\"]",
        ],
    ),
    key(
        "backup.to",
        Shape::List,
        Preset::Unset,
        [
            "Where backups go, one or more places",
            "[\"/srv/backup/optimactl\"]",
        ],
    ),
    key(
        "backup.level",
        Shape::Number,
        Preset::Number(1),
        ["How hard backups are compressed, 1 to 19", "1"],
    ),
    key(
        "backup.recipients",
        Shape::List,
        Preset::Unset,
        [
            "Age recipients that can read a backup besides the store's own key",
            "[\"age1…\"]",
        ],
    ),
    key(
        "password.profile",
        Shape::Text,
        Preset::Text("nist-63b-4"),
        [
            "The rules that a new password must meet: `nist-63b-4`, `asvs-5`, `pci-dss-4` or `custom`",
            "\"nist-63b-4\"",
        ],
    ),
    key(
        "password.context_words",
        Shape::List,
        Preset::Unset,
        [
            "Words that no password may be little more than, like the platform's name",
            "[\"example\"]",
        ],
    ),
    key(
        "password.memory_kib",
        Shape::Number,
        Preset::Number(19_456),
        [
            "Memory that hashing a password takes, in KiB, at most 1048576; see `optimactl password calibrate`",
            "19456",
        ],
    ),
    key(
        "password.passes",
        Shape::Number,
        Preset::Number(2),
        [
            "How often hashing goes through that memory, 1 to 32; with less than 46 MiB at least twice",
            "2",
        ],
    ),
    key(
        "password.lanes",
        Shape::Number,
        Preset::Number(1),
        [
            "Lanes of a hash, 1 to 16; more of them only help attackers with more cores",
            "1",
        ],
    ),
    key(
        "session.ttl",
        Shape::Text,
        Preset::Text("30d"),
        [
            "How long a recorded session stays open if nothing else is said",
            "\"30d\"",
        ],
    ),
    key(
        "session.keep",
        Shape::Text,
        Preset::Text("90d"),
        [
            "How long sessions are kept after they ended, before `session purge` deletes them",
            "\"90d\"",
        ],
    ),
    key(
        "token.ttl",
        Shape::Text,
        Preset::Text("90d"),
        [
            "How long a new token works if nothing else is said",
            "\"90d\"",
        ],
    ),
    key(
        "password.min_length",
        Shape::Number,
        Preset::Unset,
        [
            "For the profile `custom`: characters that a password alone needs, 8 to 1024; unset: 15",
            "15",
        ],
    ),
    key(
        "password.min_length_with_2fa",
        Shape::Number,
        Preset::Unset,
        [
            "For the profile `custom`: characters that a password beside a second factor needs, 8 to 1024; unset: 8",
            "8",
        ],
    ),
    key(
        "password.max_length",
        Shape::Number,
        Preset::Unset,
        [
            "For the profile `custom`: characters that are accepted, 64 to 1024; unset: 1024",
            "1024",
        ],
    ),
    key(
        "password.composition",
        Shape::Text,
        Preset::Unset,
        [
            "For the profile `custom`: `any` or `letters-and-digits`; unset: `any`",
            "\"any\"",
        ],
    ),
    key(
        "password.history",
        Shape::Number,
        Preset::Unset,
        [
            "For the profile `custom`: how many passwords, the present one among them, a new one differs from, 0 to 24",
            "4",
        ],
    ),
    key(
        "password.corpus_required",
        Shape::Flag,
        Preset::Flag(true),
        [
            "Refuse new passwords while a list of leaked passwords in use cannot be read",
            "true",
        ],
    ),
    key(
        "totp.issuer",
        Shape::Text,
        Preset::Text("optimactl"),
        [
            "The name that authenticator apps show above the code",
            "\"Example\"",
        ],
    ),
    key(
        "controller.name",
        Shape::Text,
        Preset::Unset,
        [
            "Who answers for the data (GDPR Art. 4(7)), as letters and bundles name it",
            "\"Example GmbH\"",
        ],
    ),
    key(
        "controller.calendar",
        Shape::Text,
        Preset::Unset,
        [
            "The calendar of public holidays for statutory deadlines",
            "\"DE\"",
        ],
    ),
    key(
        "controller.timezone",
        Shape::Text,
        Preset::Text("UTC"),
        [
            "The zone at whose midnight statutory deadlines end",
            "\"Europe/Berlin\"",
        ],
    ),
    key(
        "controller.contact",
        Shape::Text,
        Preset::Unset,
        [
            "How the controller and its data protection officer are reached",
            "\"Example Street 1, 10115 Berlin; privacy@example.org\"",
        ],
    ),
    key(
        "controller.authority",
        Shape::Text,
        Preset::Unset,
        [
            "The supervisory authority that people may complain to (GDPR Art. 77)",
            "\"Berliner Beauftragte für Datenschutz und Informationsfreiheit\"",
        ],
    ),
    key(
        "processing.purposes",
        Shape::List,
        Preset::Unset,
        [
            "Why personal data are processed (GDPR Art. 15(1)(a))",
            "[\"Running the platform\", \"Keeping accounts secure\"]",
        ],
    ),
    key(
        "processing.recipients",
        Shape::List,
        Preset::Unset,
        [
            "Who receives personal data (GDPR Art. 15(1)(c), (2))",
            "[\"Example Hosting GmbH, Berlin\"]",
        ],
    ),
    key(
        "processing.retention",
        Shape::Text,
        Preset::Unset,
        [
            "How long personal data are kept (GDPR Art. 15(1)(d))",
            "\"Until the account is removed, then 30 days\"",
        ],
    ),
    key(
        "processing.sources",
        Shape::List,
        Preset::Unset,
        [
            "Where personal data come from besides the person (GDPR Art. 15(1)(g))",
            "[\"Your employer\"]",
        ],
    ),
    key(
        "processing.automated",
        Shape::Text,
        Preset::Unset,
        [
            "Automated decisions and their logic (GDPR Art. 15(1)(h), Art. 22)",
            "\"None\"",
        ],
    ),
    key(
        "requests.approvers",
        Shape::Number,
        Preset::Number(1),
        [
            "How many people must approve before a person is erased",
            "1",
        ],
    ),
    key(
        "audit.vkey",
        Shape::Text,
        Preset::Unset,
        [
            "The verifier key that the audit log must be signed with",
            "\"optimactl-main+…\"",
        ],
    ),
    key(
        "completion.accounts",
        Shape::Flag,
        Preset::Flag(false),
        [
            "Offer account names to the shell's completion, if the store opens without a question",
            "false",
        ],
    ),
    key(
        "output.utc",
        Shape::Flag,
        Preset::Flag(false),
        ["Show times in UTC", "false"],
    ),
];

pub(crate) fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

pub(super) fn defaults() -> BTreeMap<&'static str, (super::keys::Value, Origin)> {
    let value = |key: &Key| match key.default {
        Preset::Text(text) => Value::Text(text.to_owned()),
        Preset::Number(number) => Value::Number(number),
        Preset::Flag(flag) => Value::Flag(flag),
        Preset::Unset => match key.shape {
            Shape::List | Shape::Paths | Shape::Command => Value::List(vec![]),
            _ => Value::Text(String::new()),
        },
    };
    KEYS.iter()
        .map(|key| (key.name, (value(key), Origin::Default)))
        .collect()
}

/// A commented file with every key, each switched off.
pub(crate) fn template() -> String {
    let mut text = String::from(
        "# Configuration of optimactl. It and its folder belong to root or to you and nobody else may write\n\
         # them. Nothing secret belongs in here: name the files and commands that hold secrets.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (table, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if table != section {
            writeln!(text, "\n[{table}]").ok();
            section = table;
        }
        writeln!(text, "# {}\n# {name} = {}", key.meaning, key.example).ok();
    }
    text
}
