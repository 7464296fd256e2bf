//! A disk that does not take what a reader leaves, and what becomes of that.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use rusqlite::Connection;

use super::keeping::{Account, kill, leave};
use super::tty::Tty;

/// Another program that holds the state file.
fn hold(account: &Account) -> Connection {
    let other = Connection::open(account.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

fn release(other: &Connection) {
    other.execute_batch("ROLLBACK").unwrap();
}

/// The files with what was not saved.
fn beside(account: &Account) -> Vec<PathBuf> {
    let entries = fs::read_dir(account.folder()).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.to_string_lossy().contains(".unsaved-")).collect()
}

/// What `attache notes` prints.
fn notes(account: &Account) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
    let home = account.home().to_owned();
    let output = command.arg("notes").env("HOME", home).env_remove("XDG_STATE_HOME").output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

/// An account with a state file.
fn account() -> Account {
    let account = Account::new();
    leave(account.begin());
    account
}

/// A reader in the first paragraph.
fn read(account: &Account) -> Tty {
    let mut tty = account.read(&[]);
    tty.wait(|screen| screen.contains("⏎ read") || screen.contains("¶ 1 of"), "a screen");
    if tty.screen().contains("⏎ read") {
        tty.send("\r").wait_for("¶ 1 of");
    }
    tty
}

/// One who has written a note there.
fn write(account: &Account, words: &str) -> Tty {
    let mut tty = read(account);
    tty.send(&format!("a{words}\r"));
    tty
}

/// What is on the terminal after the reader has left it.
fn leave_words(mut tty: Tty) -> String {
    tty.send("q");
    tty.finish();
    let bytes = String::from_utf8_lossy(&tty.bytes).into_owned();
    bytes.rsplit("\x1b[?1049l").next().unwrap().to_owned()
}

#[test]
fn a_held_file_is_told_and_waited_for() {
    let account = account();
    let other = hold(&account);
    let mut tty = write(&account, "Ask the class.");
    tty.wait_for("as long as another program holds").wait_for("not saved yet");
    assert!(!tty.screen().contains("note saved"));
    release(&other);
    tty.wait_for("note saved");
    assert!(!tty.screen().contains("another program"), "{}", tty.screen());
    assert_eq!(account.count("SELECT count(*) FROM note"), 1);
    assert!(!leave_words(tty).contains("attache:"));
}

#[test]
fn what_a_held_file_does_not_take_goes_beside_it() {
    let account = account();
    let other = hold(&account);
    let tty = write(&account, "Ask the class.");
    let said = leave_words(tty);
    assert!(said.contains("another program holds"), "{said}");
    assert!(said.contains("what was not saved is in "), "{said}");
    assert_eq!(beside(&account).len(), 1);
    // It is printed while the file is held, and stays; then it is taken in.
    assert!(notes(&account).contains("Ask the class."));
    assert_eq!(beside(&account).len(), 1);
    release(&other);
    let mut tty = account.read(&[]);
    tty.wait_for("Your note  Ask the class.");
    leave(tty);
    assert_eq!(beside(&account), Vec::<PathBuf>::new());
    assert_eq!(notes(&account).matches("Ask the class.").count(), 1);
}

#[test]
fn a_signal_leaves_a_draft_beside_a_held_file() {
    for signal in ["TERM", "HUP"] {
        let account = account();
        let other = hold(&account);
        let mut tty = read(&account);
        tty.send("aHalf a thou").wait_for("Half a thou");
        kill(&mut tty, signal);
        tty.finish();
        assert_eq!(beside(&account).len(), 1, "SIG{signal}");
        release(&other);
        assert!(notes(&account).contains("Half a thou"), "SIG{signal}");
    }
}

#[test]
fn a_folder_that_is_removed_is_noticed() {
    let account = account();
    let mut tty = write(&account, "The first.");
    tty.wait_for("note saved");
    fs::remove_dir_all(account.folder()).unwrap();
    tty.send("}aThe second.\r").wait_for("was removed while you read").wait_for("note saved");
    leave(tty);
    let printed = notes(&account);
    assert!(printed.contains("The first.") && printed.contains("The second."), "{printed}");
    // Also if nothing is left after that but the reader.
    let mut tty = account.read(&[]);
    // What is cited is known when all is read, and the file is open by then.
    tty.wait_for("¶ 2 of").wait_for("cited here");
    fs::remove_dir_all(account.folder()).unwrap();
    leave(tty);
    assert_eq!(notes(&account), printed);
}

#[test]
fn what_is_read_in_a_file_that_is_damaged_is_kept_in_the_next() {
    let account = account();
    let mut tty = write(&account, "The first.");
    tty.wait_for("note saved");
    let spoil = || Connection::open(account.file()).unwrap().execute_batch("DROP TABLE note");
    spoil().unwrap();
    tty.send("}aThe second.\r").wait_for("what was kept was damaged").wait_for("note saved");
    leave(tty);
    let printed = notes(&account);
    assert!(printed.contains("The first.") && printed.contains("The second."), "{printed}");
    // Also if the damage is only seen when the reader leaves.
    let mut tty = account.read(&[]);
    // What is cited is known when all is read.
    tty.wait_for("¶ 2 of").wait_for("cited here");
    spoil().unwrap();
    tty.send("}aThe third.\r");
    leave(tty);
    let printed = notes(&account);
    assert!(printed.contains("The first.") && printed.contains("The third."), "{printed}");
}

#[test]
fn what_nothing_can_be_kept_in_is_told_in_words() {
    let account = Account::new();
    fs::write(account.home().join(".local"), "a file where a folder should be").unwrap();
    let mut tty = write(&account, "Ask the class.");
    tty.wait_for("not saved yet");
    let said = leave_words(tty);
    assert!(said.contains("here is what you wrote and marked:"), "{said}");
    assert!(said.contains("Note on ") && said.contains("\r\nAsk the class.\r\n"), "{said}");
}
