//! `token show`: one token, without the token.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::token::{self, Shown};

const EXAMPLES: [Example; 1] = [Example {
    what: "See a token",
    line: "optimactl token show tok_bae6bxmv7tfa9wtw",
}];

/// Show one token
///
/// What it is for, when it ends and when it was used, to the day; `refused` is the last day on which it was
/// turned away: somebody still tries it. The token itself nobody can see again. The look is recorded in the
/// audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl token list", "optimactl token rotate"],
))]
pub(crate) struct Args {
    /// The token's id
    #[arg(value_name = "ID")]
    id: String,
}

#[derive(Serialize)]
struct Answered {
    id: String,
    account: String,
    account_id: String,
    kind: String,
    name: String,
    scopes: Vec<String>,
    state: &'static str,
    created: String,
    expires: Option<String>,
    last_used: Option<String>,
    refused: Option<String>,
    replaces: Option<String>,
    replaced_by: Option<String>,
    revoked: Option<String>,
    why: Option<String>,
}

impl From<Shown> for Answered {
    fn from(shown: Shown) -> Self {
        let row = shown.row;
        Self {
            id: row.id,
            account: row.account_name,
            account_id: row.account,
            kind: row.kind,
            name: row.name,
            scopes: row.scopes,
            state: shown.state.as_str(),
            created: seconds_text(row.created),
            expires: row.expires.map(seconds_text),
            last_used: row.last_used.map(|day| day.format("%Y-%m-%d").to_string()),
            refused: row.refused.map(|day| day.format("%Y-%m-%d").to_string()),
            replaces: shown.replaces,
            replaced_by: row.replaced_by,
            revoked: row.revoked.map(seconds_text),
            why: row.why,
        }
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "token-show"
    }

    fn view(&self) -> View {
        let or = |text: &Option<String>, otherwise: &str| {
            text.clone().unwrap_or_else(|| otherwise.to_owned())
        };
        let scopes = if self.scopes.is_empty() {
            "none".to_owned()
        } else {
            self.scopes.join(" ")
        };
        let mut fields = vec![
            ("name", self.name.clone()),
            ("id", self.id.clone()),
            ("account", self.account.clone()),
            ("kind", self.kind.clone()),
            ("scopes", scopes),
            ("state", self.state.to_owned()),
            ("created", self.created.clone()),
            ("expires", or(&self.expires, "never")),
            ("last used", or(&self.last_used, "never")),
        ];
        let some = [
            ("turned away", &self.refused),
            ("replaces", &self.replaces),
            ("replaced by", &self.replaced_by),
            ("revoked", &self.revoked),
            ("because", &self.why),
        ];
        for (key, value) in some {
            fields.extend(value.iter().map(|value| (key, value.clone())));
        }
        let pair = |(key, value): (&str, String)| (key.to_owned(), value);
        View::Record(fields.into_iter().map(pair).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let shown = token::show(&core, &args.id)?;
    ctx.answer(&Answered::from(shown))
}
