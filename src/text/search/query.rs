//! What is searched for: words or a regular expression.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem::Finder;
use regex::{Error, Regex, RegexBuilder};

use crate::base::cut;
use crate::text::fold::{each, fold, fold_with_e, unfold};
use crate::text::words;

use super::cased::Cased;

/// The longest regular expression, in bytes.
const LONGEST: usize = 1_000;
/// How much memory a compiled expression may take, in bytes. Time is bounded by it too: an
/// expression takes time in the length of the text, times its own size at worst.
const LARGEST: usize = 1 << 20;
/// How much memory an expression may use to be fast.
const CACHE: usize = 1 << 21;
/// How deep parentheses may stand in one another.
const DEEPEST: u32 = 50;

/// What is searched for, folded as the text is.
///
/// Case matters where the query has an upper-case letter.
#[derive(Debug, Clone)]
pub struct Query(Pattern);

#[derive(Debug, Clone)]
enum Pattern {
    /// Nothing that could be found.
    Nothing,
    Words(Box<Phrase>),
    Regex(Regex),
}

/// Words, in each way that they may be written.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    spellings: Vec<Spelling>,
    /// Whether case matters.
    exact: bool,
}

/// A way to write words.
#[derive(Debug, Clone)]
struct Spelling {
    needle: Cased,
    finder: Finder<'static>,
    /// The bytes of the needle at which the text must have an umlaut: `GAENSE` finds `GÄNSE`, and no `GANSE`.
    umlauts: Vec<usize>,
}

/// The hits of words in a text, from the first to the last.
pub(super) struct PhraseHits<'p> {
    phrase: &'p Phrase,
    folded: &'p Cased,
    end: usize,
    /// The next hit of each spelling, as far as it was looked for.
    ahead: Vec<Ahead>,
}

/// What is known of the next hit of a spelling.
#[derive(Clone)]
enum Ahead {
    Unknown,
    At(Range<usize>),
    None,
}

/// Why an expression cannot be searched for, in words short enough for a prompt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// It has more bytes than are compiled while a key is being answered.
    #[error("{}", words::EXPRESSION_TOO_LONG)]
    TooLong,
    /// It is no expression, or one that needs too much memory.
    #[error("{0}")]
    NoExpression(String),
}

impl Query {
    /// The query that somebody typed.
    ///
    /// # Errors
    ///
    /// Words are always searched for; an expression may be none, or none yet.
    pub fn new(typed: &str, is_regex: bool) -> Result<Self, QueryError> {
        if is_regex {
            return regex(typed).map(Self);
        }
        let folded = fold(typed);
        if folded.trim().is_empty() {
            return Ok(Self(Pattern::Nothing));
        }
        Ok(Self(Pattern::Words(Box::new(Phrase::new(typed, &folded)))))
    }

    /// Where `text`, any logical text, has what is searched for: bytes of `text`, in order. No
    /// grapheme cluster is parted. Where one character stands for two letters (`æ` for `ae`) two
    /// of the ranges may be on it. An umlaut and its vowel with an `e` are one, either way (`für`, `fuer`).
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        if !self.is_empty() {
            let folded = Cased::fold(text);
            let all = 0..folded.low().len();
            self.each(&folded, all, &mut |hit| {
                hits.push(hit);
                true
            });
        }
        unfold(text, &hits)
    }

    /// Whether it finds nothing, whatever the text.
    pub fn is_empty(&self) -> bool {
        matches!(self.0, Pattern::Nothing)
    }

    /// Whether it is an expression, which may take long to find.
    pub(crate) fn is_expression(&self) -> bool {
        matches!(self.0, Pattern::Regex(_))
    }

    /// The words, if that is what is searched for.
    pub(super) fn words(&self) -> Option<&Phrase> {
        match &self.0 {
            Pattern::Words(words) => Some(words),
            Pattern::Nothing | Pattern::Regex(_) => None,
        }
    }

    /// Calls `tell` with each hit in one text of `folded`, counted from its start, for as long
    /// as `tell` says to go on.
    pub(super) fn each(
        &self,
        folded: &Cased,
        text: Range<usize>,
        tell: &mut dyn FnMut(Range<usize>) -> bool,
    ) {
        match &self.0 {
            Pattern::Nothing => {}
            Pattern::Words(words) => {
                let mut at = text.start;
                let mut hits = words.hits(folded, text.end);
                while let Some(hit) = hits.next(at) {
                    at = hit.end;
                    if !tell(hit.start - text.start..hit.end - text.start) {
                        break;
                    }
                }
            }
            Pattern::Regex(regex) => {
                let cased = folded.cased(text);
                // An expression that matches nothing between two letters has found nothing.
                let hits = regex.find_iter(&cased).filter(|hit| !hit.is_empty());
                for hit in hits {
                    if !tell(hit.range()) {
                        break;
                    }
                }
            }
        }
    }
}

impl Phrase {
    fn new(typed: &str, folded: &str) -> Self {
        let (without_e, umlauts) = without_e(folded);
        let mut spellings = vec![Spelling::new(folded, Vec::new())];
        spellings.extend(fold_with_e(typed).map(|with_e| Spelling::new(&with_e, Vec::new())));
        if !umlauts.is_empty() {
            spellings.push(Spelling::new(&without_e, umlauts));
        }
        let exact = spellings.first().is_some_and(|one| one.needle.has_upper());
        Self { spellings, exact }
    }

