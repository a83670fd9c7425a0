//! LDIF content records (RFC 2849): folded lines, comments, base64 values. A record has at most a MiB in all.

use std::io::BufRead;

use super::draft::{Bar, Draft};
use super::fault::Fault;
use super::field::Field;
use super::lines::Lines;
use super::{Item, LONGEST, Options, See, hand, hash};
use crate::base::error::{Error, Result};

/// What is taken under which attribute, in lower case. Of several values the first counts.
const KEYS: [(&str, Field); 12] = [
    ("uid", Field::Name),
    ("samaccountname", Field::Name),
    ("mail", Field::Email),
    ("displayname", Field::DisplayName),
    ("cn", Field::DisplayName),
    ("givenname", Field::FirstName),
    ("sn", Field::LastName),
    ("userpassword", Field::Hash),
    ("createtimestamp", Field::Created),
    ("whencreated", Field::Created),
    ("lastlogintime", Field::LastSignIn),
    ("authtimestamp", Field::LastSignIn),
];

/// Object classes of those who can sign in (RFC 4519, 2798, 2307; Active Directory).
const CLASSES: [&str; 8] = [
    "person",
    "organizationalperson",
    "inetorgperson",
    "posixaccount",
    "shadowaccount",
    "account",
    "user",
    "simplesecurityobject",
];

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let mut record = Record::default();
    let mut lines = Lines::new(reader);
    let mut in_comment = false;
    while let Some(line) = lines.next()? {
        let line = match line {
            Ok(line) => line.to_owned(),
            Err(fault) => {
                record.fail(*fault);
                continue;
            }
        };
        let number = lines.number();
        if line.is_empty() {
            std::mem::take(&mut record).end(options, see)?;
            in_comment = false;
        } else if let Some(rest) = line.strip_prefix(' ') {
            if !in_comment {
                record.fold(rest, number);
            }
        } else {
            in_comment = line.starts_with('#');
            if !in_comment {
                record.line(line, number);
            }
        }
    }
    record.end(options, see)
}

/// The logical lines of one record, each with the number at which it began.
#[derive(Default)]
struct Record {
    lines: Vec<(u64, String)>,
    bytes: usize,
    fault: Option<Box<Fault>>,
}

impl Record {
    fn line(&mut self, line: String, number: u64) {
        if self.grow(line.len(), number) {
            self.lines.push((number, line));
        }
    }

    fn fold(&mut self, rest: &str, number: u64) {
        if !self.grow(rest.len(), number) {
            return;
        }
        match self.lines.last_mut() {
            Some((_, line)) => line.push_str(rest),
            None => self.fail(Fault::new(number, "a folded line has nothing before it")),
        }
    }

    /// Whether there is room for more; what does not fit is not kept.
    fn grow(&mut self, more: usize, number: u64) -> bool {
        self.bytes = self.bytes.saturating_add(more).saturating_add(1);
        if self.bytes <= LONGEST {
            return self.fault.is_none();
        }
        self.lines = vec![];
        self.fail(Fault::new(number, "the record is longer than 1 MiB"));
        false
    }

    fn fail(&mut self, fault: Fault) {
        if self.fault.is_none() {
            self.fault = Some(Box::new(fault));
        }
    }

    fn end(mut self, options: &Options, see: &mut See<'_>) -> Result<()> {
        if let Some(fault) = self.fault {
            return see(Item::Fault(fault));
        }
        // `version: 1` stands before the first record, with or without a blank line between.
        if self
            .lines
            .first()
            .is_some_and(|(_, line)| line.to_ascii_lowercase().starts_with("version:"))
        {
            self.lines.remove(0);
        }
        let Some((line, _)) = self.lines.first() else {
            return Ok(());
        };
        let line = *line;
        let read: std::result::Result<Vec<Attribute>, Box<Fault>> = self
            .lines
            .iter()
            .map(|(number, text)| Attribute::read(text, *number))
            .collect();
        match read {
            Err(fault) => see(Item::Fault(fault)),
            Ok(attributes) if !is_person(&attributes) => see(Item::Passed {
                line,
                what: "entries that are no person or account".to_owned(),
            }),
            Ok(attributes) => hand(row(&attributes, line, options), see),
        }
    }
}

