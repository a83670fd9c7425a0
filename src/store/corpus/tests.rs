//! Lists sound and broken: what is found, what is refused, and why.

use std::fmt::Write as _;
use std::path::PathBuf;

use data_encoding::HEXUPPER;
use tempfile::TempDir;

use super::*;
use crate::base::progress::silent;
use crate::crypto::leaked::{OF_PASSWORD, sha1};

fn word(number: usize) -> String {
    format!("leaked word {number}")
}

/// The digits of `count` passwords and of "password", in order.
fn digits(count: usize) -> Vec<String> {
    let mut digits: Vec<String> = (0..count)
        .map(|number| HEXUPPER.encode(&sha1(word(number).as_bytes())))
        .chain([OF_PASSWORD.to_owned()])
        .collect();
    digits.sort_unstable();
    digits
}

fn file(folder: &TempDir, text: &[u8]) -> PathBuf {
    let path = folder.path().join("list.txt");
    std::fs::write(&path, text).unwrap();
    path
}

fn list(count: usize, end: &str) -> String {
    digits(count)
        .iter()
        .enumerate()
        .fold(String::new(), |mut text, (at, digits)| {
            write!(text, "{digits}:{}{end}", at % 3000).unwrap();
            text
        })
}

fn refusal(text: &[u8]) -> String {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, text);
    let error = kind_of(&path)
        .and_then(|kind| self_test(&path, kind))
        .unwrap_err();
    error.message
}

#[test]
fn every_line_of_a_sorted_file_is_found_and_nothing_else() {
    let folder = TempDir::new().unwrap();
    for (count, end) in [(0, "\n"), (1, "\r\n"), (700, "\n"), (20_000, "\r\n")] {
        let path = file(&folder, list(count, end).as_bytes());
        assert_eq!(kind_of(&path).unwrap(), Kind::Sorted);
        self_test(&path, Kind::Sorted).ok();
        let sorted = sorted::Sorted::open(&path).unwrap();
        for (at, digits) in digits(count).iter().enumerate() {
            let times = u64::try_from(at % 3000).unwrap();
            assert_eq!(sorted.times(digits).unwrap(), times, "{count} {at}");
        }
        for number in 0..500 {
            let absent = HEXUPPER.encode(&sha1(format!("absent {number}").as_bytes()));
            assert_eq!(sorted.times(&absent).unwrap(), 0);
        }
        for edge in ["0", "F"] {
            assert_eq!(sorted.times(&edge.repeat(40)).unwrap(), 0);
        }
        assert_eq!(scan(&path, Kind::Sorted, &mut silent).unwrap().wrong, None);
    }
}

#[test]
fn lower_case_a_missing_last_newline_and_uneven_lists_are_read() {
    let folder = TempDir::new().unwrap();
    let text = list(3000, "\n").to_ascii_lowercase();
    let path = file(&folder, text.trim_end().as_bytes());
    self_test(&path, Kind::Sorted).unwrap();
    let last = digits(3000).pop().unwrap();
    assert_eq!(
        sorted::Sorted::open(&path).unwrap().times(&last).unwrap(),
        0
    );
    // Everything in one corner: guesses mislead, halving finds it.
    let corner: String = (0..50_000).fold(String::new(), |mut text, number| {
        writeln!(text, "{number:020X}{number:020X}:7").unwrap();
        text
    });
    let path = file(&folder, corner.as_bytes());
    let sorted = sorted::Sorted::open(&path).unwrap();
    for number in (0..50_000).step_by(997) {
        assert_eq!(
            sorted
                .times(&format!("{number:020X}{number:020X}"))
                .unwrap(),
            7
        );
    }
    assert_eq!(sorted.times(&"7".repeat(40)).unwrap(), 0);
}

#[test]
fn a_broken_list_is_refused_with_the_reason() {
    let whole = list(3000, "\n");
    let half = &whole.as_bytes()[..whole.len() / 2];
    assert!(refusal(half).contains("cut off"), "{}", refusal(half));
    let lines: Vec<&str> = whole.lines().collect();
    let half = lines[..1500].join("\n");
    assert!(refusal(half.as_bytes()).contains("its end is missing"));
    let backwards: Vec<&str> = lines.iter().rev().copied().collect();
    assert!(refusal(backwards.join("\n").as_bytes()).contains("not sorted"));
    let ntlm = "8846F7EAEE8FB117AD06BDD830B7586C:3\n".repeat(3);
    assert!(refusal(ntlm.as_bytes()).contains("NTLM"));
    let sha256 = format!("{}:3\n", "A".repeat(64));
    assert!(refusal(sha256.as_bytes()).contains("64 digits"));
    let range = format!("{}:3\n", "A".repeat(35));
    assert!(refusal(range.as_bytes()).contains("folder of ranges"));
    let without: Vec<&str> = lines
        .iter()
        .filter(|line| !line.starts_with(OF_PASSWORD))
        .copied()
        .collect();
    assert!(refusal(without.join("\n").as_bytes()).contains("self-test"));
    for (text, why) in [
        (&b""[..], "empty"),
        (b"<!DOCTYPE html><title>503</title>", "web page"),
        (b"\x1f\x8b\x08 packed", "gzip"),
        (b"7z\xbc\xaf\x27\x1c rest", "7-Zip"),
        (b"\xef\xbb\xbfpassword\n", "byte order mark"),
        (b"pass\0word", "not text"),
        (b"pass\xffword", "UTF-8"),
    ] {
        assert!(refusal(text).contains(why), "{why}: {}", refusal(text));
    }
    let mut middle = lines.clone();
    middle[1000] = "not a line";
    let folder = TempDir::new().unwrap();
    let path = file(&folder, middle.join("\n").as_bytes());
    let scanned = scan(&path, Kind::Sorted, &mut silent).unwrap();
    assert_eq!(scanned.wrong.unwrap(), "line 1001 has another form");
}

