//! The texts of a section, folded, to be looked through for one anchor after the other.

use memchr::memmem::Finder;

use super::fold::fold;
use crate::model::Section;

/// The folded texts of a section's blocks, end to end, so that one search goes through all of them.
pub(super) struct Texts {
    /// Each text with a line feed behind it, which none has in it.
    all: String,
    /// Where each begins, and where the last ends.
    starts: Vec<usize>,
}

impl Texts {
    pub(super) fn of(section: &Section) -> Self {
        let (mut all, mut starts) = (String::new(), vec![0]);
        for block in &section.blocks {
            all.push_str(&fold(&block.logical()));
            all.push('\n');
            starts.push(all.len());
        }
        Self { all, starts }
    }

    /// Each text, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.starts.windows(2).map(|ends| &self.all[ends[0]..ends[1] - 1])
    }

    /// The blocks that have these words in them, in order, with the byte at which they are first.
    pub(super) fn having(&self, words: &Finder) -> Vec<(usize, usize)> {
        let mut blocks: Vec<(usize, usize)> = Vec::new();
        for at in words.find_iter(self.all.as_bytes()) {
            let block = self.starts.partition_point(|start| *start <= at) - 1;
            if blocks.last().is_none_or(|(last, _)| *last != block) {
                blocks.push((block, at - self.starts[block]));
            }
        }
        blocks
    }
}
