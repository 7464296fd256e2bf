//! Characters that are not seen themselves, and where they belong.
//!
//! A joiner shapes the letters beside it in the scripts that have need of it, a selector the sign before
//! it. Anywhere else such a character only hides: it makes two words that look alike differ, or carries
//! a text that nobody sees.

use unicode_normalization::char::canonical_combining_class;

/// How many tags a flag has at most, and how far the end of one is looked for.
const TAGS: usize = 32;
/// The cell of Braille without a dot.
const BRAILLE_BLANK: char = '\u{2800}';
/// How many characters behind a blank of Braille a cell with dots is looked for: a line of them.
const LINE: usize = 100;

/// Whether `c` has no looks of its own: `Default_Ignorable_Code_Point` of the Unicode Character Database.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether `c` shows nothing where it does not belong: what has no looks of its own, and the blank that
/// Braille has between words, which is no white space.
pub(super) fn may_hide(c: char) -> bool {
    is_unseen(c) || c == BRAILLE_BLANK
}

/// What stands beside a character. What is not known may be anything.
pub(super) type AdjoiningChar = Option<char>;

/// Whether `c`, which [`may_hide`], belongs between `before` and what begins with `after`, of which `rest` is the
/// text from there on; `open` if more of the text may follow that.
pub(super) fn belongs(
    c: char,
    before: AdjoiningChar,
    after: AdjoiningChar,
    rest: &str,
    open: bool,
) -> bool {
    let is = |beside: AdjoiningChar, test: fn(char) -> bool| beside.is_none_or(test);
    match c {
        // A place to break a word, which shows where it is broken.
        '\u{AD}' => true,
        '\u{200B}' => is(before, breaks_unseen) || is(after, breaks_unseen),
        '\u{200C}' => is(before, is_virama) || joins(before, after),
        '\u{200D}' => {
            let shaped = is(before, is_cursive) || is(after, is_cursive) || is(before, is_virama);
            let picture = is(before, ends_picture) && is(after, is_picture);
            shaped || picture || joins(before, after)
        }
        '\u{34F}' => is(before, is_marked) && is(after, is_mark),
        '\u{115F}' | '\u{1160}' => is(before, is_jamo) || is(after, is_jamo),
        '\u{180E}' => is(before, is_mongolian) && is(after, is_mongolian),
        '\u{180B}'..='\u{180D}' | '\u{180F}' => is(before, is_mongolian),
        BRAILLE_BLANK => is(before, is_braille) || begins_braille(rest, open),
        '\u{FE00}'..='\u{FE0D}' => is(before, has_variants),
        '\u{FE0E}' | '\u{FE0F}' => is(before, is_sign),
        '\u{E0100}'..='\u{E01EF}' => is(before, is_ideograph),
        '\u{E0020}'..='\u{E007F}' => is(before, is_in_flag) && ends_flag(c, rest, open),
        _ => false,
    }
}

/// Whether a joiner stands inside a word of a script that uses it; a suffix may follow a word of another, or
/// what closes behind it.
fn joins(before: AdjoiningChar, after: AdjoiningChar) -> bool {
    let word = |beside: AdjoiningChar| beside.is_none_or(|c| c.is_alphanumeric() || is_joined(c));
    let joined = |beside: AdjoiningChar| beside.is_none_or(is_joined);
    let closed = before.is_some_and(|c| matches!(c, ')' | ']' | '”' | '’' | '»' | '›' | '"'));
    closed && joined(after) || word(before) && word(after) && (joined(before) || joined(after))
}

/// Thai, Lao and Khmer have no blanks between words.
fn breaks_unseen(c: char) -> bool {
    !is_unseen(c)
        && matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}')
}

/// Letters and marks of scripts whose letters join or form conjuncts.
fn is_joined(c: char) -> bool {
    let block = matches!(c,
        // Hebrew parts vav and the vowel on it.
        '\u{591}'..='\u{5F4}' | '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{1A20}'..='\u{1AAF}' | '\u{1B00}'..='\u{1C4F}' | '\u{A840}'..='\u{A87F}'
        | '\u{A8E0}'..='\u{A95F}' | '\u{A980}'..='\u{A9FF}' | '\u{AA60}'..='\u{AAFF}'
        | '\u{ABC0}'..='\u{ABFF}' | '\u{11000}'..='\u{11FFF}');
    is_cursive(c) || block && !is_unseen(c)
}

/// Letters and marks of scripts that are always written joined.
fn is_cursive(c: char) -> bool {
    let block = matches!(c,
        '\u{610}'..='\u{7FF}' | '\u{840}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{10AC0}'..='\u{10AFF}' | '\u{10D00}'..='\u{10FFF}'
        | '\u{1E900}'..='\u{1E95F}');
    is_mongolian(c) || block && !is_unseen(c)
}

fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1807}' | '\u{1810}'..='\u{18AF}')
}

/// The sign that takes a consonant its vowel: all have this class.
fn is_virama(c: char) -> bool {
    canonical_combining_class(c) == 9
}

fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0
}

/// A letter or a mark on one.
fn is_marked(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// A conjoining letter of Hangul that is seen.
fn is_jamo(c: char) -> bool {
    let block =
        matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}');
    block && !is_unseen(c)
}

fn is_braille(c: char) -> bool {
    matches!(c, BRAILLE_BLANK..='\u{28FF}')
}

/// Whether the first in `rest` that is seen is a cell of Braille.
fn begins_braille(rest: &str, open: bool) -> bool {
    let blank = |c: &char| *c == BRAILLE_BLANK || c.is_whitespace();
    rest.chars().take(LINE).find(|c| !blank(c)).map_or(open, is_braille)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A sign that may be a picture or plain.
fn is_sign(c: char) -> bool {
    let letter = c.is_alphabetic()
        && !matches!(c, '\u{2139}' | '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F18F}');
    let sign = matches!(c, '#' | '*' | '0'..='9' | '©' | '®' | '\u{203C}'..='\u{3299}' | '\u{1F000}'..='\u{1FAFF}');
    sign && !letter && !c.is_whitespace() && !is_unseen(c)
}

/// A letter or sign of those that have other forms: of mathematics, Myanmar, Han and their neighbours.
fn has_variants(c: char) -> bool {
    let block = matches!(c, '\u{1000}'..='\u{109F}' | '\u{2200}'..='\u{23FF}' | '\u{2A00}'..='\u{2AFF}'
        | '\u{3000}'..='\u{303F}' | '\u{A840}'..='\u{A87F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{10AC0}'..='\u{10AFF}' | '\u{13000}'..='\u{1345F}');
    is_ideograph(c) || block && !c.is_whitespace()
}

fn is_picture(c: char) -> bool {
    is_sign(c) && !matches!(c, '#' | '*' | '0'..='9')
}

/// A picture, or what says how it looks.
fn ends_picture(c: char) -> bool {
    is_picture(c) || matches!(c, '\u{FE0F}' | '\u{20E3}' | '\u{E007F}')
}

/// The black flag that tags stand after, or one of them.
fn is_in_flag(c: char) -> bool {
    matches!(c, '\u{1F3F4}' | '\u{E0020}'..='\u{E007E}')
}

/// Whether the tags that begin with `c` and go on in `rest` come to their end.
fn ends_flag(c: char, rest: &str, open: bool) -> bool {
    let mut tags = std::iter::once(c).chain(rest.chars()).take(TAGS);
    let end = tags.find(|c| !matches!(c, '\u{E0020}'..='\u{E007E}'));
    end == Some('\u{E007F}') || end.is_none() && open
}
