//! Articles beside each other, part by part.

use std::mem;

use crate::model::{Article, ArticleIx, Date, Target};

use super::differ::{Words, set_off, shared};
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
    /// Whether an article has something to say in a part.
    pub(crate) fn has_part(&self, part: ArticlePart, at: ArticleIx) -> bool {
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

    /// A part of several articles side by side. The words of the wordings that the first article
    /// does not share with the others are marked, on both sides.
    pub(crate) fn compared(&self, part: ArticlePart, articles: &[ArticleIx]) -> Sheet {
        let mut sheet = Sheet::default();
        let mut cells: Vec<_> =
            articles.iter().map(|at| self.cell(&mut sheet, part, *at, articles)).collect();
        if part == ArticlePart::Wording {
            self.mark_own_words(&mut cells, articles);
        }
        for (n, (cell, at)) in cells.iter_mut().zip(articles).enumerate() {
            if cell.is_empty() {
                cell.push(Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint)));
            }
            let is_labelled = n == 0 || part.tells_the_law();
            let mut label = Rich::new(if is_labelled { part.label() } else { "" }, Role::Faint);
            if part != ArticlePart::Name {
                self.dot(&mut label);
                label.push(&self.briefing.article_name(*at), Role::Faint);
                cell.insert(0, Element::new(label));
            }
        }
        sheet.push(Element::beside(cells, self.glyphs.upright));
        sheet
    }

    /// An article and those that it is compared with, as an entry of a list.
    pub(crate) fn comparison(&self, at: ArticleIx, others: &[ArticleIx]) -> Sheet {
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
            names.push(&self.briefing.article_name(*other), Role::Body);
        }
        sheet.push(Element::new(names).hung("  ", Role::Body));
        sheet
    }

    /// What one of `articles` says in a part; nothing if it has nothing to say.
    fn cell(
        &self,
        sheet: &mut Sheet,
        part: ArticlePart,
        at: ArticleIx,
        articles: &[ArticleIx],
    ) -> Vec<Element> {
        let Article {
            number: _, // the first six are in the cell of its name
            name: _,
            label: _,
            title: _,
            theme: _,
            confidence: _,
            gist,
            wording,
            language: _,
            meaning,
            elements: _,
            see,
            compare: _, // is what stands beside it
            sources,
            note,
        } = self.briefing.article(at);
        let of = Target::Article(at);
        match part {
            ArticlePart::Name => self.name_cell(sheet, at),
            ArticlePart::Dates => self.dates_cell(sheet, at, articles),
            ArticlePart::Gist => self.prose(&of, sheet, None, gist.as_ref()),
            ArticlePart::Wording => {
                let wording = wording.as_ref().map(|wording| &wording.text);
                self.prose(&of, sheet, None, wording);
            }
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

    fn name_cell(&self, sheet: &mut Sheet, at: ArticleIx) {
        let (article, instrument) =
            (self.briefing.article(at), self.briefing.instrument(at.instrument));
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut name = Rich::default();
        let link = sheet.link(Link::To(Target::Article(at)));
        name.link(&self.briefing.article_name(at), face, link);
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

    /// A line for each date that one of `articles` has, so that the same dates stand level.
    fn dates_cell(&self, sheet: &mut Sheet, at: ArticleIx, articles: &[ArticleIx]) {
        for (n, (name, date)) in words::DATE_NAMES.iter().zip(self.dates(at)).enumerate() {
            let known = |at: &ArticleIx| self.dates(*at).get(n).is_some_and(Option::is_some);
            if articles.iter().any(known) {
                let rich = match date {
                    Some(date) => Rich::new(&date.to_string(), Role::Body),
                    None => Rich::new(self.glyphs.dash, Role::Faint),
                };
                sheet.push(Element::new(rich).hung(&format!("{name:9}"), Role::Faint));
            }
        }
    }

    /// Marks the words of the first wording that none of the others has, and those of the others
    /// that the first one lacks; says so below each.
    fn mark_own_words(&self, cells: &mut [Vec<Element>], articles: &[ArticleIx]) {
        let wordings = cells.iter().map(|cell| cell.first().map(|element| &element.rich));
        let words: Vec<_> = wordings.map(|rich| rich.map(|rich| Words::of(&rich.plain))).collect();
        let (Some((Some(first), others)), Some(at)) = (words.split_first(), articles.first())
        else {
            return;
        };
        let name = self.briefing.article_name(*at);
        let mut in_first = vec![false; first.len()];
        let mut compared = Vec::new();
        for (cell, (words, at)) in
            cells.iter_mut().skip(1).zip(others.iter().zip(articles.iter().skip(1)))
        {
            let Some(words) = words else { continue };
            let (in_one, in_other) = shared(first, words);
            in_first.iter_mut().zip(in_one).for_each(|(shared, here)| *shared |= here);
            self.mark_words(cell, words, &in_other, |any, marks| {
                words::another_lacks(any, marks, &name)
            });
            compared.push(self.briefing.article_name(*at));
        }
        let Some(cell) = cells.first_mut().filter(|_| !compared.is_empty()) else { return };
        self.mark_words(cell, first, &in_first, |any, marks| match compared.as_slice() {
            [other] => words::another_lacks(any, marks, other),
            _ => words::others_lack(any, marks),
        });
    }

    /// Marks the words that are not `shared`, and says below in `lacks` words whether there are any.
    fn mark_words(
        &self,
        cell: &mut Vec<Element>,
        words: &Words,
        shared: &[bool],
        lacks: impl Fn(bool, (&str, &str)) -> String,
    ) {
        let Some(wording) = cell.first_mut() else { return };
        let own = words.own(shared);
        wording.rich = set_off(&wording.rich, &own, self.glyphs.lacking);
        let same = shared.iter().filter(|shared| **shared).count();
        let mut said = Rich::new(&lacks(!own.is_empty(), self.glyphs.lacking), Role::Faint);
        self.dot(&mut said);
        said.push(&words::words_shared(same, words.len()), Role::Faint);
        cell.push(Element::new(said));
    }
}
