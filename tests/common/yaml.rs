//! Briefings written out as text, as the tests of loading read them.

use attache::diagnostic::{one_line, rich};
use attache::export::{Edition, Plain, print};
use attache::load::{Loaded, from_files};
use attache::text::Glyphs;

/// The files of `text`, in which a line `>>> PATH` begins each. Characters that a file of tests
/// should not hold go by name: `{ESC}`, `{RLO}`, `{BOM}`, `{CR}`, `{DEL}`,
/// `{TAB}`, `{ZWSP}`, `{ZWNJ}`, `{ZWJ}`, `{NBSP}`, `{IDEO}`, `{SHY}`.
pub fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(path) = line.strip_prefix(">>> ") {
            files.push((path.to_owned(), String::new()));
        } else if let Some((_, content)) = files.last_mut() {
            content.push_str(&named(line));
            content.push('\n');
        }
    }
    files
}

fn named(line: &str) -> String {
    let names = [("{ESC}", "\u{1b}"), ("{RLO}", "\u{202e}"), ("{BOM}", "\u{feff}")];
    let more = [("{CR}", "\r"), ("{DEL}", "\u{7f}"), ("{TAB}", "\t")];
    let joiners = [("{ZWSP}", "\u{200b}"), ("{ZWNJ}", "\u{200c}"), ("{ZWJ}", "\u{200d}")];
    let blanks = [("{NBSP}", "\u{a0}"), ("{IDEO}", "\u{3000}"), ("{SHY}", "\u{ad}")];
    names
        .into_iter()
        .chain(more)
        .chain(joiners)
        .chain(blanks)
        .fold(line.to_owned(), |line, (name, c)| line.replace(name, c))
}

/// The briefing `b` made of the files of `text`.
pub fn load(text: &str) -> Loaded {
    from_files("b", files(text))
}

/// The briefing of one file.
pub fn load_one(text: &str) -> Loaded {
    from_files("b", [("briefing.yaml", text)])
}

/// Every diagnostic as a person sees it.
pub fn shown(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|d| rich(d, false)).collect()
}

/// Every diagnostic on a line.
pub fn lines(loaded: &Loaded) -> String {
    loaded.diagnostics.iter().map(|d| one_line(d) + "\n").collect()
}

/// Loads one file that may hold anything, prints what came of it, and holds both to what always
/// holds.
#[track_caller]
pub fn hold(text: &str) -> Loaded {
    let loaded = load_one(text);
    assert!(loaded.diagnostics.len() <= 1001);
    for diagnostic in loaded.diagnostics.iter().take(50) {
        let shown = rich(diagnostic, false);
        let wild = shown.chars().find(|&c| c != '\n' && attache::base::hazard(c).is_some());
        assert_eq!(wild, None, "{shown:?}");
        assert!(shown.lines().all(|line| line.chars().count() < 1000), "{shown}");
    }
    if let Some(briefing) = &loaded.briefing {
        let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
        assert!(print(briefing, Edition::default(), plain, None, &mut std::io::sink()).is_ok());
    }
    loaded
}

pub const START: &str = "format: 1\ntitle: T\n";

/// A briefing with one section, whose body is `body`.
pub fn body(body: &str) -> String {
    format!("{START}sections:\n  - id: s\n    title: S\n    body:\n{body}")
}

/// `count` lines, each made of its number.
pub fn numbered(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|n| line(n) + "\n").collect()
}
