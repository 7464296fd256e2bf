//! What a terminal shows instead that knows ASCII only, or has few glyphs.

use std::borrow::Cow;

use unicode_normalization::char::decompose_canonical;
use unicode_segmentation::UnicodeSegmentation;

use crate::base::cluster_columns;

/// What stands for one cell's `symbol`, a grapheme cluster, in ASCII: the nearest character, or
/// `?`. It takes as many columns as the symbol, so that it can be put in its cell when all has
/// been laid out.
///
/// An accent is left out (`ŏ` is `o`), quotation marks and dashes become straight, a letter of
/// another script becomes `?`.
pub fn ascii_cell(symbol: &str) -> Cow<'_, str> {
    if symbol.is_ascii() {
        return Cow::Borrowed(symbol);
    }
    let width = cluster_columns(symbol);
    match symbol.chars().next().and_then(nearest) {
        Some(_) if width == 0 => Cow::Borrowed(""),
        Some(near) => Cow::Owned(format!("{near:<width$}")),
        None => Cow::Owned("?".repeat(width)),
    }
}

/// What stands for one cell's `symbol` on a text console that reads UTF-8: a letter of one code point and
/// one column is sent as it is, everything else is as [`ascii_cell`] has it.
///
/// A console's font has few signs, but most often the letters of its reader's language (setfont(8)); and
/// for a letter that it has not the console itself shows a sign, which is no worse than `?`.
pub fn console_cell(symbol: &str) -> Cow<'_, str> {
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None)
            if c.is_alphabetic() && punctuation(c).is_none() && cluster_columns(symbol) == 1 =>
        {
            Cow::Borrowed(symbol)
        }
        _ => ascii_cell(symbol),
    }
}

/// What stands for `words`: for each grapheme cluster what [`ascii_cell`] gives.
pub fn ascii(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.graphemes(true).map(ascii_cell).collect())
}

fn nearest(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    punctuation(c).or_else(|| drawing(c)).or_else(|| letter(c))
}

fn punctuation(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | 'ʻ' | 'ʼ' | '′' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‹' => '<',
        '›' => '>',
        '\u{2010}'..='\u{2015}' | '−' => '-',
        '…' | '·' => '.',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '•' | '●' | '★' | '☆' => '*',
        '×' | '✗' | '✘' => 'x',
        '✓' | '✔' => '+',
        '÷' | '⁄' => '/',
        '§' => 'S',
        '¶' => 'P',
        '€' => 'E',
        '£' => 'L',
        '°' | '○' => 'o',
        '≈' => '~',
        // The fullwidth forms stand in the order of ASCII.
        '！'..='～' => return char::from_u32(u32::from(c) - 0xFEE0),
        _ => return None,
    })
}

fn drawing(c: char) -> Option<char> {
    Some(match c {
        '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' => '-',
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '▉'..='▏' | '▐' | '▕' => {
            '|'
        }
        '\u{2500}'..='\u{257F}' => '+',
        '\u{2580}'..='\u{259F}' => '#',
        '→' | '▶' | '▸' | '►' => '>',
        '←' | '◀' | '◂' | '◄' => '<',
        '↑' | '▲' | '▴' => '^',
        '↓' | '▼' | '▾' => 'v',
        _ => return None,
    })
}

/// Letters that Unicode does not take for accented ones.
fn letter(c: char) -> Option<char> {
    Some(match c {
        'æ' => 'a',
        'Æ' => 'A',
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        'ħ' => 'h',
        'ı' => 'i',
        'ł' => 'l',
        'Ł' => 'L',
        'ø' | 'œ' => 'o',
        'Ø' | 'Œ' => 'O',
        'ß' => 's',
        'þ' => 't',
        'Þ' => 'T',
        _ => return without_accent(c),
    })
}

/// The letter that an accented one is made of, by canonical decomposition (UAX #15).
fn without_accent(c: char) -> Option<char> {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    base.filter(char::is_ascii)
}
