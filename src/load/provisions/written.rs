//! What a wording is read as, before its words are.

use std::ops::Range;

/// The provisions of a wording, and what may be meant otherwise.
#[derive(Debug, Default)]
pub(super) struct ReadWording {
    /// Its provisions, in the order of the text: what is part of one comes right behind it.
    pub(super) provisions: Vec<Written>,
    /// The hints, with the bytes of the value that each is about.
    pub(super) hints: Vec<(Range<usize>, Hint)>,
}

/// A provision as it stands in the value of a scalar.
#[derive(Debug)]
pub(super) struct Written {
    /// The bytes of its enumerator, as written.
    pub(super) mark: Option<Range<usize>>,
    /// The bytes of its words, line by line: no indent, no enumerator, no backslash that only ends the line.
    pub(super) lines: Vec<Range<usize>>,
    /// How deep it is: 0 for the article's own.
    pub(super) level: usize,
    /// The provision that it is part of, which stands before it.
    pub(super) parent: Option<usize>,
}

/// What may be meant otherwise.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::load) enum Hint {
    /// Before this enumerator these are missing, the first and the last of them.
    Missing { first: String, end: String },
    /// This looks like an enumerator, and is text where it stands.
    Text,
    /// This number goes on with no row, and seems to be a figure of the sentence in the line before: text.
    Figure,
    /// This line seems to go on with the one before, and is a paragraph of its own; so are `more` further on.
    Wrapped { more: usize },
    /// Behind this enumerator no blank follows: text.
    Unblanked,
    /// This number, which a row seems to begin with, has no dot behind it: text.
    Undotted,
    /// This is the number of a section by its name: text.
    Section,
    /// This is the number of a sentence, to which no address leads.
    Sentence,
    /// This begins a row again that is open, and stands one below the provision before.
    Again,
    /// This line has nothing but the number of a page: text.
    Page,
    /// This enumerator stands in the middle of the line that the one before it in its row begins.
    SecondOnLine,
    /// This is the name of the article itself, which may have a title in brackets behind it.
    OwnName { title: Option<String> },
    /// This line is the name of some article.
    OtherName,
    /// This enumerator stands in the middle of a line that was folded.
    Folded,
    /// This enumerator is there twice among its like.
    Twice,
}
