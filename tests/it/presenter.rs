//! One paragraph at a time, for a class: what it sees and what it does not, and how it is turned.

use attache::app::{Effect, Msg, View};
use attache::desk::Size;

use crate::common::Desk;

/// A reader at the first paragraph who left a note, a bookmark and a highlight there, each with a word
/// that nothing else has.
fn desk_with_own(width: u16, height: u16) -> Desk {
    let mut desk = Desk::new(width, height);
    desk.press("M a").write("ownnote").press("Enter m").write("ownmark").press("Enter");
    desk
}

fn shows(desk: &Desk, words: &str) -> bool {
    desk.screen().replace('\u{a0}', " ").contains(words)
}

#[track_caller]
fn assert_shows(desk: &Desk, words: &str) {
    assert!(shows(desk, words), "{words:?} is not on\n{}", desk.screen());
}

#[track_caller]
fn assert_hides(desk: &Desk, words: &str) {
    assert!(!shows(desk, words), "{words:?} is on\n{}", desk.screen());
}

#[test]
fn what_the_reader_left_is_not_shown_to_a_class() {
    for keys in [
        "",
        // Its own lists.
        "'",
        ": o w n",
        ": n o t e",
        "/ o w n n",
        "/ o w n n Tab",
        "/ o w n n Enter ;",
        "/ t h e Tab G",
        "/ t h e Enter ; G",
        // To write on it again.
        "a",
        "m",
        "J",
        "i",
        "o",
        "Q",
        "l K",
        "2 L 1",
        // It was asked for, and is no longer.
        "C C",
        "C z z z",
        "C ' C",
        "C / o w n n Tab C",
        "C / o w n n Enter ; C",
        "C / o w n n Enter C ;",
        "C ' Enter C Backspace",
        "C ' J C Enter",
        "C } ' Enter Backspace C",
    ] {
        let mut desk = desk_with_own(100, 40);
        assert_shows(&desk, "ownnote");
        assert_shows(&desk, "ownmark");
        desk.press("z z").press(keys);
        let screen = desk.screen();
        assert!(!screen.contains("ownnote") && !screen.contains("ownmark"), "{keys}\n{screen}");
        assert!(!screen.contains("of your notes"), "{keys}\n{screen}");
    }
}

#[test]
fn a_search_that_finds_nothing_for_a_class_is_over() {
    let check = |keys: &str, words: &str| {
        let mut desk = desk_with_own(100, 40);
        desk.press(keys);
        assert_hides(&desk, words);
        // Nor do the keys that go on with it tell its words.
        for key in ["n", "N", ";", "}", "Esc", "r"] {
            desk.press(key);
            assert_hides(&desk, words);
        }
    };
    for keys in [
        "F5",
        "z z",
        "z z C C",
        "n F5",
        "; F5",
        "; Enter F5",
        "; Esc F5",
        "Backspace F5",
        "F5 C F5 F5",
    ] {
        check(&format!("/ o w n n Enter {keys}"), "ownn");
    }
    check("F5 C / o w n n Enter C", "ownn");
    check("F5 C / o w n n Tab Enter C", "ownn");
    // A cue is not for the class either.
    check("C / t h e m Space r e a d Enter F5", "them read");
    check("F5 C / t h e m Space r e a d Enter C", "them read");
    // What the class sees is found as ever.
    let mut desk = desk_with_own(100, 40);
    desk.press("/ h a r b o u r Enter F5");
    assert_shows(&desk, "“harbour”");
}

#[test]
fn no_list_of_what_the_reader_left_comes_back_to_a_class() {
    let mut desk = desk_with_own(100, 40);
    desk.press("] ' Enter z z Backspace");
    assert_hides(&desk, "own");
    assert!(!desk.app.overlays().iter().any(|over| matches!(over.view, View::Marks(_))));
}

