//! Which time was meant that is not known exactly, or is before our era: `431 BC`, `1990s`, `Spring 1990`, `um 1979`.

use crate::model::{Date, Season};

/// What stands before or behind a time that is not known exactly, in small letters.
const ABOUT: [&str; 20] = [
    "circa",
    "ca.",
    "ca",
    "c.",
    "c",
    "about",
    "around",
    "approximately",
    "approx.",
    "~",
    "um",
    "etwa",
    "gegen",
    "rund",
    "vers",
    "environ",
    "env.",
    "около",
    "약",
    "대략",
];
const ABOUT_BEHIND: [&str; 5] = ["ca.", "circa", "경", "쯤", "頃"];
/// The same of one that is uncertain.
const UNCERTAIN: [&str; 12] = [
    "probably",
    "perhaps",
    "possibly",
    "presumably",
    "maybe",
    "?",
    "vermutlich",
    "wahrscheinlich",
    "wohl",
    "vielleicht",
    "peut-être",
    "아마",
];
const UNCERTAIN_BEHIND: [&str; 3] = ["(?)", "?", "[?]"];
/// What says that a year is before our era, or of it.
const BEFORE: [&str; 3] = ["기원전", "紀元前", "bc"];
const BEFORE_BEHIND: [&str; 11] = [
    "bce",
    "bc",
    "b.c.e.",
    "b.c.",
    "v. chr.",
    "v.chr.",
    "v. u. z.",
    "av. j.-c.",
    "avant j.-c.",
    "до н. э.",
    "до н.э.",
];
const OF_OUR_ERA: [&str; 4] = ["ad", "a.d.", "서기", "西暦"];
const OF_OUR_ERA_BEHIND: [&str; 8] =
    ["ad", "a.d.", "ce", "c.e.", "n. chr.", "n.chr.", "н. э.", "ap. j.-c."];
/// Which part of a year, a decade or a century is meant: the format has no form for that.
const PARTS: [&str; 14] = [
    "early in",
    "early",
    "mid-",
    "mid",
    "late in",
    "late",
    "beginning of",
    "middle of",
    "end of",
    "anfang",
    "mitte",
    "ende",
    "début",
    "fin",
];
const PARTS_BEHIND: [&str; 4] = ["초", "말", "중반", "중순"];
/// What stands before a decade or a century in a sentence.
const LITTLE: [&str; 6] = ["the ", "der ", "die ", "des ", "les ", "années "];
/// Seasons in other languages.
const SEASONS: [(&str, &str); 14] = [
    ("fall", "autumn"),
    ("frühling", "spring"),
    ("frühjahr", "spring"),
    ("sommer", "summer"),
    ("herbst", "autumn"),
    ("printemps", "spring"),
    ("été", "summer"),
    ("automne", "autumn"),
    ("hiver", "winter"),
    ("봄", "spring"),
    ("여름", "summer"),
    ("가을", "autumn"),
    ("겨울", "winter"),
    ("春", "spring"),
];

/// The time that `word` stands for, if it is one that can be written exactly so.
pub(super) fn time(word: &str, exact: impl Fn(&str) -> Option<String>) -> Option<String> {
    let lower = word.trim().to_lowercase();
    if let Some(year) = around(&lower, &BEFORE, &BEFORE_BEHIND).and_then(year) {
        return before_our_era(year);
    }
    if let Some(year) = around(&lower, &OF_OUR_ERA, &OF_OUR_ERA_BEHIND).and_then(year) {
        return Some(format!("{year:04}"));
    }
    for (before, behind, sign) in
        [(&ABOUT[..], &ABOUT_BEHIND[..], '~'), (&UNCERTAIN, &UNCERTAIN_BEHIND, '?')]
    {
        let date =
            around(&lower, before, behind).and_then(|date| long_year(date).or_else(|| exact(date)));
        let is_exact = |date: &String| date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if let Some(date) = date.filter(is_exact) {
            return Some(format!("{date}{sign}"));
        }
    }
    let without_little = |words| {
        LITTLE.iter().fold(words, |rest: &str, little| rest.strip_prefix(little).unwrap_or(rest))
    };
    let whole = without_little(lower.as_str());
    let bare = without_little(around(whole, &PARTS, &[]).unwrap_or(whole));
    century(bare).or_else(|| decade(bare)).or_else(|| season(&lower)).or_else(|| {
        // A year of three digits is written with four.
        (lower.len() == 3).then(|| long_year(&lower)).flatten()
    })
}

