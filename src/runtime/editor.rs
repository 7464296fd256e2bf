//! Words written in the reader's own editor.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::process::{Child, Command};

/// The most that is read back, in bytes.
const LONGEST: u64 = 1 << 20;

/// The command that `VISUAL` or else `EDITOR` names, as a shell would split it into words; nothing in
/// it is expanded and no shell runs.
pub(super) fn command(get: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(get).find(|line| !line.trim().is_empty());
    let line = set.ok_or("set EDITOR to use one")?;
    let words =
        shell_words::split(&line).map_err(|_| format!("EDITOR has an open quote: {line}"))?;
    if words.is_empty() { Err("set EDITOR to use one".to_owned()) } else { Ok(words) }
}

/// Runs an editor on `words`, and answers with what it made of them, or with a sentence on why it did
/// not. The file is the reader's alone, and gone afterwards.
pub(super) fn edit(command: &[String], words: &str) -> Result<String, String> {
    let (program, arguments) = command.split_first().ok_or("set EDITOR to use one")?;
    let failed = |error: io::Error| format!("{program}: {error}");
    let mut file = tempfile::Builder::new()
        .prefix("attache-note-")
        .suffix(".txt")
        .tempfile()
        .map_err(|error| format!("no file for the editor: {error}"))?;
    file.write_all(words.as_bytes()).and_then(|()| file.flush()).map_err(failed)?;
    // Closed, for an editor may put another file in its place.
    let path = file.into_temp_path();
    let mut child = Command::new(program).args(arguments).arg(&path).spawn().map_err(failed)?;
    if !wait(&mut child).map_err(failed)? {
        return Err(format!("{program} failed; the note is as it was"));
    }
    read(path.as_os_str()).map_err(failed)
}

fn read(path: &OsStr) -> io::Result<String> {
    use io::Read;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Waits for the end; answers whether it was a good one. An editor that stops itself, as with Ctrl-z,
/// stops the reader too: the shell waits for both.
#[cfg(unix)]
fn wait(child: &mut Child) -> io::Result<bool> {
    use rustix::process::{Pid, WaitOptions, waitpid};
    use signal_hook::consts::SIGSTOP;
    use signal_hook::low_level::raise;

    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    loop {
        match waitpid(pid, WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => raise(SIGSTOP)?,
            Ok(Some((_, status))) => return Ok(status.exit_status() == Some(0)),
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
fn wait(child: &mut Child) -> io::Result<bool> {
    child.wait().map(|status| status.success())
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

    fn edited(script: &str, words: &str) -> Result<String, String> {
        edit(&["sh", "-c", script, "sh"].map(ToOwned::to_owned), words)
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_changes_the_words() {
        assert_eq!(edited(r#"printf ' and more' >>"$1""#, "한글").as_deref(), Ok("한글 and more"));
        // Editors that write a new file and rename it.
        assert_eq!(edited(r#"echo new >"$1.x" && mv "$1.x" "$1""#, "old").as_deref(), Ok("new\n"));
        assert_eq!(edited(r#"printf '\377' >"$1""#, "").as_deref(), Ok("\u{FFFD}"));
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
        assert_eq!(edited("exit 1", "old"), Err("sh failed; the note is as it was".to_owned()));
        let none = edit(&["no-such-editor".to_owned()], "old").unwrap_err();
        assert!(none.starts_with("no-such-editor: "), "{none}");
        assert!(edited(r#"rm "$1""#, "old").is_err());
    }
}
