//! The guard of the local terminal, in a real pseudo-terminal.
//!
//! The child is this very test program, told by an environment variable which scene to play.
#![allow(clippy::unwrap_used)]

use std::io::{self, Read, Write, stdout};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use attache::runtime::signals::{self, Signal};
use attache::runtime::{Capabilities, LocalTerminal};
use portable_pty::{CommandBuilder, ExitStatus, NativePtySystem, PtySize, PtySystem};

const SCENE: &str = "ATTACHE_TEST_SCENE";
const ENTER: &str = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h";
const LEAVE: &str = "\x1b[?2026l\x1b[?69l\x1b[r\x1b[m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

/// A terminal that goes away after so many writes.
struct Gone {
    writes: usize,
}

impl Write for Gone {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = self.writes.checked_sub(1);
        self.writes = left.ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the child plays; run by the other tests, by itself it does nothing.
#[test]
fn child() {
    let Ok(scene) = std::env::var(SCENE) else { return };
    let say = |text: &str| {
        stdout().write_all(text.as_bytes()).unwrap();
        stdout().flush().unwrap();
    };
    let mut terminal = LocalTerminal::enter(stdout(), Capabilities::default()).unwrap();
    assert!(crossterm::terminal::is_raw_mode_enabled().unwrap());
    match scene.as_str() {
        "drop" => say("reading"),
        "leave" => {
            terminal.leave();
            terminal.leave();
        }
        "resume" => {
            terminal.leave();
            assert!(!crossterm::terminal::is_raw_mode_enabled().unwrap());
            terminal.resume().unwrap();
            terminal.resume().unwrap();
        }
        "panic" => {
            terminal.leave_on_panic();
            panic!("the reason");
        }
        "helper panic" => {
            terminal.leave_on_panic();
            assert!(thread::spawn(|| panic!("the reason")).join().is_err());
            say("reading on");
        }
        // The child leads its session: there is no shell to continue it.
        "no shell" => assert!(!terminal.suspend().unwrap()),
        "suspend" => {
            assert!(terminal.suspend().unwrap());
            terminal.resume().unwrap();
        }
        // What was taken is given back; this one is gone before that.
        "gone" => {
            terminal.leave();
            drop(LocalTerminal::enter(Gone { writes: 1 }, Capabilities::default()).unwrap());
            assert!(LocalTerminal::enter(Gone { writes: 0 }, Capabilities::default()).is_err());
        }
        "signal" => {
            let (send, events) = mpsc::channel();
            let tell = move |signal| send.send(signal).is_ok();
            let _listener = signals::catch().unwrap().forward(tell).unwrap();
            say("listening");
            let event = events.recv_timeout(Duration::from_secs(10)).unwrap();
            assert_eq!(event, Signal::Resize);
        }
        other => panic!("no scene {other}"),
    }
    drop(terminal);
    assert!(!crossterm::terminal::is_raw_mode_enabled().unwrap());
}

/// What the child wrote from its entering on, and how it ended. Once it has written `cue` the
/// terminal gets another size.
fn play(scene: &str, cue: Option<&str>) -> (String, ExitStatus) {
    let size = |cols| PtySize { rows: 24, cols, pixel_width: 0, pixel_height: 0 };
    let pty = NativePtySystem::default().openpty(size(80)).unwrap();
    let mut command = CommandBuilder::new("sh");
    let shell = match scene {
        // With job control the child is stopped in the foreground, and the shell goes on.
        "suspend" => "set -m; \"$0\" --exact terminal::child --nocapture; echo stopped; fg",
        _ => "exec \"$0\" --exact terminal::child --nocapture",
    };
    command.args(["-c".as_ref(), shell.as_ref(), std::env::current_exe().unwrap().as_os_str()]);
    // By default it is the home, which need not exist.
    command.cwd(std::env::current_dir().unwrap());
    command.env(SCENE, scene);
    command.env("RUST_BACKTRACE", "0");
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut output = Vec::new();
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut chunk = [0; 4096];
    let mut cue = cue;
    // A pty whose other end is closed reads as an error on Linux.
    while let Ok(read @ 1..) = reader.read(&mut chunk) {
        output.extend_from_slice(&chunk[..read]);
        if cue.take_if(|cue| String::from_utf8_lossy(&output).contains(*cue)).is_some() {
            pty.master.resize(size(100)).unwrap();
        }
    }
    let output = String::from_utf8(output).unwrap();
    let entered = output.find(ENTER).unwrap_or_default();
    (output[entered..].to_owned(), child.wait().unwrap())
}

#[track_caller]
fn check(scene: &str, expect: &str) {
    let (output, status) = play(scene, None);
    assert!(output.starts_with(expect), "{output:?}");
    assert_eq!(output.matches(ENTER).count(), expect.matches(ENTER).count(), "{output:?}");
    assert_eq!(output.matches(LEAVE).count(), expect.matches(LEAVE).count(), "{output:?}");
    assert!(status.success(), "{output}");
}

#[test]
fn the_terminal_is_given_back_once() {
    check("drop", &format!("{ENTER}reading{LEAVE}"));
    check("leave", &format!("{ENTER}{LEAVE}"));
    check("resume", &format!("{ENTER}{LEAVE}{ENTER}{LEAVE}"));
}

#[test]
fn a_panic_is_told_on_the_normal_screen() {
    let (output, status) = play("panic", None);
    assert!(!status.success());
    let left = output.find(LEAVE).unwrap();
    assert!(left < output.find("the reason").unwrap(), "{output:?}");
    assert_eq!(output.matches(LEAVE).count(), 1);
}

#[test]
fn a_panic_of_another_thread_is_told_at_the_end() {
    let (output, status) = play("helper panic", None);
    assert!(status.success(), "{output:?}");
    assert!(output.starts_with(&format!("{ENTER}reading on{LEAVE}")), "{output:?}");
    assert!(output.contains("the reason"), "{output:?}");
}

#[test]
fn without_a_shell_nothing_is_suspended() {
    check("no shell", &format!("{ENTER}{LEAVE}"));
}

#[test]
fn a_suspended_reader_leaves_the_terminal_and_comes_back() {
    let (output, status) = play("suspend", None);
    let mut rest = output.as_str();
    for part in [ENTER, LEAVE, "stopped", ENTER, LEAVE] {
        let (before, after) =
            rest.split_once(part).unwrap_or_else(|| panic!("{part:?} {output:?}"));
        assert!(!before.contains(ENTER) && !before.contains(LEAVE), "{output:?}");
        rest = after;
    }
    assert!(status.success(), "{output}");
}

#[test]
fn a_terminal_that_is_gone_is_no_panic() {
    check("gone", &format!("{ENTER}{LEAVE}"));
}

#[test]
fn a_new_size_is_heard() {
    let (output, status) = play("signal", Some("listening"));
    assert!(status.success(), "{output}");
}
