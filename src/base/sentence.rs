//! Where sentences end: Unicode Annex 29, and what it leaves to those who know the language.
//!
//! Annex 29 ends a sentence at every full stop before a capital or a number, so that "Mr. Kim" is
//! two. What is added here knows the abbreviations of English briefings on law and diplomacy; in
//! other languages it changes next to nothing. Where it cannot be told, a sentence rather goes on:
//! too many words can still be read, half a sentence may say the opposite.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::cut;

/// Before these full stops no sentence ends: titles of persons, and what points on.
const NEVER_LAST: &[&str] = &[
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Drs", "Prof", "Gen", "Lt", "Col", "Sgt", "Maj", "Adm",
    "Capt", "Cpl", "Cmdr", "Brig", "Sen", "Rep", "Gov", "Pres", "Amb", "Sec", "Min", "Hon", "Rev",
    "Mt", "Ft", "Doc", "cf", "Cf", "e.g", "E.g", "i.e", "I.e", "vs", "v", "viz", "ca", "approx",
    "incl",
];

/// Before these full stops no sentence ends if a number follows, in whatever case they are written.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "nr", "art", "arts", "para", "paras", "par", "p", "pp", "sec", "secs", "sect",
    "s", "ss", "cl", "cls", "ch", "chap", "chs", "vol", "vols", "fig", "figs", "app", "ann", "res",
    "reg", "n", "nn", "b", "d", "r", "c", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
];

/// These full stops end a sentence only if the next word is one of [`FIRST`].
const SELDOM_LAST: &[&str] =
    &["St", "Co", "Corp", "Inc", "Ltd", "Bros", "Dept", "Jr", "Sr", "Univ"];

/// Words that begin a sentence, and hardly ever a name.
const FIRST: &[&str] = &[
    "A",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "During",
    "Each",
    "Even",
    "Every",
    "Few",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Many",
    "Meanwhile",
    "Most",
    "My",
    "Neither",
    "No",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Thus",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
];

/// Behind these a capital is the name of a thing ("Annex A.") and not the initial of somebody.
const LETTERED: &[&str] = &[
    "Annex", "Appendix", "Article", "Chapter", "Class", "Exhibit", "Group", "List", "Option",
    "Part", "Plan", "Schedule", "Section", "Table", "Team", "Title", "Type", "War", "Zone",
];

const OPENING: [char; 8] = ['(', '[', '{', '“', '‘', '«', '"', '\''];
const CLOSING: [char; 8] = [')', ']', '}', '”', '’', '»', '"', '\''];

/// The sentence of `text` that byte `at` is in, as bytes of `text`, without the white space around
/// it; at the end of `text`, an empty range, if `at` is past it. A line feed always ends a sentence.
pub fn sentence(text: &str, at: usize) -> Range<usize> {
    let mut start = 0;
    for (from, part) in text.split_sentence_bound_indices() {
        let end = from + part.len();
        let (so_far, rest) = (cut(text, start..end), cut(text, end..));
        if goes_on(so_far, rest) {
            continue;
        }
        if at < end {
            let start = end - so_far.trim_start().len();
            return start..start + so_far.trim().len();
        }
        start = end;
    }
    text.len()..text.len()
}

/// Whether the sentence that begins with `so_far` goes on with `rest`, where Annex 29 ends it.
fn goes_on(so_far: &str, rest: &str) -> bool {
    if rest.is_empty() || so_far.ends_with('\n') {
        return false;
    }
    let so_far = so_far.trim();
    // A question that somebody asks, within a sentence about it.
    rest.starts_with(char::is_lowercase)
        // Words left out.
        || so_far.ends_with("...]")
        || so_far.ends_with("...)")
        || is_enumeration(so_far)
        || ends_shortened(so_far, rest)
}

/// Whether there is nothing but `1.`, `(2.1.`, `IV.`, `b.`, and no word yet.
fn is_enumeration(so_far: &str) -> bool {
    let label = so_far.trim_matches(|c: char| !c.is_alphanumeric());
    let short = |part: &str| {
        let digits = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        digits || part.chars().count() == 1 || is_roman(part)
    };
    so_far.ends_with('.') && label.split('.').all(short)
}

/// Whether `so_far` ends with the full stop of a shortened word, which is not also that of the
/// sentence.
fn ends_shortened(so_far: &str, rest: &str) -> bool {
    let mut words = so_far.split_whitespace();
    let Some(word) = words.next_back() else { return false };
    let inner = word.trim_end_matches(CLOSING);
    // "(U.S.)" is a word, "in the U.S.)" the end of something.
    if inner.len() < word.len() && !word.starts_with(OPENING) {
        return false;
    }
    let Some(inner) = inner.strip_suffix('.') else { return false };
    let word = inner.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "Brig.-Gen.", "J.-F."
    let last = word.rsplit(['-', '\u{2010}', '\u{2011}', '–', '/']).next().unwrap_or(word);
    let next = rest.trim_start_matches(OPENING).split_whitespace().next().unwrap_or_default();
    if NEVER_LAST.contains(&last) {
        return true;
    }
    if BEFORE_NUMBER.iter().any(|short| short.eq_ignore_ascii_case(last)) && is_number(next) {
        return true;
    }
    let named = words.next_back().is_some_and(|before| LETTERED.contains(&before));
    let begins = FIRST.contains(&next.trim_end_matches(','));
    let shortened = SELDOM_LAST.contains(&last) || is_dotted(last) || is_initial(last);
    shortened && !named && !begins
}

/// Whether a word is an initial: one capital.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a word has full stops within: `U.S`, `D.P.R.K`, `Ph.D`, `p.m`; but not `3.4` or
/// `example.org`.
fn is_dotted(word: &str) -> bool {
    let short = |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(short)
}

/// Whether a word begins as a number does: `4`, `12(b)`, `IV`.
fn is_number(word: &str) -> bool {
    word.starts_with(char::is_numeric) || is_roman(word.trim_matches(|c: char| !c.is_alphabetic()))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c))
}
