//! Text without markup: paragraphs by blank lines, and what looks like a heading or a list.

use super::document::{Document, DocumentBlock, Run, Words};
use super::error::ReadError;
use super::{kind, law};
use crate::base::{cut, hazard};

/// A line that was wrapped by hand has at least so many of a hundred of the columns that most lines have.
const NEARLY: usize = 70;
/// No text is wrapped by hand in more columns, or in fewer.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=120;
/// The longest heading, in characters.
const HEADING: usize = 80;
/// The longest heading with a number that ends in a full stop, in words: `1. Definitions.`
const STOPPED: usize = 6;
/// A line alone that begins so many columns further right than most is centred: a heading.
const CENTRED: usize = 12;

/// Reads a file of plain text.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = kind::text(bytes)?;
    let visible: String = text.chars().filter(|c| hazard(*c).is_none()).collect();
    let lines: Vec<&str> = visible.lines().map(str::trim_end).collect();
    let mut reader = Reader { width: width(&lines), document: Document::default() };
    let groups: Vec<&[&str]> =
        lines.split(|line| line.is_empty()).filter(|group| !group.is_empty()).collect();
    for (at, group) in groups.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| groups.get(at)).copied();
        reader.group(group, before, groups.get(at + 1).copied());
    }
    Ok(reader.document)
}

/// The columns that the text is wrapped in by hand; 0 if it is not.
fn width(lines: &[&str]) -> usize {
    let most = lines.iter().map(|line| columns(line)).max().unwrap_or_default();
    if WRAPPED.contains(&most) { most } else { 0 }
}

fn columns(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line.trim())
}

struct Reader {
    width: usize,
    document: Document,
}

impl Reader {
    /// Reads lines between blank lines.
    fn group(&mut self, lines: &[&str], before: Option<&[&str]>, next: Option<&[&str]>) {
        let mut paragraph: Vec<String> = Vec::new();
        let mut last: Option<&str> = None;
        for (at, line) in lines.iter().enumerate() {
            let words = line.trim();
            if let Some(level) =
                underlined(words).filter(|_| paragraph.len() == 1 && last.is_some())
            {
                self.heading(level, &std::mem::take(&mut paragraph));
                last = None;
                continue;
            }
            let is_alone = lines.len() == 1;
            // In capitals it would be a heading.
            let is_first = before.is_none() && next.is_some() && self.document.blocks.is_empty();
            if is_alone && is_first && is_title(&[words.to_owned()]) {
                words.clone_into(&mut self.document.title);
                return;
            }
            if is_alone && let Some(level) = heading(line, before, next) {
                return self.heading(level, &[words.to_owned()]);
            }
            let begins = law::has_mark(words) || law::head(words).is_some();
            let is_below_heading = last.is_some_and(|last| law::head(last).is_some());
            let above = at.checked_sub(1).and_then(|at| lines.get(at)).copied().unwrap_or_default();
            let is_deeper = is_indented(line, above);
            let is_first_line = is_deeper && above.ends_with(['.', ':', ';', '!', '?']);
            if begins || is_below_heading || is_first_line {
                self.paragraph(&std::mem::take(&mut paragraph));
            }
            let hangs = is_deeper && law::has_mark(above.trim());
            self.join(&mut paragraph, words, last, hangs);
            last = Some(words);
        }
        let is_title = before.is_none() && next.is_some() && is_title(&paragraph);
        if is_title && self.document.blocks.is_empty() {
            self.document.title = paragraph.join(" ");
        } else {
            self.paragraph(&paragraph);
        }
    }

    /// Adds a line to a paragraph: to its last line, if that was wrapped by hand. It is if it reaches nearly as
    /// far as any, or is in the middle of a sentence, or this line hangs under its enumerator.
    fn join(&self, paragraph: &mut Vec<String>, words: &str, last: Option<&str>, hangs: bool) {
        let was_wrapped = last.is_some_and(|last| {
            let is_long = self.width > 0 && columns(last) * 100 >= self.width * NEARLY;
            let goes_on = words.starts_with(char::is_lowercase)
                && last.ends_with(|c: char| c.is_alphanumeric() || c == ',');
            is_long || goes_on || hangs
        });
        match paragraph.last_mut().filter(|_| was_wrapped) {
            Some(line) => {
                let is_unspaced = |c: Option<char>| {
                    c.is_some_and(
                        |c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'),
                    )
                };
                let no_blank =
                    is_unspaced(line.chars().next_back()) && is_unspaced(words.chars().next());
                let hyphen = line.ends_with('-')
                    && cut(line, ..line.len() - 1).ends_with(char::is_alphabetic)
                    && words.starts_with(char::is_lowercase);
                if !no_blank && !hyphen {
                    line.push(' ');
                }
                line.push_str(words);
            }
            None => paragraph.push(words.to_owned()),
        }
    }

