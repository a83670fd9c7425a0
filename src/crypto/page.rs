//! The encrypted form of one database page, as SQLite3 Multiple Ciphers writes it with AEGIS-256 and a raw key. Knows
//! no file and no database: which page is which, the caller says.

use aegis::aegis256::Aegis256;
use zeroize::Zeroizing;

use super::secret::Key;
use crate::base::error::{Error, Result};

/// Bytes at the end of each page that belong to its encryption: a tag, then a nonce.
pub const RESERVED: usize = 64;
/// Bytes of each of the two.
pub const NONCE: usize = 32;
/// Bytes that the first page begins with: a salt in place of SQLite's magic.
pub const SALT: usize = 16;
/// What is not encrypted at the beginning of the first page: the salt, and page size and file format behind it, which
/// SQLite must know before it can decrypt anything.
const CLEAR: usize = 24;
const MAGIC: [u8; SALT] = *b"SQLite format 3\0";

/// Seals the pages of one database.
pub struct Sealer<'a> {
    key: &'a Key,
    salt: [u8; SALT],
}

impl<'a> Sealer<'a> {
    /// With a raw key nothing is derived from the salt; it only has to be random.
    pub const fn new(key: &'a Key, salt: [u8; SALT]) -> Self {
        Self { key, salt }
    }

    /// Encrypts a page where it stands. A nonce must never come twice under one key.
    pub fn seal(&self, number: u32, nonce: &[u8; NONCE], page: &mut [u8]) -> Result<()> {
        if let (1, Some(magic)) = (number, page.first_chunk_mut()) {
            *magic = self.salt;
        }
        let Some((body, tag, stored)) = parts(number, page) else {
            return Err(Error::bug("a page is too short to be sealed"));
        };
        *tag = cipher(self.key, nonce, number).encrypt_in_place(body, &[]);
        *stored = *nonce;
        Ok(())
    }
}

/// Decrypts a page where it stands. One that was changed, belongs to another number or another key does not open.
pub fn open(key: &Key, number: u32, page: &mut [u8]) -> Result<()> {
    let damaged = || Error::integrity(format!("page {number} does not open: it was changed"));
    let (body, tag, nonce) = parts(number, page).ok_or_else(damaged)?;
    cipher(key, nonce, number)
        .decrypt_in_place(body, tag, &[])
        .map_err(|_| damaged())?;
    if let (1, Some(salt)) = (number, page.first_chunk_mut()) {
        *salt = MAGIC;
    }
    Ok(())
}

type Parts<'a> = (&'a mut [u8], &'a mut [u8; 32], &'a mut [u8; NONCE]);

/// What is encrypted, its tag, and the nonce.
fn parts(number: u32, page: &mut [u8]) -> Option<Parts<'_>> {
    let (body, nonce) = page.split_last_chunk_mut()?;
    let (body, tag) = body.split_last_chunk_mut()?;
    let clear = if number == 1 { CLEAR } else { 0 };
    Some((body.get_mut(clear..)?, tag, nonce))
}

/// Each page has a key and a nonce of its own: 64 bytes of the key stream of the database's key under the page's
/// nonce, of which the last four give way to the page's number. So a page opens in its own place only.
fn cipher(key: &Key, nonce: &[u8; NONCE], number: u32) -> Aegis256<32> {
    let mut once = Zeroizing::new([[0; 32]; 2]);
    Aegis256::<32>::new(key.expose(), nonce).stream(once.as_flattened_mut());
    if let Some(end) = once.as_flattened_mut().last_chunk_mut() {
        *end = number.to_be_bytes();
    }
    let [own_key, own_nonce] = &*once;
    Aegis256::new(own_key, own_nonce)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Vec<u8> {
        let mut page: Vec<u8> = (0..=250).cycle().take(512).collect();
        page[..16].copy_from_slice(&MAGIC);
        page
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let key = Key::new([7; 32]);
        for number in [1, 2, u32::MAX] {
            let mut sealed = page();
            Sealer::new(&key, [9; SALT])
                .seal(number, &[3; NONCE], &mut sealed)
                .unwrap();
            let mut opened = sealed.clone();
            open(&key, number, &mut opened).unwrap();
            assert_eq!(opened[..448], page()[..448]);
            for (key, number) in [(&key, number ^ 4), (&Key::new([8; 32]), number)] {
                assert!(open(key, number, &mut sealed.clone()).is_err());
            }
            // The first page's salt and format stand outside: the keyring knows them.
            for at in if number == 1 { CLEAR } else { 0 }..512 {
                let mut changed = sealed.clone();
                changed[at] ^= 1;
                assert!(open(&key, number, &mut changed).is_err(), "byte {at}");
            }
        }
    }

    #[test]
    fn the_first_page_shows_its_salt_and_format_only() {
        let key = Key::new([7; 32]);
        let mut sealed = page();
        Sealer::new(&key, [9; SALT])
            .seal(1, &[3; NONCE], &mut sealed)
            .unwrap();
        assert_eq!(sealed[..16], [9; 16]);
        assert_eq!(sealed[16..24], page()[16..24]);
        let page = page();
        let same = sealed[24..448].iter().zip(&page[24..448]);
        assert!(same.filter(|(a, b)| a == b).count() < 20);
        assert_eq!(sealed[480..], [3; 32]);
    }

    #[test]
    fn short_pages_are_refused_and_not_touched() {
        let key = Key::new([7; 32]);
        for (number, length) in [(1, 87), (2, 63), (2, 0)] {
            let mut page = vec![0; length];
            let sealer = Sealer::new(&key, [9; SALT]);
            assert!(sealer.seal(number, &[3; NONCE], &mut page).is_err());
            assert!(open(&key, number, &mut page).is_err());
        }
    }
}
