//! The gate: whether the caller may run a command in this store. One lookup while operators are not enforced.

use super::asked::Asked;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::domain::account::{self, State};
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::context::{Context, OsUser, Reach};
use crate::domain::role;
use crate::domain::two_factor::{self, TypedCode, Verdict};
use crate::store::account::AccountRow;
use crate::store::{Mode, Tx};

/// How a command may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    Free,
    /// After a fresh code of the operator: see [`prove`].
    WithCode,
}

/// Why a command may not go on.
struct Refusal {
    error: Error,
    /// A word for the event.
    state: &'static str,
    /// Whose operator it is.
    account: Option<String>,
}

type Judged<T> = std::result::Result<T, Box<Refusal>>;

/// Admits the caller to what is asked, or refuses and records that.
pub fn admit(ctx: &Context, asked: &Asked) -> Result<Admission> {
    let judged = ctx.store.read(|tx| {
        if tx.operators_enforced()?.is_none() || breaks_glass(ctx, asked) {
            return Ok(Ok(Admission::Free));
        }
        judge(ctx, tx, asked)
    })?;
    let refusal = match judged {
        Ok(admission) => return Ok(admission),
        Err(refusal) => *refusal,
    };
    let mut event = Event::new("operator.refuse")
        .outcome(Outcome::Refused)
        .severity(Severity::Medium)
        .field("permission", asked.permission.as_str())
        .field("state", refusal.state);
    if let Some(account) = refusal.account {
        event.set_target(account);
    }
    // Also in a dry run: somebody tried.
    let recorded = ctx
        .store
        .write(Mode::Commit, |tx| audit::append(ctx, tx, &event));
    Err(match recorded {
        Ok(_) => refusal.error,
        Err(why) => refusal
            .error
            .detail(format!("this refusal could not be recorded: {why}")),
    })
}

/// Who holds the files could turn it off with another program; this way is at least in the log.
fn breaks_glass(ctx: &Context, asked: &Asked) -> bool {
    let user = ctx.caller.user.as_ref();
    asked.permission == "role.operator.enforce"
        && asked.has("break_glass")
        && asked.values("state") == ["off"]
        && user.is_some_and(|user| user.reach == Reach::Files)
}

