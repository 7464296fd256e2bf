//! A run of the real program: what is on the disk, what is typed, and what has to come of it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A run of attache in a folder of its own, which is its home, and nothing else in its environment
/// but a UTF-8 locale.
pub(crate) struct Run {
    folder: TempDir,
    args: Vec<OsString>,
    env: Vec<(&'static str, String)>,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Done {
    out: String,
    err: String,
    code: Option<i32>,
}

/// A run with these arguments, separated by blanks; [`Run::arg`] adds those with blanks in them.
pub(crate) fn attache(args: &str) -> Run {
    let folder = TempDir::new().unwrap();
    let args = args.split_whitespace().map(OsString::from).collect();
    let home = folder.path().to_str().unwrap().to_owned();
    Run { folder, args, env: vec![("LANG", "C.UTF-8".to_owned()), ("HOME", home)] }
}

impl Run {
    pub(crate) fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Sets a variable; `LANG` is set already and can be set to something else.
    pub(crate) fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, value.to_owned()));
        self
    }

    /// Lets the run do without any environment variable.
    pub(crate) fn bare(mut self) -> Self {
        self.env.clear();
        self
    }

    /// A file in the folder that it runs in; folders on the way are made.
    pub(crate) fn file(self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// A folder in the folder that it runs in.
    pub(crate) fn folder(self, path: impl AsRef<Path>) -> Self {
        fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    /// Where something in the folder that it runs in is.
    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The command, for tests that wire it up themselves. The folder goes with the run.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_attache"));
        command.args(&self.args).env_clear().envs(self.env.iter().cloned());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs it.
    pub(crate) fn run(&self) -> Done {
        Done::new(&self.command().output().unwrap())
    }

    /// Runs it with its standard output going to `file`.
    pub(crate) fn run_into(&self, file: &str) -> Done {
        let file = File::options().write(true).open(file).unwrap();
        let child = self.command().stdout(file).stderr(Stdio::piped()).spawn().unwrap();
        Done::new(&child.wait_with_output().unwrap())
    }
}

impl Done {
    pub(crate) fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code() }
    }

    /// What it wrote to its standard output.
    pub(crate) fn out(&self) -> &str {
        &self.out
    }

    /// What it wrote to its standard error.
    pub(crate) fn err(&self) -> &str {
        &self.err
    }

    /// It wrote exactly this, no complaint, and ended well.
    #[track_caller]
    pub(crate) fn prints(&self, out: &str) {
        self.ends(0, out, "");
    }

    /// It complained with exactly this sentence, printed nothing, and ended with 1.
    #[track_caller]
    pub(crate) fn fails(&self, sentence: &str) {
        self.ends(1, "", &format!("attache: {sentence}\n"));
    }

    /// It ended with this code and wrote exactly this to its standard output and error.
    #[track_caller]
    pub(crate) fn ends(&self, code: i32, out: &str, err: &str) {
        assert_eq!(self.err, err, "standard error of {self:?}");
        assert_eq!(self.out, out, "standard output of {self:?}");
        assert_eq!(self.code, Some(code), "exit code of {self:?}");
    }

    /// It ended well and without complaint; what it printed is for the test to look at.
    #[track_caller]
    pub(crate) fn succeeds(&self) -> &str {
        assert_eq!((self.err.as_str(), self.code), ("", Some(0)), "{self:?}");
        &self.out
    }
}