#[test]
fn a_folder_of_ranges_is_read_in_any_spelling() {
    let folder = TempDir::new().unwrap();
    let (range, rest) = OF_PASSWORD.split_at(5);
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        &format!("{range}.txt"),
        &format!("{}:0\r\n{rest}:99\r\n", "0".repeat(35)),
    );
    assert_eq!(kind_of(folder.path()).unwrap(), Kind::Ranges);
    assert_eq!(times(folder.path(), Kind::Ranges, "password").unwrap(), 99);
    let missing = times(folder.path(), Kind::Ranges, "another").unwrap_err();
    assert!(missing.message.contains("missing"));
    // Not whole: refused.
    assert!(self_test(folder.path(), Kind::Ranges).is_err());
}

#[test]
fn a_plain_list_is_bounded_and_ignores_case() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "Harbor Nord\r\nZoë\n".as_bytes());
    self_test(&path, kind_of(&path).unwrap()).unwrap();
    assert_eq!(times(&path, Kind::Plain, "harbor nord").unwrap(), 1);
    assert_eq!(times(&path, Kind::Plain, "harbor").unwrap(), 0);
    let long = "seven geese\n".repeat(400_000);
    assert!(refusal(long.as_bytes()).contains("plain list of this size"));
}

#[test]
fn a_list_is_built_with_counts_and_passes_its_test() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("built");
    let plain = "b\na\nb\r\n\nZoe\u{308}\n";
    let mut out = vec![];
    let built = build(plain.as_bytes(), &mut out, &path, &mut silent).unwrap();
    assert_eq!((built.read, built.written), (4, 4));
    std::fs::write(&path, &out).unwrap();
    self_test(&path, Kind::Sorted).unwrap();
    assert_eq!(times(&path, Kind::Sorted, "b").unwrap(), 2);
    assert_eq!(times(&path, Kind::Sorted, "Zo\u{eb}").unwrap(), 1);
    assert_eq!(times(&path, Kind::Sorted, "c").unwrap(), 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Digits that stand evenly, or all behind the same head so that guessing is of no use.
fn placed(at: usize, of: usize, head: &str) -> String {
    let place = u64::try_from(at + 1).unwrap() * (u64::MAX / u64::try_from(of + 2).unwrap());
    format!("{head}{place:016X}{:0width$}", 0, width = 24 - head.len())
}

#[test]
fn no_line_is_missed_at_the_border_of_what_is_read_at_once() {
    let folder = TempDir::new().unwrap();
    for head in ["", "5BAA61E4C9B93F3F"] {
        for count in 0..=15_usize {
            for end in ["\n", "\r\n"] {
                // Some 20 KiB: a border, and each line's place before it moves with the length of the first.
                let lines = 330 + count * 4;
                let mut text = String::new();
                for at in 0..lines {
                    let digits = placed(at, lines, head);
                    let digits_of_count = if at == 0 { (count * 7) % 16 } else { count };
                    let counted = match digits_of_count {
                        0 => String::new(),
                        length => format!(":{}", "3".repeat(length)),
                    };
                    text.push_str(&digits);
                    text.push_str(&counted);
                    text.push_str(end);
                }
                let path = file(&folder, text.as_bytes());
                let sorted = sorted::Sorted::open(&path).unwrap();
                for at in 0..lines {
                    let digits = placed(at, lines, head);
                    assert!(
                        sorted.times(&digits).unwrap() > 0,
                        "{head} {count} {end:?} {at}"
                    );
                    let absent = format!("{}1", digits.get(..39).unwrap());
                    assert_eq!(
                        sorted.times(&absent).unwrap(),
                        0,
                        "{head} {count} {end:?} {at}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_took_the_place_of_a_list_does_not_make_a_sign_in_wait() {
    let folder = TempDir::new().unwrap();
    let pipe = folder.path().join("pipe");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        0,
    )
    .unwrap();
    let endless = folder.path().join("endless");
    std::os::unix::fs::symlink("/dev/zero", &endless).unwrap();
    for path in [&pipe, &endless] {
        for kind in [Kind::Sorted, Kind::Plain, Kind::Ranges] {
            assert!(times(path, kind, "password").is_err(), "{kind:?}");
            assert!(self_test(path, kind).is_err(), "{kind:?}");
        }
        assert!(kind_of(path).is_err());
    }
    // A hole of a terabyte is no list, and is not read whole to find that out.
    let hole = folder.path().join("hole");
    std::fs::File::create(&hole)
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    assert!(kind_of(&hole).is_err() && self_test(&hole, Kind::Sorted).is_err());
    assert!(times(&hole, Kind::Plain, "x").is_err());
    assert!(times(&hole, Kind::Sorted, "x").is_err());
}

#[test]
fn plain_lists_of_windows_are_read_or_refused() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "hunter2 hunter2\r\npassphrase\r\n".as_bytes());
    assert_eq!(kind_of(&path).unwrap(), Kind::Plain);
    assert_eq!(times(&path, Kind::Plain, "Hunter2 hunter2").unwrap(), 1);
    assert_eq!(times(&path, Kind::Plain, "hunter2 hunter2\r").unwrap(), 0);
    assert!(refusal(b"\xef\xbb\xbfhunter2\n").contains("byte order mark"));
    assert!(refusal(b"\xff\xfeh\0u\0\n\0").contains("UTF-16"));
}
