//! Roles through the program: what is permitted, and the last administrator.

use crate::sandbox::Sandbox;

fn with_administrator() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    administrator(&sandbox, "mira", "--password-stdin");
    sandbox
}

fn administrator(sandbox: &Sandbox, name: &str, sign_in: &str) {
    let email = format!("{name}@mail.example");
    let line = [
        "account", "create", name, "--email", &email, "--role", "admin", sign_in,
    ];
    sandbox.run_input(&line, "seven geese walk to Utrecht").ok();
}

#[test]
fn a_permission_is_answered_by_the_exit_code_and_explained() {
    let sandbox = with_administrator();
    sandbox
        .run(&["role", "create", "support", "--permit", "account.*"])
        .ok();
    let line = [
        "account",
        "create",
        "zoe",
        "--email",
        "zoe@mail.example",
        "--role",
        "support",
        "--no-password",
    ];
    sandbox.run(&line).ok();
    let check = |permission: &str| sandbox.run(&["role", "check", "zoe", permission, "--explain"]);
    assert!(
        check("account.show")
            .ok()
            .contains("role `support` permits account.*")
    );
    assert!(
        check("backup.restore")
            .code(5)
            .contains("no   role `support` permits only account.*")
    );
    check("everything").fails(2, "not a permission");
    check("account.shwo").fails(2, "did you mean `account.show`");
    for verb in ["permit", "create"] {
        let flag = if verb == "create" { "--permit" } else { "--" };
        sandbox
            .run(&["role", verb, "new", flag, "total.nonsense"])
            .fails(2, "no noun is `total`");
    }
    sandbox.run(&["account", "disable", "zoe"]).ok();
    assert!(
        check("account.show")
            .code(5)
            .contains("the account is disabled")
    );
    let answer = sandbox
        .run(&["role", "check", "mira", "monitor.run", "--format", "json"])
        .json();
    assert_eq!(answer["data"]["by"][0]["role"], "admin");
}

#[test]
fn roles_are_granted_once_and_the_order_is_explained() {
    let sandbox = with_administrator();
    sandbox.run(&["role", "create", "support"]).ok();
    sandbox
        .run(&["role", "create", "support"])
        .fails(15, "already");
    sandbox
        .run(&["role", "grant", "mira", "support"])
        .fails(14, "the role comes first");
    assert!(
        sandbox
            .run(&["role", "grant", "support", "mira"])
            .ok()
            .contains("Granted `support` to `mira`")
    );
    assert!(
        sandbox
            .run(&["role", "grant", "support", "mira"])
            .ok()
            .contains("holds `support` already")
    );
    sandbox
        .run(&["role", "revoke", "support", "mira"])
        .fails(5, "--yes");
    sandbox.run(&["role", "remove", "support", "--yes"]).ok();
    let roles = sandbox.run(&["role", "list", "--format", "json"]).json();
    assert_eq!(roles["data"].as_array().unwrap().len(), 1);
    sandbox
        .run(&["role", "show", "amdin"])
        .fails(14, "did you mean `admin`?");
}
