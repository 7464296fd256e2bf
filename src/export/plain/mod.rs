//! Plain text: what a pager, a printer or a pipe gets.

mod annotations;
mod instrument;
mod paper;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::export::edition::in_order;
use crate::export::reference::Standing;
use crate::export::words;
use crate::model::{
    ActorIx, BlockIx, BlockKind, Briefing, CitedSource, InstrumentIx, Section, SectionIx, SourceIx,
    Target, TermIx,
};
use crate::text::{
    Element, Glyphs, Hyphens, Line, Measure, Rich, Role, Sheet, Typesetting, columns, wrap,
};

use super::{AnnotationList, Audience, Edition, Part, Portion};
use paper::{Paper, in_ascii};

pub(crate) use annotations::print_annotations;

/// The columns between the margin and the text.
const GUTTER: usize = 2;

/// How plain text is set.
#[derive(Debug, Clone, Copy)]
pub struct Plain {
    /// The widest line, in columns. An outside address is never broken, however long it is.
    pub width: usize,
    /// The glyphs to use.
    pub glyphs: &'static Glyphs,
}

/// Writes a briefing, or what an edition has of it, as plain text; after each paragraph the notes
/// that a reader left on it, if there are any to write.
///
/// Paragraphs are numbered in the margin, as the reader numbers them. Sources and outside addresses
/// are cited by number. What is cited on the page is listed on it.
///
/// # Errors
/// Whatever `out` fails with; a closed pipe among it.
pub fn print(
    briefing: &Briefing,
    edition: Edition,
    plain: Plain,
    left: Option<&AnnotationList>,
    out: &mut impl Write,
) -> io::Result<()> {
    let hyphens = Hyphens::new(&briefing.language);
    let measure = Measure { width: plain.width.max(1), hyphens: hyphens.as_ref(), unbroken: true };
    let mut printer = Printer::new(briefing, plain, edition.audience, measure, left, out);
    match edition.portion {
        Portion::Whole => printer.whole()?,
        Portion::Section(at) => {
            printer.section(at)?;
            printer.adrift(Some(&briefing.section(at).id))?;
            printer.cited_sources()?;
        }
        Portion::Part(part) => {
            printer.title(&briefing.title)?;
            printer.part(part)?;
            if part != Part::Sources {
                printer.cited_sources()?;
            }
        }
    }
    printer.cited_addresses()?;
    printer.license()
}

struct Printer<'a, W> {
    setting: Typesetting<'a>,
    measure: Measure<'a>,
    audience: Audience,
    paper: Paper<'a>,
    /// The notes to print with the text.
    left: Option<&'a AnnotationList<'a>>,
    out: &'a mut W,
}

/// What stands left of the text.
#[derive(Debug, Clone, Default)]
struct Margin {
    /// What stands beside the first line.
    words: String,
    /// Its columns, on every line.
    width: usize,
}

impl<'a, W: Write> Printer<'a, W> {
    fn new(
        briefing: &'a Briefing,
        plain: Plain,
        audience: Audience,
        measure: Measure<'a>,
        left: Option<&'a AnnotationList<'a>>,
        out: &'a mut W,
    ) -> Self {
        let (glyphs, teacher) = (plain.glyphs, audience.sees_hints());
        let setting = Typesetting { briefing, glyphs, teacher, slides: false, annotations: None };
        Self { setting, measure, audience, paper: Paper::new(setting), left, out }
    }

    fn whole(&mut self) -> io::Result<()> {
        let front = self.paper.set(self.setting.front(None), Standing::default());
        self.lines(&front, &Margin::default())?;
        writeln!(self.out)?;
        for at in 0..self.setting.briefing.sections.len() {
            self.section(SectionIx::new(at))?;
        }
        for part in [Part::Articles, Part::Actors, Part::Terms, Part::Timeline, Part::Sources] {
            self.part(part)?;
        }
        self.lessons()?;
        self.discussion()?;
        self.quiz()?;
        self.adrift(None)
    }

    fn section(&mut self, at: SectionIx) -> io::Result<()> {
        let Section { id: _, title, summary, blocks } = self.setting.briefing.section(at);
        self.title(&words::section(at.get() + 1, title))?;
        if let Some(summary) = summary {
            let margin = self.margin(at, "");
            let standing = Standing { section: Some(at), named: false };
            self.beside(&margin, Typesetting::prose_sheet(summary), standing)?;
        }
        for block in (0..blocks.len()).map(|block| BlockIx::new(at, block)) {
            self.block(block)?;
            for note in self.left.into_iter().flat_map(|left| left.on(Target::Block(block))) {
                if note.is_for(self.audience, self.setting.briefing) {
                    self.note(note, &self.margin(at, ""))?;
                }
            }
        }
        writeln!(self.out)
    }

