//! Names for others in a bundle: staff by role, other people by number, the same within one bundle. Their ids
//! and names never enter it (GDPR Art. 15(4), C-579/21).

/// The parties of one bundle, in order of appearance.
#[derive(Debug)]
pub struct Labels<'a> {
    subject: Option<&'a str>,
    staff: Vec<String>,
    others: Vec<String>,
}

impl<'a> Labels<'a> {
    pub const fn new(subject: Option<&'a str>) -> Self {
        Self {
            subject,
            staff: vec![],
            others: vec![],
        }
    }

    /// Who acted.
    pub fn actor(&mut self, id: &str) -> String {
        if self.subject == Some(id) {
            return "you".to_owned();
        }
        if id.starts_with("acc_") {
            return numbered(&mut self.others, "other person", id);
        }
        // Pseudonyms stand for whoever runs the program on the machine.
        if id.starts_with("s_") {
            return numbered(&mut self.staff, "administrator", id);
        }
        "the program".to_owned()
    }

    /// What was acted on; empty for what is no person and not theirs.
    pub fn target(&mut self, id: &str) -> String {
        if self.subject == Some(id) {
            return "you".to_owned();
        }
        if id.starts_with("acc_") || id.starts_with("s_") {
            return numbered(&mut self.others, "other person", id);
        }
        if id.starts_with("req_") {
            return "a request".to_owned();
        }
        String::new()
    }
}

fn numbered(known: &mut Vec<String>, word: &str, id: &str) -> String {
    let at = known.iter().position(|other| other == id);
    let at = at.unwrap_or_else(|| {
        known.push(id.to_owned());
        known.len() - 1
    });
    format!("{word} {}", at + 1)
}
