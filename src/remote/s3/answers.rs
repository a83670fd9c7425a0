//! Reads the XML that object storage answers with: into a small tree, with limits on depth and number. What is
//! not as it must be is an error, never a guess.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::base::error::{Error, Kind, Result};

const DEPTH: usize = 8;
const ELEMENTS: usize = 30_000;

/// One element: its name without namespace, its text, what stands in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Element {
    pub(super) name: String,
    text: String,
    children: Vec<Self>,
}

impl Element {
    /// The text of the first child of this name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let child = self.children.iter().find(|child| child.name == name)?;
        Some(child.text.trim())
    }

    pub(super) fn need(&self, name: &str) -> Result<&str> {
        self.get(name)
            .ok_or_else(|| strange(&format!("`{}` without `{name}`", self.name)))
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub(super) fn number(&self, name: &str) -> Result<u64> {
        self.need(name)?
            .parse()
            .map_err(|_| strange(&format!("`{name}` is not a number")))
    }
}

pub(super) fn strange(what: &str) -> Error {
    Error::new(Kind::Remote, "the server's answer is not as it must be")
        .because(super::super::quoted(what))
}

/// Reads a whole document. Document types (and with them entities of their own) are refused.
pub fn parse(text: &str) -> Result<Element> {
    let mut reader = Reader::from_str(text);
    // The last is the innermost that is open; below the first stands the document.
    let mut open = vec![Element::default()];
    let mut elements = 0_usize;
    loop {
        match reader
            .read_event()
            .map_err(|error| strange(&error.to_string()))?
        {
            Event::Start(start) => {
                elements += 1;
                if open.len() > DEPTH {
                    return Err(strange("it is too deep"));
                }
                open.push(named(start.local_name().as_ref()));
            }
            Event::Empty(start) => {
                elements += 1;
                add(&mut open, named(start.local_name().as_ref()))?;
            }
            Event::End(_) => {
                let done = open
                    .pop()
                    .ok_or_else(|| strange("an end without a beginning"))?;
                add(&mut open, done)?;
            }
            Event::Text(text) => write(&mut open, text.as_ref()),
            Event::CData(text) => write(&mut open, text.as_ref()),
            Event::GeneralRef(name) => {
                let c = character(&name).ok_or_else(|| strange("an unknown entity"))?;
                write(&mut open, c.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(strange("it has a document type")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
        // Each takes more room than its few bytes in the answer.
        if elements > ELEMENTS {
            return Err(strange("it is too large"));
        }
    }
    let [root] = open.as_mut_slice() else {
        return Err(strange("it ends early"));
    };
    match (root.children.pop(), root.children.is_empty()) {
        (Some(document), true) => Ok(document),
        _ => Err(strange("it is not one document")),
    }
}

fn named(name: &str) -> Element {
    Element {
        name: name.to_owned(),
        ..Element::default()
    }
}

fn add(open: &mut [Element], child: Element) -> Result<()> {
    let parent = open
        .last_mut()
        .ok_or_else(|| strange("an end without a beginning"))?;
    parent.children.push(child);
    Ok(())
}

fn write(open: &mut [Element], text: &str) {
    if let Some(innermost) = open.last_mut() {
        innermost.text.push_str(text);
    }
}

/// The five entities of XML itself, and characters by number.
fn character(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Some(c);
    }
    match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// Text as it stands between two tags.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_and_odd_ones_refused() {
        let read = parse(
            "<?xml version=\"1.0\"?>\n<A xmlns=\"x\"><B>1 &amp; 2 &#x41;</B><B/><C>true</C></A>",
        )
        .unwrap();
        assert_eq!((read.name.as_str(), read.get("B")), ("A", Some("1 & 2 A")));
        let deep = "<a>".repeat(20);
        let many = format!("<a>{}</a>", "<b/>".repeat(ELEMENTS));
        let lol = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        for odd in [
            "",
            "text",
            "<A>",
            "<A><B></A></B>",
            "<A/><A/>",
            "<A>&b;</A>",
            lol,
            &deep,
            &many,
            "</A>",
        ] {
            assert_eq!(parse(odd).unwrap_err().kind, Kind::Remote, "{odd:.60}");
        }
    }
}
