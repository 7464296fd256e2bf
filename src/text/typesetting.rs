//! What the sheets of one briefing have in common.

use crate::model::{Block, BlockIx, Briefing, CitedSource, Confidence, Evidence, Target};

use super::{Annotations, Element, Glyphs, Link, Rich, Role, Sheet, words};

/// What a sheet is set from.
#[derive(Debug, Clone, Copy)]
pub struct Typesetting<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The glyphs that the terminal can show.
    pub glyphs: &'static Glyphs,
    /// Whether cues and hints for the teacher are shown.
    pub teacher: bool,
    /// Whether a block is shown alone, the cues that go with it among it.
    pub slides: bool,
    /// What the reader left in it, if that is shown.
    pub annotations: Option<&'a Annotations>,
}

impl Typesetting<'_> {
    /// Adds a row with the bookmarks of a block and what its statements rest on.
    pub(super) fn evidence(&self, sheet: &mut Sheet, block: &Block, at: BlockIx) {
        let mut rich = Rich::default();
        self.bookmarks(&mut rich, &Target::Block(at));
        self.rests_on_mark(sheet, &mut rich, block);
        sheet.push(Element::new(rich).flush_right());
    }

    /// Adds what a block's statements rest on: `◆ treaty text · low confidence · 2 sources`.
    pub(super) fn rests_on_mark(&self, sheet: &mut Sheet, rich: &mut Rich, block: &Block) {
        let Block { id: _, kind: _, evidence, confidence, sources } = block;
        if let Some(kind) = evidence {
            self.dot(rich);
            let mark = self.glyphs.evidence(*kind);
            rich.push(&format!("{mark} {}", kind.words()), Role::Faint);
        }
        self.doubt(rich, *evidence, *confidence);
        self.sources(sheet, rich, sources);
    }

    /// Adds how sure it is, unless that goes without saying.
    pub(super) fn doubt(
        &self,
        rich: &mut Rich,
        kind: Option<Evidence>,
        degree: Option<Confidence>,
    ) {
        if let Some(doubt) = words::doubt(kind, degree) {
            self.dot(rich);
            rich.push(&doubt, Role::Faint);
        }
    }

    /// Adds the number of sources, as a link to them.
    pub(super) fn sources(&self, sheet: &mut Sheet, rich: &mut Rich, sources: &[CitedSource]) {
        if sources.is_empty() {
            return;
        }
        let link = sheet.link(Link::Sources(sources.to_vec()));
        self.dot(rich);
        rich.link(&words::sources(CitedSource::count(sources)), Role::Faint, link);
    }

    /// Adds a dot between what stands there and what follows.
    pub(crate) fn dot(&self, rich: &mut Rich) {
        if !rich.is_empty() {
            // The dot stays with what stands before it.
            rich.push(&format!("\u{a0}{} ", self.glyphs.dot), Role::Faint);
        }
    }
}
