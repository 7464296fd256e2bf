//! The real binary in a pseudo-terminal, seen through a vt100 parser.

use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};
use tempfile::TempDir;

use super::answers::{ALL, Answer, Answers, NONE};

/// How long a test waits for what must come. Generous: a test machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program and its terminal.
pub(crate) struct Tty {
    /// None of both once it was hung up.
    line: Option<(Box<dyn MasterPty + Send>, Writer)>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    takes: Arc<(Mutex<Takes>, Condvar)>,
    parser: vt100::Parser,
    /// Every byte that it wrote.
    pub(crate) bytes: Vec<u8>,
    /// Its home, unless the test gave it another: no test touches the real one.
    _home: TempDir,
}

/// Where what is typed goes, and what the terminal answers.
type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// What a terminal takes of what the program writes.
#[derive(PartialEq)]
enum Takes {
    All,
    /// No more than it has room for.
    Nothing,
    /// It is about to go away.
    NoMore,
}

fn pty_size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

impl Tty {
    /// `attache` with arguments, in a terminal of a size, with variables on top of a plain
    /// UTF-8 environment.
    pub(crate) fn attache(args: &[&str], size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_attache"), args, size, variables)
    }

    /// The same in a terminal that answers nothing by itself.
    pub(crate) fn silent(args: &[&str], size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        Self::begin(env!("CARGO_BIN_EXE_attache"), args, size, variables, NONE)
    }

    /// A program in a terminal that answers at once what it is asked.
    pub(crate) fn run(
        program: &str,
        args: &[&str],
        size: (u16, u16),
        variables: &[(&str, &str)],
    ) -> Self {
        Self::begin(program, args, size, variables, ALL)
    }

    /// A program in a terminal that answers so much.
    pub(crate) fn begin(
        program: &str,
        args: &[&str],
        (width, height): (u16, u16),
        variables: &[(&str, &str)],
        answers: &'static [Answer],
    ) -> Self {
        let pty = NativePtySystem::default().openpty(pty_size(width, height)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        // By default it is the home, which need not exist.
        command.cwd(std::env::current_dir().unwrap());
        let home = TempDir::new().unwrap();
        command.env("HOME", home.path());
        let plain = [("PATH", "/usr/bin:/bin"), ("TERM", "xterm-256color"), ("LANG", "C.UTF-8")];
        for (name, value) in plain.iter().chain(variables) {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let (send, output) = mpsc::channel();
        let takes = Arc::new((Mutex::new(Takes::All), Condvar::new()));
        let asked = Arc::clone(&takes);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer: Writer = Arc::new(Mutex::new(pty.master.take_writer().unwrap()));
        let answering = Arc::downgrade(&writer);
        let mut answers = Answers::new(answers);
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            // A terminal whose program has ended reads as an error on Linux.
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                let takes = asked.0.lock().unwrap();
                let takes = asked.1.wait_while(takes, |takes| *takes == Takes::Nothing).unwrap();
                if *takes == Takes::NoMore {
                    return;
                }
                // After a hang-up there is nobody to answer to.
                if let Some(writer) = answering.upgrade() {
                    let _ = writer.lock().unwrap().write_all(answers.to(&chunk[..read]).as_bytes());
                }
                if send.send(chunk[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(height, width, 0);
        let line = Some((pty.master, writer));
        Self { line, child, output, takes, parser, bytes: Vec::new(), _home: home }
    }

    /// Types bytes.
    pub(crate) fn send(&mut self, bytes: &str) -> &mut Self {
        let mut writer = self.line.as_ref().unwrap().1.lock().unwrap();
        writer.write_all(bytes.as_bytes()).unwrap();
        writer.flush().unwrap();
        drop(writer);
        self
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.parser.screen_mut().set_size(height, width);
        self.line.as_ref().unwrap().0.resize(pty_size(width, height)).unwrap();
        self
    }

    /// What the screen shows.
    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// The parser's view of the terminal.
    pub(crate) fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Waits until the screen shows `words`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, words: &str) -> &mut Self {
        self.wait(|screen| screen.contains(words), words)
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub(crate) fn wait(&mut self, is_right: impl Fn(&str) -> bool, what: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !is_right(&self.screen()) {
            assert!(self.take(end), "{what} never came:\n{}", self.screen());
        }
        self
    }

    /// Takes some output in; false if there is none any more, or not in time.
    fn take(&mut self, end: Instant) -> bool {
        let left = end.saturating_duration_since(Instant::now());
        let Ok(chunk) = self.output.recv_timeout(left) else { return false };
        self.parser.process(&chunk);
        self.bytes.extend_from_slice(&chunk);
        true
    }

    /// Waits until some bytes come.
    #[track_caller]
    pub(crate) fn wait_for_bytes(&mut self) {
        assert!(self.take(Instant::now() + PATIENCE), "nothing more came:\n{}", self.screen());
    }

    /// How many bytes come within a time.
    pub(crate) fn bytes_within(&mut self, time: Duration) -> usize {
        let before = self.bytes.len();
        let end = Instant::now() + time;
        while self.take(end) {}
        self.bytes.len() - before
    }

    /// Takes nothing from now on but what it has room for, as one that is blocked; or all again.
    pub(crate) fn block(&mut self, blocks: bool) -> &mut Self {
        self.set(if blocks { Takes::Nothing } else { Takes::All });
        self
    }

    /// Goes away, as when a window is closed or a line breaks.
    pub(crate) fn hang_up(&mut self) {
        self.set(Takes::NoMore);
        // Whoever reads wakes by a last frame.
        self.send("\x0c");
        while self.output.recv().is_ok() {}
        self.line = None;
    }

    fn set(&self, takes: Takes) {
        *self.takes.0.lock().unwrap() = takes;
        self.takes.1.notify_all();
    }

    /// Waits for the program's end; its exit code.
    #[track_caller]
    pub(crate) fn finish(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        // Its last bytes may come after it is gone: the terminal ends behind them.
        while self.take(end) {}
        self.code()
    }

    /// Waits for the program's end though nobody takes what it writes; its exit code.
    #[track_caller]
    pub(crate) fn code(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(1));
        }
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
