//! Which format a file has, told by its first lines.

use super::{Format, csv, lines};
use crate::base::error::{Error, Result};

/// Lines that are looked at.
const LOOKED_AT: usize = 20;

pub(super) fn guess(head: &[u8]) -> Result<Format> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return Err(lines::utf16());
    }
    let text = String::from_utf8_lossy(head);
    let found = candidates(&text)?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(
            Error::usage("the file has none of the known formats").hint(format!(
                "say which one it is with `--as`: {}",
                words(&Format::ALL)
            )),
        ),
        several => Err(
            Error::usage(format!("the file can be read as {}", words(several))).hint(format!(
                "say which one it is: `--as {}`",
                several.first().map_or("csv", |format| format.as_str())
            )),
        ),
    }
}

fn words(formats: &[Format]) -> String {
    let words: Vec<String> = formats
        .iter()
        .map(|format| format!("`{}`", format.as_str()))
        .collect();
    words.join(", ")
}

fn candidates(text: &str) -> Result<Vec<Format>> {
    let body = text.trim_start();
    if body.is_empty() {
        return Err(Error::usage("the file is empty"));
    }
    if body.starts_with(['{', '[']) {
        return Ok(of_json(body));
    }
    let lines: Vec<&str> = body
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .take(LOOKED_AT)
        .collect();
    let Some(first) = lines.first() else {
        return Ok(vec![]);
    };
    let lower = first.to_ascii_lowercase();
    if lower.starts_with("dn:") || lower.starts_with("version:") {
        return Ok(vec![Format::Ldif]);
    }
    // The last line may be cut.
    let whole = lines
        .get(..lines.len().saturating_sub(1).max(1))
        .unwrap_or(&lines);
    let colons = |wanted: usize| whole.iter().all(|line| line.matches(':').count() == wanted);
    if colons(6) {
        return Err(
            Error::usage("this looks like passwd(5), which holds no hashes").hint(
                "import `/etc/shadow` with `--as shadow`, and give this file with `--passwd`",
            ),
        );
    }
    let mut found = vec![];
    if csv::is_header(first) {
        found.push(Format::Csv);
    }
    if colons(8) {
        found.push(Format::Shadow);
    }
    if colons(1) && !csv::is_header(first) {
        found.push(Format::Htpasswd);
    }
    Ok(found)
}

/// Told by keys that only one of them has.
fn of_json(body: &str) -> Vec<Format> {
    let has = |key: &str| body.contains(&format!("\"{key}\""));
    let mut found = vec![];
    if has("model") && has("fields") {
        found.push(Format::Django);
    }
    if has("userName") || body.contains("urn:ietf:params:scim:") {
        found.push(Format::Scim);
    }
    if has("users") && (has("realm") || has("credentials") || has("username"))
        || has("realm") && has("enabled") && has("id")
    {
        found.push(Format::Keycloak);
    }
    // One object a line: the second line begins another.
    let own = has("name") && body.starts_with('{');
    let single = body
        .lines()
        .next()
        .is_some_and(|line| line.trim_end().ends_with('}') || line.len() >= body.len());
    if own && single && !has("model") && !has("userName") && !has("realm") {
        found.push(Format::Jsonl);
    }
    found
}
