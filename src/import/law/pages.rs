//! The numbers of pages that stand between the lines of a law.

use super::lines::Line;
use crate::base::cut;

/// Words that the number of a page stands behind, in small letters.
const WORDS: [&str; 6] = ["page", "seite", "página", "pagina", "страница", "페이지"];

/// Takes the lines out with nothing on them but the number of a page, and counts them: there are at least two, and
/// they go up. One alone may be anything else.
pub(super) fn take_pages(lines: &mut Vec<Line>) -> usize {
    let pages: Vec<u32> = lines.iter().filter_map(|line| page_number(&line.text)).collect();
    if pages.len() < 2 || !pages.is_sorted_by(|one, next| one < next) {
        return 0;
    }
    lines.retain(|line| page_number(&line.text).is_none());
    pages.len()
}

/// The number of the page that a line is: `- 3 -`, `Page 4`, `Page 4 of 34`, `12/34`.
pub(in crate::import) fn page_number(line: &str) -> Option<u32> {
    let line = line.trim();
    between_dashes(line).or_else(|| behind_word(line)).or_else(|| of_all(line))
}

fn between_dashes(line: &str) -> Option<u32> {
    let dash = line.chars().next().filter(|first| matches!(first, '-' | '–' | '—'))?;
    number(line.strip_prefix(dash)?.strip_suffix(dash)?)
}

fn behind_word(line: &str) -> Option<u32> {
    let small = line.to_lowercase();
    let rest = WORDS.iter().find_map(|word| small.strip_prefix(word))?;
    let end = rest.find(" of ").or_else(|| rest.find('/')).unwrap_or(rest.len());
    let is_whole =
        end == rest.len() || number(rest.trim_end().rsplit([' ', '/']).next()?).is_some();
    number(cut(rest, ..end)).filter(|_| is_whole)
}

fn of_all(line: &str) -> Option<u32> {
    let (page, all) = line.split_once('/')?;
    let (page, all) = (number(page)?, number(all)?);
    (page <= all).then_some(page)
}

fn number(text: &str) -> Option<u32> {
    let digits = text.trim();
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}
