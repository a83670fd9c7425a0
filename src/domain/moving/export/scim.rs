//! A SCIM `ListResponse` of users (RFC 7644 §3.4.2). The number of them stands at the end: they are written as
//! they are read.

use serde_json::{Value, json};

use super::Leaving;
use crate::base::clock::seconds_text;

pub(super) const HEAD: &str = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"startIndex\":1,\"Resources\":[\n";

pub(super) fn resource(leaving: &Leaving, before: u64) -> String {
    let row = &leaving.row;
    let active = row.disabled.is_none();
    let mut user = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "id": row.id,
        "userName": row.name,
        "active": active,
        "meta": {
            "resourceType": "User",
            "created": seconds_text(row.created),
            "lastModified": seconds_text(row.changed),
        },
    });
    let mut put = |key: &str, value: Value| {
        if let Some(object) = user.as_object_mut() {
            object.insert(key.to_owned(), value);
        }
    };
    if let Some(name) = &row.display_name {
        put("displayName", json!(name));
    }
    if let Some(email) = &row.email {
        put("emails", json!([{ "value": email, "primary": true }]));
    }
    let list = |names: &[String]| -> Vec<Value> {
        names.iter().map(|name| json!({ "value": name })).collect()
    };
    if !row.roles.is_empty() {
        put("roles", json!(list(&row.roles)));
    }
    if !row.groups.is_empty() {
        put("groups", json!(list(&row.groups)));
    }
    let comma = if before > 0 { ",\n" } else { "" };
    format!("{comma}{user}")
}

pub(super) fn tail(accounts: u64) -> String {
    format!("\n],\"itemsPerPage\":{accounts},\"totalResults\":{accounts}}}\n")
}
