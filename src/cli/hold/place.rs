//! `hold place`: data must not be deleted from now on.

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::hold::{self, NewHold};
use crate::domain::privacy::Class;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Keep everything of one account because of a dispute",
        line: "optimactl hold place tom --class all --basis 'GDPR Art. 17(3)(e)' --review 3mo",
    },
    Example {
        what: "Keep the sessions of everybody while a break-in is looked into",
        line: "optimactl hold place --everybody --class sessions --basis 'GDPR Art. 33(5)' --owner security",
    },
];

/// Keep data from being deleted
///
/// What is held stays, whatever would delete it: retention, the purge of removed accounts and sessions, an erasure,
/// the audit log's own deletions. Former names and addresses in the log are held with `identity` and `contact`. Of
/// `credentials`, what a sign-in or a change uses up goes all the same: codes, old passwords, unconfirmed factors. A hold is on a class of data and not on a person as a whole: a dispute about a
/// sign-in does not keep the address book. Classes are `identity`, `contact`, `credentials`, `access`, `sessions`,
/// `activity`, `notices`, `requests`, `consents` and `sources`; `all` is every one. Open requests to erase the account are marked
/// `held`; their clocks run on. Basis and owner stand in the rights journal, so that the hold survives the restore of an
/// older backup: name a law and an office there, no person; what else is to be said belongs into `--reason`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound]].concat(),
    &["optimactl hold list", "optimactl hold review", "optimactl hold release"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(
        value_name = "ACCOUNT",
        required_unless_present = "everybody",
        conflicts_with = "everybody"
    )]
    account: Option<String>,
    /// Hold the data of everybody
    #[arg(long)]
    everybody: bool,
    /// A class of data, or `all`; may repeat
    #[arg(
        long = "class",
        value_name = "CLASS",
        required = true,
        value_delimiter = ','
    )]
    classes: Vec<String>,
    /// The law and paragraph that it rests on
    #[arg(long, value_name = "TEXT")]
    basis: String,
    /// The office that answers for it; `operator` if not given. No person: it stays in the rights journal
    #[arg(long, value_name = "TEXT")]
    owner: Option<String>,
    /// When somebody must look again: a date, RFC 3339, or a period from now; at most `holds.review` ahead (6 months)
    #[arg(long, value_name = "TIME")]
    review: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let (review, ceiling) = super::next_review(ctx, args.review.as_deref())?;
    if args.account.is_none() && !args.everybody {
        return Err(Error::usage("it is not said whose data are held")
            .hint("name an account, or give `--everybody`"));
    }
    let new = NewHold {
        subject: args.account.clone(),
        classes: Class::parse_some(&args.classes)?,
        basis: args.basis.clone(),
        owner: args.owner.clone(),
        review,
        ceiling,
    };
    let core = ctx.open()?;
    let placed = hold::place(&core, &new)?;
    drop(core);
    let hold = &placed.value.hold;
    let whose = hold.name.as_deref().map_or_else(
        || "everybody".to_owned(),
        |name| format!("`{}`", safe(name)),
    );
    let verb = if ctx.flags.dry_run {
        "Would hold"
    } else {
        "Holds"
    };
    let mut sentence = format!(
        "{verb} {} of {whose}; review by {}",
        hold.classes.join(", "),
        seconds_text(hold.review)
    );
    if !placed.value.waiting.is_empty() {
        sentence.push_str("; waits for it: ");
        sentence.push_str(&placed.value.waiting.join(", "));
    }
    ctx.answer(
        &ctx.change("hold-place", sentence)
            .id(hold.id.as_str())
            .event(placed.event)
            .with("account", hold.subject.clone())
            .with("classes", hold.classes.clone())
            .with("review", seconds_text(hold.review))
            .with("waiting", placed.value.waiting.clone()),
    )
}
