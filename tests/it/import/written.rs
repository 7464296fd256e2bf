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
            if let Some(note) = &article.note {
                text.extend(["\n", &note.plain]);
            }
        }
    }
    each_word(&text)
}

/// A character of Chinese is a word: no blank parts it from the next, and none is put where lines are joined.
fn each_word(text: &str) -> Vec<String> {
    let text = text.replace('池', " 池 ");
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

/// Blocks of Markdown; each `{w}` is another word, each `{call}` calls another footnote, and `{n}` counts articles.
const MARKDOWN: &[&str] = &[
    "{w} {w}{call}.",
    "## {w}{call}",
    "### {w} {w}",
    "## Article {n}\n\n{w}{call}.",
    "## Article {n}{call}\n\n### {w}\n\n{w}.",
    "## Part {n}{call}",
    "## Annex{call}\n\n{w}",
    "---",
    "---\n\n{w}\n\n---",
    "---\n{w}: {w}\n---",
    "---\n{w}\n---",
    "- {w}{call}\n- {w}\n  - {w}",
    "1. {w}\n2. {w}{call}",
    "> {w}{call}\n>\n> {w}",
    "| {w}{call} | {w} |\n|---|---|\n| {w} | {w}{call} |",
    "```\n{w}\n```",
    "[{w} ![{w}](https://a.example/p.png) {w}](https://a.example/)",
    "![{w}](p.png)",
    "<div>{w}</div>",
    "<div>\n\n{w}\n\n</div>",
    "<details><summary>{w}</summary>\n\n{w}\n\n</details>",
    "<table><tr><td>{w}</td><td>{w}</td></tr></table>",
    "<tr><td>{w}</td><td>{w}</td></tr>",
    "<p hidden>{w} <b>{w}</b></p>",
    "{w} <b>{w}</b> <img alt='{w}' src=p.png>",
    "[^own{n}]: {w}",
];

/// Pieces of a page.
const PAGE: &[&str] = &[
    "<p>{w} <b>{w}</b><i>.{w}</i></p>",
    "<h2>{w}</h2>",
    "<h2>Article {n}</h2><p>{w}</p>",
    "<ul><li>{w}<li>{w}</ul>",
    "<ol start=4><li>{w}<li>{w}</ol>",
    "<table><tr><th>{w}<th>{w}<tr><td>{w}<td>{w}</table>",
    "<nav><a href=/>{w}</a></nav>",
    "<aside>{w}</aside>",
    "<div style='display:none'>{w}</div>",
    "<div hidden><p>{w}</div>",
    "<details><summary>{w}</summary>{w}</details>",
    "<blockquote>{w}</blockquote>",
    "<pre>{w}\n{w}</pre>",
    "<dl><dt>{w}<dd>{w}</dl>",
    "<a href='https://a.example/'>{w}</a>",
    "{w}",
];

/// Pieces with their gaps filled, and the footnotes that they call behind them.
fn filled(pieces: &[&str], gap: &str) -> String {
    let mut text = format!("{}{gap}", pieces.join(gap));
    let (mut words, mut calls, mut articles) = (0, 0, 0);
    let fill = |text: &mut String, hole: &str, with: &mut dyn FnMut() -> String| {
        while text.contains(hole) {
            *text = text.replacen(hole, &with(), 1);
        }
    };
    fill(&mut text, "{n}", &mut || {
        articles += 1;
        articles.to_string()
    });
    fill(&mut text, "{call}", &mut || {
        calls += 1;
        format!("[^{calls}]")
    });
    for call in 1..=calls {
        text.extend(["[^", &call.to_string(), "]: {w} {w}.", gap]);
    }
    fill(&mut text, "{w}", &mut || {
        words += 1;
        format!("word{words}x")
    });
    text
}

/// That each word of a file stands in the files of the briefing, whatever it is read as.
fn all_is_written(name: &str, text: &str) -> Result<(), TestCaseError> {
    for as_what in [None, Some(ImportAs::Section), Some(ImportAs::Instrument)] {
        let inputs = [ImportInput { name: name.to_owned(), bytes: text.into() }];
        let imported = import(&inputs, ImportOptions { as_what, whole: true });
        prop_assert!(imported.is_ok(), "{text:?}: {imported:?}");
        let files: String = imported.unwrap().files.into_iter().map(|(_, text)| text).collect();
        let written = each_word(&files);
        let of_text = each_word(text).into_iter().filter(|word| word.starts_with("word"));
        for word in of_text {
            prop_assert!(written.contains(&word), "{word} of {text:?} as {as_what:?}: {files}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_markdown_is_written(pieces in prop::collection::vec(prop::sample::select(MARKDOWN), 1..12)) {
        all_is_written("a.md", &format!("# Title\n\nWords.\n\n{}", filled(&pieces, "\n\n")))?;
    }

    #[test]
    fn every_word_of_a_page_is_written(pieces in prop::collection::vec(prop::sample::select(PAGE), 1..12)) {
        all_is_written("a.html", &format!("<!doctype html><title>Title</title><p>Words.</p>{}", filled(&pieces, "\n")))?;
    }
}

#[test]
fn what_drives_a_terminal_or_is_not_seen_is_left_out() {
    let text = "# T\n\nOne\u{1b}[31m two\u{7} th\u{200b}ree\u{202e} f\u{fffe}our\u{85}.\n";
    let briefing = briefing(&imported(&[("a.md", text)], None));
    assert_eq!(briefing.sections[0].blocks[0].texts()[0].plain, "One[31m two three four.");
}
