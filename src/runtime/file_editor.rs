//! A file of the briefing opened in the reader's own editor, at a line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::editor::{self, EditorError};

/// A line of a file, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    /// The file, by its whole path.
    pub path: PathBuf,
    /// The line.
    pub line: usize,
}

/// How an editor is told the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineArgument {
    /// `+N FILE`
    Before,
    /// `FILE:N`
    Behind,
    /// `FILE:N`, and the editor is told to wait by an option: it hands the file to a window that is open.
    BehindAndWait,
    /// `--goto FILE:N`, and to wait.
    GoTo,
}

/// What editors take, each with where it says so. Any other gets the file alone.
const EDITORS: &[(&[&str], LineArgument)] = &[
    // ex and vi in POSIX have it as `-c N`; vim(1), nvim(1), nvi(1) and elvis(1) as `+N`, and so has every vi of
    // today.
    (&["vi", "vim", "nvim", "nvi", "view", "gvim", "ex"], LineArgument::Before),
    // nano(1), pico(1), micro --help, joe(1), mg(1), ne(1), the manual of kakoune, and "Action Arguments" of that
    // of Emacs, also for emacsclient and emacs -nw.
    (&["nano", "pico", "micro", "joe", "mg", "ne", "kak"], LineArgument::Before),
    (&["emacs", "emacsclient"], LineArgument::Before),
    // hx --help.
    (&["hx", "helix"], LineArgument::Behind),
    // subl --help and zed --help.
    (&["subl", "zed", "zeditor"], LineArgument::BehindAndWait),
    // code --help; those that are made of it have kept it.
    (&["code", "codium", "vscodium", "cursor"], LineArgument::GoTo),
];

/// The arguments by which the editor of a command opens a place.
fn arguments(command: &[String], place: &FilePlace) -> Vec<OsString> {
    let name = command.first().map(Path::new).and_then(Path::file_name);
    let name = name.unwrap_or_default().to_string_lossy();
    // vim.basic, emacs-nox, code-insiders.
    let name = name.split(['.', '-']).next().unwrap_or_default();
    let editor = EDITORS.iter().find(|(names, _)| names.contains(&name));
    let file = place.path.clone().into_os_string();
    let mut behind = file.clone();
    behind.push(format!(":{}", place.line));
    let waits = command.iter().any(|word| word == "--wait" || word == "-w");
    let wait = (!waits).then(|| OsString::from("--wait"));
    match editor.map(|(_, how)| how) {
        Some(LineArgument::Before) => vec![format!("+{}", place.line).into(), file],
        Some(LineArgument::Behind) => vec![behind],
        Some(LineArgument::BehindAndWait) => wait.into_iter().chain([behind]).collect(),
        Some(LineArgument::GoTo) => wait.into_iter().chain(["--goto".into(), behind]).collect(),
        None => vec![file],
    }
}

/// Opens a place in the editor of a command, and waits for its end. How it ends says nothing: what it has saved is
/// in the file.
///
/// # Errors
/// It cannot be started.
pub(super) fn open(command: &[String], place: &FilePlace) -> Result<(), EditorError> {
    let (program, options) = command.split_first().ok_or(EditorError::NotSet)?;
    let failed = |source| EditorError::Unusable { program: program.clone(), source };
    let child = Command::new(program).args(options).args(arguments(command, place)).spawn();
    // If its end cannot be learned, the files are read again all the same.
    let _ = editor::wait(&mut child.map_err(failed)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_as_it_wants_it() {
        let check = |command: &str, expected: &str| {
            let command: Vec<String> = command.split(' ').map(ToOwned::to_owned).collect();
            let place = FilePlace { path: "/a b/way.yaml".into(), line: 12 };
            let found = arguments(&command, &place);
            let found: Vec<_> = found.iter().map(|word| word.to_string_lossy()).collect();
            assert_eq!(found.join("|"), expected, "{command:?}");
        };
        for vi in ["vi", "/usr/bin/nvim", "vim.basic -X", "emacs -nw", "emacs-nox", "micro", "kak"]
        {
            check(vi, "+12|/a b/way.yaml");
        }
        check("hx", "/a b/way.yaml:12");
        check("subl", "--wait|/a b/way.yaml:12");
        check("zed --wait", "/a b/way.yaml:12");
        check("code", "--wait|--goto|/a b/way.yaml:12");
        check("code-insiders -w", "--goto|/a b/way.yaml:12");
        check("my-own-editor", "/a b/way.yaml");
        check("ed", "/a b/way.yaml");
    }
}
