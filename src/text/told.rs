//! Sheets as plain lines, for who hears or feels them: whole, without bars and columns, each link
//! behind its words by a number.

use crate::base::cut;

use super::{Element, Rich, Role, Run, Sheet};

/// What sets two things apart on a line that is seen.
const GAP: &str = "  ";

impl Sheet {
    /// Its lines, none of them broken. Its first link has the number `first`, the others the numbers
    /// after it, in the order of [`Sheet::links`]; without one no link has a number.
    pub(crate) fn told(&self, first: Option<usize>) -> Vec<String> {
        let mut lines = Vec::new();
        self.elements.iter().for_each(|element| tell(element, first, &mut lines));
        lines
    }
}

/// Adds the lines of an element: one for each hard break in it, and for what stands side by side one
/// after the other.
fn tell(element: &Element, first: Option<usize>, lines: &mut Vec<String>) {
    let mut words = String::new();
    add(&element.lead, None, &mut words);
    if !words.is_empty() {
        words.push(' ');
    }
    add(&element.rich, first, &mut words);
    lines.extend(words.split('\n').map(plain).filter(|line| !line.is_empty()));
    let cells = element.beside.iter().flat_map(|beside| beside.cells.iter().flatten());
    cells.for_each(|element| tell(element, first, lines));
}

/// Adds what is said, with a number behind each link, a comma where a gap stood and a colon behind a
/// label.
fn add(rich: &Rich, first: Option<usize>, words: &mut String) {
    let mut runs = rich.runs.iter().peekable();
    while let Some(run) = runs.next() {
        let said = closed_up(run, cut(&rich.plain, run.range.clone()));
        let said = said.as_str();
        match said.strip_prefix(GAP) {
            Some(said) if !words.trim().is_empty() && !said.trim().is_empty() => {
                words.truncate(words.trim_end().len());
                // A sign that is told as a word has a colon, which parts it from what follows.
                words.push_str(if words.ends_with(':') { " " } else { ", " });
                words.push_str(said);
            }
            _ => words.push_str(said),
        }
        if is_label(run, said) {
            words.truncate(words.trim_end().len());
            words.push_str(": ");
        }
        let ends = runs.peek().is_none_or(|next| next.link != run.link);
        if let (Some(first), Some(link), true) = (first, run.link, ends) {
            words.push_str(&super::words::numbered_link(first + link));
        }
    }
}

/// What a run says, with no blank before the commas that stand for dots. In the text of a briefing these
/// stand behind a no-break space or at the beginning of a run.
fn closed_up(run: &Run, said: &str) -> String {
    let said = said.replace("\u{a0},", ",");
    if run.face.role != Role::Body {
        return said.replace(" ,", ",");
    }
    let rest = said.trim_start();
    if rest.starts_with(", ") { rest.to_owned() } else { said }
}

/// Whether a run says what follows it: it ends with a letter and a gap.
fn is_label(run: &Run, said: &str) -> bool {
    let letters = said.trim_end();
    let gap = said.len() - letters.len();
    (letters.ends_with(char::is_alphabetic) || (letters.ends_with(')') && letters.contains('(')))
        && (gap >= GAP.len() || (gap > 0 && run.face.role == Role::Label))
}

/// Words with single blanks between them. A soft hyphen is no part of a word.
fn plain(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").replace('\u{AD}', "")
}
