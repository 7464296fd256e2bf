//! The wording of an article, provision by provision.

use super::provision::{bracketed, each_step};
use super::steps_on::StepsOn;
use super::ways::Ways;
use super::{Provision, Text, step_of};

/// The wording of an article. Each line of its text is a provision, and each provision a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// All of it: a line for each provision, with its mark, if it has one, before its words.
    pub text: Text,
    provisions: Vec<Provision>,
    pub(super) ways: Ways,
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

    /// The provision that steps such as `(2)(b)` lead to. A step is a mark, or the number of one among those that
    /// have none.
    pub fn find(&self, steps: &str) -> Option<usize> {
        each_step(steps).try_fold(None, |at, step| self.steps_on().step(at, step).map(Some))?
    }

    /// The provisions that steps lead to one after the other, each with its step; as far as there are any.
    pub(crate) fn on_the_way<'s>(&self, steps: &'s str) -> Vec<(&Provision, &'s str)> {
        let mut from = None;
        let on = each_step(steps).map_while(|step| {
            from = Some(self.steps_on().step(from, step)?);
            Some((self.provisions.get(from?)?, step))
        });
        on.collect()
    }

    /// How far steps lead, and the steps that lead on from there, in the order of the text.
    pub(crate) fn as_far_as(&self, steps: &str) -> (String, Vec<String>) {
        let mut at = None;
        let mut way = String::new();
        for step in each_step(steps) {
            let Some(next) = self.steps_on().step(at, step) else { break };
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
            let leads = self.steps_on().step(at, &step) == Some(child);
            leads.then(|| bracketed(&step))
        });
        let on = on.collect();
        (way, on)
    }

    /// What stands in a provision, or right in the article.
    pub(crate) fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let start = parent.map_or(0, |at| at + 1);
        let above = parent.and_then(|at| self.provisions.get(at)).map(|above| above.level);
        let below = self.provisions.iter().enumerate().skip(start);
        let below = below.take_while(move |(_, one)| above.is_none_or(|above| one.level > above));
        below.filter(move |(_, one)| one.parent == parent).map(|(at, _)| at)
    }

    /// What one step leads to from each of them.
    pub(super) fn steps_on(&self) -> &StepsOn {
        self.ways.on(|| StepsOn::of(&self.provisions))
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
