//! The Common Event Format (CEF), version 0. Header and extension escape different characters; nothing but the
//! two line ends that the extension allows is written as an escape of the format.

use std::net::IpAddr;

use serde_json::{Map, Value};

use super::super::query::text_of;
use super::super::shown::Shown;
use super::ecs::severity;
use super::told::{Teller, VERSION, ip, millis, personal_text, sentence, visible};
use crate::base::error::Result;

pub(super) fn line(event: &Shown, teller: &Teller, out: &mut Vec<u8>) -> Result<()> {
    out.extend_from_slice(b"CEF:0");
    let severity = severity(&event.severity).to_string();
    let name = sentence(event);
    for field in [
        "optimactl",
        "optimactl",
        VERSION,
        &event.action,
        &name,
        &severity,
    ] {
        out.push(b'|');
        header(field, out);
    }
    out.push(b'|');
    let mut extension = Extension { out, first: true };
    extension.put("start", &millis(&event.ts)?.to_string());
    extension.put("rt", &millis(&event.rts)?.to_string());
    extension.put("externalId", &event.seq.to_string());
    extension.put("cat", event.action.split('.').next().unwrap_or_default());
    extension.put("outcome", &event.outcome);
    extension.people(event);
    extension.put("sourceServiceName", &event.source);
    extension.put("dvchost", &teller.host);
    extension.labeled("cs1", "log", &teller.origin);
    extension.labeled("cs2", "via", &event.via);
    extension.map("cs3", "data", &event.data);
    extension.map("cs4", "personal", &event.personal);
    extension.map("cs5", "digests", &event.digests);
    if let Some(request) = &event.request {
        extension.labeled("cs6", "request", request);
    }
    if let Some(ticket) = &event.ticket {
        extension.labeled("flexString1", "ticket", ticket);
    }
    if let Some(intent) = event.intent {
        extension.labeled("cn1", "intent", &intent.to_string());
    }
    out.push(b'\n');
    Ok(())
}

/// A header has no line ends: they show like every other control character.
fn header(text: &str, out: &mut Vec<u8>) {
    visible(text, out, |c, out| match c {
        '|' | '\\' => {
            out.push(b'\\');
            out.extend(u8::try_from(c));
            true
        }
        _ => false,
    });
}

struct Extension<'a> {
    out: &'a mut Vec<u8>,
    first: bool,
}

impl Extension<'_> {
    fn put(&mut self, key: &str, value: &str) {
        // A value that is empty would read as one with the next key in it.
        if value.is_empty() {
            return;
        }
        if !std::mem::replace(&mut self.first, false) {
            self.out.push(b' ');
        }
        self.out.extend_from_slice(key.as_bytes());
        self.out.push(b'=');
        visible(value, self.out, |c, out| {
            let escaped: &[u8] = match c {
                '\\' => b"\\\\",
                '=' => b"\\=",
                '\n' => b"\\n",
                '\r' => b"\\r",
                _ => return false,
            };
            out.extend_from_slice(escaped);
            true
        });
    }

    fn labeled(&mut self, key: &str, label: &str, value: &str) {
        if !value.is_empty() {
            self.put(&format!("{key}Label"), label);
            self.put(key, value);
        }
    }

    fn map(&mut self, key: &str, label: &str, map: &Map<String, Value>) {
        if !map.is_empty() {
            self.labeled(key, label, &Value::Object(map.clone()).to_string());
        }
    }

    fn people(&mut self, event: &Shown) {
        self.put("suid", &event.actor);
        self.put("suser", event.actor_name.as_deref().unwrap_or_default());
        self.put("duid", event.target.as_deref().unwrap_or_default());
        self.put("duser", event.target_name.as_deref().unwrap_or_default());
        match ip(event) {
            Some(IpAddr::V4(ip)) => self.put("src", &ip.to_string()),
            // The key for the source's address takes IPv4 only.
            Some(IpAddr::V6(ip)) => {
                self.labeled("c6a2", "Source IPv6 Address", &ip.to_string());
            }
            None => {}
        }
        if let Some(agent) = personal_text(event, "user_agent") {
            self.put("requestClientApplication", &agent);
        }
        if let Some(error) = event.data.get("error") {
            self.put("reason", &text_of(error));
        }
    }
}
