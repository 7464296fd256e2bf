//! An enumerator at the beginning of a line: how long it is, and which place in which row it may have.

use super::blanks::{begins_blank, indent};
use super::row::{CYRILLIC, Case, MarkPlace, MarkRow, Script, Shape, place_of_syllable};
use crate::base::{PUT_IN, chinese, circled, cut, digit, is_chinese, roman};

/// An enumerator.
#[derive(Debug)]
pub(super) struct Enumerator {
    /// How many bytes it has.
    pub(super) len: usize,
    /// What it may be. `(i)` is a letter or a Roman numeral.
    readings: [Option<MarkPlace>; READINGS],
}

/// No enumerator may be more than so many: `(cc)` is all that letters can be.
const READINGS: usize = 4;

/// The largest number that counts as one, and the largest part of a number with parts. Years do, for what they
/// are is told from where they stand.
const LARGEST: u32 = 99_999;
const LARGEST_PART: u32 = 999;
const MOST_PARTS: usize = 6;
/// A larger Roman numeral is a word, as often as not.
const LARGEST_SURE_ROMAN: u32 = 100;
/// No numeral of letters has more.
const LONGEST_WORD: usize = 15;

impl Enumerator {
    pub(super) fn readings(&self) -> impl Iterator<Item = &MarkPlace> {
        self.readings.iter().flatten()
    }

    /// The reading that may begin a row.
    pub(super) fn first(&self) -> Option<MarkPlace> {
        self.readings().find(|place| place.is_first()).copied()
    }

    /// The likeliest reading without a row that it could belong to: that with the least missing before it.
    pub(super) fn likeliest(&self) -> Option<MarkPlace> {
        self.readings().filter(|place| place.is_sure).min_by_key(|place| place.number).copied()
    }

    /// Whether it can hardly be anything else than an enumerator.
    pub(super) fn is_sure(&self) -> bool {
        self.readings().any(|place| place.is_sure)
    }

    /// Whether it is a dash or a dot, which counts nothing.
    pub(super) fn is_bullet(&self) -> bool {
        self.readings().any(|place| matches!(place.row.script, Script::Bullet(_)))
    }

    fn of(len: usize, place: MarkPlace) -> Self {
        Self { len, readings: [Some(place), None, None, None] }
    }
}

/// The enumerator that a line begins with, if it does. The blank behind it is not counted.
pub(super) fn mark(line: &str) -> Option<Enumerator> {
    let first = line.chars().next()?;
    if matches!(first, '–' | '—' | '•' | '-' | '*') {
        let len = first.len_utf8();
        let rest = cut(line, len..);
        let blank = indent(rest).0;
        return (blank > 0 && blank < rest.len())
            .then(|| Enumerator::of(len, place(Script::Bullet(first), Shape::Bare, 1)));
    }
    if let Some(number) = circled(first) {
        return Some(Enumerator::of(first.len_utf8(), place(Script::Circled, Shape::Bare, number)));
    }
    Scanner { line, at: 0, behind: Behind::Blank }.mark()
}

/// What would be the enumerator that a line begins with, were there a blank behind it: `3.Geese`, `(a)geese`.
pub(super) fn glued_mark(line: &str) -> Option<Enumerator> {
    Scanner { line, at: 0, behind: Behind::Word }.mark()
}

/// The enumerator that a line begins with, a bracket right behind it: `(1)(a)`.
pub(super) fn bracketed_mark(line: &str) -> Option<Enumerator> {
    Scanner { line, at: 0, behind: Behind::Bracket }.mark()
}

/// The bytes of the enumerator that `words` begin with, if they can hardly begin with anything else, and of
/// what parts it from the words behind it. A bullet is none.
pub(in crate::load) fn enumerator(words: &str) -> Option<(usize, usize)> {
    let mark = mark(words).filter(Enumerator::is_sure)?;
    let rest = cut(words, mark.len..);
    let is_bullet = mark.is_bullet();
    let blank = rest.len() - rest.trim_start().len();
    (!is_bullet && blank < rest.len()).then_some((mark.len, blank))
}

/// Whether a line begins with a backslash that makes text of the enumerator behind it.
pub(super) fn is_escaped(line: &str) -> bool {
    line.strip_prefix('\\').is_some_and(|rest| mark(rest).is_some())
}

