//! What a page says by shape alone, said by characters: raised and lowered numbers, and the numbers of lists.

use crate::base::{in_chinese, in_circle, in_roman};

const SYLLABLES: &str = "가나다라마바사아자차카타파하";
const CONSONANTS: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";

/// `text` raised or lowered, if each of its characters has a form for that: `2` is `²`, or `₂`. Else as it is.
pub(in crate::import) fn shifted(text: &str, raised: bool) -> String {
    let plain = "0123456789+-−()";
    let forms = if raised {
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾"
    } else {
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎"
    };
    let shift =
        |c: char| plain.chars().position(|known| known == c).and_then(|at| forms.chars().nth(at));
    let has_digit = text.chars().any(|c| c.is_ascii_digit());
    let shifted: Option<String> = text.trim().chars().map(shift).collect();
    shifted.filter(|_| has_digit).unwrap_or_else(|| text.to_owned())
}

/// How the numbers of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum NumberStyle {
    /// `1`, `2`.
    Decimal,
    /// `01`, `02`.
    Padded,
    /// `a`, `b`; `aa` behind `z`.
    Lower,
    /// `A`, `B`.
    Upper,
    /// `i`, `ii`.
    LowerRoman,
    /// `I`, `II`.
    UpperRoman,
    /// `가`, `나`.
    Syllables,
    /// `ㄱ`, `ㄴ`.
    Consonants,
    /// `①`, `②`.
    Circled,
    /// `一`, `二`.
    Chinese,
}

impl NumberStyle {
    /// A number from 1 on, as it is written in a list.
    pub(in crate::import) fn write(self, number: u32) -> String {
        match self {
            Self::Padded => format!("{number:02}"),
            Self::Lower => letters(number),
            Self::Upper => letters(number).to_uppercase(),
            Self::LowerRoman if (1..4000).contains(&number) => in_roman(number),
            Self::UpperRoman if (1..4000).contains(&number) => in_roman(number).to_uppercase(),
            Self::Syllables => of(SYLLABLES, number),
            Self::Consonants => of(CONSONANTS, number),
            Self::Circled => in_circle(number).map_or_else(|| number.to_string(), String::from),
            Self::Chinese if (1..100).contains(&number) => in_chinese(number),
            _ => number.to_string(),
        }
    }
}

/// The sign of a row that stands for a number, or the number where the row has ended.
fn of(row: &str, number: u32) -> String {
    let sign = (number as usize).checked_sub(1).and_then(|at| row.chars().nth(at));
    sign.map_or_else(|| number.to_string(), String::from)
}

/// `a` to `z`, then `aa`, `bb` and so on, as word processors count.
fn letters(number: u32) -> String {
    let Some(before) = number.checked_sub(1).filter(|before| *before < 26 * 8) else {
        return number.to_string();
    };
    let letter = char::from_u32(u32::from('a') + before % 26).unwrap_or('a');
    std::iter::repeat_n(letter, (before / 26 + 1) as usize).collect()
}

/// Whether `text` marks a point: `(a)`, `1.`, `iv)`, `-`.
pub(in crate::import) fn is_mark(text: &str) -> bool {
    if matches!(text, "-" | "–" | "—" | "•" | "·" | "*" | "o" | "▪") {
        return true;
    }
    let inner = text.trim_start_matches(['(', '[', '«', '"', '“', '‘', '„']);
    let inside = inner.trim_end_matches([')', ']', '.', '．', '）']);
    let closed = inside.len() < inner.len();
    let count = inside.chars().count();
    closed
        && (1..=6).contains(&count)
        && inside.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
}