    /// The hits in what is folded, up to `end`.
    pub(super) fn hits<'p>(&'p self, folded: &'p Cased, end: usize) -> PhraseHits<'p> {
        let ahead = vec![Ahead::Unknown; self.spellings.len()];
        PhraseHits { phrase: self, folded, end, ahead }
    }
}

impl PhraseHits<'_> {
    /// The first hit from byte `from` on, which goes up from one time to the next.
    pub(super) fn next(&mut self, from: usize) -> Option<Range<usize>> {
        let Phrase { spellings, exact } = self.phrase;
        for (spelling, ahead) in spellings.iter().zip(&mut self.ahead) {
            let is_behind = match ahead {
                Ahead::Unknown => true,
                Ahead::At(hit) => hit.start < from,
                Ahead::None => false,
            };
            if is_behind {
                let next = spelling.next(self.folded, from..self.end, *exact);
                *ahead = next.map_or(Ahead::None, Ahead::At);
            }
        }
        let hits = self.ahead.iter().filter_map(|ahead| match ahead {
            Ahead::At(hit) => Some(hit),
            Ahead::Unknown | Ahead::None => None,
        });
        hits.min_by_key(|hit| (hit.start, Reverse(hit.end))).cloned()
    }
}

impl Spelling {
    fn new(folded: &str, umlauts: Vec<usize>) -> Self {
        let needle = Cased::fold(folded);
        let finder = Finder::new(needle.low()).into_owned();
        Self { needle, finder, umlauts }
    }

    /// The first hit in `range`.
    fn next(&self, folded: &Cased, range: Range<usize>, exact: bool) -> Option<Range<usize>> {
        let text = folded.low().as_bytes();
        let mut from = range.start;
        loop {
            let at = from + self.finder.find(text.get(from..range.end)?)?;
            let is_cased = || !exact || folded.is_cased_as(at, &self.needle);
            if self.umlauts.iter().all(|one| folded.has_umlaut(at + one)) && is_cased() {
                return Some(at..at + self.needle.low().len());
            }
            from = at + 1;
        }
    }
}

/// What was typed without the `e` behind each letter that may stand for an umlaut, and the bytes of those letters.
fn without_e(folded: &str) -> (String, Vec<usize>) {
    let (mut words, mut umlauts) = (String::new(), Vec::new());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let is_vowel = matches!(c, 'a' | 'o' | 'u' | 'A' | 'O' | 'U');
        if is_vowel && chars.next_if(|next| matches!(next, 'e' | 'E')).is_some() {
            umlauts.push(words.len());
        }
        words.push(c);
    }
    (words, umlauts)
}

fn regex(typed: &str) -> Result<Pattern, QueryError> {
    if typed.len() > LONGEST {
        return Err(QueryError::TooLong);
    }
    let pattern = fold_pattern(typed);
    if pattern.trim().is_empty() {
        return Ok(Pattern::Nothing);
    }
    RegexBuilder::new(&pattern)
        .case_insensitive(!has_upper(&pattern))
        .size_limit(LARGEST)
        .dfa_size_limit(CACHE)
        .nest_limit(DEEPEST)
        .build()
        .map(Pattern::Regex)
        .map_err(|error| QueryError::NoExpression(short(&error)))
}

/// `pattern` folded as the text is. What folding makes of a letter stands for itself, whatever
/// it would mean in an expression: `（` is a parenthesis to be found, `(` opens a group.
fn fold_pattern(pattern: &str) -> String {
    let mut folded = String::new();
    let mut end = 0;
    let mut escapes = false;
    each(pattern, |c, source| {
        if escapes && source.start > end {
            folded.pop(); // What it was to escape has been folded away.
            escapes = false;
        }
        let typed = cut(pattern, source.clone());
        if c.is_ascii_punctuation() && !typed.is_ascii() && !escapes {
            folded.push('\\');
        }
        escapes = c == '\\' && typed.is_ascii() && !escapes;
        folded.push(c);
        end = source.end;
    });
    if escapes && end < pattern.len() {
        folded.pop();
    }
    folded
}

/// Whether an expression has an upper-case letter to be found. Those of `\S` and `\p{Hangul}`
/// are none.
fn has_upper(pattern: &str) -> bool {
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            let class = chars.next().is_some_and(|c| matches!(c, 'p' | 'P'));
            if class && chars.next() == Some('{') {
                chars.by_ref().find(|c| *c == '}');
            }
        } else if c.is_uppercase() {
            return true;
        }
    }
    false
}

/// What is wrong, without the picture of where: `unclosed group`.
fn short(error: &Error) -> String {
    match error {
        Error::Syntax(message) => {
            let reason = message.lines().rev().find_map(|line| line.strip_prefix("error: "));
            reason.unwrap_or(words::NO_EXPRESSION).to_owned()
        }
        _ => words::EXPRESSION_TOO_LARGE.to_owned(),
    }
}
