//! Plans of lessons: for the teacher, and for nobody else.

use attache::export::{Audience, Edition, Markdown, Plain, Portion, json, print};
use attache::text::Glyphs;

use super::{Desk, yaml};
use crate::common;

fn lessons() -> String {
    yaml("- {id: first, text: Words.}")
        + "
lessons:
  - title: The bridge in one lesson
    minutes: 45
    steps:
      - {minutes: 10, do: Read the *text* aloud, see: ['section:s/first']}
      - {minutes: 35, do: Let them argue}
discussion: [{question: Who mends it?}]
"
}

/// The same with a second lesson, whose steps are longer.
fn two_lessons() -> String {
    let second = "  - title: The bridge in two lessons
    steps:
      - {minutes: 40, do: Measure it}
      - {minutes: 50, do: Mend it}
discussion:";
    lessons()
        .replace("['section:s/first']", "['section:s/first', 'actor:ada']")
        .replace("discussion:", second)
}

fn edition(audience: Audience) -> Edition {
    Edition { audience, portion: Portion::Whole }
}

fn printed(audience: Audience) -> String {
    let (briefing, mut out) = (common::briefing(&lessons()), Vec::new());
    let plain = Plain { width: 60, glyphs: &Glyphs::UNICODE };
    print(&briefing, edition(audience), plain, None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn markdown(audience: Audience) -> String {
    let (briefing, mut out) = (common::briefing(&lessons()), Vec::new());
    Markdown::default().print(&briefing, edition(audience), None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn written(audience: Audience) -> serde_json::Value {
    let (briefing, mut out) = (common::briefing(&lessons()), Vec::new());
    json(&briefing, edition(audience), None, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn the_teacher_has_them_on_paper() {
    let expected = "
Lessons
=======

The bridge in one lesson · 45 min
10 min  Read the text aloud · 1 S, ¶ 1
35 min  Let them argue
";
    let printed = printed(Audience::Teacher);
    assert!(printed.contains(expected), "{printed}");
    let markdown = markdown(Audience::Teacher);
    assert!(
        markdown.contains("### The bridge in one lesson (45 min)\n\n- 10 min: Read"),
        "{markdown}"
    );
    let lesson = &written(Audience::Teacher)["lessons"][0];
    assert_eq!(lesson["minutes"], 45);
    assert_eq!(lesson["steps"][1]["do"]["plain"], "Let them argue");
    assert_eq!(lesson["steps"][0]["see"][0], "section:s/first");
}

#[test]
fn nobody_else_has_them() {
    for audience in [Audience::Reader, Audience::Class] {
        assert!(!printed(audience).contains("argue"));
        assert!(!markdown(audience).contains("argue"));
        assert_eq!(written(audience).get("lessons"), None);
    }
}

/// A search finds them for the teacher only, and leads to where they stand.
#[test]
fn a_search_finds_them_while_cues_are_shown() {
    let mut desk = Desk::open(&lessons(), 80, 30);
    let screen = desk.press("/ a r g u e Enter").screen();
    assert!(!screen.contains("Let them argue"), "{screen}");
    let screen = desk.press("Esc C / a r g u e Enter").screen();
    assert!(screen.contains("35 min  Let them argue"), "{screen}");
    let screen = desk.press(";").screen();
    assert!(screen.contains("Lessons  1"), "{screen}");
}

/// A briefing may have plans and ask the class nothing.
#[test]
fn they_stand_alone_where_nothing_is_asked() {
    let lessons = lessons();
    let (lessons, _) = lessons.split_once("discussion:").unwrap();
    let mut desk = Desk::open(lessons, 80, 30);
    assert!(!desk.press("i").screen().contains("Class: "), "{}", desk.screen());
    let screen = desk.press("Esc C i").screen();
    assert!(screen.contains("Class: "), "{screen}");
    let screen = desk.press("Esc Q").screen();
    assert!(screen.contains("35 min  Let them argue"), "{screen}");
    assert!(!screen.contains("no questions"), "{screen}");
}

/// Nothing of them is on a projector.
#[test]
fn a_class_does_not_see_them() {
    let mut desk = Desk::open(&lessons(), 80, 30);
    for keys in ["C F5", "Q", "Esc / a r g u e Enter"] {
        let screen = desk.press(keys).screen().replace('\u{a0}', " ");
        assert!(!screen.contains("Let them argue"), "{keys}\n{screen}");
    }
}

/// What is open begins with them while cues are shown, and turns to the questions.
#[test]
fn they_come_before_the_questions_while_cues_are_shown() {
    let check = |keys: &str, shown: &str, is_shown: bool| {
        let screen = Desk::open(&two_lessons(), 80, 30).press(keys).screen().replace('\u{a0}', " ");
        assert_eq!(screen.contains(shown), is_shown, "{shown:?} after {keys:?}\n{screen}");
    };
    check("Q", "Read the text aloud", false);
    check("C Q", "10 min  Read the text aloud", true);
    check("Q Esc C Q", "10 min  Read the text aloud", true);
    check("C Q", "v discussion", true);
    check("C Q v", "Who mends it?", true);
    check("C Q v v", "Class: quiz", true);
    check("C Q v v v", "10 min  Read the text aloud", true);
    check("C Q Space", "The bridge in two lessons · 90 min", true);
    check("C Q Space", "2 of 2", true);
    check("C Q Space Space", "no further lesson", true);
    check("C Q N", "no lesson before this", true);
    // They go when the cues go, and whoever turned away from them finds what was turned to.
    check("C Q C", "Who mends it?", true);
    check("C Q C", "Read the text", false);
    check("C Q Esc C Q", "Who mends it?", true);
    check("C Q v Esc Q", "Who mends it?", true);
}

/// Who goes to and fro finds the step again.
#[test]
fn they_are_opened_where_they_were_left() {
    let check = |keys: &str, focus: &str| {
        let screen = Desk::open(&two_lessons(), 80, 30).press(keys).screen().replace('\u{a0}', " ");
        let marked = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
        assert!(marked.contains(focus), "{focus:?} after {keys:?}\n{screen}");
    };
    check("C Q", "10 min  Read");
    check("C Q j j j Esc Q", "35 min  Let them argue");
    check("C Q } Q Q", "35 min  Let them argue");
    check("C Q } v v v", "35 min  Let them argue");
    check("C Q Space } Esc Q", "50 min  Mend it");
    check("C Q Enter Backspace", "10 min  Read");
    check("C Q } Esc o Enter Q", "35 min  Let them argue");
}

/// A step leads to what it names, its first with Enter alone.
#[test]
fn a_step_leads_to_what_it_names() {
    let check = |keys: &str, shown: &str| {
        let screen = Desk::open(&two_lessons(), 80, 30).press(keys).screen().replace('\u{a0}', " ");
        assert!(screen.contains(shown), "{shown:?} after {keys:?}\n{screen}");
    };
    check("C Q", "   See  1 S, ¶ 1 · Words.");
    check("C Q Enter", "▌ Words.");
    check("C Q Right Right Enter", "Ada Marsh");
    check("C Q } Enter", "nothing to follow here");
}

/// The countdown of a step is as long as the step.
#[test]
fn a_step_has_its_own_countdown() {
    let check = |keys: &str, header: &str| {
        let screen = Desk::open(&two_lessons(), 80, 30).press(keys).screen().replace('\u{a0}', " ");
        let first = screen.lines().next().unwrap_or_default();
        assert!(first.contains(header), "{header:?} after {keys:?}\n{screen}");
    };
    check("C Q p", "10:00");
    check("C Q } p", "35:00");
    check("C Q m 7 Enter", "7:00");
    check("C Q m Enter", "10:00");
}

/// The title page and the contents name them for the teacher, and the go-to leads to each.
#[test]
fn the_teacher_is_told_of_them() {
    let check = |keys: &str, shown: &str, is_shown: bool| {
        let screen = Desk::open(&two_lessons(), 80, 30).press(keys).screen().replace('\u{a0}', " ");
        assert_eq!(screen.contains(shown), is_shown, "{shown:?} after {keys:?}\n{screen}");
    };
    for (place, named) in [
        ("i", "Lessons  45 min · 90 min"),
        ("o", "The bridge in one lesson · 45 min"),
        ("o", "The bridge in two lessons · 90 min"),
    ] {
        check(place, "Lessons", false);
        check(&format!("C {place}"), named, true);
        check(&format!("{place} C"), named, true);
        check(&format!("C {place} C"), named, false);
        check(&format!("C {place} C"), "Lessons", false);
    }
    check("C o G", "⏎ follow", true);
    check("C o G Enter", "50 min  Mend it", true);
    check("C o G k Enter", "10 min  Read the text aloud", true);
    check("C o G Enter Esc", "Contents", false);
    check(": l e s s o n", "The bridge", false);
    check("C : l e s s o n", "Lesson of 45 min: The bridge in one lesson", true);
    check("C : l e s s o n Enter", "10 min  Read the text aloud", true);
    check("C : t w o Space l e s s o n s Enter", "50 min  Mend it", true);
    check("C F5 i", "Lessons", false);
    // Not either where one comes back to what was open while cues were shown.
    check("C o Enter C Backspace", "Contents", true);
    check("C o Enter C Backspace", "Lessons", false);
    check("C Q Enter C Backspace", "Who mends it?", true);
}
