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
        let screen = desk.press(keys).screen();
        assert!(!screen.contains("Let them argue"), "{keys}\n{screen}");
    }
}

/// They stand below the first question while cues are shown.
#[test]
fn they_stand_with_the_questions_while_cues_are_shown() {
    let mut desk = Desk::open(&lessons(), 80, 30);
    let screen = desk.press("Q").screen();
    assert!(!screen.contains("Let them argue"), "{screen}");
    let screen = desk.press("Esc C Q").screen();
    assert!(screen.contains("35 min  Let them argue"), "{screen}");
}
