//! A host, and the SSH client that people have.

use std::fs;
use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::pty::Tty;

/// A running host, on a port that was free.
pub(super) struct Host {
    child: Child,
    pub(super) at: SocketAddr,
    /// What it has said after the first line.
    said: Said,
    /// What it has written down of who came and left.
    log: Said,
    pub(super) home: TempDir,
}

/// What was said so far.
type Said = Arc<Mutex<String>>;

/// How long is waited for what must be said. Generous: a test machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether there is an SSH client; if not, says so.
pub(super) fn has_ssh() -> bool {
    let has = Command::new("ssh").arg("-V").output().is_ok();
    if !has {
        eprintln!("left out: there is no SSH client");
    }
    has
}

impl Host {
    /// A host of the bundled briefing with these arguments, in a home of its own.
    pub(super) fn new(args: &[&str]) -> Self {
        Self::at_home(TempDir::new().unwrap(), args)
    }

    /// The same in a home where one was before.
    pub(super) fn at_home(home: TempDir, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(args).env_clear();
        command.env("HOME", home.path()).env("XDG_STATE_HOME", home.path().join("state"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let at = first.strip_prefix("listening on ").unwrap().parse().unwrap();
        let said = hear(lines);
        let log = hear(BufReader::new(child.stderr.take().unwrap()).lines());
        Self { child, at, said, log, home }
    }

    /// All that it has said, once it says so much.
    #[track_caller]
    pub(super) fn said(&self, words: &str) -> String {
        wait_for(&self.said, words)
    }

    /// Waits until it has written so much down.
    #[track_caller]
    pub(super) fn wait_for_log(&self, words: &str) {
        wait_for(&self.log, words);
    }

    fn arguments(&self, more: &[&str], name: &str) -> Vec<String> {
        let port = self.at.port().to_string();
        let port = ["-p", port.as_str()];
        let common = ["-F", "none", "-o", "StrictHostKeyChecking=no"];
        let known = ["-o", "UserKnownHostsFile=/dev/null", "-o", "GlobalKnownHostsFile=/dev/null"];
        let who = [format!("{name}@127.0.0.1")];
        let all = common.iter().chain(&known).chain(&port).chain(more);
        all.map(|argument| (*argument).to_owned()).chain(who).collect()
    }

    /// `ssh` to it in a terminal.
    pub(super) fn ssh(&self, name: &str, more: &[&str], size: (u16, u16), term: &str) -> Tty {
        let arguments = self.arguments(more, name);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Tty::run("ssh", &arguments, size, &[("TERM", term)])
    }

    /// What `ssh` gives that asks for something and no screen.
    pub(super) fn ask(&self, name: &str, more: &[&str], asked: &[&str]) -> Output {
        let mut command = Command::new("ssh");
        command.args(self.arguments(more, name)).args(asked).stdin(Stdio::null());
        command.env_remove("SSH_AUTH_SOCK").output().unwrap()
    }

    /// Ends it as a system does that shuts down; its exit code.
    pub(super) fn end(&mut self) -> Option<i32> {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, Signal::TERM).unwrap();
        self.child.wait().unwrap().code()
    }
}

fn hear(lines: impl Iterator<Item = io::Result<String>> + Send + 'static) -> Said {
    let said = Said::default();
    let heard = Arc::clone(&said);
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            heard.lock().unwrap().push_str(&(line + "\n"));
        }
    });
    said
}

#[track_caller]
fn wait_for(said: &Said, words: &str) -> String {
    let end = Instant::now() + PATIENCE;
    loop {
        let so_far = said.lock().unwrap().clone();
        if so_far.contains(words) {
            return so_far;
        }
        assert!(Instant::now() < end, "{words} was never said: {so_far}");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A key that `ssh` can use.
pub(super) fn key(home: &TempDir, name: &str) -> PathBuf {
    let path = home.path().join(name);
    let mut make = Command::new("ssh-keygen");
    make.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&path);
    assert!(make.status().unwrap().success());
    path
}

/// A file that lists the key.
pub(super) fn listed(home: &TempDir, key: &std::path::Path) -> String {
    let path = home.path().join("listed");
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    fs::write(&path, format!("# the class\n\n{public}")).unwrap();
    path.to_str().unwrap().to_owned()
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
