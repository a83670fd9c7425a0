//! What other programs send, as bytes: the JSON of `auth check` and `auth serve-batch`, the descriptor of
//! checkpassword, the input of `pam_exec`. Pure: reads nothing by itself, and never quotes what it was given.

use serde::Deserialize;
use serde_json::Value;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::Credentials;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::SecretText;

/// The longest request in JSON, in bytes.
pub const REQUEST_LIMIT: usize = 64 * 1024;
/// The longest `id` of a line, in bytes.
const ID_LIMIT: usize = 256;
/// What descriptor 3 may carry at most (cr.yp.to/checkpwd/interface.html).
pub const CHECKPASSWORD_LIMIT: usize = 512;
/// The longest password that is read from PAM, in bytes; PAM itself ends at 512.
pub const PAM_LIMIT: usize = 4096;

/// One sign-in in JSON.
#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
struct Asked {
    account: String,
    password: String,
    #[serde(default)]
    code: Option<String>,
}

/// The same with an id that is sent back.
#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
struct AskedLine {
    #[serde(default)]
    #[zeroize(skip)]
    id: Option<Value>,
    account: String,
    password: String,
    #[serde(default)]
    code: Option<String>,
}

/// What can be told of a line that is wrong otherwise.
#[derive(Deserialize)]
struct OnlyId {
    id: Option<Value>,
}

/// One line of `auth serve-batch`: its id, and what is to be checked or why it cannot be.
pub struct Line {
    pub id: Option<Value>,
    pub asked: Result<Credentials>,
}

/// Reads what `auth check` is given.
pub fn read_check(text: &str) -> Result<Credentials> {
    let asked: Asked = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        unread("standard input is not what `auth check` reads", &place)
    })?;
    let code = asked.code.as_deref();
    credentials(&asked.account, &asked.password, code)
}

/// Reads one line of `auth serve-batch`. The id of a line that is wrong is found where the line is JSON at all.
pub fn read_line(text: &str) -> Line {
    match serde_json::from_str::<AskedLine>(text) {
        Ok(asked) => {
            let code = asked.code.as_deref();
            let given = known_id(asked.id.as_ref())
                .and_then(|()| credentials(&asked.account, &asked.password, code));
            Line {
                id: asked.id.clone().filter(|id| known_id(Some(id)).is_ok()),
                asked: given,
            }
        }
        Err(error) => {
            let place = format!("column {}", error.column());
            let id = serde_json::from_str::<OnlyId>(text).ok();
            Line {
                id: id
                    .and_then(|only| only.id)
                    .filter(|id| known_id(Some(id)).is_ok()),
                asked: Err(unread("this is not what `auth serve-batch` reads", &place)),
            }
        }
    }
}

/// What serde says could quote the password: only the place is told.
fn unread(what: &str, place: &str) -> Error {
    Error::usage(format!("{what} ({place})"))
        .hint("give `{\"account\":\"…\",\"password\":\"…\",\"code\":\"…\"}`; `code` may be missing")
}

fn known_id(id: Option<&Value>) -> Result<()> {
    let known = match id {
        None => true,
        Some(Value::String(text)) => text.len() <= ID_LIMIT,
        Some(Value::Number(number)) => number.is_i64() || number.is_u64(),
        Some(_) => false,
    };
    if known {
        return Ok(());
    }
    Err(Error::usage(format!(
        "`id` must be a whole number or a text of at most {ID_LIMIT} bytes"
    )))
}

/// A NUL ends a text for many hash functions: what they would not look at must not be accepted.
fn credentials(account: &str, password: &str, code: Option<&str>) -> Result<Credentials> {
    for (name, text) in [
        ("account", Some(account)),
        ("password", Some(password)),
        ("code", code),
    ] {
        if text.is_some_and(|text| text.contains('\0')) {
            return Err(Error::usage(format!("`{name}` contains a NUL character")));
        }
    }
    Ok(Credentials {
        account: account.to_owned(),
        password: SecretText::new(password.to_owned()),
        code: code.map(|code| SecretText::new(code.to_owned())),
    })
}

