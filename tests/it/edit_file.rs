//! Which line of which file is opened in an editor, by where the reader is.

use attache::runtime::Request;

use crate::slips::{Walk, way};

/// What of the files the key opens after these keys, by the path inside the briefing's folder.
#[track_caller]
fn opened(walk: &mut Walk, keys: &str) -> String {
    walk.press(keys);
    let request = walk.request("E");
    let Some(Request::EditFile(place)) = request else { panic!("{keys:?}: {request:?}") };
    let Ok(inner) = place.path.strip_prefix(walk.path("")) else { panic!("{keys:?}: {place:?}") };
    format!("{}:{}", inner.display(), place.line)
}

#[track_caller]
fn check(walk: &mut Walk, keys: &str, expected: &str) {
    assert_eq!(opened(walk, keys), expected, "{keys:?}");
}

#[test]
fn what_is_in_focus_is_opened_where_it_stands() {
    let expected = [
        ("", "sections/way.yaml:9"),
        ("}", "sections/way.yaml:10"),
        ("[", "sections/plain.yaml:3"),
        // What stands beside the text, lies over it or takes its place.
        ("[ 2", "instruments.yaml:5"),
        // Who cites it.
        ("[ 2 Enter", "sections/plain.yaml:3"),
        ("[ l K", "instruments.yaml:5"),
        ("I", "instruments.yaml:2"),
        ("I }", "instruments.yaml:5"),
        ("o", "sections/way.yaml:1"),
        ("o g", "sections/plain.yaml:1"),
        ("/ f l a t n e s s Enter", "instruments.yaml:5"),
        // Where nothing of the files is in focus.
        ("?", "sections/way.yaml:9"),
        ("3", "sections/way.yaml:9"),
    ];
    let found = expected.map(|(keys, _)| (keys, opened(&mut Walk::new(), keys)));
    assert_eq!(found, expected.map(|(keys, place)| (keys, place.to_owned())));
}

#[test]
fn what_is_not_shown_is_no_place() {
    let mut walk = Walk::new();
    walk.write(
        "sections/plain.yaml",
        "title: The plain\nbody:\n  - text: ''\n  - odd\n  - heading: Hills\n  - text: It is [A](actor:a) flat.\n",
    );
    walk.write(
        "timeline.yaml",
        "events:\n  - {id: x, date: odd, title: X}\n  - {id: y, date: 1907-03-02, title: Y}\n",
    );
    walk.write("actors.yaml", "actors:\n  - odd\n  - {id: a, name: A, role: Who}\n");
    walk.press("R");
    check(&mut walk, "[", "sections/plain.yaml:6");
    check(&mut walk, "t", "timeline.yaml:3");
    check(&mut walk, "Esc 3", "actors.yaml:3");
}

#[test]
fn a_fault_is_opened_at_its_line() {
    let mut walk = Walk::new();
    let faulty = way()
        .replace("Stage 3 of", "Stage 3 by [law](article:9) of")
        .replace("Stage 5 of", "Stage 5 by [law](article:8) of");
    walk.write("sections/way.yaml", &faulty);
    walk.press("R");
    check(&mut walk, "!", "sections/way.yaml:5");
    walk.shows("E edit");
    check(&mut walk, "}", "sections/way.yaml:7");
    // What cannot be read is opened where it cannot, and as it was where it is shown.
    walk.write("sections/way.yaml", way() + "  slip: [\n");
    walk.press("Esc R");
    check(&mut walk, "!", "sections/way.yaml:23");
    check(&mut walk, "Esc", "sections/way.yaml:9");
}

#[test]
fn a_file_that_is_gone_is_not_opened() {
    let mut walk = Walk::new();
    std::fs::remove_file(walk.path("sections/way.yaml")).unwrap();
    assert_eq!(walk.request("E"), None);
    walk.shows("there is no file of this to edit");
}
