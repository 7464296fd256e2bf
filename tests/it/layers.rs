//! Each folder uses only the layers below it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What every layer may use.
const BASE: &str = "base";

/// The table of ARCHITECTURE.md: a folder and what it may use besides `base/`.
const LAYERS: &[(&str, &[&str])] = &[
    (BASE, &[]),
    ("model", &[]),
    ("diagnostic", &[]),
    ("load", &["model", "diagnostic"]),
    ("text", &["model"]),
    ("store", &["model"]),
    ("theme", &[]),
    ("command", &[]),
    ("export", &["text", "model"]),
    ("desk", &["text", "command", "model"]),
    ("app", &["desk", "text", "command", "model"]),
    ("ui", &["app", "desk", "text", "theme", "command", "model"]),
    (
        "runtime",
        &[
            "ui",
            "app",
            "desk",
            "store",
            "export",
            "command",
            "theme",
            "text",
            "load",
            "diagnostic",
            "model",
        ],
    ),
    (
        "cli",
        &[
            "runtime",
            "ui",
            "app",
            "desk",
            "store",
            "export",
            "command",
            "theme",
            "text",
            "load",
            "diagnostic",
            "model",
        ],
    ),
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The layers that a file names, as `crate::LAYER` or in a group `crate::{LAYER::..., ...}`.
fn named(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + "crate::".len()..];
        let group = rest.strip_prefix('{').and_then(|group| group.split("};").next());
        let paths: Vec<&str> = match group {
            Some(group) => top_level(group),
            None => vec![rest],
        };
        found.extend(paths.into_iter().map(|path| {
            let path = path.trim_start();
            let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
            path[..end].to_owned()
        }));
    }
    found
}

/// The parts of a group of imports that are separated by commas outside inner groups.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts
}

#[test]
fn every_folder_uses_only_the_layers_below_it() {
    let mut wrong = Vec::new();
    for (layer, may_use) in LAYERS {
        for file in rust_files(&src().join(layer)) {
            for other in named(&fs::read_to_string(&file).unwrap()) {
                let known = LAYERS.iter().any(|(name, _)| *name == other);
                if known && other != *layer && other != BASE && !may_use.contains(&other.as_str()) {
                    wrong.push(format!("{} uses {other}", file.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_folder_is_in_the_table() {
    let folders: BTreeSet<String> = fs::read_dir(src())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let table: BTreeSet<String> = LAYERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders, table);
}

#[test]
fn a_forbidden_use_would_be_seen() {
    let check = |source: &str, expected: &[&str]| {
        assert_eq!(named(source).into_iter().collect::<Vec<_>>(), expected, "{source}");
    };
    check("use crate::ui::view;", &["ui"]);
    check("use crate::{app::{App, Size}, load};", &["app", "load"]);
    check("fn f() { crate::load::open(p) }", &["load"]);
    check("use std::fs;", &[]);
}
