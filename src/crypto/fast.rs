//! BLAKE3, for bytes of which there are many: what was written against what is read back, pages against their
//! older form. Signed documents and the log stay with SHA-256.

use super::secret::Key;

/// Bytes of a page's digest. Under a secret key nobody can look for a page that shares one with its older form,
/// and by chance that happens once in 2^96.
pub const SHORT: usize = 12;

/// A digest over what comes piece by piece.
#[derive(Default)]
pub struct Hasher(blake3::Hasher);

impl Hasher {
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest; the next one begins anew.
    pub fn take(&mut self) -> [u8; 32] {
        let digest = *self.0.finalize().as_bytes();
        self.0.reset();
        digest
    }
}

/// A short digest that only who has the key can compute.
pub fn keyed(key: &Key, bytes: &[u8]) -> [u8; SHORT] {
    let digest = blake3::keyed_hash(key.expose(), bytes);
    let mut short = [0; SHORT];
    for (to, from) in short.iter_mut().zip(digest.as_bytes()) {
        *to = *from;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first of the vectors that the authors of BLAKE3 publish: no input, plain and keyed.
    #[test]
    fn the_published_vectors() {
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        assert_eq!(
            hex(&Hasher::default().take()),
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
        );
        let key = Key::new(*b"whats the Elvish word for friend");
        assert_eq!(hex(&keyed(&key, b"")), "92b2b75604ed3c761f9d6f62");
    }

    #[test]
    fn each_digest_begins_anew() {
        let mut hasher = Hasher::default();
        hasher.add(b"pages");
        let first = hasher.take();
        hasher.add(b"pa");
        hasher.add(b"ges");
        assert_eq!(hasher.take(), first);
        assert_ne!(hasher.take(), first);
    }
}
