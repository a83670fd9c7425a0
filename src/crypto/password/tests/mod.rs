//! Published vectors: the right password opens, a wrong one does not, as it is and wrapped.

mod hostile;

use super::*;

fn secret(text: &str) -> SecretText {
    SecretText::new(text.to_owned())
}

/// The text that the store would hold.
fn stored_text(foreign: &str) -> String {
    match read_foreign(foreign).unwrap() {
        Foreign::Hash(text) => text,
        Foreign::Unusable => panic!("unusable: {foreign}"),
    }
}

/// Takes a hash over, and tries the right and a wrong password on what is stored, wrapped, too.
fn opens(foreign: &str, password: &str, scheme: &str) {
    let text = stored_text(foreign);
    let stored = parse(&text).unwrap();
    assert_eq!(stored.scheme(), scheme, "{foreign}");
    assert!(SCHEMES.contains(&scheme) && SCHEMES.is_sorted());
    assert_eq!(stored_text(&text), text, "a second time changes nothing");
    let tried = |password: &str| verify(&secret(password), &stored, None).unwrap();
    assert!(tried(password), "{foreign} -> {text}");
    assert!(!tried("wrong"), "{foreign}");

    let key = Key::new([5; 32]);
    let pepper = Pepper {
        id: "pep_1",
        key: &key,
    };
    let wrapped = wrap(&stored, &[3; 16], pepper, Cost::CHEAP).unwrap();
    let around = parse(&wrapped).unwrap();
    assert_eq!(
        (around.scheme(), around.pepper()),
        ("wrapped", Some("pep_1"))
    );
    assert!(around.parameters().contains(scheme), "{wrapped}");
    let tried = |password: &str| verify(&secret(password), &around, Some(&key)).unwrap();
    assert!(tried(password) && !tried("wrong"), "{wrapped}");
    let outcome = text.rsplit('$').next().unwrap();
    assert!(!wrapped.contains(outcome), "{wrapped} holds {outcome}");
    assert!(
        read_foreign(&wrapped).is_err() && wrap(&around, &[3; 16], pepper, Cost::CHEAP).is_err()
    );
}

#[test]
fn rfc_9106_argon2id_vector() {
    // RFC 9106 §5.3: 32 bytes 01, salt 16 bytes 02, secret 8 bytes 03, data 12 bytes 04, m=32 t=3 p=4.
    let params = ::argon2::ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .output_len(32)
        .data(::argon2::AssociatedData::new(&[4; 12]).unwrap())
        .build()
        .unwrap();
    let (kind, version) = (::argon2::Algorithm::Argon2id, ::argon2::Version::V0x13);
    let argon2 = ::argon2::Argon2::new_with_secret(&[3; 8], kind, version, params).unwrap();
    let mut out = [0; 32];
    argon2
        .hash_password_into(&[1; 32], &[2; 16], &mut out)
        .unwrap();
    assert_eq!(
        data_encoding::HEXLOWER.encode(&out),
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    );
}

