//! The foreign formats, read back by parsers written from their specifications and knowing nothing of the writers:
//! whatever stands in an event, a line stays one line and its values come back.

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::super::shown::Shown;
use super::told::Teller;
use super::{Form, foreign};
use crate::base::text::safe;

fn teller() -> Teller {
    Teller {
        origin: "optimactl/00ff/01".to_owned(),
        host: "mail host.example".to_owned(),
    }
}

fn event(action: &str, name: &str, field: &str, value: &str) -> Shown {
    let mut personal = Map::new();
    personal.insert(field.to_owned(), value.into());
    Shown {
        seq: 7,
        ts: "2026-11-22T12:00:00.000001Z".to_owned(),
        rts: "2026-11-22T12:00:01.000000Z".to_owned(),
        action: action.to_owned(),
        actor: "acc_1".to_owned(),
        actor_name: Some(name.to_owned()),
        target: Some(value.to_owned()),
        source: "vpn".to_owned(),
        outcome: "refused".to_owned(),
        severity: "high".to_owned(),
        ticket: Some(value.to_owned()),
        personal,
        ..Shown::default()
    }
}

fn written(event: &Shown, form: Form) -> String {
    let mut line = vec![];
    foreign(event, form, &teller(), &mut line).unwrap();
    let line = String::from_utf8(line).unwrap();
    let line = line.strip_suffix('\n').unwrap().to_owned();
    assert!(!line.contains(char::is_control), "{line:?}");
    line
}

/// Characters that mean something to one of the formats, terminals or readers, and any others.
fn hostile() -> impl Strategy<Value = String> {
    let odd: Vec<char> = "|=\\\"]'[ \n\r\t\0\u{1b}\u{7f}\u{85}\u{9b}\u{202e}\u{2028}\u{feff}é漢😀n\
                          r;,<>{}u@-+"
        .chars()
        .collect();
    let letter = prop_oneof![3 => prop::sample::select(odd), 1 => any::<char>()];
    prop::collection::vec(letter, 0..30).prop_map(|letters| letters.into_iter().collect())
}

/// What a reader sees of a text: controls shown, except those that the format can write.
fn seen(text: &str, kept: &[char]) -> String {
    let show = |c: char| {
        if kept.contains(&c) {
            return c.to_string();
        }
        safe(&c.to_string())
    };
    text.chars().map(show).collect()
}

/// Splits at `|` without a backslash before it, seven times; then pairs that begin at `KEY=`.
fn parse_cef(line: &str) -> (Vec<String>, Vec<(String, String)>) {
    let mut header = vec![String::new()];
    let mut letters = line.chars();
    while header.len() < 8 {
        match letters.next().unwrap() {
            '\\' => header.last_mut().unwrap().push(letters.next().unwrap()),
            '|' => header.push(String::new()),
            c => header.last_mut().unwrap().push(c),
        }
    }
    header.pop();
    let mut pairs: Vec<(String, String)> = vec![];
    let mut text = String::new();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next().unwrap() {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                c @ ('\\' | '=') => text.push(c),
                c => panic!("`\\{c}` is no escape of the extension"),
            },
            '=' => {
                let (before, key) = text.rsplit_once(' ').unwrap_or(("", &text));
                assert!(key.chars().all(|c| c.is_ascii_alphanumeric()), "{key}");
                if let Some(last) = pairs.last_mut() {
                    last.1 = before.to_owned();
                }
                pairs.push((key.to_owned(), String::new()));
                text.clear();
            }
            c => text.push(c),
        }
    }
    pairs.last_mut().unwrap().1 = text;
    (header, pairs)
}

struct Rfc5424 {
    priority: u32,
    /// Time, host, application, process, message id.
    names: Vec<String>,
    elements: Vec<(String, Vec<(String, String)>)>,
    message: String,
}

