//! Any text as the words of a paragraph, in a briefing that has something of each kind to link.
//!
//! It is written in double quotes, with an escape for whatever is no letter, so that it arrives as
//! it is; behind a first `|` it is a block scalar, so that places are found without escapes too.

#![no_main]

use std::fmt::Write as _;

use attache::load::from_files;
use attache_fuzz::hold;
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "\
format: 1
title: T
actors: [{id: kim, name: Kim}]
instruments: [{id: treaty, title: Treaty, articles: [{number: 4, title: Aid}]}]
terms: [{id: mdl, term: MDL, definition: A line.}]
events: [{id: signing, date: 2024-06-19, title: The signing}]
sources: [{id: text, title: The text}]
sections:
  - id: s
    title: S
    body:
      - {id: p, text: Before.}
";

fuzz_target!(|text: &str| {
    let block = text.strip_prefix('|');
    let written = block.map_or_else(|| quoted(text), literal);
    let yaml = format!("{HEAD}      - text: {written}\n");
    let loaded = from_files("b", [("briefing.yaml", &yaml)]);
    hold(&loaded, &[("briefing.yaml", yaml.as_bytes())]);
    if block.is_none() {
        // The text is the whole of what can be wrong, and never the end of the briefing.
        let briefing = loaded.briefing.expect("it is YAML, whatever the text");
        let blocks = briefing.blocks().count();
        assert!(blocks == 2 || text.trim().is_empty() || !loaded.diagnostics.is_empty());
    }
});

/// `text` as a scalar in double quotes.
fn quoted(text: &str) -> String {
    let mut yaml = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            yaml.push(c);
        } else {
            let _ = write!(yaml, "\\U{:08X}", u32::from(c));
        }
    }
    yaml + "\""
}

/// `text` as a block scalar, whose every line is two columns farther in than its key.
fn literal(text: &str) -> String {
    format!("|4-\n            {}", text.replace('\n', "\n            "))
}
