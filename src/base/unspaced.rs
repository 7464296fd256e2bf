//! Words in Thai, Lao, Khmer and Burmese, which are written without a space between them: no rule parts them, a
//! model that was trained on texts does (the LSTM of ICU4X).
//!
//! It is asked only about letters of these scripts, so that other texts take no longer than without it.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use memchr::memchr2;
use unicode_segmentation::UnicodeSegmentation;

use super::cut;

/// How many bytes of a text the model is asked about, some ten thousand letters: it takes microseconds for each. In
/// what comes behind no words are known.
const ENOUGH: usize = 32 * 1024;

/// Where two words meet in `text` with no space between them, in bytes, in order.
pub(crate) fn word_breaks(text: &str) -> Vec<usize> {
    let mut breaks = Vec::new();
    // The first bytes of all these letters in UTF-8.
    if memchr2(0xE0, 0xE1, text.as_bytes()).is_none() {
        return breaks;
    }
    let (mut at, mut left) = (0, ENOUGH);
    while let Some(start) = cut(text, at..).find(is_unspaced).map(|start| at + start) {
        let rest = cut(text, start..);
        let run = cut(rest, ..rest.find(|c| !is_unspaced(c)).unwrap_or(rest.len()));
        let Some(after) = left.checked_sub(run.len()) else { break };
        let model = LineSegmenter::new_lstm(LineBreakOptions::default());
        let inside = model.segment_str(run).filter(|at| parts_words(run, *at));
        breaks.extend(inside.map(|at| start + at));
        (at, left) = (start + run.len(), after);
    }
    breaks
}

/// The words of `text` and what stands between them, each with its place: by Unicode Annex 29 and, where that parts
/// letter from letter, by [`word_breaks`].
pub(crate) fn word_bounds(text: &str) -> Vec<(usize, &str)> {
    let breaks = word_breaks(text);
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut before = None;
    for (at, part) in text.split_word_bound_indices() {
        let inside = before.is_some_and(is_unspaced) && part.starts_with(is_unspaced);
        match words.last_mut().filter(|_| inside && breaks.binary_search(&at).is_err()) {
            Some((start, word)) => *word = cut(text, *start..at + part.len()),
            None => words.push((at, part)),
        }
        before = part.chars().next_back();
    }
    words
}

/// Whether words may meet at a byte of `run`: the model errs in names that it does not know, but no word ends in
/// a vowel that is written before its letter, nor begins with one that is written behind it or with the sign that
/// repeats or shortens what stands before.
fn parts_words(run: &str, at: usize) -> bool {
    let (before, after) = (cut(run, ..at).chars().next_back(), cut(run, at..).chars().next());
    let (Some(before), Some(after)) = (before, after) else { return false };
    let leads = matches!(before, '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}');
    let follows = matches!(
        after,
        '\u{E2F}'
            | '\u{E30}'
            | '\u{E32}'
            | '\u{E33}'
            | '\u{E45}'
            | '\u{E46}'
            | '\u{EAF}'
            | '\u{EB0}'
            | '\u{EB2}'
            | '\u{EB3}'
            | '\u{EC6}'
            | '\u{17D7}'
    );
    !leads && !follows
}

/// Whether a character is a letter, a mark or a digit of these scripts.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E50}'..='\u{E59}' | '\u{E81}'..='\u{EDF}'
        | '\u{1000}'..='\u{1049}' | '\u{1050}'..='\u{109F}' | '\u{1780}'..='\u{17D3}' | '\u{17D7}'
        | '\u{17DC}'..='\u{17E9}')
}
