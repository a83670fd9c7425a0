//! A folder behind SFTP: what a place promises, and the ways in which a connection fails.

use std::io::{Read, Write};
use std::process::Command;

use optimactl::base::error::{Error, Kind};
use optimactl::base::place::Place;
use optimactl::remote::sftp::{Access, Remote, SILENCE};

use super::server::{Sshd, sshd};
use super::{content, keeps_the_promises, names, store};
use crate::sandbox::skipped;

fn server() -> Option<Sshd> {
    let server = sshd();
    if server.is_none() {
        skipped("there is no `sshd` that starts: SFTP is not tried");
    }
    server
}

fn access(sshd: &Sshd) -> Access {
    Access {
        host: "127.0.0.1".into(),
        user: None,
        port: Some(sshd.server.port),
        identity_file: Some(sshd.folder.path().join("user")),
        known_hosts: Some(sshd.folder.path().join("known hosts")),
        patience: SILENCE,
    }
}

fn connect(sshd: &Sshd, folder: &str) -> Remote {
    let path = sshd.folder.path().join(folder).display().to_string();
    Remote::connect(&access(sshd), &path, format!("sftp://127.0.0.1{path}")).unwrap()
}

#[test]
fn a_folder_behind_sftp_keeps_the_promises_of_a_place() {
    let Some(sshd) = server() else { return };
    let place = connect(&sshd, "srv/backup");
    keeps_the_promises(&place);
    store(&place, "big", &content((20 << 20) + 5));
    assert!(place.is_durable() && place.free().unwrap().is_some_and(|free| free > 0));
    let left = std::fs::read_dir(sshd.folder.path().join("srv/backup")).unwrap();
    assert!(
        left.flatten()
            .all(|entry| !entry.file_name().to_string_lossy().contains("partial"))
    );
    // Two streams at once, one of them left in the middle.
    let mut one = place.open("big").unwrap();
    let mut two = place.open("big").unwrap();
    let mut piece = vec![0; 100_000];
    one.read_exact(&mut piece).unwrap();
    two.read_exact(&mut piece).unwrap();
    drop(one);
    let mut rest = vec![];
    two.read_to_end(&mut rest).unwrap();
    assert!([piece.as_slice(), &rest].concat() == content((20 << 20) + 5));
}

#[test]
fn what_a_dead_run_left_goes_after_a_day() {
    let Some(sshd) = server() else { return };
    let place = connect(&sshd, "srv");
    store(&place, "one", b"text");
    let at = |name: &str| sshd.folder.path().join("srv").join(name);
    for (name, age) in [
        ("old.db.w_1.partial", "2 days ago"),
        ("new.db.w_2.partial", "2 hours ago"),
    ] {
        let done = Command::new("touch")
            .args(["-d", age])
            .arg(at(name))
            .status()
            .unwrap();
        assert!(done.success());
    }
    let again = connect(&sshd, "srv");
    store(&again, "two", b"text");
    assert!(!at("old.db.w_1.partial").exists() && at("new.db.w_2.partial").exists());
    assert_eq!(names(&again, ""), ["one", "two"]);
}

/// Why there is no connection.
fn refused(access: &Access) -> Error {
    let refused = Remote::connect(access, "/srv", "sftp://x/srv".into()).err();
    let error = refused.unwrap();
    assert_eq!(error.kind, Kind::Remote);
    error
}

#[test]
fn an_unknown_host_and_a_wrong_key_are_told_with_what_ssh_said() {
    let Some(sshd) = server() else { return };
    std::fs::write(sshd.folder.path().join("nobody"), "").unwrap();
    let unknown = Access {
        known_hosts: Some(sshd.folder.path().join("nobody")),
        ..access(&sshd)
    };
    let error = refused(&unknown);
    assert!(error.hint.unwrap().contains("into `known_hosts`"));
    let known = std::fs::read_to_string(sshd.folder.path().join("known hosts")).unwrap();
    let other = std::fs::read_to_string(sshd.folder.path().join("user.pub")).unwrap();
    let host = known.split(' ').next().unwrap();
    std::fs::write(sshd.folder.path().join("old"), format!("{host} {other}")).unwrap();
    let changed = Access {
        known_hosts: Some(sshd.folder.path().join("old")),
        ..access(&sshd)
    };
    let error = refused(&changed);
    assert!(error.hint.unwrap().contains("shows another key"));
    let wrong = Access {
        identity_file: Some(sshd.folder.path().join("host")),
        ..access(&sshd)
    };
    let error = refused(&wrong);
    assert!(error.to_string().contains("Permission denied"), "{error}");
    let nowhere = Access {
        port: Some(super::server::free_port()),
        ..access(&sshd)
    };
    let error = refused(&nowhere);
    assert!(error.to_string().contains("refused"), "{error}");
}

#[test]
fn a_connection_that_dies_in_the_middle_is_an_error() {
    let Some(sshd) = server() else { return };
    let place = connect(&sshd, "srv");
    store(&place, "big", &content(8 << 20));
    let mut reader = place.open("big").unwrap();
    let mut upload = place.create("new").unwrap();
    upload.write_all(&content(1 << 20)).unwrap();
    // The processes of this server's connections, found by their parent.
    let parent = sshd.server.id().to_string();
    let children = Command::new("ps")
        .args(["-o", "pid=", "--ppid", &parent])
        .output()
        .unwrap();
    for child in String::from_utf8(children.stdout)
        .unwrap()
        .split_whitespace()
    {
        assert!(
            Command::new("kill")
                .args(["-9", child])
                .status()
                .unwrap()
                .success()
        );
    }
    let mut sink = vec![];
    let error = Error::stream("it broke", reader.read_to_end(&mut sink).unwrap_err());
    assert_eq!(error.kind, Kind::Remote);
    let broken = upload
        .write_all(&content(4 << 20))
        .map_err(|error| Error::stream("it broke", error));
    assert_eq!(
        broken.and_then(|()| upload.seal()).unwrap_err().kind,
        Kind::Remote
    );
}

#[test]
fn a_server_that_says_nothing_is_given_up() {
    // It takes the call and never greets.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let access = Access {
        host: "127.0.0.1".into(),
        user: None,
        port: Some(silent.local_addr().unwrap().port()),
        identity_file: None,
        known_hosts: None,
        patience: std::time::Duration::from_millis(300),
    };
    let begun = std::time::Instant::now();
    let error = Remote::connect(&access, "/srv", "sftp://x/srv".into())
        .err()
        .unwrap();
    if error.kind != Kind::Remote {
        return skipped("`ssh` is not installed: SFTP is not tried");
    }
    assert!(
        begun.elapsed() < std::time::Duration::from_secs(10),
        "{error}"
    );
}
