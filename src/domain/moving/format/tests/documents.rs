//! Formats of one JSON document: Django, Keycloak, SCIM.

use super::*;

#[test]
fn django_as_dumpdata_writes_it() {
    let text = r#"[
      {"model": "auth.group", "pk": 1, "fields": {"name": "g", "permissions": []}},
      {"model": "auth.user", "pk": 1, "fields": {"password": "pbkdf2_sha256$1000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=",
        "last_login": "2026-10-01T08:00:00.123Z", "is_superuser": true, "username": "anna", "first_name": "Anna",
        "last_name": "Berg", "email": "anna@mail.example", "is_staff": true, "is_active": true,
        "date_joined": "2024-01-02T03:04:05Z", "groups": [1], "user_permissions": []}},
      {"model": "auth.user", "pk": 2, "fields": {"password": "!abcdef", "username": "svc", "is_active": false, "email": ""}},
      {"model": "auth.user", "pk": 3, "fields": {"password": "", "username": ["x"], "email": ""}}
    ]"#;
    let read = read(Format::Django, text);
    assert_eq!(
        (read.passed.len(), read.faults.len(), read.rows.len()),
        (1, 1, 2)
    );
    assert_eq!(read.faults[0].line, 4);
    let [anna, svc] = read.rows.as_slice() else {
        panic!()
    };
    assert_eq!(anna.display_name.as_deref(), Some("Anna Berg"));
    assert_eq!(
        (scheme(anna), anna.bar),
        ("pbkdf2-sha256", Some(Bar::Enabled))
    );
    assert_eq!((scheme(svc), svc.bar), ("none", Some(Bar::Disabled(now()))));
    let lines = "{\"model\":\"auth.user\",\"pk\":1,\"fields\":{\"username\":\"a\"}}\n{\"model\":\"auth.user\",\"pk\":2,\"fields\":{\"username\":\"b\"}}\n";
    assert_eq!(self::read(Format::Django, lines).rows.len(), 2);
}

/// A realm with one user, whose credentials are these.
fn realm(credentials: &str) -> String {
    format!(
        r#"{{"id":"r","realm":"demo","enabled":true,"roles":{{"users":["not these"]}},"smtp":"[{{\"",
        "users":[{{"id":"u1","createdTimestamp":1704164645000,"username":"kim","enabled":true,"totp":false,"emailVerified":true,
        "firstName":"Kim","lastName":"Lo","email":"kim@mail.example","credentials":[{credentials}],"requiredActions":["UPDATE_PASSWORD"],
        "realmRoles":["default"],"groups":["/staff/support"]}}],"clients":[]}}"#
    )
}

fn credential(kind: &str, secret: &str, data: &str) -> String {
    serde_json::json!({"type": kind, "secretData": secret, "credentialData": data}).to_string()
}

