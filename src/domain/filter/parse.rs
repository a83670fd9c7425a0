//! From the text of a filter to its tree. Bounded in length and depth, because filters come from scripts, too.

use chrono_tz::Tz;

use super::value::{Now, Sign, Test};
use super::{Field, Node, field};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

const LONGEST: usize = 4096;
const DEEPEST: u8 = 32;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    Sign(Sign),
    /// A bare word: a field, a keyword or a value.
    Word(String),
    /// A value between quotes, never a keyword.
    Quoted(String),
}

struct Parser<'a, R> {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    fields: &'a [Field<R>],
    now: Now,
}

pub(super) fn parse<R>(typed: &str, fields: &[Field<R>], now: Time, zone: Tz) -> Result<Node<R>> {
    if typed.len() > LONGEST {
        return Err(wrong(&format!("it is longer than {LONGEST} bytes")));
    }
    let mut parser = Parser {
        tokens: tokens(typed)?.into_iter().peekable(),
        fields,
        now: Now { now, zone },
    };
    let node = parser.any(0)?;
    match parser.tokens.next() {
        None => Ok(node),
        Some(Token::Close) => Err(wrong("a `)` closes nothing")),
        Some(token) => Err(wrong(&format!(
            "`and` or `or` is missing before `{}`",
            shown(&token)
        ))),
    }
}

impl<R> Parser<'_, R> {
    fn any(&mut self, depth: u8) -> Result<Node<R>> {
        let mut nodes = vec![self.all(depth)?];
        while self.keyword("or") {
            nodes.push(self.all(depth)?);
        }
        Ok(Node::Any(nodes))
    }

    fn all(&mut self, depth: u8) -> Result<Node<R>> {
        let mut nodes = vec![self.single(depth)?];
        while self.keyword("and") {
            nodes.push(self.single(depth)?);
        }
        Ok(Node::All(nodes))
    }

    fn single(&mut self, depth: u8) -> Result<Node<R>> {
        if depth >= DEEPEST {
            return Err(wrong("it is nested too deep"));
        }
        if self.keyword("not") {
            return Ok(Node::Not(Box::new(self.single(depth + 1)?)));
        }
        match self.tokens.next() {
            Some(Token::Open) => {
                let node = self.any(depth + 1)?;
                match self.tokens.next() {
                    Some(Token::Close) => Ok(node),
                    _ => Err(wrong("a `)` is missing")),
                }
            }
            Some(Token::Word(name)) => self.compare(&name),
            Some(token) => Err(wrong(&format!(
                "a field is missing before `{}`",
                shown(&token)
            ))),
            None => Err(wrong("it ends where a field was expected")),
        }
    }

    fn compare(&mut self, name: &str) -> Result<Node<R>> {
        let field = field(name, self.fields)?;
        let Some(Token::Sign(sign)) = self.tokens.next() else {
            return Err(wrong(&format!(
                "`{name}` needs a comparison: `=`, `!=`, `<`, `<=`, `>`, `>=` or `~`"
            )));
        };
        let Some(Token::Word(value) | Token::Quoted(value)) = self.tokens.next() else {
            return Err(wrong(&format!("`{name}` is compared with nothing")));
        };
        let test = Test::read(field.name, field.form, sign, &value, &self.now)?;
        Ok(Node::Compare {
            get: field.get,
            test,
        })
    }

    fn keyword(&mut self, word: &str) -> bool {
        let is_it =
            |token: &Token| matches!(token, Token::Word(text) if text.eq_ignore_ascii_case(word));
        self.tokens.next_if(is_it).is_some()
    }
}

fn tokens(typed: &str) -> Result<Vec<Token>> {
    let mut tokens = vec![];
    let mut left = typed.chars().peekable();
    while let Some(c) = left.next() {
        let mut or_equal = |plain, with| match left.next_if_eq(&'=') {
            Some(_) => Token::Sign(with),
            None => Token::Sign(plain),
        };
        tokens.push(match c {
            c if c.is_whitespace() => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            '=' => or_equal(Sign::Is, Sign::Is),
            '<' => or_equal(Sign::Less, Sign::AtMost),
            '>' => or_equal(Sign::More, Sign::AtLeast),
            '~' => Token::Sign(Sign::Contains),
            '!' => match left.next_if_eq(&'=') {
                Some(_) => Token::Sign(Sign::IsNot),
                None => return Err(wrong("`!` stands alone; write `!=` or `not`")),
            },
            '"' | '\'' => {
                let mut text = String::new();
                loop {
                    match left.next() {
                        Some(end) if end == c => break Token::Quoted(text),
                        Some(inner) => text.push(inner),
                        None => return Err(wrong("a quotation mark is not closed")),
                    }
                }
            }
            first => {
                let mut word = String::from(first);
                while let Some(next) =
                    left.next_if(|c| !c.is_whitespace() && !"()=<>~!\"'".contains(*c))
                {
                    word.push(next);
                }
                Token::Word(word)
            }
        });
    }
    Ok(tokens)
}

fn shown(token: &Token) -> String {
    match token {
        Token::Open => "(".to_owned(),
        Token::Close => ")".to_owned(),
        Token::Sign(_) => "a comparison".to_owned(),
        Token::Word(text) | Token::Quoted(text) => safe(text),
    }
}

fn wrong(why: &str) -> Error {
    Error::usage(format!("the filter cannot be read: {why}"))
        .hint("write it like `role=admin and (2fa=none or last_login<90d)`")
}

pub(super) fn unknown_field<R>(name: &str, fields: &[Field<R>]) -> Error {
    let names = || fields.iter().map(|field| field.name);
    let error = Error::usage(format!("there is no field `{}`", safe(name)));
    let all = || format!("there are {}", names().collect::<Vec<_>>().join(", "));
    error.hint(did_you_mean(name, names()).unwrap_or_else(all))
}
