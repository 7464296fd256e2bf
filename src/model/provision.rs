//! What an article is made of, and the steps that lead to its parts.

use std::ops::Range;

use crate::base::{chinese, circled, digit};

/// A paragraph of a law, or what stands below one: what has a mark such as `(a)`, or is a paragraph of its
/// own without one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provision {
    /// What it is counted by, as written: `1.`, `(a)`, `①`.
    pub mark: Option<String>,
    /// How many provisions it stands in.
    pub level: usize,
    /// The provision that it stands in, by its position.
    pub parent: Option<usize>,
    /// Bytes of [`Text::plain`](super::Text::plain): its mark and its words.
    pub range: Range<usize>,
    /// The byte of [`Text::plain`](super::Text::plain) at which its words begin.
    pub words: usize,
}

impl Provision {
    /// Whether its mark counts it; a bullet does not.
    pub(crate) fn is_counted(&self) -> bool {
        self.mark.as_deref().and_then(step_of).is_some()
    }
}

/// The step of an address that leads to a mark: without its dots, brackets and signs, and its number in the
/// digits of ASCII. A bullet has none.
pub(crate) fn step_of(mark: &str) -> Option<String> {
    let around = |c: char| {
        let signs = ['.', '．', '(', ')', '（', '）', '、', '°', 'º', 'ª', '§', '\\'];
        c.is_whitespace() || signs.contains(&c)
    };
    let mark = mark.strip_prefix("Abs.").unwrap_or(mark).trim_matches(around);
    // A Korean item by its whole name.
    let item = mark.strip_prefix('제').map(|item| item.replacen('호', "", 1));
    let mark = item.as_deref().unwrap_or(mark);
    if mark.is_empty() || ["–", "—", "•", "-", "*"].contains(&mark) {
        return None;
    }
    if let Some(number) = chinese(mark) {
        return Some(number.to_string());
    }
    let mut step = String::with_capacity(mark.len());
    for c in mark.chars().filter(|c| !c.is_whitespace()) {
        match (circled(c), digit(c)) {
            (Some(number), _) => step.push_str(&number.to_string()),
            (None, Some((_, value))) => step.extend(char::from_digit(value, 10)),
            (None, None) => step.push(c),
        }
    }
    Some(step)
}

/// The steps as an address has them, `(2)(b)`, however they were written; nothing if they are not well formed.
pub(crate) fn steps_of(written: &str) -> Option<String> {
    let mut steps = String::new();
    let mut rest = written.trim();
    while !rest.is_empty() {
        let inner = rest.strip_prefix(['(', '（'])?;
        let (step, behind) = inner.split_once([')', '）'])?;
        if step.contains(['(', '（']) {
            return None;
        }
        steps.push_str(&bracketed(&step_of(step)?));
        rest = behind.trim_start();
    }
    (!steps.is_empty()).then_some(steps)
}

/// The steps of an address, one after the other.
pub(super) fn each_step(steps: &str) -> impl Iterator<Item = &str> {
    steps.split(['(', ')']).filter(|step| !step.is_empty())
}

/// A step as an address has it.
pub(super) fn bracketed(step: &str) -> String {
    format!("({step})")
}
