//! Points that Markdown does not know: lines of a paragraph that begin with `a.`, `(b)`, `ii.` or `③`.

use super::document::{DocumentBlock, Run, Words};
use crate::base::{circled, roman};

/// A line of a paragraph, and how far it is set in.
pub(super) struct SourceLine {
    pub(super) indent: usize,
    pub(super) words: Words,
}

/// How many lines further on the second point of a row begins at most.
const NEAR: usize = 50;

/// What stands before the points that lines of a paragraph are, and a list of those, each with its enumerator.
/// `None` if they are only a paragraph. There are points where a second one follows one that begins a row.
pub(super) fn blocks(mut lines: Vec<SourceLine>) -> Option<Vec<DocumentBlock>> {
    let marks: Vec<Option<Mark>> = lines.iter().map(|line| mark(&line.words)).collect();
    let is_list = |at: &usize| {
        let Some([Some(first), rest @ ..]) = marks.get(*at..) else { return false };
        // A row below the first point may stand between.
        let mut near = rest.iter().take(NEAR).flatten();
        first.begins_row() && near.any(|next| next.is_after(first))
    };
    let at = (0..lines.len()).find(is_list)?;
    let points = lines.split_off(at);
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.push(DocumentBlock::Paragraph(joined(lines)));
    }
    let mut rows = Rows::default();
    for (line, mark) in points.into_iter().zip(marks.into_iter().skip(at)) {
        rows.add(line, mark);
    }
    blocks.push(rows.finish());
    Some(blocks)
}

/// Lines as one paragraph.
fn joined(lines: Vec<SourceLine>) -> Words {
    let mut words = Words::new();
    for line in lines {
        if !words.is_empty() {
            words.push(Run { text: " ".to_owned(), ..Run::default() });
        }
        words.extend(line.words);
    }
    words
}

/// The rows of points that are open, outermost first.
#[derive(Default)]
struct Rows {
    open: Vec<Row>,
}

/// Points of one row.
struct Row {
    indent: usize,
    last: Mark,
    points: Vec<Vec<DocumentBlock>>,
}

impl Rows {
    fn add(&mut self, line: SourceLine, mark: Option<Mark>) {
        let SourceLine { indent, words } = line;
        let Some(mark) = mark else { return self.go_on(words) };
        let begins = self.open.last().is_none_or(|row| {
            mark.begins_row() && !mark.is_after(&row.last) && indent >= row.indent
        });
        if begins {
            return self.open(indent, mark, words);
        }
        let Some(at) = self.open.iter().rposition(|row| mark.is_after(&row.last)) else {
            return self.go_on(words);
        };
        while self.open.len() > at + 1 {
            self.close();
        }
        if let Some(row) = self.open.last_mut() {
            row.last = mark;
            row.points.push(vec![DocumentBlock::Paragraph(words)]);
        }
    }

    fn open(&mut self, indent: usize, last: Mark, words: Words) {
        let points = vec![vec![DocumentBlock::Paragraph(words)]];
        self.open.push(Row { indent, last, points });
    }

    /// A line without an enumerator goes on with the point before.
    fn go_on(&mut self, words: Words) {
        let Some(point) = self.open.last_mut().and_then(|row| row.points.last_mut()) else {
            return;
        };
        if let Some(DocumentBlock::Paragraph(before)) = point.last_mut() {
            before.push(Run { text: " ".to_owned(), ..Run::default() });
            before.extend(words);
        } else {
            point.push(DocumentBlock::Paragraph(words));
        }
    }

    /// The innermost row goes below the last point of the one around it.
    fn close(&mut self) {
        let Some(Row { points, .. }) = self.open.pop() else { return };
        let list = DocumentBlock::List { ordered: false, points };
        if let Some(point) = self.open.last_mut().and_then(|row| row.points.last_mut()) {
            point.push(list);
        }
    }

    fn finish(mut self) -> DocumentBlock {
        while self.open.len() > 1 {
            self.close();
        }
        let points = self.open.pop().map(|row| row.points).unwrap_or_default();
        DocumentBlock::List { ordered: false, points }
    }
}

/// An enumerator: what stands around its number, and what that may be.
#[derive(Clone)]
struct Mark {
    around: (bool, char),
    numbers: Vec<(Numerals, u32)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Numerals {
    Small,
    Capital,
    SmallRoman,
    CapitalRoman,
    Digits,
    Korean,
    Circled,
}

const KOREAN: &str = "가나다라마바사아자차카타파하";

impl Mark {
    fn begins_row(&self) -> bool {
        self.numbers.iter().any(|(_, number)| *number == 1)
    }

    fn is_after(&self, before: &Self) -> bool {
        let follows = |(numerals, number): &(Numerals, u32)| {
            before.numbers.iter().any(|(other, last)| other == numerals && last + 1 == *number)
        };
        self.around == before.around && self.numbers.iter().any(follows)
    }
}

/// The enumerator that a line begins with, if words follow it.
fn mark(words: &Words) -> Option<Mark> {
    let line: String = words.iter().map(|run| run.text.as_str()).collect();
    let line = line.trim_start();
    let first = line.chars().next()?;
    if let Some(number) = circled(first) {
        return Some(Mark { around: (false, ' '), numbers: vec![(Numerals::Circled, number)] });
    }
    let (mark, _) = line.split_once(char::is_whitespace)?;
    let close = mark.chars().next_back().filter(|c| matches!(c, '.' | ')'))?;
    let inner = mark.strip_suffix(close)?;
    let bare = inner.strip_prefix('(').filter(|_| close == ')');
    let (inner, is_open) = bare.map_or((inner, false), |bare| (bare, true));
    let numbers = numbers(inner);
    (!numbers.is_empty()).then_some(Mark { around: (is_open, close), numbers })
}

/// What a number may be: `i` is a letter and a Roman numeral.
fn numbers(inner: &str) -> Vec<(Numerals, u32)> {
    let mut found = Vec::new();
    let mut letters = inner.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let place = |first: char| u32::from(letter) - u32::from(first) + 1;
        match letter {
            'a'..='z' => found.push((Numerals::Small, place('a'))),
            'A'..='Z' => found.push((Numerals::Capital, place('A'))),
            _ => {
                let place = KOREAN.chars().zip(1..).find(|(c, _)| *c == letter);
                found.extend(place.map(|(_, number)| (Numerals::Korean, number)));
            }
        }
    }
    if let Ok(number) = inner.parse() {
        found.push((Numerals::Digits, number));
    }
    if let Some(number) = roman(&inner.to_lowercase()).filter(|number| *number > 0) {
        if inner.chars().all(char::is_lowercase) {
            found.push((Numerals::SmallRoman, number));
        } else if inner.chars().all(char::is_uppercase) {
            found.push((Numerals::CapitalRoman, number));
        }
    }
    found
}
