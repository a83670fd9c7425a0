//! The one way to list what accounts have: sessions, tokens.

use super::columns::{self, Columns};
use super::context::{Context, Exit};
use super::select::zone;
use crate::base::error::Result;
use crate::domain::belongings::{self, Belonging, Query};
use crate::domain::filter::{Field, Filter};

/// What every such list takes.
#[derive(clap::Args)]
pub(crate) struct ListArgs {
    /// Only of this account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// Only those that match; see optimactl-filter(7)
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Also those that expired or were revoked
    #[arg(long)]
    pub(crate) all: bool,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Begin behind the one with this id
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// Which fields, in this order
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    fields: Vec<String>,
}

/// The words of one list.
pub(crate) struct Words {
    pub(crate) schema: &'static str,
    /// What a terminal says in place of no rows.
    pub(crate) empty: &'static str,
    /// Which were looked at without `--all`: `open sessions`.
    pub(crate) live: &'static str,
}

impl ListArgs {
    /// Shows the list with the fields that were named, else the usual ones.
    pub(crate) fn show<R: Belonging>(
        &self,
        ctx: &mut Context,
        words: &Words,
        fields: (&'static [Field<R>], &[&str]),
    ) -> Result<Exit> {
        let columns = Columns::new(words.schema, fields, &self.fields, ctx.ui.format())?;
        let query = self.query(ctx, fields.0)?;
        let core = ctx.open()?;
        let mut last = None;
        let seen = columns::show(ctx, &columns, core.now(), words.empty, |see| {
            belongings::each(&core, &query, |row: &R| {
                last = Some(row.id().to_owned());
                see(row)
            })
        })?;
        if seen == 0 && !self.all {
            ctx.ui.note(&format!(
                "only {} were looked at; `--all` shows the others, too",
                words.live
            ));
        }
        if let Some(last) = last.filter(|_| Some(seen) == self.limit) {
            ctx.ui.hint(&format!("more may follow: `--after {last}`"));
        }
        Ok(Exit::OK)
    }

    fn query<R>(&self, ctx: &Context, fields: &[Field<R>]) -> Result<Query<R>> {
        let filter = self
            .filter
            .as_deref()
            .map(|typed| Filter::parse(typed, fields, ctx.clock.now(), &zone(ctx)?));
        Ok(Query {
            account: self.account.clone(),
            filter: filter.transpose()?,
            typed: self.filter.clone(),
            ended: self.all,
            after: self.after.clone(),
            limit: self.limit,
        })
    }
}
