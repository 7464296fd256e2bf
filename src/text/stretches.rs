//! How the card of a long law is divided, so that no more of it is set than is seen.

use std::ops::Range;

use crate::model::{ArticleIx, Provision, Wording};

use super::Typesetting;

/// The bytes of a wording that are set in one go: it ends with the provision in which it has as many.
const BYTES: usize = 2048;

impl Typesetting<'_> {
    /// How many stretches the card of an article has, at least one. By ear it is told whole.
    pub(crate) fn stretches(&self, of: ArticleIx) -> usize {
        if self.glyphs.are_spoken() {
            return 1;
        }
        self.provisions_of(of).map_or(1, |all| stretches(all).count().max(1))
    }

    /// The provisions of a stretch of an article's card. What stands before the wording belongs to the first
    /// stretch, what stands behind it to the last.
    pub(super) fn provisions_in(&self, of: ArticleIx, stretch: usize) -> Range<usize> {
        let all = self.provisions_of(of).unwrap_or_default();
        if self.glyphs.are_spoken() {
            return 0..all.len();
        }
        stretches(all).nth(stretch).unwrap_or(0..0)
    }

    /// The stretch of an article's card in which a byte of what it says stands.
    pub(crate) fn stretch_at(&self, of: ArticleIx, byte: usize) -> usize {
        let Some(wording) = &self.briefing.article(of).wording else { return 0 };
        let Some(byte) = byte.checked_sub(self.wording_begins(of, wording)) else { return 0 };
        let provision = wording.provisions().partition_point(|one| one.range.end <= byte);
        let all = self.stretches(of);
        let before = stretches(wording.provisions()).take_while(|one| one.end <= provision);
        before.count().min(all - 1)
    }

    /// Whether a stretch of an article's card may have links.
    pub(crate) fn has_links_in(&self, of: ArticleIx, stretch: usize) -> bool {
        let Some(wording) = &self.briefing.article(of).wording else { return true };
        let provisions = self.provisions_in(of, stretch);
        let is_at_an_end = provisions.start == 0 || provisions.end == wording.provisions().len();
        is_at_an_end || wording.text.has_links_in(&wording.bytes(&provisions))
    }

    fn provisions_of(&self, of: ArticleIx) -> Option<&[Provision]> {
        self.briefing.article(of).wording.as_ref().map(Wording::provisions)
    }
}

/// The provisions of each stretch. It takes as many steps as there are stretches.
fn stretches(provisions: &[Provision]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let first = provisions.get(start)?;
        let full = first.range.start + BYTES;
        let end = provisions.partition_point(|one| one.range.start < full).max(start + 1);
        let stretch = start..end;
        start = end;
        Some(stretch)
    })
}
