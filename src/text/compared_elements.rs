//! Clauses beside each other, element by element, in the briefing's own words.

use std::collections::{HashMap, HashSet};

use crate::model::{Target, Text};

use super::beside::{behind, fitting};
use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, columns, width_of, words};

/// The narrowest column of the table, in columns of the screen.
const NARROWEST: usize = 22;
/// The widest.
const WIDEST: usize = 44;
/// The column of the titles is no wider, and no narrower.
const TITLES: (usize, usize) = (8, 18);

/// Clauses that are compared element by element.
#[derive(Debug)]
pub(crate) struct ComparedElements<'a> {
    setting: Typesetting<'a>,
    compared: &'a [Target],
    /// What each has, by the names of the elements.
    clauses: Vec<HashMap<&'a str, &'a Text>>,
    /// The elements that any of them has: their names and titles, as the briefing orders them, then in the
    /// order in which they are mentioned.
    elements: Vec<(&'a str, &'a str)>,
}

impl<'a> ComparedElements<'a> {
    pub(crate) fn new(setting: Typesetting<'a>, compared: &'a [Target]) -> Self {
        let briefing = setting.briefing;
        let elements = |of: &Target| {
            let article = of.article().map(|at| briefing.article(at));
            article.map_or(&[][..], |article| &article.elements)
        };
        let clauses: Vec<HashMap<&str, &Text>> = compared
            .iter()
            .map(|of| elements(of).iter().map(|one| (one.name.as_str(), &one.text)).collect())
            .collect();
        let named = briefing.elements.iter().map(|(name, title)| (name.as_str(), title.as_str()));
        let is_there = |name: &str| clauses.iter().any(|clause| clause.contains_key(name));
        let mut all: Vec<_> = named.filter(|(name, _)| is_there(name)).collect();
        let mut seen: HashSet<&str> = all.iter().map(|(name, _)| *name).collect();
        let mentioned = compared.iter().flat_map(elements).map(|one| one.name.as_str());
        all.extend(mentioned.filter(|name| seen.insert(name)).map(|name| (name, name)));
        Self { setting, compared, clauses, elements: all }
    }

    /// Whether any of them is taken apart.
    pub(crate) fn are_there(&self) -> bool {
        !self.elements.is_empty()
    }

    /// The width of the column of the titles, in columns of the screen.
    fn titles(&self) -> usize {
        let longest = self.elements.iter().map(|(_, title)| columns(title)).max().unwrap_or(0);
        longest.clamp(TITLES.0, TITLES.1)
    }

    /// How many clauses `width` columns of the screen have room for, at least one.
    pub(crate) fn room_for(&self, width: usize) -> usize {
        fitting(NARROWEST, behind(self.titles(), width))
    }

    /// The columns of the screen that so many clauses take at most.
    pub(crate) fn width_of(&self, number: usize) -> usize {
        width_of(1, self.titles()) + width_of(number + 1, WIDEST) - width_of(1, WIDEST)
    }

    /// The table, for those that stand at these places among what is compared: a row of their names, then a
    /// row for each element.
    pub(crate) fn table(&self, shown: &[usize]) -> Vec<Sheet> {
        let mut sheet = Sheet::default();
        let mut cells = vec![Vec::new()];
        cells.extend(shown.iter().map(|at| vec![Element::new(self.name(&mut sheet, *at))]));
        sheet.push(Element::table_row(cells, self.titles()));
        let rows = self.elements.iter().map(|(name, title)| {
            let mut sheet = Sheet::default();
            let mut cells = vec![vec![Element::new(Rich::new(title, title_face()))]];
            cells.extend(shown.iter().map(|at| vec![self.cell(&mut sheet, name, *at)]));
            sheet.push(Element::table_row(cells, self.titles()));
            sheet
        });
        let mut rows: Vec<Sheet> = [sheet].into_iter().chain(rows).collect();
        self.explain(&mut rows);
        rows
    }

    /// One element after the other, with what each clause has of it.
    pub(crate) fn one_by_one(&self) -> Vec<Sheet> {
        let sheets = self.elements.iter().map(|(name, title)| {
            let mut sheet = Sheet::default();
            sheet.push(Element::new(Rich::new(title, title_face())));
            for at in 0..self.compared.len() {
                let mut said = self.name(&mut sheet, at);
                said.push(words::behind_name(self.setting.glyphs.are_spoken()), Role::Body);
                let cell = self.cell(&mut sheet, name, at);
                said.append(cell.rich);
                let lead =
                    if cell.lead.is_empty() { Rich::new("  ", Role::Body) } else { cell.lead };
                sheet.push(Element { lead, ..Element::new(said) });
            }
            sheet
        });
        let mut sheets: Vec<Sheet> = sheets.collect();
        self.explain(&mut sheets);
        sheets
    }

    /// A clause by its name, which is a link.
    fn name(&self, sheet: &mut Sheet, at: usize) -> Rich {
        let mut rich = Rich::default();
        let Some(of) = self.compared.get(at) else { return rich };
        let link = sheet.link(Link::To(of.clone()));
        rich.link(&self.setting.briefing.name(of), Role::Link, link);
        rich
    }

    /// What a clause has of an element. What it has alone, and what it lacks, has a mark before it.
    fn cell(&self, sheet: &mut Sheet, name: &str, at: usize) -> Element {
        let glyphs = self.setting.glyphs;
        let clause = self.clauses.get(at);
        let Some(text) = clause.and_then(|clause| clause.get(name)) else {
            let element = Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint));
            let is_taken_apart = clause.is_some_and(|clause| !clause.is_empty());
            let lead = if is_taken_apart { marked(glyphs.lacks) } else { String::new() };
            return element.hung(&lead, Role::Faint);
        };
        let element = Element::new(sheet.rich(text, Role::Body));
        if self.is_alone(name) {
            element.hung(&marked(glyphs.alone), Role::Accent)
        } else {
            element
        }
    }

    /// Whether one clause alone has an element, of several that are taken apart.
    fn is_alone(&self, name: &str) -> bool {
        let taken_apart = self.clauses.iter().filter(|clause| !clause.is_empty());
        let having = taken_apart.clone().filter(|clause| clause.contains_key(name));
        having.take(2).count() == 1 && taken_apart.take(2).count() == 2
    }

    /// Says below the last row what the mark of what is alone means, if it is there and no word.
    fn explain(&self, rows: &mut [Sheet]) {
        let glyphs = self.setting.glyphs;
        let any = self.elements.iter().any(|(name, _)| self.is_alone(name));
        if let Some(last) = rows.last_mut().filter(|_| any && !glyphs.are_spoken()) {
            let what = Rich::new(&words::what_is_alone(glyphs.alone), Role::Faint);
            last.push(Element::new(what).below(1));
        }
    }
}

fn title_face() -> Face {
    Face { strong: true, ..Role::Label.into() }
}

/// A mark with a blank behind it; nothing where there is no mark.
fn marked(mark: &str) -> String {
    if mark.is_empty() { String::new() } else { format!("{mark} ") }
}
