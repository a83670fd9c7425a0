//! `account show`: one account.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::account::{self, Shown, State};
use crate::domain::{session, token};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See an account",
        line: "optimactl account show mira",
    },
    Example {
        what: "Find it by its e-mail address, for a script",
        line: "optimactl account show mira@mail.example --format json",
    },
];

/// Show one account
///
/// It is found by name, e-mail address or id. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl account list", "optimactl account history"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
}

#[derive(Serialize)]
struct Answered {
    id: String,
    name: String,
    email: Option<String>,
    display_name: Option<String>,
    kind: &'static str,
    region: Option<String>,
    state: &'static str,
    /// Since or until when it is in this state.
    state_time: Option<String>,
    lock_reason: Option<String>,
    roles: Vec<String>,
    groups: Vec<String>,
    /// Roles that it holds through a group: the role and the group.
    through: Vec<Through>,
    /// Users of the operating system for whom it acts.
    operator_uids: Vec<u32>,
    password: &'static str,
    password_set: Option<String>,
    code_until: Option<String>,
    second_factors: u64,
    /// Open ones.
    sessions: u64,
    /// Working ones.
    tokens: u64,
    created: String,
    changed: String,
    expires: Option<String>,
    last_sign_in: Option<String>,
    version: u64,
}

#[derive(Serialize)]
struct Through {
    role: String,
    group: String,
}

impl Answered {
    fn of(shown: Shown, (sessions, tokens): (u64, u64)) -> Self {
        let row = shown.row;
        let state_time = match shown.state {
            State::Enabled => None,
            State::Locked(time)
            | State::Restricted(time)
            | State::Expired(time)
            | State::Disabled(time)
            | State::Removed(time) => Some(time),
        };
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            display_name: row.display_name,
            kind: row.kind.as_str(),
            region: row.region,
            state: shown.state.as_str(),
            state_time: state_time.map(seconds_text),
            lock_reason: row
                .lock_reason
                .filter(|_| matches!(shown.state, State::Locked(_))),
            roles: row.roles,
            groups: row.groups,
            through: vec![],
            operator_uids: vec![],
            password: shown.password,
            password_set: row.password_set.map(seconds_text),
            code_until: row.code_until.map(seconds_text),
            second_factors: row.factors,
            sessions,
            tokens,
            created: seconds_text(row.created),
            changed: seconds_text(row.changed),
            expires: row.expires.map(seconds_text),
            last_sign_in: row.last_sign_in.map(seconds_text),
            version: row.version,
        }
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "account-show"
    }

    fn view(&self) -> View {
        let or = |text: &Option<String>, otherwise: &str| {
            text.clone().unwrap_or_else(|| otherwise.to_owned())
        };
        let preposition = if self.state == "locked" {
            "until"
        } else {
            "since"
        };
        let password = match self.password {
            "code" => "none yet; a code can set one",
            other => other,
        };
        let mut fields = vec![
            ("name", self.name.clone()),
            ("id", self.id.clone()),
            ("e-mail", or(&self.email, "none")),
            ("display name", or(&self.display_name, "none")),
            ("kind", self.kind.to_owned()),
            ("region", or(&self.region, "unknown")),
            ("state", self.state.to_owned()),
        ];
        if let Some(time) = &self.state_time {
            fields.push((preposition, time.clone()));
        }
        if let Some(reason) = &self.lock_reason {
            fields.push(("because", reason.clone()));
        }
        fields.push(("roles", self.roles_shown()));
        if !self.groups.is_empty() {
            fields.push(("groups", self.groups.join(", ")));
        }
        if !self.operator_uids.is_empty() {
            let uids: Vec<String> = self.operator_uids.iter().map(u32::to_string).collect();
            fields.push(("operator", format!("for uid {}", uids.join(", "))));
        }
        fields.push(("password", password.to_owned()));
        fields.extend(
            self.password_set
                .iter()
                .map(|time| ("password set", time.clone())),
        );
        fields.extend(
            self.code_until
                .iter()
                .map(|time| ("code until", time.clone())),
        );
        fields.push(("second factors", self.second_factors.to_string()));
        fields.push(("open sessions", self.sessions.to_string()));
        fields.push(("tokens", self.tokens.to_string()));
        fields.push(("last sign-in", or(&self.last_sign_in, "never")));
        fields.push(("created", self.created.clone()));
        fields.push(("changed", self.changed.clone()));
        fields.push(("expires", or(&self.expires, "never")));
        View::Record(
            fields
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }
}

impl Answered {
    /// `support (through helpdesk)`; a role that the account also holds by itself stands alone.
    fn roles_shown(&self) -> String {
        if self.roles.is_empty() {
            return "none".to_owned();
        }
        let shown = self.roles.iter().map(|role| {
            let groups = self.through.iter().filter(|through| through.role == *role);
            let groups: Vec<&str> = groups.map(|through| through.group.as_str()).collect();
            match groups.as_slice() {
                [] => role.clone(),
                _ => format!("{role} (through {})", groups.join(", ")),
            }
        });
        shown.collect::<Vec<_>>().join(", ")
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let shown = account::show(&core, &args.account)?;
    let id = shown.row.id.clone();
    let counts = (
        session::count_open(&core, &id)?,
        token::count_live(&core, &id)?,
    );
    let mut answered = Answered::of(shown, counts);
    let (held, operators) = core
        .store
        .read(|tx| Ok((tx.held_by(&id)?, tx.operators(Some(&id))?)))?;
    let by_itself = |role: &str| held.iter().any(|(held, by)| held == role && by.is_none());
    answered.through = held
        .iter()
        .filter(|(role, _)| !by_itself(role))
        .filter_map(|(role, group)| {
            let (role, group) = (role.clone(), group.clone()?);
            Some(Through { role, group })
        })
        .collect();
    answered.operator_uids = operators.iter().map(|row| row.uid).collect();
    ctx.answer(&answered)
}
