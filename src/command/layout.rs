//! Keyboards whose letters are not Latin: a letter is taken for the key that it is on.
//!
//! A reader whose keyboard is set to Korean or Russian presses `j` and the terminal gets `ㅓ` or `о`.
//! Where a command is expected that is `j`; where something is written it stays what it is. ASCII is
//! never another key: which layout sent it nobody knows, and it means what is on the screen.

use unicode_normalization::UnicodeNormalization;

use super::{Code, Key};

/// The keys of a keyboard of the US that have letters on another one, row by row.
const KEYS: Layout = Layout {
    plain: r"`qwertyuiop[]\asdfghjkl;'zxcvbnm,./",
    shifted: r#"~QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?"#,
    capitals: Capitals::Own,
};

/// What the same keys send, alone and with Shift; a blank for what is not understood.
struct Layout {
    plain: &'static str,
    shifted: &'static str,
    capitals: Capitals,
}

/// What Shift makes of the letters of a keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Capitals {
    /// Another letter of each.
    Own,
    /// The capital of the key that it is on, as without the layout.
    Latin,
    /// Nothing, but of a few.
    Few,
    /// Nothing, but of seven, and an input method turns Korean off and on.
    Korean,
}

/// From the symbols of xkeyboard-config 2.35 (`ru`, `ua`, `by`, `gr`, `il`, `ara`, `ir`, `th`, `ge`);
/// two-set Korean, which an input method makes of Latin keys, from KS X 5002. The first row that has a
/// letter counts: `і` is where Ukrainian has it. A letter that Arabic and Persian have in two places, both
/// without Shift, nobody could tell apart: neither row has it.
const LAYOUTS: &[Layout] = &[
    Layout {
        plain: r" ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ   ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ   ",
        shifted: r" ㅃㅉㄸㄲㅆ   ㅒㅖ                        ",
        capitals: Capitals::Korean,
    },
    Layout {
        plain: r"ёйцукенгшщзхъ\фывапролджэячсмитьбю.",
        shifted: r"ЁЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
        capitals: Capitals::Own,
    },
    Layout {
        plain: r"'йцукенгшщзхїґфівапролджєячсмитьбю.",
        shifted: r"ʼЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,",
        capitals: Capitals::Own,
    },
    Layout {
        plain: r"ёйцукенгшўзх'\фывапролджэячсмітьбю.",
        shifted: r"ЁЙЦУКЕНГШЎЗХ'/ФЫВАПРОЛДЖЭЯЧСМІТЬБЮ,",
        capitals: Capitals::Own,
    },
    Layout {
        plain: r"`;ςερτυθιοπ[]\ασδφγηξκλ 'ζχψωβνμ,./",
        shifted: r#"~: ΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ "ΖΧΨΩΒΝΜ<>?"#,
        capitals: Capitals::Own,
    },
    Layout {
        plain: r";/'קראטוןםפ][\שדגכעיחלךף,זסבהנמצתץ.",
        shifted: r#"~QWERTYUIOP}{|ASDFGHJKL:"ZXCVBNM><?"#,
        capitals: Capitals::Latin,
    },
    Layout {
        plain: r" ضصثقفغعهخحج  شسيبلاتنمك ئءؤرﻻىةو  ",
        shifted: r"     ﻹإ ÷×؛       ﻷأـ،       ﻵآ   ؟",
        capitals: Capitals::Few,
    },
    Layout {
        plain: r" ضصثقفغعهخحجچ شسیبلاتنمکگ   ر  پو./",
        shifted: r"                     »«           ؟",
        capitals: Capitals::Few,
    },
    Layout {
        plain: r"_ๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ",
        shifted: r#"% "ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ"#,
        capitals: Capitals::Few,
    },
    Layout {
        plain: r"„ქწერტყუიოპ[]\ასდფგჰჯკლ;'ზხცვბნმ,./",
        shifted: r#" QჭEღთYUIOP{}|AშDFGHჟKL:"ძXჩVBNM<>?"#,
        capitals: Capitals::Latin,
    },
];

/// The zeros after which nine more digits stand: Arabic, Persian, Devanagari, Thai.
const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{e50}'];

/// Which keys give the signs that an input method for Chinese or Japanese writes.
const SIGNS: &[(char, char)] = &[
    ('。', '.'),
    ('、', ','),
    ('・', '/'),
    ('「', '['),
    ('」', ']'),
    ('【', '['),
    ('】', ']'),
    ('『', '{'),
    ('』', '}'),
    ('《', '<'),
    ('》', '>'),
    ('‘', '\''),
    ('’', '\''),
    ('“', '"'),
    ('”', '"'),
    ('￥', '$'),
    ('〜', '~'),
];

