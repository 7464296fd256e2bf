//! Text folded for search: what is left when accents, apostrophes, width and kinds of dash are
//! taken away.
//!
//! `Yŏnp'yŏng` becomes `Yonpyong`. Folding goes by grapheme cluster (UAX #29), so a place in the
//! folded text always leads back to whole clusters of the original. No map is stored: texts are
//! short and hits that are looked at are few, so [`unfold`] folds the text once more and counts.
//!
//! Case stays. [`lower`] takes it away, and never changes the number of bytes, so that places
//! found in the lower-cased copy are places in the folded text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{
    canonical_combining_class, decompose_canonical, decompose_compatible,
};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, is_unseen};

/// `text` folded.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(text, |c, _| folded.push(c));
    folded
}

/// Calls `tell` with every character of the folded text and the bytes of `text` that it stands
/// for.
pub(super) fn each(text: &str, tell: impl FnMut(char, Range<usize>)) {
    let mut folder = Folder { tell, space: None };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        // Most of most texts: a letter of ASCII that no mark can follow.
        if byte.is_ascii_graphic() && bytes.get(at + 1).is_none_or(u8::is_ascii) {
            folder.alone(char::from(*byte), at..at + 1);
            at += 1;
        } else {
            at = folder.next(text, at);
        }
    }
    folder.end_space();
}

/// The bytes of `text` that each of `hits` stands for: ranges of the folded text, in order, none
/// inside another. What comes back never parts a grapheme cluster.
pub(super) fn unfold(text: &str, hits: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![0..0; hits.len()];
    let mut first = 0;
    let mut start = 0;
    each(text, |c, source| {
        let end = start + c.len_utf8();
        while hits.get(first).is_some_and(|hit| hit.end <= start) {
            first += 1;
        }
        let open = hits.get(first..).unwrap_or_default();
        for (hit, found) in open.iter().zip(found.get_mut(first..).unwrap_or_default()) {
            if hit.start >= end {
                break;
            }
            let from = if found.start == found.end { source.start } else { found.start };
            *found = from..source.end;
        }
        start = end;
    });
    found
}

/// Whether `c` is what folding has left of a letter with an umlaut, `written` as it was in the text.
pub(super) fn has_umlaut(c: char, written: &str) -> bool {
    let umlaut = |c: char| matches!(c, 'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' | '\u{308}');
    matches!(c, 'a' | 'o' | 'u' | 'A' | 'O' | 'U') && written.contains(umlaut)
}

/// `text` folded, with an `e` behind each letter that had an umlaut, as it is written where there are none:
/// `Gaense`. `None` if there was none.
pub(super) fn fold_with_e(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut is_other = false;
    each(text, |c, source| {
        folded.push(c);
        if source.len() > 1 && has_umlaut(c, cut(text, source.clone())) {
            // In a word of capitals it is one too: `GAENSE`.
            let beside = cut(text, source.end..).chars().next();
            let beside = beside.filter(|c| c.is_alphabetic());
            let beside = beside.or_else(|| cut(text, ..source.start).chars().next_back());
            let is_upper = c.is_uppercase() && beside.is_some_and(char::is_uppercase);
            folded.push(if is_upper { 'E' } else { 'e' });
            is_other = true;
        }
    });
    is_other.then_some(folded)
}

/// A folded character in lower case, in as many bytes. A letter whose cases differ in length
/// stays: folding has left only a few phonetic ones.
pub(super) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    if matches!(c, '\u{3000}'..='\u{A63F}' | '\u{AC00}'..='\u{D7FF}') {
        return c;
    }
    let low = only(c.to_lowercase()).unwrap_or(c);
    if low.len_utf8() == c.len_utf8() && only(low.to_uppercase()) == Some(c) { low } else { c }
}

/// What [`lower`] made of a letter that was not lower case.
pub(super) fn raise(c: char) -> char {
    only(c.to_uppercase()).unwrap_or(c)
}

fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether `c` is sure to be a grapheme cluster of its own beside others of its kind. Most text
/// consists of such, and needs no look at the tables of UAX #29.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\0'..='\u{C}' | '\u{E}'..='~'
        | '\u{A0}'..='\u{A8}' | '\u{AA}'..='\u{AD}' | '\u{AF}'..='\u{2FF}' // Latin, all but emoji
        | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}' // Cyrillic
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203B}' // punctuation
        | '\u{3001}'..='\u{3029}' | '\u{3040}'..='\u{3096}' | '\u{30A0}'..='\u{30FF}' // kana
        | '\u{4E00}'..='\u{9FFF}' // ideographs
        | '\u{AC00}'..='\u{D7A3}') // Hangul syllables
}

