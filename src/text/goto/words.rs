//! What was typed, word by word.

use crate::base::cut;

/// The words of `typed`. What stands between names (`un-charter/51`, `Article 4: The gate`) parts them, and
/// so does the step from a word to a number (`art.4`, `rule7`, `¶11`); `p11` and `g20` are one.
pub(super) fn split(typed: &str) -> Vec<&str> {
    let words = typed.split(|c: char| c.is_whitespace() || matches!(c, '/' | ':'));
    let words = words.flat_map(|word| parts(bare(word))).filter(|word| !word.is_empty());
    let (named, signs): (Vec<_>, Vec<_>) = words
        .partition(|word| word.contains(|c: char| c.is_alphanumeric() || matches!(c, '§' | '¶')));
    if named.is_empty() { signs } else { named }
}

/// A word without what stands around it in a sentence: who types `art. 18` does not look for a full stop.
fn bare(word: &str) -> &str {
    let inner = word.trim_start_matches(['[', '"']).trim_end_matches(['.', ',', ';', ']', '"']);
    // A part of a number stays in its brackets: `7(2)(b)`.
    let inner = match (inner.contains('('), inner.contains(')')) {
        (true, false) => inner.trim_start_matches('('),
        (false, true) => inner.trim_end_matches([')', '.', ',']),
        _ => inner,
    };
    if inner.is_empty() { word } else { inner }
}

/// A name and the number that stands at it.
fn parts(word: &str) -> [&str; 2] {
    let digit = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (name, number) = (cut(word, ..digit), cut(word, digit..));
    let name = name.trim_end_matches('.');
    // Korean law counts with it before the number, without a blank.
    let name = name.strip_suffix('제').unwrap_or(name);
    let several = name.chars().nth(1).is_some() && name.chars().all(char::is_alphabetic);
    if several || matches!(name, "§" | "¶") { [name, number] } else { [word, ""] }
}
