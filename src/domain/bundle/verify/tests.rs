//! Bundles that are whole in every form, and hostile ones that are not.

use std::io::Write as _;
use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::base::clock::Time;
use crate::base::error::Kind;
use crate::domain::bundle::{About, Bag, Controller, Profile, Response, bag};

fn response() -> Response {
    Response {
        schema: "schema/response-1.schema.json",
        format: "optimactl/response/1",
        profile: Profile::Access,
        law: "gdpr",
        reference: "R-2026-0001".to_owned(),
        made: "2026-11-22T12:00:00Z".to_owned(),
        controller: None,
        account: None,
        security: None,
        sign_ins: crate::domain::bundle::reel::Reel::default(),
        sessions: vec![],
        activity: crate::domain::bundle::reel::Reel::default(),
        consents: vec![],
        choices: vec![],
        restriction: None,
        holds: vec![],
        sources: vec![],
        requests: vec![],
        months: crate::domain::bundle::months::Months::default(),
    }
}

fn with_bag<T>(act: impl FnOnce(&Bag<'_>) -> T) -> T {
    let response = response();
    let controller = Controller::default();
    let about = About {
        reference: "R-2026-0001",
        number: 1,
        request: "req_1",
        account: None,
        profile: Profile::Access,
        law: "gdpr",
        made: Time::UNIX_EPOCH + chrono::TimeDelta::days(20_000),
        controller: &controller,
        register: &crate::domain::records::Register::default(),
        left_out: &[],
        unasked: &[],
    };
    act(&bag(&response, &about).unwrap())
}

fn files() -> Vec<(String, Vec<u8>)> {
    with_bag(|bag| {
        let files = bag.files().map(|(path, content)| {
            let mut bytes = vec![];
            content.write(&mut bytes).unwrap();
            (path.to_owned(), bytes)
        });
        files.collect()
    })
}

/// A place with one file in it.
fn kept(bytes: &[u8]) -> (TempDir, PathBuf) {
    let place = TempDir::new().unwrap();
    let path = place.path().join("bundle");
    std::fs::write(&path, bytes).unwrap();
    (place, path)
}

fn looked(bytes: &[u8], keys: &Keys) -> Result<Option<Checked>> {
    let (_place, path) = kept(bytes);
    content(&path, Form::of(&path)?, keys)
}

fn passphrase(text: &str) -> Keys {
    Keys {
        passphrase: Some(SecretText::new(text.to_owned())),
        ..Keys::default()
    }
}

fn tar() -> Vec<u8> {
    with_bag(|bag| bag.pack(vec![]).unwrap())
}

/// A tar of these entries, whatever they are called.
fn tar_of(entries: &[(&str, &[u8], tar::EntryType)]) -> Vec<u8> {
    let mut tar = vec![];
    for (path, bytes, kind) in entries {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..path.len()].copy_from_slice(path.as_bytes());
        header.set_size(u64::try_from(bytes.len()).unwrap());
        header.set_entry_type(*kind);
        header.set_mode(0o600);
        header.set_cksum();
        tar.extend(header.as_bytes());
        tar.extend(*bytes);
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.resize(tar.len() + 1024, 0);
    tar
}

/// The tar of a whole bag after something was done to its files.
fn altered(alter: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut files = files();
    alter(&mut files);
    let files: Vec<(String, Vec<u8>)> = files
        .into_iter()
        .map(|(path, bytes)| (format!("bundle-R-2026-0001-1/{path}"), bytes))
        .collect();
    let entries: Vec<_> = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice(), tar::EntryType::Regular))
        .collect();
    tar_of(&entries)
}

fn damage(bytes: &[u8]) -> String {
    let error = looked(bytes, &Keys::default()).unwrap_err();
    assert_eq!(error.kind, Kind::Integrity, "{error:?}");
    error.message
}

