//! Names for others in a bundle: staff by role, other people by number, the same within one bundle. Their ids
//! and names never enter it (GDPR Art. 15(4), C-579/21).

use std::collections::HashMap;

/// What was acted on, where it was a data request.
pub const REQUEST: &str = "a request";

/// The parties of one bundle, in order of appearance.
#[derive(Debug)]
pub struct Labels<'a> {
    /// Every id under which the log knows the person.
    subject: &'a [String],
    staff: HashMap<String, usize>,
    others: HashMap<String, usize>,
}

impl<'a> Labels<'a> {
    pub fn new(subject: &'a [String]) -> Self {
        Self {
            subject,
            staff: HashMap::new(),
            others: HashMap::new(),
        }
    }

    pub fn is_subject(&self, id: &str) -> bool {
        self.subject.iter().any(|own| own == id)
    }

    /// Who acted.
    pub fn actor(&mut self, id: &str) -> String {
        if self.is_subject(id) {
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
        if self.is_subject(id) {
            return "you".to_owned();
        }
        if id.starts_with("acc_") || id.starts_with("s_") {
            return numbered(&mut self.others, "other person", id);
        }
        if id.starts_with("req_") {
            return REQUEST.to_owned();
        }
        String::new()
    }
}

fn numbered(known: &mut HashMap<String, usize>, word: &str, id: &str) -> String {
    let next = known.len() + 1;
    let number = match known.get(id) {
        Some(number) => *number,
        None => *known.entry(id.to_owned()).or_insert(next),
    };
    format!("{word} {number}")
}