#[test]
fn published_vectors_open() {
    let argon2 =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    for (foreign, password, scheme) in [
        (argon2, "password", "argon2id"),
        (&format!("{{ARGON2}}{argon2}"), "password", "argon2id"),
        (&format!("argon2{argon2}"), "password", "argon2id"),
        (
            "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "U*U",
            "bcrypt",
        ),
        (
            "bcrypt$$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "U*U",
            "bcrypt",
        ),
        (
            "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
            "Hello world!",
            "sha256-crypt",
        ),
        (
            "{CRYPT}$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
            "Hello world!",
            "sha512-crypt",
        ),
        // The specification's own: a long salt is cut, few rounds are a thousand.
        (
            "$5$rounds=10000$saltstringsaltstring$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA",
            "Hello world!",
            "sha256-crypt",
        ),
        ("$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/", "secret", "apr1"),
        ("$1$abcdefgh$cHJi5PXp/ki/ktXzqlk6I1", "secret", "md5-crypt"),
        (
            "pbkdf2_sha256$1000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=",
            "l\u{e8}tmein",
            "pbkdf2-sha256",
        ),
        // RFC 6070, the fourth: "password", "salt", 4096 rounds.
        (
            "{PBKDF2}4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE",
            "password",
            "pbkdf2-sha1",
        ),
        ("{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "password", "sha"),
        ("{MD5}X03MO1qnZdYdgyfeuILPmQ==", "password", "md5"),
    ] {
        opens(foreign, password, scheme);
    }
    // RFC 7914 §12: "password", "NaCl", N=1024, r=8, p=16.
    let digest = "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640";
    let base64 = data_encoding::BASE64.encode(&encoding::hex(digest).unwrap());
    opens(
        &format!("scrypt$1024$NaCl$8$16${base64}"),
        "password",
        "scrypt",
    );
    opens(
        &format!("scrypt:1024:8:16$NaCl${digest}"),
        "password",
        "scrypt",
    );
}

#[test]
fn keycloak_exports_open() {
    let pbkdf2 = Zeroizing::new({
        let mut out = [0; 64];
        ::pbkdf2::pbkdf2_hmac::<sha2::Sha256>(b"Zo\xc3\xab", b"0123456789abcdef", 27_500, &mut out);
        out.to_vec()
    });
    let base64 = |bytes: &[u8]| data_encoding::BASE64.encode(bytes);
    let secret = format!(
        r#"{{"value":"{}","salt":"{}","additionalParameters":{{}}}}"#,
        base64(&pbkdf2),
        base64(b"0123456789abcdef")
    );
    let made = r#"{"hashIterations":27500,"algorithm":"pbkdf2-sha256","additionalParameters":{}}"#;
    opens(
        &keycloak(&secret, made).unwrap(),
        "Zo\u{eb}",
        "pbkdf2-sha256",
    );

    let cost = Cost {
        memory: 7168,
        passes: 5,
        lanes: 1,
    };
    let recipe = Argon2id::new(cost, b"0123456789abcdef", None);
    let digest = recipe.digest("Zo\u{eb}".as_bytes(), 32, None).unwrap();
    let secret = format!(
        r#"{{"value":"{}","salt":"{}"}}"#,
        base64(&digest),
        base64(b"0123456789abcdef")
    );
    let made = r#"{"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}"#;
    opens(&keycloak(&secret, made).unwrap(), "Zo\u{eb}", "argon2id");

    let huge = made.replace("7168", "4294967295");
    for made in [
        huge.as_str(),
        "{}",
        r#"{"hashIterations":4000000000,"algorithm":"pbkdf2"}"#,
        r#"{"hashIterations":5,"algorithm":"bcrypt"}"#,
    ] {
        assert!(keycloak(&secret, made).is_err(), "{made}");
    }
}

#[test]
fn a_hash_knows_its_password_and_its_pepper() {
    let key = Key::new([5; 32]);
    let pepper = Pepper {
        id: "pep1",
        key: &key,
    };
    let typed = secret("Zoe\u{308} 14 geese");
    let text = hash(&typed, &[9; 16], Some(pepper), Cost::CHEAP).unwrap();
    let stored = parse(&text).unwrap();
    assert_eq!(stored.pepper(), Some("pep1"));
    assert!(stored.is_made_with(Cost::CHEAP, "pep1"));
    assert!(!stored.is_made_with(Cost::STANDARD, "pep1"));
    assert!(verify(&secret("Zo\u{eb} 14 geese"), &stored, Some(&key)).unwrap());
    assert!(!verify(&secret("Zo\u{eb} 14 goose"), &stored, Some(&key)).unwrap());
    assert!(!verify(&secret("Zo\u{eb} 14 geese"), &stored, None).unwrap());
    // A hash with somebody's key is nothing that could be brought along.
    assert!(read_foreign(&text).is_err());
}

#[test]
fn hashes_of_bytes_that_are_not_composed_open_both_ways() {
    let decomposed = "Zoe\u{308}";
    let digest = data_encoding::BASE64.encode(&<sha1::Sha1 as sha2::Digest>::digest(decomposed));
    let stored = parse(&format!("{{SHA}}{digest}")).unwrap();
    assert!(verify(&secret(decomposed), &stored, None).unwrap());
    let digest = data_encoding::BASE64.encode(&<sha1::Sha1 as sha2::Digest>::digest("Zo\u{eb}"));
    let stored = parse(&format!("{{SHA}}{digest}")).unwrap();
    assert!(verify(&secret(decomposed), &stored, None).unwrap());
}

#[test]
fn bcrypt_cuts_at_72_bytes_and_takes_no_nul() {
    let recipe = parse("$2b$04$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW").unwrap();
    let digest = |password: &str| {
        let made = recipe.family.digest(password.as_bytes(), 23, None).unwrap();
        made.to_vec()
    };
    let long = "a".repeat(72);
    assert_eq!(digest(&long), digest(&format!("{long}and more")));
    assert_ne!(digest(&long), digest(long.get(..71).unwrap()));
    let stored = parse(&recipe.family.text(&digest("abc"))).unwrap();
    assert!(verify(&secret("abc"), &stored, None).unwrap());
    assert!(!verify(&secret("abc\0abc"), &stored, None).unwrap());
    assert!(!verify(&secret("abc\0"), &stored, None).unwrap());
}

#[test]
fn nothing_to_sign_in_with_is_told_apart() {
    for text in [
        "",
        "!",
        "!!",
        "*",
        "x",
        "!5Dx8aSMMnYmWZPDTOZ4GhdN",
        "!$6$salt$gone",
        "{CRYPT}*",
    ] {
        assert_eq!(read_foreign(text).unwrap(), Foreign::Unusable, "{text}");
    }
}

#[test]
fn unknown_hashes_are_named_and_never_quoted() {
    for (text, name) in [
        ("$P$B55D6LjfHDkINU5wF.v2BuuzO0/XPk/", "phpass"),
        ("$S$D5z1Wm4bevjS5EQ5OdbTbBHCLDwzn5XwN", "Drupal"),
        ("*2470C0C06DEE42FD1618BBB99005ADCA2EC9D1E1", "MySQL"),
        ("5f4dcc3b5aa765d61d8327deb882cf99", "MD5"),
        ("rOXh1qx0Yc8cA", "DES"),
        ("{CRYPT}rOXh1qx0Yc8cA", "DES"),
        (
            "$2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "bcrypt",
        ),
        ("$gy$j9T$salt$hash", "gost"),
        ("{NT}8846F7EAEE8FB117AD06BDD830B7586C", "NT"),
        ("correct horse", "plain text"),
        (
            "{CRYPT}{CRYPT}$1$abcdefgh$cHJi5PXp/ki/ktXzqlk6I1",
            "cannot be",
        ),
    ] {
        let error = read_foreign(text).unwrap_err();
        assert!(
            error.message.contains(name) || name == "cannot be",
            "{text}: {error}"
        );
        assert!(
            !format!("{error} {:?}", error.hint).contains(text),
            "{error}"
        );
        assert!(parse(text).is_err());
    }
}
