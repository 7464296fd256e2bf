//! An account that others share, as `ForceCommand` opens it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::assert_restored;
use super::tty::Tty;

fn read(home: &TempDir, args: &[&str], more: &[(&str, &str)]) -> Tty {
    let mut variables = vec![("HOME", home.path().to_str().unwrap())];
    variables.extend_from_slice(more);
    Tty::attache(args, (120, 40), &variables)
}

fn leave(mut tty: Tty) {
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    assert_restored(&tty);
}

/// The files that are kept for readers.
fn kept(home: &Path) -> Vec<String> {
    let entries = fs::read_dir(home.join(".local/state/attache/readers")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.ends_with(".sqlite3")).collect();
    names.sort();
    names
}

#[test]
fn nothing_leads_out_and_nothing_is_kept() {
    let editor = ("EDITOR", "sh -c 'echo an editor ran >\"$0\"'");
    let variable = ("ATTACHE_RESTRICTED", "1");
    for (args, variables) in
        [(vec!["--restricted"], vec![editor]), (vec![], vec![editor, variable])]
    {
        let home = TempDir::new().unwrap();
        let mut tty = read(&home, &args, &variables);
        tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
        tty.send("\x1a").wait_for("not here: this reader leads to no other program");
        tty.send("aWords").wait_for("Words").send("\x05").wait_for("not here: ");
        tty.send("\r").wait_for("Your note  Words");
        leave(tty);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }
}

#[test]
fn what_readers_leave_is_kept_apart() {
    let home = TempDir::new().unwrap();
    let begin = |name: &str| read(&home, &["--restricted", "--reader", name], &[]);
    let names = ["anna", "Anna", "../../anna", "/etc/passwd", ".."];
    for name in names {
        let mut tty = begin(name);
        tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
        tty.send(&format!("aBy {name}.\r")).wait_for("note saved");
        leave(tty);
    }
    for name in names {
        let mut tty = begin(name);
        tty.wait_for(&format!("Your note  By {name}."));
        leave(tty);
    }
    let expected = [
        "%2e%2e%2f%2e%2e%2fanna.sqlite3",
        "%2e%2e.sqlite3",
        "%2fetc%2fpasswd.sqlite3",
        "%41nna.sqlite3",
        "anna.sqlite3",
    ];
    assert_eq!(kept(home.path()), expected);
    // Nothing stands beside that folder.
    assert_eq!(fs::read_dir(home.path().join(".local/state/attache")).unwrap().count(), 1);
}
