//! Rows of enumerators, and what comes next in them.

use crate::base::{in_chinese, in_circle, in_digits, in_roman};

/// What counts in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    /// The digits of the script with this zero.
    Digits(char),
    /// Numbers with so many parts, such as `1.1`, in the digits of the script with this zero.
    Parts(char, u8),
    /// a, b ... z, aa
    Letters(Case),
    /// aa, bb, cc
    Doubled(Case),
    /// i, ii, iii
    Roman(Case),
    /// а, б, в
    Cyrillic(Case),
    /// 가, 나, 다
    Hangul,
    /// 一, 二, 三
    Chinese,
    /// ①
    Circled,
    /// A dash, a dot: each is next to every other.
    Bullet(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Case {
    Small,
    Large,
}

/// What stands around the number or letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// `1.1`, `①`
    Bare,
    /// `1.`
    Dot,
    /// `1)`
    Bracket,
    /// `(1)`, `（1）`
    Brackets,
    /// `一、`
    Comma,
    /// `1°`
    Degree,
    /// `§ 1`
    Section,
    /// `Abs. 1`
    Absatz,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MarkRow {
    pub(super) script: Script,
    pub(super) shape: Shape,
}

/// A place in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MarkPlace {
    pub(super) row: MarkRow,
    /// What stands before the last part of a number with parts, ten bits for each.
    pub(super) before: u64,
    /// The last or only part, counted from 1.
    pub(super) number: u32,
    /// What was put in after it: 1 for `2a`, 2 for `2b` and `2bis`; 0 for itself.
    pub(super) added: u8,
    /// Whether this is no word or figure of a sentence by its looks. One that may be counts where it goes on
    /// with a row or begins one, and nowhere else.
    pub(super) is_sure: bool,
}

/// The letters of a Cyrillic row, without those that rows leave out.
pub(super) const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
/// The consonants that a Korean row goes through, and its vowels, by their numbers in Unicode.
const CONSONANTS: [u32; 14] = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
const VOWELS: [u32; 6] = [0, 4, 8, 13, 18, 20];
/// The first Korean syllable of Unicode, and how many there are to a consonant and to a vowel.
const SYLLABLES: u32 = 0xAC00;
const TO_A_CONSONANT: u32 = 588;
const TO_A_VOWEL: u32 = 28;
const LATIN: u32 = 26;

impl MarkPlace {
    /// Whether it may begin a row.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1 && self.added == 0
    }

    /// Whether it is next to `last` in its row.
    pub(super) fn is_next_to(&self, last: &Self) -> bool {
        if self.row != last.row {
            return false;
        }
        let one_on = self.number == last.number + 1 && self.added == 0;
        let put_in = self.number == last.number && self.added > last.added;
        let same = self.before == last.before && (one_on || put_in);
        // 2.1 comes after 1.9, whatever that was the last of.
        let in_the_next_part = self.before > last.before && self.is_first();
        matches!(self.row.script, Script::Bullet(_)) || same || in_the_next_part
    }

    /// Whether it comes after `last` in its row.
    pub(super) fn is_after(&self, last: &Self) -> bool {
        let place = |at: &Self| (at.before, at.number, at.added);
        self.is_sure && self.row == last.row && place(self) > place(last)
    }

    /// The first and the last mark that are missing before it, where `last` is the one before in its row.
    pub(super) fn missing(&self, last: Option<&Self>) -> Option<(String, String)> {
        let last = last.filter(|last| last.before == self.before);
        let first = last.map_or(1, |last| last.number + 1);
        let end = if self.added > 0 { self.number } else { self.number - 1 };
        (first <= end).then(|| (self.written(first), self.written(end)))
    }

    /// The mark of another number in its row.
    fn written(&self, number: u32) -> String {
        let MarkRow { script, shape } = self.row;
        let own = in_script(script, self.before, number);
        let wide = matches!(script, Script::Chinese | Script::Digits('\u{FF10}'));
        match shape {
            Shape::Bare => own,
            Shape::Dot => format!("{own}."),
            Shape::Bracket => format!("{own})"),
            Shape::Brackets if wide => format!("（{own}）"),
            Shape::Brackets => format!("({own})"),
            Shape::Comma => format!("{own}、"),
            Shape::Degree => format!("{own}°"),
            Shape::Section => format!("§ {own}"),
            Shape::Absatz => format!("Abs. {own}"),
        }
    }
}

fn in_script(script: Script, before: u64, number: u32) -> String {
    match script {
        Script::Digits(zero) => in_digits(number, zero),
        Script::Parts(zero, parts) => {
            let upper = (1..u32::from(parts)).rev().map(|at| (before >> (10 * (at - 1))) & 1023);
            let upper = upper.filter_map(|part| u32::try_from(part).ok());
            let all: Vec<_> = upper.chain([number]).map(|part| in_digits(part, zero)).collect();
            all.join(".")
        }
        Script::Letters(case) => case.of(letters((number - 1) % LATIN, 1 + (number - 1) / LATIN)),
        Script::Doubled(case) => case.of(letters(number - 1, 2)),
        Script::Roman(case) => case.of(in_roman(number)),
        Script::Cyrillic(case) => {
            let at = number as usize - 1;
            case.of(CYRILLIC.chars().nth(at).map(String::from).unwrap_or_default())
        }
        Script::Hangul => syllable(number).map(String::from).unwrap_or_default(),
        Script::Chinese => in_chinese(number),
        Script::Circled => in_circle(number).map(String::from).unwrap_or_default(),
        Script::Bullet(c) => c.to_string(),
    }
}

/// A Latin letter, counted from 0, so many times.
fn letters(at: u32, times: u32) -> String {
    let letter = char::from_u32(u32::from('a') + at).map(String::from).unwrap_or_default();
    letter.repeat(times as usize)
}

/// The place of a syllable in the row 가, 나, 다 ... 하, 거, 너.
pub(super) fn place_of_syllable(c: char) -> Option<u32> {
    let at = u32::from(c).checked_sub(SYLLABLES)?;
    let consonant = CONSONANTS.iter().position(|one| *one == at / TO_A_CONSONANT)?;
    let rest = at % TO_A_CONSONANT;
    let vowel = VOWELS.iter().position(|one| one * TO_A_VOWEL == rest)?;
    u32::try_from(vowel * CONSONANTS.len() + consonant + 1).ok()
}

fn syllable(number: u32) -> Option<char> {
    let at = number as usize - 1;
    let vowel = VOWELS.get(at / CONSONANTS.len())?;
    let consonant = CONSONANTS.get(at % CONSONANTS.len())?;
    char::from_u32(SYLLABLES + consonant * TO_A_CONSONANT + vowel * TO_A_VOWEL)
}

impl Case {
    fn of(self, small: String) -> String {
        match self {
            Self::Small => small,
            Self::Large => small.to_uppercase(),
        }
    }
}
