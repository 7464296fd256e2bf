//! Numbers as texts write them: digits of several scripts, Roman and Chinese numerals, numbers in a circle.

/// The zeros of the scripts whose digits are read: ASCII, full width, Arabic-Indic, Persian, Devanagari, Thai.
const ZEROS: [char; 6] = ['0', '\u{FF10}', '\u{660}', '\u{6F0}', '\u{966}', '\u{E50}'];

/// The first number in a circle of each run of Unicode, and which number it is.
const CIRCLES: [(char, u32); 3] = [('\u{2460}', 1), ('\u{3251}', 21), ('\u{32B1}', 36)];
/// How many such a run has.
const CIRCLES_IN_A_RUN: [u32; 3] = [20, 15, 15];

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// What Latin countries put in after a number, and how far after it.
pub(crate) const PUT_IN: [(&str, u8); 9] = [
    ("bis", 2),
    ("ter", 3),
    ("quater", 4),
    ("quinquies", 5),
    ("sexies", 6),
    ("septies", 7),
    ("octies", 8),
    ("novies", 9),
    ("decies", 10),
];

const CHINESE: &str = "一二三四五六七八九";
const TEN: char = '十';

/// The zero of the script that a digit belongs to, and its value.
pub(crate) fn digit(c: char) -> Option<(char, u32)> {
    ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(zero))?;
        (value < 10).then_some((zero, value))
    })
}

/// A number in the digits of the script with this zero.
pub(crate) fn in_digits(number: u32, zero: char) -> String {
    let digits = number.to_string();
    let own =
        digits.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(u32::from(zero) + d)));
    own.flatten().collect()
}

/// The number in a circle: 1 to 50.
pub(crate) fn circled(c: char) -> Option<u32> {
    CIRCLES.into_iter().zip(CIRCLES_IN_A_RUN).find_map(|((first, number), run)| {
        let at = u32::from(c).checked_sub(u32::from(first))?;
        (at < run).then_some(number + at)
    })
}

/// The circle with this number in it.
pub(crate) fn in_circle(number: u32) -> Option<char> {
    CIRCLES.into_iter().zip(CIRCLES_IN_A_RUN).find_map(|((first, least), run)| {
        let at = number.checked_sub(least)?;
        (at < run).then(|| char::from_u32(u32::from(first) + at)).flatten()
    })
}

/// The number that small letters are in Roman numerals, if they are it in the usual form.
pub(crate) fn roman(word: &str) -> Option<u32> {
    let mut rest = word;
    let mut number = 0;
    for (value, letters) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters) {
            rest = after;
            number += value;
        }
    }
    (rest.is_empty() && number < 4000 && in_roman(number) == word).then_some(number)
}

/// A number in Roman numerals, in small letters.
pub(crate) fn in_roman(number: u32) -> String {
    let mut left = number;
    let mut word = String::new();
    for (value, letters) in ROMAN {
        while left >= value {
            left -= value;
            word.push_str(letters);
        }
    }
    word
}

/// The number from 1 to 99 in Chinese numerals.
pub(crate) fn chinese(word: &str) -> Option<u32> {
    let one = |word: &str| -> Option<u32> {
        let mut letters = word.chars();
        let (letter, None) = (letters.next()?, letters.next()) else { return None };
        let at = CHINESE.chars().position(|c| c == letter)?;
        u32::try_from(at + 1).ok()
    };
    let Some((tens, ones)) = word.split_once(TEN) else { return one(word) };
    let tens = if tens.is_empty() { 1 } else { one(tens)? };
    let ones = if ones.is_empty() { 0 } else { one(ones)? };
    Some(tens * 10 + ones)
}

/// Whether a character is part of a Chinese numeral.
pub(crate) fn is_chinese(c: char) -> bool {
    c == TEN || CHINESE.contains(c)
}

/// A number from 1 to 99 in Chinese numerals.
pub(crate) fn in_chinese(number: u32) -> String {
    let one = |n: u32| (n as usize).checked_sub(1).and_then(|at| CHINESE.chars().nth(at));
    let (tens, ones) = (number / 10, number % 10);
    let tens = if tens > 1 { one(tens) } else { None }.into_iter().chain((tens > 0).then_some(TEN));
    tens.chain(one(ones)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for n in 1..=50 {
            assert_eq!(in_circle(n).and_then(circled), Some(n));
        }
        for n in 1..100 {
            assert_eq!(chinese(&in_chinese(n)), Some(n), "{}", in_chinese(n));
        }
        for n in 1..4000 {
            assert_eq!(roman(&in_roman(n)), Some(n), "{}", in_roman(n));
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(in_circle(51), None);
        assert_eq!(circled('A'), None);
        for word in ["", "iiii", "ivi", "vx", "abc"] {
            assert_eq!(roman(word).filter(|n| *n > 0), None, "{word}");
        }
        for word in ["", "二二", "十十", "百"] {
            assert_eq!(chinese(word), None, "{word}");
        }
    }

    #[test]
    fn digits_have_scripts() {
        assert_eq!(digit('３'), Some(('０', 3)));
        assert_eq!(digit('๓'), Some(('๐', 3)));
        assert_eq!(digit('३'), Some(('०', 3)));
        assert_eq!(digit('٣'), Some(('٠', 3)));
        assert_eq!(digit('x'), None);
        assert_eq!(in_digits(12, '٠'), "١٢");
    }
}
