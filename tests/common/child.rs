//! The test program as another process, which can be killed and be somebody else.

use std::env;
use std::fs::File;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;

use attache::model::kept::Change;
use attache::store::Store;

use super::state::{draft, put_note};

const TASK: &str = "ATTACHE_TEST_TASK";
const FILE: &str = "ATTACHE_TEST_FILE";
const NAME: &str = "ATTACHE_TEST_NAME";
/// How a line begins that is meant for the parent.
pub const SAID: &str = "said: ";

/// The command `command`, which runs `program` with the arguments that make it do `task` on
/// `file` under `name`.
pub fn with_task(mut command: Command, task: &str, file: &Path, name: &str) -> Command {
    command.args(["common::child::as_a_child", "--exact", "--nocapture", "--test-threads=1"]);
    command.env(TASK, task).env(FILE, file).env(NAME, name);
    command
}

/// This program as a child.
pub fn child(task: &str, file: &Path, name: &str) -> Command {
    with_task(Command::new(env::current_exe().unwrap()), task, file, name)
}

/// What a child says until its end, a line each.
pub fn said(mut command: Command) -> Vec<String> {
    let output = command.output().unwrap();
    lines(&output.stdout)
}

/// The whole lines of a child's output that are meant for the parent.
pub fn lines(output: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(output);
    // The harness names the test and says nothing more on that line.
    let whole = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    whole.filter_map(|line| Some(line.split_once(SAID)?.1.to_owned())).collect()
}

fn say(words: &str) {
    // In one write, so that a child that is killed has said it or not.
    stdout().lock().write_all(format!("{SAID}{words}\n").as_bytes()).unwrap();
}

#[test]
fn as_a_child() {
    let Ok(task) = env::var(TASK) else { return };
    let file = PathBuf::from(env::var_os(FILE).unwrap());
    let name = env::var(NAME).unwrap();
    match task.as_str() {
        "type" => type_notes(&file, &name),
        "fill" => fill(&file),
        "use" => use_once(&file),
        "brim" => {
            Store::open(&file).unwrap().0.save("b", &[put_note("n", "", "text")]).unwrap();
            fill_up(&file);
            use_once(&file);
        }
        "path" => say(&Store::default_path()
            .map_or_else(|error| error.to_string(), |path| path.display().to_string())),
        other => panic!("no such task: {other}"),
    }
}

/// Types notes until it is killed, and says what it has saved.
fn type_notes(file: &Path, name: &str) {
    let (mut store, _) = Store::open(file).unwrap();
    let mut base = String::new();
    for n in 0_u64.. {
        let text = format!("note {n}");
        for typed in 1..=text.len() {
            store.save("b", &[Change::PutDraft(draft(name, &text[..typed]))]).unwrap();
            say(&format!("draft {n} {typed}"));
        }
        let saved = [put_note(name, &base, &text), Change::RemoveDraft(name.to_owned())];
        store.save("b", &saved).unwrap();
        say(&format!("note {n}"));
        base = text;
    }
}

/// Saves long notes until it fails, then says why and how many can be loaded and were saved.
fn fill(file: &Path) {
    let mut store = match Store::open(file) {
        Ok((store, _)) => store,
        Err(error) => return say(&error.to_string()),
    };
    let long = "words ".repeat(2000);
    for n in 0..1000 {
        if let Err(error) = store.save("b", &[put_note(&n.to_string(), "", &long)]) {
            say(&error.to_string());
            let kept = store.load("b").map(|kept| kept.notes.len());
            return say(&format!("saved {n}, loaded {kept:?}"));
        }
    }
    say("the disk did not fill");
}

/// Fills what is left of the disk that `file` is on.
fn fill_up(file: &Path) {
    let mut rest = File::create(file.with_file_name("rest")).unwrap();
    for size in [4096, 1] {
        while rest.write_all(&vec![0; size]).is_ok() {}
    }
}

/// Opens, loads and saves once, and says how each went.
fn use_once(file: &Path) {
    match Store::open(file) {
        Err(error) => say(&error.to_string()),
        Ok((mut store, _)) => {
            say(&format!("loaded {:?}", store.load("b").map(|kept| kept.notes.len())));
            match store.save("b", &[put_note("new", "", "text")]) {
                Ok(_) => say("saved"),
                Err(error) => say(&error.to_string()),
            }
        }
    }
}
