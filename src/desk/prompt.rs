//! Words that are being written: a filter, a label, a note.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, visible_part};
use crate::command::{Code, Edit, Key};
use crate::text::{columns, fit};

use super::purpose::Purpose;
use super::words;

/// Words that are being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// What it is about, where that is told.
    on: Option<String>,
    /// What the line was when it began.
    start: String,
    words: String,
    /// A byte of `words`, between two graphemes.
    caret: usize,
    /// Whether something that was to be written did not fit.
    has_overflowed: bool,
    /// Columns of a row on the screen.
    room: usize,
}

/// What a key made of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edited {
    /// The words are others.
    Words,
    /// The words are as they were; the caret may be elsewhere.
    Nothing,
}

/// Rows of a prompt as they are seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<'a> {
    /// The words of each row.
    pub words: Vec<&'a str>,
    /// Whether the first of them is the first of all.
    pub from_start: bool,
    /// The row of the caret, counted from the first that is seen, and its column.
    pub caret: (usize, usize),
}

/// The most columns of the name of what it is about.
const NAME: usize = 32;

impl Prompt {
    /// The most that can be written, in bytes: more than anybody types.
    pub(crate) const LONGEST: usize = 64 << 10;

    /// Whether all these words fit in a note.
    pub(crate) fn takes(words: &str) -> bool {
        tidy(words.trim_end()).len() <= Self::LONGEST
    }

    /// A prompt that begins as `words`, with the caret at their end.
    pub(crate) fn new(purpose: Purpose, words: &str) -> Self {
        let mut prompt = Self {
            purpose,
            on: None,
            start: words.to_owned(),
            words: String::new(),
            caret: 0,
            has_overflowed: false,
            room: 1,
        };
        prompt.insert(words);
        prompt
    }

    /// The same, about something of this name.
    #[must_use]
    pub(crate) fn on(self, name: &str) -> Self {
        Self { on: Some(fit(name, NAME, "").into_owned()), ..self }
    }

    /// What is written.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What the line was when it began.
    pub(crate) fn start(&self) -> &str {
        &self.start
    }

    /// What stands before the caret.
    pub fn before(&self) -> &str {
        cut(&self.words, ..self.caret)
    }

    fn after(&self) -> &str {
        cut(&self.words, self.caret..)
    }

