//! Lists objects page by page, and ends what dead runs left half uploaded. A listing that does not add up is an
//! error: what it leaves out would pass for removed.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use crate::base::clock::{self, Clock};
use crate::base::error::Result;
use crate::base::place::Entry;

use super::answers::{Element, strange};
use super::client::{Call, Client};

/// No folder of backups holds more.
const ENTRIES: usize = 200_000;
/// A page may hold fewer files than the usual thousand, and even none; an end it has.
const PAGES: usize = 20_000;

/// The objects right below `prefix`, by name.
pub(super) fn list(client: &Client, prefix: &str) -> Result<Vec<Entry>> {
    let mut found = BTreeMap::new();
    let mut token: Option<String> = None;
    for _ in 0..PAGES {
        let mut call = Call::new("GET", "")
            .ask("list-type", 2)
            .ask("prefix", prefix)
            .ask("delimiter", "/")
            .ask("encoding-type", "url");
        if let Some(token) = &token {
            call = call.ask("continuation-token", token);
        }
        let page = client
            .succeed("list its files", &call)?
            .xml("ListBucketResult")?;
        let next = take(&page, prefix, &mut found)?;
        if next.is_none() {
            let entries = found.into_iter();
            return Ok(entries.map(|(name, bytes)| Entry { name, bytes }).collect());
        }
        if next == token {
            return Err(strange("the listing goes round in a circle"));
        }
        token = next;
        if found.len() > ENTRIES {
            break;
        }
    }
    Err(strange("the listing has no end"))
}

/// Takes the files of one page, and gives what the next one is asked for with.
pub fn take(
    page: &Element,
    prefix: &str,
    found: &mut BTreeMap<String, u64>,
) -> Result<Option<String>> {
    let listed = page.all("Contents").count() + page.all("CommonPrefixes").count();
    let count = u64::try_from(listed).unwrap_or(u64::MAX);
    if page.get("KeyCount").is_some() && page.number("KeyCount")? != count {
        return Err(strange(
            "the listing does not hold as many files as it says",
        ));
    }
    // Asked for, but not every server does it.
    let encoded = page.get("EncodingType") == Some("url");
    for object in page.all("Contents") {
        let raw = object.need("Key")?;
        let key = if encoded {
            decoded(raw)?
        } else {
            raw.to_owned()
        };
        let name = key
            .strip_prefix(prefix)
            .ok_or_else(|| strange("the listing holds a file that was not asked for"))?;
        // Some consoles make an empty object in place of a folder.
        if name.is_empty() {
            continue;
        }
        if name.contains('/')
            || found
                .insert(name.to_owned(), object.number("Size")?)
                .is_some()
        {
            return Err(strange(
                "the listing holds a file twice, or one of another folder",
            ));
        }
    }
    next(page)
}

fn next(page: &Element) -> Result<Option<String>> {
    let token = page
        .get("NextContinuationToken")
        .filter(|token| !token.is_empty());
    match (page.need("IsTruncated")?, token) {
        ("false", _) => Ok(None),
        ("true", Some(token)) => Ok(Some(token.to_owned())),
        ("true", None) => Err(strange(
            "the listing was cut and does not say where it goes on",
        )),
        _ => Err(strange("`IsTruncated` is neither true nor false")),
    }
}

/// Percent-decoding; `+` is a blank, as in forms.
fn decoded(text: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next(), rest.next()]
                    .map(|digit| char::from(digit.unwrap_or(b'!')).to_digit(16));
                let [Some(high), Some(low)] = digits else {
                    return Err(strange(
                        "a name in the listing is not encoded as it should be",
                    ));
                };
                u8::try_from(high * 16 + low).unwrap_or_default()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| strange("a name in the listing is not UTF-8"))
}

/// Ends uploads below `prefix` that began more than a day ago: their parts cost money and nobody sees them. That the
/// key may not, or the server does not know it, stops no backup.
pub(super) fn sweep(client: &Client, prefix: &str) {
    try_sweep(client, prefix).ok();
}

fn try_sweep(client: &Client, prefix: &str) -> Result<()> {
    let call = Call::new("GET", "")
        .ask("uploads", "")
        .ask("prefix", prefix);
    let page = client
        .succeed("list unfinished uploads", &call)?
        .xml("ListMultipartUploadsResult")?;
    let limit = Clock::machine().now() - TimeDelta::days(1);
    for upload in page.all("Upload") {
        let (key, id) = (upload.need("Key")?, upload.need("UploadId")?);
        let begun = clock::parse(upload.need("Initiated")?)?;
        if begun < limit && key.starts_with(prefix) {
            client.succeed(
                "end an upload",
                &Call::new("DELETE", key).ask("uploadId", id),
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::remote::s3::answers::parse;

    fn page(inside: &str) -> Result<BTreeMap<String, u64>> {
        let mut found = BTreeMap::new();
        let whole = "<IsTruncated>false</IsTruncated>";
        take(
            &parse(&format!("<L>{whole}{inside}</L>"))?,
            "p/",
            &mut found,
        )?;
        Ok(found)
    }

    #[test]
    fn listings_that_do_not_add_up_are_refused() {
        let one = "<Contents><Key>p/a%2Bb+c</Key><Size>7</Size></Contents>";
        let url = "<EncodingType>url</EncodingType>";
        let fine = page(&format!("{url}<KeyCount>1</KeyCount>{one}")).unwrap();
        assert_eq!(fine.get("a+b c"), Some(&7));
        assert!(
            page(&format!(
                "{one}<Contents><Key>p/</Key><Size>0</Size></Contents>"
            ))
            .is_ok()
        );
        for odd in [
            format!("<KeyCount>2</KeyCount>{one}"),
            format!("{one}{one}"),
            "<Contents><Key>q/a</Key><Size>7</Size></Contents>".to_owned(),
            "<Contents><Key>p/a/b</Key><Size>7</Size></Contents>".to_owned(),
            "<Contents><Key>p/a</Key></Contents>".to_owned(),
            "<Contents><Key>p/a</Key><Size>-1</Size></Contents>".to_owned(),
            format!("{url}<Contents><Key>p/%2</Key><Size>7</Size></Contents>"),
        ] {
            assert!(page(&odd).is_err(), "{odd}");
        }
    }
}