#[test]
fn a_clicker_begins_wherever_the_reader_is() {
    // On the title page too, which gives way.
    let mut desk = Desk::title_page(crate::common::sample(), 80, 24);
    desk.press("F5");
    assert_shows(&desk, "Ada Marsh and Ben Holt");
    assert_hides(&desk, "Articles");
    // Over a list of what the reader left it goes, over others it does not.
    let mut desk = desk_with_own(100, 40);
    desk.press("' F5");
    assert_hides(&desk, "own");
    desk.press("z Q F5");
    assert_shows(&desk, "Class: questions to talk about");
    // It begins at the paragraph in focus, whatever was looked at beside it.
    for keys in ["2", "3", "l K", "l Enter", "2 j Enter", "o", "?", "L"] {
        let mut desk = Desk::new(100, 40);
        desk.press("}").press(keys).press("F5");
        assert_eq!(desk.focus(), "text/p2", "{keys}");
        assert_shows(&desk, "A second paragraph follows.");
        assert!(desk.app.overlays().is_empty(), "{keys}\n{}", desk.screen());
    }
}

#[test]
fn the_way_out_is_the_way_in() {
    for (width, height) in [(150, 45), (80, 24), (60, 20)] {
        let mut desk = Desk::new(width, height);
        desk.press("}");
        let read = desk.focus();
        assert_shows(desk.press("F5"), "F5 panes");
        assert_shows(desk.press("Esc"), "z or F5 puts the panes back");
        assert_hides(desk.press("}"), "puts the panes back");
        for keys in ["{ F5", "F5 z"] {
            assert_shows(desk.press(keys), ") next");
            assert_eq!(desk.focus(), read, "{keys}");
        }
    }
    // A title page that was looked up gives way first.
    let mut desk = Desk::new(100, 40);
    desk.press("F5 i F5");
    assert_shows(&desk, "F5 panes");
    desk.press("F5");
    assert_hides(&desk, "F5 panes");
    desk.press("F5");
    // Over a view the panes are not seen yet.
    desk.press("Q F5");
    assert_shows(&desk, "the panes are back, once this view is closed");
}

#[test]
fn what_was_read_is_nothing_for_a_class() {
    let mut desk = Desk::new(120, 40);
    desk.wait(60);
    let shows_read = |desk: &Desk| {
        let screen = desk.screen();
        screen.contains('✓') || screen.contains("read")
    };
    for keys in ["", "o", "x", "x v"] {
        desk.press(keys);
        assert!(shows_read(&desk) || keys == "x v", "{keys}\n{}", desk.screen());
        desk.press("Esc Esc z z").press(keys);
        assert!(!shows_read(&desk), "{keys}\n{}", desk.screen());
        desk.press("Esc Esc z");
    }
    desk.press("z z o");
    assert!(!shows_read(&desk), "{}", desk.screen());
    desk.press("C");
    assert!(shows_read(&desk), "{}", desk.screen());
    desk.press("C");
    assert!(!shows_read(&desk), "{}", desk.screen());
}

#[test]
fn a_highlight_is_nothing_for_a_class() {
    let mut desk = Desk::new(100, 40);
    desk.press("z z");
    let plain = desk.painting();
    let mut desk = Desk::new(100, 40);
    desk.press("M z z x Esc");
    assert_eq!(desk.painting(), plain);
}

#[test]
fn what_is_copied_before_a_class_tells_no_highlight() {
    let copied = |keys: &str| {
        let mut desk = Desk::new(100, 40);
        desk.press("j j M g").press(keys).press("y");
        desk.effects.into_iter().find_map(|effect| match effect {
            Effect::Copy(words) => Some(words),
            _ => None,
        })
    };
    let begins = |keys: &str, words: &str| {
        let copied = copied(keys).unwrap();
        assert!(copied.starts_with(words), "{keys:?} {copied}");
    };
    begins("", "“Nobody had asked");
    begins("z z", "“Ada Marsh and Ben Holt signed");
    begins("z z C", "“Nobody had asked");
}