struct Folder<F> {
    tell: F,
    /// White space that was read and not yet told: more of it may come.
    space: Option<Range<usize>>,
}

impl<F: FnMut(char, Range<usize>)> Folder<F> {
    /// Folds the cluster that stands at byte `at`, and tells where the next one is.
    fn next(&mut self, text: &str, at: usize) -> usize {
        let rest = cut(text, at..);
        let mut chars = rest.chars();
        match chars.next() {
            Some(c) if stands_alone(c) && chars.next().is_none_or(stands_alone) => {
                let end = at + c.len_utf8();
                self.alone(c, at..end);
                end
            }
            _ => {
                let cluster = rest.graphemes(true).next().unwrap_or_default();
                self.cluster(cluster, at);
                at + cluster.len().max(1)
            }
        }
    }

    /// Folds a character that is a whole cluster.
    fn alone(&mut self, c: char, source: Range<usize>) {
        match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '가'..='\u{D7A3}' | '\u{3040}'..='\u{9FFF}' => {
                self.tell(c, source);
            }
            _ if c.is_ascii() => self.plain(c, source),
            _ => decompose_canonical(c, |part| {
                if !is_accent(part) {
                    self.plain(part, source.clone());
                }
            }),
        }
    }

    /// Folds the cluster that stands at byte `at`.
    fn cluster(&mut self, cluster: &str, at: usize) {
        let source = at..at + cluster.len();
        let mut parts = String::new();
        for c in cluster.chars() {
            if is_wide_or_narrow_form(c) {
                decompose_compatible(c, |part| parts.push(part));
            } else {
                parts.push(c);
            }
        }
        for c in parts.nfd().filter(|c| !is_accent(*c)).nfc() {
            self.plain(c, source.clone());
        }
    }

    /// Folds a character that has no accent.
    fn plain(&mut self, c: char, source: Range<usize>) {
        let several = match c {
            // What stands for a character that is not seen parts no word either.
            c if is_apostrophe(c) || is_unseen(c) || c == char::REPLACEMENT_CHARACTER => "",
            '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' => "-",
            '“' | '”' | '„' | '‟' => "\"",
            'Æ' => "AE",
            'æ' => "ae",
            'Œ' => "OE",
            'œ' => "oe",
            'ẞ' => "SS",
            'ß' => "ss",
            'ς' => "σ",
            c if c.is_whitespace() => {
                let start = self.space.as_ref().map_or(source.start, |space| space.start);
                self.space = Some(start..source.end);
                return;
            }
            c => return self.tell(stroked(c), source),
        };
        for c in several.chars() {
            self.tell(c, source.clone());
        }
    }

    fn tell(&mut self, c: char, source: Range<usize>) {
        self.end_space();
        (self.tell)(c, source);
    }

    fn end_space(&mut self) {
        if self.space.is_some()
            && let Some(space) = self.space.take()
        {
            (self.tell)(' ', space);
        }
    }
}

/// Whether `c` is a mark that may be left out: an accent, a point of Hebrew or a vowel sign of
/// Arabic. The signs that other scripts write vowels with stay, as does a stroke through a
/// character, which turns `=` into `≠`.
fn is_accent(c: char) -> bool {
    !c.is_ascii() && matches!(canonical_combining_class(c), 10..=36 | 200..=240)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ')
}

fn is_wide_or_narrow_form(c: char) -> bool {
    matches!(c, '\u{FF00}'..='\u{FFEF}')
}

/// The letter under a stroke that Unicode does not take for an accent.
fn stroked(c: char) -> char {
    match c {
        'Ł' => 'L',
        'ł' => 'l',
        'Ø' => 'O',
        'ø' => 'o',
        'Đ' => 'D',
        'đ' => 'd',
        'Ħ' => 'H',
        'ħ' => 'h',
        'Ŧ' | 'Ⱦ' => 'T',
        'ŧ' => 't',
        'Ⱥ' => 'A',
        'ı' => 'i',
        c => c,
    }
}
