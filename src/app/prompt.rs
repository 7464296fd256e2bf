//! A line that is being written: for a filter, a search, a label.

use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Code, Command, Key};
use crate::model::visible;

/// The longest line that can be written, in bytes: more than anybody types.
const LONGEST: usize = 16 << 10;

/// What a line is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The words that an event of the timeline is to have in it.
    Filter,
}

/// A line that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub purpose: Purpose,
    /// What the line was when it began.
    start: String,
    words: String,
    /// A byte of `words`, between two graphemes.
    caret: usize,
}

impl Prompt {
    /// A line that begins as `words`, with the caret at its end.
    pub(super) fn new(purpose: Purpose, words: &str) -> Self {
        let mut prompt = Self { purpose, start: words.to_owned(), words: String::new(), caret: 0 };
        prompt.insert(words);
        prompt
    }

    /// What is written.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What the line was when it began.
    pub(super) fn start(&self) -> &str {
        &self.start
    }

    /// What stands before the caret.
    pub fn before(&self) -> &str {
        self.words.get(..self.caret).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.words.get(self.caret..).unwrap_or_default()
    }

    /// What stands before the line.
    pub fn label(&self) -> &'static str {
        match self.purpose {
            Purpose::Filter => "filter: ",
        }
    }

    /// Writes what was typed or pasted at the caret. Line breaks become blanks, other control
    /// characters their pictures.
    pub(super) fn insert(&mut self, words: &str) {
        let words = visible(words).replace('\n', " ");
        let room = LONGEST.saturating_sub(self.words.len());
        let words = words.get(..words.floor_char_boundary(room)).unwrap_or_default();
        self.words.insert_str(self.caret, words);
        self.caret += words.len();
        // What was typed may have joined what stands after it.
        self.settle();
    }

    /// Takes a key that is no command: a letter is written.
    pub(super) fn key(&mut self, key: Key) -> bool {
        match key.code {
            Code::Char(c) if !key.ctrl && !key.alt => {
                self.insert(c.encode_utf8(&mut [0; 4]));
                true
            }
            _ => false,
        }
    }

    /// Carries out an editing command. Answers whether the words changed.
    pub(super) fn edit(&mut self, command: Command) -> bool {
        let (start, end) = (0, self.words.len());
        match command {
            Command::CaretLeft => self.caret = self.letter_before(),
            Command::CaretRight => self.caret = self.letter_after(),
            Command::WordLeft => self.caret = self.word_before(),
            Command::WordRight => self.caret = self.word_after(),
            Command::CaretStart => self.caret = start,
            Command::CaretEnd => self.caret = end,
            Command::DeleteBefore => return self.delete(self.letter_before(), self.caret),
            Command::DeleteAfter => return self.delete(self.caret, self.letter_after()),
            Command::DeleteWord => return self.delete(self.word_before(), self.caret),
            Command::DeleteToStart => return self.delete(start, self.caret),
            Command::DeleteToEnd => return self.delete(self.caret, end),
            _ => {}
        }
        false
    }

    fn delete(&mut self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        self.words.replace_range(from..to, "");
        self.caret = from;
        self.settle();
        true
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
}
