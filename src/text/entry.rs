//! One-line entries for lists: where something is said, what a section holds.

use crate::model::{BlockIx, SectionIx, SourceIx, Target};

use super::around::one_line;
use super::{Element, Face, Link, Rich, Role, Setting, Sheet};

/// Words read in a minute.
const WORDS_PER_MINUTE: usize = 220;
/// How many words of a paragraph are shown before a mention, at most.
const BEFORE: usize = 8;
/// How many words are shown before and after it together.
const AROUND: usize = 22;

/// Minutes that `words` take to read, at 220 words a minute, rounded up.
pub fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_PER_MINUTE)
}

impl Setting<'_> {
    /// The briefing itself: title, subtitle, date, summary.
    pub fn front(&self) -> Sheet {
        let briefing = self.briefing;
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        sheet.push(Element::new(Rich::new(&briefing.title, face)));
        let subtitle = briefing.subtitle.as_deref().unwrap_or_default();
        sheet.push(Element::new(Rich::new(subtitle, Role::Body)));
        let mut facts = Rich::default();
        for author in &briefing.authors {
            self.dot(&mut facts);
            facts.push(author, Role::Faint);
        }
        for (word, date) in [("as of", briefing.date), ("updated", briefing.updated)] {
            if let Some(date) = date {
                self.dot(&mut facts);
                facts.push(&format!("{word} {date}"), Role::Faint);
            }
        }
        sheet.push(Element::new(facts));
        if let Some(summary) = &briefing.summary {
            let rich = sheet.rich(summary, Role::Body);
            sheet.push(Element::new(rich).below(1));
        }
        sheet
    }

    /// Where a block stands and, shortened, what it says around its mention of `target`.
    pub fn mention(&self, at: BlockIx, target: &Target) -> Sheet {
        let section = self.briefing.section(at.section);
        let block = self.briefing.block(at);
        let mut sheet = Sheet::default();
        let link = sheet.link(Link::To(Target::Block(at)));
        let mut place = Rich::default();
        let title = format!("{} {}", at.section.get() + 1, section.title);
        let words = format!("{title}, {}", self.address(at));
        place.link(&words, Role::Link, link);
        sheet.push(Element::new(place));
        let texts = block.shown_texts();
        let found = texts.iter().find_map(|text| {
            let span = text.spans.iter().find(|span| span.target.as_ref() == Some(target))?;
            Some((*text, span.range.clone()))
        });
        let found = found.or_else(|| texts.first().map(|text| (*text, 0..0)));
        if let Some((text, mention)) = found {
            let rich = self.around(&text.plain, mention, BEFORE, AROUND);
            sheet.push(Element::new(rich).hung("  ", Role::Body));
        }
        sheet
    }

    /// A section in the table of contents: its number, title and reading time.
    pub fn contents_section(&self, at: SectionIx) -> Sheet {
        let section = self.briefing.section(at);
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut rich = Rich::new(&format!("{} {}", at.get() + 1, section.title), face);
        rich.push(&format!("  {}", self.extent(at)), Role::Faint);
        sheet.push(Element::new(rich));
        sheet
    }

    /// A heading in the table of contents.
    pub fn contents_heading(&self, at: BlockIx) -> Sheet {
        let mut sheet = Sheet::default();
        let mut rich = Rich::default();
        for text in self.briefing.block(at).texts() {
            rich.push(&one_line(&text.plain), Role::Body);
        }
        sheet.push(Element::new(rich).hung("    ", Role::Body));
        sheet
    }

    /// `14 paragraphs · 6 min`
    pub fn extent(&self, at: SectionIx) -> String {
        let paragraphs = super::count(self.briefing.index().paragraphs(at), "paragraph");
        let minutes = minutes(self.briefing.section(at).words());
        format!("{paragraphs} {} {minutes} min", self.marks.dot)
    }

    /// A list of sources: title, publisher, date, address.
    pub fn source_line(&self, at: SourceIx) -> Sheet {
        let source = self.briefing.source(at);
        let mut sheet = Sheet::default();
        let link = sheet.link(Link::To(Target::Source(at)));
        let mut rich = Rich::default();
        rich.link(&source.title, Role::Link, link);
        sheet.push(Element::new(rich));
        let mut facts = Rich::default();
        let date = source.date.map(|date| date.to_string());
        for fact in source.publisher.iter().chain(&date) {
            self.dot(&mut facts);
            facts.push(fact, Role::Faint);
        }
        sheet.push(Element::new(facts).hung("  ", Role::Faint));
        if let Some(url) = &source.url {
            sheet.push(Element::new(Rich::new(url, Role::Faint)).hung("  ", Role::Faint));
        }
        sheet
    }
}
