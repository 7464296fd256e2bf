//! Words written in the reader's own editor.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read, Write};
use std::process::{Child, Command};

use tempfile::TempPath;

use crate::desk::Prompt;

use super::words;

/// What came of an editor.
#[derive(Debug)]
pub(super) struct EditorOutcome {
    /// What it made of the words, or why nothing.
    pub(super) words: Result<String, EditorError>,
    /// What else there is to be told of them, in a sentence.
    pub(super) notice: Option<String>,
}

/// Why an editor made nothing of the words.
#[derive(Debug, thiserror::Error)]
pub(super) enum EditorError {
    /// Neither `VISUAL` nor `EDITOR` names a program.
    #[error("{}", words::no_editor())]
    NotSet,
    /// What they say cannot be split into words.
    #[error("{}", words::open_quote(.0))]
    OpenQuote(String),
    /// There is no terminal for it.
    #[error("{}", words::no_terminal_for_editor())]
    NoTerminal,
    /// There is no file to write in.
    #[error("{}", words::no_file_for_editor(.0))]
    NoFile(#[source] io::Error),
    /// The program cannot be started, or what it left cannot be read.
    #[error("{}", words::editor_unusable(.program, .source))]
    Unusable {
        /// The program.
        program: String,
        /// What the system says.
        source: io::Error,
    },
    /// The program of this name ended with a status that is not zero, and had saved nothing.
    #[error("{}", words::editor_failed(.0))]
    Failed(String),
    /// The program of this name was ended by a signal, and had saved nothing.
    #[error("{}", words::editor_killed(.0))]
    Killed(String),
}

/// How a program ended that did not end well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadEnd {
    /// With a status that is not zero.
    Failed,
    /// By a signal.
    Killed,
}

/// The command that `VISUAL` or else `EDITOR` names, as a shell would split it into words; nothing in
/// it is expanded and no shell runs.
pub(super) fn command(get: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, EditorError> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(get).find(|line| !line.trim().is_empty());
    let line = set.ok_or(EditorError::NotSet)?;
    let words = shell_words::split(&line).map_err(|_| EditorError::OpenQuote(line))?;
    if words.is_empty() { Err(EditorError::NotSet) } else { Ok(words) }
}

/// Runs an editor on `words`. The file is the reader's alone, and gone afterwards, unless it holds more
/// than fits in a note.
pub(super) fn edit(command: &[String], words: &str) -> EditorOutcome {
    let edited = command.split_first().ok_or(EditorError::NotSet);
    let edited = edited.and_then(|(program, arguments)| {
        let failed = |source| EditorError::Unusable { program: program.clone(), source };
        let path = file(words).map_err(EditorError::NoFile)?;
        let child = Command::new(program).args(arguments).arg(&path).spawn();
        // If its end cannot be learned, it counts as a bad one: what it saved is looked at all the same.
        let end = wait(&mut child.map_err(failed)?).unwrap_or(Some(BadEnd::Failed));
        saved(path, program, end, words)
    });
    edited.unwrap_or_else(EditorOutcome::nothing)
}

/// A file with `words`, closed, for an editor may put another file in its place.
fn file(words: &str) -> io::Result<TempPath> {
    let mut file = tempfile::Builder::new().prefix("attache-note-").suffix(".txt").tempfile()?;
    file.write_all(words.as_bytes())?;
    file.flush()?;
    Ok(file.into_temp_path())
}

impl EditorOutcome {
    /// Nothing was written.
    pub(super) fn nothing(why: EditorError) -> Self {
        Self { words: Err(why), notice: None }
    }
}

/// What an editor left in the file. What it saved before a bad end is what the reader wrote as much as
/// what it saved before a good one; but an empty file may be one that it was about to write.
fn saved(
    path: TempPath,
    program: &str,
    end: Option<BadEnd>,
    given: &str,
) -> Result<EditorOutcome, EditorError> {
    let failed = |source| EditorError::Unusable { program: program.to_owned(), source };
    let unchanged = |end| {
        Err(match end {
            BadEnd::Failed => EditorError::Failed(program.to_owned()),
            BadEnd::Killed => EditorError::Killed(program.to_owned()),
        })
    };
    let (saved, fits) = match (read(path.as_os_str()), end) {
        (Ok((saved, _)), Some(end)) if saved == given || saved.is_empty() => return unchanged(end),
        (Err(_), Some(end)) => return unchanged(end),
        (read, _) => read.map_err(failed)?,
    };
    let notice = if fits {
        end.map(|end| match end {
            BadEnd::Failed => words::saved_before_failing(program),
            BadEnd::Killed => words::saved_before_kill(program),
        })
    } else {
        let path = path.keep().map_err(|kept| failed(kept.error))?;
        Some(match end {
            None => words::note_too_long(&path),
            Some(BadEnd::Failed) => words::saved_too_much_before_failing(program, &path),
            Some(BadEnd::Killed) => words::saved_too_much_before_kill(program, &path),
        })
    };
    Ok(EditorOutcome { words: Ok(saved), notice })
}

