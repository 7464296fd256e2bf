//! A wording as it comes together, provision by provision.

use std::collections::HashSet;
use std::ops::Range;

use crate::base::cut;
use crate::model::{Emphasis, Provision, Span, Text, Wording, step_of};

/// What was read of a wording so far.
#[derive(Default)]
pub(super) struct Gathered {
    text: Text,
    provisions: Vec<Provision>,
    /// The steps that lead to what has a mark, each with what they begin at.
    steps: HashSet<(Option<usize>, String)>,
}

impl Gathered {
    /// How many provisions there are.
    pub(super) fn len(&self) -> usize {
        self.provisions.len()
    }

    /// Whether a mark is there already among those that stand in `parent`. Bullets are all alike, and counted.
    pub(super) fn is_twice(&mut self, parent: Option<usize>, mark: &str) -> bool {
        step_of(mark).is_some_and(|step| !self.steps.insert((parent, step.to_lowercase())))
    }

    /// Adds a provision to those that stand in `parent`. `at` are the bytes that its mark was written in.
    pub(super) fn push(
        &mut self,
        mark: Option<(String, Range<usize>)>,
        words: Text,
        parent: Option<usize>,
    ) {
        let end = self.text.spans.last().map_or(0, |span| span.source.end);
        if !self.provisions.is_empty() {
            self.add("\n", end..end);
        }
        let (mark, at) = mark.unzip();
        if let (Some(mark), Some(at)) = (&mark, at) {
            self.add(mark, at.clone());
            if !words.plain.is_empty() || !words.spans.is_empty() {
                self.add(" ", at.end..at.end);
            }
        }
        let start = self.text.plain.len();
        self.text.plain.push_str(&words.plain);
        for span in words.spans {
            let Range { start: from, end } = span.range;
            self.span(Span { range: start + from..start + end, ..span });
        }
        let above = parent.and_then(|parent| self.provisions.get(parent));
        let level = above.map_or(0, |above| above.level + 1);
        self.provisions.push(Provision { mark, level, parent, ..Provision::default() });
    }

    /// The first enumerator of all.
    pub(super) fn first_mark(&self) -> Option<&str> {
        self.provisions.iter().find_map(|one| one.mark.as_deref())
    }

    /// The wording; nothing if it says nothing but marks. A label that waits for a name says something.
    pub(super) fn finish(mut self) -> Option<Wording> {
        self.text.plain.shrink_to_fit();
        self.text.spans.shrink_to_fit();
        let waits = self.text.spans.iter().any(|span| span.range.is_empty());
        let wording = Wording::new(self.text, self.provisions);
        let words = |one: &Provision| cut(&wording.text.plain, one.words..one.range.end);
        let says = wording.provisions().iter().any(|one| !words(one).trim().is_empty());
        (says || waits).then_some(wording)
    }

    /// Adds plain words.
    fn add(&mut self, words: &str, source: Range<usize>) {
        let start = self.text.plain.len();
        self.text.plain.push_str(words);
        let range = start..self.text.plain.len();
        self.span(Span { range, source, emphasis: Emphasis::default(), target: None });
    }

    /// Adds a span, to the last if that is marked in the same way.
    fn span(&mut self, span: Span) {
        let is_plain = |span: &Span| span.target.is_none() && !span.range.is_empty();
        match self.text.spans.last_mut() {
            Some(last) if is_plain(last) && is_plain(&span) && last.emphasis == span.emphasis => {
                last.range.end = span.range.end;
                last.source.end = span.source.end.max(last.source.end);
            }
            _ => self.text.spans.push(span),
        }
    }
}
