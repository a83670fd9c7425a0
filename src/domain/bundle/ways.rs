//! Tables of the person's ways in: groups, tokens, sessions, notices.

use super::response::{Response, Security, Standing};
use super::sections::{Rows, Section, optional};

pub(super) fn groups(standing: &Standing) -> Section<'_> {
    let rows = standing.groups.iter();
    let machine = standing.operator.iter().map(|operator| {
        vec![
            format!("user {} of the machine", operator.uid),
            operator.bound.clone(),
        ]
    });
    Section {
        id: "groups",
        file: "groups.csv",
        title: "Groups",
        caption: "Groups that you are in, and as whom you run the program",
        header: vec!["Group", "Since"],
        rows: Rows::Few(
            rows.map(|group| vec![group.group.clone(), group.added.clone()])
                .chain(machine)
                .collect(),
        ),
    }
}

pub(super) fn tokens(security: &Security) -> Section<'_> {
    let rows = security.tokens.iter().map(|token| {
        vec![
            token.name.clone(),
            token.scopes.clone(),
            token.made.clone(),
            optional(token.expires.as_ref()),
            optional(token.last_used.as_ref()),
            optional(token.revoked.as_ref()),
        ]
    });
    Section {
        id: "tokens",
        file: "tokens.csv",
        title: "Tokens",
        caption: "Keys given out for your programs; the keys themselves are not kept",
        header: vec!["Name", "For", "Made", "Expires", "Last used", "Revoked"],
        rows: Rows::Few(rows.collect()),
    }
}

pub(super) fn notices(security: &Security) -> Section<'_> {
    let rows = security.notices.iter().map(|notice| {
        vec![
            notice.queued.clone(),
            notice.kind.replace('-', " "),
            notice.state.clone(),
            optional(notice.settled.as_ref()),
        ]
    });
    Section {
        id: "notices",
        file: "notices.csv",
        title: "Notices",
        caption: "What you were told, or are to be told, about how you sign in",
        header: vec!["Time (UTC)", "About", "State", "Sent or dropped"],
        rows: Rows::Few(rows.collect()),
    }
}

pub(super) fn sessions(response: &Response) -> Section<'_> {
    let rows = response.sessions.iter().rev().map(|session| {
        vec![
            session.began.clone(),
            session.seen.clone(),
            session
                .ended
                .clone()
                .unwrap_or_else(|| session.expires.clone()),
            optional(session.ip.as_ref()),
            optional(session.user_agent.as_ref()),
        ]
    });
    Section {
        id: "sessions",
        file: "sessions.csv",
        title: "Sessions",
        caption: "Sign-ins that the platform kept open, newest first",
        header: vec![
            "Began (UTC)",
            "Last seen",
            "Ends or ended",
            "Address",
            "Program",
        ],
        rows: Rows::Few(rows.collect()),
    }
}
