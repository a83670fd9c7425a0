//! Time-stamps of RFC 3161: makes a request and reads a response. Checks what needs no PKI (which bytes were
//! stamped, which request it answers); the authority's signature is for a program that knows its certificate.

mod der;
#[cfg(test)]
pub(crate) mod tests;

use der::{Reader, integer, sequence, tlv};

use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// The longest response that is read; with certificates and all they have a few KiB.
pub const MAX_RESPONSE: usize = 1 << 18;

const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const OID: u8 = 0x06;
const TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const EXPLICIT: u8 = 0xa0;

/// id-sha256 (RFC 5754 §2.2), id-signedData (RFC 5652 §5.1), id-ct-TSTInfo (RFC 3161 §2.4.2).
const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const TST_INFO: &[u8] = &[
    0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04,
];

/// What a request asks for, or a response stamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    pub sha256: [u8; 32],
    /// Ties a response to its request.
    pub nonce: [u8; 8],
}

impl Imprint {
    /// A nonce of eight bytes that is a positive integer in its shortest form.
    pub const fn new(sha256: [u8; 32], mut nonce: [u8; 8]) -> Self {
        nonce[0] = (nonce[0] & 0x7f) | 0x40;
        Self { sha256, nonce }
    }

    /// A `TimeStampReq` (RFC 3161 §2.4.1) that wants the certificate in the answer.
    pub fn to_query(&self) -> Vec<u8> {
        let algorithm = sequence(&[&tlv(OID, SHA256), &[0x05, 0x00]]);
        let imprint = sequence(&[&algorithm, &tlv(OCTETS, &self.sha256)]);
        let nonce = integer(&self.nonce);
        sequence(&[&integer(&[1]), &imprint, &nonce, &[0x01, 0x01, 0xff]])
    }

    /// Reads back what [`Self::to_query`] wrote, and nothing else.
    pub fn of_query(query: &[u8]) -> Result<Self> {
        let read = || {
            let mut parts = Reader::new(query).enter(SEQUENCE)?;
            parts.expect(INTEGER)?;
            let sha256 = imprint(&mut parts.enter(SEQUENCE)?)?;
            let nonce = parts.expect(INTEGER)?.try_into().ok()?;
            Some(Self { sha256, nonce })
        };
        read()
            .filter(|read| read.to_query() == query)
            .ok_or_else(|| Error::integrity("this is no time-stamp request of this program"))
    }
}

/// What a time-stamp says; its signature is not checked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// What it answers; nothing where that cannot be a request of this program.
    pub imprint: Option<Imprint>,
    pub time: Time,
}

impl Stamp {
    /// Reads a `TimeStampResp` (RFC 3161 §2.4.2).
    pub fn parse(response: &[u8]) -> Result<Self> {
        let broken = || Error::integrity("this is no time-stamp response");
        if response.len() > MAX_RESPONSE {
            return Err(Error::integrity("the time-stamp response is too long"));
        }
        let mut whole = Reader::new(response);
        let mut parts = whole.enter(SEQUENCE).ok_or_else(broken)?;
        if !whole.is_empty() {
            return Err(broken());
        }
        let mut status = parts.enter(SEQUENCE).ok_or_else(broken)?;
        // 0 granted, 1 granted with modifications; anything else brings no token.
        match status.expect(INTEGER).ok_or_else(broken)? {
            [0 | 1] => {}
            other => {
                let why = String::from_utf8_lossy(status.rest()).into_owned();
                return Err(Error::refused(format!(
                    "the time-stamp authority refused (status {other:?}): {}",
                    safe(&why)
                ))
                .hint("make a new request with `optimactl audit anchor create --as rfc3161`"));
            }
        }
        token(&mut parts).ok_or_else(broken)
    }
}

/// `ContentInfo` → `SignedData` → `EncapsulatedContentInfo` → `TSTInfo`.
fn token(parts: &mut Reader<'_>) -> Option<Stamp> {
    let mut content = parts.enter(SEQUENCE)?;
    (content.expect(OID)? == SIGNED_DATA).then_some(())?;
    let mut signed = content.enter(EXPLICIT)?.enter(SEQUENCE)?;
    signed.expect(INTEGER)?;
    // The set of digest algorithms.
    signed.expect(0x31)?;
    let mut inner = signed.enter(SEQUENCE)?;
    (inner.expect(OID)? == TST_INFO).then_some(())?;
    let bytes = inner.enter(EXPLICIT)?.expect(OCTETS)?;
    let mut info = Reader::new(bytes).enter(SEQUENCE)?;
    (info.expect(INTEGER)? == [1]).then_some(())?;
    info.expect(OID)?;
    let sha256 = imprint(&mut info.enter(SEQUENCE)?);
    info.expect(INTEGER)?;
    let time = generalized(info.expect(TIME)?)?;
    let nonce = nonce(&mut info);
    Some(Stamp {
        imprint: sha256
            .zip(nonce)
            .map(|(sha256, nonce)| Imprint { sha256, nonce }),
        time,
    })
}

/// Accuracy and ordering may stand in front of it.
fn nonce(info: &mut Reader<'_>) -> Option<[u8; 8]> {
    loop {
        match info.next()? {
            (INTEGER, nonce) => return nonce.try_into().ok(),
            (SEQUENCE | 0x01, _) => {}
            _ => return None,
        }
    }
}

fn imprint(parts: &mut Reader<'_>) -> Option<[u8; 32]> {
    let algorithm = parts.enter(SEQUENCE)?.expect(OID)?;
    (algorithm == SHA256).then_some(())?;
    parts.expect(OCTETS)?.try_into().ok()
}

/// `YYYYMMDDhhmmss[.f…]Z`
fn generalized(bytes: &[u8]) -> Option<Time> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (day, clock_time) = text.split_at_checked(8)?;
    let (year, rest) = day.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let (hour, rest) = clock_time.split_at_checked(2)?;
    let (minute, second) = rest.split_at_checked(2)?;
    clock::parse(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}")).ok()
}
