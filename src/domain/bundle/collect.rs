//! From rows to the answer: reads what is held about one person and keeps of it what the allow-lists name.

use std::collections::BTreeSet;

use super::response::{
    Account, EnrolmentCode, Factor, Password, PasswordCode, Profile, Response, Role, Security,
    Standing,
};
use super::{About, Platform, access, asked, events, rights};
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::text::folded;
use crate::domain::audit;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::Word;
use crate::store::subject::AccountFacts;

/// Everything for the answer, in one snapshot; what the platform's data sources answered comes with it.
pub fn collect(
    ctx: &Context,
    tx: &Tx<'_>,
    about: &About<'_>,
    sources: Vec<Platform>,
) -> Result<Response> {
    let facts = match about.account {
        Some(account) => tx.subject_account(account)?,
        None => None,
    };
    let own = own_ids(ctx, tx, (about, facts.as_ref()))?;
    let requests = tx.subject_requests(about.account, about.request)?;
    let told = events::read(tx, about, (&own, &requests))?;
    let rights = rights::read(ctx, tx, (about, facts.as_ref()))?;
    let is_access = about.profile == Profile::Access;
    let account = match facts {
        Some(facts) if is_access => Some(with_standing(tx, facts)?),
        Some(facts) => Some(provided(facts)),
        None => None,
    };
    let security = match about.account.filter(|_| is_access) {
        Some(account) => Some(security(tx, account)?),
        None => None,
    };
    let sessions = match about.account {
        Some(account) => access::sessions(tx, account)?,
        None => vec![],
    };
    Ok(Response {
        schema: "schema/response-1.schema.json",
        format: "optimactl/response/1",
        profile: about.profile,
        law: about.law,
        reference: about.reference.to_owned(),
        made: seconds_text(about.made),
        controller: about.controller.name.clone(),
        account,
        security,
        sign_ins: told.sign_ins,
        sessions,
        activity: told.activity,
        consents: rights.consents,
        choices: rights.choices,
        restriction: rights.restriction,
        holds: rights.holds,
        requests: asked::read(tx, about, &requests)?,
        sources,
        months: told.months,
    })
}

/// Under which ids the log surely knows the person: the account, and the pseudonym of its address, under which events
/// stand that came before it. A name is nobody's own: somebody else may have had it, or tried it, before this account,
/// and what names the account since then has its id. What is also the name of a program is nobody.
fn own_ids(
    ctx: &Context,
    tx: &Tx<'_>,
    (about, facts): (&About<'_>, Option<&AccountFacts>),
) -> Result<Vec<String>> {
    let email = match facts {
        Some(facts) => facts.email.clone(),
        None => tx.request(about.request)?.and_then(|row| row.email),
    };
    let mut handles = BTreeSet::new();
    if let Some(email) = email
        && tx.known_word(Word::Source, &folded(&email))?.is_none()
    {
        handles.insert(email);
    }
    audit::redact::known_as(ctx, tx, about.account, &handles)
}

fn provided(facts: AccountFacts) -> Account {
    Account {
        id: facts.id,
        name: facts.name,
        email: facts.email,
        display_name: facts.display_name,
        region: facts.region,
        created: seconds_text(facts.created),
        standing: None,
    }
}

fn with_standing(tx: &Tx<'_>, facts: AccountFacts) -> Result<Account> {
    let roles = tx.subject_roles(&facts.id)?;
    let standing = Standing {
        kind: facts.kind.clone(),
        changed: seconds_text(facts.changed),
        expires: facts.expires.map(seconds_text),
        disabled: facts.disabled.map(seconds_text),
        locked_until: facts.locked_until.map(seconds_text),
        lock_reason: facts.lock_reason.clone(),
        removed: facts.removed.map(seconds_text),
        last_sign_in: facts.last_sign_in.map(seconds_text),
        roles: roles
            .into_iter()
            .map(|(role, granted)| Role {
                role,
                granted: seconds_text(granted),
            })
            .collect(),
        groups: access::groups(tx, &facts.id)?,
        operator: access::operator(tx, &facts.id)?,
    };
    Ok(Account {
        standing: Some(standing),
        ..provided(facts)
    })
}

fn security(tx: &Tx<'_>, account: &str) -> Result<Security> {
    let (made, left) = tx.subject_recovery(account)?;
    let codes = tx.subject_codes(account)?;
    let factors = tx.subject_factors(account)?;
    Ok(Security {
        password: tx.subject_password(account)?.map(|password| Password {
            algorithm: password.algorithm,
            set: seconds_text(password.set_at),
            change_required: password.require_change.map(seconds_text),
            breach_checked: password.checked.map(seconds_text),
            breach_found: password.breached.map(seconds_text),
        }),
        earlier_passwords: tx.subject_earlier_passwords(account)?,
        password_codes: codes
            .into_iter()
            .map(|code| PasswordCode {
                kind: code.kind,
                made: seconds_text(code.created),
                expires: seconds_text(code.expires),
                used: code.used.map(seconds_text),
            })
            .collect(),
        factors: factors
            .into_iter()
            .map(|factor| Factor {
                kind: factor.kind,
                label: factor.label,
                algorithm: factor.algorithm,
                digits: factor.digits,
                period: factor.period,
                enrolled: seconds_text(factor.created),
                confirmed: factor.confirmed.map(seconds_text),
            })
            .collect(),
        enrolment_codes: enrolment_codes(tx, account)?,
        recovery_codes_made: made,
        recovery_codes_left: left,
        factor_deadline: access::deadline(tx, account)?,
        tokens: access::tokens(tx, account)?,
        notices: access::notices(tx, account)?,
    })
}

fn enrolment_codes(tx: &Tx<'_>, account: &str) -> Result<Vec<EnrolmentCode>> {
    let codes = tx.subject_enroll_codes(account)?.into_iter();
    let told = codes.map(|code| EnrolmentCode {
        made: seconds_text(code.created),
        expires: seconds_text(code.expires),
        used: code.used.map(seconds_text),
    });
    Ok(told.collect())
}
