//! What is kept of a line, under which names, and how much of it.

use super::*;

#[test]
fn field_names_become_ours() {
    for (foreign, own) in [
        ("ip", "ip"),
        ("requestClientApplication", "request_client_application"),
        ("_HOSTNAME", "x__hostname"),
        ("actor_name", "x_actor_name"),
        ("reason", "x_reason"),
        ("Größe", "gr__e"),
        ("", "x_"),
    ] {
        assert_eq!(field_name(foreign), own, "{foreign}");
        assert!(is_word(&field_name(foreign)));
    }
}

#[test]
fn what_is_too_much_is_cut_or_gathered() {
    let mut draft = Draft::new("a.b").with("x", &"\u{1}".repeat(20_000));
    for n in 0..100 {
        draft.put(&format!("f{n}"), "v");
        draft.put_mapped(&format!("g{n}"), "v");
    }
    let foreign = draft.actor(&"ü".repeat(300)).foreign("s");
    assert_eq!(foreign.fields.len(), MOST_FIELDS + 1);
    assert_eq!(foreign.actor.as_ref().unwrap().len(), MOST_NAME);
    crate::domain::audit::record::check(&foreign).unwrap();
}

/// Names of fields cannot be erased: what a line chooses for one stays with the value. Nothing is lost by it.
#[test]
fn names_that_nobody_knows_stay_personal_and_whole() {
    let mut draft = Draft::new("a.b").with("ip", "192.0.2.1");
    draft.put("Mira@Firma.de", "1");
    draft.put("203.0.113.9", "5");
    for n in 0..60 {
        draft.put(&format!("f{n}"), &"v".repeat(600));
    }
    let foreign = draft.foreign("s");
    crate::domain::audit::record::check(&foreign).unwrap();
    let names: Vec<&str> = foreign
        .fields
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["ip", "more", "more_2", "more_3", "more_ip"]);
    let gathered = |key: &str| {
        foreign
            .fields
            .iter()
            .any(|(_, value)| value.get(key).is_some())
    };
    assert!(gathered("Mira@Firma.de") && gathered("203.0.113.9") && gathered("f59"));
}

#[test]
fn what_the_caller_says_goes_before_what_the_line_says() {
    let mut draft = Draft::new("a.b").with("origin", "web2");
    draft.put_first("origin", "web1");
    let fields: Map<String, Value> = draft.foreign("s").fields.into_iter().collect();
    assert_eq!(fields["origin"], "web1");
    assert_eq!(fields["more"]["origin"], "web2");
}

/// They expire as addresses, whatever the sender calls them; what comes twice under a name stays twice.
#[test]
fn addresses_under_any_name_are_kept_apart() {
    let mut draft = Draft::new("a.b").with("ip", "192.0.2.1");
    draft.put("remote_addr", "203.0.113.9");
    draft.put("x_forwarded_for", "2001:db8::7, 10.0.0.1");
    draft.put("sourceIPAddress", "203.0.113.8:4711");
    draft.put("shade", "red");
    draft.put("shade", "blue");
    let foreign = draft.foreign("s");
    crate::domain::audit::record::check(&foreign).unwrap();
    let fields: Map<String, Value> = foreign.fields.into_iter().collect();
    assert_eq!(fields["more_ip"].as_object().unwrap().len(), 3);
    assert_eq!(
        fields["more"],
        serde_json::json!({"shade": "red", "shade 2": "blue"})
    );
}

/// As many as a line can hold: what it costs grows with the line, not with its square.
#[test]
fn a_name_that_comes_thousands_of_times_keeps_every_value() {
    let mut draft = Draft::new("a.b").with("ip", "192.0.2.1");
    for n in 0..13_000 {
        draft.put("shade", &n.to_string());
    }
    assert_eq!((draft.more.len(), draft.again), (13_000, 13_000));
}
