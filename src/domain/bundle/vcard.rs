//! The profile as a vCard 4.0 (RFC 6350), for address books.

use super::response::Account;

pub(super) fn card(account: &Account) -> String {
    let name = account.display_name.as_ref().unwrap_or(&account.name);
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:4.0".to_owned(),
        format!("FN:{}", escaped(name)),
        format!("NICKNAME:{}", escaped(&account.name)),
    ];
    if let Some(email) = &account.email {
        lines.push(format!("EMAIL:{}", escaped(email)));
    }
    lines.push(format!("UID;VALUE=text:{}", escaped(&account.id)));
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// RFC 6350 §3.4; other control characters have no place in a card.
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for c in value.chars() {
        match c {
            '\n' => text.push_str("\\n"),
            '\\' | ',' | ';' => text.extend(['\\', c]),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

/// RFC 6350 §3.2: at most 75 octets a line, continued with a space, never inside a character.
fn folded(line: &str) -> String {
    let (mut text, mut width) = (String::new(), 0);
    for c in line.chars() {
        if width + c.len_utf8() > 75 {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(c);
        width += c.len_utf8();
    }
    text + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_add_lines_and_long_lines_fold() {
        let account = Account {
            name: "a\r\nEMAIL:evil@example.org".to_owned(),
            display_name: Some("Ö".repeat(60) + ";x,y\\z"),
            ..Account::default()
        };
        let card = card(&account);
        assert!(!card.contains("\r\nEMAIL"));
        assert!(card.lines().all(|line| line.len() <= 75));
        let unfolded = card.replace("\r\n ", "");
        assert!(unfolded.contains("ÖÖ\\;x\\,y\\\\z\r\n"));
    }
}
