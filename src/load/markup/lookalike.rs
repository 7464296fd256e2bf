//! What looks like markup and is none: other kinds of Markdown have it, or a keyboard made it.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memmem};

use crate::base::cut;
use crate::load::reference;
use crate::load::sentences::Lookalike;

/// How long a label may be, in bytes.
const LABEL: usize = 200;
/// How many bytes of marks stand beside one.
const REACH: usize = 8;
/// Brackets that end the label of a link, or would if they were not full-width.
const CLOSING: [char; 3] = [']', '］', '】'];

/// Whether there may be anything in `text` that looks like markup: a quick no for nearly every text.
pub(super) fn may_be(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has = |part: &str| memmem::find(bytes, part.as_bytes()).is_some();
    memchr(b'|', bytes).is_some()
        || (memchr(b'~', bytes).is_some() && has("~~"))
        || (memchr(b'[', bytes).is_some() && (has("[[") || has("][") || has("[^")))
        || (!text.is_ascii() && ["（", "）", "［", "】"].into_iter().any(has))
        || memchr_iter(b':', bytes).any(|at| bare_scheme(text, at).is_some())
}

/// Where the scheme begins that the colon at a byte of `text` ends, in an address that stands alone.
fn bare_scheme(text: &str, colon: usize) -> Option<usize> {
    let head = cut(text, ..colon);
    let word = head.len() - head.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let before = cut(head, ..word);
    let is_address = reference::is_inside(cut(head, word..))
        && cut(text, colon + 1..).starts_with(|c: char| c.is_ascii_alphanumeric());
    let glued = before.ends_with(|c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ':' | '@' | '#' | '\\')
    });
    let paren = before.strip_suffix(['(', '（']);
    let in_link = paren.is_some_and(|before| before.ends_with(CLOSING));
    (is_address && !glued && !in_link).then_some(word)
}

/// The words of a text, with everything else blotted out: marks, links, code and what is escaped.
pub(super) struct PlainWords {
    /// As many bytes as the text has.
    shown: Vec<u8>,
    base: usize,
}

/// What stands for a byte of anything else.
const BLOT: u8 = 1;

impl PlainWords {
    /// None yet of the part `within` of `value`.
    pub(super) fn new(value: &str, within: &Range<usize>) -> Self {
        let bytes = cut(value, within.clone()).bytes();
        let shown = bytes.map(|byte| if byte == b'\n' { byte } else { BLOT }).collect();
        Self { shown, base: within.start }
    }

    /// These bytes of `value` are words.
    pub(super) fn add(&mut self, value: &str, source: &Range<usize>) {
        let is_escaped = cut(value, ..source.start).ends_with('\\');
        let start = source.start + usize::from(is_escaped);
        let place = start.saturating_sub(self.base)..source.end.saturating_sub(self.base);
        let written = value.as_bytes().get(start..source.end);
        if let (Some(place), Some(written)) = (self.shown.get_mut(place), written) {
            place.copy_from_slice(written);
        }
    }

    /// What looks like markup in them, with its bytes of the value; in a law only what surely is meant as such.
    pub(super) fn lookalikes(self, is_law: bool) -> Vec<(Range<usize>, Lookalike)> {
        let Ok(text) = String::from_utf8(self.shown) else { return Vec::new() };
        let mut found = Vec::new();
        found.extend(table(&text, is_law));
        found.extend(footnotes(&text));
        wide_links(&text, &mut found);
        if !is_law {
            found.extend(struck(&text));
            found.extend(double_brackets(&text));
            found.extend(references(&text));
        }
        bare(&text, &mut found);
        found.sort_by_key(|(at, _)| at.start);
        let place = |at: Range<usize>| self.base + at.start..self.base + at.end;
        found.into_iter().map(|(at, what)| (place(at), what)).collect()
    }
}

/// The first line that is a row of a table.
fn table(text: &str, is_law: bool) -> Option<(Range<usize>, Lookalike)> {
    let is_rule = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.trim_matches(':');
        dashes.len() > 2 && cell.len() - dashes.len() < 3 && dashes.bytes().all(|b| b == b'-')
    };
    let is_row = |line: &str| {
        line.len() > 4
            && line.starts_with("| ")
            && line.ends_with(" |")
            && cut(line, 1..line.len() - 1).contains(" | ")
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let line = line.trim();
        // Of a table whose lines were folded into one, cells may stand on either side.
        let is_table = line.contains('|') && line.split('|').any(is_rule);
        if is_table || (!is_law && is_row(line)) {
            return Some((start..start + line.len(), Lookalike::Table));
        }
    }
    None
}

/// Where `open` stands in `text`, each with what follows it, as far as a label and what ends it may reach.
fn each<'t>(text: &'t str, open: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices(open).map(move |(at, _)| (at, near(cut(text, at + open.len()..))))
}

/// The beginning of `text`: further on no label that begins before it ends.
fn near(text: &str) -> &str {
    cut(text, ..text.floor_char_boundary(LABEL + REACH))
}

