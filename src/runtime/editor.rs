//! Words written in the reader's own editor.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read, Write};
use std::process::{Child, Command};

use tempfile::TempPath;

use crate::desk::Prompt;

/// What came of an editor.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// What it made of the words, or a sentence on why nothing.
    pub words: Result<String, String>,
    /// What else there is to be told of them, in a sentence.
    pub notice: Option<String>,
}

/// How an editor ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Good,
    Failed,
    Killed,
}

/// The command that `VISUAL` or else `EDITOR` names, as a shell would split it into words; nothing in
/// it is expanded and no shell runs.
pub(super) fn command(get: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(get).find(|line| !line.trim().is_empty());
    let line = set.ok_or("set EDITOR to use one")?;
    let words =
        shell_words::split(&line).map_err(|_| format!("EDITOR has an open quote: {line}"))?;
    if words.is_empty() { Err("set EDITOR to use one".to_owned()) } else { Ok(words) }
}

/// Runs an editor on `words`. The file is the reader's alone, and gone afterwards, unless it holds more
/// than fits in a note.
pub(super) fn edit(command: &[String], words: &str) -> Written {
    let end = command.split_first().ok_or_else(|| "set EDITOR to use one".to_owned());
    let edited = end.and_then(|(program, arguments)| {
        let failed = |error: io::Error| format!("{program}: {error}");
        let path = file(words).map_err(|error| format!("no file for the editor: {error}"))?;
        let child = Command::new(program).args(arguments).arg(&path).spawn();
        // If its end cannot be learned, it counts as a bad one: what it saved is looked at all the same.
        let end = wait(&mut child.map_err(failed)?).unwrap_or(End::Failed);
        saved(path, program, end, words).map_err(failed)
    });
    edited.unwrap_or_else(Written::nothing)
}

/// A file with `words`, closed, for an editor may put another file in its place.
fn file(words: &str) -> io::Result<TempPath> {
    let mut file = tempfile::Builder::new().prefix("attache-note-").suffix(".txt").tempfile()?;
    file.write_all(words.as_bytes())?;
    file.flush()?;
    Ok(file.into_temp_path())
}

impl Written {
    /// Nothing was written, for a reason that is a sentence.
    pub(super) fn nothing(why: String) -> Self {
        Self { words: Err(why), notice: None }
    }
}

/// What an editor left in the file. What it saved before a bad end is what the reader wrote as much as
/// what it saved before a good one; but an empty file may be one that it was about to write.
fn saved(path: TempPath, program: &str, end: End, given: &str) -> io::Result<Written> {
    let how = match end {
        End::Good => None,
        End::Failed => Some("failed"),
        End::Killed => Some("was killed"),
    };
    let read = read(path.as_os_str());
    let (words, fits) = match (read, how) {
        (Ok((words, _)), Some(how)) if words == given || words.is_empty() => {
            return Ok(Written::nothing(format!("{program} {how}; the note is as it was")));
        }
        (Err(_), Some(how)) => {
            return Ok(Written::nothing(format!("{program} {how}; the note is as it was")));
        }
        (read, _) => read?,
    };
    let ended = how.map(|how| format!("{program} {how}; what it had saved is here"));
    let notice = if fits {
        ended
    } else {
        let path = path.keep().map_err(|kept| kept.error)?;
        let whole =
            format!("a note is too short for all of it: the whole is in {}", path.display());
        Some(ended.map_or(whole.clone(), |ended| format!("{ended}; {whole}")))
    };
    Ok(Written { words: Ok(words), notice })
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

/// Waits for the end. An editor that stops itself, as with Ctrl-z, stops the reader too: the shell
/// waits for both.
#[cfg(unix)]
fn wait(child: &mut Child) -> io::Result<End> {
    use rustix::process::{Pid, WaitOptions, waitpid};
    use signal_hook::consts::SIGSTOP;
    use signal_hook::low_level::raise;

    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    loop {
        match waitpid(pid, WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => raise(SIGSTOP)?,
            Ok(Some((_, status))) => {
                return Ok(match status.exit_status() {
                    Some(0) => End::Good,
                    Some(_) => End::Failed,
                    None => End::Killed,
                });
            }
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
fn wait(child: &mut Child) -> io::Result<End> {
    child.wait().map(|status| if status.success() { End::Good } else { End::Failed })
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

    fn run(script: &str, words: &str) -> Written {
        edit(&["sh", "-c", script, "sh"].map(ToOwned::to_owned), words)
    }

    /// What an editor that ends well makes of `words`.
    fn edited(script: &str, words: &str) -> Result<String, String> {
        let Written { words, notice } = run(script, words);
        assert_eq!(notice, None);
        words
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_changes_the_words() {
        assert_eq!(edited(r#"printf ' and more' >>"$1""#, "한글").as_deref(), Ok("한글 and more"));
        // Editors that write a new file and rename it.
        assert_eq!(edited(r#"echo new >"$1.x" && mv "$1.x" "$1""#, "old").as_deref(), Ok("new\n"));
        assert_eq!(edited(r#"printf '\377' >"$1""#, "").as_deref(), Ok("\u{FFFD}"));
        assert_eq!(edited(r#": >"$1""#, "old").as_deref(), Ok(""));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_the_file() {
        let mode = edited(r#"stat -c %a "$1" >"$1.m"; mv "$1.m" "$1""#, "secret");
        assert_eq!(mode.as_deref(), Ok("600\n"));
    }

    #[cfg(unix)]
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
        let none = edit(&["no-such-editor".to_owned()], "old").words.unwrap_err();
        assert!(none.starts_with("no-such-editor: "), "{none}");
        assert!(edited(r#"rm "$1""#, "old").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_was_saved_before_a_bad_end_is_taken() {
        for (end, notice) in [
            ("exit 1", "sh failed; what it had saved is here"),
            ("kill -9 $$", "sh was killed; what it had saved is here"),
        ] {
            let written = run(&format!(r#"printf new >"$1"; {end}"#), "old");
            let notice = Some(notice.to_owned());
            assert_eq!(written, Written { words: Ok("new".to_owned()), notice });
        }
    }

    #[cfg(unix)]
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