/// RFC 5424 §6, as strictly as its grammar.
fn parse_syslog(line: &str) -> Rfc5424 {
    let (priority, rest) = line.strip_prefix('<').unwrap().split_once('>').unwrap();
    let rest = rest.strip_prefix("1 ").unwrap();
    let mut parts = rest.splitn(6, ' ');
    let names: Vec<String> = parts.by_ref().take(5).map(str::to_owned).collect();
    for (name, most) in names.iter().zip([32, 255, 48, 128, 32]) {
        assert!(!name.is_empty() && name.len() <= most, "{name}");
        assert!(
            name.bytes().all(|byte| (33..=126).contains(&byte)),
            "{name}"
        );
    }
    let mut rest = parts.next().unwrap();
    let mut elements = vec![];
    while let Some(open) = rest.strip_prefix('[') {
        let length = open.find([' ', ']']).unwrap();
        let (id, after) = open.split_at(length);
        let id = sd_name(id);
        rest = after;
        let mut parameters = vec![];
        while let Some(parameter) = rest.strip_prefix(' ') {
            let (name, value) = parameter.split_once("=\"").unwrap();
            let mut letters = value.char_indices();
            let mut text = String::new();
            let end = loop {
                match letters.next().unwrap() {
                    (at, '"') => break at,
                    (_, '\\') => {
                        let (_, c) = letters.next().unwrap();
                        assert!(matches!(c, '"' | '\\' | ']'), "{c}");
                        text.push(c);
                    }
                    (_, ']') => panic!("a bracket without its escape"),
                    (_, c) => text.push(c),
                }
            };
            parameters.push((sd_name(name), text));
            rest = value.split_at(end + 1).1;
        }
        rest = rest.strip_prefix(']').unwrap();
        assert!(elements.iter().all(|(known, _)| *known != id), "{id} twice");
        elements.push((id, parameters));
    }
    let message = rest.strip_prefix(' ').unwrap();
    let marked = message.strip_prefix('\u{feff}');
    assert_eq!(
        marked.is_some(),
        !message.is_ascii(),
        "the mark stands before UTF-8 only"
    );
    Rfc5424 {
        priority: priority.parse().unwrap(),
        names,
        elements,
        message: marked.unwrap_or(message).to_owned(),
    }
}

fn sd_name(name: &str) -> String {
    let fits = |byte: u8| (33..=126).contains(&byte) && !matches!(byte, b'=' | b']' | b'"');
    assert!(
        (1..=32).contains(&name.len()) && name.bytes().all(fits),
        "{name:?}"
    );
    name.to_owned()
}

#[test]
fn a_cef_line_reads_as_its_specification_says() {
    let line = written(
        &event("auth.login", "mira", "user_agent", "a=b|c\\d"),
        Form::Cef,
    );
    assert!(line.starts_with("CEF:0|optimactl|optimactl|"), "{line}");
    assert!(
        line.contains("requestClientApplication=a\\=b|c\\\\d "),
        "{line}"
    );
    let (header, _) = parse_cef(&line);
    assert_eq!(
        header[4..],
        ["auth.login", "auth.login refused by mira on a=b|c\\d", "8"]
    );
}

#[test]
fn a_syslog_line_reads_as_rfc_5424_says() {
    let line = written(
        &event("auth.login", "mira", "ip", "192.0.2.7"),
        Form::Syslog,
    );
    let read = parse_syslog(&line);
    // Facility 13 (log audit), severity 3 (error).
    assert_eq!(read.priority, 107);
    let names = [
        "2026-11-22T12:00:00.000001Z",
        "mail_host.example",
        "vpn",
        "-",
        "auth.login",
    ];
    assert_eq!(read.names, names);
    assert_eq!(read.message, "auth.login refused by mira on 192.0.2.7");
    assert_eq!(
        read.elements[1],
        ("meta".into(), vec![("sequenceId".into(), "8".into())])
    );
}

