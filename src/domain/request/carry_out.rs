//! Steps of the work: it begins, an agent shows a permission, a fee is asked for, recipients are told.

use super::state::Step;
use super::step::step;
use super::words::{AgentProof, Channel, Telling, Type};
use super::{add_flag, has_flag, stands};
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::request::RequestRow;

/// Somebody works on it.
pub fn start(ctx: &Context, named: &str) -> Result<Changed<RequestRow>> {
    step(
        ctx,
        named,
        Step::Start,
        Event::new("request.start"),
        |_, _, _| Ok(None),
    )
}

/// What the agent showed. That and which kind is kept, never the paper.
pub fn agent(ctx: &Context, named: &str, proof: AgentProof) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.agent").field("kind", proof.as_str());
    step(ctx, named, Step::Agent, event, |_, row, _| {
        if !has_flag(row, "agent") {
            return Err(
                Error::refused(format!("no agent asks in request {}", row.reference))
                    .hint("who asks for somebody else is named by `request open --agent NAME`"),
            );
        }
        row.agent_proof = Some(proof.as_str().to_owned());
        Ok(Some(proof.as_str()))
    })
}

/// An amount and its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee(String);

impl Fee {
    /// `12.50 EUR`: at most seven digits, two decimals, an ISO 4217 code.
    pub fn parse(typed: &str) -> Result<Self> {
        let wrong = || {
            Error::usage(format!("`{}` is no amount of money", text::safe(typed)))
                .hint("give it like `12.50 EUR`")
        };
        let (amount, currency) = typed.trim().split_once(' ').ok_or_else(wrong)?;
        let (whole, cents) = amount.split_once('.').unwrap_or((amount, "00"));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_currency =
            currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_nothing = amount.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        if !digits(whole, 7) || !digits(cents, 2) || cents.len() != 2 || !is_currency || is_nothing
        {
            return Err(wrong());
        }
        Ok(Self(format!("{whole}.{cents} {currency}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The person is told what it costs: only for what is manifestly unfounded or excessive, or for further copies
/// (GDPR Art. 12(5)(a), 15(3); Civ. Code §1798.145(h)(3)).
pub fn fee(ctx: &Context, named: &str, (fee, reason): (&Fee, &str)) -> Result<Changed<RequestRow>> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(
            Error::usage("the person must be told why it costs something")
                .hint("say it in plain words with `--text`"),
        );
    }
    let event = Event::new("request.fee")
        .severity(Severity::Low)
        .personal("fee", fee.as_str())
        .personal("text", reason);
    step(ctx, named, Step::Fee, event, |_, row, _| {
        if Type::read(&row.kind)? == Type::WithdrawConsent {
            return Err(Error::refused(
                "taking a consent back costs nothing (GDPR Art. 7(3), Art. 12(5))",
            )
            .hint("record it with `optimactl consent withdraw`"));
        }
        row.fee = Some(fee.as_str().to_owned());
        add_flag(row, "fee");
        Ok(None)
    })
}

/// How those who received the data came to know of the change.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub how: Telling,
    /// How many were told.
    pub count: u32,
    pub channel: Channel,
    /// Why it was impossible or would have been disproportionate.
    pub reason: Option<&'a str>,
}

/// Records that recipients were told of an erasure, a rectification or a restriction, or why not (GDPR Art. 19), and
/// service providers and third parties of what 11 CCR names.
pub fn tell_recipients(ctx: &Context, named: &str, told: &Told<'_>) -> Result<Changed<RequestRow>> {
    let needs_reason = matches!(told.how, Telling::Impossible | Telling::Disproportionate);
    let reason = told.reason.map(str::trim).filter(|text| !text.is_empty());
    if needs_reason && reason.is_none() {
        return Err(Error::usage(format!(
            "it is not said why telling them is {}",
            told.how.as_str()
        ))
        .hint("say it with `--text`: you must be able to show it (GDPR Art. 5(2))"));
    }
    if (told.how == Telling::Told) != (told.count > 0) {
        return Err(Error::usage("it is not said how many recipients were told")
            .hint("give `--how told --count N`; where there are none, `--how no-recipients`"));
    }
    let mut event = Event::new("request.tell-recipients")
        .severity(Severity::Low)
        .field("kind", told.how.as_str())
        .field("channel", told.channel.as_str())
        .field("count", told.count);
    if let Some(reason) = reason {
        event.set_personal("text", reason);
    }
    step(ctx, named, Step::TellRecipients, event, |tx, row, _| {
        stands::require(ctx, tx, row)?;
        Ok(Some(told.how.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_currency_and_is_not_nothing() {
        for (typed, kept) in [("12.50 EUR", "12.50 EUR"), (" 5 USD ", "5.00 USD")] {
            assert_eq!(Fee::parse(typed).unwrap().as_str(), kept);
        }
        for wrong in [
            "",
            "12",
            "12 eur",
            "0.00 EUR",
            "1.5 EUR",
            "-1 EUR",
            "12345678 EUR",
            "1,5 EUR",
        ] {
            Fee::parse(wrong).unwrap_err();
        }
    }
}
