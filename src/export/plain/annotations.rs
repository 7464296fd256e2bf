//! What a reader left, as plain text.

use std::io::{self, Write};

use crate::base::{moment, visible_line};
use crate::export::annotations::{Annotation, AnnotationList};
use crate::export::{Audience, words};
use crate::model::{Briefing, Target};
use crate::text::{Element, Face, Measure, Rich, Role, Sheet};

use super::{Margin, Plain, Printer};

/// Writes what a reader left in a briefing as plain text, without hyphens at line ends: citations and
/// quotations are there to be copied.
///
/// # Errors
/// Whatever `out` fails with; a closed pipe among it.
pub(crate) fn print_annotations(
    briefing: &Briefing,
    left: &AnnotationList,
    plain: Plain,
    out: &mut impl Write,
) -> io::Result<()> {
    let measure = Measure { width: plain.width.max(1), hyphens: None, unbroken: true };
    let audience = Audience::default();
    let mut printer = Printer::new(briefing, plain, audience, measure, Some(left), out);
    printer.title(&briefing.title)?;
    if let Some(home) = left.home() {
        // On one line, however long: it is there to be copied.
        writeln!(printer.out, "{}", visible_line(&home.words))?;
    }
    if left.is_blind() {
        printer.sheet(one(Rich::new(words::UNREADABLE, Role::Body)))?;
    }
    if left.entries().is_empty() {
        printer.sheet(one(Rich::new(words::NOTHING_LEFT, Role::Body)))?;
    }
    for entry in left.entries() {
        printer.entry(entry)?;
    }
    writeln!(printer.out)
}

impl<W: Write> Printer<'_, W> {
    /// The notes whose place is gone; with a section's id, only those that were in it.
    pub(super) fn adrift(&mut self, section: Option<&str>) -> io::Result<()> {
        let Some(left) = self.left else { return Ok(()) };
        let adrift = left.adrift(section, self.audience, self.setting.briefing);
        if adrift.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.title(words::NOTES_GONE)?;
        adrift.iter().try_for_each(|entry| self.entry(entry))
    }

    /// A note after the paragraph that it is on.
    pub(super) fn note(&mut self, entry: &Annotation, margin: &Margin) -> io::Result<()> {
        let glyphs = self.setting.glyphs;
        let bar = format!("{} ", glyphs.note);
        let mut sheet = Sheet::default();
        let provision = entry.provision(self.setting.briefing);
        let (label, when) = (words::your_note(provision.as_deref()), moment(entry.changed()));
        let title = format!("{} {label} {} {when}", glyphs.pen, glyphs.dot);
        sheet.push(Element::new(Rich::new(&title, Role::Label)).barred(&bar, Role::Note));
        for words in self.said(entry) {
            let rich = Rich::new(&words, Role::Body);
            sheet.push(Element { whole: true, ..Element::new(rich).barred(&bar, Role::Note) });
        }
        self.set(&sheet, margin)
    }

    /// An entry on its own: where it is, what it is, when it was made, what it is on, cited as
    /// the reader does, what it says.
    fn entry(&mut self, entry: &Annotation) -> io::Result<()> {
        let place = match &entry.on {
            Some(Target::Block(at)) => {
                let section = self.setting.briefing.name(&Target::Section(at.section));
                let number = at.section.get() + 1;
                words::place(number, &section, &self.setting.address(*at))
            }
            Some(card) => self.setting.briefing.name(card),
            None if self.left.is_some_and(AnnotationList::is_blind) => {
                words::was_at(&entry.was_at())
            }
            None => words::adrift_was_at(&entry.was_at()),
        };
        let mut head = Rich::new(&place, Face { strong: true, ..Role::Body.into() });
        for words in [entry.title(), moment(entry.changed())] {
            head.push(&format!(" {} {words}", self.setting.glyphs.dot), Role::Faint);
        }
        let mut sheet = one(head);
        let told = entry.citation(&self.setting).or_else(|| entry.beginning(&self.setting));
        let words = match told {
            Some(told) => [Some(told), written(entry)].into_iter().flatten().collect(),
            None => self.said(entry),
        };
        for words in words {
            sheet.push(Element::new(Rich::new(&words, Role::Body)).hung("  ", Role::Body));
        }
        self.sheet(sheet)
    }

    /// The words that an entry is on, and those of the reader.
    fn said(&self, entry: &Annotation) -> Vec<String> {
        let (open, close) = self.setting.glyphs.quotation;
        let quote = entry.quote().map(|quote| format!("{open}{quote}{close}"));
        quote.into_iter().chain(written(entry)).collect()
    }
}

/// What the reader wrote, if anything.
fn written(entry: &Annotation) -> Option<String> {
    Some(entry.words().into_owned()).filter(|words| !words.is_empty())
}

fn one(rich: Rich) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.push(Element::new(rich));
    sheet
}
