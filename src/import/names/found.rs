//! Names in a text: words with capitals that belong together, and abbreviations.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::acts::{acts, is_met, is_one_of_many};
use super::kinds::is_title;
use crate::base::cut;
use crate::model::MONTHS;

/// How often a name stands in a text.
#[derive(Debug, Default)]
pub(super) struct FoundName {
    pub(super) count: usize,
    /// How often in the middle of a sentence, where a capital means something.
    pub(super) inside: usize,
    /// Whether a title stands before it: `President`.
    pub(super) is_titled: bool,
    /// How often it does what only somebody does.
    pub(super) acts: usize,
    /// How often it is one of many: `an API`.
    pub(super) of_many: usize,
    /// What an abbreviation stands for.
    pub(super) stands_for: Option<String>,
}

/// Words that may stand in the middle of a name.
const BETWEEN: [&str; 14] =
    ["of", "the", "for", "de", "du", "la", "von", "van", "der", "den", "del", "di", "al", "bin"];
/// Words that have a capital and are no names, but for the months.
const NEVER: [&str; 97] = [
    "Then",
    "Now",
    "Even",
    "Only",
    "Meanwhile",
    "However",
    "Today",
    "Also",
    "Yet",
    "Later",
    "Thus",
    "Once",
    "I",
    "A",
    "An",
    "The",
    "This",
    "That",
    "These",
    "Those",
    "It",
    "Its",
    "He",
    "She",
    "We",
    "They",
    "You",
    "His",
    "Her",
    "Our",
    "Their",
    "My",
    "In",
    "On",
    "At",
    "By",
    "For",
    "From",
    "To",
    "With",
    "Of",
    "As",
    "And",
    "But",
    "Or",
    "Nor",
    "So",
    "If",
    "When",
    "While",
    "Where",
    "After",
    "Before",
    "Since",
    "Until",
    "What",
    "Who",
    "Why",
    "How",
    "There",
    "Here",
    "Both",
    "Each",
    "Every",
    "All",
    "Some",
    "No",
    "Not",
    "Under",
    "Article",
    "Articles",
    "Section",
    "Sections",
    "Rule",
    "Rules",
    "Part",
    "Chapter",
    "Annex",
    "Paragraph",
    "Treaty",
    "Convention",
    "Agreement",
    "Act",
    "Party",
    "Parties",
    "State",
    "States",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "English",
    "Figure",
    "Table",
];

/// Whether a capitalised word names nobody.
fn is_never(word: &str) -> bool {
    NEVER.contains(&word) || MONTHS.contains(&word)
}

/// Words at the end of what names a law or a place in one.
const OF_A_LAW: [&str; 27] = [
    "Treaty",
    "Convention",
    "Agreement",
    "Act",
    "Protocol",
    "Article",
    "Articles",
    "Section",
    "Rule",
    "Annex",
    "Chapter",
    "Paragraph",
    "Code",
    "Charter",
    "Constitution",
    "Conventions",
    "Covenant",
    "Declaration",
    "Directive",
    "Law",
    "Manual",
    "Protocols",
    "Regulation",
    "Rules",
    "Statute",
    "Agreements",
    "Treaties",
];

/// No abbreviation has more bytes, with its brackets.
const ABBREVIATION: usize = 40;

/// A word of a text.
struct Token<'t> {
    text: &'t str,
    at: Range<usize>,
    /// Whether a sentence begins with it.
    begins: bool,
    /// Whether one blank stands before it, and nothing else.
    is_next: bool,
}

/// The words that a text has without a capital: with one they only begin a sentence.
pub(super) fn small_words(text: &str, small: &mut HashSet<String>) {
    let words = text.split(|c: char| !c.is_alphanumeric());
    small.extend(words.filter(|word| word.starts_with(char::is_lowercase)).map(str::to_owned));
}

/// Counts the names in `text`. `small` are the words that [`small_words`] has found.
pub(super) fn found(text: &str, small: &HashSet<String>, names: &mut BTreeMap<String, FoundName>) {
    let tokens = tokens(text);
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        if !is_capital(first.text) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while let Some(next) = tokens.get(end).filter(|next| next.is_next) {
            if is_capital(next.text) && !next.begins {
                end += 1;
                continue;
            }
            let behind = (end + 1..end + 3).find(|at| {
                tokens.get(*at).is_some_and(|token| token.is_next && is_capital(token.text))
            });
            let are_small = |to: usize| {
                tokens.get(end..to).is_some_and(|small| {
                    small.iter().all(|token| token.is_next && BETWEEN.contains(&token.text))
                })
            };
            match behind.filter(|behind| are_small(*behind)) {
                Some(behind) => end = behind + 1,
                None => break,
            }
        }
        name(text, &tokens, at..end, small, names);
        at = end;
    }
}

