//! Hostile texts: nothing panics, and nothing takes memory by what a text says.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

#[test]
fn hostile_costs_are_refused_before_memory_is_taken() {
    let (salt, digest) = (
        "AQEBAQEBAQEBAQEBAQEBAQ",
        "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE",
    );
    let begun = Instant::now();
    let mut texts: Vec<String> = [
        "m=4194304,t=1,p=1",
        "m=8,t=4000,p=1",
        "m=800,t=1,p=99",
        "m=4294967295,t=4294967295,p=4294967295",
        "m=8,t=1",
        "m=8,t=1,p=2",
        "m=8,t=1,p=1,x=1",
    ]
    .iter()
    .map(|params| format!("$argon2id$v=19${params}${salt}${digest}"))
    .collect();
    texts.extend(
        [
            "ln=25,r=1,p=1",
            "ln=20,r=32,p=1",
            "ln=1,r=4294967295,p=4294967295",
            "ln=255,r=1,p=1",
            "ln=10,r=8,p=4096",
            "ln=0,r=1,p=1",
        ]
        .iter()
        .map(|params| format!("$scrypt${params}${salt}${digest}")),
    );
    texts.extend([
        format!("$pbkdf2-sha256$10000001${salt}${digest}"),
        format!("$pbkdf2-sha256$0${salt}${digest}"),
        format!("$pbkdf2$9999999${salt}${digest}"),
        "$2b$17$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned(),
        "$2b$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW".to_owned(),
        "$5$rounds=10000001$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        "$5$rounds=99999999999999999999$s$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        // N = 2^20 and 2^24 with r = 32, and numbers of six letters.
        "$y$jHT$salt$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        "$y$jLT$salt$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        "$y$jzzzzzzzzzzzzzzzzz$salt$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        "$7$zzzzzzzzzzzsalt$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5".to_owned(),
        "x".repeat(1 << 20),
    ]);
    for text in texts {
        assert!(parse(&text).is_err(), "{text}");
        assert!(read_foreign(&text).is_err(), "{text}");
        assert!(
            parse(&format!(
                "$wrapped$v=19$m=8,t=1,p=1,keyid=eA${salt}${digest}${text}"
            ))
            .is_err()
        );
    }
    assert!(begun.elapsed() < Duration::from_secs(2));
}

/// Pieces of which hashes are made, so that the parsers are entered and not only their doors.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[$,:={}*!._/a-zA-Z0-9+-]{0,12}",
        prop::sample::select(vec![
            "$argon2id",
            "$v=19",
            "$m=8,t=1,p=1",
            "$argon2i$v=16",
            ",keyid=",
            "$2b$04$",
            "$2y$",
            "bcrypt_sha256$",
            "bcrypt$",
            "$bcrypt-sha256$",
            "v=2,t=2b,r=4",
            "$pbkdf2",
            "-sha512",
            "$100$",
            "pbkdf2_sha256$",
            "scrypt$",
            "$scrypt$ln=4,r=1,p=1",
            "$5$",
            "$6$",
            "rounds=1000$",
            "$1$",
            "$apr1$",
            "{SSHA}",
            "{CRYPT}",
            "{PKCS5S2}",
            "{PBKDF2-SHA256}",
            "{PBKDF2_SHA256}",
            "$y$j9T",
            "$7$C6..../....",
            "$wrapped$v=19",
            "md5$",
            "sha1$",
            "scrypt:16:1:1$",
            "pbkdf2:sha256:1$",
            "\u{e9}",
            "$",
            "AQEBAQEBAQEBAQEBAQEBAQ",
            "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn no_text_makes_the_parsers_panic(text in prop_oneof![pieces(), any::<String>()]) {
        if let Ok(Foreign::Hash(stored)) = read_foreign(&text) {
            let read = parse(&stored).unwrap();
            prop_assert!(!read.scheme().is_empty());
            prop_assert_eq!(read_foreign(&stored).unwrap(), Foreign::Hash(stored));
        }
        drop(parse(&text));
        drop(keycloak(&text, &text));
    }
}
