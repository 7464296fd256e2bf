//! What is set stretch by stretch, so that no more of it is set than is seen: the card of an article, a provision
//! of a law that is read, a paragraph of the text.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{ArticleIx, BlockIx, BlockKind};

use super::divided::{ALL, Divided};
use super::{LawProvision, Sheet, Typesetting};

/// What may be so long that it is set stretch by stretch.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Long<'a> {
    /// The card of an article.
    Article(ArticleIx),
    /// A provision of a law that is read.
    Provision(&'a LawProvision),
    /// A paragraph of the text.
    Block(BlockIx),
}

impl<'t> Typesetting<'t> {
    /// How many stretches something has, at least one. By ear it is told whole.
    pub(crate) fn stretches(&self, of: Long) -> usize {
        if self.glyphs.are_spoken() { 1 } else { self.divided(of).0.stretches() }
    }

    /// The bytes of a stretch, of the wording, the provision or the paragraph. With the first stands all that
    /// stands before that, with the last all that stands behind it.
    fn bytes_of_stretch(&self, of: Long, stretch: usize) -> Range<usize> {
        if self.glyphs.are_spoken() { ALL } else { self.divided(of).0.bytes(stretch) }
    }

    /// A stretch of the card of an article of which the provisions are set off that the steps of `cited` lead to.
    pub(crate) fn citing_stretch(
        &self,
        at: ArticleIx,
        cited: &[Arc<str>],
        stretch: usize,
    ) -> Sheet {
        self.article(at, cited, &self.bytes_of_stretch(Long::Article(at), stretch))
    }

    /// A stretch of a provision of a law that is read.
    pub(crate) fn law_stretch(&self, provision: &LawProvision, stretch: usize) -> Sheet {
        self.law_provision(provision, &self.bytes_of_stretch(Long::Provision(provision), stretch))
    }

    /// A stretch of a block of a section.
    pub(crate) fn block_stretch(&self, at: BlockIx, stretch: usize) -> Sheet {
        self.block_in(at, &self.bytes_of_stretch(Long::Block(at), stretch))
    }

    /// The stretch in which a byte of what is said stands.
    pub(crate) fn stretch_at(&self, of: Long, byte: usize) -> usize {
        let (divided, begins) = self.divided(of);
        let is_one = self.glyphs.are_spoken() || byte < begins;
        if is_one { 0 } else { divided.stretch_at(byte - begins) }
    }

    /// Whether a stretch may have links.
    pub(crate) fn has_links_in(&self, of: Long, stretch: usize) -> bool {
        let divided = self.divided(of).0;
        let is_at_an_end = stretch == 0 || stretch + 1 >= self.stretches(of);
        is_at_an_end || divided.has_links_in(&divided.bytes(stretch))
    }

    /// What is divided, and where it begins in what is said.
    fn divided(&self, of: Long) -> (Divided<'t>, usize) {
        let of_wording = |of| self.briefing.article(of).wording.as_ref();
        match of {
            Long::Article(at) => match of_wording(at) {
                Some(wording) => (Divided::Wording(wording), self.wording_begins(at, wording)),
                None => (Divided::Nothing, 0),
            },
            Long::Provision(piece) => match of_wording(piece.article()).zip(self.said_by(piece)) {
                Some((wording, said)) => {
                    let begins = self.wording_begins(piece.article(), wording) + said.start;
                    (Divided::Text(&wording.text, said), begins)
                }
                None => (Divided::Nothing, 0),
            },
            Long::Block(at) => match &self.briefing.block(at).kind {
                BlockKind::Paragraph(text) => (Divided::Text(text, 0..text.plain.len()), 0),
                _ => (Divided::Nothing, 0),
            },
        }
    }
}
