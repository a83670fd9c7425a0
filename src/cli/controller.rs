//! What the configuration says about the controller and its processing.

use crate::domain::audit::expire;
use crate::domain::privacy::Class;
use crate::domain::records::Controller;

use super::context::Context;

pub(crate) fn controller(ctx: &Context) -> Controller {
    let text = |name: &str| ctx.settings.text(name).map(str::to_owned);
    let list = |name: &str| ctx.settings.list(name).to_vec();
    let log: Vec<String> = expire::Class::ALL
        .into_iter()
        .filter_map(|class| {
            let kept = text(&format!("audit.retention.{}", class.as_str()))?;
            Some(format!("{} for {kept}", class.as_str()))
        })
        .collect();
    let mut kept = std::collections::BTreeMap::new();
    if !log.is_empty() {
        kept.insert(Class::Activity, log.join(", "));
    }
    if let Some(sessions) = text("session.keep") {
        kept.insert(Class::Sessions, format!("ended ones for {sessions}"));
    }
    Controller {
        name: text("controller.name"),
        contact: text("controller.contact"),
        officer: text("controller.officer"),
        representative: text("controller.representative"),
        authority: text("controller.authority"),
        purposes: list("processing.purposes"),
        basis: text("processing.basis"),
        recipients: list("processing.recipients"),
        transfers: text("processing.transfers"),
        retention: text("processing.retention"),
        sources: list("processing.sources"),
        automated: text("processing.automated"),
        security: list("processing.security"),
        kept,
    }
}
