//! Formats of lines: CSV, JSON lines, htpasswd, shadow, LDIF.

use super::*;

#[test]
fn csv_as_a_spreadsheet_writes_it() {
    let text = format!(
        "\u{feff}Login;E-Mail;Full Name;Last Login;Active;Password\r\n\
         mira;mira@mail.example;\"Mira \"\"M\"\" Sand;\r\nSecond\";2026-03-05 14:30:00;no;{ARGON2}\r\n\
         tom;;;;;\r\n\r\n"
    );
    let read = read(Format::Csv, &text);
    // A line end in a name is seen and refused, in the right line, and the next row is taken.
    assert_eq!((read.faults[0].line, read.rows[0].line), (2, 4));
    assert!(
        read.faults[0].problem.contains("\\u{a}"),
        "{}",
        read.faults[0].problem
    );
    assert_eq!(read.rows[0].name.text, "tom");
    assert!(read.rows[0].email.is_none() && read.rows[0].bar.is_none());
    let text = format!(
        "name,email,last_login,active,hash\nzoe,Zoe@Mail.example,2026-03-05 14:30:00,no,\"{ARGON2}\"\n"
    );
    let row = only(self::read(Format::Csv, &text));
    assert_eq!(row.email.as_ref().unwrap().key, "zoe@mail.example");
    assert_eq!(
        seconds_text(row.last_sign_in.unwrap()),
        "2026-03-05T14:30:00Z"
    );
    assert_eq!(
        (row.bar, scheme(&row)),
        (Some(Bar::Disabled(now())), "argon2id")
    );
}

#[test]
fn csv_columns_are_known_mapped_or_refused() {
    let unknown = fails(Format::Csv, b"name,emial\nx,y\n");
    assert_eq!(unknown.kind, Kind::Usage);
    assert!(unknown.hint.unwrap().contains("did you mean `email`?"));
    let text = b"who,shoe\nmira,44\n";
    let read = read_with(Format::Csv, text, &options(&["who=name", "shoe=-"])).unwrap();
    assert_eq!(read.rows[0].name.text, "mira");
    assert!(read_with(Format::Csv, text, &options(&["whom=name"])).is_err());
    assert!(
        fails(Format::Csv, b"email\na@b.example\n")
            .message
            .contains("no column holds")
    );
    assert!(
        fails(Format::Csv, b"name,login\na,b\n")
            .message
            .contains("both hold")
    );
    assert!(fails(Format::Csv, b"").message.contains("no header"));
    let many = "a,".repeat(1_000_000);
    assert!(
        fails(Format::Csv, many.as_bytes())
            .message
            .contains("header")
    );
}

#[test]
fn csv_rows_that_cannot_be_taken_say_where_and_why() {
    let text = "name,email,hash\n\
                a,not-an-address,\n\
                b\n\
                c,c@mail.example,hunter2hunter2\n\
                d,d@mail.example,\"x\"y\n\
                -e,e@mail.example,\n\
                f,f@mail.example,$9$unknown$scheme\n\
                ok,ok@mail.example,\n\
                g,\"g@mail.example\n";
    let read = read(Format::Csv, text);
    let told: Vec<String> = read.faults.iter().map(|fault| fault.told("line")).collect();
    assert_eq!(read.rows.len(), 1);
    assert_eq!(
        read.faults
            .iter()
            .map(|fault| fault.line)
            .collect::<Vec<_>>(),
        [2, 3, 4, 5, 6, 7, 9]
    );
    assert!(
        told[0].starts_with("line 2, account `a`, field `email`: `not-an-address` is not"),
        "{}",
        told[0]
    );
    assert!(told[1].contains("1 cells, the header 3"));
    assert!(told[2].contains("in the clear") && !told[2].contains("hunter2"));
    assert!(told[3].contains("closing quote"));
    assert!(told[6].contains("not closed"));
}

#[test]
fn lines_are_bounded_text() {
    let long = format!("name\n{}\nshort\n", "x".repeat(3 << 20));
    for format in [
        Format::Csv,
        Format::Htpasswd,
        Format::Shadow,
        Format::Ldif,
        Format::Jsonl,
    ] {
        let read = read(format, &long);
        assert!(
            read.faults
                .iter()
                .any(|fault| fault.problem.contains("1 MiB")),
            "{format:?}"
        );
    }
    for bad in [&b"name\na\0b\nok\n"[..], b"name\n\xff\xfe\nok\n"] {
        let read = read_with(Format::Csv, bad, &options(&[])).unwrap();
        assert_eq!(
            (read.faults.len(), read.faults[0].line, read.rows.len()),
            (1, 2, 1)
        );
    }
    assert!(
        fails(Format::Csv, b"\xff\xfen\0a\0")
            .message
            .contains("UTF-16")
    );
    // A quote that is never closed costs a MiB, not the machine.
    let open = format!("name\n\"{}", "x\n".repeat(2 << 20));
    assert!(
        read(Format::Csv, &open).faults[0]
            .problem
            .contains("not closed")
    );
}

