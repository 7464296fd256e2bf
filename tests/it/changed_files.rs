//! Files that change while they are read, as the session is told: what stays, and what is said.

use std::fs;

use crate::slips::{MANIFEST, Walk, way};

/// The text with another first stage, and with a word that was not in it.
fn longer(word: &str) -> String {
    way().replace("body:\n", &format!("body:\n  - text: Stage 0, {word}.\n"))
}

#[test]
fn what_changed_is_shown_at_the_same_words() {
    let mut walk = Walk::new();
    walk.write("sections/way.yaml", longer("the door"));
    walk.changed();
    walk.shows("1 paragraph new or changed; > goes there");
    assert_eq!(walk.stage(), "Stage 7");
    walk.press("g");
    walk.shows("Stage 0, the door.");
}

#[test]
fn where_nothing_is_new_nothing_is_said() {
    let mut walk = Walk::new();
    let before = walk.screen();
    walk.write("sections/way.yaml", way());
    walk.changed();
    assert_eq!(walk.screen(), before);
    // A section that is not listed is a fault, and changes no word.
    walk.write("sections/odd.yaml", way());
    walk.changed();
    walk.shows("1 fault in the briefing's files; ! lists them");
    walk.press("Esc");
    walk.changed();
    assert!(!walk.screen().contains("fault in"), "{}", walk.screen());
    fs::remove_file(walk.path("sections/odd.yaml")).unwrap();
    walk.changed();
    walk.press("!");
    walk.shows("no faults");
}

#[test]
fn nothing_that_is_open_is_lost() {
    for keys in
        ["/ f l a", "a S e e n", "m", ": g o", "v l l", "[ ,", "o", "t", "? j j", "[ 2 Enter"]
    {
        let mut walk = Walk::new();
        let at_rest = walk.screen();
        walk.press(keys);
        // Above what is said of the files.
        let above = |walk: &Walk| walk.screen().lines().take(28).collect::<Vec<_>>().join("\n");
        let before = above(&walk);
        assert_ne!(walk.screen(), at_rest, "{keys}");
        for word in ["the door", "the gate"] {
            walk.write("sections/way.yaml", longer(word));
            walk.changed();
            assert_eq!(above(&walk), before, "{keys}");
        }
        walk.press("Esc Esc 1 ] ] g");
        walk.shows("Stage 0, the gate.");
    }
}

#[test]
fn a_note_that_was_begun_before_a_change_is_kept() {
    let mut walk = Walk::new();
    walk.press("a S e e n");
    walk.write("sections/way.yaml", longer("the door"));
    walk.changed();
    walk.press("Enter");
    walk.shows("Your note Seen");
    assert_eq!(walk.stage(), "Stage 7");
}

#[test]
fn what_is_changed_under_a_view_is_said_and_shown_after_it() {
    let mut walk = Walk::new();
    walk.press("o");
    walk.write("sections/way.yaml", longer("the door"));
    walk.changed();
    walk.shows("the files have changed: close this to see it");
    walk.press("Esc");
    walk.shows("1 paragraph new or changed; > goes there");
    assert_eq!(walk.stage(), "Stage 7");
}

#[test]
fn a_slip_is_told_and_all_is_as_it_was() {
    let mut walk = Walk::new();
    walk.write("sections/way.yaml", way() + "  slip: [\n");
    walk.changed();
    walk.shows("until it is mended, this part is as it was");
    assert_eq!(walk.stage(), "Stage 7");
    fs::rename(walk.path("sections"), walk.path("elsewhere")).unwrap();
    walk.changed();
    assert_eq!(walk.stage(), "Stage 7");
    fs::rename(walk.path("elsewhere"), walk.path("sections")).unwrap();
    walk.write("sections/way.yaml", longer("the door"));
    walk.changed();
    walk.shows("1 paragraph new or changed; > goes there");
    assert!(!walk.screen().contains("as it was"), "{}", walk.screen());
}

#[test]
fn the_list_of_faults_follows_the_files() {
    let mut walk = Walk::new();
    let two = "Stage 7 by [law](article:9) and [law](article:8) of";
    walk.write("sections/way.yaml", way().replace("Stage 7 of", two));
    walk.press("R ! }");
    walk.shows("there is no article `8`");
    walk.write("sections/way.yaml", way().replace("Stage 7 of", "Stage 7 by [law](article:8) of"));
    walk.changed();
    walk.shows("there is no article `8`");
    assert!(!walk.screen().contains("article `9`"), "{}", walk.screen());
    walk.write("sections/way.yaml", way());
    walk.write("briefing.yaml", MANIFEST);
    walk.changed();
    walk.shows("no faults");
}
