//! Where a word may be parted.

use hypher::Lang;

/// The shortest part of a word, in letters, before a hyphen and after it.
const LEAST: (usize, usize) = (2, 3);

/// A word longer than this, in bytes, is no word of a language.
const LONGEST: usize = 120;

/// Hyphenation for one language, by the patterns that TeX uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hyphens {
    language: Lang,
}

/// The language of some words, where that is not the briefing's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue(Option<Hyphens>);

impl Tongue {
    /// The language of a BCP 47 tag.
    pub(super) fn of(tag: &str) -> Self {
        Self(Hyphens::new(tag))
    }

    /// How it is hyphenated, if at all.
    pub(super) fn hyphens(&self) -> Option<&Hyphens> {
        self.0.as_ref()
    }
}

impl Hyphens {
    /// Hyphenation for a language, given as a BCP 47 tag (`en`, `de-AT`). Nothing for a language
    /// that does not part words with a hyphen, or whose patterns are not known. Variants of a
    /// language share its patterns.
    pub fn new(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
        Lang::from_iso(code).map(|language| Self { language })
    }

    /// The places, in bytes from the start of `token`, where a hyphen may be put into it. A
    /// token is what stands between two white spaces: a word with the punctuation around it, or
    /// several words joined by dashes. In code, addresses, numbers and abbreviations there are
    /// none.
    pub fn points(&self, token: &str) -> Vec<usize> {
        let mut points = Vec::new();
        // A compound is parted at its own hyphens.
        if !is_prose(token) || token.trim_matches('-').contains('-') {
            return points;
        }
        let mut at = 0;
        for part in token.split_inclusive(|c: char| !c.is_alphabetic()) {
            let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
            self.part(word, at, &mut points);
            at += part.len();
        }
        points
    }

    fn part(self, word: &str, start: usize, points: &mut Vec<usize>) {
        let letters = word.chars().take(LEAST.0 + LEAST.1).count();
        // Capitals after the first letter: an abbreviation, or a name like `McDonald`.
        let capitals = word.chars().skip(1).any(char::is_uppercase);
        // A capital at the beginning: a name, which readers dislike to see parted, except in
        // German, where every noun has one.
        let name = self.language != Lang::German && word.starts_with(char::is_uppercase);
        if letters < LEAST.0 + LEAST.1 || capitals || name || word.len() > LONGEST {
            return;
        }
        let (before, after) = self.language.bounds();
        let (before, after) = (before.max(LEAST.0), after.max(LEAST.1));
        let mut at = start;
        for syllable in hypher::hyphenate_bounded(word, self.language, before, after) {
            at += syllable.len();
            points.push(at);
        }
        points.pop(); // the end of the word
    }
}

/// Whether the patterns may be asked about `token`: it is no number, address, path or
/// identifier, and its author has not said where to part it.
fn is_prose(token: &str) -> bool {
    let mut before = ' ';
    let mut dot = false;
    for c in token.chars() {
        let dotted = dot && c.is_alphabetic(); // example.org, U.S.
        if dotted || matches!(c, '@' | '_' | '\\' | '\u{AD}') || c.is_numeric() {
            return false;
        }
        if before == ':' && c == '/' {
            return false;
        }
        dot = c == '.' && before.is_alphabetic();
        before = c;
    }
    // A combining mark hides the letter that it stands on from the patterns.
    token.is_ascii() || !token.chars().any(is_mark)
}

fn is_mark(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(0)
}
