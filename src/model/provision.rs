//! The wording of an article, provision by provision.

use std::ops::Range;

use super::Text;

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
pub(crate) struct Provision {
    /// What it is counted by, as written: `1.`, `(a)`, `①`.
    pub(crate) mark: Option<String>,
    /// How many provisions it stands in.
    pub(crate) level: usize,
    /// The provision that it stands in, by its position.
    pub(crate) parent: Option<usize>,
    /// Bytes of [`Text::plain`]: its mark and its words.
    pub(crate) range: Range<usize>,
    /// The byte of [`Text::plain`] at which its words begin.
    pub(crate) words: usize,
}

impl Wording {
    /// A wording of these provisions, of which each is the next line of `text`.
    pub(crate) fn new(text: Text, provisions: Vec<Provision>) -> Self {
        let mut wording = Self { text, provisions };
        wording.measure();
        wording
    }

    /// A wording without marks: each line is a paragraph.
    pub(crate) fn unmarked(text: Text) -> Self {
        let lines = text.plain.split('\n').count();
        Self::new(text, vec![Provision::default(); lines])
    }

    /// Its provisions, in the order of reading: what stands in one comes right behind it.
    pub(crate) fn provisions(&self) -> &[Provision] {
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
