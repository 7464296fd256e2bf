//! `attache check --fix` on what was good and has come to harm.

use std::collections::HashMap;
use std::fs;

use attache::diagnostic::Severity;
use attache::export::{Edition, Plain, print};
use attache::load::Loaded;
use attache::text::Glyphs;
use proptest::prelude::*;
use proptest::sample::Index;
use regex::Regex;

use super::run::attache;
use crate::common::yaml;

const GOOD: [&str; 2] =
    [include_str!("../../common/sample.yaml"), include_str!("../../common/law.yaml")];

/// What happens to a file: what is there, and what is instead.
const HARM: [(&str, &str); 18] = [
    ("[\"']", ""),
    (r"(\w) (\w)", "$1: $2"),
    (r"\n  ", "\n\t"),
    (r"\n( *(?:- )?\w)\w(\w*:)", "\n$1$2"),
    (r"\n( *(?:- )?\w+)(:)", "\n${1}s$2"),
    (r"(actor|term|section|article|event|source):(\w)", "$1:${2}x"),
    (r"id: (\w)", "id: ${1}x"),
    (r"- (\w)", "-$1"),
    (r"- (\w)", "- 1. $1"),
    (r": ", "："),
    (r"(\w) (\w)", "$1\u{a0}$2"),
    (r"(\w)\n", "$1 # kept\n"),
    (r"\n", "\n# kept\n"),
    (r": (\w)", ": [$1"),
    (r": (\w)", ": *$1"),
    (r": (\w)", ": \u{202e}$1"),
    (r"(\d{4})-(\d\d)-(\d\d)", "$3.$2.$1"),
    (r"\n", "\r\n"),
];

/// Does harm at one place of those where it can be done.
fn harm(text: &str, (what, instead): (&str, &str), at: Index) -> String {
    let what = Regex::new(what).unwrap();
    let places: Vec<_> = what.captures_iter(text).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let place = &places[at.index(places.len())];
    let range = place.get(0).unwrap().range();
    let mut words = String::new();
    place.expand(instead, &mut words);
    format!("{}{words}{}", &text[..range.start], &text[range.end..])
}

/// How often each word is there; of lines that begin with a key, those behind it.
fn words(text: &str) -> HashMap<String, usize> {
    let key = Regex::new(r"(?m)^\s*(?:- ?)?\w+[:：]").unwrap();
    let text = key.replace_all(text, "");
    let word = Regex::new(r"[A-Za-z]{3,}").unwrap();
    let mut words = HashMap::new();
    for found in word.find_iter(&text) {
        *words.entry(found.as_str().to_lowercase()).or_default() += 1;
    }
    words
}

/// The words that a reader of a briefing reads, without those that are keys or ids too, and comments'.
fn read_words(good: &str) -> Vec<String> {
    let briefing = yaml::load_one(good).briefing.unwrap();
    let mut printed = Vec::new();
    let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
    print(&briefing, Edition::default(), plain, None, &mut printed).unwrap();
    let names =
        Regex::new(r"\b(id|from|to|about|kind): [\w-]+|[\w-]+:[\w/-]*|\[[\w, -]+\]").unwrap();
    let names: Vec<&str> = names.find_iter(good).map(|found| found.as_str()).collect();
    let names = words(&names.join(" "));
    let read = words(&String::from_utf8(printed).unwrap());
    let read = read.into_keys().filter(|word| !names.contains_key(word));
    read.chain(["kept".to_owned()]).collect()
}

/// How many errors and warnings there are, and whether something keeps a file from being read.
fn badness(loaded: &Loaded) -> (bool, [usize; 2]) {
    let count = |severity| loaded.diagnostics.iter().filter(|one| one.severity == severity).count();
    let is_unread = loaded.diagnostics.iter().any(|one| one.rule == "syntax");
    (is_unread, [count(Severity::Error), count(Severity::Warning)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]
    #[test]
    fn what_has_come_to_harm_is_never_worse_for_it(
        which in 0..2_usize,
        harms in prop::collection::vec((prop::sample::select(HARM.to_vec()), any::<Index>()), 1..5),
        sorts in any::<bool>(),
    ) {
        let good = GOOD[which];
        let harmed = harms.iter().fold(good.to_owned(), |text, (what, at)| harm(&text, *what, *at));
        let args = if sorts { "check --fix --sort-keys b.yaml" } else { "check --fix b.yaml" };
        let run = attache(args).file("b.yaml", &harmed);
        let done = run.run();
        let mended = fs::read_to_string(run.path("b.yaml")).unwrap();
        let [before, after] = [&harmed, &mended].map(|text| badness(&yaml::load_one(text)));
        // What can be read at last may have faults that nobody could see before.
        let is_no_worse = after <= before;
        prop_assert!(is_no_worse, "{before:?}, {after:?}: {done:?}\n{harmed}\n{mended}");
        let (had, has) = (words(&harmed), words(&mended));
        for word in read_words(good) {
            prop_assert!(has.get(&word) >= had.get(&word), "{word} is lost of\n{harmed}\nin\n{mended}");
        }
    }
}