/// The vowels of Korean in the order of Unicode, each as the keys that make it.
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
    "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];

/// The consonants before a vowel, likewise.
const LEADS: [&str; 19] = [
    "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ",
    "ㅌ", "ㅍ", "ㅎ",
];

/// The consonants after a vowel, likewise.
const TAILS: [&str; 27] = [
    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ",
    "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];

/// The keys that were pressed for a key that came: a syllable of Korean is the letters that it was
/// composed of, everything else is itself.
pub fn strokes(key: Key) -> Vec<Key> {
    let Code::Char(letter) = key.code else { return vec![key] };
    if !is_hangul(letter) {
        return vec![key];
    }
    // Whichever way it is written, what it is compatible with is a row of conjoining letters.
    let letters = std::iter::once(letter).nfkd().flat_map(|part| basic(part).chars());
    letters.map(|letter| Key { code: Code::Char(letter), ..key }).collect()
}

/// A conjoining letter of Korean as the letters of the keys that make it.
fn basic(part: char) -> &'static str {
    // Two that follow a vowel today, and are compatible with ones that began a syllable long ago.
    match part {
        '\u{111a}' => return "ㄹㅎ",
        '\u{1121}' => return "ㅂㅅ",
        _ => {}
    }
    let find = |first: u32, table: &'static [&'static str]| {
        let at = usize::try_from(u32::from(part).checked_sub(first)?).ok()?;
        table.get(at).copied()
    };
    let found =
        find(0x11a8, &TAILS).or_else(|| find(0x1161, &VOWELS)).or_else(|| find(0x1100, &LEADS));
    found.unwrap_or_default()
}

/// A letter of Korean in use today, or a syllable; half as wide, too.
fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{1112}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}'
        | '\u{3131}'..='\u{3163}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ffa1}'..='\u{ffbe}' | '\u{ffc2}'..='\u{ffc7}' | '\u{ffca}'..='\u{ffcf}'
        | '\u{ffd2}'..='\u{ffd7}' | '\u{ffda}'..='\u{ffdc}')
}

/// What is written, as the same keys write it on a keyboard of the US.
pub(crate) fn in_latin(written: &str) -> String {
    let keys = written.chars().flat_map(|letter| strokes(Key::plain(Code::Char(letter))));
    let letter = |key: Key| match by_place(key).unwrap_or(key).code {
        Code::Char(letter) => Some(letter),
        _ => None,
    };
    keys.filter_map(letter).collect()
}

/// The key of a keyboard of the US that is where this one is. `None` for ASCII, and for letters of no
/// layout that is known here.
pub fn by_place(key: Key) -> Option<Key> {
    let Code::Char(letter) = key.code else { return None };
    if letter.is_ascii() {
        return None;
    }
    let code = Code::Char(wide(letter).or_else(|| digit(letter)).or_else(|| placed(letter))?);
    Some(Key { code, ..key })
}

/// What Shift makes of letters where `letter` is on a key; `None` if it is ASCII or on no key known here.
pub(crate) fn capitals(letter: char) -> Option<Capitals> {
    let layout = LAYOUTS.iter().find(|layout| layout.key_of(letter).is_some());
    layout.filter(|_| !letter.is_ascii()).map(|layout| layout.capitals)
}

/// Whether only an input method can have made `letter`, of keys that nobody could tell: a Chinese
/// character, or one of the syllables of Japanese or Chinese.
pub(crate) fn is_composed(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312f}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

/// What is as wide as a Chinese character, as wide as usual.
fn wide(letter: char) -> Option<char> {
    match letter {
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0),
        _ => SIGNS.iter().find(|(sign, _)| *sign == letter).map(|(_, key)| *key),
    }
}

fn digit(letter: char) -> Option<char> {
    let value =
        |zero: char| u32::from(letter).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(value).and_then(|value| char::from_digit(value, 10))
}

fn placed(letter: char) -> Option<char> {
    LAYOUTS.iter().find_map(|layout| layout.key_of(letter))
}

impl Layout {
    fn key_of(&self, letter: char) -> Option<char> {
        let find = |sent: &str, keys: &str| {
            sent.chars().zip(keys.chars()).find(|(its, _)| *its == letter).map(|(_, key)| key)
        };
        find(self.plain, KEYS.plain).or_else(|| find(self.shifted, KEYS.shifted))
    }
}
