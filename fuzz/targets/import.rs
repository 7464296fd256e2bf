//! Any bytes as a file that is imported: behind a first `h`, `m`, `t`, `d` or `e`, a page, Markdown, text, a DOCX
//! or an EPUB. What comes of it is a briefing that checks clean, or a sentence.
//!
//! The parts of a DOCX and of an EPUB stand there as they are, each behind a line `>>> PATH`: no chance makes a
//! ZIP of them.

#![no_main]

use std::io::{Cursor, Write as _};

use attache::import::{ImportInput, ImportOptions, import};
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let (name, bytes) = match kind {
        b'h' => ("page.html", bytes.to_vec()),
        b'm' => ("text.md", bytes.to_vec()),
        b'd' => ("file.docx", packed(bytes)),
        b'e' => ("book.epub", packed(bytes)),
        _ => ("text.txt", bytes.to_vec()),
    };
    for whole in [false, true] {
        let input = ImportInput { name: name.to_owned(), bytes: bytes.clone() };
        if let Err(error) = import(&[input], ImportOptions { whole, ..ImportOptions::default() }) {
            assert!(!error.to_string().contains("none of yours"), "{error}");
        }
    }
});

/// A ZIP of the parts that `bytes` hold.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(path) = line.strip_prefix(b">>> ") {
            let path = String::from_utf8_lossy(path);
            let _ = zip.start_file(path.trim_end(), SimpleFileOptions::default());
        } else {
            let _ = zip.write_all(line);
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
