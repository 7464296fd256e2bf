//! What cannot be imported, as sentences.

use std::io::{Cursor, Write as _};

use attache::import::{ImportInput, ImportOptions, import};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

#[track_caller]
fn check(name: &str, bytes: impl Into<Vec<u8>>, sentence: &str) {
    let input = ImportInput { name: name.to_owned(), bytes: bytes.into() };
    let error = import(&[input], ImportOptions::default()).unwrap_err();
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn what_is_no_text_is_refused() {
    check(
        "a.txt",
        "",
        "a.txt: there are no words in it; if its text is a picture, have it read by a program for that (OCR)",
    );
    check(
        "a.txt",
        " \n\t\n",
        "a.txt: there are no words in it; if its text is a picture, have it read by a program for that (OCR)",
    );
    check(
        "a.md",
        "<!-- nothing -->\n",
        "a.md: there are no words in it; if its text is a picture, have it read by a program for that (OCR)",
    );
    check(
        "a.bin",
        b"\x7fELF\0\0\0".to_vec(),
        "a.bin: it is no text, HTML, DOCX or EPUB; save it as one of them",
    );
    check(
        "a.pdf",
        "%PDF-1.7 ...",
        "a.pdf: it is no text, HTML, DOCX or EPUB; save it as one of them",
    );
    let rich = "a.rtf: it is in Rich Text Format (RTF), which is not read; save it as DOCX";
    check("a.rtf", r"{\rtf1\ansi Words.}", rich);
    let begins = |mime: &str| format!("PK\u{3}\u{4}{}mimetype{mime}PK", "\0".repeat(26));
    for (mime, sentence) in [
        (
            "application/vnd.oasis.opendocument.text",
            "a.odt: it is an OpenDocument file, such as ODT, which is not read; save it as DOCX",
        ),
        ("application/x-krita", "a.odt: it is no text, HTML, DOCX or EPUB; save it as one of them"),
    ] {
        check("a.odt", begins(mime), sentence);
    }
    check("a.txt", b"caf\xe9".to_vec(), "a.txt: its text is not in UTF-8; save it as UTF-8");
}

#[test]
fn utf_16_is_read_where_it_says_so() {
    let bytes: Vec<u8> = "\u{feff}Words.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let input = ImportInput { name: "a.txt".to_owned(), bytes };
    assert!(import(&[input], ImportOptions::default()).is_ok());
}

#[test]
fn what_is_too_large_is_refused() {
    let large = vec![b'a'; (16 << 20) + 1];
    check("a.txt", large, "a.txt: it has more than 16 MB; divide it, or save it as plain text");
    check(
        "a.html",
        "<div>".repeat(10_000),
        "a.html: its elements stand in each other more than 512 deep; save it as plain text",
    );
    let many = "# H\n\nw\n\n".repeat(2001);
    check(
        "a.md",
        many,
        "2001 sections would come of it, and a briefing has 2000 at most; import a part of it at a time",
    );
}

/// A book of one chapter, with a picture of 30 MB.
fn illustrated() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let picture = vec![0; 30 << 20];
    for (name, bytes) in [
        ("mimetype", b"application/epub+zip".as_slice()),
        ("META-INF/container.xml", b"<rootfile full-path='book.opf'/>"),
        (
            "book.opf",
            b"<package><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><itemref idref='a'/></package>",
        ),
        ("map.png", &picture),
        ("a.xhtml", b"<p>See the <img alt='map' src='map.png'>.</p>"),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn pictures_do_not_make_a_book_too_large() {
    let input = ImportInput { name: "a.epub".to_owned(), bytes: illustrated() };
    let imported = import(&[input], ImportOptions::default()).unwrap();
    assert_eq!((imported.summary.words, imported.summary.pictures), (3, 1));
    let mut large = b"PK\x03\x04".to_vec();
    large.resize((128 << 20) + 1, 0);
    check(
        "a.epub",
        large,
        "a.epub: it has more than 128 MB, with its pictures; save it without them",
    );
}

#[test]
fn what_is_nested_without_end_is_read() {
    for deep in ["> ".repeat(50_000), "- ".repeat(5_000), "[".repeat(50_000), "*".repeat(50_000)] {
        let input =
            ImportInput { name: "a.md".to_owned(), bytes: format!("{deep}word\n").into_bytes() };
        let imported = import(&[input], ImportOptions::default()).unwrap();
        assert_eq!(imported.summary.sections, 1);
    }
}

#[test]
fn nothing_is_nothing() {
    let error = import(&[], ImportOptions::default()).unwrap_err();
    assert_eq!(error.to_string(), "there is nothing to import; name a file");
}