fn place(script: Script, shape: Shape, number: u32) -> MarkPlace {
    MarkPlace { row: MarkRow { script, shape }, before: 0, number, added: 0, is_sure: true }
}

/// What stands between the brackets, or before the dot.
enum MarkName<'a> {
    Number { zero: char, parts: Vec<u32>, added: u8 },
    Word(&'a str, u8),
    Letter(Script, u32, u8),
    Chinese(u32),
}

struct Scanner<'a> {
    line: &'a str,
    at: usize,
    behind: Behind,
}

/// What is to stand right behind an enumerator.
enum Behind {
    /// A blank; behind a wide one, anything.
    Blank,
    Word,
    Bracket,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        cut(self.line, self.at..)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, any: &[char]) -> Option<char> {
        let c = self.peek().filter(|c| any.contains(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn eat_word(&mut self, word: &str) -> bool {
        let is = self.rest().starts_with(word);
        if is {
            self.at += word.len();
        }
        is
    }

    /// The longest run of characters that are `such`.
    fn run(&mut self, such: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let len = rest.find(|c| !such(c)).unwrap_or(rest.len());
        self.at += len;
        cut(rest, ..len)
    }

    fn mark(mut self) -> Option<Enumerator> {
        let named = [("§", Shape::Section), ("Abs.", Shape::Absatz)];
        if let Some((_, shape)) = named.into_iter().find(|(word, _)| self.eat_word(word)) {
            self.at += indent(self.rest()).0;
            let name = self.number()?;
            self.eat(&['º', '°']);
            self.eat(&['.']);
            return self.finish(&name, shape, false);
        }
        if self.eat_word("제") {
            return self.named_item();
        }
        let open = self.eat(&['(', '（']);
        let name = self.name()?;
        let (shape, is_wide) = match open {
            Some(open) => {
                self.eat(&['\\']);
                let close = self.eat(&[')', '）'])?;
                let is_wide = (open, close) != ('(', ')') || matches!(name, MarkName::Chinese(_));
                (Shape::Brackets, is_wide)
            }
            None => self.close(&name)?,
        };
        self.finish(&name, shape, is_wide)
    }

    /// A Korean item by its whole name, `제2호의2`: it goes on with `2.`, and may as well be a reference.
    fn named_item(mut self) -> Option<Enumerator> {
        let zero = '0';
        let number = self.part(zero)?;
        let is_item = self.eat_word("호");
        let added = self.put_in(false);
        let name = MarkName::Number { zero, parts: vec![number], added };
        let mut item = self.finish(&name, Shape::Dot, false).filter(|_| is_item && added > 0)?;
        item.readings.iter_mut().flatten().for_each(|place| place.is_sure = false);
        Some(item)
    }

    /// What closes an enumerator without an opening bracket, and whether no blank need follow.
    fn close(&mut self, name: &MarkName<'_>) -> Option<(Shape, bool)> {
        let is_number = matches!(name, MarkName::Number { .. });
        let before = self.at;
        self.eat(&['\\']);
        if self.eat(&['.', '．']).is_some() {
            if is_number && self.eat(&['º', 'ª']).is_some() {
                return Some((Shape::Degree, false));
            }
            if self.eat(&[')']).is_some() {
                return Some((Shape::Bracket, false));
            }
            let is_wide = cut(self.line, ..self.at).ends_with('．');
            return Some((Shape::Dot, is_wide && self.peek().and_then(digit).is_none()));
        }
        if let Some(bracket) = self.eat(&[')', '）']) {
            return Some((Shape::Bracket, bracket == '）'));
        }
        self.at = before;
        if is_number && self.eat(&['°', 'º']).is_some() {
            self.eat(&['.']);
            return Some((Shape::Degree, false));
        }
        let counts = is_number || matches!(name, MarkName::Chinese(_));
        if counts && self.eat(&['、']).is_some() {
            return Some((Shape::Comma, true));
        }
        // Japanese laws have a bare number before a wide blank.
        let is_bare = counts && self.peek() == Some('\u{3000}');
        let has_parts = matches!(name, MarkName::Number { parts, .. } if parts.len() > 1);
        (is_bare || has_parts).then_some((Shape::Bare, false))
    }

    fn finish(self, name: &MarkName<'_>, shape: Shape, is_wide: bool) -> Option<Enumerator> {
        let is_number = matches!(name, MarkName::Number { .. });
        let is_likely = shape == Shape::Brackets || (is_number && shape != Shape::Bare);
        let is_right = match self.behind {
            Behind::Blank => is_wide || begins_blank(self.rest()),
            Behind::Word => !is_wide && is_likely && self.peek().is_some_and(char::is_alphabetic),
            Behind::Bracket => is_likely && matches!(self.peek(), Some('(' | '（')),
        };
        if !is_right {
            return None;
        }
        Some(Enumerator { len: self.at, readings: readings(name, shape)? })
    }

    fn name(&mut self) -> Option<MarkName<'a>> {
        let first = self.peek()?;
        if digit(first).is_some() {
            return self.number();
        }
        if first.is_ascii_alphabetic() {
            let is_small = first.is_ascii_lowercase();
            let word = self.run(|c| c.is_ascii_alphabetic() && c.is_ascii_lowercase() == is_small);
            if word.len() > LONGEST_WORD {
                return None;
            }
            if let Some((letter, added)) = put_in_after_a_letter(word) {
                return Some(MarkName::Word(letter, added));
            }
            let added = if word.len() == 1 { self.put_in(false) } else { 0 };
            return Some(MarkName::Word(word, added));
        }
        if is_chinese(first) {
            return chinese(self.run(is_chinese)).map(MarkName::Chinese);
        }
        self.at += first.len_utf8();
        let (script, number, added) = letter(first)?;
        Some(MarkName::Letter(script, number, added))
    }

    /// A number, with its parts and what was put in after it.
    fn number(&mut self) -> Option<MarkName<'a>> {
        let (zero, _) = digit(self.peek()?)?;
        let mut parts = vec![self.part(zero)?];
        loop {
            let before = self.at;
            let more = self.eat(&['.', '．']).and_then(|_| self.part(zero));
            let Some(part) = more else {
                self.at = before;
                break;
            };
            parts.push(part);
        }
        let is_small = |part: &u32| *part <= LARGEST_PART;
        if parts.len() > MOST_PARTS || (parts.len() > 1 && !parts.iter().all(is_small)) {
            return None;
        }
        let added = self.put_in(true);
        Some(MarkName::Number { zero, parts, added })
    }

    fn part(&mut self, zero: char) -> Option<u32> {
        let is_own = |c: char| digit(c).is_some_and(|(own, _)| own == zero);
        let digits = self.run(is_own);
        if digits.starts_with(zero) || digits.is_empty() {
            return None;
        }
        let mut number = 0_u32;
        for (_, value) in digits.chars().filter_map(digit) {
            number = number * 10 + value;
            if number > LARGEST {
                return None;
            }
        }
        Some(number)
    }

    /// What was put in after a number or a letter: `bis`, ` bis`, or after a number a letter.
    fn put_in(&mut self, may_be_a_letter: bool) -> u8 {
        let before = self.at;
        // In Korean `2의2` is the first after `2`.
        if self.eat_word("의") {
            let number = self.run(|c| c.is_ascii_digit()).parse().ok().filter(|number| *number > 1);
            self.at = if number.is_some() { self.at } else { before };
            return number.unwrap_or(0);
        }
        self.eat(&['-', ' ', '\u{A0}']);
        let is_apart = self.at > before;
        let word = self.run(|c| c.is_ascii_alphabetic());
        let found = PUT_IN.iter().find(|(name, _)| *name == word).map(|(_, added)| *added);
        let one = if is_apart || !may_be_a_letter { None } else { one_letter(word) };
        found.or(one).unwrap_or_else(|| {
            self.at = before;
            0
        })
    }
}

