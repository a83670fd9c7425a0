//! What leaves a store comes into another one as it was.

use super::*;

fn exported(ctx: &Context, form: Form, secrets: Secrets) -> (String, Exported) {
    let wanted = Wanted {
        form,
        filter: None,
        typed: None,
        secrets,
        recipients: vec![],
    };
    let mut out = vec![];
    record(ctx, &wanted).unwrap();
    let done = export(ctx, &wanted, &mut out, &mut silent).unwrap();
    (String::from_utf8(out).unwrap(), done)
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story")]
fn what_is_exported_comes_in_again_as_it_was() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let all = |format| Plan {
        administrators: Administrators::Take,
        ..plan(format, &["roles=roles", "groups=groups"])
    };
    let text = format!(
        "{{\"name\":\"mira\",\"email\":\"Mira@mail.example\",\"display_name\":\"=1+1 Ünï\",\"region\":\"DE\",\
         \"created\":\"2024-01-02T03:04:05.678901Z\",\"expires\":\"2030-01-01T00:00:00Z\",\"disabled\":\"2026-01-01T00:00:00Z\",\
         \"locked_until\":\"2027-01-01T00:00:00Z\",\"lock_reason\":\"why\",\"last_sign_in\":\"2026-02-02T00:00:00Z\",\"roles\":[\"admin\"],\
         \"hash\":\"{BCRYPT}\",\"require_change\":\"2026-12-01T00:00:00Z\",\
         \"otp\":[{{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"algorithm\":\"SHA512\",\"digits\":8,\"period\":60}}]}}\n\
         {{\"name\":\"bot\",\"kind\":\"service\"}}\n"
    );
    take(&ctx, &text, &all(Format::Jsonl)).unwrap();
    let (first, done) = exported(&ctx, Form::Jsonl, Secrets::Taken);
    assert_eq!(
        (done.accounts, done.hashes, done.factors, done.peppered),
        (2, 1, 1, 0)
    );
    let other = Fixture::new();
    let there = other.open();
    take(&there, &first, &all(Format::Jsonl)).unwrap();
    let (second, _) = exported(&there, Form::Jsonl, Secrets::Taken);
    assert!(first.contains("2024-01-02T03:04:05.678901Z") && first.contains("SHA512"));
    let strip = |text: &str| -> Vec<serde_json::Value> {
        text.lines()
            .map(|line| {
                let mut value: serde_json::Value = serde_json::from_str(line).unwrap();
                let object = value.as_object_mut().unwrap();
                object.remove("id");
                if object["name"] == "bot" {
                    object.remove("created");
                }
                value
            })
            .collect()
    };
    assert_eq!(strip(&first), strip(&second));
    // Without them nothing of it leaves, and the other forms come in again, too.
    let (plain, done) = exported(&ctx, Form::Jsonl, Secrets::Left);
    assert!(!plain.contains("hash") && !plain.contains("otp") && done.factors_left == 1);
    for (form, format) in [
        (Form::Scim, Format::Scim),
        (Form::Ldif, Format::Ldif),
        (Form::Csv, Format::Csv),
    ] {
        let (text, _) = exported(&ctx, form, Secrets::Left);
        let fresh = Fixture::new();
        let there = fresh.open();
        let tally = take(&there, &text, &plan(format, &[]))
            .map_err(|error| Error::failed(format!("{form:?}: {error} {:?}", error.details)));
        assert_eq!(tally.unwrap().created, 2, "{form:?}");
        let mira = find(&there, "mira").unwrap();
        let shown = if form == Form::Csv {
            "'=1+1 Ünï"
        } else {
            "=1+1 Ünï"
        };
        assert_eq!(
            (mira.email.as_deref(), mira.display_name.as_deref()),
            (Some("Mira@mail.example"), Some(shown))
        );
    }
}
