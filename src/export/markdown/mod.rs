//! Markdown: `CommonMark` without a line of HTML, for a wiki, a printer or another program.
//!
//! The parts come in the order of plain text. Every part that can be referred to has a heading,
//! because a heading is what a link inside a document can lead to (see `anchors`).

mod anchors;
mod annotations;
mod cards;
mod escape;
mod inline;
mod questions;
mod section;

use std::collections::HashMap;
use std::io::{self, Write};

use crate::export::words as said;
use crate::model::{Briefing, SectionIx, Target, Text};
use crate::text::{Glyphs, Typesetting};

use super::AnnotationList;
use anchors::Anchors;

/// Writes briefings as Markdown. One writes what goes into one document, so that the anchors of
/// several briefings do not meet.
#[derive(Debug, Default)]
pub struct Markdown {
    begun: bool,
    anchors: Anchors,
}

impl Markdown {
    /// Writes a briefing, or one section of it. It is UTF-8 whatever the locale is: it goes into
    /// a file that others read.
    ///
    /// After each paragraph come the notes that a reader left on it, if there are any to write.
    ///
    /// In a section alone, references inside the briefing are plain words: what they lead to is
    /// not there.
    ///
    /// # Errors
    /// Whatever `out` fails with; a closed pipe among it.
    pub fn print(
        &mut self,
        briefing: &Briefing,
        section: Option<SectionIx>,
        left: Option<&AnnotationList>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let page = self.page(briefing, section.is_none(), left);
        let page = match section {
            Some(section) => page.only(section),
            // Links lead forward too: the first time is for the headings alone.
            None => Page { links: page.clone().all().headings, ..page }.all(),
        };
        self.finish(page, out)
    }

    /// An empty document, behind those that were written.
    fn page<'a>(
        &self,
        briefing: &'a Briefing,
        whole: bool,
        left: Option<&'a AnnotationList>,
    ) -> Page<'a> {
        Page {
            setting: Typesetting {
                briefing,
                glyphs: &Glyphs::UNICODE,
                teacher: false,
                slides: false,
                annotations: None,
            },
            whole,
            left,
            anchors: self.anchors.clone(),
            here: String::new(),
            headings: HashMap::new(),
            links: HashMap::new(),
            out: String::new(),
        }
    }

    fn finish(&mut self, page: Page, out: &mut impl Write) -> io::Result<()> {
        self.anchors = page.anchors;
        if std::mem::replace(&mut self.begun, true) {
            writeln!(out)?;
        }
        out.write_all(page.out.as_bytes())
    }
}

/// A document in the making.
#[derive(Debug, Clone)]
struct Page<'a> {
    setting: Typesetting<'a>,
    /// Whether all parts are in it.
    whole: bool,
    /// The notes to write with the text.
    left: Option<&'a AnnotationList<'a>>,
    anchors: Anchors,
    /// The anchor of the heading that was written last.
    here: String,
    /// What the headings so far are about, with their anchors.
    headings: HashMap<Target, String>,
    /// What can be linked, with its anchor.
    links: HashMap<Target, String>,
    out: String,
}

impl Page<'_> {
    fn only(mut self, section: SectionIx) -> Self {
        self.section(section);
        let id = &self.setting.briefing.section(section).id;
        self.adrift(Some(id));
        self
    }

    fn all(mut self) -> Self {
        self.front();
        for at in 0..self.setting.briefing.sections.len() {
            self.section(SectionIx::new(at));
        }
        self.instruments();
        self.actors();
        self.terms();
        self.events();
        self.sources();
        self.discussion();
        self.quiz();
        self.adrift(None);
        self
    }

    /// The title page.
    fn front(&mut self) {
        let Briefing {
            id: _,
            title,
            subtitle,
            summary,
            language: _, // Markdown has no place for it
            date,
            updated,
            authors,
            license,
            sections: _, // follow, one after the other
            instruments: _,
            actors: _,
            terms: _,
            events: _,
            sources: _,
            discussion: _,
            quiz: _,
            index: _,
        } = self.setting.briefing;
        self.heading(1, title, None);
        let subtitle = subtitle.as_deref().unwrap_or_default();
        self.block(&strong(&words(subtitle)));
        let mut facts: Vec<String> = authors.iter().map(|author| words(author)).collect();
        facts.extend(date.map(said::as_of));
        facts.extend(updated.map(said::updated));
        facts.extend(license.iter().map(|license| words(license)));
        self.block(&light(&facts.join(" · ")));
        self.prose(None, summary.as_ref());
    }

    /// A heading, and what links lead to it. A document that is one section begins with it.
    fn heading(&mut self, level: usize, title: &str, target: Option<Target>) {
        let level = if self.whole { level } else { level.saturating_sub(1) };
        let title = title.replace('\n', " ");
        self.here = self.anchors.next(&title);
        if let Some(target) = target {
            self.headings.insert(target, self.here.clone());
        }
        self.block(&format!("{} {}", "#".repeat(level), escape::words(title.trim(), true)));
    }

    /// A block of its own, if it says anything.
    fn block(&mut self, markdown: &str) {
        if markdown.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(markdown);
        self.out.push('\n');
    }

    /// A list, if it has any items.
    fn list(&mut self, items: &[String]) {
        let items: Vec<String> = items.iter().map(|item| hung("- ", item)).collect();
        self.block(&items.join("\n"));
    }

    /// A paragraph, with a word before it that says what it is.
    fn prose(&mut self, label: Option<&str>, text: Option<&Text>) {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        let label = label.map_or_else(String::new, |label| format!("**{label}.** "));
        let words = self.text(text);
        self.block(&format!("{label}{words}"));
    }

    fn text(&self, text: &Text) -> String {
        inline::inline(text, &|target| self.destination(target))
    }

    /// `title`, which is no markup, as a link where there is something to link.
    fn link(&self, title: &str, target: &Target) -> String {
        match self.destination(target) {
            Some(destination) => format!("[{}]({destination})", words(title)),
            None => words(title),
        }
    }

    fn destination(&self, target: &Target) -> Option<String> {
        if let Target::Web(address) = target {
            return Some(escape::destination(address));
        }
        self.links.get(target).map(|anchor| format!("#{anchor}"))
    }
}

/// Words without markup, in the middle of a line.
fn words(words: &str) -> String {
    escape::words(words.trim(), false)
}

/// Emphasis around what is Markdown already; nothing around nothing.
fn light(markdown: &str) -> String {
    if markdown.is_empty() { String::new() } else { format!("_{markdown}_") }
}

fn strong(markdown: &str) -> String {
    if markdown.is_empty() { String::new() } else { format!("**{markdown}**") }
}

/// Behind a bullet or a number; the further lines stand below the first.
fn hung(lead: &str, markdown: &str) -> String {
    let indent = " ".repeat(lead.chars().count());
    let lines = markdown.lines().enumerate().map(|(at, line)| match (at, line) {
        (0, line) => format!("{lead}{line}"),
        (_, "") => String::new(),
        (_, line) => format!("{indent}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// As a block quote.
fn quoted(markdown: &str) -> String {
    let lines =
        markdown.lines().map(|line| if line.is_empty() { ">".into() } else { format!("> {line}") });
    lines.collect::<Vec<String>>().join("\n")
}
