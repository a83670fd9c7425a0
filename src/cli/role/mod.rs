//! `role`: what may be done, and by whom.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod grant;
pub(crate) mod list;
pub(crate) mod operator;
pub(crate) mod permit;
pub(crate) mod remove;
pub(crate) mod revoke;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::domain::role::Permission;

/// Say what may be done, and by whom
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Create(create::Args),
    List(list::Args),
    Show(show::Args),
    Remove(remove::Args),
    Grant(grant::Args),
    Revoke(revoke::Args),
    Permit(permit::Args),
    Check(check::Args),
    #[command(subcommand)]
    Operator(operator::Command),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Create(args) => create::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Grant(args) => grant::run(args, ctx),
            Self::Revoke(args) => revoke::run(args, ctx),
            Self::Permit(args) => permit::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
            Self::Operator(command) => command.run(ctx),
        }
    }
}

fn permissions(typed: &[String]) -> Result<Vec<Permission>> {
    typed.iter().map(|typed| Permission::new(typed)).collect()
}

/// For taking away: a role may hold what there is no command for any more.
fn formed(typed: &[String]) -> Result<Vec<Permission>> {
    typed
        .iter()
        .map(|typed| Permission::formed(typed))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::role::{NOUNS, Verbs};

    /// `verb`, or `noun.verb` below a second noun.
    fn verbs(command: &clap::Command, before: &str, found: &mut Vec<String>) {
        for child in command.get_subcommands() {
            let path = format!("{before}{}", child.get_name());
            if child.has_subcommands() {
                verbs(child, &format!("{path}."), found);
            } else {
                found.push(path);
            }
        }
    }

    #[test]
    fn permissions_are_what_the_command_line_has() {
        let tree = crate::cli::command();
        for noun in tree.get_subcommands().filter(|noun| noun.has_subcommands()) {
            let mut found = vec![];
            verbs(noun, "", &mut found);
            found.sort();
            let known = NOUNS.iter().find(|(known, _)| *known == noun.get_name());
            let known = known.map(|(_, verbs)| *verbs);
            let Some(Verbs::These(known)) = known else {
                panic!("`{}` lacks its verbs: {found:?}", noun.get_name());
            };
            assert_eq!(known, found, "{}", noun.get_name());
        }
    }
}