/// Reads `login\0password\0timestamp\0`; what follows belongs to other tools. A text that is not UTF-8 is no
/// account's: it counts as a wrong try.
pub fn read_checkpassword(bytes: &[u8]) -> Result<Credentials> {
    if bytes.len() > CHECKPASSWORD_LIMIT {
        return Err(Error::new(
            Kind::Rejected,
            format!("descriptor 3 carries more than {CHECKPASSWORD_LIMIT} bytes"),
        ));
    }
    let mut fields = bytes.split(|byte| *byte == 0);
    // The part after the last NUL is no field: three fields make at least four parts.
    let parts = (fields.next(), fields.next(), fields.next(), fields.next());
    let (Some(login), Some(password), Some(_), Some(_)) = parts else {
        return Err(Error::usage(
            "descriptor 3 does not carry `login\\0password\\0timestamp\\0`",
        ));
    };
    Ok(Credentials {
        account: String::from_utf8_lossy(login).into_owned(),
        password: text(password),
        code: None,
    })
}

/// The password as `pam_exec` writes it: as it was typed, without a newline; older ones send a NUL behind it.
pub fn read_pam(bytes: &[u8]) -> SecretText {
    text(bytes.strip_suffix(b"\0").unwrap_or(bytes))
}

fn text(bytes: &[u8]) -> SecretText {
    SecretText::new(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Option<Kind> {
        read_check(text).err().map(|error| error.kind)
    }

    #[test]
    fn a_request_is_exactly_its_three_keys() {
        assert_eq!(check(r#"{"account":"a","password":"b"}"#), None);
        assert_eq!(check(r#" {"password":"","account":"","code":null} "#), None);
        for wrong in [
            "",
            "[]",
            r#"{"account":"a"}"#,
            r#"{"account":"a","password":"b","password":"c"}"#,
            r#"{"account":"a","password":"b","id":1}"#,
            r#"{"account":"a","password":1}"#,
            r#"{"account":"a","password":"b"} {}"#,
            r#"{"account":"a","password":"b\u0000c"}"#,
            r#"{"account":"a","password":"b","code":"1\u0000"}"#,
            r#"{"account":"a","password":"\ud800"}"#,
        ] {
            assert_eq!(check(wrong), Some(Kind::Usage), "{wrong}");
        }
    }

    #[test]
    fn what_was_given_is_never_quoted() {
        let error = read_check(r#"{"account":"a","password":"b","hunter2":1}"#);
        let error = error.err().unwrap();
        assert!(!format!("{error:?}{:?}", error.hint).contains("hunter2"));
    }

    #[test]
    fn the_id_of_a_wrong_line_is_found_where_it_can_be() {
        let line = read_line(r#"{"id":"x1","account":"a","password":"b"}"#);
        assert!(line.asked.is_ok());
        assert_eq!(line.id, Some(Value::from("x1")));
        let line = read_line(r#"{"id":7,"account":"a","pasword":"b"}"#);
        assert!(line.asked.is_err());
        assert_eq!(line.id, Some(Value::from(7)));
        for wrong in [
            "{\"id\":7,",
            "7",
            "{\"id\":[1],\"account\":\"a\",\"password\":\"b\"}",
        ] {
            let line = read_line(wrong);
            assert!(line.asked.is_err() && line.id.is_none(), "{wrong}");
        }
        let long = format!(
            "{{\"id\":\"{}\",\"account\":\"a\",\"password\":\"b\"}}",
            "x".repeat(257)
        );
        assert!(read_line(&long).id.is_none());
    }

    #[test]
    fn checkpassword_needs_three_ends() {
        let given = read_checkpassword(b"mira\0 pass \0Y123\0").unwrap();
        assert_eq!(given.account, "mira");
        assert_eq!(given.password.expose(), " pass ");
        assert!(read_checkpassword(b"mira\0\0\0more").is_ok());
        let kind = |bytes: &[u8]| read_checkpassword(bytes).err().map(|error| error.kind);
        for wrong in [
            &b""[..],
            b"mira",
            b"mira\0pass",
            b"mira\0pass\0",
            b"mira\0pass\0t",
        ] {
            assert_eq!(kind(wrong), Some(Kind::Usage), "{wrong:?}");
        }
        assert_eq!(kind(&[0; 512]), None);
        assert_eq!(kind(&[0; 513]), Some(Kind::Rejected));
        assert!(read_checkpassword(b"m\xff\0p\xff\0\0").is_ok());
    }

    #[test]
    fn pam_passwords_lose_one_nul_and_nothing_else() {
        let read = |bytes: &[u8]| read_pam(bytes).expose().to_owned();
        assert_eq!(read(b" pass "), " pass ");
        assert_eq!(read(b"pass\0"), "pass");
        assert_eq!(read(b"pass\0\0"), "pass\0");
        assert_eq!(read(b"pass\n"), "pass\n");
    }
}