    fn heading(&mut self, level: u8, lines: &[String]) {
        let words = words(&lines.join(" "));
        self.document.blocks.push(DocumentBlock::Heading { level, words });
    }

    fn paragraph(&mut self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let text = lines.join("\n");
        // The number of a page, `- 3 -`, is no point of a list.
        let is_page = law::page_number(&text).is_some();
        let bullet = ["- ", "* ", "• ", "– "].iter().find_map(|bullet| text.strip_prefix(bullet));
        let Some(point) = bullet.filter(|_| !is_page) else {
            return self.document.blocks.push(DocumentBlock::Paragraph(words(&text)));
        };
        let point = vec![DocumentBlock::Paragraph(words(point))];
        match self.document.blocks.last_mut() {
            Some(DocumentBlock::List { ordered: false, points }) => points.push(point),
            _ => self
                .document
                .blocks
                .push(DocumentBlock::List { ordered: false, points: vec![point] }),
        }
    }
}

fn words(text: &str) -> Words {
    vec![Run { text: text.to_owned(), ..Run::default() }]
}

fn is_indented(line: &str, above: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    indent(line) > indent(above) + 1
}

/// The level of the heading that a line of signs is the underline of.
fn underlined(line: &str) -> Option<u8> {
    let first = line.chars().next()?;
    let is_line = line.len() >= 3 && line.chars().all(|c| c == first);
    match first {
        '=' if is_line => Some(1),
        '-' | '~' | '_' if is_line => Some(2),
        _ => None,
    }
}

/// The level of a heading that stands alone between blank lines: in capitals, centred, or with a number.
fn heading(line: &str, before: Option<&[&str]>, next: Option<&[&str]>) -> Option<u8> {
    let is_centred = line.len() - line.trim_start().len() >= CENTRED && before.is_some();
    let line = line.trim();
    let is_stopped = line.ends_with('.') && line.split_whitespace().count() <= STOPPED;
    let ends = line.ends_with(['.', ';', ',', ':', '。', '!', '?']) && !is_numeral(line);
    if line.chars().count() > HEADING
        || (ends && !is_stopped)
        || next.is_none()
        || law::head(line).is_some()
    {
        return None;
    }
    let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
    let is_capital = line.chars().filter(|c| c.is_uppercase()).count() > 1
        && !line.chars().any(char::is_lowercase);
    let is_marked = |lines: Option<&[&str]>| {
        lines.and_then(|lines| lines.first()).is_some_and(|line| law::has_mark(line.trim()))
    };
    let is_in_list = is_marked(next) || (ends && is_marked(before));
    let parts: Vec<&str> = mark.trim_end_matches('.').split('.').collect();
    let is_numbered = parts
        .iter()
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if is_numbered
        && (mark.ends_with('.') || parts.len() > 1)
        && rest.starts_with(char::is_uppercase)
        && !is_in_list
    {
        return u8::try_from(parts.len() + 1).ok().map(|level| level.min(6));
    }
    ((is_capital || is_centred) && !ends).then_some(2)
}

/// Whether a line is a Roman numeral with a dot, as chapters of books are called.
fn is_numeral(line: &str) -> bool {
    let numeral = line.trim_end_matches('.');
    !numeral.is_empty() && numeral.chars().all(|c| "IVXLC".contains(c))
}

/// Whether the first paragraph of a text is its title: a few short lines without the end of a sentence.
fn is_title(lines: &[String]) -> bool {
    let text = lines.join(" ");
    (1..=4).contains(&lines.len())
        && text.chars().count() <= 2 * HEADING
        && !text.ends_with(['.', ';', ',', ':', '。'])
        && law::head(&text).is_none()
        && !law::has_mark(&text)
}
