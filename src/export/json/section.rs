//! The narrative.

use crate::model::{
    Block, BlockIx, BlockKind, Branch, Confidence, Evidence, Section, SectionIx, Speaker, Table,
    Target, Text,
};

use super::Document;
use super::node::{Node, Object, list};

impl Document<'_> {
    pub(super) fn section(self, at: SectionIx) -> Object {
        let Section { id, title, summary, blocks } = self.briefing.section(at);
        let target = Target::Section(at);
        let blocks = (0..blocks.len()).map(|block| BlockIx::new(at, block));
        let is_seen =
            |at: &BlockIx| !self.briefing.block(*at).is_cue() || self.audience.sees_cues();
        let blocks = blocks.filter(is_seen).map(|at| self.block(at));
        Object::default()
            .with("ref", self.reference(&target))
            .with("id", id)
            .with("title", title)
            .maybe("summary", self.maybe_text(summary.as_ref()))
            .with("blocks", list(blocks))
            .with("cited_by", self.cited_by(&target))
    }

    pub(super) fn block(self, at: BlockIx) -> Object {
        let Block { id, kind, evidence: basis, confidence, sources } = self.briefing.block(at);
        let target = Target::Block(at);
        let named = (!id.is_empty()).then_some(id);
        Object::default()
            .maybe("ref", named.map(|_| self.reference(&target)))
            .maybe("id", named)
            .and(self.said(kind))
            .maybe("evidence", basis.map(evidence))
            .maybe("confidence", confidence.map(Confidence::words))
            .and(self.rests_on(sources))
            .with("cites", self.references(self.briefing.index().cites(at).iter().cloned()))
            .with("cited_by", self.cited_by(&target))
    }

    /// What a block is, and what it says.
    fn said(self, block: &BlockKind) -> Object {
        let kind = |kind: &'static str| Object::default().with("kind", kind);
        match block {
            BlockKind::Heading(text) => kind("heading").with("text", self.text(text)),
            BlockKind::Paragraph(text) => kind("paragraph").with("text", self.text(text)),
            BlockKind::Quote { paragraphs, from, language } => kind("quote")
                .with("text", self.text(&in_one(paragraphs)))
                .maybe("paragraphs", self.several(paragraphs))
                .maybe("language", language.as_ref())
                .maybe("from", from.as_ref().map(|from| self.speaker(from))),
            BlockKind::List(list) => kind("list")
                .maybe("ordered", list.ordered.then_some(true))
                .with("items", self.points(&list.tree())),
            BlockKind::Table(table) => kind("table").and(self.table(table)),
            BlockKind::Note { text, about } => kind("note")
                .with("text", self.text(text))
                .maybe("about", about.map(|at| self.reference(&Target::Block(at)))),
            BlockKind::Question { text, hint, minutes } => kind("question")
                .with("text", self.text(text))
                .maybe("hint", self.hint(hint.as_ref()))
                .maybe("minutes", *minutes),
            BlockKind::Cue(text) => kind("cue").with("text", self.text(text)),
        }
    }

    /// The paragraphs of a quotation, if there are several.
    fn several(self, paragraphs: &[Text]) -> Option<Node> {
        let texts = || list(paragraphs.iter().map(|text| self.text(text)));
        (paragraphs.len() > 1).then(texts)
    }

    /// Points with those below them.
    fn points(self, points: &[Branch]) -> Node {
        list(points.iter().map(|Branch { point, below }| {
            let below = (!below.is_empty()).then(|| self.points(below));
            self.text_object(&point.text).maybe("items", below)
        }))
    }

    /// What a table says, row by row.
    fn table(self, table: &Table) -> Object {
        let Table { caption, columns, align, rows } = table;
        let cells = |cells: &[Text]| list(cells.iter().map(|cell| self.text(cell)));
        Object::default()
            .maybe("caption", self.maybe_text(caption.as_ref()))
            .with("columns", cells(columns))
            .with("align", list(align.iter().map(|align| align.name())))
            .with("rows", list(rows.iter().map(|row| cells(row))))
    }

    /// What may help with a question, for who sees it.
    pub(super) fn hint(self, hint: Option<&Text>) -> Option<Node> {
        self.maybe_text(hint.filter(|_| self.audience.sees_hints()))
    }

    fn speaker(self, from: &Speaker) -> Object {
        match from {
            Speaker::Actor(at) => Object::default()
                .with("name", &self.briefing.actor(*at).name)
                .with("ref", self.reference(&Target::Actor(*at))),
            Speaker::Named(name) => Object::default().with("name", name),
        }
    }
}

/// The kind's name in the format.
fn evidence(kind: Evidence) -> &'static str {
    Evidence::ALL.iter().find(|(other, ..)| *other == kind).map_or("", |(_, name, _)| name)
}

/// Paragraphs as one text, with a line break between them.
fn in_one(paragraphs: &[Text]) -> Text {
    let mut whole = Text::default();
    for text in paragraphs {
        whole.append_line(text);
    }
    whole
}
