//! What a briefing may not hold is what the terminal is not to be shown in a fault either.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use attache::app::Effect;
use attache::base::{hazard, visible};
use attache::diagnostic::{Diagnostic, Location, Severity, one_line};
use attache::export::{Edition, Plain, print};
use attache::text::Glyphs;

use crate::common::{Desk, yaml};

#[test]
fn a_fault_shows_what_a_briefing_may_hold() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| !matches!(c, '\n' | '\t')).collect();
    // Many at once: a fault for each of a million would take a second. Apart, so that none is a mark on
    // another or shapes it.
    for some in all.chunks(64) {
        let words: String = some.iter().flat_map(|c| [*c, ' ']).collect();
        let shown = visible(&words).into_owned();
        let fault = Diagnostic {
            severity: Severity::Error,
            rule: "r",
            at: Location::whole("f"),
            message: words,
            help: None,
            also: Vec::new(),
            fix: None,
        };
        let first = u32::from(some[0]);
        assert_eq!(one_line(&fault), format!("f: error[r]: {shown}"), "from U+{first:04X} on");
        assert_eq!(shown.chars().count(), 2 * some.len(), "from U+{first:04X} on");
        for (&c, seen) in some.iter().zip(shown.chars().step_by(2)) {
            let is_shown = hazard(c).is_none() && !is_unseen(c);
            assert_eq!(seen == c, is_shown, "U+{:04X}", u32::from(c));
        }
    }
}

/// Whatever is drawn, copied and printed is the same, and a letter has a bound in all of it.
#[test]
fn what_is_not_seen_is_shown_everywhere_alike() {
    let check = |written: &str, shown: &str| {
        let file = format!(
            "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      - text: {written}\n"
        );
        let loaded = yaml::load_one(&file);
        let briefing = loaded.briefing.unwrap();
        let mut printed = Vec::new();
        let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
        print(&briefing, Edition::default(), plain, None, &mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert!(printed.contains(shown), "{printed:?}");
        let mut desk = Desk::read(briefing, 80, 24);
        assert!(desk.screen().contains(shown), "{}", desk.screen());
        desk.press("Y");
        assert!(
            matches!(desk.effects.last(), Some(Effect::Copy(words)) if words == shown),
            "{:?}",
            desk.effects
        );
    };
    check("A pass\u{200B}word *and\u{2060}* more", "A pass\u{FFFD}word and\u{FFFD} more");
    check("Tags\u{E0041}\u{E007F} hide", "Tags\u{FFFD}\u{FFFD} hide");
    let marks = |n: usize| "\u{301}".repeat(n);
    check(&format!("e{} *x*", marks(70_000)), &format!("e{} x", marks(31)));
    check(&format!("e{}**{}** x", marks(40), marks(40)), &format!("e{} x", marks(31)));
}

/// What Unicode calls ignorable by default, but for the soft hyphen.
fn is_unseen(c: char) -> bool {
    let shaping =
        matches!(c, '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}');
    let more =
        matches!(c, '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}');
    let wide = matches!(c, '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}');
    let rare = matches!(c, '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}');
    let tags = matches!(c, '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    shaping || more || wide || rare || tags
}
