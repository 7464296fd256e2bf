//! docs/writing.md, step by step: each file is saved, each command is run, and each output is as it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// What a block of the tutorial is.
enum Step {
    /// A file with this name and text is saved.
    Save(String, String),
    /// Commands, each with what it prints.
    Run(Vec<(String, String)>),
}

/// The fenced blocks of a text that are to be done: below a line that ends in "`NAME`:" a file, and behind
/// `console` commands.
fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut before = "";
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let name = before.strip_suffix("`:").and_then(|line| line.rsplit_once('`'));
            match (kind, name) {
                ("console", _) => steps.push(Step::Run(commands(&block))),
                (_, Some((_, name))) => {
                    steps.push(Step::Save(name.to_owned(), block.join("\n") + "\n"));
                }
                _ => {}
            }
        }
        if !line.is_empty() {
            before = line;
        }
    }
    steps
}

fn commands(block: &[&str]) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((_, out))) => out.extend([*line, "\n"]),
            (None, None) => panic!("{line}: no command stands before it"),
        }
    }
    commands
}

/// Runs one command in a folder: what it prints on both its outputs.
fn run(folder: &Path, command: &str) -> String {
    let mut words = command.split_whitespace();
    let (program, args) = (words.next().unwrap(), words.collect::<Vec<_>>());
    match program {
        "cat" => args.iter().map(|file| fs::read_to_string(folder.join(file)).unwrap()).collect(),
        "attache" => {
            let mut run = Command::new(env!("CARGO_BIN_EXE_attache"));
            run.args(args).current_dir(folder).env_clear();
            run.env("LANG", "C.UTF-8").env("HOME", folder);
            let done = run.output().unwrap();
            String::from_utf8([done.stdout, done.stderr].concat()).unwrap()
        }
        _ => panic!("{command}: the tutorial runs attache and cat alone"),
    }
}

#[test]
fn the_tutorial_is_true() {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/writing.md");
    let folder = TempDir::new().unwrap();
    let mut count = 0;
    for step in steps(&fs::read_to_string(text).unwrap()) {
        match step {
            Step::Save(name, text) => fs::write(folder.path().join(name), text).unwrap(),
            Step::Run(commands) => {
                for (command, out) in commands {
                    assert_eq!(run(folder.path(), &command), out, "$ {command}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 5, "{count} commands are few");
}
