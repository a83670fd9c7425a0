//! From the text of a filter to its tree. Bounded in length and depth, because filters come from scripts, too.
//! What is wrong is shown where it stands.

use chrono_tz::Tz;

use super::token::{Spot, Token, tokens};
use super::value::{Now, Sign, Test};
use super::{Field, Node, field};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, safe};

const LONGEST: usize = 4096;
const DEEPEST: u8 = 32;
/// How much of a long filter is shown around the mark.
const SHOWN: usize = 60;

struct Parser<'a, R> {
    tokens: std::iter::Peekable<std::vec::IntoIter<(Spot, Token)>>,
    /// Where the filter ends.
    end: Spot,
    fields: &'a [Field<R>],
    now: Now,
}

/// What is wrong, and where.
pub(super) struct Wrong {
    at: Spot,
    error: Error,
}

pub(super) type Read<T> = std::result::Result<T, Wrong>;

pub(super) fn parse<R>(typed: &str, fields: &[Field<R>], now: Time, zone: Tz) -> Result<Node<R>> {
    if typed.len() > LONGEST {
        let why = format!("it is longer than {LONGEST} bytes");
        return Err(wrong(0, &why).error);
    }
    read(typed, fields, Now { now, zone }).map_err(|wrong| marked(typed, wrong))
}

fn read<R>(typed: &str, fields: &[Field<R>], now: Now) -> Read<Node<R>> {
    let mut parser = Parser {
        tokens: tokens(typed)?.into_iter().peekable(),
        end: typed.chars().count(),
        fields,
        now,
    };
    let node = parser.any(0)?;
    match parser.tokens.next() {
        None => Ok(node),
        Some((at, Token::Close)) => Err(wrong(at, "a `)` closes nothing")),
        Some((at, token)) => Err(wrong(
            at,
            &format!("`and` or `or` is missing before `{}`", shown(&token)),
        )),
    }
}

impl<R> Parser<'_, R> {
    fn any(&mut self, depth: u8) -> Read<Node<R>> {
        let mut nodes = vec![self.all(depth)?];
        while self.keyword("or") {
            nodes.push(self.all(depth)?);
        }
        Ok(Node::Any(nodes))
    }

    fn all(&mut self, depth: u8) -> Read<Node<R>> {
        let mut nodes = vec![self.single(depth)?];
        while self.keyword("and") {
            nodes.push(self.single(depth)?);
        }
        Ok(Node::All(nodes))
    }

    fn single(&mut self, depth: u8) -> Read<Node<R>> {
        if depth >= DEEPEST {
            return Err(wrong(self.here(), "it is nested too deep"));
        }
        if self.keyword("not") {
            return Ok(Node::Not(Box::new(self.single(depth + 1)?)));
        }
        match self.tokens.next() {
            Some((_, Token::Open)) => {
                let node = self.any(depth + 1)?;
                self.close()?;
                Ok(node)
            }
            Some((at, Token::Word(name))) => self.compare(at, &name),
            Some((at, token)) => Err(wrong(
                at,
                &format!("a field is missing before `{}`", shown(&token)),
            )),
            None => Err(wrong(self.end, "it ends where a field was expected")),
        }
    }

    fn compare(&mut self, at: Spot, name: &str) -> Read<Node<R>> {
        let field = field(name, self.fields).map_err(|error| Wrong { at, error })?;
        let refused = self.keyword("not");
        if self.keyword("in") {
            let node = self.one_of(field)?;
            return Ok(if refused {
                Node::Not(Box::new(node))
            } else {
                node
            });
        }
        let at = self.here();
        let Some((_, Token::Sign(sign))) = self.tokens.next_if(|_| !refused) else {
            let name = safe(name);
            let why = format!(
                "`{name}` needs a comparison: `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` or `in (…)`"
            );
            return Err(wrong(at, &why));
        };
        self.value(field, sign)
    }

    /// `in (a, b, c)`: equal to one of them.
    fn one_of(&mut self, field: &Field<R>) -> Read<Node<R>> {
        let at = self.here();
        let Some((_, Token::Open)) = self.tokens.next() else {
            return Err(wrong(at, "`in` needs a list: `in (a, b)`"));
        };
        let mut nodes = vec![self.value(field, Sign::Is)?];
        while self
            .tokens
            .next_if(|(_, token)| *token == Token::Comma)
            .is_some()
        {
            nodes.push(self.value(field, Sign::Is)?);
        }
        self.close()?;
        Ok(Node::Any(nodes))
    }

    fn value(&mut self, field: &Field<R>, sign: Sign) -> Read<Node<R>> {
        let at = self.here();
        let Some((_, Token::Word(value) | Token::Quoted(value))) = self.tokens.next() else {
            let why = format!("`{}` is compared with nothing", field.name);
            return Err(wrong(at, &why));
        };
        let test = Test::read(field.name, field.form, sign, &value, &self.now)
            .map_err(|error| Wrong { at, error })?;
        Ok(Node::Compare {
            name: field.name,
            get: field.get,
            test,
        })
    }

    fn close(&mut self) -> Read<()> {
        let at = self.here();
        match self.tokens.next() {
            Some((_, Token::Close)) => Ok(()),
            _ => Err(wrong(at, "a `)` is missing")),
        }
    }

    fn keyword(&mut self, word: &str) -> bool {
        let is_it = |(_, token): &(Spot, Token)| matches!(token, Token::Word(text) if text.eq_ignore_ascii_case(word));
        self.tokens.next_if(is_it).is_some()
    }

    fn here(&mut self) -> Spot {
        self.tokens.peek().map_or(self.end, |(at, _)| *at)
    }
}

fn shown(token: &Token) -> String {
    match token {
        Token::Open => "(".to_owned(),
        Token::Close => ")".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Sign(_) => "a comparison".to_owned(),
        Token::Word(text) | Token::Quoted(text) => safe(text),
    }
}

pub(super) fn wrong(at: Spot, why: &str) -> Wrong {
    let error = Error::usage(format!("the filter cannot be read: {why}"))
        .hint("write it like `role=admin and (2fa=none or last_login<90d)`");
    Wrong { at, error }
}

/// The error with the filter below it and a mark where it is wrong.
fn marked(typed: &str, Wrong { at, error }: Wrong) -> Error {
    let first = (at + SHOWN / 4).saturating_sub(SHOWN);
    let line: String = typed.chars().skip(first).take(SHOWN).collect();
    // One place for each character, whatever it is: else the mark would stand elsewhere.
    let line: String = line
        .chars()
        .map(|c| {
            if safe(c.encode_utf8(&mut [0; 4])).chars().eq([c]) {
                c
            } else {
                ' '
            }
        })
        .collect();
    let mark = " ".repeat(at.saturating_sub(first));
    error
        .detail(line)
        .detail(format!("{mark}^ character {}", at + 1))
}

pub(super) fn unknown_field<R>(name: &str, fields: &[Field<R>]) -> Error {
    let names = || fields.iter().map(|field| field.name);
    let error = Error::usage(format!("there is no field `{}`", safe(name)));
    let all = || format!("there are {}", names().collect::<Vec<_>>().join(", "));
    error.hint(did_you_mean(name, names()).unwrap_or_else(all))
}
