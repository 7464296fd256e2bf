//! The outside addresses of a briefing by number, as paper gives them and the reader goes to them.

use std::collections::HashMap;
use std::sync::Arc;

use super::{
    ActorIx, Block, BlockIx, Briefing, EventIx, InstrumentIx, SourceIx, Target, TermIx, Text,
};

/// The outside addresses, each with a number. The sources come first, under their own; then what
/// the texts lead to, in the order of the document. So a number means the same in every edition.
#[derive(Debug, Clone)]
pub(crate) struct OutsideAddresses {
    numbers: HashMap<Arc<str>, usize>,
    /// Those that are no source's.
    others: Vec<OutsideAddress>,
    sources: usize,
}

/// An outside address that is no source's.
#[derive(Debug, Clone)]
pub(crate) struct OutsideAddress {
    /// Where it leads.
    pub address: Arc<str>,
    /// The paragraph or card where it stands first, or itself where that is neither.
    pub place: Target,
    /// Whether it stands only in what a class does not see.
    pub is_hidden: bool,
}

impl OutsideAddresses {
    pub(crate) fn of(briefing: &Briefing) -> Self {
        let sources = briefing.sources.len();
        let mut numbers = HashMap::new();
        for (at, source) in briefing.sources.iter().enumerate() {
            if let Some(url) = &source.url {
                numbers.entry(Arc::clone(url)).or_insert(at + 1);
            }
        }
        let mut all = Self { numbers, others: Vec::new(), sources };
        // What a class does not see comes last, so that no number tells of it.
        for (place, text) in shown(briefing) {
            all.add(place.as_ref(), text, false);
        }
        for (place, text) in hidden(briefing) {
            all.add(place.as_ref(), text, true);
        }
        all
    }

    fn add(&mut self, place: Option<&Target>, text: &Text, is_hidden: bool) {
        for target in text.targets() {
            let Target::Web(address) = target else { continue };
            let next = self.sources + self.others.len() + 1;
            if !self.numbers.contains_key(address) {
                self.numbers.insert(Arc::clone(address), next);
                let place = place.unwrap_or(target).clone();
                let address = Arc::clone(address);
                self.others.push(OutsideAddress { address, place, is_hidden });
            }
        }
    }

    /// The number of an address, counted from 1.
    pub(crate) fn number(&self, address: &Arc<str>) -> Option<usize> {
        self.numbers.get(address).copied()
    }

    /// The source that has a number.
    pub(crate) fn source(&self, number: usize) -> Option<SourceIx> {
        (1..=self.sources).contains(&number).then(|| SourceIx::new(number - 1))
    }

    /// The address that has a number and is no source's.
    pub(crate) fn other(&self, number: usize) -> Option<&Arc<str>> {
        self.others.get(number.checked_sub(self.sources + 1)?).map(|one| &one.address)
    }

    /// The addresses that are no source's, each with its number.
    pub(crate) fn others(self) -> impl Iterator<Item = (usize, OutsideAddress)> {
        (self.sources + 1..).zip(self.others)
    }
}

/// A text, and the paragraph or card that it stands in, if it is one.
type Placed<'a> = (Option<Target>, &'a Text);

/// The texts that everybody sees, in the order of a document.
fn shown(briefing: &Briefing) -> Vec<Placed<'_>> {
    let mut texts: Vec<Placed> = briefing.summary.iter().map(|text| (None, text)).collect();
    let mut blocks = briefing.blocks().peekable();
    for (s, section) in briefing.sections.iter().enumerate() {
        texts.extend(section.summary.iter().map(|text| (None, text)));
        while let Some((at, block)) = blocks.next_if(|(at, _)| at.section.get() == s) {
            texts.extend(within(Target::Block(at), block.shown_texts()));
        }
    }
    let mut articles = briefing.articles().peekable();
    for (n, instrument) in briefing.instruments.iter().enumerate() {
        texts.extend(within(Target::Instrument(InstrumentIx::new(n)), &instrument.summary));
        while let Some((at, article)) = articles.next_if(|(at, _)| at.instrument.get() == n) {
            texts.extend(within(Target::Article(at), article.texts()));
        }
    }
    for (n, actor) in briefing.actors.iter().enumerate() {
        let of = [&actor.role, &actor.stance].into_iter().flatten();
        texts.extend(within(Target::Actor(ActorIx::new(n)), of));
    }
    for (n, term) in briefing.terms.iter().enumerate() {
        texts.extend(within(Target::Term(TermIx::new(n)), [&term.definition]));
    }
    for (n, event) in briefing.events.iter().enumerate() {
        texts.extend(within(Target::Event(EventIx::new(n)), &event.text));
    }
    texts.extend(briefing.discussion.iter().map(|point| (None, &point.question)));
    let quiz = briefing.quiz.iter();
    let quiz = quiz.flat_map(|one| std::iter::once(&one.question).chain(&one.choices));
    texts.extend(quiz.map(|text| (None, text)));
    texts
}

/// The other texts: hints and reasons, and after them the cues.
fn hidden(briefing: &Briefing) -> Vec<Placed<'_>> {
    let cues = briefing.blocks().filter(|(_, block)| block.is_cue());
    let blocks = briefing.blocks().filter(|(_, block)| !block.is_cue());
    let of = |(at, block): (BlockIx, _)| within(Target::Block(at), Block::texts(block));
    let mut texts: Vec<Placed> = blocks.flat_map(of).collect();
    texts.extend(briefing.discussion.iter().filter_map(|point| Some((None, point.hint.as_ref()?))));
    let steps = briefing.lessons.iter().flat_map(|lesson| &lesson.steps);
    texts.extend(steps.map(|step| (None, &step.text)));
    texts.extend(briefing.quiz.iter().filter_map(|one| Some((None, one.why.as_ref()?))));
    texts.extend(cues.flat_map(of));
    texts
}

/// Texts that stand in one place.
fn within<'a>(
    place: Target,
    texts: impl IntoIterator<Item = &'a Text>,
) -> impl Iterator<Item = Placed<'a>> {
    texts.into_iter().map(move |text| (Some(place.clone()), text))
}
