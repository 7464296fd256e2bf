//! `attache print`, and `attache` where no terminal is.

use attache::text::columns;

use super::run::attache;
use super::{FAULTY, SMALL};

const TITLE: &str = "A small title\n\n";
const ONE: &str = "1 The first\n===========\n\n¶ 1  Hello there.\n\n";
const TWO: &str = "2 The second\n============\n\n¶ 1  Goodbye.\n\n";
const IN_FAULTY: &str = "attache: faulty: its files have faults, and some of it may be missing; \
                         attache check lists them\n";

#[test]
fn a_briefing_is_printed() {
    let all = format!("{TITLE}{ONE}{TWO}");
    attache("print small.yaml").file("small.yaml", SMALL).run().prints(&all);
    attache("small.yaml").file("small.yaml", SMALL).run().prints(&all);
}

#[test]
fn the_bundled_briefing_needs_no_folder_no_home_and_no_environment() {
    let done = attache("").run();
    let text = done.succeeds();
    assert!(text.contains("What South Korea needs after the Russia–North Korea treaty\n"));
    assert_eq!(attache("print").run().succeeds(), text);
    assert_eq!(attache("").env("HOME", "/nonexistent").run().succeeds(), text);
    let bare = attache("").bare().run();
    assert!(bare.succeeds().contains("\n1 What the treaty says\n======"), "{bare:?}");
}

#[test]
fn lines_are_as_wide_as_was_asked_for() {
    let widest = |args: &str| {
        let done = attache(args).run();
        // An address is never broken.
        let lines = done.succeeds().lines().filter(|line| !line.contains("://"));
        lines.map(columns).max().unwrap()
    };
    assert!((70..=76).contains(&widest("print")));
    let check = |args: &str, width: usize| {
        let found = widest(&format!("print --width {width} {args}"));
        assert!(found <= width, "a line of {found} columns, and {width} were asked for");
    };
    // All of it where a line breaks most often, a section elsewhere.
    check("", 20);
    for width in [33, 50, 100, 1000] {
        check("--section treaty-content", width);
    }
}

#[test]
fn one_section_can_be_printed() {
    let small = |args: &str| attache(args).file("small.yaml", SMALL).run();
    small("print small.yaml --section one").prints(ONE);
    small("print --section two small.yaml").prints(TWO);
    small("print --section 2 small.yaml").prints(TWO);
    small("print small.yaml --section 3")
        .fails("there is no section 3 in small; its sections are one, two");
    small("print small.yaml --section three")
        .fails("there is no section three in small; its sections are one, two");
}

#[test]
fn a_section_is_asked_of_a_briefing_without_any() {
    attache("print bare.yaml --section a")
        .file("bare.yaml", "format: 1\ntitle: T\nsections: []\n")
        .run()
        .fails("there is no section a in bare; it has none at all");
}

#[test]
fn a_briefing_with_faults_is_printed_as_far_as_it_can_be_read() {
    let out = format!("A title with a slip\n\n{ONE}");
    attache("print faulty.yaml").file("faulty.yaml", FAULTY).run().ends(1, &out, IN_FAULTY);
}

#[test]
fn every_briefing_of_a_shelf_is_printed() {
    let shelf = |args: &str| {
        let run = attache(args).file("shelf/a/briefing.yaml", SMALL);
        run.file("shelf/small.yaml", SMALL).run()
    };
    let all = format!("{TITLE}{ONE}{TWO}");
    shelf("print shelf").prints(&format!("{all}{all}"));
    shelf("shelf").prints(&format!("{all}{all}"));
}

#[test]
fn a_section_is_printed_of_each_that_has_it() {
    let shelf = |args: &str| {
        let run = attache(args).file("shelf/faulty.yaml", FAULTY);
        run.file("shelf/small.yaml", SMALL).run()
    };
    shelf("print shelf --section two").prints(TWO);
    shelf("print shelf --section one").ends(1, &format!("{ONE}{ONE}"), IN_FAULTY);
    let nowhere = "\
attache: there is no section x in faulty; its only section is one
attache: there is no section x in small; its sections are one, two
";
    shelf("print shelf --section x").ends(1, "", nowhere);
}

#[test]
fn one_that_cannot_be_read_does_not_hide_the_others() {
    let all = format!("{TITLE}{ONE}{TWO}");
    let err = "attache: shelf/a/briefing.yaml:1:8: this bracket is never closed\n";
    attache("print shelf")
        .file("shelf/a/briefing.yaml", "title: [")
        .file("shelf/small.yaml", SMALL)
        .run()
        .ends(1, &all, err);
}

#[test]
fn without_utf8_the_marks_are_ascii() {
    let marks = |lang: &str| {
        let done = attache("print --section treaty-content").env("LANG", lang).run();
        let count = |mark: &str| done.succeeds().matches(mark).count();
        (count(" ~ analysis") + count(" # treaty text"), count("◇") + count("◆"))
    };
    let (ascii, unicode) = marks("C");
    assert!(ascii > 0 && unicode == 0, "{ascii} ASCII marks and {unicode} others");
    let (ascii, unicode) = marks("en_US.UTF-8");
    assert!(ascii == 0 && unicode > 0, "{ascii} ASCII marks and {unicode} others");
}

#[test]
fn the_first_locale_variable_that_is_set_rules() {
    let unicode = |names: &[(&'static str, &str)]| {
        let run = attache("list small.yaml").file("small.yaml", SMALL).bare();
        let run = names.iter().fold(run, |run, (name, value)| run.env(name, value));
        run.run().succeeds().contains('·')
    };
    assert!(!unicode(&[]));
    assert!(unicode(&[("LC_CTYPE", "ko_KR.utf8"), ("LANG", "C")]));
    assert!(!unicode(&[("LC_ALL", "POSIX"), ("LANG", "C.UTF-8")]));
    assert!(unicode(&[("LC_ALL", ""), ("LANG", "C.UTF-8")]));
}

#[test]
fn law_in_the_briefings_words_is_told_from_its_wording() {
    let yaml = format!(
        "{SMALL}instruments:\n  - {{id: t, title: Treaty, summary: It divides., articles: \
         [{{number: 4, title: A, gist: It may close., text: Each town may close it.}}, \
         {{number: 5, title: B, gist: Dues are split.}}]}}\n"
    );
    let done = attache("print small.yaml").file("small.yaml", &yaml).run();
    let text = done.succeeds();
    for line in [
        "In short  It divides.",
        "In short  It may close.",
        "Wording\nEach town may close it.",
        "In short  Dues are split.",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line}\n{text}");
    }
}

#[test]
fn what_is_printed_can_be_searched() {
    let done = attache("print").run();
    let text = done.succeeds();
    assert!(text.contains("analysis · source [1]"), "{text}");
    assert!(!text.contains('\u{a0}'));
}
