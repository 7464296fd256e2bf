//! What a briefing may not hold is what the terminal is not to be shown in a fault either.

use attache::base::{hazard, visible};
use attache::diagnostic::{Diagnostic, Location, Severity, one_line};

#[test]
fn both_tables_of_hazards_are_one() {
    for c in ('\0'..=char::MAX).filter(|c| !matches!(c, '\n' | '\t')) {
        let fault = Diagnostic {
            severity: Severity::Error,
            rule: "r",
            at: Location::whole("f"),
            message: c.to_string(),
            help: None,
            also: Vec::new(),
        };
        let shown = visible(&c.to_string()).into_owned();
        assert_eq!(one_line(&fault), format!("f: error[r]: {shown}"), "U+{:04X}", u32::from(c));
        assert_eq!(shown.starts_with(c), hazard(c).is_none(), "U+{:04X}", u32::from(c));
    }
}
