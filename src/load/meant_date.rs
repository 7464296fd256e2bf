//! Which date was meant by words that are one elsewhere: `06/19/2024`, `19.06.2024`, `June 19, 2024`.

use crate::model::Date;

use super::meant_time::time;

/// How the names of months begin in English, German and French.
const MONTHS: [(&str, u16); 23] = [
    ("jan", 1),
    ("jän", 1),
    ("feb", 2),
    ("fév", 2),
    ("mar", 3),
    ("mär", 3),
    ("apr", 4),
    ("avr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("juin", 6),
    ("jul", 7),
    ("juil", 7),
    ("aug", 8),
    ("aoû", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
];
/// Words with more bytes are no date.
const LONGEST: usize = 64;

/// What stands between the dates of a range elsewhere.
const BETWEEN: [&str; 8] = [" - ", "–", "—", " to ", " bis ", "~", "～", "-"];
/// What stands before and between two dates.
const BOTH: [(&str, &str); 3] = [("between ", " and "), ("zwischen ", " und "), ("entre ", " et ")];

/// The dates that `word` may stand for, the likeliest first, as the format writes them.
pub(super) fn date(word: &str) -> Vec<String> {
    if word.len() > LONGEST {
        return Vec::new();
    }
    let mut dates = Vec::new();
    for [year, month, day] in readings(&parts(word)) {
        let small = |part: Option<u16>| part.map(|part| u8::try_from(part).unwrap_or(u8::MAX));
        let date = year.and_then(|year| Date::new(year, small(month), small(day)));
        dates.extend(date.map(Date::iso).filter(|date| date != word));
    }
    dates.dedup();
    dates
}

/// As [`date`], or the range that two dates with something else than a slash between them stand for.
pub(super) fn period(word: &str) -> Vec<String> {
    if word.len() > LONGEST {
        return Vec::new();
    }
    if let Some(range) = half(word) {
        return vec![range];
    }
    let dates = date(word);
    if !dates.is_empty() {
        return dates;
    }
    if let Some(date) = time(word, one).or_else(|| open(word)) {
        return vec![date];
    }
    let lower = word.to_lowercase();
    let both = BOTH.iter().find_map(|(before, and)| Some((lower.strip_prefix(before)?, and)));
    let (word, between) = match both {
        Some((both, and)) => (both, std::slice::from_ref(and)),
        None => (word, &BETWEEN[..]),
    };
    let ranges = between.iter().filter_map(|between| {
        let (start, end) = word.split_once(between)?;
        Some(format!("{}/{}", one(start)?, one(end)?))
    });
    ranges.take(1).collect()
}

/// A date as the format writes it, or the likeliest that is meant.
fn one(word: &str) -> Option<String> {
    let word = word.trim();
    let meant = || date(word).into_iter().next();
    word.parse::<Date>().ok().map(Date::iso).or_else(meant)
}

/// What stands before the date that something began or ended with.
const SINCE: [&str; 7] = ["since ", "from ", "after ", "seit ", "ab ", "nach ", "depuis "];
const UNTIL: [&str; 7] = ["before ", "until ", "till ", "up to ", "vor ", "bis ", "avant "];
/// What stands behind it.
const ONWARDS: [&str; 6] = [" onwards", " onward", " on", "년부터", "년 이후", "-"];
const BACKWARDS: [&str; 2] = ["년까지", "년 이전"];

/// A range of which one end is open: `since 1979`, `before 1953`.
fn open(word: &str) -> Option<String> {
    let lower = word.trim().to_lowercase();
    let date = |word: &str| one(word).or_else(|| time(word, one));
    let behind = |before: &[&str]| before.iter().find_map(|before| lower.strip_prefix(before));
    let ahead = |behind: &[&str]| behind.iter().find_map(|behind| lower.strip_suffix(behind));
    let start = behind(&SINCE).or_else(|| ahead(&ONWARDS));
    let end = || behind(&UNTIL).or_else(|| ahead(&BACKWARDS));
    let since = start.and_then(date).map(|date| format!("{date}/.."));
    since.or_else(|| Some(format!("../{}", date(end()?)?)))
}

/// A range of whose second date the first parts were left out: `2024-06-19/20`.
fn half(word: &str) -> Option<String> {
    let (start, end) = word.split_once('/')?;
    let (start, end) = (start.trim(), end.trim());
    let date = |word: &str| word.parse::<Date>().ok();
    let from = date(start).filter(|_| date(end).is_none())?;
    // The last parts of the date are those that change.
    let kept = start.len().checked_sub(end.len()).and_then(|at| start.get(..at))?;
    let to = date(&format!("{kept}{end}")).filter(|to| *to >= from)?;
    Some(format!("{}/{}", from.iso(), to.iso()))
}

/// A part of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DatePart {
    /// A number of four digits.
    Year(u16),
    /// A number of one or two digits.
    Number(u16),
    /// A month by its name.
    Month(u16),
    /// A point behind a number: the day stands first.
    Point,
    /// What is part of no date.
    Other,
}

fn parts(word: &str) -> Vec<DatePart> {
    let lower = word.to_lowercase();
    let is_digit = |c: char| c.is_ascii_digit();
    let mut parts = Vec::new();
    let mut rest = lower.as_str();
    while let Some(c) = rest.chars().next() {
        let len = match c {
            c if is_digit(c) => rest.find(|c| !is_digit(c)),
            c if c.is_alphabetic() => rest.find(|c: char| !c.is_alphabetic()),
            c => Some(c.len_utf8()),
        };
        let (token, after) = rest.split_at(len.unwrap_or(rest.len()));
        rest = after;
        if token == "t" || (token == " " && after.contains(':')) {
            break; // What follows is the time of day.
        }
        parts.extend(part(token));
    }
    parts
}

fn part(token: &str) -> Option<DatePart> {
    let month = MONTHS.iter().find(|(name, _)| token.starts_with(name));
    let number = token.parse();
    Some(match (number, token.len(), month) {
        (Ok(year), 4, _) => DatePart::Year(year),
        (Ok(number), 1 | 2, _) => DatePart::Number(number),
        (_, _, Some((_, month))) => DatePart::Month(*month),
        _ => match token {
            "." => DatePart::Point,
            " " | "," | "/" | "-" | "st" | "nd" | "rd" | "th" | "of" | "年" | "月" | "日"
            | "년" | "월" | "일" => return None,
            token if token.ends_with("day") => return None,
            _ => DatePart::Other,
        },
    })
}

/// A year, a month and a day.
type Reading = [Option<u16>; 3];

fn readings(parts: &[DatePart]) -> Vec<Reading> {
    use DatePart::{Month, Number, Year};
    let has_points = parts.contains(&DatePart::Point);
    let parts: Vec<_> = parts.iter().copied().filter(|part| *part != DatePart::Point).collect();
    let (y, m, d) = match *parts.as_slice() {
        [Number(a), Number(b), Year(y)] => {
            let (month_first, day_first) =
                ([Some(y), Some(a), Some(b)], [Some(y), Some(b), Some(a)]);
            return if has_points { vec![day_first] } else { vec![month_first, day_first] };
        }
        [Year(y), Number(m) | Month(m), Number(d)]
        | [Month(m), Number(d), Year(y)]
        | [Number(d), Month(m), Year(y)] => (y, m, Some(d)),
        [Month(m) | Number(m), Year(y)] | [Year(y), Month(m) | Number(m)] => (y, m, None),
        _ => return Vec::new(),
    };
    vec![[Some(y), Some(m), d]]
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(word: &str, expected: &[&str]) {
        assert_eq!(super::date(word), expected, "{word}");
    }

    #[test]
    fn dates_of_other_places() {
        check("06/19/2024", &["2024-06-19"]);
        check("19/06/2024", &["2024-06-19"]);
        check("06/07/2024", &["2024-06-07", "2024-07-06"]);
        check("06/06/2024", &["2024-06-06"]);
        check("19.06.2024", &["2024-06-19"]);
        check("7.6.2024", &["2024-06-07"]);
        check("2024/6/19", &["2024-06-19"]);
        check("2024.06.19.", &["2024-06-19"]);
        check("2024-6-9", &["2024-06-09"]);
        check("2024/6", &["2024-06"]);
        check("6/2024", &["2024-06"]);
        check("June 19, 2024", &["2024-06-19"]);
        check("Sept. 3rd 1950", &["1950-09-03"]);
        check("Wednesday, 19 June 2024", &["2024-06-19"]);
        check("June 2024", &["2024-06"]);
        check("2024年6月19日", &["2024-06-19"]);
        check("2024년 6월 19일", &["2024-06-19"]);
        check("2024-06-19T08:30:00Z", &["2024-06-19"]);
        check("2024-06-19 08:30", &["2024-06-19"]);
    }

    #[test]
    fn what_is_none_anywhere() {
        for word in ["", "yesterday", "19/19/2024", "2024-06-31", "06/19/24", "12", "2024", "1/2"] {
            check(word, &[]);
        }
        check("1950 1951 1952", &[]);
        check(&"1/".repeat(100), &[]);
    }

    #[test]
    fn ranges() {
        for word in ["1950-1953", "1950–1953", "1950 - 1953", "1950 to 1953", "1950～1953"] {
            assert_eq!(super::period(word), ["1950/1953"], "{word}");
        }
        assert_eq!(super::period("06/25/1950 - 07/27/1953"), ["1950-06-25/1953-07-27"]);
        assert_eq!(super::period("06/19/2024"), ["2024-06-19"]);
        assert!(super::period("soon - later").is_empty());
        assert_eq!(super::period("2024-06-19/20"), ["2024-06-19/2024-06-20"]);
        assert_eq!(super::period("2024-06/08"), ["2024-06/2024-08"]);
        assert!(super::period("2024-06-19/05").is_empty());
    }

    #[test]
    fn what_is_not_known_exactly() {
        assert_eq!(super::period("431 BC"), ["-0430"]);
        assert_eq!(super::period("1 B.C."), ["0000"]);
        assert_eq!(super::period("the 1990s"), ["199X"]);
        assert_eq!(super::period("Spring 1990"), ["1990-21"]);
        assert_eq!(super::period("fall 2001"), ["2001-23"]);
        assert_eq!(super::period("c. 1979"), ["1979~"]);
        assert_eq!(super::period("mid-1950s"), ["195X"]);
        assert!(super::period("1990 or so").is_empty());
        for (word, expected) in [
            ("19th century", "18XX"),
            ("the early 1st century", "00XX"),
            ("21st c.", "20XX"),
            ("20세기", "19XX"),
            ("since 1979", "1979/.."),
            ("from June 1979", "1979-06/.."),
            ("after the 1970s", "197X/.."),
            ("1979 onwards", "1979/.."),
            ("1979-", "1979/.."),
            ("1979년부터", "1979/.."),
            ("before 1953", "../1953"),
            ("until 27 July 1953", "../1953-07-27"),
            ("1953년까지", "../1953"),
            ("between 1950 and 1953", "1950/1953"),
            ("zwischen 1950 und 1953", "1950/1953"),
            ("1950 bis 1953", "1950/1953"),
            ("seit 1979", "1979/.."),
            ("vor Mai 1953", "../1953-05"),
            ("um 1979", "1979~"),
            ("ca.1900", "1900~"),
            ("c1900", "1900~"),
            ("um Mai 1979", "1979-05~"),
            ("1979년경", "1979~"),
            ("약 1979년", "1979~"),
            ("1979 ?", "1979?"),
            ("1979 (?)", "1979?"),
            ("vermutlich 3. März 1979", "1979-03-03?"),
            ("390 v. Chr.", "-0389"),
            ("기원전 390년", "-0389"),
            ("AD 79", "0079"),
            ("800", "0800"),
            ("Ende der 1970er Jahre", "197X"),
            ("1970년대", "197X"),
            ("19. Jahrhundert", "18XX"),
            ("Frühjahr 1979", "1979-21"),
            ("1979년 봄", "1979-21"),
        ] {
            assert_eq!(super::period(word), [expected], "{word}");
        }
        for word in [
            "since then",
            "before",
            "century",
            "100th century",
            "c.",
            "um 79",
            "late 1979",
            "umbra 1979",
        ] {
            assert!(super::period(word).is_empty(), "{word}");
        }
    }
}
