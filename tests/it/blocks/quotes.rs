//! Quotations of several paragraphs, and of other languages.

use super::{block, markdown, plain, screen};

const QUOTE: &str = "\
- quote:
    - We shall share the *water*.
    - And the bridge.
  from: ada";

#[test]
fn each_paragraph_is_opened_and_the_last_one_closed() {
    let expected = "\
│ “We shall share the water.
│
│ “And the bridge.”
│ — Ada Marsh";
    assert_eq!(screen(QUOTE, 40), expected);
    let printed = plain(QUOTE, 40);
    assert!(printed.contains("│ “And the bridge.”\n     │ — Ada Marsh"), "{printed}");
}

#[test]
fn markdown_keeps_them_in_one_quotation() {
    let expected = "> ¶ 1 · “We shall share the _water_.\n>\n> “And the bridge.”\n>\n> — Ada Marsh";
    assert!(markdown(QUOTE).starts_with(expected), "{}", markdown(QUOTE));
}

#[test]
fn json_has_them_together_and_apart() {
    let quote = block(QUOTE);
    assert_eq!(quote["text"]["plain"], "We shall share the water.\nAnd the bridge.");
    assert_eq!(quote["paragraphs"][1]["plain"], "And the bridge.");
    assert_eq!(block("- quote: Alone.").get("paragraphs"), None);
}

/// The words are hyphenated as their own language does it.
#[test]
fn a_quotation_has_a_language_of_its_own() {
    let body = "- quote: Die Donaudampfschifffahrtsgesellschaft fuhr gestern.\n  language: de";
    let (english, _) = body.split_once('\n').unwrap();
    assert_eq!(
        screen(body, 30),
        "│ “Die Donaudampfschiff-\n│ fahrtsgesellschaft fuhr\n│ gestern.”"
    );
    assert!(!screen(english, 30).contains('-'), "{}", screen(english, 30));
    assert_eq!(block(body)["language"], "de");
}
