//! Markdown to sections.

use super::{file_of, imported};

/// The body that a Markdown text comes to, as it is written below `body:`.
#[track_caller]
fn check(markdown: &str, body: &str) {
    let text = format!("# Title\n\n## Part\n\n{markdown}\n\n## Other\n\nEnd.\n");
    let file = file_of("a.md", &text, "sections/part.yaml");
    let (_, found) = file.split_once("body:\n").unwrap();
    assert_eq!(found, body, "{markdown}");
}

#[test]
fn a_paragraph_is_a_text() {
    check("Some words.", "  - text: Some words.\n");
    check("Some\nwords.", "  - text: Some words.\n");
    check("One line  \nand another", "  - text: |-\n      One line\\\n      and another\n");
    check("*a* **b** ***c***", "  - text: \"*a* **b** ***c***\"\n");
}

#[test]
fn a_heading_below_the_sections_is_a_block() {
    check("### Deeper\n\nWords.", "  - heading: Deeper\n  - text: Words.\n");
}

#[test]
fn links_lead_outside_or_are_words() {
    check("[a](https://a.example/)", "  - text: \"[a](https://a.example/)\"\n");
    check("<https://a.example/>", "  - text: \"<https://a.example/>\"\n");
    check("See https://a.example/b_c_d.", "  - text: \"See <https://a.example/b_c_d>.\"\n");
    check("[a](b.html) and [c](#d)", "  - text: a and c\n");
    check("[a](javascript:alert)", "  - text: a\n");
}

#[test]
fn lists_are_lists() {
    check("- a\n- b", "  - list:\n      - a\n      - b\n");
    check("1. a\n2. b", "  - list:\n      - a\n      - b\n    ordered: true\n");
    check(
        "- a\n  - b\n    - c",
        "  - list:\n      - text: a\n        list:\n          - text: b\n            list:\n              - c\n",
    );
    // What is counted otherwise than a briefing counts keeps its enumerators.
    check("3. a\n4. b", "  - list:\n      - '3\\. a'\n      - '4\\. b'\n");
    check("1) a\n2) b", "  - list:\n      - '1\\) a'\n      - '2\\) b'\n");
}

#[test]
fn lines_with_letters_are_lists() {
    check("a. one\nb. two", "  - list:\n      - a. one\n      - b. two\n");
    check(
        "Each keeps:\n(a) geese,\n  and ducks;\n(b) corn.",
        "  - text: \"Each keeps:\"\n  - list:\n      - \"(a) geese, and ducks;\"\n      - \"(b) corn.\"\n",
    );
    check(
        "a. one\nb. two\n   i. three\n   ii. four\nc. five",
        "  - list:\n      - a. one\n      - text: b. two\n        list:\n          - i. three\n          - ii. four\n      - c. five\n",
    );
    check(
        "1. one\n   a. two\n   b. three\n2. four",
        "  - list:\n      - text: one\n        list:\n          - a. two\n          - b. three\n      - four\n    ordered: true\n",
    );
    // One alone is a sentence that happens to begin so.
    check("Written by\nA. Smith and\nC. Jones", "  - text: Written by A. Smith and C. Jones\n");
    check("as in\ni. e. here", "  - text: as in i. e. here\n");
}

#[test]
fn quotations_are_quotations() {
    check("> a", "  - quote: a\n");
    check("> a\n>\n> b", "  - quote:\n      - a\n      - b\n");
    check("> a\n>\n> - b", "  - quote: a\n  - list:\n      - b\n");
}

#[test]
fn tables_are_tables() {
    check(
        "| a | b |\n|---|---|\n| c | d, e |",
        "  - table:\n      columns: [a, b]\n      rows:\n        - [c, \"d, e\"]\n",
    );
}

#[test]
fn a_footnote_with_an_address_is_a_source_and_any_other_a_note() {
    check(
        "Words[^1].\n\n[^1]: Anser, *On ponds*, <https://a.example/ponds>.",
        "  - text: Words.\n    sources: [anser-on-ponds]\n",
    );
    check(
        "Words[^1].\n\n[^1]: It is not so.",
        "  - id: noted-1\n    text: Words.\n  - note: It is not so.\n    about: noted-1\n",
    );
}

#[test]
fn what_looks_like_markup_of_a_briefing_is_words() {
    check(r"\[a](b)", "  - text: '\\[a\\](b)'\n");
    check(r"\# a", "  - text: '\\# a'\n");
    check(r"1\. a", "  - text: '1\\. a'\n");
    check("actor:kim", "  - text: 'actor\\:kim'\n");
    check(r"a \| b \~\~c\~\~", "  - text: 'a \\| b \\~\\~c\\~\\~'\n");
    check("yes", "  - text: \"yes\"\n");
    check("1984", "  - text: \"1984\"\n");
    check("a: b", "  - text: \"a: b\"\n");
}

#[test]
fn a_picture_is_the_words_that_describe_it() {
    check(
        "![A goose](https://a.example/g.png)",
        "  - text: \"[*A goose*](https://a.example/g.png)\"\n",
    );
    check("![A goose](g.png)", "  - text: \"*A goose*\"\n");
    // A link around it goes on behind it.
    check(
        "[See ![a goose](https://a.example/g.png) here](https://b.example/) and there",
        "  - text: >-\n      [See](https://b.example/) [*a goose*](https://b.example/) [here](https://b.example/) and there\n",
    );
}