#[test]
fn an_address_goes_where_each_format_has_it() {
    let four = event("auth.login", "mira", "ip", "192.0.2.7");
    let six = event("auth.login", "mira", "ip", "2001:db8::7");
    let none = event("auth.login", "mira", "ip", "somewhere");
    assert!(written(&four, Form::Cef).contains(" src=192.0.2.7 "));
    assert!(written(&six, Form::Cef).contains(" c6a2Label=Source IPv6 Address c6a2=2001:db8::7 "));
    assert!(!written(&none, Form::Cef).contains(" src="));
    for (form, path) in [(Form::Ecs, "/source/ip"), (Form::Ocsf, "/src_endpoint/ip")] {
        let ip = |event: &Shown| {
            let value: Value = serde_json::from_str(&written(event, form)).unwrap();
            value
                .pointer(path)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        assert_eq!(ip(&six).as_deref(), Some("2001:db8::7"));
        assert_eq!(ip(&none), None);
    }
}

proptest! {
    #[test]
    fn cef_values_come_back(action in hostile(), name in hostile(), value in hostile()) {
        let event = event(&action, &name, "user_agent", &value);
        let (header, pairs) = parse_cef(&written(&event, Form::Cef));
        prop_assert_eq!(header.len(), 7);
        prop_assert_eq!(&header[4], &seen(&action, &[]));
        let find = |key: &str| pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        let lines = |text: &str| (!text.is_empty()).then(|| seen(text, &['\n', '\r']));
        prop_assert_eq!(find("suser"), lines(&name));
        prop_assert_eq!(find("requestClientApplication"), lines(&value));
        prop_assert_eq!(find("duid"), lines(&value));
        let whole: Value = serde_json::from_str(&find("cs4").unwrap()).unwrap_or_default();
        prop_assert!(whole.is_object() || value.contains(|c: char| safe(&c.to_string()) != c.to_string()));
    }

    #[test]
    fn syslog_values_come_back(action in hostile(), name in hostile(), field in hostile(), value in hostile()) {
        let event = event(&action, &name, &field, &value);
        let read = parse_syslog(&written(&event, Form::Syslog));
        let audit = &read.elements.iter().find(|(id, _)| id == "audit@32473").unwrap().1;
        let find = |key: &str| audit.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        prop_assert_eq!(find("action"), Some(seen(&action, &[])));
        prop_assert_eq!(find("actor_name"), (!name.is_empty()).then(|| seen(&name, &[])));
        prop_assert_eq!(find("ticket"), (!value.is_empty()).then(|| seen(&value, &[])));
        let personal = &read.elements.iter().find(|(id, _)| id == "personal@32473").unwrap().1;
        prop_assert_eq!(&personal[0].1, &seen(&value, &[]));
    }

    #[test]
    fn json_values_come_back_exactly(name in hostile(), value in hostile()) {
        let event = event("vpn.connect", &name, "note", &value);
        let ecs: Value = serde_json::from_str(&written(&event, Form::Ecs)).unwrap();
        prop_assert_eq!(ecs.pointer("/user/name").unwrap(), &name);
        prop_assert_eq!(ecs.pointer("/optimactl/personal/note").unwrap(), &value);
        let ocsf: Value = serde_json::from_str(&written(&event, Form::Ocsf)).unwrap();
        prop_assert_eq!(ocsf.pointer("/actor/user/name").unwrap(), &name);
        prop_assert_eq!(ocsf.pointer("/unmapped/personal/note").unwrap(), &value);
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_text() {
    let cell = |text: &str| {
        let mut out = vec![];
        super::csv::cell(text, &mut out);
        String::from_utf8(out).unwrap()
    };
    for start in ["=", "+", "-", "@", "\t=", " =", "\n=", "＝"] {
        let made = cell(&format!("{start}1+1"));
        assert!(made.trim_start_matches('"').starts_with('\''), "{made:?}");
    }
    assert_eq!(cell("a\"b;\u{1b}[2J"), "\"a\"\"b;\\u{1b}[2J\"");
    assert_eq!(cell("plain"), "plain");
}
