//! What the source under discussion says of itself: a kind of evidence, whose confidence is that it was
//! said, not that it is so.

use super::{Desk, block, briefing, markdown, plain, screen};

const BODY: &str = "\
- text: The engineer says that the bridge holds.
  evidence: claim
  confidence: low
- text: It was built in 1907.
  evidence: reporting
  confidence: low";

#[test]
fn a_claim_is_told_by_its_own_sign_and_its_doubt_is_of_the_report() {
    let screen = screen(BODY, 60);
    assert!(screen.contains("□ claim · low confidence in the report"), "{screen}");
    assert!(screen.ends_with("● reporting · low confidence"), "{screen}");
    let plain = plain(BODY, 60);
    assert!(plain.contains("□ claim · low confidence in the report\n"), "{plain}");
    let markdown = markdown(BODY);
    assert!(markdown.contains("_□ claim · low confidence in the report_"), "{markdown}");
    assert_eq!(block(BODY)["evidence"], "claim");
}

/// A claim may be reported with certainty, and be wrong.
#[test]
fn claims_are_not_counted_among_what_is_sure() {
    let mut desk = Desk::read(briefing(BODY), 80, 40);
    let screen = desk.press("e").screen();
    let row = |words: &str| {
        screen
            .lines()
            .find(|row| row.contains(words))
            .unwrap_or_else(|| panic!("{words}\n{screen}"))
    };
    assert!(row("□ claim  ").trim_end_matches([' ', '│']).ends_with('1'), "{screen}");
    assert!(row("low confidence  ").trim_end_matches([' ', '│']).ends_with(" 1"), "{screen}");
}
