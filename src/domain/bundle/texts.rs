//! The text beside the data that says what is not included, and how the texts are set.

use std::fmt::Write as _;

use super::labels::REQUEST;
use super::response::Response;
use super::{About, Profile, coverage};
use crate::base::error::Result;

/// What was left out, by which rule, and what was not searched.
pub(super) fn not_included(response: &Response, about: &About<'_>) -> Result<String> {
    let mut text = format!(
        "What is not in this bundle, and why (request {})\n",
        about.reference
    );
    heading(
        &mut text,
        "Secrets (11 CCR 7024(d); security of processing, Art. 32 GDPR)",
    );
    text.push_str(
        "The hash of your password, the secrets of your second factors, recovery codes and password codes\n\
         exist where this bundle says so, and are never handed out.\n",
    );
    withheld(&mut text, response);
    heading(&mut text, "Other people (Art. 15(4) GDPR)");
    text.push_str(
        "Administrators stand as `administrator 1`, other people as `other person 1` and so on, the same\n\
         throughout this bundle. Free text that others wrote about an event (reasons, tickets) is left out.\n\
         So is what the log holds under your name alone from before your account: another may have used that name.\n",
    );
    if about.profile == Profile::Portability {
        heading(&mut text, "Not part of portability (Art. 20 GDPR)");
        text.push_str(
            "Only what you provided or what was observed of your own use is here. What the platform added\n\
             itself (roles, locks, security settings, holds, what administrators did) is part of an access\n\
             request.\n",
        );
    }
    heading(
        &mut text,
        "Why something is held, and by whom (Art. 15(4) GDPR)",
    );
    text.push_str(
        "That data of yours must not be deleted, since when and until which review is told. Who answers for it\n\
         and the basis are notes of staff; an answer to a request that it affects tells the reason.\n",
    );
    heading(&mut text, "What other programs told about you");
    text.push_str(
        "Of events that other programs reported, what happened when is here, with address, program and place.\n\
         Paths, queries and messages are left out: they may name others, or hold what opens a door.\n",
    );
    heading(&mut text, "Internal values without meaning to you");
    text.push_str(
        "Row versions, ids of rows, and folded forms of your name and address for comparison.\n",
    );
    for (reason, tables) in coverage::left() {
        writeln!(text, "{reason} (tables: {})", tables.join(", ")).ok();
    }
    heading(&mut text, "Not searched");
    text.push_str(
        "Backups: they hold earlier copies of the same data and expire. Of the systems outside this program those\n\
         that stand here as data sources were asked, by your account's name and address as they are now, and no\n\
         others: ask the controller about mail, and about what stands under an earlier name or address.\n",
    );
    left_out(&mut text, about.left_out);
    unasked(&mut text, about.unasked);
    no_account(&mut text, response, about)?;
    Ok(text)
}

fn no_account(text: &mut String, response: &Response, about: &About<'_>) -> Result<()> {
    if response.account.is_some() {
        return Ok(());
    }
    heading(text, "No account");
    text.push_str(if is_empty(response)? && about.left_out.is_empty() {
        "No account was found for this request: apart from the request itself nothing is held here.\n"
    } else {
        "No account was found for this request. What was found without one is in this bundle.\n"
    });
    Ok(())
}

/// Whether nothing but the request was found: what the log tells of that is part of it.
fn is_empty(response: &Response) -> Result<bool> {
    for item in response.activity.iter() {
        if item?.on != REQUEST {
            return Ok(false);
        }
    }
    Ok(response.sign_ins.is_empty()
        && response.sessions.is_empty()
        && response.consents.is_empty()
        && response.choices.is_empty()
        && response.restriction.is_none()
        && response.holds.is_empty()
        && response.sources.iter().all(|held| held.records.is_empty()))
}

fn withheld(text: &mut String, response: &Response) {
    for held in &response.sources {
        for (field, what) in &held.withheld {
            writeln!(
                text,
                "`{}` of {}: {what}.",
                plain(field),
                plain(&held.source)
            )
            .ok();
        }
    }
}

fn unasked(text: &mut String, sources: &[String]) {
    if sources.is_empty() {
        return;
    }
    heading(text, "Parts of the platform that were not searched");
    writeln!(
        text,
        "These know people by something that is not known of you here: {}.",
        sources.join(", ")
    )
    .ok();
}

fn left_out(text: &mut String, sources: &[String]) {
    if sources.is_empty() {
        return;
    }
    heading(text, "Parts of the platform that did not answer");
    writeln!(
        text,
        "These could not be asked when this bundle was built: {}. What they hold about you is missing here;\nthe controller owes you that part.",
        sources.join(", ")
    )
    .ok();
}

pub(super) fn heading(text: &mut String, title: &str) {
    writeln!(text, "\n{title}").ok();
}

pub(super) fn plain(value: &str) -> String {
    crate::base::text::safe(value.trim())
}
