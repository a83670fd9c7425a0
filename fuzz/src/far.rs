//! What servers far away answer, and what people write to name them. Nothing is sent.

use std::collections::BTreeMap;

use optimactl::domain::backup::places::Url;
use optimactl::remote::s3::{answers, credentials, list};
use optimactl::remote::sftp::packet;

use crate::targets::with_text;

/// An answer of object storage, read as a page of a listing too. Names are within the folder that was asked for.
pub fn s3_answer(bytes: &[u8]) {
    with_text(bytes, |text| {
        let Ok(document) = answers::parse(text) else {
            return;
        };
        for prefix in ["", "p/"] {
            let mut found = BTreeMap::new();
            if list::take(&document, prefix, &mut found).is_ok() {
                assert!(
                    found
                        .keys()
                        .all(|name| !name.is_empty() && !name.contains('/'))
                );
            }
        }
    });
}

/// A file of credentials: what was refused is not quoted.
pub fn s3_credentials(bytes: &[u8]) {
    with_text(bytes, |text| {
        for profile in ["default", "other"] {
            match credentials::parse(text, profile) {
                Ok(key) => {
                    assert!(!key.id.is_empty() && !key.secret.expose().is_empty());
                    // They become a header's value.
                    assert!(!key.id.chars().any(char::is_control));
                    assert!(!key.secret.expose().chars().any(char::is_control));
                }
                Err(error) => assert!(error.causes.is_empty()),
            }
        }
    });
}

pub fn sftp(bytes: &[u8]) {
    let _answer = packet::parse(bytes);
    if let Ok(known) = packet::greeting(bytes) {
        assert!(known.len() <= bytes.len() / 8);
    }
}

/// What was read is written as an address that means the same.
pub fn place(bytes: &[u8]) {
    with_text(bytes, |text| match Url::parse(text) {
        Ok(Some(url)) => {
            let again = Url::parse(&url.to_string()).expect("what was written");
            assert_eq!(again.as_ref(), Some(&url));
            if let Url::Sftp {
                user, host, path, ..
            } = &url
            {
                assert!(!host.starts_with('-') && !path.is_empty());
                assert!(!user.as_ref().is_some_and(|user| user.starts_with('-')));
            }
        }
        Ok(None) => assert!(!text.contains("://")),
        Err(error) => assert!(!error.to_string().chars().any(char::is_control)),
    });
}
