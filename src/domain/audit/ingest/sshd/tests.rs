//! What OpenSSH's server says, and what a client makes it say.

use super::*;

/// What is said, and the user, address and outcome that it tells.
const LINES: [(&str, &str, &str, Outcome); 14] = [
    (
        "Accepted publickey for vagrant from 1.2.3.4 port 56296 ssh2: RSA SHA256:1M4Rz",
        "vagrant",
        "1.2.3.4",
        Outcome::Success,
    ),
    (
        "Failed password for invalid user x y from 192.168.1.2 port 51182 ssh2",
        "x y",
        "192.168.1.2",
        Outcome::Failure,
    ),
    // The client's own words cannot pretend to be the address.
    (
        "Failed password for invalid user a from 8.8.8.8 port 1 ssh2 from 192.0.2.9 port 5 ssh2",
        "a from 8.8.8.8 port 1 ssh2",
        "192.0.2.9",
        Outcome::Failure,
    ),
    (
        "Invalid user pascal from 35.188.49.176 port 53502",
        "pascal",
        "35.188.49.176",
        Outcome::Failure,
    ),
    (
        "Invalid user  from 35.188.49.176",
        "",
        "35.188.49.176",
        Outcome::Failure,
    ),
    (
        "Connection closed by authenticating user root 206.81.24.125 port 45362 [preauth]",
        "root",
        "206.81.24.125",
        Outcome::Failure,
    ),
    (
        "Disconnected from user mira 2001:DB8::1 port 4711",
        "mira",
        "2001:db8::1",
        Outcome::Success,
    ),
    (
        "error: maximum authentication attempts exceeded for invalid user bob from 192.0.2.3 port 7 ssh2 [preauth]",
        "bob",
        "192.0.2.3",
        Outcome::Failure,
    ),
    (
        "User root from 192.168.1.1 not allowed because not listed in AllowUsers",
        "root",
        "192.168.1.1",
        Outcome::Refused,
    ),
    (
        "Unable to negotiate with 123.57.135.134 port 45626: no matching MAC found. Their offer: x [preauth] ",
        "",
        "123.57.135.134",
        Outcome::Failure,
    ),
    (
        "fatal: Timeout before authentication for 192.168.9.212 port 47056",
        "",
        "192.168.9.212",
        Outcome::Failure,
    ),
    (
        "Timeout before authentication for connection from 192.168.9.212 to 10.0.0.1, pid = 5",
        "",
        "192.168.9.212",
        Outcome::Failure,
    ),
    (
        "refused connect from x (::ffff:192.168.1.1)",
        "",
        "192.168.1.1",
        Outcome::Refused,
    ),
    (
        "Close session: user ansible from 192.168.1.1 port 34928 id 0",
        "ansible",
        "192.168.1.1",
        Outcome::Success,
    ),
];

#[test]
fn sign_ins_tell_user_address_and_outcome() {
    for (line, user, ip, outcome) in LINES {
        let draft = read(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(draft.actor.as_deref().unwrap_or(""), user, "{line}");
        assert_eq!(draft.field("ip"), Some(ip), "{line}");
        assert_eq!(draft.outcome, outcome, "{line}");
    }
    assert!(read("Server listening on 0.0.0.0 port 22.").is_none());
}

/// Lines whose words a client chose: the user and address that may be told of them.
const FORGED: [(&str, &str, Option<&str>); 9] = [
    (
        "Unable to negotiate with 192.0.2.1 port 22: no matching host key type found. Their offer: ssh-foo from 8.8.8.8 port 6 [preauth]",
        "",
        Some("192.0.2.1"),
    ),
    (
        "Failed hostbased for mira from 192.0.2.1 port 22 ssh2: RSA SHA256:xx, client user \"tom from 8.8.8.8 port 1 ssh2\", client host \"h\"",
        "mira",
        Some("192.0.2.1"),
    ),
    (
        "Accepted publickey for root from 192.0.2.1 port 22 ssh2: RSA-CERT SHA256:xx ID alice from 8.8.8.8 port 1 ssh2: (serial 0) CA x",
        "root",
        Some("192.0.2.1"),
    ),
    (
        "Failed publickey for invalid user a from 8.8.8.8 port 1 ssh2: RSA SHA256:y from 192.0.2.1 port 5 ssh2: RSA SHA256:x",
        "",
        None,
    ),
    (
        "Disconnecting invalid user a 192.0.2.1 port 5: Change of username or service not allowed: (a,ssh-connection) -> (root 8.8.8.8 port 7,ssh-connection) [preauth]",
        "a",
        Some("192.0.2.1"),
    ),
    (
        "Disconnecting invalid user a 8.8.8.8 port 5: x 192.0.2.1 port 5: Change of username [preauth]",
        "",
        None,
    ),
    (
        "ssh_dispatch_run_fatal: Connection from authenticating user root 192.0.2.1 port 5: incorrect 8.8.8.8 port 1: x [preauth]",
        "root",
        Some("192.0.2.1"),
    ),
    (
        "Bad protocol version identification 'x from 8.8.8.8 port 1' from 192.0.2.1 port 5",
        "",
        Some("192.0.2.1"),
    ),
    (
        "Invalid user from from 192.0.2.1 port 5",
        "from",
        Some("192.0.2.1"),
    ),
];

#[test]
fn a_client_does_not_choose_the_address() {
    for (line, user, ip) in FORGED {
        let draft = read(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(draft.field("ip"), ip, "{line}");
        assert_eq!(draft.actor.as_deref().unwrap_or(""), user, "{line}");
        assert_eq!(draft.field("doubtful").is_some(), ip.is_none(), "{line}");
    }
}
