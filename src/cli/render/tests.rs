//! Every format of every view, and what foreign text may not do in them.

use super::*;

#[derive(Serialize)]
#[serde(transparent)]
struct Names(Vec<&'static str>);

impl Answer for Names {
    fn schema(&self) -> &'static str {
        "name-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["name", "since"]);
        for name in &self.0 {
            table.row([*name, "2026-11-22T13:05:01Z"]);
        }
        View::Table(table)
    }
}

fn shown(format: Format, sink: Sink, names: &[&'static str]) -> String {
    answer(&Names(names.to_vec()), &Ui::sample(format, sink)).unwrap()
}

#[test]
fn one_envelope_in_json_and_one_line_each_in_jsonl() {
    let names = ["mira", "zed"];
    assert_eq!(
        shown(Format::Json, Sink::Pipe, &names),
        "{\"schema\":\"optimactl/name-list/1\",\"data\":[\"mira\",\"zed\"]}\n"
    );
    assert_eq!(
        shown(Format::Jsonl, Sink::Pipe, &names),
        "\"mira\"\n\"zed\"\n"
    );
}

#[test]
fn piped_text_is_full_width_tabs_and_escaped() {
    assert_eq!(
        shown(Format::Text, Sink::Pipe, &["mi\tra\u{1b}[2J"]),
        "mi\\u{9}ra\\u{1b}[2J\t2026-11-22T13:05:01Z\n"
    );
}

#[test]
fn a_table_fits_the_terminal() {
    let wide: &'static str = "a name that is much longer than the terminal is wide, by far";
    let table = shown(Format::Text, Sink::Terminal { width: 40 }, &[wide]);
    assert!(
        table.lines().all(|line| line.chars().count() <= 40),
        "{table}"
    );
    assert!(table.starts_with(" name"), "{table}");
    assert_eq!(
        shown(Format::Text, Sink::Terminal { width: 40 }, &[]),
        "nothing to show\n"
    );
}

#[test]
fn a_table_without_room_becomes_blocks_and_breaks_no_word() {
    let id: &'static str = "bkp_y6qe4kwmva8q9rr1bkp_y6qe4kwmva8q9rr1";
    let mut ui = Ui::sample(Format::Text, Sink::Terminal { width: 40 });
    ui.show_utc();
    let blocks = answer(&Names(vec![id, "zed"]), &ui).unwrap();
    assert_eq!(
        blocks,
        format!(
            "name:  {id}\nsince: 2026-11-22 13:05:01\n\nname:  zed\n\
             since: 2026-11-22 13:05:01\n\nTimes are in UTC\n"
        )
    );
}

#[test]
fn a_table_uses_the_whole_width_and_no_more() {
    let fits: &'static str = "twelve chars";
    let ui = Ui::sample(Format::Text, Sink::Terminal { width: 34 });
    let table = answer(&Names(vec![fits]), &ui).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[2].starts_with(" twelve chars  20"), "{table}");
    assert!(lines[..3].iter().all(|line| line.chars().count() <= 34));
}

#[test]
fn sentences_in_csv_have_the_fields_of_their_data() {
    let change = Change::new("x", "did it").id("acc_1").event(4);
    let csv = answer(&change, &Ui::sample(Format::Csv, Sink::Pipe)).unwrap();
    assert_eq!(csv, "dry_run,event,id,what\r\nfalse,4,acc_1,did it\r\n");
}

#[test]
fn csv_quotes_and_defuses() {
    assert_eq!(
        csv_line(&["=1+1", "a,\"b\"", "-x", "\tx"]).unwrap(),
        "'=1+1,\"a,\"\"b\"\"\",'-x,'\\u{9}x\r\n"
    );
    assert_eq!(
        csv_line(&["a\u{1b}[2J", "\u{202e}b"]).unwrap(),
        "a\\u{1b}[2J,\\u{202e}b\r\n"
    );
    let csv = shown(Format::Csv, Sink::Pipe, &["@SUM(A1)"]);
    assert_eq!(csv, "name,since\r\n'@SUM(A1),2026-11-22T13:05:01Z\r\n");
}

#[test]
fn a_change_names_its_event() {
    let change = Change::new("account-create", "created `mira`")
        .id("acc_1")
        .event(123);
    let ui = Ui::sample(Format::Text, Sink::Pipe);
    assert_eq!(
        answer(&change, &ui).unwrap(),
        "created `mira` (event 123)\n"
    );
    let json = answer(
        &change.with("state", "active"),
        &Ui::sample(Format::Json, Sink::Pipe),
    )
    .unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["data"]["state"], "active");
    assert_eq!(json["data"]["event"], 123);
}

#[test]
fn errors_name_cause_and_hint() {
    let error = Error::failed("it\u{1b}broke")
        .because("disk")
        .hint("try `x`");
    assert_eq!(
        error_text(&error, "error"),
        "error: it\\u{1b}broke\n  cause: disk\n  hint: try `x`\n"
    );
    let json: Value = serde_json::from_str(&error_json(&error)).unwrap();
    assert_eq!(json["error"]["exit"], 1);
    assert_eq!(json["error"]["code"], "failed");
}
