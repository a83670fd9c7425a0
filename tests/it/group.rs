//! Groups through the program: roles that members hold together, told apart from their own.

use crate::sandbox::Sandbox;

#[test]
fn what_is_held_through_a_group_is_told_apart() {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["role", "grant", "support", "--group", "helpdesk"])
        .ok();
    sandbox.run(&["group", "add", "helpdesk", "tom"]).ok();
    let show = sandbox.run(&["account", "show", "tom"]).ok();
    assert!(show.contains("support (through helpdesk)"), "{show}");
    // She holds it by herself, too.
    let show = sandbox.run(&["account", "show", "zoe"]).ok();
    assert!(show.contains("roles\tsupport\n"), "{show}");
    let role = sandbox
        .run(&["role", "show", "support", "--format", "json"])
        .json();
    assert_eq!(role["data"]["accounts"], 2);
    assert_eq!(role["data"]["holders"][0], "zoe");
    assert_eq!(role["data"]["through"][0]["account"], "tom");
    assert_eq!(role["data"]["groups"][0], "helpdesk");
    let check = sandbox
        .run(&["role", "check", "tom", "account.show", "--explain"])
        .ok();
    assert!(
        check.contains("yes  role `support`, held through `helpdesk`, permits account.show"),
        "{check}"
    );
    sandbox
        .run(&["role", "revoke", "support", "tom", "--yes"])
        .fails(5, "group drop helpdesk acc_");
    let kept = sandbox
        .run(&["role", "revoke", "support", "zoe", "--yes"])
        .ok();
    assert!(kept.contains("is still held through a group"), "{kept}");
    let list = sandbox
        .run(&["account", "list", "--filter", "role=support"])
        .ok();
    assert!(list.contains("tom") && list.contains("zoe"), "{list}");
}

#[test]
fn a_group_with_members_goes_after_a_yes_and_tells_what_is_lost() {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["role", "grant", "support", "--group", "helpdesk"])
        .ok();
    sandbox
        .run(&["group", "remove", "helpdesk"])
        .fails(5, "--yes");
    let would = sandbox.run(&["group", "remove", "helpdesk", "-n"]).ok();
    assert!(
        would.contains("Would remove the group `helpdesk`"),
        "{would}"
    );
    let gone = sandbox.run(&["group", "remove", "helpdesk", "--yes"]).ok();
    assert!(
        gone.contains("1 account in it, without what it gave: support"),
        "{gone}"
    );
    sandbox.run(&["group", "create", "empty"]).ok();
    sandbox.run(&["group", "remove", "empty"]).ok();
    sandbox
        .run(&["group", "create", "two words"])
        .fails(2, "cannot be the name of a group");
    sandbox
        .run(&["group", "create", "Upper"])
        .fails(2, "cannot be the name of a group");
}

#[test]
fn many_join_and_leave_at_once() {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["group", "add", "helpdesk", "--all"])
        .fails(5, "--yes");
    let added = sandbox
        .run(&["group", "add", "helpdesk", "--all", "--yes"])
        .ok();
    assert!(added.contains("`zoe` is in `helpdesk` already"), "{added}");
    assert!(added.contains("Put into `helpdesk`: `tom`"), "{added}");
    let many = ["group", "add", "helpdesk", "--all", "--max", "1", "--yes"];
    sandbox.run(&many).fails(5, "--max");
    sandbox
        .run(&["group", "drop", "helpdesk", "tom"])
        .fails(5, "--yes");
    sandbox
        .run_input(
            &["group", "drop", "helpdesk", "--names-from", "-", "--yes"],
            "tom\nzoe\n",
        )
        .ok();
    let shown = sandbox
        .run(&["group", "show", "helpdesk", "--format", "json"])
        .json();
    assert_eq!(shown["data"]["members"].as_array().unwrap().len(), 1);
    sandbox
        .run(&["role", "grant", "support", "tom", "--group", "helpdesk"])
        .fails(2, "cannot be used with");
}
