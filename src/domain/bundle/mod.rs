//! The bundle that answers a request: what the store holds about one person, by allow-list, as a page to read,
//! JSON, CSV and vCard in a BagIt bag. Pure but for `collect`, which reads; nothing here writes a file.

mod access;
mod article15;
mod asked;
mod bag;
mod collect;
mod content;
mod coverage;
mod decided;
mod events;
mod labels;
mod months;
mod pack;
mod page;
mod platform;
mod reel;
mod response;
mod rights;
mod sections;
#[cfg(test)]
mod tests;
mod texts;
mod vcard;
pub mod verify;
mod ways;
pub mod words;

pub use bag::{Bag, Gauge};
pub use collect::collect;
pub use content::{Content, File};
pub use platform::Platform;
pub use response::{Profile, Response};

pub use super::records::Controller;
use super::records::Register;

use crate::base::clock::Time;
use crate::base::error::Result;

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
    /// What is processed, why and how long.
    pub register: &'a Register,
    /// Data sources that the operator left out of this answer.
    pub left_out: &'a [String],
    /// Data sources that know people by something that is not known of this one.
    pub unasked: &'a [String],
}

const SCHEMA: &str = include_str!("response-1.schema.json");

/// The complete bag.
pub fn bag<'a>(response: &'a Response, about: &About<'_>) -> Result<Bag<'a>> {
    let sections = sections::of(response);
    let page = page::render(response, &sections, about)?;
    let mut files = vec![
        File::held("START-HERE.html", page),
        File::made("response.json", |output| {
            serde_json::to_writer_pretty(&mut *output, response)?;
            output.write_all(b"\n")
        }),
        File::held("schema/response-1.schema.json", SCHEMA),
        File::held("not-included.txt", texts::not_included(response, about)?),
    ];
    for agreed in &response.consents {
        let path = consent_file(&agreed.row.sha256);
        if !files.iter().any(|file| file.path == path) {
            files.push(File::held(path, agreed.text.as_str()));
        }
    }
    for section in sections {
        files.push(File::made(section.file, move |output| section.csv(output)));
    }
    if let Some(account) = &response.account {
        files.push(File::held("profile.vcf", vcard::card(account)));
    }
    if about.profile == Profile::Access {
        files.push(File::held(
            "article15.txt",
            article15::text(response, about),
        ));
    }
    Bag::new(about, files)
}

/// By its digest, because texts of many names may be one.
fn consent_file(sha256: &str) -> String {
    format!("consent-texts/{sha256}.txt")
}
