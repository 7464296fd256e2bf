//! The words of a document without what no briefing may have, and with links where addresses stand in them.

use super::document::{Document, DocumentBlock, Run, Words};
use crate::base::{cut, hazard, marks, unseen};

/// What a tab is in lines that are kept.
const TAB: &str = "    ";

/// Cleans all words of a document: control characters and what is not seen go, addresses become links.
pub(super) fn clean(document: &mut Document) {
    document.title = letters(&document.title);
    for block in document.blocks.iter_mut().chain(document.footnotes.iter_mut().flatten()) {
        clean_block(block);
    }
}

fn clean_block(block: &mut DocumentBlock) {
    match block {
        DocumentBlock::Heading { words, .. } | DocumentBlock::Paragraph(words) => {
            clean_words(words);
        }
        DocumentBlock::List { points, .. } => points.iter_mut().flatten().for_each(clean_block),
        DocumentBlock::Quote(blocks) => blocks.iter_mut().for_each(clean_block),
        DocumentBlock::Table { caption, columns, rows } => {
            clean_words(caption);
            columns.iter_mut().chain(rows.iter_mut().flatten()).for_each(clean_words);
        }
        DocumentBlock::Preformatted(text) => {
            let lines = text.lines().map(|line| letters(&line.replace('\t', TAB)));
            *text = lines.collect::<Vec<_>>().join("\n");
        }
    }
}

/// A text without the characters that drive a terminal, or that YAML has no place for. A tab is a blank.
pub(super) fn letters(text: &str) -> String {
    let mut letters: String = text
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| hazard(*c).is_none() && !is_no_character(*c))
        .collect();
    for find in [unseen, marks] {
        let unshown = find(&letters);
        for one in unshown.into_iter().rev() {
            letters.replace_range(one.range, "");
        }
    }
    letters
}

/// Whether Unicode says of a code point that it never is a character.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

fn clean_words(words: &mut Words) {
    for run in words.iter_mut() {
        run.text = letters(&run.text);
    }
    merge(words);
    *words = std::mem::take(words).into_iter().flat_map(linked).collect();
}

/// Makes one run of those that follow each other with one face.
fn merge(words: &mut Words) {
    let mut merged = Words::with_capacity(words.len());
    for run in words.drain(..).filter(|run| !run.text.is_empty()) {
        match merged.last_mut() {
            Some(last) if is_alike(last, &run) => last.text.push_str(&run.text),
            _ => merged.push(run),
        }
    }
    *words = merged;
}

fn is_alike(one: &Run, other: &Run) -> bool {
    let Run { text: _, strong, emphasised, code, link, footnote } = one;
    (*strong, *emphasised, *code, link) == (other.strong, other.emphasised, other.code, &other.link)
        && footnote.is_none()
        && other.footnote.is_none()
}

/// A run as several, of which those that are addresses are links.
fn linked(run: Run) -> Vec<Run> {
    if run.link.is_some() || run.footnote.is_some() || run.code || !run.text.contains("://") {
        return vec![run];
    }
    let mut runs = Vec::new();
    let mut rest = run.text.as_str();
    while let Some((start, len)) = address(rest) {
        let (before, behind) = rest.split_at(start);
        let (address, behind) = behind.split_at(len);
        runs.push(Run { text: before.to_owned(), ..run.clone() });
        runs.push(Run { text: address.to_owned(), link: Some(address.to_owned()), ..run.clone() });
        rest = behind;
    }
    runs.push(Run { text: rest.to_owned(), ..run.clone() });
    runs.retain(|run| !run.text.is_empty());
    runs
}

/// Where the first address of a text stands, and how many bytes it has.
fn address(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(colon) = cut(text, from..).find("://") {
        let colon = from + colon;
        from = colon + "://".len();
        let before = cut(text, ..colon);
        let start =
            ["https", "http"].iter().find_map(|scheme| Some(before.strip_suffix(scheme)?.len()));
        if let Some(start) = start {
            let len = extent(cut(text, start..));
            if start + len > from {
                return Some((start, len));
            }
        }
    }
    None
}

/// How many bytes of a text are the address that it begins with, without the punctuation of the sentence behind.
fn extent(text: &str) -> usize {
    let signs = ['<', '>', '"', '\'', '`', '\\', '|', '{', '}', '[', ']'];
    let ends = |c: char| c.is_whitespace() || !c.is_ascii() || signs.contains(&c);
    let whole = cut(text, ..text.find(ends).unwrap_or(text.len()));
    let stops = ['.', ',', ';', ':', '!', '?', '*', '_'];
    let mut address = whole.trim_end_matches(stops);
    // A bracket that it does not open is not its own.
    let is_open = address.contains('(');
    while let Some(inside) = address.strip_suffix(')').filter(|_| !is_open) {
        address = inside.trim_end_matches(stops);
    }
    address.len()
}