#[test]
fn every_form_of_a_whole_bundle_is_whole() {
    let clear = looked(&tar(), &Keys::default()).unwrap().unwrap();
    assert_eq!((clear.reference.as_str(), clear.number), ("R-2026-0001", 1));
    assert_eq!(clear.profile, "access");
    let text = "bafid-lusab-nopit";
    let zip = with_bag(|bag| {
        bag.pack_zip(vec![], &SecretText::new(text.to_owned()))
            .unwrap()
    });
    assert_eq!(looked(&zip, &passphrase(text)).unwrap().unwrap(), clear);
    assert_eq!(looked(&zip, &Keys::default()).unwrap(), None);
    let wrong = looked(&zip, &passphrase("another-one")).unwrap_err();
    assert_eq!(wrong.kind, Kind::WrongKey);
    let secret = SecretText::new(text.to_owned());
    let sealed = wrap::encrypt_with_passphrase(&secret, wrap::Work::Cheap, &tar()).unwrap();
    assert_eq!(looked(&sealed, &passphrase(text)).unwrap().unwrap(), clear);
    assert_eq!(looked(&sealed, &Keys::default()).unwrap(), None);
    let (identity, recipient) = wrap::new_identity().unwrap();
    let sealed = wrap::encrypt(&[recipient], &tar()).unwrap();
    let keys = Keys {
        identities: wrap::parse_identities(&identity, "here").unwrap(),
        ..Keys::default()
    };
    assert_eq!(looked(&sealed, &keys).unwrap().unwrap(), clear);
    let place = TempDir::new().unwrap();
    for (path, bytes) in files() {
        let path = place.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let form = Form::of(place.path()).unwrap();
    let folder = content(place.path(), form, &Keys::default())
        .unwrap()
        .unwrap();
    assert_eq!(folder, clear);
    std::os::unix::fs::symlink("/etc/passwd", place.path().join("data/link")).unwrap();
    let odd = content(place.path(), form, &Keys::default()).unwrap_err();
    assert!(odd.message.contains("no plain file"), "{}", odd.message);
}

#[test]
fn a_changed_a_missing_and_an_added_file_are_named() {
    assert_eq!(altered(|_| ()), altered(|_| ()));
    looked(&altered(|_| ()), &Keys::default()).unwrap();
    let at = |files: &[(String, Vec<u8>)], name: &str| {
        files.iter().position(|(path, _)| path == name).unwrap()
    };
    let changed = altered(|files| {
        let at = at(files, "data/not-included.txt");
        files[at].1.push(b'x');
    });
    assert!(damage(&changed).contains("`data/not-included.txt` was changed"));
    let missing = altered(|files| {
        let at = at(files, "data/activity.csv");
        files.remove(at);
    });
    assert!(damage(&missing).contains("`data/activity.csv` is missing"));
    let added = altered(|files| files.push(("data/more.txt".to_owned(), vec![])));
    assert!(damage(&added).contains("`data/more.txt` does not belong"));
    let tag = altered(|files| files.push(("fetch.txt".to_owned(), b"http://evil".to_vec())));
    assert!(damage(&tag).contains("`fetch.txt` does not belong"));
    let twice = altered(|files| files.push(files[0].clone()));
    assert!(damage(&twice).contains("twice"));
    let info = altered(|files| {
        let at = at(files, "bag-info.txt");
        files.remove(at);
    });
    assert!(damage(&info).contains("`bag-info.txt` is missing"));
}

#[test]
fn an_answer_of_another_shape_is_refused() {
    for (from, to) in [
        ("\"law\": \"gdpr\"", "\"law\": \"roman\""),
        ("\"law\": \"gdpr\"", "\"law\": 7"),
        ("\"law\": \"gdpr\"", "\"law\": \"gdpr\", \"extra\": 1"),
        ("\"law\": \"gdpr\",", ""),
        ("\"law\": \"gdpr\"", "\"law\": \"gdpr\", \"law\": \"gdpr\""),
        ("R-2026-0001", "../../etc"),
        ("2026-11-22T12:00:00Z", "tomorrow"),
        ("\"holds\": []", "\"holds\": [{}]"),
        ("\"holds\": []", "\"holds\": [1.5]"),
        ("{", "["),
    ] {
        let changed = altered(|files| {
            for (path, bytes) in files {
                if path == "data/response.json" {
                    let text = String::from_utf8(bytes.clone()).unwrap();
                    assert!(text.contains(from));
                    *bytes = text.replacen(from, to, 1).into_bytes();
                }
            }
        });
        let said = damage(&changed);
        assert!(
            said.contains("`data/response.json` is not an answer"),
            "{to}: {said}"
        );
    }
}

#[test]
fn odd_entries_are_not_obeyed() {
    use tar::EntryType as T;
    let top = "bundle-R-2026-0001-1";
    for (path, kind) in [
        ("bundle-R-2026-0001-1/data/a", T::Symlink),
        ("bundle-R-2026-0001-1/data/a", T::Link),
        ("bundle-R-2026-0001-1/data/", T::Directory),
        ("bundle-R-2026-0001-1/data/a", T::Char),
        ("bundle-R-2026-0001-1/data/a", T::Fifo),
        ("bundle-R-2026-0001-1/data/a", T::GNULongName),
        ("bundle-R-2026-0001-1/data/a", T::GNUSparse),
        ("bundle-R-2026-0001-1/data/a", T::XHeader),
        ("bundle-R-2026-0001-1/data/a", T::XGlobalHeader),
    ] {
        assert!(
            damage(&tar_of(&[(path, b"", kind)])).contains("no plain file"),
            "{kind:?}"
        );
    }
    for path in [
        "../evil",
        "/etc/passwd",
        "evil",
        "other/evil",
        "bundle-R-2026-0001-1/../evil",
        "bundle-R-2026-0001-1//evil",
        "bundle-R-2026-0001-1/./evil",
        "bundle-R-2026-0001-1/a\\b",
        "bundle-R-2026-0001-1/c:x",
        "bundle-R-2026-0001-1/a\nb",
    ] {
        let first = format!("{top}/bagit.txt");
        let said = damage(&tar_of(&[
            (&first, b"x", T::Regular),
            (path, b"x", T::Regular),
        ]));
        assert!(
            said.contains("outside") || said.contains("a file called"),
            "{path}: {said}"
        );
    }
}

#[test]
fn a_cut_or_lengthened_file_is_damaged() {
    let whole = tar();
    for length in [0, 100, 512, whole.len() / 2, whole.len() - 1024] {
        damage(&whole[..length]);
    }
    let longer = [whole.as_slice(), b"something else"].concat();
    assert!(damage(&longer).contains("does not end"));
    damage(b"not a bundle at all");
    let text = "bafid-lusab-nopit";
    let zip = with_bag(|bag| {
        bag.pack_zip(vec![], &SecretText::new(text.to_owned()))
            .unwrap()
    });
    let cut = looked(&zip[..zip.len() - 30], &passphrase(text)).unwrap_err();
    assert_eq!(cut.kind, Kind::Integrity);
    let mut flipped = zip.clone();
    flipped[200] ^= 1;
    let flipped = looked(&flipped, &passphrase(text)).unwrap_err();
    assert!(
        matches!(flipped.kind, Kind::Integrity | Kind::WrongKey),
        "{flipped:?}"
    );
    // It claims a list of files of 4 GB.
    let mut large = zip;
    let at = large.len() - 10;
    large[at..at + 4].copy_from_slice(&[0xff; 4]);
    let large = looked(&large, &passphrase(text)).unwrap_err();
    assert!(
        large.message.contains("too many files"),
        "{}",
        large.message
    );
    let (_place, path) = kept(b"PK\x03\x04");
    let mut file = std::fs::File::options().append(true).open(&path).unwrap();
    file.write_all(b"x").unwrap();
    let short = content(&path, Form::Zip, &passphrase(text)).unwrap_err();
    assert_eq!(short.kind, Kind::Integrity);
}
