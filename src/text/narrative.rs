//! The blocks of a section as sheets.

use std::ops::Range;

use crate::base::shortened;
use crate::model::{Block, BlockIx, BlockKind, Section, SectionIx, Speaker, Target, Text};

use super::divided::{ALL, portion};
use super::origin::origin;
use super::{Element, Face, Link, Origin, Rich, Role, Sheet, Tongue, Typesetting, words};

/// More letters than a line has room for.
const LINE: usize = 400;

impl Typesetting<'_> {
    /// A section's title and summary.
    pub fn opening(&self, at: SectionIx) -> Sheet {
        // Its blocks have sheets of their own.
        let Section { id: _, title, summary, blocks: _ } = self.briefing.section(at);
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        let title = Rich::new(&words::section(at.get() + 1, title), face);
        sheet.push(Element::new(title));
        if let Some(summary) = summary {
            let rich = unlinked(&mut sheet, summary, Role::Faint);
            sheet.push(Element::new(rich));
        }
        sheet
    }

    /// The row that closes a section: which one comes next.
    pub(crate) fn closing(&self, at: SectionIx) -> Sheet {
        let mut sheet = Sheet::default();
        let next = SectionIx::new(at.get() + 1);
        let mut rich = Rich::default();
        match self.briefing.sections.get(next.get()) {
            Some(section) => {
                rich.push(&format!("{}  ", words::NEXT), Role::Label);
                rich.push(&words::section(next.get() + 1, &section.title), Role::Faint);
            }
            None => {
                rich.push(words::END_OF_BRIEFING, Role::Faint);
            }
        }
        sheet.push(Element::new(rich));
        sheet
    }

    /// A block of a section. A cue is empty while cues are hidden.
    pub fn block(&self, at: BlockIx) -> Sheet {
        self.block_in(at, &ALL)
    }

    /// These bytes of a block; with the last stands all that stands behind it.
    pub(super) fn block_in(&self, at: BlockIx, bytes: &Range<usize>) -> Sheet {
        let block = self.briefing.block(at);
        // What its statements rest on stands at its end, where its kind has room for it.
        let Block { id: _, kind, evidence: _, confidence: _, sources: _ } = block;
        let mut sheet = Sheet::default();
        match kind {
            BlockKind::Heading(text) => {
                let rich = strong(unlinked(&mut sheet, text, Role::Heading));
                sheet.push(Element::new(rich).from(origin(block, text, 0)));
            }
            BlockKind::Paragraph(text) => {
                let whole = 0..text.plain.len();
                let Some(portion) = portion(&text.plain, &whole, bytes) else { return sheet };
                let rich = sheet.rich(&text.part(&portion.bytes), Role::Body);
                let origin = Origin::Text { at: 0, logical: 0, len: rich.plain.len() };
                sheet.push(Element::new(rich).from(origin).part(&portion));
                if !portion.ends {
                    self.light_up(&mut sheet, at);
                    return sheet;
                }
            }
            BlockKind::Quote { paragraphs, from, language } => {
                let tongue = language.as_deref().map(Tongue::of);
                self.quote(&mut sheet, block, (paragraphs, tongue), from.as_ref());
            }
            BlockKind::List(list) => self.list(&mut sheet, list),
            BlockKind::Table(table) => self.table(&mut sheet, table),
            BlockKind::Note { text, about } => self.note(&mut sheet, block, text, *about),
            BlockKind::Question { text, hint, minutes } => {
                self.question(&mut sheet, at, (text, hint.as_ref()), *minutes);
            }
            BlockKind::Cue(text) => self.cue(&mut sheet, block, text),
        }
        if matches!(kind, BlockKind::Paragraph(_) | BlockKind::List(_) | BlockKind::Table(_)) {
            self.evidence(&mut sheet, block, at);
        } else if !sheet.elements.is_empty() {
            let mut rich = Rich::default();
            self.bookmarks(&mut rich, &Target::Block(at));
            sheet.push(Element::new(rich).flush_right());
        }
        self.annotate(&mut sheet, at);
        if self.slides {
            self.cues(&mut sheet, at);
        }
        sheet
    }

    /// A block that is folded to its first line. A cue is empty while cues are hidden.
    pub(crate) fn folded(&self, at: BlockIx) -> Sheet {
        let mut sheet = Sheet::default();
        if let Some(words) = self.beginning(at).filter(|_| self.is_read(self.briefing.block(at))) {
            sheet.push(Element::new(Rich::new(&words, Role::Faint)).clipped(self.glyphs.ellipsis));
        }
        sheet
    }

    /// The first words of a block, more than a line has room for; none of a cue while cues are hidden.
    pub(crate) fn beginning(&self, at: BlockIx) -> Option<String> {
        let block = Some(self.briefing.block(at)).filter(|block| self.teacher || !block.is_cue());
        let text = block?.texts().into_iter().find(|text| !text.is_empty())?;
        Some(shortened(&text.plain, LINE, self.glyphs.ellipsis).replace('\n', " "))
    }

    fn quote(
        &self,
        sheet: &mut Sheet,
        block: &Block,
        (paragraphs, tongue): (&[Text], Option<Tongue>),
        from: Option<&Speaker>,
    ) {
        let bar = format!("{} ", self.glyphs.quote);
        let (open, close) = self.glyphs.quotation;
        let last = paragraphs.len().saturating_sub(1);
        let mut logical = 0;
        for (at, text) in paragraphs.iter().enumerate() {
            if at > 0 {
                let blank = Element::new(Rich::new("\u{a0}", Role::Body));
                sheet.push(blank.barred(&bar, Role::Faint));
            }
            // Each paragraph is opened, and the last one closed.
            let mut rich = Rich::new(open, Role::Body);
            rich.append(sheet.rich(text, Role::Body));
            if at == last {
                rich.push(close, Role::Body);
            }
            for run in &mut rich.runs {
                run.face.light = true;
            }
            let origin = Origin::Text { at: open.len(), logical, len: text.plain.len() };
            logical += text.plain.len() + 1;
            let element = Element { tongue, ..Element::new(rich) };
            sheet.push(element.barred(&bar, Role::Faint).from(origin));
        }
        let mut who = Rich::default();
        match from {
            Some(Speaker::Actor(at)) => {
                let link = sheet.link(Link::To(Target::Actor(*at)));
                who.link(&self.briefing.actor(*at).name, Role::Actor, link);
            }
            Some(Speaker::Named(name)) => {
                who.push(name, Role::Faint);
            }
            None => {}
        }
        self.rests_on_mark(sheet, &mut who, block);
        let lead = format!("{bar}{} ", self.glyphs.dash);
        sheet.push(Element::new(who).hung(&lead, Role::Faint));
    }

    fn note(&self, sheet: &mut Sheet, block: &Block, text: &Text, about: Option<BlockIx>) {
        let bar = format!("{} ", self.glyphs.note);
        let mut rich = Rich::default();
        let strong = Face { strong: true, ..Role::Note.into() };
        if let Some(at) = about {
            let link = sheet.link(Link::To(Target::Block(at)));
            let [name, on, end] = words::EDITORS_NOTE_ON;
            rich.push(name, strong).push(on, Role::Faint);
            rich.link(&self.address(at), Role::Link, link).push(end, Role::Note);
        } else {
            let [name, end] = words::EDITORS_NOTE_ALONE;
            rich.push(name, strong).push(end, Role::Note);
        }
        let origin = origin(block, text, rich.plain.len());
        rich.append(sheet.rich(text, Role::Body));
        let mut mark = Rich::default();
        self.rests_on_mark(sheet, &mut mark, block);
        if !mark.is_empty() {
            rich.push(&format!(" {}\u{a0}", self.glyphs.pen), Role::Faint).append(mark);
        }
        sheet.push(Element::new(rich).barred(&bar, Role::Note).from(origin));
    }

    fn question(
        &self,
        sheet: &mut Sheet,
        at: BlockIx,
        (text, hint): (&Text, Option<&Text>),
        minutes: Option<u32>,
    ) {
        let block = self.briefing.block(at);
        let bar = format!("{} ", self.glyphs.question);
        let mut head =
            Rich::new(words::FOR_THE_CLASS, Face { strong: true, ..Role::Accent.into() });
        let number = self.briefing.question_number(at).map(words::question_in_text);
        for fact in number.into_iter().chain(minutes.map(words::minutes_short)) {
            head.push(&format!(" {} {fact}", self.glyphs.dot), Role::Faint);
        }
        sheet.push(Element::new(head).barred(&bar, Role::Accent));
        let rich = sheet.rich(text, Role::Body);
        let place = origin(block, text, 0);
        sheet.push(Element::new(rich).hung("  ", Role::Accent).from(place));
        if let Some(hint) = hint.filter(|_| self.teacher) {
            let rich = sheet.rich(hint, Role::Faint);
            let place = origin(block, hint, 0);
            let lead = format!("  {}  ", words::HINT);
            sheet.push(Element::new(rich).hung(&lead, Role::Label).from(place));
        }
    }

    /// A block's place among the paragraphs of its section: `¶ 4`.
    pub fn address(&self, at: BlockIx) -> String {
        format!("{} {}", self.glyphs.paragraph, self.briefing.index().number(at))
    }

    /// Whether the focus stops at `block`: it is shown, says something, and is no heading.
    pub(crate) fn is_read(&self, block: &Block) -> bool {
        let hidden = block.is_heading() || (block.is_cue() && (self.slides || !self.teacher));
        !hidden && block.texts().into_iter().any(|text| !text.is_empty())
    }
}

/// A text whose links are not offered, because the focus does not stop at it. Those that lead out
/// have their addresses all the same.
fn unlinked(sheet: &mut Sheet, text: &Text, role: Role) -> Rich {
    let mut rich = Rich::default();
    rich.text(text, role, |target| {
        let outside = matches!(target, Target::Web(_));
        outside.then(|| (sheet.link(Link::To(target.clone())), role))
    });
    rich
}

fn strong(mut rich: Rich) -> Rich {
    for run in &mut rich.runs {
        run.face.strong = true;
    }
    rich
}
