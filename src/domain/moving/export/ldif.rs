//! LDIF content records (RFC 2849) of `inetOrgPerson` (RFC 2798) and, for services, `account` (RFC 4524).

use super::Leaving;
use crate::base::clock::Time;
use crate::store::account::AccountKind;

/// Columns of a line before it is folded.
const WIDTH: usize = 76;

pub(super) fn record(leaving: &Leaving) -> String {
    let row = &leaving.row;
    let mut text = String::from("\n");
    put(
        &mut text,
        "dn",
        &format!("uid={},ou=people", escaped(&row.name)),
    );
    match row.kind {
        AccountKind::Person => {
            put(&mut text, "objectClass", "inetOrgPerson");
            let shown = row.display_name.as_deref().unwrap_or(&row.name);
            put(&mut text, "cn", shown);
            // The class wants a surname: the last word of what is shown.
            put(&mut text, "sn", shown.rsplit(' ').next().unwrap_or(shown));
        }
        AccountKind::Service => put(&mut text, "objectClass", "account"),
    }
    put(&mut text, "uid", &row.name);
    if let Some(name) = &row.display_name {
        put(&mut text, "displayName", name);
    }
    if let Some(email) = &row.email {
        put(&mut text, "mail", email);
    }
    put(&mut text, "createTimestamp", &generalized(row.created));
    text
}

fn generalized(time: Time) -> String {
    time.format("%Y%m%d%H%M%SZ").to_string()
}

/// One attribute; what is no safe string (RFC 2849) is base64. Long lines are folded between characters.
fn put(text: &mut String, name: &str, value: &str) {
    let begins_badly = value.starts_with([' ', ':', '<']) || value.ends_with(' ');
    let line = if value.is_ascii() && !begins_badly && !value.contains(['\0', '\n', '\r']) {
        format!("{name}: {value}")
    } else {
        let encoded = data_encoding::BASE64.encode(value.as_bytes());
        format!("{name}:: {encoded}")
    };
    let mut column = 0;
    for c in line.chars() {
        if column == WIDTH {
            text.push_str("\n ");
            column = 1;
        }
        text.push(c);
        column += 1;
    }
    text.push('\n');
}

/// A value inside of a DN (RFC 4514 §2.4).
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for (place, c) in value.chars().enumerate() {
        if "\"+,;<>\\=".contains(c) || place == 0 && "# ".contains(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}
