//! The real host, read by the real SSH client.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // a test may fail where it stands, or say what it left out

mod host;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::MetadataExt as _;
use std::time::Duration;

use tempfile::TempDir;

use crate::pty::Tty;
use host::{Host, has_ssh, key, listed};

const SIZE: (u16, u16) = (100, 30);
const XTERM: &str = "xterm-256color";
const CODE: &str = "blue heron";

/// Goes from the title page to the second paragraph.
fn read_on(tty: &mut Tty) {
    tty.wait_for("q quit").send("\r").wait_for("¶ 1 of").send("}").wait_for("¶ 2 of");
}

#[track_caller]
fn leave(tty: &mut Tty) {
    tty.send("q");
    assert_eq!(tty.finish(), 0, "{}", tty.screen());
    assert!(!tty.terminal().alternate_screen());
    assert!(!tty.terminal().hide_cursor());
}

#[test]
fn a_code_lets_in_and_a_word_brings_back() {
    if !has_ssh() {
        return;
    }
    let host = Host::new(&["--code", CODE]);
    let mut tty = host.ssh("kim", &[], SIZE, XTERM);
    tty.wait_for("Code:").send("red heron\r");
    // After a slip it is asked again.
    tty.wait(|screen| screen.matches("Code:").count() == 2, "the second question");
    tty.send("Blue-Heron\r").wait_for("kim is new here").wait_for("Your word:");
    tty.send("goose\r").wait_for("again:").send("goose\r");
    read_on(&mut tty);
    tty.send("a").send("Ask about this.\r").wait_for("Ask about this.");
    leave(&mut tty);

    let mut tty = host.ssh("kim", &[], SIZE, XTERM);
    tty.wait_for("Code:").send("blue heron\r").wait_for("The word of kim").send("goose\r");
    tty.wait_for("¶ 2 of").wait_for("Ask about this.");
    leave(&mut tty);

    // Another's word is none of kim's, and a guest sees nothing of it.
    let mut tty = host.ssh(
        "kim",
        &["-o", "NumberOfPasswordPrompts=1", "-o", "PreferredAuthentications=keyboard-interactive"],
        SIZE,
        XTERM,
    );
    tty.wait_for("Code:").send("blue heron\r").wait_for("The word of kim").send("swan\r");
    assert_eq!(tty.finish(), 255);
    let mut tty = host.ssh("kim", &[], SIZE, XTERM);
    tty.wait_for("Code:").send("blue heron\r").wait_for("The word of kim").send("\r");
    tty.wait_for("you read as a guest");
    read_on(&mut tty);
    assert!(!tty.screen().contains("Ask about this."));
    leave(&mut tty);
}

#[test]
fn a_listed_key_lets_in_and_notes_go_out() {
    if !has_ssh() {
        return;
    }
    let home = TempDir::new().unwrap();
    let (known, strange) = (key(&home, "known"), key(&home, "strange"));
    let list = listed(&home, &known);
    let host = Host::at_home(home, &["--keys", &list]);
    let by = |key: &std::path::Path| {
        let key = key.to_str().unwrap().to_owned();
        ["-i".to_owned(), key, "-o".to_owned(), "IdentitiesOnly=yes".to_owned()]
    };
    let (known, strange) = (by(&known), by(&strange));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let strange: Vec<&str> = strange.iter().map(String::as_str).collect();
    let mut tty = host.ssh("anna", &known, SIZE, XTERM);
    read_on(&mut tty);
    tty.send("a").send("Taken along.\r").wait_for("note saved");
    // The line is lost.
    tty.hang_up();
    host.wait_for_log("anna left");
    let notes = host.ask("whoever", &known, &["notes"]);
    assert_eq!(notes.status.code(), Some(0), "{notes:?}");
    assert!(String::from_utf8(notes.stdout).unwrap().contains("Taken along."));
    // The same place again, under whatever name.
    let mut tty = host.ssh("whoever", &known, SIZE, XTERM);
    tty.wait_for("¶ 2 of").wait_for("Taken along.");
    leave(&mut tty);
    for (asked, words) in [("print", "treaty"), ("quiz", "1")] {
        let done = host.ask("anna", &known, &[asked]);
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        assert!(String::from_utf8(done.stdout).unwrap().contains(words), "{asked}");
    }
    let refused = host.ask("anna", &strange, &["print"]);
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(255), 0), "{refused:?}");
    for asked in [&["id"][..], &["notes;", "id"], &["-s", "sftp"], &["print", "--for", "teacher"]] {
        let done = host.ask("anna", &known, asked);
        assert_ne!(done.status.code(), Some(0), "{done:?}");
        assert_eq!(done.stdout, b"", "{done:?}");
    }
    let no_terminal = host.ask("anna", &[&known[..], &["-T"]].concat(), &[]);
    assert_eq!(no_terminal.status.code(), Some(1), "{no_terminal:?}");
    assert!(String::from_utf8(no_terminal.stderr).unwrap().contains("in a terminal"));
}

