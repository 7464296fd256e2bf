//! YAML text to a tree whose every key and value knows where it stands.
//!
//! Nothing outside this folder knows which parser that is.

mod bounds;
mod events;
mod full;
mod node;
mod quoting;
mod slip;
mod style;
mod swallowed;
mod tab;
mod tail;

pub(super) use full::{Syntax, YamlError, YamlErrorKind};
pub(super) use node::{YamlNode, YamlValue};
pub(super) use quoting::{Quoting, quoted};
pub(super) use slip::{Slip, in_key};
pub(super) use style::{ScalarStyle, backslash, literal, style};
pub(super) use swallowed::Swallowed;

/// Reads the first document of `text`, with what is wrong with it. Some faults leave a tree.
pub(super) fn parse(text: &str) -> (Option<YamlNode<'_>>, Vec<YamlError>) {
    if let Some(tree) = events::tree(text) {
        return (Some(tree), Vec::new());
    }
    let text = tail::without(text);
    let (tree, error) = full::parse(text);
    let mut errors: Vec<_> = error.into_iter().collect();
    if tree.is_some() {
        let lost = swallowed::swallowed(text).into_iter();
        errors.extend(lost.map(|(at, what)| {
            let kind = YamlErrorKind::Swallowed(what);
            YamlError { kind, at, mend: Vec::new() }
        }));
    }
    for error in &mut errors {
        let at = error.at.start;
        match &error.kind {
            YamlErrorKind::Syntax(syntax) => {
                if let Some((at, slip, mend)) = slip::behind(text, at) {
                    let kind = YamlErrorKind::Syntax(Syntax::Slip(slip));
                    *error = YamlError { kind, at, mend };
                } else if let Syntax::Colon | Syntax::Alias | Syntax::Character = syntax {
                    error.mend = slip::in_quotes(text, at);
                }
            }
            YamlErrorKind::Swallowed(_) => error.mend = slip::in_quotes(text, at),
            YamlErrorKind::Tab => error.mend = tab::without(text),
            _ => {}
        }
    }
    (tree, errors)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{events, full};

    /// The quick way makes of a text what the full way does, places and all, or nothing. Answers whether
    /// it reads it.
    #[track_caller]
    fn is_read_the_same(text: &str) -> bool {
        let Some(quick) = events::tree(text) else { return false };
        let (tree, error) = full::parse(text);
        assert!(error.is_none(), "{text:?}: {error:?}");
        assert_eq!(format!("{:?}", Some(quick)), format!("{tree:?}"), "{text:?}");
        true
    }

    /// Whether the quick way reads a text.
    #[track_caller]
    fn check(text: &str, is_read: bool) {
        assert_eq!(is_read_the_same(text), is_read, "{text:?}");
    }

    /// What means something in YAML, and a little that does not.
    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "a",
            "b: ",
            "c:",
            "- ",
            "? ",
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "'",
            "''",
            "\"",
            "\\",
            "\\n",
            "\\u0041",
            "|",
            "|-\n  ",
            ">",
            ">+\n  ",
            "|2\n",
            "# ",
            " #",
            "&a ",
            "*a",
            "!x ",
            "!!str ",
            "<<: ",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "@",
            "`",
            "~",
            "null",
            "True",
            "7",
            "007",
            "-1",
            "1.5",
            ".5",
            "1e5",
            "0x1F",
            "0o7",
            "1_000",
            "2024-06-19",
            ".inf",
            ".nan",
            "12:30",
            "é",
            "평",
            "\u{FEFF}",
            "\u{2028}",
            "\u{85}",
            "👩‍👩‍👧",
        ])
    }

    /// A text that has what is usual.
    const USUAL: &str = "# A part.\ntitle: Two\nsummary: >-\n  Of [it](article:2), and\n  more.\nbody:\n\
        \x20 - heading: 'H'\n    id: h\n  - text: |\n      One.\n\n      Two: \"three\".\n    sources: [a, \"b\"]\n\
        \x20 - {list: [1, 2.5, no], note: }\n  - text: Plain\n      and on\nyear: 2024\nmore: ~\n";

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]
        #[test]
        fn what_is_edited_is_never_read_otherwise(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, piece()), 0..5),
        ) {
            let mut text: Vec<char> = USUAL.chars().collect();
            for (at, cut, piece) in edits {
                let at = at.index(text.len());
                let end = (at + cut).min(text.len() - 1).max(at);
                text.splice(at..end, piece.chars());
            }
            is_read_the_same(&text.into_iter().collect::<String>());
        }

        #[test]
        fn whatever_is_put_together_is_never_read_otherwise(
            pieces in prop::collection::vec(piece(), 1..16),
        ) {
            is_read_the_same(&pieces.concat());
        }
    }

    #[test]
    fn what_is_usual_is_read_in_the_quick_way() {
        check(
            "a: 1\nb: [x, 'y', \"z\\n\"]\nc:\n  - {d: }\n  - |\n    e\n    f\n  - >-\n    g\n    h\n",
            true,
        );
        check("# nothing\n---\na: b # more\n...\n", true);
        check("- 평양: P’yŏngyang\n- é: ü\n", true);
        check("a: b\r\nc:\r\n  - d\r\n", true);
        check("a: b\na: c\n? d\n: e\n", true);
        check("\u{FEFF}a: b\n", true);
        check("a:\n  b\n  c\n\n  d\n", true);
        check("\ta: b\n", true);
    }

    #[test]
    fn plain_scalars_are_what_the_full_way_says() {
        for scalar in [
            "",
            "~",
            "null",
            "Null",
            "NULL",
            "nULL",
            "true",
            "True",
            "TRUE",
            "tRUE",
            "false",
            "yes",
            "no",
            "on",
            "y",
            "0",
            "7",
            "007",
            "-7",
            "+7",
            "-07",
            "1.5",
            "1.",
            ".5",
            "-.5",
            "1e5",
            "1e",
            "1e999",
            "-1e999",
            "1_000",
            "_1",
            "0x1F",
            "0o17",
            "0b11",
            "0X1f",
            "-0x1F",
            ".inf",
            "-.inf",
            ".Inf",
            ".nan",
            ".NaN",
            "inf",
            "nan",
            "infinity",
            "-inf",
            "+infinity",
            "2024",
            "2024-06-19",
            "2024-06",
            "18446744073709551616",
            "9999999999999999999999999999999999999999999",
            "1 000",
            "4a",
            "3rd",
            "12:30",
            "+",
            "-a",
            ".",
            "..",
            "1.2.3",
            "0.5",
            "00.5",
            "0_1",
            "+82 2",
            "1,5",
            "١",
            "٣",
            "0x",
            "0b12",
            "1e5.5",
            "e5",
            "- ",
            "%",
            "1%",
        ] {
            let is_unusual = |text: &str| events::tree(text).is_none();
            for text in
                [format!("a: {scalar}\n"), format!("- {scalar}\n"), format!("{scalar}: a\n")]
            {
                check(&text, !is_unusual(&text));
            }
        }
        for scalar in
            ["", "null", "true", "7", "007", "-7", "1.5", "2024-06-19", "yes", "3rd", "12:30", "4a"]
        {
            check(&format!("a: {scalar}\n"), true);
        }
    }

    #[test]
    fn what_is_unusual_is_left_to_the_full_way() {
        for text in [
            "",
            "a",
            "- &a b\n- *a\n",
            "!!str a: b\n",
            "a: !x b\n",
            "<<: {a: b}\n",
            "? [a]\n: b\n",
            "a: b\n---\nc: d\n",
            "a: b: c\n",
            "a: [b\n",
            "a: 'b\n",
            "a: *b\n",
            "a: \"\\q\"\n",
            "- a\nb: c\n",
            "a: 1_000\n",
        ] {
            check(text, false);
        }
        let deep = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        check(&deep(32), true);
        check(&deep(33), false);
    }
}