#[test]
fn cues_hints_and_notes_are_shown_when_they_are_asked_for() {
    let mut desk = desk_with_own(100, 40);
    desk.press("z z");
    assert_shows(&desk, "cues and your notes hidden");
    desk.press("C");
    assert_shows(&desk, "cues and notes shown");
    assert_shows(&desk, "ownnote");
    assert_shows(&desk, "ownmark");
    desk.press("'");
    assert_shows(&desk, "Marks: bookmarks, highlights and notes");
    desk.press("Esc Space Space Space Space Space");
    assert_shows(&desk, "Who gains from Article 4?");
    assert_shows(&desk, "Look at the dues.");
    assert_shows(&desk, "Let them read the article first.");
    desk.press("C");
    for words in ["cues and notes shown", "Look at the dues.", "Let them read", "Teacher"] {
        assert_hides(&desk, words);
    }
}

#[test]
fn the_header_says_that_cues_are_shown() {
    let check = |(width, height), keys, words| {
        let mut desk = Desk::new(width, height);
        desk.press(keys);
        let screen = desk.screen();
        let header = screen.lines().next().unwrap();
        assert!(header.contains(words), "{keys} {width}x{height}: {header}");
    };
    check((100, 30), "C", "cues shown");
    check((100, 30), "C Q", "cues shown");
    check((100, 30), "z z C", "cues and notes shown");
    check((100, 30), "z z C x", "cues and notes shown");
    check((60, 20), "z z C", "cues");
    check((20, 5), "z z C", "cues");
}

#[test]
fn a_class_begins_with_what_it_may_see() {
    // What was asked for at the desk was not asked for before the class.
    for keys in ["C z z", "z C z", "z z C z z z"] {
        let mut desk = Desk::new(100, 40);
        desk.press(keys).press("] [ G");
        assert_hides(&desk, "Teacher");
        assert_hides(&desk, "cues shown");
    }
    // A hint that was looked at is hidden again.
    let mut desk = Desk::new(100, 40);
    desk.press("Q A");
    assert_shows(&desk, "Ask both towns.");
    desk.press("Esc z z Q");
    assert_hides(&desk, "Ask both towns.");
    desk.press("A");
    assert_shows(&desk, "Ask both towns.");
}

/// The words that begin each slide of the first section, and the first of the next one.
fn slides(desk: &mut Desk) -> Vec<String> {
    let mut slides = Vec::new();
    while slides.last().is_none_or(|last| last != "quarrel/start") {
        slides.push(desk.focus());
        desk.press("PgDn");
    }
    slides
}

#[test]
fn a_cue_is_no_slide() {
    let mut desk = Desk::new(100, 40);
    desk.press("z z");
    let without = slides(&mut desk);
    assert_eq!(without.len(), 8, "{without:?}");
    let mut desk = Desk::new(100, 40);
    desk.press("z z C");
    assert_eq!(slides(&mut desk), without);
    // Who reads a cue comes to the slide that has it.
    let mut desk = Desk::new(100, 40);
    desk.press("C G {");
    assert_eq!(desk.focus(), "text/p7");
    desk.press("z z");
    assert_eq!(desk.focus(), "text/p6");
    desk.press("C /").write("them read").press("Enter");
    assert_eq!(desk.focus(), "text/p6");
    assert_shows(&desk, "Let them read the article first.");
}

#[test]
fn a_cue_stands_on_the_slide_under_its_heading() {
    let check = |body: &str, slide: &str| {
        let body: String = body.split_whitespace().fold(String::new(), |body, word| {
            let (kind, words) = word.split_once(':').unwrap();
            body + &format!("      - {kind}: {words}\n")
        });
        let yaml =
            format!("format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n{body}");
        let mut desk = Desk::open(&yaml, 80, 24);
        desk.press("z z C");
        let mut found = Vec::new();
        for _ in 0..4 {
            let screen = desk.screen();
            let focus = desk.focus();
            if screen.contains("CUE") && !found.contains(&focus) {
                found.push(focus);
            }
            desk.press("PgDn");
        }
        assert_eq!(found, [slide], "{body}");
    };
    check("text:one cue:CUE text:two", "s/p1");
    check("cue:CUE text:one text:two", "s/p2");
    check("text:one heading:H cue:CUE text:two", "s/p3");
    check("text:one heading:H cue:CUE", "s/p1");
    check("heading:H cue:CUE heading:I text:two", "s/p2");
}