    /// What stands before the first line.
    pub fn label(&self) -> Cow<'static, str> {
        match &self.on {
            Some(name) => Cow::Owned(words::note_on(name)),
            None => Cow::Borrowed(words::label(self.purpose)),
        }
    }

    /// Whether it may have several lines.
    pub(crate) fn has_lines(&self) -> bool {
        self.purpose == Purpose::Note
    }

    /// Takes the width of the screen, in columns: a column stays free on both sides, and one behind
    /// the words for the caret.
    pub(crate) fn fit(&mut self, width: u16) {
        let taken = columns(&self.label()) + 3;
        self.room = usize::from(width).saturating_sub(taken).max(1);
    }

    /// Writes what was typed or pasted at the caret. Control characters become their pictures, and
    /// line breaks blanks where there is one line only.
    pub(crate) fn insert(&mut self, words: &str) {
        let mut words = tidy(words);
        if !self.has_lines() {
            words = words.replace('\n', " ");
        }
        let room = Self::LONGEST.saturating_sub(self.words.len());
        self.has_overflowed |= words.len() > room;
        let words = cut(&words, ..words.floor_char_boundary(room));
        self.words.insert_str(self.caret, words);
        self.caret += words.len();
        // What was typed may have joined what stands after it.
        self.settle();
    }

    /// Whether something that was to be written did not fit, and is not in it.
    pub(crate) fn has_overflowed(&self) -> bool {
        self.has_overflowed
    }

    /// Whether nothing more can be written.
    pub(crate) fn is_full(&self) -> bool {
        self.words.len() + char::MAX.len_utf8() > Self::LONGEST
    }

    /// Puts other words in place of all that is written.
    pub(crate) fn replace(&mut self, words: &str) {
        self.words.clear();
        self.caret = 0;
        self.insert(words);
    }

    /// Takes a key that is no command: a letter is written.
    pub(crate) fn key(&mut self, key: Key) -> Edited {
        match key.code {
            Code::Char(c) if !key.ctrl && !key.alt => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                Edited::Words
            }
            _ => Edited::Nothing,
        }
    }

    /// Carries out an editing command.
    pub(crate) fn edit(&mut self, command: Edit) -> Edited {
        let (start, end) = self.line();
        match command {
            Edit::CaretLeft => self.move_caret(self.letter_before()),
            Edit::CaretRight => self.move_caret(self.letter_after()),
            Edit::WordLeft => self.move_caret(self.word_before()),
            Edit::WordRight => self.move_caret(self.word_after()),
            Edit::CaretStart => self.move_caret(start),
            Edit::CaretEnd => self.move_caret(end),
            Edit::ListUp if self.has_lines() => self.row_up(),
            Edit::ListDown if self.has_lines() => self.row_down(),
            Edit::BreakLine if self.has_lines() => {
                self.insert("\n");
                Edited::Words
            }
            Edit::DeleteBefore => self.delete(self.letter_before(), self.caret),
            Edit::DeleteAfter => self.delete(self.caret, self.letter_after()),
            Edit::DeleteWord => self.delete(self.word_before(), self.caret),
            Edit::DeleteToStart => self.delete(start, self.caret),
            Edit::DeleteToEnd => self.delete(self.caret, end),
            Edit::Accept
            | Edit::Cancel
            | Edit::ListUp
            | Edit::ListDown
            | Edit::ListMatches
            | Edit::Regex
            | Edit::BreakLine
            | Edit::Editor => Edited::Nothing,
        }
    }

    fn move_caret(&mut self, to: usize) -> Edited {
        self.caret = to;
        Edited::Nothing
    }

    fn delete(&mut self, from: usize, to: usize) -> Edited {
        if from >= to {
            return Edited::Nothing;
        }
        self.words.replace_range(from..to, "");
        self.caret = from;
        self.settle();
        Edited::Words
    }

    /// Where the line that the caret is in begins and ends.
    fn line(&self) -> (usize, usize) {
        let start = self.before().rfind('\n').map_or(0, |at| at + 1);
        let end = self.after().find('\n').map_or(self.words.len(), |at| self.caret + at);
        (start, end)
    }

    /// Puts the caret behind the grapheme that it would cut.
    fn settle(&mut self) {
        let mut ends = self.words.grapheme_indices(true).map(|(at, letter)| at + letter.len());
        let cut = |end: &usize| *end >= self.caret;
        self.caret = if self.caret == 0 { 0 } else { ends.find(cut).unwrap_or(self.words.len()) };
    }

    fn letter_before(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn letter_after(&self) -> usize {
        self.caret + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        self.before().unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let end = self.after().unicode_word_indices().next().map(|(at, word)| at + word.len());
        end.map_or(self.words.len(), |end| self.caret + end)
    }

    /// Where each row begins and ends. A row ends at a line break, or between two graphemes where the
    /// next one has no room.
    fn all_rows(&self) -> Vec<(usize, usize)> {
        let mut rows = Vec::new();
        let (mut start, mut used) = (0, 0);
        for (at, letter) in self.words.grapheme_indices(true) {
            if letter == "\n" {
                rows.push((start, at));
                (start, used) = (at + 1, 0);
                continue;
            }
            let width = columns(letter);
            if used > 0 && used + width > self.room {
                rows.push((start, at));
                (start, used) = (at, 0);
            }
            used += width;
        }
        rows.push((start, self.words.len()));
        rows
    }

    /// Its rows, and which of them the caret is in.
    fn rows_at_caret(&self) -> (Vec<(usize, usize)>, usize) {
        let rows = self.all_rows();
        let at = rows.iter().rposition(|(start, _)| *start <= self.caret).unwrap_or(0);
        (rows, at)
    }

    /// How many rows it takes.
    pub fn height(&self) -> usize {
        if self.has_lines() { self.all_rows().len() } else { 1 }
    }

    /// At most `height` of its rows, that of the caret among them.
    pub fn rows(&self, height: usize) -> Rows<'_> {
        let (rows, at) = self.rows_at_caret();
        let height = height.max(1);
        let first = (at + 1).saturating_sub(height);
        let seen = rows.iter().skip(first).take(height);
        let words = seen.map(|(start, end)| cut(&self.words, *start..*end));
        let start = rows.get(at).map_or(0, |(start, _)| *start);
        let column = self.words.get(start..self.caret).map_or(0, columns);
        Rows { words: words.collect(), from_start: first == 0, caret: (at - first, column) }
    }

    fn row_up(&mut self) -> Edited {
        let (rows, at) = self.rows_at_caret();
        self.go_to_row(&rows, at, at.checked_sub(1));
        Edited::Nothing
    }

    fn row_down(&mut self) -> Edited {
        let (rows, at) = self.rows_at_caret();
        self.go_to_row(&rows, at, Some(at + 1));
        Edited::Nothing
    }

    /// From one row to another, keeping the column as far as that goes.
    fn go_to_row(&mut self, rows: &[(usize, usize)], from: usize, to: Option<usize>) {
        let (Some((here, _)), Some((start, end))) =
            (rows.get(from), to.and_then(|to| rows.get(to)))
        else {
            return;
        };
        let column = self.words.get(*here..self.caret).map_or(0, columns);
        let row = cut(&self.words, *start..*end);
        let mut used = 0;
        let fits = row.graphemes(true).take_while(|letter| {
            used += columns(letter);
            used <= column
        });
        self.caret = start + fits.map(str::len).sum::<usize>();
    }
}

/// Words as they are written: terminals paste a line break as the Enter key would send it, and control
/// characters become their pictures.
fn tidy(words: &str) -> String {
    visible_part(&words.replace("\r\n", "\n").replace('\r', "\n")).into_owned()
}