#[test]
fn readers_have_terminals_of_their_own() {
    if !has_ssh() {
        return;
    }
    let host = Host::new(&["--open", "--motd", "Welcome to class"]);
    let guest = |size, term| {
        let mut tty = host.ssh("lee", &[], size, term);
        tty.wait_for("Your word:").send("\r").wait_for("again:").send("\r");
        tty
    };
    let mut wide = guest((150, 45), XTERM);
    wide.wait_for("Welcome to class");
    read_on(&mut wide);
    let mut old = guest((80, 24), "vt100");
    old.wait_for("q quit").send("\r").wait_for("para 1 of").send("}").wait_for("para 2 of");
    let mut tiny = guest((20, 5), XTERM);
    tiny.wait(|screen| !screen.contains("again:"), "the reader");
    // Each goes on alone.
    wide.send("}").wait_for("¶ 3 of");
    assert!(old.screen().contains("para 2 of"), "{}", old.screen());
    wide.resize(60, 20).wait_for("¶ 3 of");
    old.send("}").wait_for("para 3 of");
    let bytes = String::from_utf8_lossy(&old.bytes);
    assert!(!bytes.contains("\x1b[?2004h") && !bytes.contains("\x1b[38;"), "what no VT100 knows");
    leave(&mut tiny);
    leave(&mut old);
    leave(&mut wide);
}

#[test]
fn a_host_that_ends_says_goodbye_and_keeps_all() {
    if !has_ssh() {
        return;
    }
    let mut host = Host::new(&["--open"]);
    let mut tty = host.ssh("kim", &[], SIZE, XTERM);
    tty.wait_for("Your word:").send("goose\r").wait_for("again:").send("goose\r");
    read_on(&mut tty);
    assert_eq!(host.end(), Some(0));
    tty.wait_for("goodbye");
    assert_eq!(tty.finish(), 0);
    assert!(!tty.terminal().alternate_screen());
    let home = std::mem::replace(&mut host.home, TempDir::new().unwrap());
    let key = home.path().join("state/attache/serve/host_key");
    let before = std::fs::read(&key).unwrap();
    assert_eq!(key.metadata().unwrap().mode() & 0o777, 0o600);
    // Another host in the same home is the same, and knows the reader.
    let host = Host::at_home(home, &["--open"]);
    assert_eq!(std::fs::read(&key).unwrap(), before);
    let mut tty = host.ssh("kim", &[], SIZE, XTERM);
    tty.wait_for("The word of kim").send("goose\r").wait_for("¶ 2 of");
    leave(&mut tty);
}

#[test]
fn what_is_no_client_ends_no_host() {
    let host = Host::new(&["--open"]);
    for said in [&b""[..], b"GET / HTTP/1.0\r\n\r\n", b"SSH-2.0-x\r\n\0\x04\0\0", &[0xff; 4096]] {
        let mut line = TcpStream::connect(host.at).unwrap();
        line.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        line.write_all(said).unwrap();
        line.shutdown(std::net::Shutdown::Write).unwrap();
        let mut heard = Vec::new();
        // However it ends.
        let _ = line.read_to_end(&mut heard);
        assert!(heard.starts_with(b"SSH-2.0-attache"), "{heard:?}");
    }
    if has_ssh() {
        let mut tty = host.ssh("lee", &[], SIZE, XTERM);
        tty.wait_for("Your word:").send("\r").wait_for("again:").send("\r").wait_for("q quit");
        leave(&mut tty);
    }
}

#[test]
fn what_to_type_is_shown() {
    let host = Host::new(&["--code", CODE]);
    let port = host.at.port();
    let command = format!("ssh -p {port} NAME@127.0.0.1");
    let said = host.said("Ctrl-c");
    for words in [command.as_str(), CODE, "SHA256:", "█"] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
}
