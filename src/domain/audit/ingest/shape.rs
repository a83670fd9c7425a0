//! What lines look like that were not understood: words stay, values go, so that a shape can be shown to anybody.

use std::collections::HashMap;

/// Different shapes that are told apart; others count as one.
const MOST: usize = 1_000;
const MOST_WORDS: usize = 12;
/// Words behind which a name or an address stands.
const NAMING: [&str; 10] = [
    "user", "for", "from", "by", "to", "account", "login", "name", "host", "with",
];

/// The words of a line; anything with a digit, in quotes, behind `=`, with `@` or behind a word that announces a
/// name is `…`.
pub fn shape(line: &str) -> String {
    let mut words: Vec<String> = vec![];
    let mut quote = None;
    let mut named = false;
    for word in line.split_whitespace() {
        if words.len() >= MOST_WORDS {
            break;
        }
        if let Some(open) = quote {
            if word.contains(open) {
                quote = None;
            }
            continue;
        }
        let opening = |text: &str| text.chars().next().filter(|c| "\"'`".contains(*c));
        let first = opening(word);
        let value = word.split_once('=').map_or(word, |(_, value)| value);
        if let Some(open) = first.or_else(|| opening(value))
            && value.matches(open).count() % 2 == 1
        {
            quote = Some(open);
        }
        let shown = match (first, word.split_once('=')) {
            (Some(_), _) => "…".to_owned(),
            (None, Some((key, _))) if plain(key) => format!("{key}=…"),
            _ if named || !plain(word.trim_end_matches([':', ',', ';', '.'])) => "…".to_owned(),
            _ => word.to_owned(),
        };
        named = NAMING.contains(&word.to_ascii_lowercase().as_str());
        if shown != "…" || words.last().is_none_or(|last| last != "…") {
            words.push(shown);
        }
    }
    words.join(" ")
}

/// Letters only, and not so long that it could be a secret.
fn plain(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 24
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

/// Counts shapes within a bounded room.
#[derive(Default)]
pub struct Shapes(HashMap<String, u64>);

impl Shapes {
    pub fn add(&mut self, shape: String) {
        let other = "(others)".to_owned();
        let known = self.0.len() < MOST || self.0.contains_key(&shape);
        *self.0.entry(if known { shape } else { other }).or_default() += 1;
    }

    /// The commonest, most frequent first.
    pub fn commonest(&self, most: usize) -> Vec<(String, u64)> {
        let mut all: Vec<(String, u64)> = self
            .0
            .iter()
            .map(|(shape, count)| (shape.clone(), *count))
            .collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(most);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_do_not_show() {
        for (line, expected) in [
            (
                "login of user mira from 192.0.2.1 failed",
                "login … user … from … failed",
            ),
            (
                "time=\"2022\" level=error msg=\"Unsuccessful by 'bob x'\" path=/api",
                "time=… level=… msg=… path=…",
            ),
            ("a@b.example wrote 'some thing' here", "… wrote … here"),
            ("\u{1b}[31m", "…"),
        ] {
            assert_eq!(shape(line), expected);
        }
    }

    #[test]
    fn the_commonest_come_first() {
        let mut shapes = Shapes::default();
        for n in 0..3000_u32 {
            shapes.add(if n % 3 == 0 {
                "x".to_owned()
            } else {
                format!("s{n}")
            });
        }
        assert_eq!(shapes.commonest(2)[0].0, "(others)");
        assert_eq!(shapes.commonest(2)[1], ("x".to_owned(), 1000));
    }
}