/// Counts what the words `at` are the name of, without what only stands before it.
fn name(
    text: &str,
    tokens: &[Token<'_>],
    at: Range<usize>,
    small: &HashSet<String>,
    names: &mut BTreeMap<String, FoundName>,
) {
    let mut words = tokens.get(at.clone()).unwrap_or_default();
    let before = |n: usize| word_before(tokens, at.start, n);
    let mut is_titled = false;
    let mut begins = words.first().is_some_and(|first| first.begins);
    while let [first, rest @ ..] = words {
        let is_first = first.begins && small.contains(&first.text.to_lowercase());
        let is_dropped = is_first || is_never(first.text) || BETWEEN.contains(&first.text);
        if !is_dropped && (rest.is_empty() || !is_title(first.text)) {
            break;
        }
        is_titled |= is_title(first.text);
        begins = false;
        words = rest;
    }
    while let [rest @ .., last] = words {
        let is_none = rest.is_empty() && is_never(last.text);
        if !is_none && !BETWEEN.contains(&last.text) {
            break;
        }
        words = rest;
    }
    let ([first, ..], [.., last]) = (words, words) else { return };
    let is_whole_end = tokens.get(at.end - 1).is_some_and(|end| end.at == last.at);
    let behind = [0, 1].map(|n| if is_whole_end { word_behind(tokens, at.end + n) } else { "" });
    let is_whole_start = tokens.get(at.start).is_some_and(|start| start.at == first.at);
    let whole = cut(text, first.at.start..last.at.end);
    let is_numeral = whole.chars().all(|c| "IVXLCDM".contains(c));
    let is_title_alone = words.len() == 1 && is_title(whole);
    if OF_A_LAW.contains(&last.text)
        || whole.chars().count() < 2
        || is_numeral
        || is_title_alone
        || whole.contains('\n')
    {
        return;
    }
    let found = names.entry(whole.to_owned()).or_default();
    found.count += 1;
    found.inside += usize::from(!begins || words.len() > 1);
    found.is_titled |= is_titled;
    found.acts += usize::from(acts(behind) || (is_whole_start && is_met([before(2), before(1)])));
    found.of_many += usize::from(is_whole_start && is_one_of_many(before(1)));
    let behind = cut(text, last.at.end..);
    let behind = cut(behind, ..behind.floor_char_boundary(ABBREVIATION));
    if let Some((short, _)) = behind.strip_prefix(" (").and_then(|rest| rest.split_once(')'))
        && is_abbreviation_of(short, words)
    {
        let short = names.entry(short.to_owned()).or_default();
        short.stands_for = Some(whole.to_owned());
        short.inside += 1;
    }
}

/// The word that stands `n` words before the one at `at`, if nothing but blanks stands between; else nothing.
fn word_before<'t>(tokens: &[Token<'t>], at: usize, n: usize) -> &'t str {
    let Some(from) = at.checked_sub(n) else { return "" };
    let between = tokens.get(from + 1..=at).unwrap_or_default();
    let is_joined = !between.is_empty() && between.iter().all(|token| token.is_next);
    tokens.get(from).filter(|_| is_joined).map_or("", |token| token.text)
}

/// The word at `at`, if one blank stands before it; else nothing.
fn word_behind<'t>(tokens: &[Token<'t>], at: usize) -> &'t str {
    tokens.get(at).filter(|token| token.is_next).map_or("", |token| token.text)
}

/// Whether letters are those that the words of a name begin with.
fn is_abbreviation_of(short: &str, words: &[Token<'_>]) -> bool {
    let first = |token: &Token<'_>| token.text.chars().next();
    let all: String = words.iter().filter_map(first).collect::<String>().to_uppercase();
    let large = words.iter().filter(|token| is_capital(token.text));
    let large: String = large.filter_map(first).collect();
    short.chars().count() > 1 && (short == large || short == all)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
    while let Some(start) = cut(text, at..).find(char::is_alphanumeric) {
        let start = at + start;
        let rest = cut(text, start..);
        let word = cut(rest, ..rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
        let word = word.trim_end_matches(['-', '’', '\'']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let end = start + word.len();
        let between = cut(text, at..start);
        let is_after_title =
            tokens.last().is_some_and(|last| is_title(last.text)) && between == ". ";
        let is_next = !tokens.is_empty() && (between == " " || is_after_title);
        let ends = |c: char| matches!(c, '.' | '!' | '?' | ':' | '\n' | '“' | '"' | '…' | '•');
        let begins = tokens.is_empty() || (between.contains(ends) && !is_after_title);
        tokens.push(Token { text: word, at: start..end, begins, is_next });
        at = end;
    }
    tokens
}
