//! The name of an article at the beginning of a line, as it stands there in a law that was copied.

use std::ops::Range;

use super::marks::{Enumerator, mark};
use super::row::MarkPlace;
use super::stray::ends_clause;
use crate::base::{PUT_IN, cut, digit, is_chinese, roman};
use crate::model::article_labels;

/// What articles may be called in the wording of one of them.
#[derive(Debug, Clone, Default)]
pub(in crate::load) struct ArticleNames<'a> {
    /// The number of the article whose wording it is.
    number: &'a str,
    /// Its title, as it is written.
    title: Option<&'a str>,
    /// Labels, each with `{n}` in the place of the number; the instrument's own comes first.
    labels: Vec<&'a str>,
}

/// A name at the beginning of a line, with the title in brackets that may stand behind it.
#[derive(Debug)]
pub(super) struct ArticleHeading {
    /// How many bytes of the line it has.
    pub(super) len: usize,
    /// The bytes of the title, without its brackets.
    pub(super) title: Option<Range<usize>>,
    /// Whether it is the name of the article that the wording is of.
    pub(super) is_own: bool,
}

/// How articles are called for short, whatever their label is.
const SHORT: [&str; 2] = ["Art. {n}", "Art {n}"];
/// What parts a title from the name before it.
const PARTING: [char; 8] = ['.', ':', '：', '。', '-', '–', '—', ' '];
/// No title has more characters.
const LONGEST_TITLE: usize = 120;
/// What may stand around a title.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];

