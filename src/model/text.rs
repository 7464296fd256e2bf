//! Prose after its markup was read.

use std::ops::Range;

use crate::base::{Unshown, cut, visible, without};

use super::Target;

/// A piece of prose: the words a reader sees, and how each run of them is marked.
///
/// The spans cover `plain` from end to end, in order and without gaps. A hard break is a `\n`
/// in `plain`; nothing else in it is a control character.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The logical text: no markup, no line breaks but the hard ones.
    pub plain: String,
    /// The runs of equal marking.
    pub spans: Vec<Span>,
}

/// A run of equally marked text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of [`Text::plain`].
    pub range: Range<usize>,
    /// Bytes of the markup that it was written in, as the YAML parser gave it.
    pub source: Range<usize>,
    /// How it is set off.
    pub emphasis: Emphasis,
    /// Where it leads, if it is a link.
    pub target: Option<Target>,
}

/// How a run is set off from the text around it. All may hold at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Emphasis {
    /// `*emphasis*`
    pub light: bool,
    /// `**strong**`
    pub strong: bool,
    /// `` `code` ``
    pub code: bool,
}

impl Text {
    /// Text that has no markup. Control characters become visible (see [`visible`]).
    pub fn unmarked(words: &str) -> Self {
        let plain = visible(words).into_owned();
        let span = Span {
            range: 0..plain.len(),
            source: 0..words.len(),
            emphasis: Emphasis::default(),
            target: None,
        };
        let spans = if plain.is_empty() { Vec::new() } else { vec![span] };
        Self { plain, spans }
    }

    /// Puts in what is shown for what is not; `unshown` are ranges of the text, in order.
    pub(crate) fn replace(&mut self, unshown: &[Unshown]) {
        let mut left = unshown.iter().peekable();
        let (mut gained, mut lost) = (0, 0);
        // The ends of spans come in order, as the ranges do.
        let mut moved = |at: usize| {
            while let Some(one) = left.next_if(|one| one.range.end <= at) {
                gained += one.shown.len();
                lost += one.range.len();
            }
            let inside = left.peek().map_or(0, |one| at.saturating_sub(one.range.start));
            at + gained - lost - inside
        };
        for span in &mut self.spans {
            span.range = moved(span.range.start)..moved(span.range.end);
        }
        self.plain = without(&self.plain, unshown);
    }

    /// Adds another text on a line of its own.
    pub(crate) fn append_line(&mut self, other: &Self) {
        if !self.plain.is_empty() {
            let range = self.plain.len()..self.plain.len() + 1;
            self.plain.push('\n');
            let emphasis = Emphasis::default();
            self.spans.push(Span { range, source: 0..0, emphasis, target: None });
        }
        let start = self.plain.len();
        self.plain.push_str(&other.plain);
        self.spans.extend(other.spans.iter().map(|span| {
            let range = span.range.start + start..span.range.end + start;
            Span { range, ..span.clone() }
        }));
    }

    /// These bytes of it, as a text of their own.
    pub(crate) fn part(&self, bytes: &Range<usize>) -> Self {
        let from = self.spans.partition_point(|span| span.range.end <= bytes.start);
        let spans = self.spans.iter().skip(from).take_while(|span| span.range.start < bytes.end);
        let spans = spans.map(|span| {
            let Range { start, end } = &span.range;
            let (start, end) = (start.max(&bytes.start), end.min(&bytes.end));
            Span { range: start - bytes.start..end - bytes.start, ..span.clone() }
        });
        Self { spans: spans.collect(), plain: cut(&self.plain, bytes.clone()).to_owned() }
    }

    /// Whether these bytes of it have a link.
    pub(crate) fn has_links_in(&self, bytes: &Range<usize>) -> bool {
        let from = self.spans.partition_point(|span| span.range.end <= bytes.start);
        let mut spans = self.spans.iter().skip(from).take_while(|one| one.range.start < bytes.end);
        spans.any(|span| span.target.is_some())
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// The number of words, counted at white space.
    pub fn words(&self) -> usize {
        if !self.plain.is_ascii() {
            return self.plain.split_whitespace().count();
        }
        // Many bytes at a time: the longest section is counted when it is entered.
        let is_space = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
        let bytes = self.plain.as_bytes();
        let begins = bytes.iter().zip(bytes.iter().skip(1));
        let later = begins.filter(|&(&before, &byte)| is_space(before) && !is_space(byte)).count();
        later + usize::from(bytes.first().is_some_and(|byte| !is_space(*byte)))
    }

    /// What the text links, in order, repeats included. A link whose label has several
    /// emphases counts once.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        let mut last: Option<&Span> = None;
        self.spans.iter().filter_map(move |span| {
            let continues = last.is_some_and(|before| {
                before.range.end == span.range.start && before.target == span.target
            });
            last = Some(span);
            if continues { None } else { span.target.as_ref() }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn words_are_counted_at_white_space() {
        for words in [
            "",
            " ",
            "a",
            " a",
            "a ",
            "a b",
            "  a \t b\n\nc\u{b}d\u{c}e\rf ",
            "a\u{1c}b\u{1f}c",
            "a’b c",
            "a\u{a0}b",
            "평양 선언",
            "a\u{85}b",
        ] {
            let counted = Text { plain: words.to_owned(), spans: Vec::new() }.words();
            assert_eq!(counted, words.split_whitespace().count(), "{words:?}");
        }
    }
}
