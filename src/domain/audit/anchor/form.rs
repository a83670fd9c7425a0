//! The forms in which a checkpoint leaves: a file, a mail, a line of syslog, a request for a time-stamp.

use crate::base::clock::micros_text;
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::crypto::stamp::Imprint;
use crate::store::audit::CheckpointRow;

/// How a checkpoint leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    Mail,
    Syslog,
    Rfc3161,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::File, Self::Mail, Self::Syslog, Self::Rfc3161];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Mail => "mail",
            Self::Syslog => "syslog",
            Self::Rfc3161 => "rfc3161",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Between whom a mail goes.
#[derive(Clone, Copy, Debug)]
pub struct Mail<'a> {
    pub from: &'a str,
    pub to: &'a str,
}

pub(super) fn artifact(
    kind: Kind,
    row: &CheckpointRow,
    imprint: &Imprint,
    mail: Option<&Mail<'_>>,
) -> Result<Vec<u8>> {
    Ok(match kind {
        Kind::File => row.note.clone().into_bytes(),
        Kind::Mail => {
            let mail = mail.ok_or_else(|| Error::bug("a mail without sender and receiver"))?;
            mail_text(row, imprint, mail).into_bytes()
        }
        Kind::Syslog => syslog_line(row)?.into_bytes(),
        Kind::Rfc3161 => imprint.to_query(),
    })
}

/// A whole mail (RFC 5322), as `sendmail -t` takes it. The addresses were checked where they were typed.
fn mail_text(row: &CheckpointRow, imprint: &Imprint, mail: &Mail<'_>) -> String {
    let origin = row.note.lines().next().unwrap_or_default();
    let id = data_encoding::HEXLOWER.encode(&imprint.nonce);
    let host = mail.from.rsplit('@').next().unwrap_or("localhost");
    format!(
        "From: {}\nTo: {}\nDate: {}\nMessage-ID: <{id}.{}@{host}>\n\
         Subject: Audit log checkpoint: {}\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
         Content-Transfer-Encoding: 8bit\nAuto-Submitted: auto-generated\n\n\
         Please keep this mail: it shows what the audit log\n{origin}\nheld when it was sent. To use it, put the lines \
         between the marks into a file and run\n\n  \
         optimactl audit verify --trusted-checkpoint FILE\n\n\
         -----BEGIN CHECKPOINT-----\n{}-----END CHECKPOINT-----\n",
        mail.from,
        mail.to,
        row.made.to_rfc2822(),
        row.size,
        count(row.size, "event"),
        row.note
    )
}

/// One line (RFC 5424) of facility authpriv and severity notice; the note is a JSON string of ASCII, from which
/// any JSON reader gives the file back.
fn syslog_line(row: &CheckpointRow) -> Result<String> {
    let note = serde_json::to_string(&row.note)
        .map_err(|error| Error::bug("a text is no JSON").because(error))?;
    let ascii: String = note
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii() => letter.to_string(),
            // Only the dash of a signature line is none, and it lies within 16 bits.
            letter => format!("\\u{:04x}", u32::from(letter)),
        })
        .collect();
    Ok(format!(
        "<85>1 {} - optimactl - checkpoint - {ascii}\n",
        micros_text(row.made)
    ))
}

/// The checkpoint in what an anchor was kept as: a mailbox, lines of syslog, or the checkpoint itself. Where several
/// were kept in one file, the last came last.
pub fn note_in(kept: &str) -> String {
    let kept = kept.replace("\r\n", "\n");
    let marked = kept
        .rsplit_once("-----BEGIN CHECKPOINT-----\n")
        .and_then(|(_, rest)| rest.split_once("-----END CHECKPOINT-----"));
    if let Some((note, _)) = marked {
        return note.to_owned();
    }
    let told = kept.lines().rev().find_map(|line| {
        let (_, text) = line.split_once(" checkpoint - \"")?;
        serde_json::from_str(format!("\"{}", text.trim_end()).as_str()).ok()
    });
    told.unwrap_or(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_found_in_every_form() {
        let note = "optimactl/a/b\n7\ncm9vdA==\n\n\u{2014} optimactl/a/b c2ln\n";
        let row = CheckpointRow {
            epoch: "b".to_owned(),
            size: 7,
            note: note.to_owned(),
            made: crate::base::clock::parse("2026-11-23T12:00:00Z").unwrap(),
            reason: "asked".to_owned(),
        };
        let mail = Mail {
            from: "a@mail.example",
            to: "b@mail.example",
        };
        let imprint = Imprint::new([7; 32], [1; 8]);
        for kind in [Kind::File, Kind::Mail, Kind::Syslog] {
            let kept = artifact(kind, &row, &imprint, Some(&mail)).unwrap();
            let kept = String::from_utf8(kept).unwrap();
            assert_eq!(note_in(&kept), note);
            assert_eq!(note_in(&kept.replace('\n', "\r\n")), note);
            if kind == Kind::File {
                continue;
            }
            // A mailbox or a log, with an older one in front and something else behind.
            let older = kept.replace("7\n", "6\n").replace("7\\n", "6\\n");
            assert_ne!(note_in(&older), note);
            let many = format!("{older}{kept}<86>1 - host sshd - - - hello\n");
            assert_eq!(note_in(&many), note);
        }
    }
}
