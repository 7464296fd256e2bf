//! One line a diagnostic, for editors and scripts.

use super::report::Diagnostic;
use crate::base::visible_line;

/// `file:line:col: severity[rule]: message`, without a line break; a fault of a whole file has
/// no line and column.
pub fn one_line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { severity, rule, at, message, .. } = diagnostic;
    format!("{}: {}[{rule}]: {}", at.words(), severity.words(), visible_line(message))
}
