//! The wording of an article, provision by provision.

use std::ops::Range;

use super::Text;
use super::ways::Ways;
use crate::base::{chinese, circled, digit};

/// The wording of an article. Each line of its text is a provision, and each provision a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// All of it: a line for each provision, with its mark, if it has one, before its words.
    pub text: Text,
    provisions: Vec<Provision>,
    pub(super) ways: Ways,
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
        let mut wording = Self { text, provisions, ways: Ways::default() };
        wording.measure();
        wording
    }

    /// Its provisions, in the order of reading: what stands in one comes right behind it.
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
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
        Self { text: self.text.part(&(start..start + end)), provisions, ways: Ways::default() }
    }

    /// The positions of the provisions that stand in no other, each with all that stands in it.
    pub(crate) fn main_provisions(&self) -> Vec<Range<usize>> {
        let main = self.provisions.iter().enumerate().filter(|(_, one)| one.level == 0);
        let mut starts: Vec<usize> = main.map(|(at, _)| at).collect();
        starts.push(self.provisions.len());
        starts.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)).collect()
    }

    /// The provision that steps such as `(2)(b)` lead to. A step is a mark, or the number of one among those that
    /// have none.
    pub fn find(&self, steps: &str) -> Option<usize> {
        let mut steps = each_step(steps);
        let first = self.step(None, steps.next()?)?;
        steps.try_fold(first, |at, step| self.step(Some(at), step))
    }

    /// How far steps lead, and the steps that lead on from there, in the order of the text.
    pub(crate) fn as_far_as(&self, steps: &str) -> (String, Vec<String>) {
        let mut at = None;
        let mut way = String::new();
        for step in each_step(steps) {
            let Some(next) = self.step(at, step) else { break };
            at = Some(next);
            way.push_str(&bracketed(step));
        }
        let mut unmarked = 0;
        let on = self.children(at).filter_map(|child| {
            let mark = self.provisions.get(child)?.mark.as_deref();
            let step = mark.and_then(step_of).unwrap_or_else(|| {
                unmarked += 1;
                unmarked.to_string()
            });
            // Where a mark has the same name, that is led to.
            let leads = self.step(at, &step) == Some(child);
            leads.then(|| bracketed(&step))
        });
        let on = on.collect();
        (way, on)
    }

    /// What stands in a provision, or right in the article.
    fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let start = parent.map_or(0, |at| at + 1);
        let above = parent.and_then(|at| self.provisions.get(at)).map(|above| above.level);
        let below = self.provisions.iter().enumerate().skip(start);
        let below = below.take_while(move |(_, one)| above.is_none_or(|above| one.level > above));
        below.filter(move |(_, one)| one.parent == parent).map(|(at, _)| at)
    }

    /// Where one step leads from a provision, or from the article.
    fn step(&self, from: Option<usize>, step: &str) -> Option<usize> {
        let wanted = step_of(step)?;
        let unmarked = |at: &usize| self.mark(*at).and_then(step_of).is_none();
        let number = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        self.marked(from, &wanted)
            .or_else(|| self.children(from).filter(unmarked).nth(number?))
            // What a paragraph leads over to is its article's to those who cite it.
            .or_else(|| {
                self.children(from).filter(unmarked).find_map(|at| self.marked(Some(at), &wanted))
            })
    }

    /// The first with a mark that this step leads to.
    fn marked(&self, from: Option<usize>, wanted: &str) -> Option<usize> {
        self.children(from).find(|at| self.mark(*at).is_some_and(|mark| is_step(mark, wanted)))
    }

    fn mark(&self, at: usize) -> Option<&str> {
        self.provisions.get(at)?.mark.as_deref()
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
            (None, None) => step.push(c),
        }
    }
    Some(step)
}

/// Whether a step leads to a mark, in capitals or not.
fn is_step(mark: &str, step: &str) -> bool {
    if mark.is_ascii() && !mark.contains(' ') {
        // Nearly every mark: thousands may be looked through.
        return mark.trim_matches(['.', '(', ')']).eq_ignore_ascii_case(step);
    }
    step_of(mark).is_some_and(|own| own.to_lowercase() == step.to_lowercase())
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

fn each_step(steps: &str) -> impl Iterator<Item = &str> {
    steps.split(['(', ')']).filter(|step| !step.is_empty())
}

fn bracketed(step: &str) -> String {
    format!("({step})")
}
