//! Commands whose exit codes belong to a foreign protocol. Known from the words alone, before they are parsed:
//! a usage error or a defect must end as the protocol asks, too.

use std::ffi::OsString;

use crate::base::error::Kind;
use crate::cli::global::GlobalArgs;
use crate::domain::auth;

/// checkpassword: a temporary problem, worth a retry.
const TEMPORARY: u8 = 111;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    Pam,
    Checkpassword,
}

/// Where the one-time code stands
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Code {
    /// There is none: accounts with a second factor cannot come in this way
    #[default]
    None,
    /// The last digits, as many as its codes have, for accounts with a second factor; a recovery code cannot stand there
    Appended,
}

impl Code {
    pub(super) const fn place(self) -> auth::Code {
        match self {
            Self::None => auth::Code::Apart,
            Self::Appended => auth::Code::Appended,
        }
    }
}

impl Door {
    /// The door that a command line asks for, if it is one.
    pub(crate) fn of(words: &[OsString]) -> Option<Self> {
        let named = |word: &OsString| word == "pam" || word == "checkpassword";
        if !words.iter().any(named) {
            return None;
        }
        let [first, second] = first_two(words)?;
        match (first, second) {
            ("auth", "pam") => Some(Self::Pam),
            ("auth", "checkpassword") => Some(Self::Checkpassword),
            _ => None,
        }
    }

    /// The protocol's code for one of ours.
    pub(crate) fn exit(self, code: u8) -> u8 {
        match self {
            Self::Pam => u8::from(code != 0),
            Self::Checkpassword if code == Kind::Rejected.exit() => 1,
            Self::Checkpassword if code == Kind::Barred.exit() => 1,
            Self::Checkpassword if code == 0 || code == Kind::Usage.exit() => code,
            Self::Checkpassword => TEMPORARY,
        }
    }
}

/// Noun and verb, past the global flags and their values.
fn first_two(words: &[OsString]) -> Option<[&str; 2]> {
    let flags = <GlobalArgs as clap::Args>::augment_args(clap::Command::new("optimactl"));
    let takes_value = |word: &str| {
        let flag = word.strip_prefix("--").filter(|flag| !flag.contains('='));
        flags.get_arguments().any(|argument| {
            argument.get_long() == flag && flag.is_some() && argument.get_action().takes_values()
        })
    };
    let mut rest = words.iter().skip(1).filter_map(|word| word.to_str());
    let mut found = vec![];
    while let Some(word) = rest.next() {
        if takes_value(word) {
            rest.next();
        } else if !word.starts_with('-') {
            found.push(word);
        }
        if let [first, second] = found.as_slice() {
            return Some([first, second]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(line: &str) -> Option<Door> {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        Door::of(&words)
    }

    #[test]
    fn a_door_is_known_wherever_its_flags_stand() {
        assert_eq!(door("optimactl auth pam"), Some(Door::Pam));
        assert_eq!(
            door("o --store /s -v auth --identity=/i pam --bad"),
            Some(Door::Pam)
        );
        assert_eq!(
            door("o auth --wait 1s checkpassword true"),
            Some(Door::Checkpassword)
        );
        assert_eq!(door("o account show pam"), None);
        assert_eq!(door("o --reason auth account pam"), None);
        assert_eq!(door("o auth check"), None);
    }

    #[test]
    fn codes_are_the_protocols_own() {
        for kind in Kind::ALL {
            assert_eq!(Door::Pam.exit(kind.exit()), 1);
        }
        let codes = |kinds: &[Kind]| -> Vec<u8> {
            let code = |kind: &Kind| Door::Checkpassword.exit(kind.exit());
            kinds.iter().map(code).collect()
        };
        assert_eq!(
            codes(&[Kind::Rejected, Kind::Barred, Kind::Usage]),
            [1, 1, 2]
        );
        assert_eq!(
            codes(&[Kind::Failed, Kind::StoreLocked, Kind::Bug]),
            [111; 3]
        );
        assert_eq!(Door::Pam.exit(0) + Door::Checkpassword.exit(0), 0);
    }
}