#[test]
fn keycloak_as_a_realm_exports_it() {
    let value = data_encoding::BASE64.encode(&[7; 64]);
    let salt = data_encoding::BASE64.encode(&[9; 16]);
    let password = credential(
        "password",
        &format!(r#"{{"value":"{value}","salt":"{salt}","additionalParameters":{{}}}}"#),
        r#"{"hashIterations":27500,"algorithm":"pbkdf2-sha256","additionalParameters":{}}"#,
    );
    let otp = credential(
        "otp",
        r#"{"value":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}"#,
        r#"{"subType":"totp","digits":6,"counter":0,"period":30,"algorithm":"HmacSHA256","secretEncoding":"BASE32"}"#,
    );
    let hotp = credential(
        "otp",
        r#"{"value":"12345678901234567890"}"#,
        r#"{"subType":"hotp","digits":6}"#,
    );
    let row = read_with(
        Format::Keycloak,
        realm(&[password, otp, hotp].join(",")).as_bytes(),
        &options(&["groups=groups"]),
    );
    let row = only(row.unwrap());
    assert_eq!(
        (
            row.name.text.as_str(),
            row.display_name.as_deref(),
            scheme(&row)
        ),
        ("kim", Some("Kim Lo"), "pbkdf2-sha256")
    );
    assert_eq!(row.groups, ["support"]);
    assert_eq!(seconds_text(row.created.unwrap()), "2024-01-02T03:04:05Z");
    assert_eq!(
        (row.require_change, row.factors[0].algorithm),
        (Some(change_by(now())), "SHA256")
    );
    assert_eq!(row.untaken, ["a second factor that counts (HOTP)"]);
    let old = realm(r#"{"type":"password","hashedSaltedValue":"x","salt":"y","hashIterations":1}"#);
    assert_eq!(only(read(Format::Keycloak, &old)).untaken.len(), 1);
    let broken = realm(&credential("password", "{", "}"));
    assert_eq!(read(Format::Keycloak, &broken).faults.len(), 1);
    // Several realms in one file.
    assert_eq!(
        read(Format::Keycloak, &format!("[{},{}]", realm(""), realm("")))
            .rows
            .len(),
        2
    );
}

#[test]
fn scim_as_a_list_response() {
    let text = r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":2,"Resources":[
      {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1","username":"bo","name":{"givenName":"Bo","familyName":"Li"},
       "emails":[{"value":"old@mail.example"},{"value":"bo@mail.example","primary":true}],"active":false,"meta":{"created":"2024-01-02T03:04:05Z"}},
      {"id":"2","userName":"al","displayName":"Al","name":{"formatted":"Other"},"emails":["al@mail.example"],"groups":[{"value":"g1","display":"staff"}]},
      {"id":"3","displayName":"a group","members":[]}
    ]}"#;
    let read = read_with(Format::Scim, text.as_bytes(), &options(&["groups=groups"])).unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let [bo, al] = read.rows.as_slice() else {
        panic!()
    };
    assert_eq!(
        (bo.display_name.as_deref(), bo.bar),
        (Some("Bo Li"), Some(Bar::Disabled(now())))
    );
    assert_eq!(bo.email.as_ref().unwrap().text, "bo@mail.example");
    assert_eq!(
        (al.display_name.as_deref(), al.groups.as_slice()),
        (Some("Al"), &["staff".to_owned()][..])
    );
    assert_eq!(read.passed, ["groups"]);
    assert_eq!(
        self::read(Format::Scim, r#"[{"userName":"a"}]"#).rows.len(),
        1
    );
}

#[test]
fn documents_that_are_hostile() {
    for bad in [
        "",
        "nonsense",
        "[",
        "[{\"model\":",
        "{\"users\":",
        "{\"users\":[{}",
        "\"x\"",
    ] {
        for format in [Format::Django, Format::Keycloak, Format::Scim] {
            assert!(
                read_with(format, bad.as_bytes(), &options(&[])).is_err(),
                "{bad} as {format:?}"
            );
        }
    }
    for bad in ["{\"a\" 1}", "{1:2}"] {
        assert!(read_with(Format::Scim, bad.as_bytes(), &options(&[])).is_err());
        assert_eq!(read(Format::Django, bad).faults.len(), 1);
    }
    assert!(
        fails(Format::Keycloak, b"{\"users\":[],\"users\":[]}")
            .message
            .contains("twice")
    );
    // Depth costs nothing where it is passed over, and is refused where it would be read.
    let deep = format!(
        "{{\"x\":{}{},\"users\":[{}1{}]}}",
        "[".repeat(1 << 20),
        "]".repeat(1 << 20),
        "[".repeat(5000),
        "]".repeat(5000)
    );
    assert!(
        read(Format::Keycloak, &deep).faults[0]
            .problem
            .contains("recursion")
    );
    let long = format!(
        "[{{\"userName\":\"{}\"}},{{\"userName\":\"ok\"}}]",
        "x".repeat(2 << 20)
    );
    let read = read(Format::Scim, &long);
    assert!(read.faults[0].problem.contains("1 MiB"));
    assert_eq!(read.rows[0].name.text, "ok");
}
