//! A consent receipt in the shape of ISO/IEC TS 27560:2023: what the person can keep as proof of what was agreed to.

use serde_json::{Value, json};

use super::Shown;
use crate::base::clock::{Time, seconds_text};

/// Who answers for the processing, as configured.
#[derive(Clone, Debug, Default)]
pub struct Controller {
    pub name: Option<String>,
    pub contact: Option<String>,
}

/// The receipt. The person is named by the id that the controller knows it by; nothing else about it is in there.
pub fn receipt(shown: &Shown, controller: &Controller, issued: Time) -> Value {
    let row = &shown.row;
    let mut events = vec![json!({
        "event_time": seconds_text(row.given),
        "event_type": "explicit",
        "event_state": "consent given",
        "collection_method": row.source,
        "entity_id": row.account,
    })];
    if let Some(ended) = row.ended {
        let state = match row.why.as_deref() {
            Some("replaced") => "consent replaced",
            _ => "consent withdrawn",
        };
        events.push(json!({
            "event_time": seconds_text(ended),
            "event_type": "explicit",
            "event_state": state,
            "collection_method": row.through,
            "entity_id": row.account,
        }));
    }
    json!({
        "receipt_metadata": {
            "receipt_id": format!("{}.receipt", row.id),
            "schema_version": "ISO/IEC TS 27560:2023",
            "issued": seconds_text(issued),
        },
        "record_metadata": {
            "schema_version": "ISO/IEC TS 27560:2023",
            "record_id": row.id,
            "pii_principal_id": row.account,
        },
        "pii_processing": {
            "privacy_notice": {
                "version": row.version,
                "sha256": row.sha256,
                "text": shown.text.text,
            },
            "purposes": [{
                "purpose": row.purpose,
                "lawful_basis": "GDPR Art. 6(1)(a)",
                "withdrawal_method": "as it was given, at any time (GDPR Art. 7(3))",
            }],
            "pii_controllers": ["controller"],
        },
        "party_identification": [{
            "party_id": "controller",
            "party_role": "controller",
            "party_name": controller.name,
            "party_contact": controller.contact,
        }],
        "consent_events": events,
    })
}
