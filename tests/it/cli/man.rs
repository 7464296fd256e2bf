//! `attache man`

use std::process::{Command, Stdio};

use super::help::{commands, options};
use super::run::attache;

/// The page as a terminal shows it, if there is a man to show it; or its source, without the
/// escapes of hyphens and the changes of font.
fn page() -> String {
    let done = attache("man").run();
    let source = done.succeeds();
    ["\\fB", "\\fI", "\\fR"]
        .iter()
        .fold(source.replace("\\-", "-"), |page, font| page.replace(font, ""))
}

/// The part of the page on one command.
fn part<'a>(page: &'a str, command: &str) -> &'a str {
    let start = format!(".SS \"attache {command}\"\n");
    let (_, part) = page.split_once(&start).unwrap_or_else(|| panic!("no {command} in {page}"));
    part.split("\n.S").next().unwrap()
}

#[test]
fn it_names_everything_that_the_help_names() {
    let page = page();
    let top = page.split(".SH COMMANDS").next().unwrap();
    for option in options("--help") {
        assert!(top.contains(&option), "{option} is not in {top}");
    }
    let commands = commands();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let part = part(&page, &command);
        for option in options(&format!("help {command}")) {
            // Help has no page of its own.
            let known = part.contains(&option) || command == "help";
            assert!(known, "{option} of {command} is not in {part}");
        }
    }
}

#[test]
fn it_begins_as_a_page_does_and_has_the_examples() {
    let page = page();
    let name = ".SH NAME\nattache - Read briefings in the terminal: ";
    assert!(page.contains(".TH attache 1 "), "{page}");
    assert!(page.contains(name), "{page}");
    let lines = ".nf\nExamples:\n  attache print | less ";
    assert!(part(&page, "print").contains(lines), "{page}");
    assert!(page.contains("  attache briefings/             choose from all briefings"), "{page}");
}

#[test]
fn groff_has_nothing_to_say_against_it() {
    let run = attache("man");
    let mut groff = Command::new("groff");
    groff.args(["-man", "-Tutf8", "-ww", "-z", "-Kutf8"]).stderr(Stdio::piped());
    let Ok(mut child) = groff.stdin(Stdio::piped()).spawn() else { return };
    let page = run.run();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), page.out().as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
}
