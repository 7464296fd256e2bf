//! Text as an anchor compares it.

use std::ops::Range;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Text without what an editor changes unseen or at a touch: composed, in small letters, and one
/// space for each run of blanks and punctuation, none at the ends.
pub(super) fn fold(source: &str) -> String {
    let mut folded = String::with_capacity(source.len());
    each(source, |c, _| folded.push(c));
    folded
}

/// The most pairs of characters that may be compared where words are looked for.
const COMPARED: usize = 64 << 20;

/// Folded text, and where it comes from.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// The folded characters.
    pub(super) chars: Vec<char>,
    /// The bytes of the source that each of them stands for.
    from: Vec<Range<usize>>,
}

impl Folded {
    /// `source`, folded.
    pub(super) fn of(source: &str) -> Self {
        let mut folded = Self::default();
        each(source, |c, from| {
            folded.chars.push(c);
            folded.from.push(from);
        });
        folded
    }

    /// The characters that stand for bytes of the source, without a space at either end.
    pub(super) fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let mut start = self.from.partition_point(|from| from.end <= bytes.start);
        let mut end = self.from.partition_point(|from| from.start < bytes.end).max(start);
        while start < end && self.chars.get(start) == Some(&' ') {
            start += 1;
        }
        while start < end && self.chars.get(end - 1) == Some(&' ') {
            end -= 1;
        }
        start..end
    }

    /// The places of `words`. A place in the middle of a character as a reader sees it is none. Of long
    /// words in a long text, each of two places that overlap would have to be compared to its end: then
    /// only the first is told.
    pub(super) fn places(&self, words: &[char]) -> Vec<Range<usize>> {
        let windows = self.chars.windows(words.len().max(1)).enumerate();
        let found = windows.filter(|(_, window)| *window == words).map(|(at, _)| at);
        let found: Vec<usize> = if self.chars.len().saturating_mul(words.len()) > COMPARED {
            self.places_apart(words)
        } else {
            found.collect()
        };
        let places = found.into_iter().map(|at| at..at + words.len());
        places.filter(|at| self.is_edge(at.start) && self.is_edge(at.end)).collect()
    }

    /// Where `words` begin that do not overlap, in a time that is in proportion to the text.
    fn places_apart(&self, words: &[char]) -> Vec<usize> {
        let (text, words) =
            (self.chars.iter().collect::<String>(), words.iter().collect::<String>());
        let (mut before, mut at) = (0, 0);
        let places = memmem::find_iter(text.as_bytes(), &words).map(|byte| {
            at += text[before..byte].chars().count();
            before = byte;
            at
        });
        places.collect()
    }

    /// The bytes of the source that a place stands for: whole characters, as a reader sees them.
    pub(super) fn source(&self, at: &Range<usize>) -> Option<Range<usize>> {
        let last = at.end.checked_sub(1)?;
        Some(self.from.get(at.start)?.start..self.from.get(last)?.end)
    }

    fn is_edge(&self, at: usize) -> bool {
        let sides =
            at.checked_sub(1).and_then(|before| self.from.get(before)).zip(self.from.get(at));
        sides.is_none_or(|(before, after)| before != after)
    }
}

/// Tells each folded character, with the bytes of the source that it stands for.
fn each(source: &str, mut tell: impl FnMut(char, Range<usize>)) {
    let mut gap: Option<Range<usize>> = None;
    let mut begun = false;
    clusters(source, |cluster, at| {
        if cluster.chars().all(is_between) {
            gap = Some(gap.as_ref().map_or(at.clone(), |gap| gap.start..at.end));
            return;
        }
        if let Some(gap) = gap.take().filter(|_| begun) {
            tell(' ', gap);
        }
        begun = true;
        match cluster.as_bytes() {
            [byte] => tell(char::from(byte.to_ascii_lowercase()), at),
            _ => cluster.nfc().flat_map(char::to_lowercase).for_each(|c| tell(c, at.clone())),
        }
    });
}

/// Tells each character as a reader sees it. ASCII before ASCII needs no tables: it is most of what is
/// folded.
fn clusters(source: &str, mut tell: impl FnMut(&str, Range<usize>)) {
    let bytes = source.as_bytes();
    let is_plain = |at: usize| {
        bytes.get(at).is_some_and(u8::is_ascii) && bytes.get(at + 1).is_none_or(u8::is_ascii)
    };
    let mut at = 0;
    while at < bytes.len() {
        if is_plain(at) {
            tell(&source[at..=at], at..at + 1);
            at += 1;
            continue;
        }
        let end = (at + 1..bytes.len()).find(|end| is_plain(*end)).unwrap_or(bytes.len());
        for (begin, cluster) in source[at..end].grapheme_indices(true) {
            tell(cluster, at + begin..at + begin + cluster.len());
        }
        at = end;
    }
}

/// Whether a character stands between words: a blank, or punctuation of any script that is common.
pub(super) fn is_between(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c,
            '¡' | '§' | '«' | '\u{AD}' | '¶' | '·' | '»' | '¿'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
            | '\u{30FB}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
            | '\u{FF3B}'..='\u{FF3D}' | '\u{FF3F}' | '\u{FF5B}'..='\u{FF65}')
}
