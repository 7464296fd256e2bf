//! What a section rests on, as sheets: source criticism at a glance.

use crate::model::{Block, BlockIx, BlockKind, CitedSource, Confidence, Evidence, SectionIx};

use super::{Element, Face, Rich, Role, Sheet, Typesetting, columns, words};

/// The longest bar, in columns.
const BAR: usize = 24;
/// The width of the words before a bar, in columns.
const LABEL: usize = 22;

impl Typesetting<'_> {
    /// A section's title, and a bar for each kind of evidence and degree of confidence in it.
    pub(crate) fn evidence_summary(&self, at: SectionIx) -> Sheet {
        let section = self.briefing.section(at);
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        let title = words::section(at.get() + 1, &section.title);
        sheet.push(Element::new(Rich::new(&title, face)));
        let all: Vec<&Block> = section.blocks.iter().filter(|block| block.is_statement()).collect();
        let mut gap = 1;
        for (kind, _, name) in Evidence::ALL {
            let number = all.iter().filter(|block| block.evidence == Some(kind)).count();
            let label = format!("{} {name}", self.glyphs.evidence(kind));
            gap = self.bar(&mut sheet, &label, number, all.len(), gap);
        }
        gap = 1;
        for (degree, name) in Confidence::ALL {
            // That somebody claims a thing may be sure, and the thing not.
            let stated = all.iter().filter(|block| block.evidence != Some(Evidence::Claim));
            let number = stated.filter(|block| block.confidence == Some(degree)).count();
            gap = self.bar(&mut sheet, &words::confidence(name), number, all.len(), gap);
        }
        let unsourced = all.iter().filter(|block| block.sources.is_empty()).count();
        self.bar(&mut sheet, words::WITHOUT_SOURCE, unsourced, all.len(), 1);
        sheet
    }

    /// Adds a bar of `number` out of `all`, unless there is none; answers with the gap above the
    /// next one.
    fn bar(&self, sheet: &mut Sheet, label: &str, number: usize, all: usize, gap: usize) -> usize {
        if number == 0 {
            return gap;
        }
        let length = (number * BAR).div_ceil(all.max(1));
        let mut rich = Rich::new(&self.glyphs.bar.repeat(length), Role::Accent);
        rich.push(&format!(" {number}"), Role::Faint);
        sheet.push(Element::new(rich).hung(&format!("{label:LABEL$}"), Role::Label).below(gap));
        0
    }

    /// What stands over the paragraphs of a kind.
    pub(crate) fn evidence_heading(&self, kind: Option<Evidence>, number: usize) -> Sheet {
        let kind = match kind {
            Some(kind) => format!("{} {}", self.glyphs.evidence(kind), kind.words()),
            None => words::NO_BASIS.to_owned(),
        };
        self.counted(&kind, &words::paragraphs(number))
    }

    /// How the paragraphs of a kind are sorted.
    pub(crate) fn evidence_order() -> Sheet {
        let mut sheet = Sheet::default();
        sheet.push(Element::new(Rich::new(words::LEAST_SURE_FIRST, Role::Faint)));
        sheet
    }

    /// What stands over the editor's notes.
    pub(crate) fn notes_heading(&self, number: usize) -> Sheet {
        self.counted(&words::editors_notes(self.glyphs.pen), &words::notes(number))
    }

    fn counted(&self, heading: &str, number: &str) -> Sheet {
        let mut rich = Rich::new(heading, Face { strong: true, ..Role::Heading.into() });
        self.dot(&mut rich);
        rich.push(number, Role::Faint);
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich).below(1));
        sheet
    }

    /// How many sources there are; with their names where places in them are known.
    fn sources_told(&self, sources: &[CitedSource]) -> String {
        let number = CitedSource::count(sources);
        if sources.iter().all(|cited| cited.at.is_none()) {
            return words::sources_or_none(number);
        }
        let told = sources.iter().map(|CitedSource { source, at }| {
            let title = &self.briefing.source(*source).title;
            at.as_ref().map_or_else(|| title.clone(), |place| words::placed(title, place))
        });
        words::sources_named(number, &told.collect::<Vec<_>>())
    }

    /// A paragraph in a line, and what is to be known of it in another: how sure it is, how many
    /// sources it has, what it corrects.
    pub(crate) fn evidence_line(&self, at: BlockIx) -> Sheet {
        let block = self.briefing.block(at);
        let mut sheet = Sheet::default();
        let lead = format!("{:<5} ", self.address(at));
        let indent = " ".repeat(columns(&lead));
        if let Some(words) = self.beginning(at) {
            let line = Element::new(Rich::new(&words, Role::Body)).clipped(self.glyphs.ellipsis);
            sheet.push(line.hung(&lead, Role::Link));
        }
        let mut facts = Rich::default();
        if let BlockKind::Note { about: Some(about), .. } = &block.kind {
            facts.push(&words::note_on(&self.address(*about)), Role::Note);
        }
        self.doubt(&mut facts, block.evidence, block.confidence);
        self.dot(&mut facts);
        facts.push(&self.sources_told(&block.sources), Role::Faint);
        sheet.push(Element::new(facts).hung(&indent, Role::Body));
        sheet
    }
}
