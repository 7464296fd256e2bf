//! What a reader left.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::base::moment;
use crate::export::annotations::{Annotation, AnnotationList};
use crate::export::{Edition, words as said};
use crate::model::{Briefing, SectionIx, Target};

use super::{Markdown, Page, escape, light, quoted, words};

impl Markdown {
    /// Writes what a reader left in a briefing.
    ///
    /// # Errors
    /// Whatever `out` fails with; a closed pipe among it.
    pub(crate) fn print_annotations(
        &mut self,
        briefing: &Briefing,
        left: &AnnotationList,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut page = self.page(briefing, Edition::default(), None);
        page.heading(1, &briefing.title, None);
        if let Some(home) = left.home() {
            page.block(&words(&home.words.replace('\n', " ")));
        }
        if left.is_blind() {
            page.block(said::UNREADABLE);
        }
        if left.entries().is_empty() {
            page.block(said::NOTHING_LEFT);
        }
        let mut chapter = None;
        for entry in left.entries() {
            let begins = Chapter::of(entry);
            if chapter != Some(begins) && !left.is_blind() {
                chapter = Some(begins);
                page.chapter(begins);
            }
            page.entry(entry);
        }
        self.finish(page, out)
    }
}

/// What stands under one heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chapter {
    Section(SectionIx),
    Cards,
    Adrift,
}

impl Chapter {
    fn of(entry: &Annotation) -> Self {
        match entry.on {
            Some(Target::Block(at)) => Self::Section(at.section),
            Some(_) => Self::Cards,
            None => Self::Adrift,
        }
    }
}

impl Page<'_> {
    fn chapter(&mut self, chapter: Chapter) {
        let title = match chapter {
            Chapter::Section(at) => {
                let name = self.setting.briefing.name(&Target::Section(at));
                said::section(at.get() + 1, &name)
            }
            Chapter::Cards => said::ON_CARDS.to_owned(),
            Chapter::Adrift => said::ADRIFT.to_owned(),
        };
        self.heading(2, &title, None);
    }

    /// The notes whose place is gone; with a section's id, only those that were in it.
    pub(super) fn adrift(&mut self, section: Option<&str>) {
        let Some(left) = self.left else { return };
        let adrift = left.adrift(section, self.edition.audience, self.setting.briefing);
        if adrift.is_empty() {
            return;
        }
        self.heading(2, said::NOTES_GONE, None);
        for entry in &adrift {
            self.entry(entry);
        }
    }

    /// The notes on a card, below it.
    pub(super) fn notes_on(&mut self, card: &Target) {
        for note in self.left.into_iter().flat_map(|left| left.on(card.clone())) {
            self.note_below(note);
        }
    }

    /// A note after the paragraph or the card that it is on.
    pub(super) fn note_below(&mut self, entry: &Annotation) {
        let provision = entry.provision(self.setting.briefing);
        let label = words(&said::your_note(provision.as_deref()));
        let head = format!("**{label}** · {}", moment(entry.changed()));
        let parts = [Some(head), entry.quote().as_deref().map(emphasised), written(entry)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.block(&quoted(&parts.join("\n\n")));
    }

    /// An entry on its own.
    fn entry(&mut self, entry: &Annotation) {
        let title = words(&entry.title());
        let place = match &entry.on {
            Some(Target::Block(at)) => words(&self.setting.address(*at)),
            Some(card) => words(&self.setting.briefing.name(card)),
            None => said::was_at(&words(&entry.was_at())),
        };
        self.block(&format!("**{title}** · {place} · {}", moment(entry.changed())));
        let told = entry.citation(&self.setting).or_else(|| entry.beginning(&self.setting));
        if let Some(told) = told.or_else(|| entry.quote().map(Cow::into_owned)) {
            self.block(&quoted(&lines(&told)));
        }
        self.block(&written(entry).unwrap_or_default());
    }
}

/// Words of the briefing inside a note.
fn emphasised(quote: &str) -> String {
    light(&format!("“{}”", words(&quote.replace('\n', " "))))
}

fn written(entry: &Annotation) -> Option<String> {
    Some(lines(&entry.words())).filter(|words| !words.is_empty())
}

/// Words that begin a line.
fn line(line: &str) -> String {
    escape::words(line.trim(), true)
}

/// Words of several lines, which stay lines; a blank one begins a paragraph.
fn lines(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let lines: Vec<String> =
            paragraph.lines().map(line).filter(|line| !line.is_empty()).collect();
        lines.join("\\\n")
    });
    let paragraphs: Vec<String> = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
    paragraphs.join("\n\n")
}
