//! The wording of an article, provision by provision.

use std::ops::Range;

use super::Text;
use crate::base::{chinese, circled, digit};

/// The wording of an article. Each line of its text is a provision, and each provision a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// All of it: a line for each provision, with its mark, if it has one, before its words.
    pub text: Text,
    provisions: Vec<Provision>,
}

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
    /// Bytes of [`Text::plain`]: its mark and its words.
    pub range: Range<usize>,
    /// The byte of [`Text::plain`] at which its words begin.
    pub words: usize,
}

impl Wording {
    /// A wording of these provisions, of which each is the next line of `text`.
    pub(crate) fn new(text: Text, provisions: Vec<Provision>) -> Self {
        let mut wording = Self { text, provisions };
        wording.measure();
        wording
    }

    /// Its provisions, in the order of reading: what stands in one comes right behind it.
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// Finds where each provision stands, after words were put into the text.
    pub(crate) fn measure(&mut self) {
        let mut start = 0;
        for (line, provision) in self.text.plain.split('\n').zip(&mut self.provisions) {
            provision.range = start..start + line.len();
            let behind = provision.mark.as_deref().and_then(|mark| line.strip_prefix(mark));
            let words = behind.map_or(line, str::trim_start);
            provision.words = provision.range.end - words.len();
            start = provision.range.end + 1;
        }
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
            (None, None) => step.extend(c.to_lowercase()),
        }
    }
    Some(step)
}
