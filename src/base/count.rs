//! Numbers with what they count, in English.

/// `1 paragraph`, `2 paragraphs`, `0 matches`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {}", plural(number, noun))
}

/// The noun for so many: `source`, `sources`; `match`, `matches`.
pub(crate) fn plural(number: usize, noun: &str) -> String {
    let ending = match noun {
        _ if number == 1 => "",
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => {
            "es"
        }
        _ => "s",
    };
    format!("{noun}{ending}")
}

/// A number whose digits stand in threes, where there are more than four: `170,000,002`.
pub(crate) fn in_threes(number: u32) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    match thousands {
        0..=9 => number.to_string(),
        10..=999 => format!("{thousands},{rest:03}"),
        _ => format!("{},{:03},{rest:03}", thousands / 1000, thousands % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, in_threes};

    #[test]
    fn one_is_alone() {
        assert_eq!(count(0, "paragraph"), "0 paragraphs");
        assert_eq!(count(1, "paragraph"), "1 paragraph");
        assert_eq!(count(2, "match"), "2 matches");
    }

    #[test]
    fn long_numbers_stand_in_threes() {
        assert_eq!(in_threes(9999), "9999");
        assert_eq!(in_threes(10_001), "10,001");
        assert_eq!(in_threes(170_000_002), "170,000,002");
    }
}
