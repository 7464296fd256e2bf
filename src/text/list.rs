//! A list as a sheet: its points behind their marks, those below a point further in.

use crate::base::in_roman;
use crate::model::{List, ListPoint};

use super::{Element, Origin, Role, Sheet, Typesetting, columns};

impl Typesetting<'_> {
    /// Adds a list.
    pub(super) fn list(&self, sheet: &mut Sheet, list: &List) {
        let marks = marks(list, self.glyphs.bullet);
        let widths = widths(list, &marks);
        let mut logical = 0;
        for (point, mark) in list.points.iter().zip(&marks) {
            let ListPoint { text, level, words } = point;
            let said = text.plain.len() - words;
            let rich = sheet.rich(text, Role::Body).part(&(*words..text.plain.len()));
            let origin = Origin::Text { at: 0, logical: logical + words, len: said };
            let lead = if self.glyphs.are_spoken() {
                // What stands further in on a screen is told by its marks alone.
                format!(
                    "{}{mark} ",
                    format!("{mark} ").repeat(if list.ordered { 0 } else { *level })
                )
            } else {
                let indent = widths.iter().take(*level).map(|width| width + 1).sum::<usize>();
                let width = widths.get(*level).copied().unwrap_or(0);
                let blank = width.saturating_sub(columns(mark)) + 1;
                format!("{}{mark}{}", " ".repeat(indent), " ".repeat(blank))
            };
            sheet.push(Element::new(rich).hung(&lead, Role::Faint).from(origin));
            logical += text.plain.len() + 1;
        }
    }
}

/// What stands before each point of a list: the mark that it was written with, its number among its like
/// where they are counted, else `bullet`.
pub(crate) fn marks(list: &List, bullet: &str) -> Vec<String> {
    let mut counted: Vec<usize> = Vec::new();
    let marks = list.points.iter().map(|ListPoint { text, level, words }| {
        counted.resize(level + 1, 0);
        if let Some(last) = counted.last_mut() {
            *last += 1;
        }
        let own = text.plain.get(..*words).unwrap_or_default().trim_end();
        match counted.last() {
            _ if !own.is_empty() => own.to_owned(),
            Some(number) if list.ordered => numeral(*number, *level),
            _ => bullet.to_owned(),
        }
    });
    marks.collect()
}

/// The columns that the marks of each level take.
fn widths(list: &List, marks: &[String]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for (point, mark) in list.points.iter().zip(marks) {
        widths.resize(widths.len().max(point.level + 1), 0);
        if let Some(width) = widths.get_mut(point.level) {
            *width = columns(mark).max(*width);
        }
    }
    widths
}

/// A number from 1 on as it is counted at a level: `1.`, below that `a.`, below that `i.`, and again.
fn numeral(number: usize, level: usize) -> String {
    match level % 3 {
        0 => format!("{number}."),
        1 => format!("{}.", letters(number)),
        _ => format!("{}.", roman(number)),
    }
}

/// `a` to `z`, `aa`, `ab`, ...
fn letters(number: usize) -> String {
    let mut left = number;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.extend(('a'..='z').nth(left % 26));
        left /= 26;
    }
    letters.iter().rev().collect()
}

/// `i`, `ii`, `iii`, `iv`, ...; from 4000 on in figures.
fn roman(number: usize) -> String {
    match u32::try_from(number) {
        Ok(small @ ..4000) => in_roman(small),
        _ => number.to_string(),
    }
}