/// The year of which only a part is meant: `late 1979`.
pub(super) fn year_in_part(word: &str) -> Option<String> {
    let lower = word.trim().to_lowercase();
    let year = around(&lower, &PARTS, &PARTS_BEHIND)?;
    let year = year.strip_prefix("des jahres ").unwrap_or(year);
    long_year(year).or_else(|| year.parse::<Date>().ok().map(Date::iso))
}

/// What a year with a sign before it and too few digits may be: the year so many before our era, and that which is
/// counted so, in which the year 1 BC is 0.
pub(super) fn signed_year(word: &str) -> Option<[String; 2]> {
    let digits = word.trim().strip_prefix(['-', '−', '–'])?;
    let year = digits.parse().ok().filter(|year| *year > 0 && digits.len() < 4)?;
    Some([before_our_era(year)?, format!("-{year:04}")])
}

fn before_our_era(year: u16) -> Option<String> {
    Some(match year.checked_sub(1)? {
        0 => "0000".to_owned(),
        before => format!("-{before:04}"),
    })
}

/// What stands behind one of the words `before`, or before one of those `behind`.
fn around<'w>(lower: &'w str, before: &[&str], behind: &[&str]) -> Option<&'w str> {
    // A word of letters goes no further than a blank or a digit; a sign needs neither.
    let is_apart = |word: &str, beside: Option<char>| {
        let is_letters = word.chars().all(|c| c.is_ascii_alphabetic());
        !is_letters || beside.is_some_and(|c| c == ' ' || c.is_ascii_digit())
    };
    let ahead = before.iter().find_map(|word| {
        lower.strip_prefix(word).filter(|rest| is_apart(word, rest.chars().next()))
    });
    let ahead = ahead.or_else(|| {
        behind.iter().find_map(|word| {
            lower.strip_suffix(word).filter(|rest| is_apart(word, rest.chars().next_back()))
        })
    });
    ahead.map(str::trim).filter(|rest| !rest.is_empty())
}

fn year(word: &str) -> Option<u16> {
    let word = word.trim().trim_end_matches(['년', '年']).trim_end();
    word.parse().ok().filter(|year| *year <= 9999)
}

/// A year of at least three digits, with four: one of two may be of any century.
fn long_year(word: &str) -> Option<String> {
    year(word).filter(|year| *year >= 100).map(|year| format!("{year:04}"))
}

/// The hundred years of a century: `19th century` is `18XX`.
fn century(lower: &str) -> Option<String> {
    let names =
        ["century", "cent.", "c.", "jahrhunderts", "jahrhundert", "jh.", "jhd.", "세기", "世紀"];
    let name = names.iter().find_map(|name| lower.strip_suffix(name))?;
    let digits = name.trim_end();
    let ordinals = ["st", "nd", "rd", "th", "."];
    let digits = ordinals.iter().find_map(|ordinal| digits.strip_suffix(ordinal)).unwrap_or(digits);
    let number: u16 = digits.trim_end_matches('-').trim().parse().ok()?;
    (1..=99).contains(&number).then(|| format!("{:02}XX", number - 1))
}

/// The ten years of a decade: `1990s`.
fn decade(bare: &str) -> Option<String> {
    let names = ["0s", "0er jahre", "0er-jahre", "0ern", "0er", "0년대", "0年代"];
    let decade = names.iter().find_map(|name| bare.strip_suffix(name));
    let decade =
        decade.filter(|decade| decade.len() == 3 && decade.bytes().all(|b| b.is_ascii_digit()));
    decade.map(|decade| format!("{decade}X"))
}

fn season(lower: &str) -> Option<String> {
    let (one, other) = lower.split_once(' ')?;
    let (name, year) =
        if one.starts_with(|c: char| c.is_ascii_digit()) { (other, one) } else { (one, other) };
    let name = SEASONS.iter().find(|(own, _)| *own == name).map_or(name, |(_, season)| season);
    let (_, number, _) = Season::ALL.into_iter().find(|(.., season)| *season == name)?;
    Some(format!("{}-{number}", long_year(year)?))
}
