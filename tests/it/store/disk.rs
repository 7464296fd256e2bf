//! Disks and folders that do not let themselves be written to.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use attache::store::Store;

use super::versions::make_first;
use crate::common::child::{child, said, with_task};
use crate::common::state::{Folder, put_note};

/// What opening `path` under the folder says, with the folder's own path left out.
#[track_caller]
fn check(folder: &Folder, path: &str, expected: &str) {
    let root = folder.0.path();
    let error = Store::open(&root.join(path)).err().expect("it is refused");
    assert_eq!(error.to_string().replace(&format!("{}/", root.display()), ""), expected);
}

#[test]
fn a_folder_in_place_of_the_file() {
    let folder = Folder::new();
    fs::create_dir(folder.0.path().join("state")).unwrap();
    check(&folder, "state", "nothing is kept: state is not a file; move it away");
}

#[test]
fn a_pipe_in_place_of_the_file_is_not_waited_for() {
    let folder = Folder::new();
    let made = Command::new("mkfifo").arg(folder.0.path().join("pipe")).status();
    if made.is_ok_and(|status| status.success()) {
        check(&folder, "pipe", "nothing is kept: pipe is not a file; move it away");
    }
}

#[test]
fn a_link_to_nowhere() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("nowhere", folder.0.path().join("link")).unwrap();
    let said = "nothing is kept: link cannot be opened: no such file or directory; \
                check its permissions";
    check(&folder, "link", said);
}

#[test]
fn a_file_in_place_of_the_folder() {
    let folder = Folder::new();
    fs::write(folder.0.path().join("file"), "").unwrap();
    let said = "nothing is kept: the folder file/attache cannot be used: not a directory; \
                check the path";
    check(&folder, "file/attache/state.sqlite3", said);
}

#[test]
fn the_path_is_that_of_the_xdg_state_folder() {
    let path_with = |home: &str, state: Option<&str>| {
        let mut command = child("path", Path::new(""), "");
        command.env("HOME", home).env_remove("XDG_STATE_HOME");
        command.envs(state.map(|state| ("XDG_STATE_HOME", state)));
        said(command)
    };
    assert_eq!(path_with("/h", None), ["/h/.local/state/attache/state.sqlite3"]);
    assert_eq!(path_with("/h", Some("/s")), ["/s/attache/state.sqlite3"]);
    assert_eq!(path_with("/h", Some("no/full/path")), ["/h/.local/state/attache/state.sqlite3"]);
    let said = "nothing is kept: there is no home folder for it; \
                set HOME or XDG_STATE_HOME to a full path";
    assert_eq!(path_with("no/full/path", None), [said]);
}

/// Who runs the child that may not write: nobody, where the tests run as root, which may write
/// everywhere.
fn without_privileges(file: &Path) -> Command {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let own = env::current_exe().unwrap();
    let folder = file.ancestors().nth(2).unwrap();
    if folder.metadata().unwrap().uid() != 0 {
        return child("use", file, "");
    }
    // The program may be in a folder that nobody else can enter.
    let program = folder.join("program");
    // By another process: a program that this one writes cannot be run while a child that another
    // test has just forked still holds it.
    assert!(Command::new("cp").arg(own).arg(&program).status().unwrap().success());
    for path in [folder, &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(program);
    command.uid(NOBODY).gid(NOBODY).current_dir(folder);
    with_task(command, "use", file, "")
}

#[test]
fn what_may_only_be_read_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let file = folder.file();
    let parent = file.parent().unwrap();
    folder.open().save("b", &[put_note("n", "", "text")]).unwrap();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    let read_only = format!(
        "nothing new is kept: {} may not be written; check its permissions and its folder's",
        file.display()
    );
    set(&file, 0o444).unwrap();
    set(parent, 0o555).unwrap();
    let heard = said(without_privileges(&file));
    assert_eq!(heard, ["loaded Ok(1)", read_only.as_str()]);
    // The file may be written, but its folder cannot take the log.
    set(&file, 0o666).unwrap();
    assert_eq!(said(without_privileges(&file)), ["loaded Ok(1)", read_only.as_str()]);
    // Another reader is at it.
    set(parent, 0o755).unwrap();
    let reader = folder.open();
    set(&file, 0o444).unwrap();
    set(parent, 0o555).unwrap();
    let heard = said(without_privileges(&file));
    assert_eq!(heard, ["loaded Ok(1)", read_only.as_str()]);
    set(parent, 0o755).unwrap();
    drop(reader);
    fs::remove_file(&file).unwrap();
    set(parent, 0o555).unwrap();
    assert_eq!(said(without_privileges(&file)), [read_only]);
    set(parent, 0o755).unwrap();
}