impl<'a> ArticleNames<'a> {
    /// Those in the article with this number, by the label of its instrument, if that has one. A law may have
    /// been copied in another language: the labels of all that are known count.
    pub(in crate::load) fn of(
        number: &'a str,
        label: Option<&'a str>,
        title: Option<&'a str>,
    ) -> Self {
        let known = article_labels().map(|label| -> &'a str { label });
        let labels = label.into_iter().chain(known).chain(SHORT).collect();
        Self { number, title, labels }
    }

    /// The heading that a line begins with, where what is `below` follows. Words that only speak of an article
    /// are none: behind a heading the line ends or a mark begins, and at the beginning of the wording, which
    /// `is_first` says, also a title, or a text behind the article's own name and a title or a full stop.
    pub(super) fn heading(
        &self,
        line: &str,
        below: &str,
        is_first: bool,
    ) -> Option<ArticleHeading> {
        if is_first && (self.is_title(line) || self.is_numbered(line, below)) {
            return Some(ArticleHeading {
                len: line.len(),
                title: self.title_in(line),
                is_own: true,
            });
        }
        let (len, number) = self.labels.iter().find_map(|label| name(line, label))?;
        let own =
            if is_same(number, self.number) { Some(len) } else { self.put_in(line, len, number) };
        let (len, is_own) = (own.unwrap_or(len), own.is_some());
        let behind = cut(line, len..);
        let title = title(behind).map(|at| len + at.start..len + at.end);
        let close = |end: usize| end + cut(line, end..).chars().next().map_or(0, char::len_utf8);
        let end = title.as_ref().map_or(len, |title| close(title.end));
        let rest = cut(line, end..);
        let stop = rest.len() - rest.trim_start_matches(['.', ':', '：', '。']).len();
        let words = cut(rest, stop..);
        let heading = |len| Some(ArticleHeading { len, title: title.clone(), is_own });
        if words.trim().is_empty() {
            return heading(end + stop);
        }
        if is_first
            && is_own
            && let Some(start) = self.title_behind(line, len, below)
        {
            let title = self.unsaid(line, start);
            return Some(ArticleHeading { len: line.len(), title, is_own });
        }
        let is_text = is_first && is_own && (end > len || (stop > 0 && words.starts_with(' ')));
        let is_before_mark =
            (end > len || (is_first && is_own)) && begins_provision(words, stop > 0);
        if is_text || is_before_mark { heading(end + stop) } else { None }
    }

    /// Whether a line is the title of the article, word for word.
    pub(super) fn is_title(&self, line: &str) -> bool {
        let words = |text: &str| text.trim().to_lowercase();
        self.title.is_some_and(|title| !title.is_empty() && words(title) == words(line))
    }

    /// Whether a line is the number and the title of the article: `5. Protection`, and below it a row of its own.
    fn is_numbered(&self, line: &str, below: &str) -> bool {
        let Some((number, words)) = line.split_once(". ") else { return false };
        if !is_same(number, self.number) {
            return false;
        }
        let Some(own) = mark(line) else { return false };
        let is_first = own.readings().any(MarkPlace::is_first);
        let begins_row = next_mark(below)
            .and_then(|next| next.first())
            .is_some_and(|next| own.readings().all(|place| place.row != next.row));
        let goes_on = || {
            let marks = below.lines().filter_map(|line| mark(line.trim_start()));
            let mut places = marks.flat_map(|mark| mark.readings().copied().collect::<Vec<_>>());
            places.any(|next| own.readings().any(|place| next.is_next_to(place)))
        };
        self.is_title(words) || (!is_first && may_be_title(words) && begins_row && !goes_on())
    }

    /// The bytes of what stands behind the number in such a line, unless it is known as the title.
    fn title_in(&self, line: &str) -> Option<Range<usize>> {
        let (number, _) = line.split_once(". ").filter(|_| !self.is_title(line))?;
        self.unsaid(line, number.len() + 1)
    }

    /// The bytes from `start` on, unless they are known as the title.
    fn unsaid(&self, line: &str, start: usize) -> Option<Range<usize>> {
        (!self.is_title(cut(line, start..))).then_some(start..line.len())
    }

    /// Where the title begins that all words behind a name of this length are.
    fn title_behind(&self, line: &str, len: usize, below: &str) -> Option<usize> {
        let rest = cut(line, len..);
        let words = rest.trim_start_matches(PARTING);
        let parting = cut(rest, ..rest.len() - words.len());
        let next = below.lines().find(|line| !line.trim().is_empty())?.trim_start();
        let is_apart = next_mark(below).is_some()
            || below.lines().next().is_some_and(|line| line.trim().is_empty())
            || (!parting.trim().is_empty() && !next.starts_with(char::is_lowercase));
        let is_title = self.is_title(words) || (may_be_title(words) && is_apart);
        (parting.ends_with(' ') && is_title).then_some(line.len() - words.len())
    }

    /// Where the article's own number ends that has `bis` behind it.
    fn put_in(&self, line: &str, len: usize, number: &str) -> Option<usize> {
        let rest = cut(line, len..);
        let blank = blanks(rest);
        let word = cut(rest, blank..).split(|c: char| !c.is_alphanumeric()).next()?;
        let is_own = || is_same(&format!("{number}{word}"), self.number);
        let counts = PUT_IN.iter().any(|(name, _)| *name == word) && is_own();
        counts.then_some(len + blank + word.len())
    }
}

/// The enumerator that the next line with words begins with.
fn next_mark(below: &str) -> Option<Enumerator> {
    let next = below.lines().map(str::trim_start).find(|line| !line.is_empty())?;
    mark(next)
}

/// Whether words may be a title: they begin large, end no sentence, and are no number of a paragraph and the
/// sentence behind it.
fn may_be_title(words: &str) -> bool {
    let mut each = words.split_whitespace();
    let begins = each.next().is_some_and(|word| !word.starts_with(char::is_lowercase));
    let is_step = each.next().is_some_and(|word| word.chars().next().and_then(digit).is_some());
    let is_short = words.chars().nth(LONGEST_TITLE).is_none();
    let is_open = words.ends_with([',', ';', ':']) || ends_clause(words);
    begins && !is_step && is_short && !is_open && mark(words).is_none()
}

/// The number in the whole name of an article, as `label` says, or shortened: `Article 4`, `Art. 7`, `9.`
pub(in crate::load) fn number_in(written: &str, label: &str) -> Option<String> {
    let written = written.trim();
    let is_whole = |(len, _): &(usize, &str)| *len == written.len();
    let shortened = SHORT.into_iter().filter(|_| label.starts_with("Art"));
    // A Korean number without what begins the name: `4조의2`. A section is one whatever articles are called.
    let rest = label.strip_prefix('제').filter(|rest| !rest.trim_end().ends_with('}'));
    let mut labels = [label].into_iter().chain(shortened).chain(rest).chain(["§ {n}"]);
    let named = labels.find_map(|label| name(written, label).filter(is_whole));
    let is_number = |number: &&str| number.bytes().all(|b| b.is_ascii_digit());
    let counted =
        || written.strip_suffix('.').filter(|number| !number.is_empty()).filter(is_number);
    let number = named.map(|(_, number)| number).or_else(counted)?;
    // The second number of an inserted article stands behind the word.
    Some(number.replace('조', ""))
}

/// Whether what stands behind a name is a provision, not a step of a reference, `(1) shall not apply`, as it
/// cannot be where the name ends with a full stop.
fn begins_provision(words: &str, is_stopped: bool) -> bool {
    let words = words.trim_start();
    let behind = mark(words).map(|mark| cut(words, mark.len..).trim_start());
    let begins = |rest: &str| is_stopped || !rest.starts_with(char::is_lowercase);
    behind.is_some_and(|rest| !rest.is_empty() && begins(rest))
}

/// Whether two numbers are the same, one in Roman numerals or not.
fn is_same(one: &str, other: &str) -> bool {
    let value = |number: &str| {
        let number = folded(number);
        roman(&number).filter(|value| *value > 0).map_or(number, |value| value.to_string())
    };
    value(one) == value(other)
}

/// The bytes of the name that a line begins with, and its number, as `label` says.
fn name<'l>(line: &'l str, label: &str) -> Option<(usize, &'l str)> {
    let (before, behind) = label.split_once("{n}")?;
    if before.trim().is_empty() && behind.trim().is_empty() {
        return None;
    }
    let start = past(line, 0, before.trim())?;
    let start = start + blanks(cut(line, start..));
    let rest = cut(line, start..);
    let is_part = |c: char| c.is_ascii_alphanumeric() || digit(c).is_some() || is_chinese(c);
    let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let number = cut(line, start..end);
    let begins = number.chars().next()?;
    let is_number = digit(begins).is_some()
        || is_chinese(begins)
        || roman(&number.to_ascii_lowercase()).is_some_and(|number| number > 0);
    let len = past(line, end + blanks(cut(line, end..)), behind.trim()).filter(|_| is_number)?;
    let len = if behind.trim().is_empty() { end } else { len };
    // In Korean an inserted article has its second number behind the word.
    match cut(line, len..).strip_prefix('의') {
        Some(inserted) if behind.trim() == "조" => {
            let digits = inserted.find(|c: char| !c.is_ascii_digit()).unwrap_or(inserted.len());
            let len = len + '의'.len_utf8() + digits;
            (digits > 0).then(|| (len, cut(line, start..len)))
        }
        _ => Some((len, number)),
    }
}

