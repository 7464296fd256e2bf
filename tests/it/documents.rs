//! README.md and ARCHITECTURE.md say what is so.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use attache::command::{Context, TABLE};

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn the_readme_opens_with_a_picture_and_two_commands() {
    let readme = document("README.md");
    let place = |words: &str| readme.find(words).unwrap_or_else(|| panic!("no {words}"));
    let picture = place("![");
    let run = place("```sh\ncargo run --release\n```");
    let test = place("```sh\ncargo test\n```");
    assert!(picture < run && run < test);
}

#[test]
fn every_picture_and_page_that_is_named_is_there() {
    for name in ["README.md", "ARCHITECTURE.md"] {
        let text = document(name);
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap();
            let outside = target.contains(':');
            let there = Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists();
            assert!(outside || there, "{name} names {target}");
        }
    }
}

#[test]
fn every_key_in_the_readme_is_a_key() {
    let known: HashSet<String> = TABLE
        .iter()
        .flat_map(attache::command::Entry::keys)
        .flat_map(|key| [key.label(true), key.label(false)])
        .collect();
    let readme = document("README.md");
    let rows = readme.lines().filter(|line| line.starts_with("| `"));
    let keys = rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2));
    let mut count = 0;
    for key in keys {
        count += 1;
        assert!(known.contains(key), "{key} is no key");
    }
    assert!(count > 20, "the table of keys was not found");
}

#[test]
fn the_map_names_every_layer() {
    let map = document("ARCHITECTURE.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join("src")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let row = format!("| `{}/` |", entry.file_name().to_str().unwrap());
            assert!(map.contains(&row), "no row {row}");
        }
    }
    for (at, _) in map.match_indices("`src/").chain(map.match_indices("(`runtime/")) {
        let path = map[at..].trim_start_matches(['`', '(']).split('`').next().unwrap();
        let path = path.trim_start_matches("src/");
        assert!(root.join("src").join(path).exists(), "ARCHITECTURE.md names {path}");
    }
}

/// The files and folders of a test program, as the map writes them.
fn modules(program: &Path) -> Vec<String> {
    let entries = fs::read_dir(program).unwrap().map(|entry| entry.unwrap());
    let paths = entries.map(|entry| {
        let end = if entry.path().is_dir() { "/" } else { "" };
        let folder = program.file_name().unwrap().to_str().unwrap();
        format!("tests/{folder}/{}{end}", entry.file_name().to_str().unwrap())
    });
    paths.filter(|path| !path.ends_with("/main.rs") && !path.ends_with("/snapshots/")).collect()
}

#[test]
fn the_map_names_every_file_of_tests() {
    let map = document("ARCHITECTURE.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named: Vec<&str> = map
        .match_indices("`tests/")
        .filter_map(|(at, _)| map[at + 1..].split('`').next())
        .collect();
    let paths: Vec<String> = ["it", "slow"]
        .iter()
        .flat_map(|program| modules(&root.join("tests").join(program)))
        .collect();
    let covers = |name: &str, path: &str| match name.split_once('*') {
        Some((begins, _)) => path.starts_with(begins),
        None => name == path,
    };
    for name in &named {
        let there = root.join(name).exists() || paths.iter().any(|path| covers(name, path));
        assert!(there, "ARCHITECTURE.md names {name}");
    }
    for path in &paths {
        assert!(
            named.iter().any(|name| covers(name, path)),
            "ARCHITECTURE.md does not name {path}"
        );
    }
}

#[test]
fn every_command_of_the_text_is_in_the_readme() {
    let readme = document("README.md");
    let told = |words: &str| readme.contains(&format!("`{words}`"));
    for entry in TABLE.iter().filter(|entry| entry.contexts.has(Context::Text)) {
        let any = entry.keys().any(|key| told(&key.label(true)) || told(&key.label(false)));
        // What every terminal program has needs no row.
        let usual = ["redraw", "suspend"].contains(&entry.id);
        assert!(any || usual, "README does not tell of {}", entry.id);
    }
}
