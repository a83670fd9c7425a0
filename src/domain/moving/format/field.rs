//! What a row can say about an account, the names under which other programs say it, and the map that a person
//! gives for those that none of them uses.

use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

/// A field of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Email,
    DisplayName,
    FirstName,
    LastName,
    Kind,
    Region,
    Created,
    Expires,
    Disabled,
    Enabled,
    State,
    LockedUntil,
    LockReason,
    LastSignIn,
    Roles,
    Groups,
    Hash,
    RequireChange,
    Otp,
    /// Known, and of no use here.
    Ignored,
}

/// Each field's own name, then those that other programs have for it; without `_`, in lower case.
const TABLE: &[(Field, &str, &[&str])] = &[
    (
        Field::Name,
        "name",
        &[
            "username",
            "user",
            "login",
            "uid",
            "account",
            "accountname",
            "userid",
            "samaccountname",
        ],
    ),
    (Field::Email, "email", &["mail", "emailaddress", "emails"]),
    (
        Field::DisplayName,
        "display_name",
        &["fullname", "cn", "gecos", "realname"],
    ),
    (Field::FirstName, "first_name", &["givenname", "forename"]),
    (
        Field::LastName,
        "last_name",
        &["surname", "sn", "familyname"],
    ),
    (Field::Kind, "kind", &[]),
    (Field::Region, "region", &["country", "countrycode"]),
    (
        Field::Created,
        "created",
        &["createdat", "createdon", "datejoined", "registered"],
    ),
    (
        Field::Expires,
        "expires",
        &["expiresat", "expiry", "expirydate", "validuntil"],
    ),
    (
        Field::Disabled,
        "disabled",
        &["isdisabled", "blocked", "suspended"],
    ),
    (
        Field::Enabled,
        "enabled",
        &["active", "isactive", "isenabled"],
    ),
    (Field::State, "state", &["status"]),
    (Field::LockedUntil, "locked_until", &[]),
    (Field::LockReason, "lock_reason", &[]),
    (
        Field::LastSignIn,
        "last_sign_in",
        &["lastlogin", "lastsignin", "lastloginat", "lastsigninat"],
    ),
    (Field::Roles, "roles", &["role"]),
    (Field::Groups, "groups", &["group"]),
    (
        Field::Hash,
        "hash",
        &[
            "passwordhash",
            "password",
            "passwd",
            "userpassword",
            "hashedpassword",
            "encryptedpassword",
        ],
    ),
    (Field::RequireChange, "require_change", &[]),
    (Field::Otp, "otp", &[]),
    (Field::Ignored, "id", &["-", "uuid", "changed"]),
];

impl Field {
    /// The field that a column of this name holds.
    pub fn known(name: &str) -> Option<Self> {
        let plain = plain(name);
        TABLE
            .iter()
            .find(|(_, own, others)| self::plain(own) == plain || others.contains(&plain.as_str()))
            .map(|(field, ..)| *field)
    }

    /// Its own name.
    pub fn as_str(self) -> &'static str {
        TABLE
            .iter()
            .find(|(field, ..)| *field == self)
            .map_or("-", |(_, own, _)| own)
    }

    /// The names of all fields, for messages.
    pub fn names() -> Vec<&'static str> {
        TABLE.iter().map(|(_, own, _)| *own).collect()
    }
}

/// Lower case without what separates words: `E-Mail Address` is `emailaddress`.
fn plain(name: &str) -> String {
    if name == "-" {
        return name.to_owned();
    }
    let kept = name.trim().chars().filter(|c| !"_- ".contains(*c));
    kept.flat_map(char::to_lowercase).collect()
}

/// Which field each named column of the source holds.
#[derive(Clone, Debug, Default)]
pub struct Mapping(Vec<(String, Field)>);

impl Mapping {
    /// Reads `COL=FIELD` pairs; `-` as the field leaves a column out.
    pub fn parse(pairs: &[String]) -> Result<Self> {
        let mut read = Self::default();
        for pair in pairs {
            let Some((column, name)) = pair
                .rsplit_once('=')
                .filter(|(column, _)| !column.is_empty())
            else {
                return Err(Error::usage(format!("`{}` is no map", safe(pair)))
                    .hint("write the column of the file and the field: `--map login=name`; `--map shoe=-` leaves one out"));
            };
            let field = Field::known(name).filter(|field| *field != Field::Ignored || name == "-");
            let Some(field) = field else {
                return Err(unknown_field(name));
            };
            if read.field(column).is_some() {
                return Err(Error::usage(format!("`{}` is mapped twice", safe(column))));
            }
            read.0.push((plain(column), field));
        }
        Ok(read)
    }

    /// The field that the map gives a column of the source.
    pub fn field(&self, column: &str) -> Option<Field> {
        if self.0.is_empty() {
            return None;
        }
        let column = plain(column);
        let pair = self.0.iter().find(|(mapped, _)| *mapped == column)?;
        Some(pair.1)
    }

    /// The map's word on a column, else what it holds by default.
    pub(super) fn or(&self, column: &str, usual: Field) -> Field {
        self.field(column).unwrap_or(usual)
    }

    /// Whether the map names this field: what a file may not bring by itself is taken only then.
    pub fn asks_for(&self, field: Field) -> bool {
        self.0.iter().any(|(_, mapped)| *mapped == field)
    }

    /// Refuses a map of columns that are not there.
    pub(super) fn require_in(&self, columns: &[&str]) -> Result<()> {
        let there: Vec<String> = columns.iter().map(|column| plain(column)).collect();
        match self.0.iter().find(|(mapped, _)| !there.contains(mapped)) {
            None => Ok(()),
            Some((mapped, _)) => Err(Error::usage(format!(
                "`--map` names a column `{}` that the file does not have",
                safe(mapped)
            ))
            .hint(format!("its columns: {}", listed(columns)))),
        }
    }
}

fn unknown_field(name: &str) -> Error {
    let names = Field::names();
    let near = did_you_mean(name, names.iter().copied());
    let all = format!("fields: {}; `-` leaves a column out", listed(&names));
    let hint = near.map_or_else(|| all.clone(), |near| format!("{near} {all}"));
    Error::usage(format!("`{}` is no field of an account", safe(name))).hint(hint)
}

/// Names for a message, at most 30 of them.
pub(super) fn listed(names: &[&str]) -> String {
    let shown: Vec<String> = names
        .iter()
        .take(30)
        .map(|name| format!("`{}`", super::fault::shown(name)))
        .collect();
    let more = names.len().saturating_sub(shown.len());
    let tail = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    shown.join(", ") + &tail
}
