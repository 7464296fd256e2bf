//! No file of tests is forgotten: each is a module of the program that it belongs to.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules that a file declares, other than those inside of others.
fn declared(source: &str) -> BTreeSet<String> {
    let lines = source.lines().map(|line| line.trim_start_matches("pub "));
    let names = lines.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The modules that the files beside `root` are: `NAME.rs`, or a folder with a `mod.rs`.
fn beside(root: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(root.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let modules = entries.filter(|path| path != root).filter(|path| {
        path.extension().is_some_and(|extension| extension == "rs") || holds_code(path)
    });
    modules.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn holds_code(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).any(|path| {
        path.is_dir() && holds_code(&path) || path.extension().is_some_and(|end| end == "rs")
    })
}

/// Every `main.rs` and `mod.rs` under a folder.
fn roots(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of = |path: PathBuf| match path.file_name().unwrap().to_str() {
        Some("main.rs" | "mod.rs") => vec![path],
        _ if path.is_dir() => roots(&path),
        _ => Vec::new(),
    };
    entries.flat_map(of).collect()
}

#[test]
fn every_file_is_a_module() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let roots = roots(&tests);
    assert!(roots.len() > 5, "{roots:?}");
    for root in roots {
        let mut declared = declared(&fs::read_to_string(&root).unwrap());
        if root.ends_with("main.rs") {
            assert!(declared.remove("common"), "{} does without tests/common", root.display());
        }
        assert_eq!(declared, beside(&root), "{} and the files beside it", root.display());
    }
}

#[test]
fn no_program_is_made_of_a_single_file() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let entries = fs::read_dir(tests).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    assert_eq!(files, Vec::<PathBuf>::new(), "they belong to tests/it or tests/slow");
}
