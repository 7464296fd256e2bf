//! What is written says every word of what was read, whatever words those are.

use attache::import::{ImportAs, ImportInput, ImportOptions, import};
use attache::model::Briefing;
use proptest::prelude::*;

use super::{briefing, imported};

/// All words of a briefing, in order: letters and digits alone.
fn words(briefing: &Briefing) -> Vec<String> {
    let mut text = String::new();
    for section in &briefing.sections {
        text.push_str(&section.title);
        for block in &section.blocks {
            for one in block.texts() {
                text.extend(["\n", &one.plain]);
            }
        }
        text.push('\n');
    }
    for law in &briefing.instruments {
        for (at, article) in law.articles.iter().enumerate() {
            for part in law.parts.iter().filter(|part| part.before == at) {
                text.extend(["\n", &part.name, "\n", part.title.as_deref().unwrap_or_default()]);
            }
            text.extend(["\n", &article.name, "\n", article.title.as_deref().unwrap_or_default()]);
            if let Some(wording) = &article.wording {
                text.extend(["\n", &wording.text.plain]);
            }
        }
    }
    each_word(&text)
}

fn each_word(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Words and signs that mean something in Markdown, in YAML, in a briefing or in a law.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "word",
        "Goose",
        "오리",
        "池",
        "x",
        "1.",
        "(a)",
        "2)",
        "-",
        "–",
        "*",
        "#",
        ">",
        ":",
        "::",
        "'",
        "\"",
        "`",
        "actor:kim",
        "article:4",
        "https://a.example/b",
        "&amp;",
        "&",
        "<b>",
        "[",
        "]",
        "(",
        ")",
        "[a](b)",
        "_",
        "__",
        "~~",
        "|",
        "\\",
        "%",
        "@",
        "!",
        "{",
        "}",
        "yes",
        "null",
        "1984",
        "2024-01-01",
        "Article",
        "4",
        "§",
        "제4조",
        "...",
        "=",
        "+",
        "?",
        ",",
        "—",
        "“",
        "”",
        "**",
        "***",
        "![",
        "：",
        "（",
        "）",
        "】（https://a.example）",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn plain_text_is_written_as_it_reads(pieces in prop::collection::vec((piece(), prop::sample::select(vec![" ", " ", "", "\n"])), 1..40)) {
        let text: String = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect();
        prop_assume!(!each_word(&text).is_empty());
        let text = format!("Title\n\nWords first.\n\n{text}\n");
        let inputs = [ImportInput { name: "a.txt".to_owned(), bytes: text.clone().into_bytes() }];
        let options = ImportOptions { as_what: Some(ImportAs::Section), ..ImportOptions::default() };
        let imported = import(&inputs, options);
        prop_assert!(imported.is_ok(), "{text:?}: {imported:?}");
        prop_assert_eq!(words(&briefing(&imported.unwrap())), each_word(&text), "{:?}", text);
    }

    #[test]
    fn the_wording_of_a_law_is_written_as_it_reads(pieces in prop::collection::vec((piece(), prop::sample::select(vec![" ", " ", "", "\n"])), 1..40)) {
        let inner: String = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect();
        let text = format!("Title\n\nArticle 1001\n\nWords first.\n\n{inner}\n\nArticle 1002\n\nWords last.\n");
        let inputs = [ImportInput { name: "a.txt".to_owned(), bytes: text.clone().into_bytes() }];
        let options = ImportOptions { as_what: Some(ImportAs::Instrument), ..ImportOptions::default() };
        let imported = import(&inputs, options);
        prop_assert!(imported.is_ok(), "{text:?}: {imported:?}");
        let found = words(&briefing(&imported.unwrap()));
        let found: Vec<_> = found.into_iter().skip_while(|word| word != "article").collect();
        prop_assert_eq!(found, each_word(text.trim_start_matches("Title")), "{:?}", text);
    }
}

#[test]
fn what_drives_a_terminal_or_is_not_seen_is_left_out() {
    let text = "# T\n\nOne\u{1b}[31m two\u{7} th\u{200b}ree\u{202e} f\u{fffe}our\u{85}.\n";
    let briefing = briefing(&imported(&[("a.md", text)], None));
    assert_eq!(briefing.sections[0].blocks[0].texts()[0].plain, "One[31m two three four.");
}