/// What the file holds, as far as a note takes it, and whether that is all.
fn read(path: &OsStr) -> io::Result<(String, bool)> {
    // Twice as much: line breaks of two bytes become one.
    let most = Prompt::LONGEST * 2;
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(u64::try_from(most + 1).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    let words = String::from_utf8_lossy(&bytes).into_owned();
    let fits = bytes.len() <= most && Prompt::takes(&words);
    Ok((words, fits))
}

/// Waits for the end; answers with how it was bad, if it was. An editor that stops itself, as with Ctrl-z, stops the reader too: the shell
/// waits for both.
pub(super) fn wait(child: &mut Child) -> io::Result<Option<BadEnd>> {
    use rustix::process::{Pid, WaitOptions, waitpid};
    use signal_hook::consts::SIGSTOP;
    use signal_hook::low_level::raise;

    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    loop {
        match waitpid(pid, WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => raise(SIGSTOP)?,
            Ok(Some((_, status))) => {
                return Ok(match status.exit_status() {
                    Some(0) => None,
                    Some(_) => Some(BadEnd::Failed),
                    None => Some(BadEnd::Killed),
                });
            }
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(visual: Option<&str>, editor: Option<&str>, expected: Result<&[&str], &str>) {
        let found = command(|name| {
            let value = if name == "VISUAL" { visual } else { editor };
            value.map(ToOwned::to_owned)
        });
        let expected = expected.map(|words| words.iter().map(ToString::to_string).collect());
        let found = found.map_err(|error| error.to_string());
        assert_eq!(found, expected.map_err(ToOwned::to_owned));
    }

    #[test]
    fn visual_comes_first_and_is_split_into_words() {
        check(Some("code --wait"), Some("vi"), Ok(&["code", "--wait"]));
        check(None, Some("'/opt/my editor/ed' -x"), Ok(&["/opt/my editor/ed", "-x"]));
        check(Some("  "), Some("vi"), Ok(&["vi"]));
        check(None, Some("vi; rm $HOME"), Ok(&["vi;", "rm", "$HOME"]));
        check(None, None, Err("set EDITOR to use one"));
        check(None, Some("''"), Ok(&[""]));
        check(None, Some("vi 'x"), Err("EDITOR has an open quote: vi 'x"));
    }

    fn run(script: &str, words: &str) -> EditorOutcome {
        edit(&["sh", "-c", script, "sh"].map(ToOwned::to_owned), words)
    }

    /// What an editor that ends well makes of `words`.
    fn edited(script: &str, words: &str) -> Result<String, String> {
        let EditorOutcome { words, notice } = run(script, words);
        assert_eq!(notice, None);
        words.map_err(|error| error.to_string())
    }

    #[test]
    fn an_editor_changes_the_words() {
        assert_eq!(edited(r#"printf ' and more' >>"$1""#, "한글").as_deref(), Ok("한글 and more"));
        // Editors that write a new file and rename it.
        assert_eq!(edited(r#"echo new >"$1.x" && mv "$1.x" "$1""#, "old").as_deref(), Ok("new\n"));
        assert_eq!(edited(r#"printf '\377' >"$1""#, "").as_deref(), Ok("\u{FFFD}"));
        assert_eq!(edited(r#": >"$1""#, "old").as_deref(), Ok(""));
    }

    #[test]
    fn nobody_else_can_read_the_file() {
        let mode = edited(r#"stat -c %a "$1" >"$1.m"; mv "$1.m" "$1""#, "secret");
        assert_eq!(mode.as_deref(), Ok("600\n"));
    }

    #[test]
    fn an_editor_that_fails_changes_nothing() {
        for (script, why) in [
            ("exit 1", "sh failed; the note is as it was"),
            ("kill -9 $$", "sh was killed; the note is as it was"),
            (r#": >"$1"; kill -9 $$"#, "sh was killed; the note is as it was"),
            (r#"rm "$1"; exit 1"#, "sh failed; the note is as it was"),
        ] {
            assert_eq!(edited(script, "old"), Err(why.to_owned()), "{script}");
        }
        let none = edit(&["no-such-editor".to_owned()], "old").words.unwrap_err().to_string();
        assert!(none.starts_with("no-such-editor: "), "{none}");
        assert!(edited(r#"rm "$1""#, "old").is_err());
    }

    #[test]
    fn what_was_saved_before_a_bad_end_is_taken() {
        for (end, notice) in [
            ("exit 1", "sh failed; what it had saved is here"),
            ("kill -9 $$", "sh was killed; what it had saved is here"),
        ] {
            let written = run(&format!(r#"printf new >"$1"; {end}"#), "old");
            assert_eq!(written.words.unwrap(), "new");
            assert_eq!(written.notice.as_deref(), Some(notice));
        }
    }

    #[test]
    fn what_does_not_fit_in_a_note_stays_in_the_file() {
        let write = |bytes| format!(r#"head -c {bytes} /dev/zero | tr '\0' x >"$1""#);
        assert_eq!(edited(&write(Prompt::LONGEST), "").unwrap().len(), Prompt::LONGEST);
        for bytes in [Prompt::LONGEST + 1, Prompt::LONGEST * 3] {
            let notice = run(&write(bytes), "").notice.unwrap();
            let (_, path) = notice.split_once("the whole is in ").unwrap();
            assert_eq!(fs::read(path).unwrap().len(), bytes);
            fs::remove_file(path).unwrap();
        }
    }
}
