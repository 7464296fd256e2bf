//! A document as the lines of a law.

use crate::import::document::{Document, DocumentBlock, Words};

/// A line of a law: a heading, a paragraph, or a point of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, on one line. Emphasis and links are no part of a wording.
    pub(super) text: String,
    /// How deep it stands in lists.
    pub(super) depth: usize,
    /// Whether the document calls it a heading, or it is strong from its beginning to its end.
    pub(super) is_heading: bool,
    /// The footnotes that are called in it.
    pub(super) notes: Vec<usize>,
}

/// The lines of a document; footnotes are no lines.
pub(super) fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Lines { lines: Vec::new() };
    for block in &document.blocks {
        lines.block(block, 0);
    }
    lines.lines
}

struct Lines {
    lines: Vec<Line>,
}

impl Lines {
    fn block(&mut self, block: &DocumentBlock, depth: usize) {
        match block {
            DocumentBlock::Heading { words, .. } => self.words(words, depth, true),
            DocumentBlock::Paragraph(words) => self.words(words, depth, false),
            DocumentBlock::List { ordered, points } => {
                for (at, point) in points.iter().enumerate() {
                    let mark = if *ordered { format!("{}.", at + 1) } else { "–".to_owned() };
                    self.point(&mark, *ordered, point, depth + 1);
                }
            }
            DocumentBlock::Quote(blocks) => {
                for block in blocks {
                    self.block(block, depth);
                }
            }
            DocumentBlock::Table { caption, columns, rows } => {
                self.words(caption, depth, false);
                for row in std::iter::once(columns).chain(rows) {
                    let cells = row.iter().map(on_one_line);
                    let cells: Vec<_> = cells.filter(|cell| !cell.is_empty()).collect();
                    let notes = row.iter().flatten().filter_map(|run| run.footnote).collect();
                    self.push(cells.join(" | "), depth, false, notes);
                }
            }
            DocumentBlock::Preformatted(text) => {
                for line in text.lines() {
                    self.push(joined(line), depth, false, Vec::new());
                }
            }
        }
    }

    /// A point with its enumerator, where its words have none of their own.
    fn point(&mut self, mark: &str, ordered: bool, blocks: &[DocumentBlock], depth: usize) {
        let before = self.lines.len();
        for block in blocks {
            self.block(block, depth);
        }
        let Some(first) = self.lines.get_mut(before) else { return };
        if ordered || !has_mark(&first.text) {
            first.text = format!("{mark} {}", first.text);
        }
    }

    fn words(&mut self, words: &Words, depth: usize, is_heading: bool) {
        let notes = words.iter().filter_map(|run| run.footnote).collect::<Vec<_>>();
        let said = |run: &&crate::import::document::Run| {
            run.footnote.is_none() && !run.text.trim().is_empty()
        };
        let is_strong = words.iter().filter(said).all(|run| run.strong);
        let whole: String = words
            .iter()
            .filter(|run| run.footnote.is_none())
            .map(|run| run.text.as_str())
            .collect();
        let first = self.lines.len();
        for line in whole.split('\n') {
            self.push(joined(line), depth, is_heading || is_strong, Vec::new());
        }
        match self.lines.get_mut(first..).and_then(<[Line]>::last_mut) {
            Some(last) => last.notes = notes,
            None if !notes.is_empty() => {
                if let Some(last) = self.lines.last_mut() {
                    last.notes.extend(notes);
                }
            }
            None => {}
        }
    }

    fn push(&mut self, text: String, depth: usize, is_heading: bool, notes: Vec<usize>) {
        if !text.is_empty() {
            self.lines.push(Line { text, depth, is_heading, notes });
        }
    }
}

/// Whether a line begins with an enumerator in brackets or with a dot, as `(a)` and `1.`.
pub(in crate::import) fn has_mark(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let is_short = (2..=8).contains(&word.chars().count());
    let bare = word.trim_start_matches(['(', '（', '§']);
    let is_closed = word.ends_with([')', '.', '）', '°', '、']);
    let inside = bare.trim_end_matches([')', '.', '）', '°', '、']);
    let is_name = !inside.is_empty() && inside.chars().all(char::is_alphanumeric);
    let is_circled = line.starts_with(|c: char| matches!(c, '①'..='⑳' | '㉑'..='㊿'));
    let is_dash = matches!(word, "-" | "–" | "—" | "•" | "*");
    let is_counted = inside.chars().count() == 1
        || inside.chars().all(|c| c.is_ascii_digit() || "ivxlcdmIVXLCDM".contains(c));
    is_circled || is_dash || (is_short && is_closed && is_name && is_counted)
}

/// Words without their footnotes, on one line.
pub(super) fn on_one_line(words: &Words) -> String {
    let words = words.iter().filter(|run| run.footnote.is_none());
    joined(&words.map(|run| run.text.as_str()).collect::<String>())
}

/// Words with one blank between them. A wide blank behind an enumerator parts it from its words as well.
fn joined(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
