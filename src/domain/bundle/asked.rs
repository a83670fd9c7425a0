//! The person's data requests, as the answer tells them: what was asked and done, what was asked back, what was sent.

use super::About;
use super::response::{Asked, Done, Question, Sent};
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::request::RequestRow;

pub(super) fn read(tx: &Tx<'_>, about: &About<'_>, ids: &[String]) -> Result<Vec<Asked>> {
    let mut asked = vec![];
    for id in ids {
        if let Some(row) = tx.request(id)? {
            asked.push(told(tx, about, row)?);
        }
    }
    Ok(asked)
}

fn told(tx: &Tx<'_>, about: &About<'_>, row: RequestRow) -> Result<Asked> {
    // Whoever named this account without a proof may be somebody else.
    let is_theirs = row.id == about.request || row.verified.is_some();
    let bundles = tx.bundles(&row.id)?.into_iter().map(|bundle| Sent {
        number: bundle.number,
        built: seconds_text(bundle.built),
        delivered: bundle.delivered.map(seconds_text),
        channel: bundle.channel,
        manifest_sha256: bundle.manifest_sha256,
    });
    let questions = tx.pauses(&row.id)?.into_iter().map(|pause| Question {
        about: pause.kind,
        asked: pause.asked,
        answered: pause.answered,
    });
    let steps = tx.steps(&row.id)?.into_iter().map(|step| Done {
        at: seconds_text(step.at),
        step: step.step,
        state: step.state,
        note: step.note,
    });
    Ok(Asked {
        bundles: bundles.collect(),
        questions: questions.collect(),
        steps: steps.collect(),
        email: row.email.filter(|_| row.id == about.request),
        agent: row.agent.filter(|_| is_theirs),
        agent_proof: row.agent_proof.filter(|_| is_theirs),
        text: row.text.filter(|_| is_theirs),
        reference: row.reference,
        kind: row.kind,
        law: row.law,
        state: row.state,
        channel: row.channel,
        received: seconds_text(row.received),
        acknowledged: row.acknowledged.map(seconds_text),
        verified: row.verified.map(seconds_text),
        verified_how: row.verified_how,
        level: row.level,
        contested: row.contested,
        fee: row.fee,
        extended: row.extended.map(seconds_text),
        answered: row.answered.map(seconds_text),
        outcome: row.outcome,
        code: row.code,
        duplicate_of: row.duplicate_of,
        earlier_id: row.foreign_id,
        closed: row.closed.map(seconds_text),
    })
}
