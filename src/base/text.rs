//! Text: foreign text made safe to show, names compared, close names found.

use std::fmt::Write as _;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

/// Foreign text with control, format and direction characters escaped, so that nothing in a name or a log
/// line can steer a terminal or hide what it says.
pub fn safe(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_invisible(c) {
            write!(shown, "\\u{{{:x}}}", u32::from(c)).ok();
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Characters that are not seen or steer others: Unicode `Bidi_Control`, format characters (category Cf), line
/// and paragraph separators, blank letters, interlinear marks, musical format marks and tags.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// The form in which names are compared: NFKC, case-folded, NFKC again (Unicode 3.13, D146).
pub fn folded(text: &str) -> String {
    // What the long way does with ASCII, fifty times faster: an import folds two texts a row.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().default_case_fold().nfkc().collect()
}

/// The NFC form, in which passwords are hashed (NIST SP 800-63B-4 §3.1.1.2).
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// One spelling of a name or an address that other programs keep: without the blanks around it, NFC, in lower case. Less is
/// the same by it than by [`folded`]: `straße.de` and `strasse.de` are two domains (RFC 5891), and two people's.
pub fn lowered(text: &str) -> String {
    composed(text.trim()).to_lowercase()
}

/// `1 account`, `2 accounts`.
pub fn count(n: impl Into<i128>, noun: &str) -> String {
    let n = n.into();
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

/// A length for people, in powers of 1024: `1.50 GiB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    let mut unit = 1_u64;
    let mut name = None;
    for larger in UNITS {
        let Some(next) = unit.checked_mul(1024).filter(|next| *next <= bytes) else {
            break;
        };
        (unit, name) = (next, Some(larger));
    }
    let Some(name) = name else {
        return format!("{bytes} B");
    };
    let hundredths = u128::from(bytes) * 100 / u128::from(unit);
    format!("{}.{:02} {name}", hundredths / 100, hundredths % 100)
}

/// Up to three of `known` that a person may have meant by `typed`, closest first.
pub fn close<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let typed = folded(typed);
    let mut near: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&typed, &folded(name)), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// "did you mean `a` or `b`?", or nothing.
pub fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = close(typed, known);
    let quoted: Vec<String> = near
        .iter()
        .map(|name| format!("`{}`", safe(name)))
        .collect();
    (!quoted.is_empty()).then(|| format!("did you mean {}?", quoted.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_direction_characters_are_shown_as_numbers() {
        assert_eq!(
            safe("a\u{1b}[31mb\u{202e}c\n"),
            "a\\u{1b}[31mb\\u{202e}c\\u{a}"
        );
        assert_eq!(safe("Zoë Łuk 漢"), "Zoë Łuk 漢");
        assert_eq!(
            safe("a\u{ad}b\u{180e}c\u{2028}\u{2029}d\u{e0041}\u{e007f}"),
            "a\\u{ad}b\\u{180e}c\\u{2028}\\u{2029}d\\u{e0041}\\u{e007f}"
        );
    }

    #[test]
    fn names_that_look_alike_compare_alike() {
        assert_eq!(folded("Straße"), folded("STRASSE"));
        assert_eq!(folded("ﬁona"), folded("FIONA"));
        assert_ne!(folded("mira"), folded("myra"));
    }

    #[test]
    fn close_names_are_offered() {
        assert_eq!(
            did_you_mean("mria", ["mira", "zed"]).as_deref(),
            Some("did you mean `mira`?")
        );
        assert_eq!(did_you_mean("qqq", ["mira"]), None);
    }
}