    /// A block with its number beside it, if it has one.
    fn block(&mut self, at: BlockIx) -> io::Result<()> {
        let block = self.setting.briefing.block(at);
        let named = match block.kind {
            BlockKind::Heading(_) => return self.sheet(self.setting.block(at)),
            BlockKind::Cue(_) if !self.audience.sees_cues() => return Ok(()),
            BlockKind::Paragraph(_)
            | BlockKind::Quote { .. }
            | BlockKind::List(_)
            | BlockKind::Table(_) => false,
            BlockKind::Note { .. } | BlockKind::Question { .. } | BlockKind::Cue(_) => true,
        };
        let number = if block.is_numbered() { self.setting.address(at) } else { String::new() };
        let margin = self.margin(at.section, &number);
        let standing = Standing { section: Some(at.section), named };
        self.beside(&margin, self.setting.block(at), standing)
    }

    /// The margin of a section, as wide as its last number takes, with a number in it.
    fn margin(&self, at: SectionIx, number: &str) -> Margin {
        let last = self.setting.briefing.section(at).blocks.len().saturating_sub(1);
        let width = columns(&self.setting.address(BlockIx::new(at, last)));
        let blank = " ".repeat(width.saturating_sub(columns(number)));
        Margin { words: format!("{blank}{number}{}", " ".repeat(GUTTER)), width: width + GUTTER }
    }

    /// One of the parts beside the text, if there is anything in it.
    fn part(&mut self, part: Part) -> io::Result<()> {
        let Briefing {
            id: _, // these are the front
            title: _,
            subtitle: _,
            summary: _,
            language: _,
            edition_of: _,
            date: _,
            updated: _,
            authors: _,
            license: _,  // stands at the end
            sections: _, // stand before it
            elements: _,
            instruments,
            actors,
            terms,
            events: _, // are in the order in which they happened
            sources,
            lessons: _,
            discussion: _, // have more than cards
            quiz: _,
            index: _,
        } = self.setting.briefing;
        match part {
            Part::Questions => {
                self.lessons()?;
                self.discussion()?;
                self.asked_in_text()
            }
            Part::Quiz => self.quiz(),
            Part::Articles => {
                (0..instruments.len()).try_for_each(|at| self.instrument(InstrumentIx::new(at)))
            }
            Part::Actors => {
                let actors = (0..actors.len()).map(|n| Target::Actor(ActorIx::new(n)));
                self.cards(words::ACTORS, actors)
            }
            Part::Terms => {
                let terms = (0..terms.len()).map(|n| Target::Term(TermIx::new(n)));
                self.cards(words::TERMS, terms)
            }
            Part::Timeline => {
                let events = in_order(self.setting.briefing).into_iter().map(Target::Event);
                self.cards(words::TIMELINE, events)
            }
            Part::Sources => {
                self.headed(words::SOURCES, sources.len())?;
                for at in (0..sources.len()).map(SourceIx::new) {
                    let card = self.setting.card(&Target::Source(at));
                    let card = self.paper.set(card, Standing::default());
                    self.set(&paper::source(card, at), &Margin::default())?;
                    self.notes_on(&Target::Source(at))?;
                }
                Ok(())
            }
        }
    }

    /// The plans of lessons, for who sees them.
    fn lessons(&mut self) -> io::Result<()> {
        let lessons = &self.setting.briefing.lessons;
        if !self.audience.sees_cues() {
            return Ok(());
        }
        self.headed(words::LESSONS, lessons.len())?;
        lessons.iter().try_for_each(|lesson| self.asked(self.setting.lesson(lesson)))
    }

    /// What there is to talk about.
    fn discussion(&mut self) -> io::Result<()> {
        let briefing = self.setting.briefing;
        self.headed(words::DISCUSSION, briefing.discussion.len())?;
        for (number, question) in briefing.discussion.iter().enumerate() {
            self.asked(self.setting.discussion(number + 1, question))?;
        }
        Ok(())
    }

    /// The questions of the text, each with its number there.
    fn asked_in_text(&mut self) -> io::Result<()> {
        let asked = self.setting.briefing.questions_in_text();
        self.headed(words::QUESTIONS_IN_TEXT, asked.len())?;
        for blocks in asked.chunk_by(|one, next| one.section == next.section) {
            let Some(at) = blocks.first().map(|at| at.section) else { continue };
            let title = words::section(at.get() + 1, &self.setting.briefing.section(at).title);
            let mut sheet = Sheet::default();
            sheet.push(Element::new(Rich::new(&title, Role::Heading)));
            self.sheet(sheet)?;
            blocks.iter().try_for_each(|at| self.block(*at))?;
        }
        Ok(())
    }

    /// What is asked, with choices; the answers come last.
    fn quiz(&mut self) -> io::Result<()> {
        let quiz = &self.setting.briefing.quiz;
        self.headed(words::QUIZ, quiz.len())?;
        for (number, question) in quiz.iter().enumerate() {
            self.asked(self.setting.quiz(number + 1, question))?;
        }
        if !self.audience.sees_answers() {
            return Ok(());
        }
        self.headed(words::ANSWERS, quiz.len())?;
        for (number, question) in quiz.iter().enumerate() {
            self.asked(self.setting.answer(number + 1, question))?;
        }
        Ok(())
    }

