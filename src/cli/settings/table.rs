//! Every configuration key: data alone. What a row means is in `keys`.

use super::keys::{Key, Preset, Shape, key};

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
        "unlock.plugin_path",
        Shape::Paths,
        Preset::Unset,
        [
            "Folders with age plugins; without it those of PATH. Who owns a plugin and who may write it is checked",
            "[\"/usr/local/bin\"]",
        ],
    ),
    key(
        "unlock.wait",
        Shape::Text,
        Preset::Text("1m"),
        [
            "How long an age plugin or the passphrase command may be silent before it is given up",
            "\"1m\"",
        ],
    ),
    key(
        "key.max_age",
        Shape::Text,
        Preset::Text("365d"),
        [
            "After this long the data key and the signing key are due for rotation, which `doctor` says",
            "\"365d\"",
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
    kept(
        "backup.keep_last",
        [
            "How many of the newest backups `backup prune` keeps; 0: no such rule",
            "3",
        ],
    ),
    kept(
        "backup.keep_hourly",
        [
            "From how many hours `backup prune` keeps the newest backup; 0: no such rule",
            "24",
        ],
    ),
    kept(
        "backup.keep_daily",
        [
            "From how many days `backup prune` keeps the newest backup; 0: no such rule",
            "7",
        ],
    ),
    kept(
        "backup.keep_weekly",
        [
            "From how many weeks `backup prune` keeps the newest backup; 0: no such rule",
            "5",
        ],
    ),
    kept(
        "backup.keep_monthly",
        [
            "From how many months `backup prune` keeps the newest backup; 0: no such rule",
            "12",
        ],
    ),
    kept(
        "backup.keep_yearly",
        [
            "From how many years `backup prune` keeps the newest backup; 0: no such rule",
            "3",
        ],
    ),
    key(
        "backup.full_every",
        Shape::Text,
        Preset::Text("7d"),
        [
            "After how long `backup create --delta` makes a full backup again",
            "\"14d\"",
        ],
    ),
    key(
        "backup.keep_within",
        Shape::Text,
        Preset::Unset,
        ["Every backup this close to the newest stays", "\"2d\""],
    ),
    key(
        "backup.expire_after",
        Shape::Text,
        Preset::Unset,
        ["Older backups go, whatever the rules keep", "\"400d\""],
    ),
    key(
        "backup.trash",
        Shape::Text,
        Preset::Text("7d"),
        ["How long pruned backups can come back", "\"7d\""],
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
        "backup.on_success",
        Shape::Command,
        Preset::Unset,
        [
            "A program that is run after `backup create`, `verify`, `prune` or `watch` ended well",
            "[\"/usr/local/libexec/backup-done\", \"--quiet\"]",
        ],
    ),
    key(
        "backup.on_failure",
        Shape::Command,
        Preset::Unset,
        [
            "A program that is run after one of them ended with anything but 0",
            "[\"/usr/local/libexec/backup-alarm\"]",
        ],
    ),
    key(
        "backup.hook_timeout",
        Shape::Text,
        Preset::Text("5m"),
        [
            "How long such a program may take before it is ended",
            "\"5m\"",
        ],
    ),
    key(
        "backup.heartbeat_file",
        Shape::Path,
        Preset::Unset,
        [
            "A private file with the address that a dead-man service gave: a line `COMMAND URL` for each command, or one URL for `create`",
            "\"/etc/optimactl/heartbeat\"",
        ],
    ),
    key(
        "backup.metrics_file",
        Shape::Path,
        Preset::Unset,
        [
            "A file of metrics for the textfile collector of Prometheus; its name ends in `.prom`",
            "\"/var/lib/prometheus/node-exporter/optimactl.prom\"",
        ],
    ),
    key(
        "backup.max_age",
        Shape::Text,
        Preset::Text("26h"),
        [
            "How old the newest backup may be before `backup watch` finds it",
            "\"26h\"",
        ],
    ),
    key(
        "backup.max_verified_age",
        Shape::Text,
        Preset::Text("8d"),
        [
            "How long ago a backup was last verified before `backup watch` finds it; `never` looks not",
            "\"8d\"",
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
        "holds.review",
        Shape::Text,
        Preset::Text("6mo"),
        [
            "The longest time until a hold must be reviewed, and the one that is taken if nothing else is said",
            "\"6mo\"",
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
        "controller.officer",
        Shape::Text,
        Preset::Unset,
        [
            "The data protection officer and how they are reached (GDPR Art. 37)",
            "\"Jane Doe, dpo@example.org\"",
        ],
    ),
    key(
        "controller.representative",
        Shape::Text,
        Preset::Unset,
        [
            "The representative in the Union of a controller elsewhere (GDPR Art. 27)",
            "\"Example Representative SARL, Paris\"",
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
        "processing.basis",
        Shape::Text,
        Preset::Unset,
        [
            "The ground of GDPR Art. 6(1) for what the store holds",
            "\"Contract (Art. 6(1)(b)); security: legitimate interests (Art. 6(1)(f))\"",
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
        "processing.transfers",
        Shape::Text,
        Preset::Unset,
        [
            "To which third countries data of the store go, and under which safeguards (GDPR Art. 30(1)(e))",
            "\"None\"",
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
        "processing.security",
        Shape::List,
        Preset::Unset,
        [
            "Measures besides those of this program (GDPR Art. 30(1)(g), Art. 32)",
            "[\"Disks are encrypted\", \"Access to the building is logged\"]",
        ],
    ),
    key(
        "requests.backups_gone_within",
        Shape::Text,
        Preset::Text("90d"),
        [
            "How long after an erasure backups that hold the person may stay: what its certificate promises, and `backup prune` keeps to",
            "\"90d\"",
        ],
    ),
    key(
        "bundle.keep",
        Shape::Text,
        Preset::Text("30d"),
        [
            "How long the file of a bundle may be kept after it went out: then `request due` and `doctor` say that it is to be deleted",
            "\"30d\"",
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
    expires(
        "audit.retention.ip",
        Preset::Text("90d"),
        "How long the audit log keeps network addresses before `audit expire` deletes them; `forever`: always",
    ),
    expires(
        "audit.retention.user_agent",
        Preset::Unset,
        "The same for what programs call themselves; unset: always",
    ),
    expires(
        "audit.retention.email",
        Preset::Unset,
        "The same for e-mail addresses; unset: always",
    ),
    expires(
        "audit.retention.name",
        Preset::Unset,
        "The same for names; unset: always",
    ),
    expires(
        "audit.retention.note",
        Preset::Unset,
        "The same for free text, reasons among it; unset: always",
    ),
    expires(
        "audit.retention.other",
        Preset::Unset,
        "The same for every other personal value; unset: always",
    ),
    key(
        "audit.witness",
        Shape::List,
        Preset::Unset,
        [
            "Keys of the witnesses whose cosignatures count, as `optimactl audit witness init` prints them",
            "[\"example.com/ana+…\", \"example.com/ben+…\"]",
        ],
    ),
    key(
        "audit.quorum",
        Shape::Number,
        Preset::Number(1),
        [
            "How many of these witnesses must vouch for an event before it counts as anchored",
            "2",
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

/// A rule of retention; zero is none.
const fn kept(name: &'static str, texts: [&'static str; 2]) -> Key {
    key(name, Shape::Number, Preset::Number(0), texts)
}

const fn expires(name: &'static str, default: Preset, meaning: &'static str) -> Key {
    key(name, Shape::Text, default, [meaning, "\"90d\""])
}
