//! What of a sheet can be chosen word by word: what a block or a card says, and none of what the
//! program puts before, behind and between.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cut, sentence, word_bounds};

use super::{Origin, Sheet};

/// What stands before a word and is no part of it.
const BEFORE: &str = "([{“‘„‚«‹\"'¿¡—–…「『（【《〈";
/// What stands behind one.
const BEHIND: &str = ")]}”’»›\"',;:.!?…—–」』）】》〉、。，；：！？";
/// Brackets, which are a part of it with their counterpart: `4(1)`.
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// The texts that a sheet says, each with the byte of the logical text at which it begins. Of the same
/// sheet they are the same at every width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spoken(Vec<(usize, String)>);

impl Sheet {
    /// What it says.
    pub(crate) fn spoken(&self) -> Spoken {
        let texts = self.elements.iter().filter_map(|element| match element.origin? {
            Origin::Text { at, logical, len } => {
                let words = element.rich.plain.get(at..at + len)?;
                (!words.trim().is_empty()).then(|| (logical, words.to_owned()))
            }
            Origin::Note(_) => None,
        });
        Spoken(texts.collect())
    }

    /// Sets these bytes of the logical text off as chosen.
    pub(crate) fn choose(&mut self, bytes: &Range<usize>) {
        for element in &mut self.elements {
            if let Some(bytes) = element.origin.and_then(|origin| origin.plain(bytes)) {
                element.rich.choose(&bytes);
            }
        }
    }
}

/// All ranges are bytes of the logical text.
impl Spoken {
    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From the first letter to the last.
    pub(crate) fn all(&self) -> Range<usize> {
        let ends = self.0.iter().map(|(at, words)| {
            let start = at + words.len() - words.trim_start().len();
            start..at + words.trim_end().len()
        });
        ends.reduce(|first, last| first.start..last.end).unwrap_or(0..0)
    }

    /// Its words, in order (see [`words`]). A text that has none is one.
    pub(crate) fn words(&self) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        for (at, text) in &self.0 {
            let before = all.len();
            all.extend(words(text).into_iter().map(|word| at + word.start..at + word.end));
            if all.len() == before {
                let start = at + text.len() - text.trim_start().len();
                all.push(start..at + text.trim_end().len());
            }
        }
        all
    }

    /// How many of its words are in these bytes, as a whole or in part.
    pub(crate) fn count(&self, bytes: &Range<usize>) -> usize {
        let words = self.words();
        words.iter().filter(|word| word.start < bytes.end && bytes.start < word.end).count()
    }

    /// Where the letter after a byte ends, or the one before it begins, in the same text.
    pub(crate) fn letter(&self, byte: usize, after: bool) -> Option<usize> {
        let (at, text) = self.0.iter().find(|(at, text)| {
            let (from, to) = (*at, at + text.len());
            if after { (from..to).contains(&byte) } else { from < byte && byte <= to }
        })?;
        let (before, rest) = (cut(text, ..byte - at), cut(text, byte - at..));
        if after {
            rest.graphemes(true).next().map(|letter| byte + letter.len())
        } else {
            before.graphemes(true).next_back().map(|letter| byte - letter.len())
        }
    }

    /// The sentence that a byte is in.
    pub(crate) fn sentence(&self, byte: usize) -> Range<usize> {
        let Some((at, text)) = self.0.iter().rfind(|(at, _)| *at <= byte) else { return 0..0 };
        let sentence = sentence(text, byte - at);
        at + sentence.start..at + sentence.end
    }

    /// What stands in these bytes, text by text, each with its bytes.
    pub(crate) fn within(&self, bytes: &Range<usize>) -> Vec<(Range<usize>, String)> {
        let part = |(at, text): &(usize, String)| {
            let inside = |byte: usize| byte.clamp(*at, at + text.len()) - at;
            let range = inside(bytes.start)..inside(bytes.end);
            let words = cut(text, range.clone());
            (!words.is_empty()).then(|| (at + range.start..at + range.end, words.to_owned()))
        };
        self.0.iter().filter_map(part).collect()
    }
}

/// The words of a text: what stands between white space or dashes and has a letter or a number in it,
/// without the marks around. Where words are written without space, those of Unicode Annex 29.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let parts = text.split_inclusive(|c: char| c.is_whitespace() || c == '—');
    let mut start = 0;
    for part in parts {
        let rest = cut(text, start + part.len()..);
        if part.contains(is_unspaced) {
            let inner = word_bounds(part).into_iter();
            let inner = inner.filter(|(_, word)| word.contains(char::is_alphanumeric));
            words.extend(inner.map(|(at, word)| start + at..start + at + word.len()));
        } else if part.contains(char::is_alphanumeric) {
            let word = bare(part.trim_end(), rest);
            let at = start + word.start;
            words.push(at..at + word.len());
        }
        start += part.len();
    }
    words
}

/// The bytes of `part` without the marks around it; `rest` is what comes after.
fn bare(part: &str, rest: &str) -> Range<usize> {
    let (mut start, mut end) = (0, part.len());
    while let Some(mark) = cut(part, start..end).chars().next().filter(|c| BEFORE.contains(*c)) {
        let closes = BRACKETS.iter().find(|(open, _)| *open == mark).map(|(_, close)| *close);
        if closes.is_some_and(|close| cut(part, start..end).contains(close)) {
            break;
        }
        start += mark.len_utf8();
    }
    while let Some(mark) = cut(part, start..end).chars().next_back().filter(|c| BEHIND.contains(*c))
    {
        let before = cut(part, start..end - mark.len_utf8());
        let opens = BRACKETS.iter().find(|(_, close)| *close == mark).map(|(open, _)| *open);
        let belongs = match mark {
            '.' => before.contains('.') || goes_on(rest),
            '’' => before.ends_with('s') && !before.contains('‘'),
            _ => opens.is_some_and(|open| before.contains(open)),
        };
        if belongs {
            break;
        }
        end -= mark.len_utf8();
    }
    start..end
}

/// Whether a sentence goes on after a full stop: `Art. 4`, `approx. three`.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
}

/// Whether a letter is of a script that puts no space between words: Thai and its neighbours, kana,
/// Chinese characters.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}
