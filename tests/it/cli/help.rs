//! Help, version, and arguments that are wrong.

use super::run::attache;

/// The names of the subcommands, as the help lists them.
pub(crate) fn commands() -> Vec<String> {
    let done = attache("--help").run();
    let list = done.succeeds().split("\nCommands:\n").nth(1).unwrap();
    let lines = list.lines().take_while(|line| !line.is_empty());
    lines.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

/// The long options that `attache` and these arguments list.
pub(crate) fn options(help: &str) -> Vec<String> {
    let done = attache(help).run();
    let lines = done.succeeds().lines().map(str::trim_start);
    let lines = lines.filter_map(|line| line.strip_prefix("-").and(line.split("--").nth(1)));
    lines.map(|line| format!("--{}", line.split([' ', ',']).next().unwrap())).collect()
}

#[test]
fn the_version_is_told() {
    let version = format!("attache {}\n", env!("CARGO_PKG_VERSION"));
    attache("--version").run().prints(&version);
    attache("-V").run().prints(&version);
}

#[test]
fn help_says_what_it_is_and_how_to_begin() {
    let done = attache("--help").run();
    let help = done.succeeds();
    for words in ["Read briefings in the terminal", "Usage: attache", "Keys:", "q leave"] {
        assert!(help.contains(words), "{words:?} is not in {help}");
    }
    for command in [
        "print",
        "check",
        "rename",
        "schema",
        "list",
        "new",
        "import",
        "config",
        "serve",
        "lsp",
        "man",
        "completions",
    ] {
        assert!(help.contains(&format!("\n  {command}  ")), "{command} is not in {help}");
        let help = attache(&format!("{command} --help")).run();
        assert!(help.succeeds().contains(&format!("Usage: attache {command}")), "{help:?}");
    }
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    let check = "\
error: the following required arguments were not provided:
  <PATHS>...

Usage: attache check <PATHS>...

For more information, try '--help'.
";
    attache("check").run().ends(2, "", check);
    let flag = "\
error: unexpected argument '--bogus' found

  tip: to pass '--bogus' as a value, use '-- --bogus'

Usage: attache list [PATH]

For more information, try '--help'.
";
    attache("list --bogus").run().ends(2, "", flag);
    let width = "\
error: invalid value '5' for '--width <N>': 5 is not in 20..=1000

For more information, try '--help'.
";
    attache("print --width 5").run().ends(2, "", width);
    for (args, sentence) in [
        ("foo bar", "unexpected argument 'bar' found: attache reads one path"),
        ("foo check", "the command stands first: attache check PATH"),
    ] {
        let done = attache(args).run();
        assert!(done.err().starts_with(&format!("error: {sentence}\n")), "{done:?}");
        done.ends(2, "", done.err());
    }
}

#[test]
fn a_wrong_argument_is_quoted_without_its_escapes() {
    let done = attache("list").arg("--\u{1b}[31mred\u{9b}1m\u{7}\u{202e}").run();
    let line = "error: unexpected argument '--red\u{fffd}1m\u{fffd}' found\n";
    assert!(done.err().starts_with(line), "{done:?}");
    let drives = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!done.err().contains(drives), "{done:?}");
}
