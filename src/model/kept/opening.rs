//! How a block begins, and which of others begins so or almost so.

use memchr::memmem::Finder;
use unicode_width::UnicodeWidthStr;

use super::align::{align, distance};
use super::fold::fold;
use super::texts::Texts;

/// How many characters, of the words and around them, must agree in a block that is perhaps not
/// the one that was meant. A word alone is everywhere. A Korean syllable says as much as two
/// letters, so words count by their columns.
pub(super) const ENOUGH: usize = 20;
/// Of a beginning that has changed, so many characters in a row are as they were.
const PIECE: usize = 6;

/// The beginning of a block, folded.
pub(super) struct Opening {
    pub(super) text: String,
    /// Whether it says enough to be known by it.
    pub(super) is_telling: bool,
    chars: Vec<char>,
    /// Its parts of [`PIECE`] characters.
    pieces: Vec<Finder<'static>>,
}

impl Opening {
    pub(super) fn of(opening: &str) -> Self {
        let text = fold(opening);
        let chars: Vec<char> = text.chars().collect();
        let piece = |piece: &[char]| Finder::new(&piece.iter().collect::<String>()).into_owned();
        let pieces = chars.chunks_exact(PIECE).map(piece).collect();
        let is_telling = text.width() >= ENOUGH;
        Self { text, is_telling, chars, pieces }
    }

    /// The blocks that have it further on.
    pub(super) fn inside(&self, texts: &Texts) -> Vec<usize> {
        if !self.is_telling {
            return Vec::new();
        }
        let having = texts.having(&Finder::new(&self.text)).into_iter();
        having.filter(|(_, at)| *at > 0).map(|(n, _)| n).collect()
    }

    /// How many of its characters have changed in a block that begins otherwise, at most one in
    /// `share` of them.
    pub(super) fn changed(&self, text: &str, share: usize) -> Option<usize> {
        let most = self.chars.len() / share;
        let end = text.char_indices().nth(self.chars.len() + most).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let is_there = |piece: &Finder| piece.find(text.as_bytes()).is_some();
        if !self.pieces.is_empty() && !self.pieces.iter().any(is_there) {
            return None;
        }
        let beginning: Vec<char> = text.chars().collect();
        let there = align(&self.chars, &(0..self.chars.len()), &beginning)?;
        // What was put in before it counts as well.
        let beginning = beginning.get(..there.end)?;
        distance(&self.chars, beginning).filter(|changed| *changed <= most)
    }

    /// The one block of `texts` in which it has changed least, if that is at most one character in
    /// `share`.
    pub(super) fn likest(&self, texts: &Texts, share: usize) -> Option<usize> {
        let texts = texts.iter().enumerate();
        let mut likes: Vec<(usize, usize)> =
            texts.filter_map(|(n, text)| Some((self.changed(text, share)?, n))).collect();
        likes.sort_unstable();
        match likes.as_slice() {
            [(_, n)] => Some(*n),
            [(least, n), (next, _), ..] if least < next => Some(*n),
            _ => None,
        }
    }
}
