//! Any bytes as a briefing's files: whatever is in them, loading and printing come to an end, and
//! what is said of them is in its place and safe to print.
//!
//! A line `>>> PATH` begins another file; what stands before the first is briefing.yaml.

#![no_main]

use attache::load::{PreviewFiles, from_files, preview, preview_section};
use attache_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let files = files(bytes);
    hold(&from_files("b", files.iter().copied()), &files);
    let part = PreviewFiles::Memory("b", &files);
    preview(part);
    let sections = files.iter().filter_map(|(path, _)| path.strip_prefix("sections/"));
    for section in sections.filter_map(|name| name.strip_suffix(".yaml")) {
        preview_section(part, section);
    }
});

/// The files that `bytes` hold, no path twice.
fn files(bytes: &[u8]) -> Vec<(&str, &[u8])> {
    let mut files: Vec<(&str, &[u8])> = Vec::new();
    let mut begin = |path, content| {
        if files.iter().all(|(other, _)| *other != path) {
            files.push((path, content));
        }
    };
    let (mut path, mut start, mut at) = ("briefing.yaml", 0, 0);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let next = line.strip_prefix(b">>> ").and_then(|name| std::str::from_utf8(name).ok());
        if let Some(name) = next {
            if at > 0 {
                begin(path, &bytes[start..at]);
            }
            (path, start) = (name.trim_end(), at + line.len());
        }
        at += line.len();
    }
    begin(path, &bytes[start..]);
    files
}
