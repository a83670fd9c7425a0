//! The words and signs of a filter, each with its place. Nothing here knows what they mean.

use super::parse::{Read, wrong};
use super::value::Sign;

/// How many characters stand before it.
pub(super) type Spot = usize;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Comma,
    Sign(Sign),
    /// A bare word: a field, a keyword or a value.
    Word(String),
    /// A value between quotes, never a keyword.
    Quoted(String),
}

/// What ends a bare word. A value with one of these or a space in it stands between quotes.
const SIGNS: &str = "()=<>~!\"',";

pub(super) fn tokens(typed: &str) -> Read<Vec<(Spot, Token)>> {
    let mut tokens = vec![];
    let mut left = typed.chars().enumerate().peekable();
    while let Some((at, c)) = left.next() {
        let mut or_equal = |plain, with| match left.next_if(|(_, next)| *next == '=') {
            Some(_) => Token::Sign(with),
            None => Token::Sign(plain),
        };
        let token = match c {
            c if c.is_whitespace() => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '=' => or_equal(Sign::Is, Sign::Is),
            '<' => or_equal(Sign::Less, Sign::AtMost),
            '>' => or_equal(Sign::More, Sign::AtLeast),
            '~' => Token::Sign(Sign::Contains),
            '!' => match left.next_if(|(_, next)| *next == '=') {
                Some(_) => Token::Sign(Sign::IsNot),
                None => return Err(wrong(at, "`!` stands alone; write `!=` or `not`")),
            },
            '"' | '\'' => {
                let mut text = String::new();
                loop {
                    match left.next() {
                        Some((_, end)) if end == c => break Token::Quoted(text),
                        Some((_, inner)) => text.push(inner),
                        None => return Err(wrong(at, "a quotation mark is not closed")),
                    }
                }
            }
            first => {
                let mut word = String::from(first);
                while let Some((_, next)) =
                    left.next_if(|(_, c)| !c.is_whitespace() && !SIGNS.contains(*c))
                {
                    word.push(next);
                }
                Token::Word(word)
            }
        };
        tokens.push((at, token));
    }
    Ok(tokens)
}
