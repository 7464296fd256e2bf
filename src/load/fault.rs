//! One thing that is wrong, before it has a place.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Location};

/// What is wrong, and what to do about it.
pub(super) struct Fault {
    rule: &'static Rule,
    message: String,
    help: String,
    also: Vec<(Location, String)>,
}

impl Fault {
    pub(super) fn new(
        rule: &'static Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { rule, message: message.into(), help: help.into(), also: Vec::new() }
    }

    pub(super) fn also(mut self, place: Location, label: &str) -> Self {
        self.also.push((place, label.to_owned()));
        self
    }

    pub(super) fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Whether this is what was found.
    pub(super) fn is(&self, found: &Diagnostic) -> bool {
        self.rule.name == found.rule && self.message == found.message
    }

    pub(super) fn at(self, at: Location) -> Diagnostic {
        let Self { rule, message, help, also } = self;
        Diagnostic { severity: rule.severity, rule: rule.name, at, message, help: Some(help), also }
    }
}