/// Where `word` ends that stands at a byte of `line`, in capitals or not.
fn past(line: &str, at: usize, word: &str) -> Option<usize> {
    let mut found = cut(line, at..).char_indices();
    let mut end = at;
    for c in word.chars() {
        let (offset, own) = found.next()?;
        if own != c && !own.to_lowercase().eq(c.to_lowercase()) {
            return None;
        }
        end = at + offset + own.len_utf8();
    }
    Some(end)
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The bytes of a title in brackets, without these.
fn title(behind: &str) -> Option<Range<usize>> {
    let start = blanks(behind);
    let rest = cut(behind, start..);
    if start > 0 && mark(rest).is_some() {
        return None;
    }
    let first = rest.chars().next()?;
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| *open == first)?;
    let start = start + open.len_utf8();
    let len = cut(behind, start..).find(close)?;
    (len > 0).then_some(start..start + len)
}

/// A number as it is compared: `4의2` stands as `4조의2` in the name.
fn folded(number: &str) -> String {
    let letters = number.chars().filter(|c| !c.is_whitespace() && *c != '조');
    letters
        .flat_map(|c| match digit(c) {
            Some((_, value)) => char::from_digit(value, 10).into_iter().collect::<Vec<_>>(),
            None => c.to_lowercase().collect(),
        })
        .collect()
}
