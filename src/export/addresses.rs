//! The outside addresses of a briefing by number, as paper has them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Article, Block, Briefing, SourceIx, Target, Text};

/// The outside addresses, each with a number. The sources come first, under their own; then what
/// the texts lead to, in the order of the document. So a number means the same in every edition.
#[derive(Debug, Clone)]
pub(super) struct OutsideAddresses {
    numbers: HashMap<Arc<str>, usize>,
    /// Those that are no source's.
    others: Vec<Arc<str>>,
    sources: usize,
}

impl OutsideAddresses {
    pub(super) fn of(briefing: &Briefing) -> Self {
        let sources = briefing.sources.len();
        let mut numbers = HashMap::new();
        for (at, source) in briefing.sources.iter().enumerate() {
            if let Some(url) = &source.url {
                numbers.entry(Arc::clone(url)).or_insert(at + 1);
            }
        }
        let mut all = Self { numbers, others: Vec::new(), sources };
        // What a class does not see comes last, so that no number tells of it.
        shown(briefing).into_iter().chain(hidden(briefing)).for_each(|text| all.add(text));
        all
    }

    fn add(&mut self, text: &Text) {
        for target in text.targets() {
            let Target::Web(address) = target else { continue };
            let next = self.sources + self.others.len() + 1;
            if !self.numbers.contains_key(address) {
                self.numbers.insert(Arc::clone(address), next);
                self.others.push(Arc::clone(address));
            }
        }
    }

    /// The number of an address, counted from 1.
    pub(super) fn number(&self, address: &Arc<str>) -> Option<usize> {
        self.numbers.get(address).copied()
    }

    /// The source that has a number.
    pub(super) fn source(&self, number: usize) -> Option<SourceIx> {
        (1..=self.sources).contains(&number).then(|| SourceIx::new(number - 1))
    }

    /// The address that has a number and is no source's.
    pub(super) fn other(&self, number: usize) -> Option<&Arc<str>> {
        self.others.get(number.checked_sub(self.sources + 1)?)
    }
}

/// The texts that everybody sees, in the order of a document.
fn shown(briefing: &Briefing) -> Vec<&Text> {
    let mut texts = Vec::from_iter(&briefing.summary);
    for section in &briefing.sections {
        texts.extend(&section.summary);
        texts.extend(section.blocks.iter().flat_map(Block::shown_texts));
    }
    for instrument in &briefing.instruments {
        texts.extend(&instrument.summary);
        texts.extend(instrument.articles.iter().flat_map(Article::texts));
    }
    texts.extend(briefing.actors.iter().flat_map(|actor| [&actor.role, &actor.stance]).flatten());
    texts.extend(briefing.terms.iter().map(|term| &term.definition));
    texts.extend(briefing.events.iter().filter_map(|event| event.text.as_ref()));
    texts.extend(briefing.discussion.iter().map(|point| &point.question));
    texts.extend(
        briefing.quiz.iter().flat_map(|one| [&one.question].into_iter().chain(&one.choices)),
    );
    texts
}

/// The other texts: hints and reasons, and after them the cues.
fn hidden(briefing: &Briefing) -> Vec<&Text> {
    let (cues, blocks): (Vec<&Block>, Vec<&Block>) =
        briefing.blocks().map(|(_, block)| block).partition(|block| block.is_cue());
    let mut texts: Vec<&Text> = blocks.into_iter().flat_map(Block::texts).collect();
    texts.extend(briefing.discussion.iter().filter_map(|point| point.hint.as_ref()));
    texts.extend(briefing.quiz.iter().filter_map(|one| one.why.as_ref()));
    texts.extend(cues.into_iter().flat_map(Block::texts));
    texts
}
