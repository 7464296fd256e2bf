//! The files are read again while one reads: what stays, and what goes with what is gone.

use std::sync::Arc;

use attache::app::{Msg, Opened};
use attache::desk::PaneId;
use attache::model::kept::Kept;

use crate::common::{self, Desk};

/// A briefing of the sample's id, with less in it.
const LESS: &str = "format: 1\ntitle: Less\nsections:\n  - id: text\n    title: T\n    body:\n      - text: One.\n";

/// The files hold this by now, and are read again.
fn reread(desk: &mut Desk, yaml: &str) {
    let briefing = Arc::new(common::briefing(yaml));
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
}

#[test]
fn reading_the_files_again_keeps_the_place() {
    let check = |from: &str, to: &str, keys: &str, expected: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        let yaml = common::SAMPLE.replace(from, to);
        assert_ne!(yaml, common::SAMPLE, "nothing was changed");
        reread(&mut desk, &yaml);
        assert_eq!(desk.focus(), expected, "{keys:?}, {from:?}");
    };
    check("The council never met.", "It met once.", "] }", "quarrel/p2");
    check("      - text: The council never met.\n", "", "] }", "quarrel/start");
    check("quarrel", "fight", "] }", "fight/p2");
}

#[test]
fn a_reload_keeps_what_is_pinned() {
    let mut desk = Desk::new(120, 40);
    desk.press("} p ]");
    let before = desk.reader().pane(PaneId::Articles).items().to_vec();
    reread(&mut desk, common::SAMPLE);
    assert_eq!(desk.reader().pane(PaneId::Articles).items(), before);
    assert!(desk.screen().contains("pinned"));
    // An article that is gone from the files takes the pin with it.
    let yaml = common::SAMPLE.replace("article:5", "article:4").replace("number: 5", "number: 55");
    reread(&mut desk, &yaml.replace("see: [5]", "see: [55]"));
    assert!(!desk.screen().contains("pinned"), "{}", desk.screen());
}

#[test]
fn a_reload_closes_what_lies_open() {
    for keys in [
        "t", "t Enter", "t F", "t /", "o", "L", "x", "x Enter", "w", "w v", "c", "e", "Q p",
        "l l K", "2 Enter",
    ] {
        for (width, height) in [(150, 45), (60, 20), (20, 5)] {
            let mut desk = Desk::new(width, height);
            desk.press(keys);
            reread(&mut desk, LESS);
            assert!(desk.app.overlays().is_empty(), "{keys}");
            assert!(desk.app.prompt().is_none(), "{keys}");
            // Nothing that is left leads back into what is gone.
            desk.press("Backspace n }");
            assert_eq!(desk.focus(), "text/p1", "{keys}");
        }
    }
}
