//! Where in a source: told wherever the source is.

use super::{Desk, block, briefing, markdown, plain};

const PLACES: &str = "\
- text: It holds.
  evidence: reporting
  sources: [{id: report, at: para 4}, letter, {id: report, at: para 9}]";

#[test]
fn the_list_of_sources_tells_the_place() {
    let mut desk = Desk::read(briefing(PLACES), 80, 30);
    let screen = desk.press("Right").screen();
    assert!(screen.replace('\u{a0}', " ").contains("● reporting · 2 sources"), "{screen}");
    let screen = desk.press("Enter").screen();
    for row in ["Report on the bridge, para 4", "A letter ", "Report on the bridge, para 9"] {
        assert!(screen.contains(row), "{row}\n{screen}");
    }
}

#[test]
fn paper_and_markdown_tell_it_behind_the_number() {
    let plain = plain(PLACES, 60);
    assert!(plain.contains("● reporting · sources [1] para 4, [2], [1] para 9\n"), "{plain}");
    let markdown = markdown(PLACES).replace('\u{a0}', " ");
    assert!(markdown.contains(") para 4, [2]("), "{markdown}");
}

#[test]
fn json_has_the_sources_and_the_places() {
    let block = block(PLACES);
    assert_eq!(block["sources"].to_string(), r#"["source:report","source:letter"]"#);
    assert_eq!(block["places"][1]["source"], "source:report");
    assert_eq!(block["places"][1]["at"], "para 9");
    assert_eq!(super::block("- {text: A, sources: [letter]}").get("places"), None);
}

#[test]
fn a_citation_tells_it() {
    let mut desk = Desk::read(briefing(PLACES), 80, 30);
    desk.press("y");
    let copied = format!("{:?}", desk.effects);
    assert!(copied.contains("Report on the bridge, para 4"), "{copied}");
}

#[test]
fn what_a_source_is_cited_at_stands_on_its_card_and_in_the_lists() {
    for (keys, expected) in [
        (": 1 Space r e p o r t Enter", "Cited at   para 4; para 9"),
        ("O", "used by 1 paragraph · at para 4; para 9"),
        ("e", "2 sources: Report on the bridge, para 4; A letter; Report on the"),
    ] {
        let mut desk = Desk::read(briefing(PLACES), 120, 30);
        let screen = desk.press(keys).screen().replace('\u{a0}', " ");
        assert!(screen.contains(expected), "{keys}\n{screen}");
    }
    let plain = plain(PLACES, 60);
    assert!(plain.contains("[1] Report on the bridge\n    at para 4; para 9\n"), "{plain}");
    let markdown = markdown(PLACES);
    assert!(markdown.contains("- **Cited at:** para 4; para 9\n"), "{markdown}");
}
