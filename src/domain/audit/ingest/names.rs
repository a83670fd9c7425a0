//! Which names of fields may stand in the clear: those of this list. Whatever else a line calls its values may be a
//! person or an address itself, and the names of fields cannot be erased: it stays with its value behind a digest.

/// Names that this program, known formats and common logs use; sorted.
#[rustfmt::skip]
const KNOWN: [&str; 266] = [
    "account", "account_id", "act", "address", "agent", "amount", "app", "application", "attempt", "attempts",
    "branch", "browser", "build", "bytes", "c6a2", "c6a3", "cat", "category", "category_outcome", "cfp1", "change",
    "changes", "channel", "city", "class", "client", "client_id", "client_ip", "cluster", "cn1", "cn1_label", "cn2",
    "cn2_label", "cn3", "cn3_label", "code", "command", "comment", "commit", "component", "container",
    "correlation_id", "count", "country", "cs1", "cs1_label", "cs2", "cs2_label", "cs3", "cs3_label", "cs4",
    "cs4_label", "cs5", "cs5_label", "cs6", "cs6_label", "currency", "database", "description",
    "destination_user_name", "device", "device_action", "device_address", "device_event_class_id",
    "device_external_id", "device_host_name", "device_id", "device_name", "device_product", "device_vendor",
    "device_version", "dhost", "dmac", "dntdom", "domain", "door", "doubtful", "dpid", "dpriv", "dproc", "dpt",
    "dst", "dst_ip", "duid", "duration", "duration_ms", "dvc", "dvchost", "elapsed", "email", "encoding", "end",
    "env", "environment", "error", "error_code", "event", "event_id", "event_type", "exe", "exit_code",
    "external_id", "facility", "factor", "file", "file_hash", "file_path", "filename", "flex_string1",
    "flex_string1_label", "flex_string2", "flex_string2_label", "fname", "folder", "from", "fsize", "function",
    "gate", "group", "groups", "host", "host_ip", "host_name", "hostname", "image", "in", "ip", "job", "job_id",
    "key", "kind", "latency", "level", "line", "location", "logger", "login", "mail", "message", "meta.language",
    "meta.sequence_id", "meta.sys_up_time", "method", "mfa", "module", "msg", "msgid", "name", "namespace", "new",
    "node", "note", "object", "object_id", "old", "operation", "order", "order_id", "organization",
    "organization_id", "origin", "origin.enterprise_id", "origin.ip", "origin.software", "origin.sw_version", "os",
    "out", "outcome", "pam", "path", "peer_ip", "permission", "phase", "phone", "pid", "pod", "policy", "port",
    "priority", "product", "product_version", "program", "project", "project_id", "proto", "protocol", "provider",
    "query", "queue", "realm", "record", "record_id", "referer", "region", "release", "remote_ip", "request",
    "request_client_application", "request_id", "request_method", "resource", "resource_id", "response", "result",
    "role", "roles", "rt", "rule", "scope", "scopes", "service", "session", "session_id", "shost", "signal", "size",
    "smac", "sntdom", "source_user_name", "span_id", "spid", "spriv", "sproc", "spt", "src", "src_ip", "start",
    "state", "status", "status_code", "step", "subject", "subject_id", "suid", "table", "tags", "task", "task_id",
    "tenant", "tenant_id", "text", "thread", "time_quality.is_synced", "time_quality.sync_accuracy",
    "time_quality.tz_known", "title", "to", "told_action", "told_source", "topic", "trace_id", "tty", "type", "uid",
    "unit", "uri", "url", "user", "user_agent", "user_id", "user_name", "username", "vendor", "version", "vhost",
    "why",
];

pub fn is_known(name: &str) -> bool {
    KNOWN.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::record::{RESERVED, is_word};

    #[test]
    fn the_list_is_sorted_and_of_words() {
        assert!(KNOWN.is_sorted());
        assert!(
            KNOWN
                .iter()
                .all(|name| is_word(name) && !RESERVED.contains(name))
        );
        assert!(is_known("ip") && !is_known("mira") && !is_known("192.0.2.1"));
    }
}
