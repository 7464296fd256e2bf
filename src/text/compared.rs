//! Articles and provisions beside each other, part by part.

use std::mem;

use crate::model::{Article, ArticleIx, Date, Target};

use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, words};

/// A part of an article that is set beside the same part of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArticlePart {
    /// What it is called, and where it stands.
    Name,
    /// When its instrument was signed, took effect and ceased.
    Dates,
    /// What it says, in the briefing's words.
    Gist,
    /// Its wording.
    Wording,
    /// What it means for the briefing's subject.
    Meaning,
    /// An editor's note.
    Note,
    /// Related articles.
    See,
    /// What cites it, and what it rests on.
    Cited,
}

impl ArticlePart {
    /// Every part, from top to bottom.
    pub(crate) const ALL: [Self; 8] = [
        Self::Name,
        Self::Dates,
        Self::Gist,
        Self::Wording,
        Self::Meaning,
        Self::Note,
        Self::See,
        Self::Cited,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::Dates => words::DATES,
            Self::Gist => words::IN_SHORT,
            Self::Wording => words::WORDING,
            Self::Meaning => words::MEANING,
            Self::Note => words::NOTE,
            Self::See => words::SEE_ALSO,
            Self::Cited => words::CITED_BY,
        }
    }

    /// Whether it says what the law is, in its words or in others. Then each cell is labelled: one
    /// below the other, the first may be out of sight.
    fn tells_the_law(self) -> bool {
        matches!(self, Self::Gist | Self::Wording | Self::Meaning)
    }
}

impl Typesetting<'_> {
    /// Whether an article, or the one that a provision stands in, has something to say in a part.
    pub(crate) fn has_part(&self, part: ArticlePart, of: &Target) -> bool {
        let Some(at) = of.article() else { return false };
        let article = self.briefing.article(at);
        match part {
            ArticlePart::Name | ArticlePart::Cited => true,
            ArticlePart::Dates => self.dates(at).iter().any(Option::is_some),
            ArticlePart::Gist => article.gist.is_some(),
            ArticlePart::Wording => article.wording.is_some(),
            ArticlePart::Meaning => article.meaning.is_some(),
            ArticlePart::Note => article.note.is_some(),
            ArticlePart::See => !article.see.is_empty(),
        }
    }

    /// A part of several articles and provisions side by side. Their wordings are
    /// [`Typesetting::compared_wordings`].
    pub(crate) fn compared(&self, part: ArticlePart, compared: &[Target]) -> Sheet {
        let mut sheet = Sheet::default();
        let mut cells: Vec<_> =
            compared.iter().map(|of| self.cell(&mut sheet, part, of, compared)).collect();
        for (n, (cell, of)) in cells.iter_mut().zip(compared).enumerate() {
            if cell.is_empty() {
                cell.push(Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint)));
            }
            let label = if n == 0 || part.tells_the_law() { part.label() } else { "" };
            if part != ArticlePart::Name {
                // All this is told of articles, never of provisions.
                cell.insert(0, self.cell_label(label, &of.card()));
            }
        }
        sheet.push(Element::beside(cells, self.glyphs.upright));
        sheet
    }

    /// What stands over a cell: what it has, if that is to be said, and whose that is.
    pub(super) fn cell_label(&self, label: &str, of: &Target) -> Element {
        let over = words::over_cell(label, &self.briefing.name(of), self.glyphs.dot);
        Element::new(Rich::new(&over, Role::Faint))
    }

    /// An article and those that it is compared with, as an entry of a list.
    pub(crate) fn comparison(&self, at: ArticleIx, others: &[Target]) -> Sheet {
        let mut sheet = Sheet::default();
        let mut name = self.briefing.article_name(at);
        if let Some(title) = &self.briefing.article(at).title {
            name = format!("{name}\u{a0}{} {title}", self.glyphs.dot);
        }
        sheet.push(Element::new(Rich::new(&name, Face { strong: true, ..Role::Body.into() })));
        let mut names = Rich::default();
        for other in others {
            if self.glyphs.are_spoken() && !names.is_empty() {
                // A name has commas of its own.
                names.push("; ", Role::Body);
            } else {
                self.dot(&mut names);
            }
            names.push(&self.briefing.name(other), Role::Body);
        }
        sheet.push(Element::new(names).hung("  ", Role::Body));
        sheet
    }

    /// What one of those that are `compared` says in a part that is not its wording; nothing if it has
    /// nothing to say.
    fn cell(
        &self,
        sheet: &mut Sheet,
        part: ArticlePart,
        told: &Target,
        compared: &[Target],
    ) -> Vec<Element> {
        let Some(at) = told.article() else { return Vec::new() };
        let Article {
            number: _, // the first six are in the cell of its name
            name: _,
            label: _,
            title: _,
            theme: _,
            confidence: _,
            gist,
            wording: _, // is set provision by provision
            language: _,
            meaning,
            elements: _, // are compared in a table of their own
            see,
            compare: _, // is what stands beside it
            sources,
            note,
        } = self.briefing.article(at);
        let of = Target::Article(at);
        match part {
            ArticlePart::Name => self.name_cell(sheet, told, at),
            ArticlePart::Dates => self.dates_cell(sheet, at, compared),
            ArticlePart::Gist => self.prose(&of, sheet, None, gist.as_ref()),
            ArticlePart::Wording => {}
            ArticlePart::Meaning => self.prose(&of, sheet, None, meaning.as_ref()),
            ArticlePart::Note => self.note_below(&of, sheet, note.as_ref()),
            ArticlePart::See => {
                let rich = self.linked(sheet, &self.articles(at, see));
                sheet.push(Element::new(rich));
            }
            ArticlePart::Cited => {
                let mut rich = self.citations(sheet, Target::Article(at));
                self.sources(sheet, &mut rich, sources);
                sheet.push(Element::new(rich));
            }
        }
        let mut cell = mem::take(&mut sheet.elements);
        if let Some(first) = cell.first_mut() {
            first.gap = 0;
        }
        cell
    }

    fn name_cell(&self, sheet: &mut Sheet, told: &Target, at: ArticleIx) {
        let (article, instrument) =
            (self.briefing.article(at), self.briefing.instrument(at.instrument));
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut name = Rich::default();
        let link = sheet.link(Link::To(told.clone()));
        name.link(&self.briefing.name(told), face, link);
        if let Some(title) = &article.title {
            name.push(&format!("\u{a0}{} {title}", self.glyphs.dot), face);
        }
        sheet.push(Element::new(name));
        let mut title = Rich::new(&instrument.title, Role::Faint);
        if let Some(theme) = &article.theme {
            self.dot(&mut title);
            title.push(theme, Role::Faint);
        }
        self.doubt(&mut title, None, article.confidence);
        sheet.push(Element::new(title));
    }

    fn dates(&self, at: ArticleIx) -> [Option<Date>; 3] {
        self.briefing.instrument(at.instrument).dates()
    }

    /// A line for each date that one of those that are `compared` has, so that the same dates stand level.
    fn dates_cell(&self, sheet: &mut Sheet, at: ArticleIx, compared: &[Target]) {
        for (n, (name, date)) in words::DATE_NAMES.iter().zip(self.dates(at)).enumerate() {
            let known = |at| self.dates(at).get(n).is_some_and(Option::is_some);
            if compared.iter().filter_map(Target::article).any(known) {
                let rich = match date {
                    Some(date) => Rich::new(&date.to_string(), Role::Body),
                    None => Rich::new(self.glyphs.dash, Role::Faint),
                };
                sheet.push(Element::new(rich).hung(&format!("{name:9}"), Role::Faint));
            }
        }
    }
}