#[test]
fn what_may_only_be_read_is_read_though_it_is_of_an_earlier_version() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (file, parent) = (folder.file(), folder.file().parent().unwrap().to_owned());
    make_first(&file);
    let rename = "UPDATE note SET briefing = 'b'";
    rusqlite::Connection::open(&file).unwrap().execute_batch(rename).unwrap();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    for mode in [0o444, 0o666] {
        set(&file, mode).unwrap();
        set(&parent, 0o555).unwrap();
        assert_eq!(said(without_privileges(&file))[0], "loaded Ok(1)");
        set(&parent, 0o755).unwrap();
    }
}

/// Runs the child through `script`, a shell's, which is to end in `exec "$@"`.
fn through(mut shell: Command, script: &str, task: &str, file: &Path) -> Vec<String> {
    shell.args(["sh", "-c", script, "sh"]).arg(env::current_exe().unwrap());
    said(with_task(shell, task, file, ""))
}

/// That a full disk is said, and that what was saved before it can be loaded.
#[track_caller]
fn check_full(heard: &[String], expected: &str) {
    assert_eq!(heard[0], expected);
    let counts = heard[1].strip_prefix("saved ").unwrap();
    let (saved, loaded) = counts.split_once(", loaded ").unwrap();
    assert_eq!(loaded, format!("Ok({saved})"));
}

#[test]
fn a_file_that_may_not_grow_is_said() {
    let folder = Folder::new();
    // 200 blocks of 512 bytes; without the trap the system kills the process.
    let script = r#"trap '' XFSZ; ulimit -f 200; exec "$@""#;
    let heard = through(Command::new("env"), script, "fill", &folder.file());
    let said = format!(
        "nothing new is kept: {} may not grow; raise the limit on the size of files (ulimit -f)",
        folder.file().display()
    );
    check_full(&heard, &said);
    folder.open().save("b", &[put_note("after", "", "there is room again")]).unwrap();
}

#[test]
fn that_no_file_may_have_anything_in_it_is_said() {
    let script = r#"trap '' XFSZ; ulimit -f 0; exec "$@""#;
    for is_there in [false, true] {
        let folder = Folder::new();
        if is_there {
            make_first(&folder.file());
        }
        let heard = through(Command::new("env"), script, "use", &folder.file());
        let said = format!(
            "nothing new is kept: {} may not grow; raise the limit on the size of files (ulimit -f)",
            folder.file().display()
        );
        assert_eq!(heard.last(), Some(&said), "{heard:?}");
    }
}

/// What a child says on a disk of 400 kB. `None` where none can be made for it, which takes root
/// in most places.
#[cfg(target_os = "linux")]
fn on_a_small_disk(task: &str, folder: &Folder) -> Option<Vec<String>> {
    let script =
        r#"mount -t tmpfs -o size=400k none "$(dirname "$ATTACHE_TEST_FILE")" && exec "$@""#;
    fs::create_dir_all(folder.file().parent().unwrap()).unwrap();
    let may = Command::new("unshare").args(["-m", "true"]).status();
    may.ok().filter(std::process::ExitStatus::success)?;
    let mut shell = Command::new("unshare");
    shell.arg("-m");
    let heard = through(shell, script, task, &folder.file());
    (!heard.is_empty()).then_some(heard)
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_is_said() {
    let folder = Folder::new();
    let Some(heard) = on_a_small_disk("fill", &folder) else { return };
    let said = format!(
        "nothing new is kept: the disk with {} is full; make room on it",
        folder.file().display()
    );
    check_full(&heard, &said);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_on_a_full_disk_is_read() {
    let folder = Folder::new();
    let Some(heard) = on_a_small_disk("brim", &folder) else { return };
    let said = format!(
        "nothing new is kept: the disk with {} is full; make room on it",
        folder.file().display()
    );
    assert_eq!(heard, ["loaded Ok(1)", said.as_str()]);
}
