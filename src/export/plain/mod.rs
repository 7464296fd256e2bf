//! Plain text: what a pager, a printer or a pipe gets.

mod annotations;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::export::words;
use crate::model::{
    ActorIx, ArticleIx, BlockIx, Briefing, EventIx, InstrumentIx, Section, SectionIx, SourceIx,
    Target, TermIx,
};
use crate::text::{Glyphs, Hyphens, Line, Measure, Rich, Role, Sheet, Typesetting, ascii, wrap};

use super::AnnotationList;

pub(crate) use annotations::print_annotations;

/// How plain text is set.
#[derive(Debug, Clone, Copy)]
pub struct Plain {
    /// The widest line, in columns.
    pub width: usize,
    /// The glyphs to use.
    pub glyphs: &'static Glyphs,
}

/// Writes a briefing, or one section of it, as plain text; after each paragraph the notes that a
/// reader left on it, if there are any to write.
///
/// # Errors
/// Whatever `out` fails with; a closed pipe among it.
pub fn print(
    briefing: &Briefing,
    section: Option<SectionIx>,
    plain: Plain,
    left: Option<&AnnotationList>,
    out: &mut impl Write,
) -> io::Result<()> {
    let setting = Typesetting {
        briefing,
        glyphs: plain.glyphs,
        teacher: false,
        slides: false,
        annotations: None,
    };
    let hyphens = Hyphens::new(&briefing.language);
    let measure = Measure { width: plain.width.max(1), hyphens: hyphens.as_ref() };
    let mut printer = Printer { setting, measure, left, out };
    if let Some(section) = section {
        printer.section(section)?;
        return printer.adrift(Some(&briefing.section(section).id));
    }
    printer.front()?;
    for at in 0..briefing.sections.len() {
        printer.section(SectionIx::new(at))?;
    }
    printer.back()?;
    printer.adrift(None)
}

struct Printer<'a, W> {
    setting: Typesetting<'a>,
    measure: Measure<'a>,
    /// The notes to print with the text.
    left: Option<&'a AnnotationList<'a>>,
    out: &'a mut W,
}

impl<W: Write> Printer<'_, W> {
    /// The title and what the briefing is.
    fn front(&mut self) -> io::Result<()> {
        self.lines(&self.setting.front())?;
        writeln!(self.out)
    }

    fn section(&mut self, at: SectionIx) -> io::Result<()> {
        let Section { id: _, title, summary, blocks } = self.setting.briefing.section(at);
        self.title(&words::section(at.get() + 1, title))?;
        if let Some(summary) = summary {
            self.sheet(&Typesetting::prose_sheet(summary))?;
        }
        for block in (0..blocks.len()).map(|block| BlockIx::new(at, block)) {
            self.sheet(&self.setting.block(block))?;
            for note in self.left.into_iter().flat_map(|left| left.on(block)) {
                self.note(note)?;
            }
        }
        writeln!(self.out)
    }

    /// What stands beside the text in the reader.
    fn back(&mut self) -> io::Result<()> {
        let Briefing {
            id: _, // these are the front
            title: _,
            subtitle: _,
            summary: _,
            language: _,
            date: _,
            updated: _,
            authors: _,
            license: _,
            sections: _, // stand before it
            instruments,
            actors,
            terms,
            events,
            sources,
            discussion: _, // these are the questions
            quiz: _,
            index: _,
        } = self.setting.briefing;
        for (at, instrument) in instruments.iter().enumerate() {
            self.title(instrument.name())?;
            self.sheet(&self.setting.card(&Target::Instrument(InstrumentIx::new(at))))?;
            for number in 0..instrument.articles.len() {
                let article = ArticleIx::new(InstrumentIx::new(at), number);
                self.sheet(&self.setting.card(&Target::Article(article)))?;
            }
        }
        let actors = (0..actors.len()).map(|n| Target::Actor(ActorIx::new(n)));
        self.cards(words::ACTORS, actors)?;
        let terms = (0..terms.len()).map(|n| Target::Term(TermIx::new(n)));
        self.cards(words::TERMS, terms)?;
        let events = (0..events.len()).map(|n| Target::Event(EventIx::new(n)));
        self.cards(words::EVENTS, events)?;
        let sources = (0..sources.len()).map(|n| Target::Source(SourceIx::new(n)));
        self.cards(words::SOURCES, sources)?;
        self.questions()
    }

    /// What the class is asked; the answers come last.
    fn questions(&mut self) -> io::Result<()> {
        let briefing = self.setting.briefing;
        if !briefing.discussion.is_empty() {
            writeln!(self.out)?;
            self.title(words::DISCUSSION)?;
        }
        for (number, question) in briefing.discussion.iter().enumerate() {
            self.sheet(&self.setting.discussion(number + 1, question))?;
        }
        if !briefing.quiz.is_empty() {
            writeln!(self.out)?;
            self.title(words::QUIZ)?;
        }
        for (number, question) in briefing.quiz.iter().enumerate() {
            self.sheet(&self.setting.quiz(number + 1, question))?;
        }
        if !briefing.quiz.is_empty() {
            writeln!(self.out)?;
            self.title(words::ANSWERS)?;
        }
        for (number, question) in briefing.quiz.iter().enumerate() {
            self.sheet(&self.setting.answer(number + 1, question))?;
        }
        Ok(())
    }

    fn cards(&mut self, title: &str, targets: impl Iterator<Item = Target>) -> io::Result<()> {
        let mut targets = targets.peekable();
        if targets.peek().is_some() {
            writeln!(self.out)?;
            self.title(title)?;
        }
        targets.try_for_each(|target| self.sheet(&self.setting.card(&target)))
    }

    fn title(&mut self, words: &str) -> io::Result<()> {
        let mut width = 0;
        for line in wrap(&Rich::new(words, Role::Heading), &self.measure) {
            width = width.max(line.width);
            self.line(&line)?;
        }
        writeln!(self.out, "{}", "=".repeat(width))
    }

    /// A blank row and the lines of a sheet, if it has any.
    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        if sheet.elements.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.lines(sheet)
    }

    fn lines(&mut self, sheet: &Sheet) -> io::Result<()> {
        sheet.lay(&self.measure).iter().try_for_each(|line| self.line(line))
    }

    /// A line as a pipe or a terminal can use it: its spaces can be searched for, and without
    /// UTF-8 each character has its stand-in.
    fn line(&mut self, line: &Line) -> io::Result<()> {
        let words: String = line.segments.iter().map(|part| part.words.as_str()).collect();
        let words = words.replace('\u{a0}', " ");
        let words = words.trim_end();
        let ascii_only = *self.setting.glyphs == Glyphs::ASCII;
        let shown = if ascii_only { ascii(words) } else { Cow::Borrowed(words) };
        writeln!(self.out, "{shown}")
    }
}
