//! What the loader says of each thing that can be wrong, to the letter.
//!
//! `tests/it/faults/RULE.txt` has the examples of a rule: files after `>>> PATH`, what is said of
//! them after `<<<`, and `===` between examples. `UPDATE_FAULTS=1 cargo test --test it load_faults`
//! writes what is said now; read the difference before keeping it.
#![allow(clippy::expect_used)] // a test may fail where it stands

use std::fs;
use std::path::PathBuf;

use attache::load::RULES;

use crate::common::yaml;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/faults")
}

/// The examples of a file: what goes in, and what is said of it.
fn examples(text: &str) -> Vec<(String, String)> {
    let each = text.split("\n===\n").map(|example| format!("{}\n", example.trim_end_matches('\n')));
    let each = each.map(|example| {
        let (input, said) = example.split_once("<<<\n").unwrap_or((&example, ""));
        (input.to_owned(), said.to_owned())
    });
    each.collect()
}

#[test]
fn every_fault_is_told_as_the_examples_tell_it() {
    let update = std::env::var_os("UPDATE_FAULTS").is_some();
    for entry in fs::read_dir(folder()).expect("the folder of examples") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a file of examples");
        let mut now = Vec::new();
        for (input, said) in examples(&text) {
            let loaded = yaml::load(&input);
            let silent =
                loaded.diagnostics.iter().find(|d| d.help.as_deref().is_none_or(str::is_empty));
            assert_eq!(silent, None, "no help");
            let told = yaml::shown(&loaded);
            if !update {
                assert_eq!(told, said, "{} of\n{input}", path.display());
            }
            now.push(format!("{input}<<<\n{told}"));
        }
        if update {
            fs::write(&path, now.join("===\n")).expect("the file can be written");
        }
    }
}

#[test]
fn every_rule_has_an_example() {
    let elsewhere = [include_str!("load_disk.rs"), include_str!("../slow/load_hostile.rs")];
    for rule in RULES {
        let path = folder().join(format!("{}.txt", rule.name));
        let name = format!("[{}]: ", rule.name);
        let told = fs::read_to_string(path)
            .is_ok_and(|text| examples(&text).iter().any(|(_, said)| said.contains(&name)));
        assert!(
            told || elsewhere.iter().any(|test| test.contains(&name)),
            "no example of the rule {}",
            rule.name
        );
    }
}

#[test]
fn every_file_of_examples_is_of_a_rule() {
    for entry in fs::read_dir(folder()).expect("the folder of examples") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let known = RULES.iter().any(|rule| name == format!("{}.txt", rule.name));
        assert!(known, "{name}");
    }
}

#[test]
fn what_is_said_never_drives_a_terminal() {
    for entry in fs::read_dir(folder()).expect("the folder of examples") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("examples");
        for (input, _) in examples(&text) {
            let loaded = yaml::load(&input);
            let json = loaded.diagnostics.iter().map(|d| attache::diagnostic::json(d) + "\n");
            let said = yaml::shown(&loaded) + &json.collect::<String>();
            let wild = said.chars().find(|&c| c != '\n' && attache::base::hazard(c).is_some());
            assert_eq!(wild, None, "{said}");
        }
    }
}
