//! What an operator proves itself with, and what it may hand out by a file.

use super::*;

#[test]
fn what_an_operator_proves_itself_with_is_not_changed_without_proof() {
    let fixture = Fixture::new();
    enforced_store(&fixture);
    let mira = opened(&fixture, (MIRA, "mira"), Reach::Command, 0);
    add_account(&mira, "tom");
    for permission in ["2fa.enroll", "2fa.remove", "2fa.recovery.new"] {
        for (name, admission) in [
            ("mira", Admission::WithCode),
            ("MIRA@mail.example", Admission::WithCode),
            ("tom", Admission::Free),
        ] {
            let asked = asked(permission, &[("account", name)]);
            assert_eq!(admit(&mira, &asked).unwrap(), admission, "{permission}");
        }
    }
    // A first factor is bound without a code: there is none yet.
    bind(&mira, "tom", &binding(1001, "tom")).unwrap();
    account::grant(&mira, "admin", &who("tom")).unwrap();
    let tom = opened(&fixture, (1001, "tom"), Reach::Command, 0);
    let enroll = asked("2fa.enroll", &[("account", "tom")]);
    assert_eq!(admit(&tom, &enroll).unwrap(), Admission::Free);
}

#[test]
fn nobody_resets_the_own_factors_but_who_broke_the_glass() {
    let fixture = Fixture::new();
    enforced_store(&fixture);
    let hour = crate::base::period::Period::of_seconds(3600);
    let reset = |ctx: &Context| two_factor::reset(ctx, "mira", hour).map(drop);
    for reach in [Reach::Command, Reach::Files] {
        let mira = opened(&fixture, (MIRA, "mira"), reach, 0);
        let error = reset(&mira).unwrap_err();
        assert!(error.message.contains("your own account"), "{error}");
    }
    // Another one may, but for the last administrator.
    let tom = opened(&fixture, (1001, "tom"), Reach::Command, 0);
    let error = reset(&tom).unwrap_err();
    assert!(error.message.contains("last operator"), "{error}");
    let root = opened(&fixture, (MIRA, "mira"), Reach::Files, 0);
    enforce(&root, Switch::BreakGlass).unwrap();
    let command = opened(&fixture, (MIRA, "mira"), Reach::Command, 0);
    assert_eq!(reset(&command).unwrap_err().kind, Kind::Refused);
    reset(&root).unwrap();
}

#[test]
fn an_import_gives_only_what_the_operator_has() {
    let fixture = Fixture::new();
    enforced_store(&fixture);
    let mira = opened(&fixture, (MIRA, "mira"), Reach::Command, 0);
    let label = |name: &str| Label::new(name, "a name").unwrap();
    let some = ["account.*"].map(|text| Permission::new(text).unwrap());
    role::create(&mira, &label("movers"), "", &some).unwrap();
    group::create(&mira, &label("chiefs"), "").unwrap();
    group::grant(&mira, "admin", "chiefs").unwrap();
    add_account(&mira, "eve");
    account::grant(&mira, "movers", &who("eve")).unwrap();
    bind(&mira, "eve", &binding(1001, "eve")).unwrap();
    let eve = opened(&fixture, (1001, "eve"), Reach::Command, 0);
    let import = |typed: &[(&str, &str)]| asked("account.import", typed);
    let free = admit(&eve, &import(&[("role", "movers")])).unwrap();
    assert_eq!(free, Admission::Free);
    refused(&eve, &import(&[("role", "admin")]), "hand out `*`");
    refused(&eve, &import(&[("group", "chiefs")]), "hand out `*`");
    let severe = admit(&mira, &import(&[("administrators", "true")])).unwrap();
    assert_eq!(severe, Admission::WithCode);
    // What the file names is asked for in the import itself.
    let beyond = |ctx: &Context, given: &str| {
        let given = [given.to_owned()];
        ctx.store
            .read(|tx| gate::beyond(ctx, tx, "account.import", &given))
            .unwrap()
    };
    assert_eq!(beyond(&eve, "account.show"), None);
    assert_eq!(beyond(&eve, "key.add").as_deref(), Some("key.add"));
    assert_eq!(beyond(&mira, "*"), None);
}
