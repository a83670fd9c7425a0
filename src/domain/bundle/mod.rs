//! The bundle that answers a request: what the store holds about one person, by allow-list, as a page to read,
//! JSON, CSV and vCard in a BagIt bag. Pure but for `collect`, which reads; nothing here writes a file.

mod access;
mod bag;
mod collect;
mod labels;
mod page;
mod response;
mod sections;
#[cfg(test)]
mod tests;
mod texts;
mod vcard;
mod ways;
pub mod words;

pub use bag::Bag;
pub use collect::collect;
pub use response::{Profile, Response};

use crate::base::clock::Time;
use crate::base::error::{Error, Result};

/// What the controller says about itself and its processing. Nothing is invented: what is not configured is
/// named as missing.
#[derive(Clone, Debug, Default)]
pub struct Controller {
    pub name: Option<String>,
    pub contact: Option<String>,
    pub authority: Option<String>,
    pub purposes: Vec<String>,
    pub recipients: Vec<String>,
    pub retention: Option<String>,
    pub sources: Vec<String>,
    pub automated: Option<String>,
}

/// Which request is answered, for whom and how.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub reference: &'a str,
    /// Of the bundle, from 1 within its request.
    pub number: u32,
    /// The request's id.
    pub request: &'a str,
    pub account: Option<&'a str>,
    pub profile: Profile,
    pub law: &'static str,
    pub made: Time,
    pub controller: &'a Controller,
}

const SCHEMA: &str = include_str!("response-1.schema.json");

/// The complete bag.
pub fn bag(response: &Response, about: &About<'_>) -> Result<Bag> {
    let sections = sections::of(response);
    let mut files: Vec<(String, Vec<u8>)> = vec![
        (
            "START-HERE.html".to_owned(),
            page::render(response, &sections, about)?.into_bytes(),
        ),
        ("response.json".to_owned(), json(response)?),
        (
            "schema/response-1.schema.json".to_owned(),
            SCHEMA.as_bytes().to_vec(),
        ),
        (
            "not-included.txt".to_owned(),
            texts::not_included(response, about).into_bytes(),
        ),
    ];
    for section in &sections {
        files.push((section.file.to_owned(), section.csv()?));
    }
    if let Some(account) = &response.account {
        files.push(("profile.vcf".to_owned(), vcard::card(account).into_bytes()));
    }
    if about.profile == Profile::Access {
        files.push((
            "article15.txt".to_owned(),
            texts::article15(response, about).into_bytes(),
        ));
    }
    Bag::new(about, files)
}

fn json(response: &Response) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(response)
        .map_err(|error| Error::bug("a response does not fit into JSON").because(error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
