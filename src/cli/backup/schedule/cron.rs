//! Lines for crontab(5): absolute paths, quoted for `sh`, with `%` escaped, which cron takes for a line break.

use std::path::Path;

use crate::base::error::{Error, Result};

use super::plan::{Key, Plan};
use super::systemd::shell;
use super::when::When;

/// Debian's cron cuts off what is longer.
const LONGEST: usize = 990;

/// The name of the file and its text.
pub(super) fn lines(plan: &Plan) -> Result<(String, String)> {
    let mut text = vec![
        "# Written by `optimactl backup schedule --cron`, for the crontab of the store's owner. A success writes".to_owned(),
        "# nothing; what fails is mailed to MAILTO (or the owner), which needs a mail server here: a hook or a".to_owned(),
        "# heartbeat in the configuration does not. cron runs nothing that was missed while the machine was off.".to_owned(),
        "#MAILTO=admin@example.org".to_owned(),
    ];
    text.push(line(plan, plan.when, &plan.create(), true)?);
    for (number, words) in (0_u32..).zip(plan.verify()) {
        let hour = 5 + number.min(18);
        text.push(line(plan, When::Weekly(hour, 41), &words, true)?);
    }
    text.push(line(plan, When::Hours(6), &plan.watch(), false)?);
    let name = format!("{}.cron", plan.name);
    Ok((name, text.join("\n") + "\n"))
}

fn line(plan: &Plan, when: When, words: &[String], opens: bool) -> Result<String> {
    let mut words = words.to_vec();
    let mut flags = vec!["-q".to_owned()];
    if let (Key::File(id, path), true, true) = (&plan.key, plan.key_is_named, opens) {
        let flag = if id.ends_with("identity") {
            "--identity"
        } else {
            "--passphrase-file"
        };
        flags.extend([flag.to_owned(), path.clone()]);
    }
    words.splice(1..1, flags);
    let words: Vec<String> = words.iter().map(|word| shell(word)).collect();
    let command = words.join(" ").replace('%', r"\%");
    let line = format!("{} {command}", when.crontab());
    if line.len() > LONGEST {
        return Err(Error::usage(format!(
            "the line is longer than the {LONGEST} bytes that cron reads"
        ))
        .hint("set `backup.to` and `audit.vkey` in the configuration, or use `--systemd`"));
    }
    Ok(line)
}

pub(super) fn next(plan: &Plan, file: Option<&Path>) -> Vec<String> {
    let user = shell(&plan.user);
    let show = format!("crontab -u {user} -l");
    let mut next = match file {
        None => vec![format!("add the lines with `crontab -u {user} -e`")],
        Some(file) => {
            let file = shell(&file.display().to_string());
            vec![
                format!("{{ {show}; cat {file}; }} | crontab -u {user} -"),
                show,
            ]
        }
    };
    let before = 1 + plan.verify().len();
    next.push(format!(
        "run the first {before} commands once, one after another: else the last, the watch, finds that nothing was \
         made and verified yet"
    ));
    next
}
