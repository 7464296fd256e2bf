//! `attache completions`: from the same definitions as the help.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_complete::aot;

use super::args::{Cli, CompletionsArgs, Shell};

/// The script for bash offers options wherever a path may stand, and bash offers paths only where
/// a script offers nothing. So options are kept for words that begin like one.
const PATHS_IN_BASH: &str = r#"
_attache_or_paths() {
    _attache "$@"
    [[ "$2" == -* ]] && return
    local word words=()
    for word in "${COMPREPLY[@]}"; do
        [[ "$word" == -* ]] || words+=("$word")
    done
    COMPREPLY=("${words[@]}")
}
complete -F _attache_or_paths -o bashdefault -o default attache
"#;

/// The script for zsh takes the first word for a path if the program has one, and the commands
/// for the second. So it is made without the path, and this offers both for the first.
const PATHS_IN_ZSH: &str = r"
_attache_commands_or_paths() {
    _alternative 'commands:command:_attache_commands' 'paths:path:_files'
}

";

/// The script for fish says nothing of the words that an argument can be.
const WORDS_IN_FISH: &str = r#"
complete -c attache -n "__fish_attache_using_subcommand completions" -f -a "bash zsh fish"
complete -c attache -n "__fish_attache_using_subcommand schema" -f -a "briefing section instruments actors glossary timeline sources questions"
complete -c attache -n "__fish_attache_using_subcommand rename" -a "instrument actor term event source section block article"
"#;

pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<ExitCode> {
    let script = match args.shell {
        Shell::Bash => script(aot::Shell::Bash, Cli::command()) + PATHS_IN_BASH,
        Shell::Zsh => zsh(),
        Shell::Fish => script(aot::Shell::Fish, Cli::command()) + WORDS_IN_FISH,
    };
    let mut out = io::stdout().lock();
    out.write_all(script.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The generator panics where it cannot write; to memory it always can.
fn script(shell: aot::Shell, mut command: Command) -> String {
    let mut script = Vec::new();
    aot::generate(shell, &mut command, "attache", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

fn zsh() -> String {
    let whole = Cli::command();
    let options = whole.get_arguments().filter(|arg| !arg.is_positional()).cloned();
    let command = Command::new("attache")
        .version(env!("CARGO_PKG_VERSION"))
        .args(options)
        .subcommands(whole.get_subcommands().cloned());
    let script = script(aot::Shell::Zsh, command).replacen(
        "\":: :_attache_commands\"",
        "\":: :_attache_commands_or_paths\"",
        1,
    );
    let at = script.find("\n(( $+functions[").unwrap_or(script.len());
    let (before, after) = script.split_at(at);
    format!("{before}{PATHS_IN_ZSH}{}", after.trim_start())
}