/// The end of `text`: no label that ends behind it begins before.
fn near_end(text: &str) -> &str {
    cut(text, text.ceil_char_boundary(text.len().saturating_sub(LABEL + REACH))..)
}

fn is_label(words: &str) -> bool {
    let is_strange = |c: char| matches!(c, '[' | ']' | '\n') || u32::from(c) == u32::from(BLOT);
    !words.trim().is_empty() && words.len() <= LABEL && !words.contains(is_strange)
}

/// `[^1]`.
fn footnotes(text: &str) -> impl Iterator<Item = (Range<usize>, Lookalike)> {
    each(text, "[^").filter_map(|(at, rest)| {
        let (label, _) = rest.split_once(']')?;
        let is_note = is_label(label) && !label.contains(char::is_whitespace);
        let end = at + "[^".len() + label.len() + 1;
        is_note.then_some((at..end, Lookalike::Footnote))
    })
}

/// `[[words]]`.
fn double_brackets(text: &str) -> impl Iterator<Item = (Range<usize>, Lookalike)> {
    each(text, "[[").filter_map(|(at, rest)| {
        let (label, _) = rest.split_once("]]")?;
        let end = at + label.len() + "[[]]".len();
        is_label(label).then(|| (at..end, Lookalike::DoubleBrackets(label.to_owned())))
    })
}

/// `[words][label]`.
fn references(text: &str) -> impl Iterator<Item = (Range<usize>, Lookalike)> {
    each(text, "][").filter_map(|(at, rest)| {
        let head = near_end(cut(text, ..at));
        let start = at - head.len() + head.rfind('[')?;
        let words = cut(text, start + 1..at);
        let (label, after) = rest.split_once(']')?;
        let is_word = |label: &str| {
            !label.contains(|c: char| c.is_whitespace() || c == '[')
                && label.contains(char::is_alphanumeric)
        };
        let is_one = is_label(words)
            && words.contains(char::is_alphabetic)
            && (label.is_empty() || (is_label(label) && is_word(label)))
            && !cut(text, ..start).ends_with(|c: char| c == '[' || c.is_ascii_alphanumeric())
            && !after.starts_with('(');
        let end = at + "][]".len() + label.len();
        is_one.then(|| (start..end, Lookalike::Reference(words.to_owned(), label.to_owned())))
    })
}

/// `~~words~~`.
fn struck(text: &str) -> Option<(Range<usize>, Lookalike)> {
    let (at, rest) = each(text, "~~").next()?;
    let len = rest.find("~~")?;
    let words = cut(rest, ..len);
    let is_struck = is_label(words) && words.trim() == words && !words.starts_with('~');
    is_struck.then_some((at..at + len + "~~~~".len(), Lookalike::Struck))
}

/// `[words]（address）`, with brackets or parentheses of full width.
fn wide_links(text: &str, found: &mut Vec<(Range<usize>, Lookalike)>) {
    for (at, open) in text.match_indices(['(', '（']) {
        let head = cut(text, ..at);
        let Some(bracket) = head.chars().next_back().filter(|c| CLOSING.contains(c)) else {
            continue;
        };
        let rest = near(cut(text, at + open.len()..));
        let Some(end) = rest.find([')', '）', '\n']) else { continue };
        let close = cut(rest, end..).chars().next().unwrap_or_default();
        let address = cut(rest, ..end).replace('：', ":");
        let is_wide = [bracket, close].iter().any(|c| !c.is_ascii()) || open != "(";
        let begins = |(_, rest): (&str, &str)| !rest.starts_with(char::is_whitespace);
        let is_address =
            reference::has_scheme(&address) && address.split_once(':').is_some_and(begins);
        if !is_wide || close == '\n' || !is_address {
            continue;
        }
        let label = cut(head, ..head.len() - bracket.len_utf8());
        let near = near_end(label);
        let start = near.rfind(['[', '［', '【']).unwrap_or(near.len()) + label.len() - near.len();
        let words = cut(label, start..).trim_start_matches(['[', '［', '【']);
        let link = format!("[{words}]({address})");
        let end = at + open.len() + end + close.len_utf8();
        found.push((start..end, Lookalike::WideLink(link)));
    }
}

/// An address that is no link's.
fn bare(text: &str, found: &mut Vec<(Range<usize>, Lookalike)>) {
    found.sort_by_key(|(at, _)| at.start);
    let taken: Vec<_> = found.iter().map(|(at, _)| at.clone()).collect();
    let mut taken = taken.into_iter().peekable();
    let mut end = 0;
    for colon in memchr_iter(b':', text.as_bytes()) {
        let Some(start) = bare_scheme(text, colon) else { continue };
        while let Some(at) = taken.next_if(|at| at.start <= start) {
            end = at.end.max(end);
        }
        if start < end {
            continue;
        }
        let rest = cut(text, colon + 1..);
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
        let address = cut(rest, ..rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        let address = address.trim_end_matches(['.', '/', '-']);
        let at = start..colon + 1 + address.len();
        let address = cut(text, at.clone()).to_owned();
        found.push((at, Lookalike::BareAddress(address)));
    }
}
