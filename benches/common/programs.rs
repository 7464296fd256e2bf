//! What is started: attache, and `less` on the same text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A program and its arguments.
pub type Argv = Vec<String>;

/// attache on a briefing.
pub fn attache(briefing: &Path) -> Argv {
    vec![installed().to_owned(), briefing.to_str().unwrap().to_owned()]
}

/// A copy of the program, as `cargo install` makes one and as `less` is one: what the linker has just written lies
/// in the system's memory in smaller pieces, and takes longer to start until it is read from the disk anew.
fn installed() -> &'static str {
    static COPY: OnceLock<String> = OnceLock::new();
    COPY.get_or_init(|| {
        let copy = concat!(env!("CARGO_TARGET_TMPDIR"), "/attache").to_owned();
        // Another bench may be running the one before.
        let _ = fs::remove_file(&copy);
        fs::copy(env!("CARGO_BIN_EXE_attache"), &copy).unwrap();
        copy
    })
}

/// The briefing that comes with it.
pub fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty")
}

/// Whether there is a program, which is said if there is none.
#[allow(clippy::print_stderr, reason = "said to who runs the benches")]
pub fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    let found = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if found.is_err() {
        eprintln!("{program} is not here, and is left out");
    }
    found.is_ok()
}

/// Prints a briefing into a file, for `less`.
pub fn print(briefing: &Path, file: &Path) {
    let [program, path] = &attache(briefing)[..] else { unreachable!() };
    let printed = Command::new(program).args(["print", path]).env("LANG", "C.UTF-8").output();
    fs::write(file, printed.unwrap().stdout).unwrap();
}

/// `less` on a printed text.
pub fn less(text: &Path) -> Argv {
    vec!["less".to_owned(), text.to_str().unwrap().to_owned()]
}

/// `less` on a printed text, from the line with `word`.
pub fn less_at(text: &Path, word: &str) -> Argv {
    let lines = fs::read_to_string(text).unwrap();
    let line = lines.lines().position(|line| line.contains(word)).unwrap() + 1;
    vec!["less".to_owned(), format!("+{line}"), text.to_str().unwrap().to_owned()]
}
