//! `attache completions`

use std::process::Command;

use super::help::{commands, options};
use super::run::attache;

const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

#[test]
fn the_scripts_name_every_command_and_every_option() {
    for shell in SHELLS {
        let done = attache(&format!("completions {shell}")).run();
        let script = done.succeeds();
        for command in commands() {
            assert!(script.contains(&command), "{command} is not in {script}");
            for option in options(&format!("help {command}")) {
                let option = option.trim_start_matches('-');
                assert!(script.contains(option), "{option} of {command} is not in {script}");
            }
        }
    }
}

#[test]
fn another_shell_is_refused() {
    let err = "\
error: invalid value 'powershell' for '<SHELL>'
  [possible values: bash, zsh, fish]

For more information, try '--help'.
";
    attache("completions powershell").run().ends(2, "", err);
}

#[test]
fn zsh_and_fish_are_told_where_a_path_may_stand() {
    let zsh = attache("completions zsh").run();
    assert!(zsh.succeeds().starts_with("#compdef attache\n"), "{zsh:?}");
    let paths = "_alternative 'commands:command:_attache_commands' 'paths:path:_files'";
    assert!(zsh.out().contains("\":: :_attache_commands_or_paths\" \\\n"), "{zsh:?}");
    assert!(zsh.out().contains(paths), "{zsh:?}");
    assert_eq!(zsh.out().matches(":_files' \\\n").count(), 13, "{zsh:?}");
    // Fish offers paths wherever a script does not say -f.
    let fish = attache("completions fish").run();
    let closed =
        fish.succeeds().lines().filter(|line| line.contains(" -f ") && !line.contains(" -l "));
    for line in closed {
        let no_path = [
            "help;",
            "completions\"",
            "schema\"",
            "subcommand lsp",
            "subcommand state",
            "subcommand config",
        ]
        .iter()
        .any(|command| line.contains(command));
        assert!(no_path, "{line}");
    }
}

/// What bash offers for a line, whose last word is the one to complete; nothing where it is left
/// to bash, which then offers paths. `None` where there is no bash.
fn bash(line: &[&str]) -> Option<String> {
    let run = attache("completions bash");
    let script = run.run();
    let run = run.file("script", script.succeeds());
    let syntax = Command::new("bash").args(["-n"]).arg(run.path("script")).output().ok()?;
    assert_eq!(
        (String::from_utf8_lossy(&syntax.stderr).as_ref(), syntax.status.code()),
        ("", Some(0))
    );
    let ask = r#"
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        complete -p attache | grep -q -e '-o default' || exit 1
        function=$(complete -p attache | sed 's/.*-F \([^ ]*\).*/\1/')
        "$function" attache "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "${COMPREPLY[*]}"
    "#;
    let done =
        Command::new("bash").args(["-c", ask, "bash"]).arg(run.path("script")).args(line).output();
    Some(String::from_utf8(done.unwrap().stdout).unwrap().trim_end().to_owned())
}

#[test]
fn bash_offers_commands_options_values_and_leaves_paths_to_itself() {
    let check = |line: &[&str], offered: &str| {
        if let Some(found) = bash(line) {
            assert_eq!(found, offered, "{line:?}");
        }
    };
    check(
        &["attache", ""],
        "print check rename schema list new import notes state config serve lsp man completions help",
    );
    check(&["attache", "pr"], "print");
    check(&["attache", "my-b"], "");
    check(&["attache", "--t"], "--theme");
    check(&["attache", "print", ""], "");
    check(&["attache", "print", "my-b"], "");
    check(
        &["attache", "print", "--"],
        "--section --for --only --format --width --notes --reader --help",
    );
    check(&["attache", "print", "--for", ""], "reader class teacher");
    check(&["attache", "print", "--format", ""], "plain markdown json");
    check(&["attache", "completions", ""], "bash zsh fish");
}