#[test]
fn a_screen_for_a_class_can_be_blanked() {
    let blank = |desk: &Desk| desk.screen().trim().is_empty();
    let mut desk = Desk::new(80, 24);
    desk.press(".");
    assert_shows(&desk, "blanks what a class is shown");
    desk.press("z z .");
    assert!(blank(&desk), "{}", desk.screen());
    assert_eq!(desk.cursor(), None);
    // The first key shows again what was shown, and the next goes on.
    let focus = desk.focus();
    for key in [".", "PgDn", "PgUp", "Space", "Esc", "b", "/", "C", "F5", "F12", "x", "p"] {
        desk.press(key);
        assert!(!blank(&desk), "{key}");
        assert_eq!(desk.focus(), focus, "{key}");
        assert_eq!(desk.app.overlays().len(), 0, "{key}");
        assert!(desk.app.prompt().is_none(), "{key}");
        desk.press(".");
        assert!(blank(&desk), "{key}");
    }
    // It stays so on another screen, and over whatever lies there.
    desk.app.update(Msg::Resize(Size { width: 60, height: 20 }));
    assert!(blank(&desk));
    desk.press(". Q .");
    assert!(blank(&desk));
    desk.press(".");
    assert_shows(&desk, "Class: questions to talk about");
    desk.press("Esc . Ctrl-l");
    assert!(blank(&desk));
    // What closes what lies on top shows it again; what leaves from anywhere leaves.
    desk.press("q");
    assert!(!blank(&desk));
    assert_eq!(desk.asked().last(), Some(&&Effect::Redraw));
    desk.press(". Ctrl-c");
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));
}

#[test]
fn what_is_blank_is_not_read() {
    let mut desk = Desk::new(100, 30);
    desk.press("z z").wait(0);
    desk.press(".").wait(60);
    assert!(desk.app.kept().read.is_empty(), "{:?}", desk.app.kept().read);
    desk.press(".").wait(60);
    assert!(desk.app.kept().read.contains("text/signing"));
}

/// A section with a heading, a paragraph of so many words, and another.
fn long(words: usize) -> String {
    let long = (0..words).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ");
    format!(
        "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      - text: first\n      \
         - heading: The heading of it\n      - text: {long}\n      - text: last\n"
    )
}

#[test]
fn a_heading_stays_on_its_slide() {
    for (width, height) in [(150, 45), (100, 30), (80, 24), (60, 20), (40, 12), (20, 6)] {
        for words in [1, 20, 40, 60, 80, 100, 120, 150, 200, 300, 500] {
            let mut desk = Desk::open(&long(words), width, height);
            desk.press("z z PgDn");
            assert_eq!(desk.focus(), "s/p2");
            let said = format!("{words} words on {width}x{height}\n{}", desk.screen());
            assert!(desk.screen().contains("The heading"), "{said}");
            assert!(desk.screen().contains("word0"), "{said}");
        }
    }
    // Between its lines there is room as long as it is not needed for the heading.
    let rows = |words| {
        let mut desk = Desk::open(&long(words), 80, 24);
        desk.press("z z PgDn");
        let screen = desk.screen();
        let rows = screen.lines().map(|row| row.contains("word"));
        let rows: Vec<bool> = rows.skip_while(|word| !word).collect();
        rows[1]
    };
    assert!(!rows(60), "double spacing");
    assert!(rows(110), "single spacing");
}

