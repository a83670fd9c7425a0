//! How a bundle is packed.

use super::{Profile, made};
use crate::crypto::secret::SecretText;

#[test]
fn a_zip_is_ae_2_with_the_longest_key_and_no_name_of_the_person() {
    let (_, bag) = made(Profile::Access);
    let text = SecretText::new("bafid-lusab-nopit".to_owned());
    let packed = bag.bag.pack_zip(vec![], &text).unwrap();
    // Extra field 0x9901: version 2, `AE`, strength 3.
    let field = [0x01, 0x99, 7, 0, 2, 0, b'A', b'E', 3];
    let seen = packed.windows(field.len()).filter(|part| *part == field);
    assert_eq!(
        seen.count(),
        2 * bag.bag.len(),
        "once before each file, once in the list"
    );
    let lossy = String::from_utf8_lossy(&packed);
    assert!(!lossy.contains("kim") && !lossy.contains("<html"));
}

/// A disk without room.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_zip_that_cannot_be_written_says_so() {
    let (_, bag) = made(Profile::Access);
    let text = SecretText::new("bafid-lusab-nopit".to_owned());
    let failed = bag.bag.pack_zip(Full, &text);
    assert_eq!(
        failed.err().unwrap().kind(),
        std::io::ErrorKind::StorageFull
    );
}
