//! From exec to the first screen of text, beside `less` on the same text, in a pseudo-terminal; and
//! beside `echo`, which takes what starting any program takes.
#![allow(missing_docs, reason = "criterion's macros make undocumented functions")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot go on shall stop")]

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use portable_pty::{CommandBuilder, NativePtySystem, PtySize, PtySystem};

/// A word of the summary, which both show on their first screen.
const CUE: &str = "promised";

/// Runs a program in a terminal of 120 by 40 until it has shown the cue, and ends it: each time as
/// if it were the first, with nothing kept from before. The time does not include the end.
fn first_screen(program: &str, args: &[&str]) -> Duration {
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pty = NativePtySystem::default().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.cwd(std::env::current_dir().unwrap());
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    let state = tempfile::tempdir().unwrap();
    command.env("XDG_STATE_HOME", state.path());
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command).unwrap();
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = reader.read(&mut chunk) {
        seen.extend_from_slice(&chunk[..read]);
        if String::from_utf8_lossy(&seen).contains(CUE) {
            break;
        }
    }
    let time = start.elapsed();
    let _ = pty.master.take_writer().unwrap().write_all(b"q");
    let _ = child.kill();
    let _ = child.wait();
    time
}

/// A program and its arguments.
type Line<'a> = (&'a str, &'a [&'a str]);

/// The time of so many runs, each after one of the other program, which does not count: side by side,
/// so that what one leaves behind, a disk still busy or a cold cache, meets both alike.
fn runs((program, args): Line, (other, its): Line, number: u64) -> Duration {
    let run = |_| {
        first_screen(other, its);
        first_screen(program, args)
    };
    (0..number).map(run).sum()
}

fn compare(bench: &mut Criterion) {
    let attache = env!("CARGO_BIN_EXE_attache");
    let text = Command::new(attache).arg("print").env("LANG", "C.UTF-8").output().unwrap().stdout;
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    let path = file.path().to_str().unwrap();
    let mut group = bench.benchmark_group("first screen of the bundled briefing");
    group.sample_size(50);
    let (attache, echo): (Line, Line) = ((attache, &[]), ("echo", &[CUE]));
    let has_less = Command::new("less").arg("--version").output().is_ok();
    let other: Line = if has_less { ("less", &[path]) } else { echo };
    group.bench_function("attache", |bench| bench.iter_custom(|n| runs(attache, other, n)));
    group.bench_function("echo", |bench| bench.iter_custom(|n| runs(echo, attache, n)));
    if has_less {
        group.bench_function("less", |bench| bench.iter_custom(|n| runs(other, attache, n)));
    }
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
