//! Reads the text of a file of credentials: sections as the cloud's own tools write them, or the bare keys. Opens no
//! file.

use crate::base::error::{Error, Result};
use crate::base::text;
use crate::crypto::secret::SecretText;

use super::AccessKey;

const NAMES: [&str; 3] = [
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
];

/// The keys of `[profile]`; those above any section belong to the default one.
pub fn parse(text: &str, profile: &str) -> Result<AccessKey> {
    let mut section = "default";
    let mut values = [None, None, None];
    for line in text.lines().map(str::trim_ascii) {
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name.trim_ascii();
            continue;
        }
        // The line itself may be a secret: it is not shown.
        let (name, value) = line
            .split_once('=')
            .ok_or_else(|| Error::usage("a line of the credentials is no `NAME = VALUE`"))?;
        let known = NAMES
            .iter()
            .zip(&mut values)
            .find(|(known, _)| **known == name.trim_ascii());
        if let Some((_, slot)) = known.filter(|_| section == profile) {
            *slot = Some(value.trim_ascii());
        }
    }
    let [id, secret, token] = values.map(|value| value.filter(|value| !value.is_empty()));
    let Some((id, secret)) = id.zip(secret) else {
        return Err(Error::usage(format!(
            "the credentials hold no key for the profile `{}`",
            text::safe(profile)
        ))
        .hint("write `aws_access_key_id = …` and `aws_secret_access_key = …`, each on a line"));
    };
    // They go into headers. What was pasted with an odd blank or a control character is told here and not by a
    // server that does not know the key.
    let fits = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    if ![Some(id), Some(secret), token]
        .into_iter()
        .flatten()
        .all(fits)
    {
        return Err(Error::usage(format!(
            "a key of the profile `{}` holds a character that keys do not have",
            text::safe(profile)
        ))
        .hint("copy it again; only visible ASCII characters belong to it"));
    }
    let hidden = |text: &str| SecretText::new(text.to_owned());
    Ok(AccessKey {
        id: id.to_owned(),
        secret: hidden(secret),
        token: token.map(hidden),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, profile: &str) -> Option<(String, String, bool)> {
        let key = parse(text, profile).ok()?;
        Some((
            key.id.clone(),
            key.secret.expose().to_owned(),
            key.token.is_some(),
        ))
    }

    #[test]
    fn sections_and_bare_keys_are_read() {
        let bare = "aws_access_key_id=A\naws_secret_access_key = s/+=\n";
        assert_eq!(
            told(bare, "default"),
            Some(("A".into(), "s/+=".into(), false))
        );
        assert_eq!(told(bare, "other"), None);
        let two = format!(
            "# two\n[other]\n{bare}aws_session_token=t\nregion=x\n[default]\naws_access_key_id=B\n"
        );
        assert_eq!(told(&two, "other"), Some(("A".into(), "s/+=".into(), true)));
        assert_eq!(told(&two, "default"), None);
        for odd in ["A\u{1}", "A B", "A\u{a0}B", "Ä"] {
            assert_eq!(
                told(&bare.replace("=A", &format!("={odd}")), "default"),
                None,
                "{odd:?}"
            );
        }
        assert!(
            parse("secret without name", "default")
                .err()
                .is_some_and(|error| !error.to_string().contains("secret without"))
        );
    }
}
