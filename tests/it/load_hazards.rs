//! What a briefing may not hold is what the terminal is not to be shown in a fault either.

use attache::base::{hazard, visible};
use attache::diagnostic::{Diagnostic, Location, Severity, one_line};

#[test]
fn a_fault_shows_what_a_briefing_may_hold() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| !matches!(c, '\n' | '\t')).collect();
    // Many at once: a fault for each of a million would take a second.
    for some in all.chunks(64) {
        let words: String = some.iter().collect();
        let shown = visible(&words).into_owned();
        let fault = Diagnostic {
            severity: Severity::Error,
            rule: "r",
            at: Location::whole("f"),
            message: words,
            help: None,
            also: Vec::new(),
        };
        let first = u32::from(some[0]);
        assert_eq!(one_line(&fault), format!("f: error[r]: {shown}"), "from U+{first:04X} on");
        assert_eq!(shown.chars().count(), some.len(), "from U+{first:04X} on");
        for (&c, seen) in some.iter().zip(shown.chars()) {
            assert_eq!(seen == c, hazard(c).is_none(), "U+{:04X}", u32::from(c));
        }
    }
}
