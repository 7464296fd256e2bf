//! Plain text to sections.

use super::file_of;

/// The body of the section that a text comes to.
#[track_caller]
fn check(text: &str, body: &str) {
    let file = file_of("a.txt", &format!("On ponds\n\n{text}\n"), "sections/on-ponds.yaml");
    let (_, found) = file.split_once("body:\n").unwrap();
    assert_eq!(found, body, "{text}");
}

#[test]
fn lines_that_were_wrapped_by_hand_are_one() {
    let text =
        "This is a line that goes as far as any line of this text may go,\nand here it ends.";
    let one = "  - text: This is a line that goes as far as any line of this text may go, and here it ends.\n";
    check(text, one);
    check(
        "Roses are red.\nViolets are blue.",
        "  - text: |-\n      Roses are red.\\\n      Violets are blue.\n",
    );
}

#[test]
fn bullets_are_points() {
    check("- a\n- b", "  - list:\n      - a\n      - b\n");
    check("• a\n• b", "  - list:\n      - a\n      - b\n");
}

#[test]
fn capitals_numbers_and_lines_make_headings() {
    let check = |heading: &str, sections: &str| {
        let text = format!(
            "On ponds\n\n{}\n\nWords.\n\n{}\n\nWords.\n",
            heading.replace('#', "1"),
            heading.replace('#', "2")
        );
        let file = file_of("a.txt", &text, "briefing.yaml");
        let (_, found) = file.split_once("sections:\n").unwrap();
        assert_eq!(
            found.lines().collect::<Vec<_>>().join("").replace("  - ", " ").replace('"', "").trim(),
            sections,
            "{heading}"
        );
    };
    check("THE POND", "the-pond the-pond-2");
    check("#. The pond", "1-the-pond 2-the-pond");
    check("#. Ponds.", "1-ponds 2-ponds");
    check("                    The pond", "the-pond the-pond-2");
    check("The pond\n========", "the-pond the-pond-2");
    check("The pond\n--------", "the-pond the-pond-2");
}

#[test]
fn a_first_line_in_capitals_is_the_title() {
    let file = file_of("a.txt", "ON PONDS\n\nFIRST\n\nWet.\n\nTHEN\n\nDry.\n", "briefing.yaml");
    assert!(file.contains("\ntitle: ON PONDS\n"), "{file}");
}

#[test]
fn a_title_that_stands_there_twice_is_said_once() {
    check("ON PONDS\n\nWet.", "  - text: Wet.\n");
}
