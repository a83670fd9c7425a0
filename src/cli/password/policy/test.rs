//! `password policy test`: how a list of passwords would fare under the rules. Shows counts, never a password.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use zeroize::Zeroizing;

use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::password_rules::policy;
use crate::cli::render::{Answer, Table, View};
use crate::domain::password::{Policy, SecondFactor, Subject, rules};

/// The longest list, in bytes.
const LIMIT: u64 = 64 * 1024 * 1024;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "How would these fare?",
        line: "printf 'Password1\\nseven geese walk to Utrecht\\n' | optimactl password policy test -",
    },
    Example {
        what: "The same beside a second factor, under another profile",
        line: "printf 'Password1\\ngoose lamp 41\\n' | optimactl password policy test - --with-factor --profile pci-dss-4",
    },
];

/// Count how many passwords of a list the rules would take
///
/// Reads one password a line and tells how many each rule refuses; a password can break several. No password is
/// shown or kept. A file that others can read is refused. Lists of leaked passwords are not looked at. Needs no
/// store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl password policy show", "optimactl password check"],
))]
pub(crate) struct Args {
    /// The file with one password a line, at most 64 MiB; `-` for standard input
    #[arg(value_name = "FILE")]
    from: String,
    /// They are used together with a second factor only
    #[arg(long)]
    with_factor: bool,
    /// Another profile than the configured one
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

#[derive(Serialize)]
struct Counted {
    profile: &'static str,
    passwords: u64,
    ok: u64,
    refused: BTreeMap<&'static str, u64>,
}

impl Answer for Counted {
    fn schema(&self) -> &'static str {
        "password-policy-test"
    }

    fn view(&self) -> View {
        let line = format!(
            "{} of {} meet the rules of {}",
            self.ok,
            count(self.passwords, "password"),
            self.profile
        );
        let mut table = Table::new(&["rule", "refused"]);
        for (rule, refused) in &self.refused {
            table.row([(*rule).to_owned(), refused.to_string()]);
        }
        View::Parts(vec![View::Lines(vec![line]), View::Table(table)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let configured = policy(ctx)?;
    let policy = match &args.profile {
        Some(name) if name != configured.profile.name => Policy::new(name, &configured.words)?,
        _ => configured,
    };
    let text = read(args, ctx)?;
    let subject = Subject {
        factor: SecondFactor::from(args.with_factor),
        ..Subject::ANYBODY
    };
    let mut counted = Counted {
        profile: policy.profile.name,
        passwords: 0,
        ok: 0,
        refused: BTreeMap::new(),
    };
    for line in text.lines().filter(|line| !line.is_empty()) {
        let found = rules::check(&policy, &subject, line);
        counted.passwords += 1;
        counted.ok += u64::from(found.is_empty());
        for finding in found {
            *counted.refused.entry(finding.rule).or_default() += 1;
        }
    }
    ctx.answer(&counted)
}

fn read(args: &Args, ctx: &mut Context) -> Result<Zeroizing<String>> {
    if args.from == "-" {
        let input = ctx.stdin.take("password policy test -")?;
        return file_guard::bounded(input, LIMIT, "standard input");
    }
    let path = Path::new(&args.from);
    file_guard::private(path)?;
    file_guard::read_text(path, LIMIT)
}
