//! Telling formats apart, and noise that no reader may fall over.

use super::*;

#[test]
fn formats_are_told_by_their_content() {
    let cases = [
        ("name,email\n", Some(Format::Csv)),
        ("\u{feff}\"Login\";\"Mail\"\r\n", Some(Format::Csv)),
        ("username\nmira\n", Some(Format::Csv)),
        ("lea:$apr1$a$b\nben:$2y$05$x\n", Some(Format::Htpasswd)),
        (
            "root:*:1:0:9:7:::\nmira:$6$a$b:1:0:9:7:::\n",
            Some(Format::Shadow),
        ),
        ("# x\nversion: 1\ndn: dc=x\n", Some(Format::Ldif)),
        (
            "[{\"model\": \"auth.user\", \"fields\": {",
            Some(Format::Django),
        ),
        (
            "{\"id\":\"r\",\"realm\":\"demo\",\"enabled\":true",
            Some(Format::Keycloak),
        ),
        (
            "{\"realm\":\"demo\",\"users\":[{\"username\":\"a\"",
            Some(Format::Keycloak),
        ),
        ("{\"Resources\":[{\"userName\":\"a\"", Some(Format::Scim)),
        (
            "{\"name\":\"a\",\"email\":null}\n{\"name\":\"b\"}\n",
            Some(Format::Jsonl),
        ),
        ("root:x:0:0:root:/root:/bin/sh\n", None),
        ("", None),
        ("what is this\n", None),
        ("{}", None),
        ("\0\0\0", None),
    ];
    for (text, expected) in cases {
        let guess = Format::guess(text.as_bytes());
        assert_eq!(
            guess.as_ref().ok(),
            expected.as_ref(),
            "{text:?}: {guess:?}"
        );
        assert!(guess.is_ok() || guess.is_err_and(|error| error.kind == Kind::Usage));
    }
    let both = Format::guess(b"[{\"model\":1,\"fields\":{\"userName\":1}}]").unwrap_err();
    assert!(both.message.contains("`django`, `scim`"), "{both}");
}

/// Something between noise and the real thing.
fn foreign() -> impl Strategy<Value = Vec<u8>> {
    let word = prop_oneof![
        Just("name".to_owned()),
        Just("email,hash\n".to_owned()),
        Just("\n".to_owned()),
        Just(":".to_owned()),
        Just("::".to_owned()),
        Just(",".to_owned()),
        Just("\"".to_owned()),
        Just("{\"users\":[".to_owned()),
        Just("\"userName\":\"a\"".to_owned()),
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("\\".to_owned()),
        Just("dn: uid=a\nuid: a\n".to_owned()),
        Just(" ".to_owned()),
        Just("{\"name\":\"a\"}".to_owned()),
        Just("a:$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned()),
        Just("{\"model\":\"auth.user\",\"fields\":{\"username\":\"a\"}}".to_owned()),
        "\\PC{0,8}",
    ];
    let pieces =
        proptest::collection::vec(word, 0..40).prop_map(|words| words.concat().into_bytes());
    prop_oneof![pieces, proptest::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #[test]
    fn no_reader_ever_panics(bytes in foreign()) {
        for format in Format::ALL {
            read_with(format, &bytes, &options(&["a=name", "memberOf=groups"])).ok();
        }
        Format::guess(&bytes).ok();
        Names::read(&mut bytes.as_slice()).ok();
    }

    #[test]
    fn csv_cells_come_back_as_they_went(cells in proptest::collection::vec("[a-z,;\"' ]{0,12}", 1..6)) {
        let mut text = String::from("name,display_name\n");
        for (number, cell) in cells.iter().enumerate() {
            writeln!(text, "n{number},\"{}\"", cell.replace('"', "\"\"")).unwrap();
        }
        let read = read(Format::Csv, &text);
        prop_assert!(read.faults.is_empty(), "{:?}", read.faults);
        for (row, cell) in read.rows.iter().zip(&cells) {
            prop_assert_eq!(row.display_name.clone().unwrap_or_default(), cell.clone());
        }
    }
}