/// `abis` is a letter with what was put in after it.
fn put_in_after_a_letter(word: &str) -> Option<(&str, u8)> {
    let (letter, rest) = word.split_at_checked(1)?;
    PUT_IN.iter().find(|(name, _)| *name == rest).map(|(_, added)| (letter, *added))
}

/// The place in the alphabet of a word that is one letter, counted from 1.
fn one_letter(word: &str) -> Option<u8> {
    let [letter] = word.as_bytes() else { return None };
    letter.is_ascii_alphabetic().then(|| letter.to_ascii_lowercase() - b'a' + 1)
}

/// A letter of a row that is not Latin: its row, its place there, and whether it is put in after that.
fn letter(c: char) -> Option<(Script, u32, u8)> {
    if let Some(number) = place_of_syllable(c) {
        return Some((Script::Hangul, number, 0));
    }
    let case = if c.is_lowercase() { Case::Small } else { Case::Large };
    let small = c.to_lowercase().next()?;
    // Some rows have the letters that most leave out.
    let (small, added) = match small {
        'ё' => ('е', 1),
        'й' => ('и', 1),
        'ъ' => ('щ', 1),
        'ы' => ('щ', 2),
        'ь' => ('щ', 3),
        small => (small, 0),
    };
    let at = CYRILLIC.chars().position(|one| one == small)?;
    Some((Script::Cyrillic(case), u32::try_from(at + 1).ok()?, added))
}

