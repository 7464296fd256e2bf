//! A program in a pseudo-terminal that answers as xterm does.

use std::fs::{self, File};
use std::io::{Read as _, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem as _};
use tempfile::TempDir;

use super::answers::Answers;

/// How long what must come is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// What came of a program.
pub enum Came {
    Bytes(Vec<u8>),
    /// Nothing, in time.
    Nothing,
    /// It is gone.
    End,
}

/// A running program and its terminal.
pub struct Tty {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    answers: Answers,
    /// When it was started.
    pub start: Instant,
    /// Its own folder for what is kept.
    state: TempDir,
    _master: Box<dyn MasterPty + Send>,
}

impl Tty {
    /// Starts a program in a terminal of so many columns and rows, with a copy of what is kept in `state`, or
    /// nothing.
    pub fn start(argv: &[String], (width, height): (u16, u16), state: Option<&Path>) -> Self {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pty = NativePtySystem::default().openpty(size).unwrap();
        let (program, words) = argv.split_first().unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(words);
        command.cwd(std::env::current_dir().unwrap());
        let own = tempfile::tempdir().unwrap();
        if let Some(state) = state {
            copy(state, own.path());
        }
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("LESSHISTFILE", "-")]
        {
            command.env(name, value);
        }
        command.env("XDG_STATE_HOME", own.path());
        command.env("XDG_CONFIG_HOME", own.path());
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        let (send, output) = mpsc::channel();
        thread::spawn(move || {
            let mut chunk = vec![0; 1 << 16];
            // A terminal whose program has ended reads as an error on Linux.
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                if send.send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let start = Instant::now();
        let child = pty.slave.spawn_command(command).unwrap();
        let answers = Answers::default();
        Self { child, output, writer, answers, start, state: own, _master: pty.master }
    }

    /// Types bytes, or answers. A program that is gone takes none.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let _ = self.writer.write_all(bytes.as_ref());
    }

    /// What comes next, which nobody has answered.
    pub fn next(&mut self, time: Duration) -> Came {
        match self.output.recv_timeout(time) {
            Ok(bytes) => Came::Bytes(bytes),
            Err(RecvTimeoutError::Timeout) => Came::Nothing,
            Err(RecvTimeoutError::Disconnected) => Came::End,
        }
    }

    /// What comes next, answered.
    pub fn read(&mut self, time: Duration) -> Came {
        let came = self.next(time);
        if let Came::Bytes(bytes) = &came {
            let answers = self.answers.to(bytes);
            if !answers.is_empty() {
                self.send(answers);
            }
        }
        came
    }

    /// Reads until `word` has come; how long after its start.
    pub fn until(&mut self, word: &str) -> Duration {
        let mut seen = Vec::new();
        loop {
            match self.read(PATIENCE) {
                Came::Bytes(bytes) => seen.extend_from_slice(&bytes),
                _ => panic!("{word} never came: {}", String::from_utf8_lossy(&seen)),
            }
            if memchr::memmem::find(&seen, word.as_bytes()).is_some() {
                return self.start.elapsed();
            }
        }
    }

    /// Reads until nothing has come for `quiet`.
    pub fn until_quiet(&mut self, quiet: Duration) {
        while let Came::Bytes(_) = self.read(quiet) {}
    }

    /// Reads until nothing has come for a while and the program does nothing: all is loaded, however long that takes.
    pub fn until_idle(&mut self) {
        let (quiet, nothing) = (Duration::from_millis(500), Duration::from_millis(1));
        loop {
            let before = self.cpu();
            self.until_quiet(quiet);
            let spent = self.cpu().zip(before).map(|(now, before)| now.saturating_sub(before));
            if spent.unwrap_or_default() < nothing {
                return;
            }
        }
    }

    /// Reads until a moment.
    pub fn until_then(&mut self, then: Instant) {
        loop {
            let left = then.saturating_duration_since(Instant::now());
            if left.is_zero() || matches!(self.read(left), Came::End) {
                return;
            }
        }
    }

    /// Types a key, and reads until the program is gone; how long that took.
    pub fn leave(&mut self, key: &str) -> Duration {
        let start = Instant::now();
        self.send(key);
        while !matches!(self.read(PATIENCE), Came::End) {
            assert!(start.elapsed() < PATIENCE, "it does not leave");
        }
        let took = start.elapsed();
        self.child.wait().unwrap();
        took
    }

    /// Copies what it has kept.
    pub fn keep(&self, to: &Path) {
        copy(self.state.path(), to);
    }

    /// What all its threads together have had of processors; nothing where the system does not tell that.
    pub fn cpu(&self) -> Option<Duration> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.process_id()?)).ok()?;
        let nanoseconds = tasks.flatten().map(|task| {
            let stat = fs::read_to_string(task.path().join("schedstat")).ok()?;
            stat.split(' ').next()?.parse::<u64>().ok()
        });
        nanoseconds.sum::<Option<u64>>().map(Duration::from_nanos)
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Copies a folder, with the times of its files: who comes back left a while ago.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
            let written = entry.metadata().unwrap().modified().unwrap();
            File::options().write(true).open(target).unwrap().set_modified(written).unwrap();
        }
    }
}
