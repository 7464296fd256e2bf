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

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn one_is_alone() {
        assert_eq!(count(0, "paragraph"), "0 paragraphs");
        assert_eq!(count(1, "paragraph"), "1 paragraph");
        assert_eq!(count(2, "match"), "2 matches");
    }
}
