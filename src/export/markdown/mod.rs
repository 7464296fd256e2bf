//! Markdown: `CommonMark` for a wiki, a printer or another program.
//!
//! The parts come in the order of plain text. What a link in it leads to has an anchor (see
//! `anchors`).

mod anchors;
mod annotations;
mod cards;
mod escape;
mod inline;
mod questions;
mod references;
mod section;
mod wording;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::{self, Write};

use crate::export::words as said;
use crate::model::{Briefing, OutsideAddresses, SectionIx, Target, Text};
use crate::text::{Glyphs, Typesetting};

use super::{AnnotationList, Edition, Part, Portion};
use anchors::Anchors;

/// Writes briefings as Markdown. One writes what goes into one document, so that the anchors of
/// several briefings do not meet.
#[derive(Debug, Default)]
pub struct Markdown {
    begun: bool,
    anchors: Anchors,
}

impl Markdown {
    /// Writes a briefing, or what an edition has of it. It is UTF-8 whatever the locale is: it goes
    /// into a file that others read.
    ///
    /// After each paragraph come the notes that a reader left on it, if there are any to write.
    ///
    /// References to what is not in the document are plain words. The sources and outside addresses
    /// that are cited in it are listed at its end, for those who read it on paper.
    ///
    /// # Errors
    /// Whatever `out` fails with; a closed pipe among it.
    pub fn print(
        &mut self,
        briefing: &Briefing,
        edition: Edition,
        left: Option<&AnnotationList>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let page = self.page(briefing, edition, left);
        // Links lead forward too: the first time is for what can be linked, and what is.
        let first = page.clone().written();
        let (links, wanted) = (first.anchored, first.wanted.take());
        let linked = wanted.into_iter().map(|target| linked(&links, target)).collect();
        let page = Page { links, linked, ..page };
        self.finish(page.written(), out)
    }

    /// What is to be seen of a target by itself: its card, or a paragraph. Other targets are plain words in it.
    pub(crate) fn card(briefing: &Briefing, target: &Target) -> String {
        let mut page = Self::default().page(briefing, Edition::default(), None);
        page.card(target);
        page.out
    }

    /// An empty document, behind those that were written.
    fn page<'a>(
        &self,
        briefing: &'a Briefing,
        edition: Edition,
        left: Option<&'a AnnotationList<'a>>,
    ) -> Page<'a> {
        Page {
            setting: Typesetting {
                briefing,
                glyphs: &Glyphs::UNICODE,
                teacher: edition.audience.sees_hints(),
                slides: false,
                annotations: None,
            },
            edition,
            left,
            anchors: self.anchors.clone(),
            anchored: HashMap::new(),
            wanted: RefCell::default(),
            cited: RefCell::default(),
            addresses: OutsideAddresses::of(briefing),
            links: HashMap::new(),
            linked: HashSet::new(),
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
    edition: Edition,
    /// The notes to write with the text.
    left: Option<&'a AnnotationList<'a>>,
    anchors: Anchors,
    /// What was written so far that can be linked, with its anchor.
    anchored: HashMap<Target, String>,
    /// What links were to lead to so far.
    wanted: RefCell<HashSet<Target>>,
    /// The numbers of outside addresses that were cited so far.
    cited: RefCell<BTreeSet<usize>>,
    addresses: OutsideAddresses,
    /// What can be linked, with its anchor.
    links: HashMap<Target, String>,
    /// What is linked somewhere, and so needs its anchor.
    linked: HashSet<Target>,
    out: String,
}

impl Page<'_> {
    fn written(mut self) -> Self {
        let briefing = self.setting.briefing;
        match self.edition.portion {
            Portion::Whole => self.whole(),
            Portion::Section(at) => {
                self.section(at);
                self.adrift(Some(&briefing.section(at).id));
                self.cited_sources();
            }
            Portion::Part(part) => {
                self.heading(1, &briefing.title, None);
                self.part(part);
                if part != Part::Sources {
                    self.cited_sources();
                }
            }
        }
        self.cited_addresses();
        let license =
            briefing.license.as_deref().filter(|_| self.edition.portion != Portion::Whole);
        self.block(&light(&words(&license.map_or_else(String::new, said::license))));
        self
    }

    fn whole(&mut self) {
        self.front();
        for at in 0..self.setting.briefing.sections.len() {
            self.section(SectionIx::new(at));
        }
        for part in [Part::Articles, Part::Actors, Part::Terms, Part::Timeline, Part::Sources] {
            self.part(part);
        }
        self.lessons();
        self.discussion();
        self.quiz();
        self.adrift(None);
    }

    /// One of the parts beside the text, if there is anything in it.
    fn part(&mut self, part: Part) {
        match part {
            Part::Questions => {
                self.lessons();
                self.discussion();
                self.asked_in_text();
            }
            Part::Quiz => self.quiz(),
            Part::Articles => self.instruments(),
            Part::Actors => self.actors(),
            Part::Terms => self.terms(),
            Part::Timeline => self.events(),
            Part::Sources => self.sources(),
        }
    }

    /// The title page.
    fn front(&mut self) {
        let Briefing {
            id: _,
            title,
            subtitle,
            summary,
            language: _, // Markdown has no place for it
            edition_of: _,
            date,
            updated,
            authors,
            license,
            sections: _, // follow, one after the other
            elements: _,
            instruments: _,
            actors: _,
            terms: _,
            events: _,
            sources: _,
            lessons: _,
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
        let title = title.replace('\n', " ");
        let anchor = target.map_or_else(String::new, |target| self.anchor(target));
        let title = escape::words(title.trim(), anchor.is_empty());
        self.written_heading(level, &format!("{anchor}{title}"));
    }

    /// A heading that is Markdown already.
    fn written_heading(&mut self, level: usize, markdown: &str) {
        let alone = matches!(self.edition.portion, Portion::Section(_));
        let level = if alone { level.saturating_sub(1) } else { level };
        self.block(&format!("{} {markdown}", "#".repeat(level)));
    }

    /// The anchor that links to `target` lead to, if there are any.
    fn anchor(&mut self, target: Target) -> String {
        let anchor = self.anchors.next(&self.setting.briefing.reference(&target));
        let is_linked = self.linked.contains(&target);
        let written = if is_linked { anchors::written(&anchor) } else { String::new() };
        self.anchored.insert(target, anchor);
        written
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

    /// `title`, which is no markup, as a link where there is something to link.
    fn link(&self, title: &str, target: &Target) -> String {
        match self.destination(target) {
            Some(destination) => format!("[{}]({destination})", escape::label(title.trim(), false)),
            None => words(title),
        }
    }

    fn destination(&self, target: &Target) -> Option<String> {
        if let Target::Web(address) = target {
            return Some(escape::destination(address));
        }
        self.wanted.borrow_mut().insert(target.clone());
        let target = linked(&self.links, target.clone());
        self.links.get(&target).map(|anchor| format!("#{anchor}"))
    }
}

/// What a link to `target` leads to: itself if it has an anchor. A provision may stand in an article of which
/// the briefing has no wording.
fn linked(links: &HashMap<Target, String>, target: Target) -> Target {
    if links.contains_key(&target) { target } else { target.card() }
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