    /// The sources that were cited, where they are not listed with all others.
    fn cited_sources(&mut self) -> io::Result<()> {
        let cited = self.paper.cited_sources();
        self.headed(words::SOURCES, cited.len())?;
        for at in cited {
            let mut sheet = self.setting.source_line(&CitedSource { source: at, at: None });
            // It stands in the list already, behind its number.
            sheet.links.clear();
            for element in &mut sheet.elements {
                element.lead = Rich::default();
            }
            let places = self.paper.places(at);
            if !places.is_empty() {
                sheet.push(Element::new(Rich::new(&words::used_at(places), Role::Body)));
            }
            let sheet = self.paper.set(sheet, Standing::default());
            self.set(&paper::source(sheet, at), &Margin::default())?;
        }
        Ok(())
    }

    /// The outside addresses that were cited.
    fn cited_addresses(&mut self) -> io::Result<()> {
        let addresses = self.paper.cited_addresses();
        self.headed(words::ADDRESSES, addresses.elements.len())?;
        self.set(&addresses, &Margin::default())
    }

    fn license(&mut self) -> io::Result<()> {
        let Some(license) = &self.setting.briefing.license else { return Ok(()) };
        let mut sheet = Sheet::default();
        sheet.push(Element::new(Rich::new(&words::license(license), Role::Body)));
        self.sheet(sheet)
    }

    fn cards(
        &mut self,
        title: &str,
        targets: impl ExactSizeIterator<Item = Target>,
    ) -> io::Result<()> {
        self.headed(title, targets.len())?;
        for target in targets {
            self.card(&target)?;
        }
        Ok(())
    }

    /// A card, with the reader's notes on it.
    fn card(&mut self, target: &Target) -> io::Result<()> {
        self.sheet(self.setting.card(target))?;
        self.notes_on(target)
    }

    fn notes_on(&mut self, card: &Target) -> io::Result<()> {
        let mut notes = self.left.into_iter().flat_map(|left| left.on(card.clone()));
        notes.try_for_each(|note| self.note(note, &Margin::default()))
    }

    /// The title of a part, if there is anything in it.
    fn headed(&mut self, title: &str, items: usize) -> io::Result<()> {
        if items == 0 {
            return Ok(());
        }
        writeln!(self.out)?;
        self.title(title)
    }

    fn title(&mut self, words: &str) -> io::Result<()> {
        self.underlined(words, "=")
    }

    /// Words over a line that is made of `under`.
    fn underlined(&mut self, words: &str, under: &str) -> io::Result<()> {
        let mut width = 0;
        for line in wrap(&Rich::new(words, Role::Heading), &self.measure) {
            width = width.max(line.width);
            self.line(&line, "")?;
        }
        writeln!(self.out, "{}", under.repeat(width))
    }

    /// A sheet whose links are told where they lead to a place.
    fn sheet(&mut self, sheet: Sheet) -> io::Result<()> {
        self.beside(&Margin::default(), sheet, Standing::default())
    }

    /// A sheet of a question or an answer.
    fn asked(&mut self, sheet: Sheet) -> io::Result<()> {
        self.beside(&Margin::default(), sheet, Standing { section: None, named: true })
    }

    fn beside(&mut self, margin: &Margin, sheet: Sheet, standing: Standing) -> io::Result<()> {
        let sheet = self.paper.set(sheet, standing);
        self.set(&sheet, margin)
    }

    /// A blank row and the lines of a sheet, if it has any.
    fn set(&mut self, sheet: &Sheet, margin: &Margin) -> io::Result<()> {
        if sheet.elements.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        self.lines(sheet, margin)
    }

    fn lines(&mut self, sheet: &Sheet, margin: &Margin) -> io::Result<()> {
        let mut first = true;
        for element in &sheet.elements {
            let gap = if first { 0 } else { element.gap };
            (0..gap).try_for_each(|_| writeln!(self.out))?;
            let width = self.measure.width.saturating_sub(margin.width).max(1);
            // What is broken cannot be copied, nor typed without a doubt.
            let unbroken = columns(&element.lead.plain) + columns(&element.rich.plain);
            let width = if element.address.is_some() { width.max(unbroken) } else { width };
            let sheet = Sheet { elements: vec![element.clone()], links: Vec::new() };
            for line in sheet.lay(&Measure { width, ..self.measure }) {
                let blank = " ".repeat(margin.width);
                self.line(&line, if first { &margin.words } else { &blank })?;
                first = false;
            }
        }
        Ok(())
    }

    /// A line as a pipe or a terminal can use it: its spaces can be searched for, and without
    /// UTF-8 each character has its stand-in.
    fn line(&mut self, line: &Line, before: &str) -> io::Result<()> {
        let words: String = line.segments.iter().map(|part| part.words.as_str()).collect();
        let words = format!("{before}{words}").replace('\u{a0}', " ");
        let words = words.trim_end();
        let ascii_only = *self.setting.glyphs == Glyphs::ASCII;
        let shown = if ascii_only { in_ascii(words) } else { Cow::Borrowed(words) };
        writeln!(self.out, "{shown}")
    }
}
