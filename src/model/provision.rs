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

    /// The position of the provision that steps such as `(2)(b)` lead to: each is the mark of a provision
    /// among those beside it, else the number of one among those beside it that have none.
    pub(crate) fn find(&self, steps: &str) -> Option<usize> {
        let mut at = None;
        for step in steps.split(['(', ')']).filter(|step| !step.is_empty()) {
            let siblings =
                || self.provisions.iter().enumerate().filter(|(_, one)| one.parent == at);
            let own = |one: &Provision| one.mark.as_deref().and_then(step_of);
            let marked = siblings().find(|(_, one)| own(one).is_some_and(|own| own == step));
            let unmarked = || {
                let nth = step.parse::<usize>().ok()?.checked_sub(1)?;
                siblings().filter(|(_, one)| own(one).is_none()).nth(nth)
            };
            at = Some(marked.or_else(unmarked)?.0);
        }
        at
    }

    /// The provision at a position and all that stands in it, as a wording of its own.
    pub(crate) fn part(&self, at: usize) -> Self {
        let from = self.provisions.get(at..).unwrap_or_default();
        let Some((root, below)) = from.split_first() else { return Self::default() };
        let inside = below.iter().take_while(|one| one.level > root.level).count();
        let start = root.range.start;
        let part = from.iter().take(inside + 1);
        let provisions: Vec<Provision> = part
            .map(|one| Provision {
                mark: one.mark.clone(),
                level: one.level - root.level,
                parent: one.parent.and_then(|above| above.checked_sub(at)),
                range: one.range.start - start..one.range.end - start,
                words: one.words - start,
            })
            .collect();
        let end = provisions.last().map_or(0, |last| last.range.end);
        Self { text: self.text.part(&(start..start + end)), provisions }
    }

    /// The positions of the provisions that stand in no other, each with all that stands in it.
    pub(crate) fn main_provisions(&self) -> Vec<Range<usize>> {
        let main = self.provisions.iter().enumerate().filter(|(_, one)| one.level == 0);
        let mut starts: Vec<usize> = main.map(|(at, _)| at).collect();
        starts.push(self.provisions.len());
        starts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).collect()
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
