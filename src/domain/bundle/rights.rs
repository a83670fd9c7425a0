//! What the person decided and what holds for their data: consents with their texts, objections and opt-outs, a
//! restriction, holds.

use super::About;
use super::response::{Agreed, Choice, Hold, Profile, Restriction};
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::domain::account::choices;
use crate::domain::consent::{self, Shown};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::optout::Chooser;
use crate::store::subject::AccountFacts;

#[derive(Default)]
pub(super) struct Rights {
    pub(super) consents: Vec<Agreed>,
    pub(super) choices: Vec<Choice>,
    pub(super) restriction: Option<Restriction>,
    pub(super) holds: Vec<Hold>,
}

/// What the person decided is theirs to take along; what was decided about them belongs to access only.
pub(super) fn read(
    ctx: &Context,
    tx: &Tx<'_>,
    (about, facts): (&About<'_>, Option<&AccountFacts>),
) -> Result<Rights> {
    let mut rights = Rights {
        choices: choices_of(ctx, tx, (about, facts))?,
        ..Rights::default()
    };
    let Some(account) = about.account else {
        return Ok(rights);
    };
    rights.consents = consents(tx, about, account)?;
    if about.profile == Profile::Access {
        rights.restriction = tx
            .subject_restriction(account)?
            .map(|(ground, since)| Restriction {
                ground,
                since: seconds_text(since),
            });
        rights.holds = holds(tx, account)?;
    }
    Ok(rights)
}

fn consents(tx: &Tx<'_>, about: &About<'_>, account: &str) -> Result<Vec<Agreed>> {
    let controller = consent::Controller {
        name: about.controller.name.clone(),
        contact: about.controller.contact.clone(),
    };
    let mut agreed = vec![];
    for row in tx.consents_of(account)? {
        let text = tx.consent_text(&row.purpose, &row.version)?;
        let text = text.ok_or_else(|| Error::integrity("a consent lacks its text"))?;
        let shown = Shown { row, text };
        agreed.push(Agreed {
            receipt: consent::receipt(&shown, &controller, about.made),
            text: shown.text.text,
            row: shown.row,
        });
    }
    Ok(agreed)
}

/// Found by the account, and by the address under which they may have been made without one.
fn choices_of(
    ctx: &Context,
    tx: &Tx<'_>,
    (about, facts): (&About<'_>, Option<&AccountFacts>),
) -> Result<Vec<Choice>> {
    let email = match facts {
        Some(facts) => facts.email.clone(),
        None => tx.request(about.request)?.and_then(|row| row.email),
    };
    let digest = email
        .map(|email| choices::digest(ctx, &email))
        .transpose()?;
    let mut rows = tx.optouts_of(Chooser {
        account: about.account,
        digest: digest.as_deref(),
    })?;
    let account = about.account.map(str::to_owned);
    rows.retain(|row| choices::is_own(account.as_ref(), row));
    let told = rows.into_iter().map(|row| Choice {
        what: row.what,
        source: row.source,
        channel: row.channel,
        received: seconds_text(row.received),
        honored: seconds_text(row.honored),
        cleared: row.cleared.map(seconds_text),
    });
    Ok(told.collect())
}

fn holds(tx: &Tx<'_>, account: &str) -> Result<Vec<Hold>> {
    let rows = tx.subject_holds(account)?.into_iter();
    let told = rows.map(|row| Hold {
        classes: row.classes.split_whitespace().map(str::to_owned).collect(),
        on: if row.subject.is_some() {
            "you"
        } else {
            "everybody"
        },
        since: seconds_text(row.placed),
        review: seconds_text(row.review),
        reviewed: row.reviewed.map(seconds_text),
        released: row.released.map(seconds_text),
    });
    Ok(told.collect())
}