#[test]
fn a_long_paragraph_is_turned_page_by_page() {
    for (width, height) in [(80, 24), (60, 20), (20, 6)] {
        let mut desk = Desk::open(&long(400), width, height);
        desk.press("z z PgDn");
        let mut seen = Vec::new();
        while desk.focus() == "s/p2" {
            seen.push(desk.screen());
            desk.press("PgDn");
        }
        assert!(seen.len() > 1 && seen.iter().all(|page| page.contains("The heading")));
        let all = seen.concat();
        for n in 0..400 {
            assert!(all.contains(&format!("word{n}")), "word{n} at {width}x{height}");
        }
        // And back: its last page comes first.
        assert_eq!(desk.focus(), "s/p3");
        desk.press("PgUp");
        assert_eq!(desk.focus(), "s/p2");
        assert!(desk.screen().contains("word399"), "{}", desk.screen());
        let mut pages = 1;
        while desk.press("PgUp").focus() == "s/p2" {
            pages += 1;
        }
        assert_eq!(pages, seen.len(), "{width}x{height}");
        assert_eq!(desk.focus(), "s/p1");
        // At the first slide there is none before.
        desk.press("PgUp");
        assert_eq!(
            (desk.focus().as_str(), desk.app.said()),
            ("s/p1", Some("this is the beginning"))
        );
    }
}

#[test]
fn slides_turn_over_sections_and_back() {
    let mut desk = Desk::new(80, 24);
    desk.press("z z");
    // Below the header, for which line of a slide the cursor is on depends on where it came from; and
    // above what is said of the end.
    let slide = |desk: &Desk| {
        let screen = desk.screen();
        let rows: Vec<&str> = screen.lines().skip(1).take(22).collect();
        rows.join("\n")
    };
    let mut there = Vec::new();
    for _ in 0..10 {
        there.push((desk.focus(), slide(&desk)));
        desk.press("PgDn");
    }
    for (focus, screen) in there.iter().rev() {
        if *focus != desk.focus() {
            desk.press("PgUp");
        }
        assert_eq!((&desk.focus(), &slide(&desk)), (focus, screen));
    }
}

#[test]
fn what_was_opened_at_the_desk_is_not_shown_to_a_class() {
    let check = |keys: &str, private: &str| {
        let mut desk = desk_with_own(100, 40);
        desk.press(keys);
        let screen = desk.screen().replace("cues and your notes hidden", "");
        assert!(!screen.contains(private), "{keys}: {private:?} is on\n{screen}");
    };
    // The places on the trail, with what lay over them and how they begin.
    check("/ o w n n Tab : 4 Enter F5 J", "of your notes");
    check("/ o w n n Tab : 4 Enter J F5", "of your notes");
    check("C G { J F5", "Let them read");
    check("C G { J : 4 Enter F5 Backspace", "Let them read");
    check("' : 4 Enter F5 J", "Bookmarks");
    // Words that were copied.
    for keys in ["y", "Y", "v $ Y"] {
        check(&format!("C G {{ {keys} F5"), "Let them read");
        check(&format!("C G {{ {keys} : 4 Enter F5 Backspace"), "Let them read");
    }
    check("C F5 C G { y C", "Let them read");
}

#[test]
fn a_cue_that_is_hidden_is_neither_named_nor_copied() {
    let yaml = "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      \
         - text: See [this](section:s/said).\n      - {id: said, cue: CUE}\n      - text: last\n  \
         - {id: only, title: Only, body: [{id: alone, cue: CUE}]}\n";
    for keys in [": p 2", ": s / s a i d", ": 1 : p 2", ": a l o n e", "K", "l Enter", "l Enter J"]
    {
        let mut desk = Desk::open(yaml, 100, 30);
        desk.press("F5").press(keys);
        assert_hides(&desk, "cue");
        assert_hides(&desk, "CUE");
    }
    for keys in ["K y", "K Y", "K v Y", "l Enter y", "] y", "] Y", "] v Y", "v } Y", "V G Y"] {
        for before in ["", "F5"] {
            let mut desk = Desk::open(yaml, 100, 30);
            desk.press(before).press(keys);
            assert_hides(&desk, "CUE");
            let copies =
                |effect: &Effect| matches!(effect, Effect::Copy(words) if words.contains("CUE"));
            assert!(!desk.effects.iter().any(copies), "{before} {keys}");
        }
    }
}