#[test]
fn code_keeps_its_blanks() {
    check("Call `wade()` twice.", "  - text: \"Call `wade()` twice.\"\n");
    check("Not `` a`b `` nor `[x](actor:y)`.", "  - text: \"Not ``a`b`` nor `[x](actor:y)`.\"\n");
    check(
        "```\nif wet:\n    wade()\n\n\tswim()\n```",
        "  - text: |-\n      `if wet:`\\\n      `    wade()`\\\n      \u{a0}\\\n      `    swim()`\n",
    );
    check("    a\n      b\n", "  - text: |-\n      `a`\\\n      `  b`\n");
    check("- a\n\n  ```\n  b\n  ```\n", "  - list:\n      - |-\n        a\\\n        `b`\n");
}

#[test]
fn what_other_programs_write_is_read() {
    check("> [!note] Mind\n> The pond.", "  - text: Mind The pond.\n");
    check("> [!WARNING]\n> The pond.\n>\n> - a", "  - text: The pond.\n  - list:\n      - a\n");
    check("> [a] pond.", "  - quote: '\\[a\\] pond.'\n");
    check("See [[ponds/deep|the deep one]].", "  - text: See the deep one.\n");
}

#[test]
fn html_is_read_as_a_page_is() {
    check("<ul><li>a</li><li>b</li></ul>", "  - list:\n      - a\n      - b\n");
    check("<p>a &amp; <b>b</b></p>", "  - text: \"a & **b**\"\n");
    check("<div>\n\na\n\n</div>", "  - text: a\n");
    check("<p hidden>a</p>\n\n<!-- b -->\n\nc", "  - text: a\n  - text: c\n");
}

#[test]
fn what_front_matter_says_goes_to_the_briefing() {
    let text = "---\ntitle: \"On: ponds\"\nauthor: A. Teacher\ndate: 2024-05-01\nlang: en-GB\ndescription: What is *wet*.\n---\n\nWords.\n";
    let briefing = "\
# yaml-language-server: $schema=.schema/briefing.json
# A briefing: its title, and its sections in the order of reading.
format: 1
title: \"On: ponds\"
language: en-GB
date: 2024-05-01
authors: [A. Teacher]
summary: 'What is \\*wet\\*.'
sections:
  - on-ponds
";
    assert_eq!(file_of("a.md", text, "briefing.yaml"), briefing);
}

#[test]
fn rules_are_front_matter_at_the_beginning_alone_and_around_a_mapping_alone() {
    let check = |text: &str, all: &[&str]| {
        let imported = imported(&[("a.md", text)], None);
        let found: String = imported.files.into_iter().map(|(_, text)| text).collect();
        for words in all {
            assert!(found.contains(words), "{text:?} without {words:?}: {found}");
        }
    };
    check("Before.\n\n---\n\nBetween.\n\n---\n\nBehind.\n", &["Before.", "Between.", "Behind."]);
    check("Before.\n\n---\nkey: between\n---\n\nBehind.\n", &["Before.", "between", "Behind."]);
    check("---\nBetween.\n---\n\nBehind.\n", &["Between.", "Behind."]);
    check("---\n- Between\n---\n\nBehind.\n", &["Between", "Behind."]);
    check("---\ntitle: Report: the storm\n---\n\nBehind.\n", &["Report: the storm", "Behind."]);
    check("---\ntitle: The storm\n\nIt blew.\n", &["The storm", "It blew."]);
    check("---\r\ntitle: The storm\r\n...\r\nIt blew.\r\n", &["title: The storm", "It blew."]);
}

#[test]
fn a_language_that_is_none_is_left_out() {
    for tag in ["12", "x", "en_GB", "toolongtag"] {
        let text = format!("---\ntitle: T\nlang: '{tag}'\n---\n\nWords.\n");
        assert!(!file_of("a.md", &text, "briefing.yaml").contains("language:"), "{tag}");
    }
    let page = "<html lang=\"12\"><title>T</title><p>Words.</p></html>";
    assert!(!file_of("a.html", page, "briefing.yaml").contains("language:"));
}

#[test]
fn what_is_no_date_is_left_out() {
    for date in ["May 2024", "2024-13-01", "2024-02-30", "01/02/2024"] {
        let text = format!("---\ntitle: T\ndate: {date}\n---\n\nWords.\n");
        assert!(!file_of("a.md", &text, "briefing.yaml").contains("date:"), "{date}");
    }
}

#[test]
fn sections_begin_at_the_greatest_headings_of_which_there_are_more_than_one() {
    let check = |text: &str, sections: &str| {
        let file = file_of("a-file.md", text, "briefing.yaml");
        let (_, found) = file.split_once("sections:\n").unwrap();
        let found: Vec<_> = found.lines().map(|line| line.trim_start_matches("  - ")).collect();
        assert_eq!(found.join(" "), sections, "{text}");
    };
    check("Words.", "a-file");
    check("# T\n\nWords.", "t");
    check("# T\n\n## A\n\nWords.\n\n## B\n\nWords.", "a b");
    check("# T\n\nWords.\n\n## A\n\nWords.\n\n## B\n\nWords.", "t a b");
    check("# A\n\nWords.\n\n# B\n\nWords.\n\n## C\n\n## D", "a b");
    check("# A\n\nWords.\n\n# A\n\nWords.\n\n# A-2\n\nWords.\n\n# A\n\nWords.", "a a-2 a-2-2 a-3");
    check("# 정의\n\n말.\n\n# 목적\n\n말.", "section-1 section-2");
}
