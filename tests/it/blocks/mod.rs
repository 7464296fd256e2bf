//! Blocks of a section from YAML to wherever they are told: on the screen, on paper, as Markdown and as
//! JSON.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod claims;
mod dates;
mod lessons;
mod lists;
mod locators;
mod quotes;
mod tables;

use attache::export::{Edition, Markdown, Plain, Portion, json, print};
use attache::model::{Briefing, SectionIx};
use attache::text::Glyphs;
use serde_json::Value;

use crate::common::{self, Desk};

/// What stands beside the text of each briefing here.
const BESIDE: &str = "
actors: [{id: ada, name: Ada Marsh}]
sources:
  - {id: report, title: Report on the bridge}
  - {id: letter, title: A letter}
";

/// A briefing of one section, whose `body` begins at the left margin.
fn yaml(body: &str) -> String {
    let body = body.replace('\n', "\n      ");
    format!(
        "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      {body}\n{BESIDE}"
    )
}

fn briefing(body: &str) -> Briefing {
    common::briefing(&yaml(body))
}

/// The section alone.
fn section() -> Edition {
    Edition { portion: Portion::Section(SectionIx::new(0)), ..Edition::default() }
}

/// The rows of the text alone on a screen of `width` columns, below the section's title and above its
/// end, without the column of marks.
fn screen(body: &str, width: u16) -> String {
    let mut desk = Desk::read(briefing(body), width, 60);
    let screen = desk.press("z").screen();
    let rows = screen.lines().map(|row| row.replace(['▌', '▎'], " ").replace('\u{a0}', " "));
    let rows = rows.skip_while(|row| row.trim() != "1 S").skip(1);
    let rows: Vec<_> = rows.take_while(|row| !row.contains("End of the briefing")).collect();
    let blank = |row: &String| row.len() - row.trim_start().len();
    let indent = rows.iter().filter(|row| !row.trim().is_empty()).map(blank).min().unwrap_or(0);
    let rows = rows.iter().map(|row| row.get(indent..).unwrap_or_default().trim_end());
    rows.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

/// What is printed of it, below the title, `width` columns wide.
fn plain(body: &str, width: usize) -> String {
    let mut out = Vec::new();
    let plain = Plain { width, glyphs: &Glyphs::UNICODE };
    print(&briefing(body), section(), plain, None, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.split_once("===\n\n").unwrap().1.trim_end().to_owned()
}

/// The same as Markdown.
fn markdown(body: &str) -> String {
    let mut out = Vec::new();
    Markdown::default().print(&briefing(body), section(), None, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.strip_prefix("# 1 S\n\n").unwrap().trim_end().to_owned()
}

/// The first block as JSON.
fn block(body: &str) -> Value {
    let mut out = Vec::new();
    json(&briefing(body), section(), None, &mut out).unwrap();
    let whole: Value = serde_json::from_slice(&out).unwrap();
    whole["sections"][0]["blocks"][0].clone()
}
