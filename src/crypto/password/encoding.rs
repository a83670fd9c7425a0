//! The spellings of bytes in password hashes: plain base64 and the older alphabets of `crypt` and bcrypt.

use data_encoding::{BASE64_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};

const CRYPT: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BCRYPT: &[u8; 64] = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Base64 with or without its padding; `.` for `+`, as passlib writes it.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let plain = text.trim_end_matches('=').replace('.', "+");
    BASE64_NOPAD.decode(plain.as_bytes()).ok()
}

pub(super) fn to_base64(bytes: &[u8]) -> String {
    BASE64_NOPAD.encode(bytes)
}

/// As passlib writes it in PBKDF2 hashes.
pub(super) fn to_ab64(bytes: &[u8]) -> String {
    to_base64(bytes).replace('+', ".")
}

pub(super) fn hex(text: &str) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()
}

pub(super) fn to_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// The bytes of a text in the alphabet of bcrypt, high bits first; bits left over are dropped, as everywhere.
pub(super) fn bcrypt64(text: &str) -> Option<Vec<u8>> {
    let mut out = vec![];
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let value = group.get(place).map_or(Some(0), |c| value(BCRYPT, *c))?;
            bits = bits << 6 | value;
        }
        let [_, a, b, c] = bits.to_be_bytes();
        out.extend([a, b, c].into_iter().take(group.len() * 6 / 8));
    }
    Some(out)
}

pub(super) fn to_bcrypt64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let mut word = [0; 4];
        word.iter_mut()
            .skip(1)
            .zip(group)
            .for_each(|(to, from)| *to = *from);
        let bits = u32::from_be_bytes(word);
        let chars = [18, 12, 6, 0].map(|shift| letter(BCRYPT, bits >> shift));
        out.extend(chars.into_iter().take(group.len() + 1));
    }
    out
}

/// The bytes of a text in the alphabet of `crypt`, low bits first.
pub(super) fn crypt64(text: &str) -> Option<Vec<u8>> {
    let mut out = vec![];
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for (place, c) in (0..4).zip(group) {
            bits |= value(CRYPT, *c)? << (6 * place);
        }
        out.extend(bits.to_le_bytes().into_iter().take(group.len() * 6 / 8));
    }
    Some(out)
}

pub(super) fn to_crypt64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let mut word = [0; 4];
        word.iter_mut()
            .zip(group)
            .for_each(|(to, from)| *to = *from);
        let bits = u32::from_le_bytes(word);
        let chars = [0, 6, 12, 18].map(|shift| letter(CRYPT, bits >> shift));
        out.extend(chars.into_iter().take(group.len() + 1));
    }
    out
}

/// The place of a letter in the alphabet of `crypt`, where numbers are written with it.
pub(super) fn crypt_digit(c: u8) -> Option<u32> {
    value(CRYPT, c)
}

fn value(alphabet: &[u8; 64], c: u8) -> Option<u32> {
    let place = alphabet.iter().position(|letter| *letter == c)?;
    u32::try_from(place).ok()
}

fn letter(alphabet: &[u8; 64], bits: u32) -> char {
    let place = usize::try_from(bits & 63).unwrap_or_default();
    alphabet.get(place).copied().map_or('.', char::from)
}
