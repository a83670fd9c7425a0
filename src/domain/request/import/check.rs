//! What a line of an earlier register must fulfil: the same that is asked of a request here, so that an import is no way
//! around it. Pure.

use crate::base::error::{Error, Result};
use crate::base::text;
use crate::domain::request::evidence::{self, Evidence, read_list};
use crate::domain::request::open::check_agent;
use crate::domain::request::words::{AgentProof, Code, Law, Level, Method, Type};
use crate::domain::request::{State, add_flag};
use crate::store::request::RequestRow;

/// The longest answer, in characters.
const LONGEST_TEXT: usize = 10_000;

/// Whether times, state and reasons fit together; then what follows from them.
pub(super) fn finished(mut row: RequestRow) -> Result<RequestRow> {
    let state = State::read(&row.state)?;
    require_id(row.foreign_id.as_deref().unwrap_or_default())?;
    require_words(&row)?;
    if state.is_final() != row.closed.is_some() {
        return Err(Error::usage(format!(
            "`state` is `{}`, which does not fit `closed`",
            row.state
        ))
        .hint("a closed request has both; an open one has no `closed`"));
    }
    let times = [row.acknowledged, row.verified, row.extended, row.closed];
    if times.into_iter().flatten().any(|time| time < row.received) {
        return Err(Error::usage("something happened before it was received"));
    }
    if matches!(state, State::Denied | State::Partial) && (row.code.is_none() || row.text.is_none())
    {
        return Err(Error::usage(
            "`code` or `text` is missing: why it was denied, and what the person was told",
        ));
    }
    if state == State::Verified {
        row.level = Some(level(&row)?.as_str().to_owned());
    } else if !state.is_final() {
        // Work begins with the state, and not with a time that stands beside it.
        row.verified = None;
        row.verified_how = None;
    }
    let kind = Type::read(&row.kind)?;
    if !state.is_final() && kind.is_correction() && read_list(row.contested.as_deref())?.is_empty()
    {
        return Err(
            Error::usage("`contested` is missing: what is to be corrected")
                .hint("give it like `\"contested\":[\"email\"]`"),
        );
    }
    if row.agent.is_some() {
        add_flag(&mut row, "agent");
    }
    if row.extended.is_some() {
        add_flag(&mut row, "extended");
    }
    if state.is_final() {
        row.outcome = Some(row.state.clone());
        row.answered = row.closed;
        row.agent = None;
    }
    Ok(row)
}

/// It stays in the clear behind an erasure, so that a second run knows it.
fn require_id(id: &str) -> Result<()> {
    if id.trim().is_empty() || id.chars().count() > 200 || text::safe(id) != id {
        return Err(Error::usage("`id` has 1 to 200 visible characters"));
    }
    if id.contains('@') {
        return Err(Error::usage(
            "`id` looks like an address, and would stay in the clear for good",
        )
        .hint("give the number that the request had there"));
    }
    Ok(())
}

/// The agent, the reason and what the person was told.
fn require_words(row: &RequestRow) -> Result<()> {
    if let Some(agent) = &row.agent {
        check_agent(agent)?;
    }
    let length = row.text.as_deref().map_or(0, |text| text.chars().count());
    if length > LONGEST_TEXT {
        return Err(Error::usage(format!(
            "`text` has {length} characters; at most {LONGEST_TEXT} are kept"
        )));
    }
    let Some(code) = row.code.as_deref().map(Code::read).transpose()? else {
        return Ok(());
    };
    code.require_for(Type::read(&row.kind)?, Law::read(&row.law)?)
}

/// How sure it is who asks, by what the line says.
fn level(row: &RequestRow) -> Result<Level> {
    let (Some(_), Some(how)) = (row.verified, row.verified_how.as_deref()) else {
        return Err(Error::usage("`verified` or `verified_how` is missing"));
    };
    let method = Method::read(how)?;
    if matches!(method, Method::DataPoints | Method::Declaration) {
        return Err(
            Error::refused(format!("no line says which data matched for `{how}`"))
                .hint("take it over as `received`, and verify it here with `--points`"),
        );
    }
    let agent = row
        .agent_proof
        .as_deref()
        .map(AgentProof::read)
        .transpose()?;
    if method == Method::Agent && row.agent.is_none() {
        return Err(
            Error::refused("it was verified by an agent, and names none")
                .hint("give `agent` and `agent_proof`"),
        );
    }
    let found = Evidence {
        method,
        points: &[],
        agent,
        contested: &read_list(row.contested.as_deref())?,
    }
    .level()?;
    evidence::require(found, Type::read(&row.kind)?, Law::read(&row.law)?)?;
    Ok(found)
}

/// 11 CCR §7061 is about accounts: where there is none, nobody signed in.
pub(super) fn require_account(row: &RequestRow, account: Option<&str>) -> Result<()> {
    let is_open = row.closed.is_none();
    let Some(how) = row.verified_how.as_deref().filter(|_| is_open) else {
        return Ok(());
    };
    if account.is_some() || !Method::read(how)?.needs_account() {
        return Ok(());
    }
    Err(
        Error::refused(format!("no account belongs to it that `{how}` could be to"))
            .hint("give `account`, or take it over as `received` and verify it here"),
    )
}