fn readings(name: &MarkName<'_>, shape: Shape) -> Option<[Option<MarkPlace>; READINGS]> {
    let is_letter_shape = matches!(shape, Shape::Dot | Shape::Bracket | Shape::Brackets);
    let one = |place: MarkPlace| Some([Some(place), None, None, None]);
    match name {
        MarkName::Number { zero, parts, added } => {
            let (number, upper) = parts.split_last()?;
            let count = u8::try_from(parts.len()).ok()?;
            let script =
                if count == 1 { Script::Digits(*zero) } else { Script::Parts(*zero, count) };
            // A number with parts is the same row with a dot behind it and without.
            let shape = if count > 1 && shape == Shape::Dot { Shape::Bare } else { shape };
            let before = upper.iter().fold(0, |all, part| all << 10 | u64::from(*part));
            one(MarkPlace { before, added: *added, ..place(script, shape, *number) })
        }
        MarkName::Chinese(number) => one(place(Script::Chinese, shape, *number)),
        MarkName::Letter(script, number, added) if is_letter_shape => {
            // 거, 너 and what follows are words sooner than a second round through the row.
            let is_sure = *script != Script::Hangul || *number <= 14;
            one(MarkPlace { added: *added, is_sure, ..place(*script, shape, *number) })
        }
        MarkName::Word(word, added) if is_letter_shape => readings_of_word(word, *added, shape),
        _ => None,
    }
}

/// What Latin letters may be: a letter, a letter doubled, one with another put in after it, a Roman numeral.
fn readings_of_word(word: &str, added: u8, shape: Shape) -> Option<[Option<MarkPlace>; READINGS]> {
    let case = if word.starts_with(|c: char| c.is_lowercase()) { Case::Small } else { Case::Large };
    let small = word.to_ascii_lowercase();
    let at = |letter: u8| u32::from(letter - b'a' + 1);
    let in_brackets = shape != Shape::Dot;
    let letter = |number, added, is_sure| {
        Some(MarkPlace { added, is_sure, ..place(Script::Letters(case), shape, number) })
    };
    let numeral = roman(&small).filter(|number| *number > 0 && added == 0).map(|number| {
        let is_sure = number <= LARGEST_SURE_ROMAN;
        MarkPlace { is_sure, ..place(Script::Roman(case), shape, number) }
    });
    let put_in = |one: u8, other: u8| letter(at(one), other - b'a' + 1, false);
    let found = match small.as_bytes() {
        [one] => [letter(at(*one), added, true), numeral, None, None],
        [one, other] if one == other => {
            let doubled = place(Script::Doubled(case), shape, at(*one));
            let doubled = MarkPlace { is_sure: in_brackets, ..doubled };
            // (aa) is the first of its row wherever it does not follow (z).
            let put_in = put_in(*one, *other).filter(|_| in_brackets && *one != b'a');
            [Some(doubled), numeral, letter(26 + at(*one), 0, false), put_in]
        }
        [one, other] if in_brackets => {
            let second = letter(26 + at(*other), 0, false).filter(|_| *one == b'a');
            [numeral, put_in(*one, *other), second, None]
        }
        _ => [numeral, None, None, None],
    };
    found.iter().any(Option::is_some).then_some(found)
}
