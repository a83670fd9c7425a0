//! What lines look like that were not understood: words of a list stay, everything else goes, so that a shape can be
//! shown to anybody.

use std::collections::HashMap;

/// Different shapes that are told apart; others count as one.
const MOST: usize = 1_000;
const MOST_WORDS: usize = 12;
/// Words that say what happened and never to whom: only these are shown. Sorted.
#[rustfmt::skip]
const PLAIN: [&str; 349] = [
    "a", "about", "accept", "accepted", "access", "account", "action", "active", "add", "added", "address", "agent",
    "all", "allow", "allowed", "already", "an", "and", "any", "api", "app", "application", "are", "as", "at",
    "attempt", "attempts", "auth", "authenticated", "authentication", "authorization", "authorized", "bad", "be",
    "because", "been", "begin", "being", "between", "blocked", "body", "bound", "but", "by", "bytes", "cache",
    "call", "called", "can", "cannot", "certificate", "change", "changed", "check", "client", "close", "closed",
    "closing", "code", "command", "commit", "completed", "config", "configuration", "connect", "connected",
    "connecting", "connection", "content", "could", "count", "create", "created", "critical", "cron", "current",
    "daemon", "data", "database", "date", "debug", "delete", "deleted", "denied", "destroyed", "device", "did",
    "directory", "disabled", "disconnect", "disconnected", "disk", "dns", "does", "done", "down", "download",
    "dropped", "due", "duration", "email", "enabled", "end", "ended", "entry", "error", "errors", "event",
    "exceeded", "exception", "exist", "exists", "exit", "exited", "expired", "fail", "failed", "failing", "failure",
    "fatal", "file", "filter", "finished", "for", "forbidden", "found", "from", "get", "given", "granted", "group",
    "had", "handshake", "has", "have", "header", "here", "host", "http", "id", "ignored", "in", "info", "init",
    "input", "interface", "internal", "into", "invalid", "is", "it", "its", "job", "kernel", "key", "kill",
    "killed", "knows", "last", "length", "level", "limit", "line", "link", "listen", "listening", "loaded", "local",
    "lock", "locked", "log", "logged", "login", "logout", "lost", "mail", "max", "message", "method", "min",
    "missing", "mode", "module", "mount", "msg", "name", "network", "new", "no", "nobody", "not", "notice", "now",
    "null", "number", "object", "of", "off", "ok", "old", "on", "open", "opened", "opening", "operation", "or",
    "out", "output", "packet", "page", "parameter", "password", "path", "pending", "permission", "pid", "pool",
    "port", "process", "processing", "program", "protocol", "proxy", "query", "queue", "read", "reading", "ready",
    "reason", "received", "record", "refused", "rejected", "release", "reload", "remote", "removed", "renew",
    "request", "required", "reset", "response", "restart", "result", "retry", "return", "returned", "role", "rule",
    "run", "running", "save", "saved", "scheduled", "security", "send", "sending", "sent", "server", "service",
    "session", "set", "shell", "shutdown", "signal", "size", "slow", "some", "source", "ssl", "start", "started",
    "starting", "state", "status", "stop", "stopped", "stopping", "storage", "store", "success", "successful",
    "successfully", "sudo", "system", "target", "task", "that", "the", "their", "then", "there", "this", "thread",
    "time", "timed", "timeout", "times", "tls", "to", "token", "too", "trace", "transaction", "tried", "try",
    "type", "unable", "unauthorized", "unavailable", "unexpected", "unit", "unknown", "unlocked", "unreachable",
    "until", "up", "update", "updated", "upload", "url", "user", "username", "using", "valid", "value", "verified",
    "version", "via", "wait", "waiting", "warn", "warning", "was", "web", "were", "when", "while", "will", "with",
    "without", "worker", "write", "writing", "wrong", "wrote", "x", "yes", "zone",
];

/// The words of a line; what is not in the list, in quotes or behind `=` is `…`.
pub fn shape(line: &str) -> String {
    let mut words: Vec<String> = vec![];
    let mut quote = None;
    for word in line.split_whitespace() {
        if words.len() >= MOST_WORDS {
            break;
        }
        if let Some(open) = quote {
            if word.contains(open) {
                quote = None;
            }
            continue;
        }
        let opening = |text: &str| text.chars().next().filter(|c| "\"'`".contains(*c));
        let first = opening(word);
        let value = word.split_once('=').map_or(word, |(_, value)| value);
        if let Some(open) = first.or_else(|| opening(value))
            && value.matches(open).count() % 2 == 1
        {
            quote = Some(open);
        }
        let shown = match (first, word.split_once('=')) {
            (Some(_), _) => "…".to_owned(),
            (None, Some((key, _))) if is_plain(key) => format!("{key}=…"),
            _ if is_plain(word.trim_end_matches([':', ',', ';', '.'])) => word.to_owned(),
            _ => "…".to_owned(),
        };
        if shown != "…" || words.last().is_none_or(|last| last != "…") {
            words.push(shown);
        }
    }
    words.join(" ")
}

fn is_plain(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    PLAIN.binary_search(&word.as_str()).is_ok()
}

/// Counts shapes within a bounded room.
#[derive(Default)]
pub struct Shapes(HashMap<String, u64>);

impl Shapes {
    pub fn add(&mut self, shape: String) {
        let other = "(others)".to_owned();
        let known = self.0.len() < MOST || self.0.contains_key(&shape);
        *self.0.entry(if known { shape } else { other }).or_default() += 1;
    }

    /// The commonest, most frequent first.
    pub fn commonest(&self, most: usize) -> Vec<(String, u64)> {
        let mut all: Vec<(String, u64)> = self
            .0
            .iter()
            .map(|(shape, count)| (shape.clone(), *count))
            .collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(most);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_do_not_show() {
        assert!(PLAIN.is_sorted());
        for (line, expected) in [
            (
                "login of user mira from 192.0.2.1 failed",
                "login of user … from … failed",
            ),
            ("mira schmidt opened", "… opened"),
            ("sshd mira tried password hunter", "… tried password …"),
            ("mira=1 User=2", "… User=…"),
            (
                "time=\"2022\" level=error msg=\"Unsuccessful by 'bob x'\" path=/api",
                "time=… level=… msg=… path=…",
            ),
            ("a@b.example wrote 'some thing' here", "… wrote … here"),
            ("\u{1b}[31m", "…"),
        ] {
            assert_eq!(shape(line), expected);
        }
    }

    #[test]
    fn the_commonest_come_first() {
        let mut shapes = Shapes::default();
        for n in 0..3000_u32 {
            shapes.add(if n % 3 == 0 {
                "x".to_owned()
            } else {
                format!("s{n}")
            });
        }
        assert_eq!(shapes.commonest(2)[0].0, "(others)");
        assert_eq!(shapes.commonest(2)[1], ("x".to_owned(), 1000));
    }
}
