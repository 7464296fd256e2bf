//! Clauses beside each other, element by element, in the briefing's own words.

use std::collections::{HashMap, HashSet};

use crate::model::{Target, Text};

use super::beside::{behind, column_width, fitting};
use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, columns, fit, width_of, words};

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
    /// What each has, by the names of the elements; nothing if the briefing does not take it apart.
    clauses: Vec<HashMap<&'a str, &'a Text>>,
    /// The elements that any of them has, as the briefing orders them, then in the order in which they are
    /// mentioned.
    elements: Vec<ComparedElement<'a>>,
}

/// An element that some of the clauses have.
#[derive(Debug)]
struct ComparedElement<'a> {
    name: &'a str,
    title: &'a str,
    /// Whether one clause alone has it, of several that are taken apart.
    is_alone: bool,
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
        let mut having: HashMap<&str, usize> = HashMap::new();
        clauses
            .iter()
            .flat_map(HashMap::keys)
            .for_each(|name| *having.entry(name).or_default() += 1);
        let named = briefing.elements.iter().map(|(name, title)| (name.as_str(), title.as_str()));
        let mut all: Vec<_> = named.filter(|(name, _)| having.contains_key(name)).collect();
        let mut seen: HashSet<&str> = all.iter().map(|(name, _)| *name).collect();
        let mentioned = compared.iter().flat_map(elements).map(|one| one.name.as_str());
        all.extend(mentioned.filter(|name| seen.insert(name)).map(|name| (name, name)));
        let are_several = clauses.iter().filter(|clause| !clause.is_empty()).nth(1).is_some();
        let is_alone = |name: &str| are_several && having.get(name) == Some(&1);
        let all = all.into_iter();
        let elements =
            all.map(|(name, title)| ComparedElement { name, title, is_alone: is_alone(name) });
        Self { setting, compared, elements: elements.collect(), clauses }
    }

    /// Whether any of them is taken apart.
    pub(crate) fn are_there(&self) -> bool {
        !self.elements.is_empty()
    }

    /// The width of the column of the titles, in columns of the screen.
    fn titles(&self) -> usize {
        let longest = self.elements.iter().map(|one| columns(one.title)).max().unwrap_or(0);
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

    /// What stands over the columns of the table where that is set in `width` columns of the screen: each name,
    /// cut to its column, with the column of the screen at which that begins.
    pub(crate) fn head(&self, shown: &[usize], width: usize) -> Vec<(usize, String)> {
        let room = behind(self.titles(), width);
        let column = column_width(room, shown.len());
        let begins = (0..).map(|at| width - room + width_of(at + 1, column) - column);
        let names = shown.iter().filter_map(|at| {
            let name = self.setting.briefing.name(self.compared.get(*at)?);
            Some(fit(&name, column, self.setting.glyphs.ellipsis).into_owned())
        });
        begins.zip(names).collect()
    }

    /// The table, for those that stand at these places among what is compared: a row of their names, then a
    /// row for each element, then what the marks mean.
    pub(crate) fn table(&self, shown: &[usize]) -> Vec<Sheet> {
        let mut sheet = Sheet::default();
        let mut cells = vec![Vec::new()];
        cells.extend(shown.iter().map(|at| vec![Element::new(self.name(&mut sheet, *at))]));
        sheet.push(Element::table_row(cells, self.titles()));
        let rows = self.elements.iter().enumerate().map(|(row, element)| {
            let mut sheet = Sheet::default();
            let mut cells = vec![vec![Element::new(Rich::new(element.title, title_face()))]];
            cells.extend(shown.iter().map(|at| vec![self.cell(&mut sheet, element, row, *at)]));
            sheet.push(Element::table_row(cells, self.titles()));
            sheet
        });
        let mut rows: Vec<Sheet> = [sheet].into_iter().chain(rows).collect();
        self.explain(&mut rows, shown);
        rows
    }

    /// One element after the other, with what each clause has of it. Of one that is not taken apart that is said
    /// once.
    pub(crate) fn one_by_one(&self) -> Vec<Sheet> {
        let is_apart = |at: usize| self.clauses.get(at).is_some_and(|clause| !clause.is_empty());
        let sheets = self.elements.iter().enumerate().map(|(row, element)| {
            let mut sheet = Sheet::default();
            sheet.push(Element::new(Rich::new(element.title, title_face())));
            for at in (0..self.compared.len()).filter(|at| row == 0 || is_apart(*at)) {
                let mut said = self.name(&mut sheet, at);
                said.push(words::behind_name(self.setting.glyphs.are_spoken()), Role::Body);
                let cell = self.cell(&mut sheet, element, row, at);
                said.append(cell.rich);
                let lead =
                    if cell.lead.is_empty() { Rich::new("  ", Role::Body) } else { cell.lead };
                sheet.push(Element { lead, ..Element::new(said) });
            }
            sheet
        });
        let mut sheets: Vec<Sheet> = sheets.collect();
        let all: Vec<usize> = (0..self.compared.len()).collect();
        self.explain(&mut sheets, &all);
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

    /// What a clause has of the element in a row. What it has alone, and what it lacks, has a mark before it. A
    /// clause that is not taken apart says so in the first row, and has the mark in the others.
    fn cell(&self, sheet: &mut Sheet, element: &ComparedElement, row: usize, at: usize) -> Element {
        let glyphs = self.setting.glyphs;
        let clause = self.clauses.get(at).filter(|clause| !clause.is_empty());
        let Some(clause) = clause else {
            return if row == 0 {
                let not_taken_apart = Element::new(Rich::new(words::NOT_TAKEN_APART, Role::Faint));
                not_taken_apart.hung(&marked(glyphs.lacks), Role::Faint)
            } else {
                Element::new(Rich::new(glyphs.lacks, Role::Faint))
            };
        };
        let Some(text) = clause.get(element.name) else {
            let not_given = Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint));
            return not_given.hung(&marked(glyphs.lacks), Role::Faint);
        };
        let said = Element::new(sheet.rich(text, Role::Body));
        if element.is_alone { said.hung(&marked(glyphs.alone), Role::Accent) } else { said }
    }

    /// Says below the last row what the marks mean that stand in the columns that are shown, where they are no
    /// words.
    fn explain(&self, rows: &mut [Sheet], shown: &[usize]) {
        let glyphs = self.setting.glyphs;
        if glyphs.are_spoken() {
            return;
        }
        let shown = shown.iter().filter_map(|at| self.clauses.get(*at));
        let has =
            |element: &ComparedElement| shown.clone().any(|one| one.contains_key(element.name));
        let is_alone = self.elements.iter().any(|one| one.is_alone && has(one));
        let is_lacking = shown.clone().any(|one| one.len() < self.elements.len());
        let alone = is_alone.then_some(glyphs.alone);
        let lacks = is_lacking.then_some(glyphs.lacks);
        if let (Some(last), Some(meant)) = (rows.last_mut(), words::marks_of_elements(alone, lacks))
        {
            last.push(Element::new(Rich::new(&meant, Role::Faint)).below(1));
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