#[test]
fn jsonl_in_the_own_form() {
    let text = format!(
        "{{\"id\":\"acc_0000000000000001\",\"name\":\"mira\",\"email\":\"mira@mail.example\",\"kind\":\"service\",\
         \"roles\":[\"support\"],\"groups\":[],\"disabled\":\"2026-01-02T03:04:05Z\",\"hash\":\"{ARGON2}\",\
         \"otp\":[{{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"algorithm\":\"SHA256\",\"digits\":8,\"period\":60}}]}}\n"
    );
    let row = only(read(Format::Jsonl, &text));
    assert_eq!(row.kind, Some(AccountKind::Service));
    assert_eq!(row.roles, ["support"]);
    assert_eq!(
        (
            row.factors[0].algorithm,
            row.factors[0].digits,
            row.factors[0].period
        ),
        ("SHA256", 8, 60)
    );
    let bad = "{\"name\":\"a\",\"name\":\"b\"}\n[1]\n{\"name\":{}}\n{\"name\":\"x\",\"shoe\":1}\n{\"name\":1e999}\n{\n\
               {\"name\":\"y\",\"otp\":[{\"secret\":\"1\"}]}\n";
    let faults = read(Format::Jsonl, bad).faults;
    assert_eq!(faults.len(), 7);
    assert!(faults[0].problem.contains("stands twice"));
    assert!(faults[3].problem.contains("not known"));
    let deep = format!("{}1{}\n", "{\"name\":".repeat(5000), "}".repeat(5000));
    assert!(
        read(Format::Jsonl, &deep).faults[0]
            .problem
            .contains("recursion")
    );
}

#[test]
fn htpasswd_and_shadow() {
    let text = format!(
        "# users\r\nlea:{APR1}\r\nben:{BCRYPT}\nkim:plain\nrealm:x:d41d8cd98f00b204e9800998ecf8427e\n"
    );
    let read = read(Format::Htpasswd, &text);
    assert_eq!(
        read.rows.iter().map(scheme).collect::<Vec<_>>(),
        ["apr1", "bcrypt"]
    );
    assert!(
        read.faults[0].problem.contains("in the clear")
            && read.faults[1].problem.contains("htdigest")
    );

    let mut passwd = &b"mira:x:1000:1000:Mira Sand,Room 4,,:/home/mira:/bin/sh\nnobody\n"[..];
    let options = Options {
        names: Names::read(&mut passwd).unwrap(),
        ..options(&[])
    };
    let text = format!(
        "root:*:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\nmira:{SHA512}:0:0:99999:7::20500:\n\
         tom:!{SHA512}:19000:0:99999:7:::\nnew:!:19000:0:99999:7:::\nopen::19000:0:99999:7:::\nbroken:x\n"
    );
    let read = read_with(Format::Shadow, text.as_bytes(), &options).unwrap();
    assert_eq!(
        (read.passed.len(), read.faults.len(), read.rows.len()),
        (2, 1, 4)
    );
    let [mira, tom, new, open] = read.rows.as_slice() else {
        panic!()
    };
    assert_eq!(mira.display_name.as_deref(), Some("Mira Sand"));
    assert_eq!(
        (scheme(mira), mira.require_change),
        ("sha512-crypt", Some(change_by(now())))
    );
    assert_eq!(seconds_text(mira.expires.unwrap()), "2026-02-16T00:00:00Z");
    assert_eq!(
        (scheme(tom), tom.bar),
        ("sha512-crypt", Some(Bar::Disabled(now())))
    );
    assert_eq!(
        (scheme(new), scheme(open), open.untaken.len()),
        ("none", "none", 1)
    );
}

#[test]
fn ldif_as_a_directory_writes_it() {
    let password = data_encoding::BASE64.encode(format!("{{CRYPT}}{SHA512}").as_bytes());
    let text = format!(
        "# a comment\n  that goes on\nversion: 1\n\ndn: ou=people,dc=example\nobjectClass: organizationalUnit\nou: people\n\n\
         dn: uid=mira,ou=people,dc=example\nobjectClass: top\nobjectClass: inetOrgPerson\nuid: mira\ncn: M. Sand\n\
         displayName:: TWlyYSBTYW5k\nmail: mira@mail.exa\n mple\nuserPassword:: {password}\nuserPassword: {{CLEARTEXT}}x\n\
         jpegPhoto:: /9j/4AA=\nmemberOf: cn=staff,ou=groups,dc=example\ncreateTimestamp: 20240102030405Z\n\n\
         dn: cn=gone,dc=example\nobjectClass: person\ncn: gone\nuserAccountControl: 514\n"
    );
    let read = read_with(
        Format::Ldif,
        text.as_bytes(),
        &options(&["memberOf=groups"]),
    )
    .unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!((read.passed.len(), read.rows.len()), (1, 2));
    let mira = &read.rows[0];
    assert_eq!(
        (mira.line, mira.display_name.as_deref()),
        (9, Some("Mira Sand"))
    );
    assert_eq!(mira.email.as_ref().unwrap().text, "mira@mail.example");
    assert_eq!(
        (scheme(mira), mira.untaken.as_slice()),
        ("sha512-crypt", &["another password"][..])
    );
    assert_eq!(mira.groups, ["staff"]);
    assert_eq!(seconds_text(mira.created.unwrap()), "2024-01-02T03:04:05Z");
    assert_eq!(
        (read.rows[1].name.text.as_str(), read.rows[1].bar),
        ("gone", Some(Bar::Disabled(now())))
    );
}

#[test]
fn ldif_that_is_hostile() {
    let bomb = format!(
        "dn: uid=x\nuid: x\ndescription: a\n{}\n\ndn: uid=y\nuid: y\n",
        " aaaaaaaa\n".repeat(300_000)
    );
    let read = read(Format::Ldif, &bomb);
    assert!(read.faults[0].problem.contains("1 MiB"));
    assert_eq!(read.rows[0].name.text, "y");
    let text = " folded\n\ndn: uid=a\nuid:< file:///etc/passwd\n\ndn: uid=b\nuid:: !!\n\ndn: uid=c\nchangetype: delete\nuid: c\n\n\
                dn: uid=d\nuid:: AGE=\n\nno colon\n";
    let faults = self::read(Format::Ldif, text).faults;
    assert_eq!(faults.len(), 6);
    assert!(faults[1].problem.contains("not read"));
}
