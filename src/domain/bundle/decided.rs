//! Tables of what was decided: consents, objections, a restriction, holds, data requests and their answers.

use super::response::{Asked, Response};
use super::sections::{Rows, Section, optional};
use super::{Profile, consent_file};
use crate::base::clock::seconds_text;

pub(super) fn sections(response: &Response) -> Vec<Section<'_>> {
    let mut sections = vec![consents(response), choices(response)];
    if response.profile == Profile::Access {
        sections.push(limits(response));
    }
    sections.push(requests(response));
    sections.push(steps(response));
    sections.push(bundles(response));
    sections
}

fn consents(response: &Response) -> Section<'_> {
    let rows = response.consents.iter().map(|agreed| {
        let row = &agreed.row;
        vec![
            row.purpose.clone(),
            row.version.clone(),
            seconds_text(row.given),
            row.source.clone(),
            row.ended.map(seconds_text).unwrap_or_default(),
            optional(row.why.as_ref()),
            optional(row.through.as_ref()),
            consent_file(&row.sha256),
            row.sha256.clone(),
        ]
    });
    Section {
        id: "consents",
        file: "consents.csv",
        title: "Consents",
        caption: "What you agreed to; the texts lie beside this page",
        header: vec![
            "Purpose",
            "Version",
            "Given (UTC)",
            "Where",
            "Ended",
            "Why",
            "Ended where",
            "Text",
            "SHA-256 of the text",
        ],
        rows: Rows::Few(rows.collect()),
    }
}

fn choices(response: &Response) -> Section<'_> {
    let rows = response.choices.iter().map(|choice| {
        vec![
            choice.what.replace('-', " "),
            choice.source.clone(),
            choice.channel.clone(),
            choice.received.clone(),
            choice.honored.clone(),
            optional(choice.cleared.as_ref()),
        ]
    });
    Section {
        id: "choices",
        file: "choices.csv",
        title: "Objections and opt-outs",
        caption: "What you objected to or opted out of",
        header: vec![
            "What",
            "Told by",
            "Channel",
            "Received (UTC)",
            "In force since",
            "Taken back",
        ],
        rows: Rows::Few(rows.collect()),
    }
}

/// What must not be done with the data: use them, or delete them.
fn limits(response: &Response) -> Section<'_> {
    let restriction = response.restriction.iter().map(|restriction| {
        vec![
            "Only stored".to_owned(),
            format!("your data, on the ground: {}", restriction.ground),
            restriction.since.clone(),
            String::new(),
            String::new(),
        ]
    });
    let holds = response.holds.iter().map(|hold| {
        vec![
            match hold.on {
                "you" => "Not to be deleted".to_owned(),
                _ => "Not to be deleted, of everybody".to_owned(),
            },
            hold.classes.join(", "),
            hold.since.clone(),
            hold.review.clone(),
            optional(hold.released.as_ref()),
        ]
    });
    Section {
        id: "limits",
        file: "limits.csv",
        title: "Restrictions and holds",
        caption: "Data that are only stored, and data that must not be deleted for the time being",
        header: vec!["What", "Data", "Since (UTC)", "Looked at again by", "Ended"],
        rows: Rows::Few(restriction.chain(holds).collect()),
    }
}

fn requests(response: &Response) -> Section<'_> {
    Section {
        id: "requests",
        file: "requests.csv",
        title: "Data requests",
        caption: "Requests made about your data; a request that is not verified may not be yours",
        header: vec![
            "Reference",
            "Type",
            "Law",
            "State",
            "Channel",
            "Address given",
            "Received",
            "More time taken",
            "Answered",
            "Closed",
            "Fee",
            "Answer",
        ],
        rows: Rows::Few(response.requests.iter().map(request).collect()),
    }
}

fn request(asked: &Asked) -> Vec<String> {
    let answer = [&asked.outcome, &asked.code, &asked.text];
    let answer: Vec<&str> = answer.into_iter().flatten().map(String::as_str).collect();
    vec![
        asked.reference.clone(),
        asked.kind.clone(),
        asked.law.clone(),
        asked.state.clone(),
        asked.channel.clone(),
        optional(asked.email.as_ref()),
        asked.received.clone(),
        optional(asked.extended.as_ref()),
        optional(asked.answered.as_ref()),
        optional(asked.closed.as_ref()),
        optional(asked.fee.as_ref()),
        answer.join(": "),
    ]
}

/// What was done, and what was asked back meanwhile.
fn steps(response: &Response) -> Section<'_> {
    let mut rows = vec![];
    for asked in &response.requests {
        for step in &asked.steps {
            rows.push(vec![
                asked.reference.clone(),
                step.at.clone(),
                step.step.clone(),
                step.state.clone(),
                optional(step.note.as_ref()),
            ]);
        }
        for question in &asked.questions {
            let answered = match &question.answered {
                Some(day) => format!("answered on {day}"),
                None => "not answered yet".to_owned(),
            };
            rows.push(vec![
                asked.reference.clone(),
                question.asked.clone(),
                match question.about.as_str() {
                    "identity" => "asked who you are".to_owned(),
                    _ => "asked what is meant".to_owned(),
                },
                String::new(),
                answered,
            ]);
        }
    }
    Section {
        id: "request-steps",
        file: "request-steps.csv",
        title: "What was done about your requests",
        caption: "The steps of each request, and what was asked back",
        header: vec!["Request", "When", "Step", "State", "Note"],
        rows: Rows::Few(rows),
    }
}

fn bundles(response: &Response) -> Section<'_> {
    let mut rows = vec![];
    for asked in &response.requests {
        for sent in &asked.bundles {
            rows.push(vec![
                format!("{}-{}", asked.reference, sent.number),
                sent.built.clone(),
                optional(sent.delivered.as_ref()),
                optional(sent.channel.as_ref()),
            ]);
        }
    }
    Section {
        id: "bundles",
        file: "bundles.csv",
        title: "Earlier bundles",
        caption: "Bundles like this one that were made before",
        header: vec!["Bundle", "Made", "Delivered", "Channel"],
        rows: Rows::Few(rows),
    }
}