struct Attribute {
    /// Lower case, without options (`;lang-de`).
    name: String,
    value: String,
}

impl Attribute {
    fn read(text: &str, number: u64) -> std::result::Result<Self, Box<Fault>> {
        let wrong = |problem: &str| Box::new(Fault::new(number, problem));
        let (name, rest) = text
            .split_once(':')
            .ok_or_else(|| wrong("the line is not `attribute: value`"))?;
        let name = name.split(';').next().unwrap_or(name).to_ascii_lowercase();
        if rest.starts_with('<') {
            return Err(
                wrong("the value stands in another file (`:<`), which is not read")
                    .field(&name)
                    .into(),
            );
        }
        let Some(encoded) = rest.strip_prefix(':') else {
            let value = rest.trim_start_matches(' ').to_owned();
            return Ok(Self { name, value });
        };
        let bytes = data_encoding::BASE64.decode(encoded.trim().as_bytes());
        let bytes = bytes.map_err(|_| wrong("the value is not base64").field(&name))?;
        // What is no text (a photo, a certificate) is nothing that is taken.
        let value = String::from_utf8(bytes).unwrap_or_default();
        if value.contains('\0') {
            return Err(wrong("the value contains a NUL byte").field(&name).into());
        }
        Ok(Self { name, value })
    }
}

fn is_person(attributes: &[Attribute]) -> bool {
    let mut classes = attributes
        .iter()
        .filter(|attribute| attribute.name == "objectclass")
        .peekable();
    if classes.peek().is_none() {
        return true;
    }
    classes.any(|class| CLASSES.contains(&class.value.to_ascii_lowercase().as_str()))
}

fn row(attributes: &[Attribute], line: u64, options: &Options) -> Result<super::Row, Box<Fault>> {
    let mut draft = Draft::new(line, options.now);
    let mut seen: Vec<Field> = vec![];
    for Attribute { name, value } in attributes {
        if name == "changetype" && value != "add" {
            draft.fail(
                name,
                &Error::usage("the record changes an entry; only whole entries are taken"),
            );
        }
        if name == "useraccountcontrol" {
            control(&mut draft, options, value);
        }
        let mapped = options.mapping.field(name);
        let usual = KEYS
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, field)| *field);
        match mapped.or(usual) {
            Some(Field::Hash) => password(&mut draft, value),
            Some(field @ (Field::Roles | Field::Groups)) => {
                draft.put(name, field, first_part(value));
            }
            // `displayName` says more than `cn`; it may come later.
            Some(Field::DisplayName) if name == "displayname" => {
                draft.put(name, Field::DisplayName, value);
            }
            Some(field) if !seen.contains(&field) => {
                seen.push(field);
                if field != Field::DisplayName || !draft.has_display_name() {
                    draft.put(name, field, value);
                }
            }
            _ => {}
        }
    }
    if !draft.has_name()
        && let Some(cn) = attributes.iter().find(|attribute| attribute.name == "cn")
    {
        draft.put("cn", Field::Name, &cn.value);
    }
    draft.finish()
}

/// Of several passwords the first that can be verified is taken.
fn password(draft: &mut Draft, value: &str) {
    if draft.has_hash() {
        draft.untaken("another password");
        return;
    }
    draft.given("userpassword", hash::read(value));
}

/// Active Directory tells by the second bit that an account is disabled.
fn control(draft: &mut Draft, options: &Options, value: &str) {
    match value.parse::<u64>() {
        Ok(bits) if bits & 2 != 0 => draft.bar(Bar::Disabled(options.now)),
        Ok(_) => draft.bar(Bar::Enabled),
        Err(_) => draft.fail(
            "useraccountcontrol",
            &Error::usage("the value is not a number"),
        ),
    }
}

/// `staff` of `cn=staff,ou=groups,dc=example`; a plain name stays.
fn first_part(value: &str) -> &str {
    let first = value.split(',').next().unwrap_or(value);
    first.split_once('=').map_or(value, |(_, name)| name)
}
