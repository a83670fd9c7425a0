//! As much of DER (X.690) as time-stamps need: definite lengths, one byte of tag. Nothing is copied, and no length
//! is believed that the bytes do not have.

/// A tag, a length, a value.
pub(super) fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match u8::try_from(value.len()) {
        Ok(short) if short < 0x80 => bytes.push(short),
        _ => {
            let length = value.len().to_be_bytes();
            let skipped = length.iter().take_while(|byte| **byte == 0).count();
            let long = length.iter().skip(skipped);
            bytes.push(0x80 | u8::try_from(length.len() - skipped).unwrap_or(0));
            bytes.extend(long);
        }
    }
    bytes.extend_from_slice(value);
    bytes
}

pub(super) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(super::SEQUENCE, &parts.concat())
}

/// Of bytes that are a positive number in its shortest form already.
pub(super) fn integer(bytes: &[u8]) -> Vec<u8> {
    tlv(super::INTEGER, bytes)
}

/// Walks over values.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) const fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// The next tag and value.
    pub(super) fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (tag, rest) = self.0.split_first()?;
        let (first, mut rest) = rest.split_first()?;
        let length = if *first < 0x80 {
            usize::from(*first)
        } else {
            let count = usize::from(first & 0x7f);
            // 0x80 is the indefinite form; more than four bytes are no length of ours.
            if !(1..=4).contains(&count) {
                return None;
            }
            let (digits, after) = rest.split_at_checked(count)?;
            rest = after;
            digits
                .iter()
                .fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte))
        };
        let (value, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((*tag, value))
    }

    /// The next value, if it has this tag.
    pub(super) fn expect(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next()
            .filter(|(found, _)| *found == tag)
            .map(|(_, value)| value)
    }

    pub(super) fn enter(&mut self, tag: u8) -> Option<Self> {
        self.expect(tag).map(Self)
    }
}