fn judge(ctx: &Context, tx: &Tx<'_>, asked: &Asked) -> Result<Judged<Admission>> {
    let row = match operator(ctx, tx)? {
        Ok(row) => row,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let no = |state, error| {
        Ok(Err(Box::new(Refusal {
            error,
            state,
            account: Some(row.id.clone()),
        })))
    };
    let state = State::of(&row, ctx.now());
    if state != State::Enabled {
        return no("barred", barred(&row, state));
    }
    let considered = account::considered(tx, &row, &asked.permission)?;
    if considered.iter().all(|role| role.by.is_none()) {
        return no("not-permitted", not_permitted(tx, &row, asked)?);
    }
    let handed_out = asked.handed_out(tx)?;
    let held = || considered.iter().flat_map(|role| &role.permissions);
    let beyond = |given: &&String| !held().any(|held| role::covers(held, given));
    if let Some(more) = handed_out.iter().find(beyond) {
        return no("beyond", beyond_own(&row, more));
    }
    let severe = asked.is_severe() || handed_out.iter().any(|given| given == "*");
    if !severe && !asked.concerns_a_proof(tx)? {
        return Ok(Ok(Admission::Free));
    }
    if row.factors == 0 {
        return no("no-factor", no_factor(&row, asked));
    }
    Ok(Ok(Admission::WithCode))
}

/// The first of these permissions that the caller, running `permission`, does not have and so may not hand out:
/// for what a file names, which the gate cannot see. None while operators are not enforced.
pub(in crate::domain) fn beyond(
    ctx: &Context,
    tx: &Tx<'_>,
    permission: &str,
    given: &[String],
) -> Result<Option<String>> {
    if tx.operators_enforced()?.is_none() {
        return Ok(None);
    }
    let row = operator(ctx, tx)?.map_err(|refusal| refusal.error)?;
    let considered = account::considered(tx, &row, permission)?;
    let held = || considered.iter().flat_map(|role| &role.permissions);
    let beyond = |given: &&String| !held().any(|held| role::covers(held, given));
    Ok(given.iter().find(beyond).cloned())
}

/// The account that is bound to the caller.
fn operator(ctx: &Context, tx: &Tx<'_>) -> Result<Judged<AccountRow>> {
    let no = |state, error| {
        Ok(Err(Box::new(Refusal {
            error,
            state,
            account: None,
        })))
    };
    let Some(user) = &ctx.caller.user else {
        return no(
            "unbound",
            Error::refused("only operators may act in this store"),
        );
    };
    let Some(bound) = tx.operator(user.uid)? else {
        return no("unbound", unbound(user));
    };
    if !user.is(&bound) {
        return no("renamed", renamed(user, bound.login.as_deref()));
    }
    match tx.account(&bound.account)? {
        Some(row) => Ok(Ok(row)),
        None => no("unbound", unbound(user)),
    }
}

fn unbound(user: &OsUser) -> Error {
    Error::refused(format!(
        "only operators may act in this store, and no account is bound to {}",
        shown(user.uid, user.login.as_deref())
    ))
    .hint(format!(
        "an operator who may `role.operator.bind` can run `optimactl role operator bind ACCOUNT --uid {}`",
        user.uid
    ))
}

fn renamed(user: &OsUser, before: Option<&str>) -> Error {
    let name = |login: Option<&str>| {
        login.map_or("without a name".to_owned(), |login| format!("`{login}`"))
    };
    Error::refused(format!(
        "uid {} was {} when it was bound and is {} now: it may be somebody else",
        user.uid,
        name(before),
        name(user.login.as_deref())
    ))
    .hint(format!(
        "if it is the same person, an operator who may `role.operator.bind` can run `optimactl role operator bind ACCOUNT --uid {}` again",
        user.uid
    ))
}

/// `uid 1000 (dana)`.
pub(super) fn shown(uid: u32, login: Option<&str>) -> String {
    login.map_or_else(
        || format!("uid {uid}"),
        |login| format!("uid {uid} (`{login}`)"),
    )
}

fn barred(row: &AccountRow, state: State) -> Error {
    Error::refused(format!(
        "the operator `{}` is {}",
        safe(&row.name),
        state.as_str()
    ))
    .hint(format!("see `optimactl account show {}`", row.id))
}

fn not_permitted(tx: &Tx<'_>, row: &AccountRow, asked: &Asked) -> Result<Error> {
    let (name, permission) = (safe(&row.name), &asked.permission);
    let names = |roles: Vec<(String, String)>| {
        let names: Vec<String> = roles.into_iter().map(|(role, _)| role).collect();
        names.join(", ")
    };
    let (by, givers) = (
        names(account::permitting(tx, permission)?),
        names(account::permitting(tx, "role.grant")?),
    );
    Ok(
        Error::refused(format!("the operator `{name}` may not `{permission}`"))
            .detail(format!("roles that permit it: {by}"))
            .detail(format!("roles whose holders may grant one: {givers}"))
            .hint(format!(
                "an operator who may `role.grant` can run `optimactl role grant ROLE {}`",
                row.id
            )),
    )
}

fn beyond_own(row: &AccountRow, more: &str) -> Error {
    Error::refused(format!(
        "this would hand out `{}`, which the operator `{}` does not have",
        safe(more),
        safe(&row.name)
    ))
    .hint("let an operator do it who has it: see `optimactl role list`")
}

fn no_factor(row: &AccountRow, asked: &Asked) -> Error {
    Error::refused(format!(
        "`{}` asks for a fresh code, and the operator `{}` has no second factor",
        asked.permission,
        safe(&row.name)
    ))
    .hint(format!("bind one with `optimactl 2fa enroll {}`", row.id))
}

/// Takes a code of the operator, once; every try is counted and recorded.
pub fn prove(ctx: &Context, asked: &Asked, code: &str) -> Result<()> {
    let code = TypedCode::read(code);
    let event = Event::new("operator.prove").field("permission", asked.permission.as_str());
    let done = audit::change(ctx, event, |tx, event| {
        let row = operator(ctx, tx)?.map_err(|refusal| refusal.error)?;
        event.set_target(&row.id);
        let verdict = two_factor::accept(ctx, tx, &row, &code)?;
        two_factor::describe(event, &verdict);
        Ok(verdict)
    })?;
    match done.value {
        Verdict::Accepted(_) => Ok(()),
        Verdict::Rejected(_) => Err(Error::new(
            Kind::Rejected,
            "the operator's code was not accepted; nothing was changed",
        )
        .hint("each code works once: wait for the next one")),
    }
}
