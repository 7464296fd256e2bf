//! What is wrong with a briefing's files, as the reader shows it.

use crate::text::{Element, Face, Rich, Role, Sheet};

/// One fault, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultReport {
    /// `error`, `warning`.
    pub severity: String,
    /// `file:line:column`
    pub place: String,
    /// The file's path.
    pub file: String,
    /// The line, counted from 1; the first for a file as a whole.
    pub line: usize,
    /// The id of the rule.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl FaultReport {
    pub(super) fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        let mut head = Rich::new(&self.severity, Face { strong: true, ..Role::Warning.into() });
        head.push(&format!("  {}  {}", self.place, self.rule), Role::Faint);
        sheet.push(Element::new(head));
        sheet.push(Element::new(Rich::new(&self.message, Role::Body)).hung("  ", Role::Body));
        let help = self.help.as_deref().unwrap_or_default();
        sheet.push(Element::new(Rich::new(help, Role::Faint)).hung("  ", Role::Body));
        sheet
    }
}
