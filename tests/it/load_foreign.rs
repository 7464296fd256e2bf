//! Files that are no briefings: each is named for what it is, by its beginning.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fs;

use attache::diagnostic::one_line;
use attache::load::{Stream, find};

const REMEDY: &str = "write a briefing of what is in it: a YAML file that begins with `format: 1` and \
                      `title: ...`; docs/format.md, which comes with attache, says how";

/// The same for what can be imported.
const IMPORT: &str = "make one of it: attache import FILE -o FOLDER";

/// What is said of a file, and of the same bytes from a pipe; nothing if it may be a briefing.
#[track_caller]
fn check(name: &str, bytes: impl AsRef<[u8]>, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, &bytes).unwrap();
    let root = format!("{}/", folder.path().display());
    let faults = [find(&path).err(), Stream::read(name, bytes.as_ref()).err()];
    for fault in faults {
        let said = fault.as_ref().map(|fault| one_line(fault).replace(&root, ""));
        let wanted = format!("{name}: error[no-briefing]: {expected}");
        assert_eq!(said, Some(wanted).filter(|_| !expected.is_empty()));
        let help = fault.and_then(|fault| fault.help);
        let imported = ["Markdown", "plain text", "HTML", "DOCX", "EPUB"];
        let can_be_imported = imported.iter().any(|kind| expected.contains(kind));
        let remedy = if can_be_imported { IMPORT } else { REMEDY };
        assert_eq!(help.as_deref(), Some(remedy).filter(|_| !expected.is_empty()));
    }
}

/// A zip archive's first headers, with these names of files.
fn zip(names: &[&str]) -> Vec<u8> {
    let entry = |name: &&str| {
        let size = u16::try_from(name.split(' ').next().unwrap().len()).unwrap().to_le_bytes();
        [b"PK\x03\x04".as_slice(), &[0; 22], &size, &[0; 2], name.replace(' ', "").as_bytes()]
            .concat()
    };
    names.iter().map(entry).collect::<Vec<_>>().concat()
}

#[test]
fn documents() {
    check("a.pdf", "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj", "this is a PDF document, not a briefing");
    check("a.yaml", "junk of a mailer\n%PDF-1.4\n", "this is a PDF document, not a briefing");
    let epub = "mimetype application/epub+zip";
    check("a.epub", zip(&[epub, "META-INF/container.xml"]), "this is an EPUB book, not a briefing");
    let word = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"];
    check("a.docx", zip(&word), "this is a Word document (DOCX), not a briefing");
    check("a.pptx", zip(&["[Content_Types].xml"]), "this is an Office document, not a briefing");
    check(
        "a.doc",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
        "this is an Office document, not a briefing",
    );
    let text = "mimetype application/vnd.oasis.opendocument.text";
    check("a.odt", zip(&[text]), "this is an OpenDocument file, not a briefing");
    check(
        "a.rtf",
        "{\\rtf1\\ansi Hello}",
        "this is a document in Rich Text Format, not a briefing",
    );
    let mobi = [&[b'a'; 60], b"BOOKMOBI".as_slice(), &[0; 20]].concat();
    check("a.mobi", mobi, "this is an e-book, not a briefing");
    check("a.tex", "\\documentclass{article}\n", "this is a LaTeX document, not a briefing");
}

#[test]
fn pages() {
    for page in [
        "<!DOCTYPE html>\n<html><title>A</title></html>",
        "\u{feff}\n  <HTML lang=en><body>Hello",
        "<!-- saved -->\n<html>",
        "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<h1>Hello</h1>\n<p>There: this.</p>",
    ] {
        check("a.html", page, "this is an HTML page, not a briefing");
    }
    check("a.xml", "<?xml version='1.0'?><feed/>", "this is an XML document, not a briefing");
    check(
        "a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "this is a picture, not a briefing",
    );
}

#[test]
fn markdown() {
    for text in [
        "# A heading\n\nSome words.\n",
        "A heading\n=========\n\nNote: some words.\n",
        "Some words with a [link](https://example.org).\n\n- and: a list: of\n",
        "It is **quite** plain.\n\nSee also: that\n",
        "How to write one:\n\n```yaml\nformat: 1\ntitle: T\n```\n",
        "---\ntitle: A post\ndate: 2024-01-01\n---\n\nSome words.\n",
        "---\r\ntitle: A post\r\n---\r\nSome words.\r\n",
        "<p align=center><img src=a.png></p>\n\n# A heading\n\nSome words.\n",
    ] {
        check("a", text, "this is Markdown, not a briefing");
    }
    for body in [
        "\n# Head\n\nbody: text\n",
        "# Head\n",
        "\n## Head\n\nNote: that\n\n---\n\nSee: this\n",
        "\n- milk\n- eggs\n",
        "\nSome words.\n\n---\n\nMore.\n",
        "Some words: there are many: so\n",
    ] {
        for front in [
            "---\ntitle: Front matter\nauthor: x\n---\n",
            "---\ntitle: Front matter\ntags: [a, b]\n...\n",
            "--- \ntitle: Front matter\nformat: html\n---\n",
            "\u{feff}---\n---\n",
        ] {
            let text = format!("{front}{body}");
            check("fm.md", &text, "this is Markdown, not a briefing");
            check("fm.yaml", &text, "this is Markdown, not a briefing");
            let text = text.replace('\n', "\r\n");
            check("fm", &text, "this is Markdown, not a briefing");
        }
    }
    check("a.md", "---\ntitle: T\n---\nNote: that\n", "this is Markdown, not a briefing");
    check("a.md", "Some words.\n", "this is Markdown, not a briefing");
    check("README.md", include_str!("../../README.md"), "this is Markdown, not a briefing");
    check("format.md", include_str!("../../docs/format.md"), "this is Markdown, not a briefing");
}

#[test]
fn prose() {
    for text in [
        "Some words.\n",
        "Dear Sir: I write to you\nabout the harbour: it is full.\n",
        "Call me Ishmael. Some years ago - never mind how long precisely.\n\nIt was: so.\n",
        "조약의 본문은 다음과 같다.\n",
        "To be said: \"much\n",
    ] {
        check("a.yaml", text, "this is plain text, not a briefing");
    }
    check("a.txt", "this: [ is no yaml\n", "this is plain text, not a briefing");
    check("a.txt", "Note: that\n", "this is plain text, not a briefing");
    check("a.txt", b"caf\xE9, th\xE9\n", "this is plain text, not a briefing");
    check("LICENSE", include_str!("../../LICENSE-MIT"), "this is plain text, not a briefing");
    check("Cargo.toml", include_str!("../../Cargo.toml"), "this is plain text, not a briefing");
}

#[test]
fn what_is_no_text() {
    check("a.png", b"\x89PNG\r\n\x1a\n\0\0", "this is a picture, not a briefing");
    check("a.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "this is a picture, not a briefing");
    check("a.zip", zip(&["a.yaml"]), "this is a compressed archive, not a briefing");
    check("a.yaml.gz", b"\x1F\x8B\x08\0", "this is a compressed archive, not a briefing");
    check("a", b"\x7FELF\x02\x01\x01\0\0", "this is no text, so it is no briefing");
}

/// Whatever may have been meant as a briefing is read as one, and its faults are told.
#[test]
fn a_briefing_with_faults_is_one() {
    let utf16: Vec<u8> =
        "format: 1\ntitle: T\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a.yaml", [b"\xFF\xFE".as_slice(), &utf16].concat(), "");
    check("a.yaml", utf16, "");
    for text in [
        "",
        "\n",
        "# only a comment\n",
        "format: 1\ntitle: T\n",
        "\u{feff}format: 1\n",
        "# A heading\n\ntitle: [\n",
        "format 1\ntitle: **T**\n",
        "---\nformat: 1\ntitle: T\n---\nwhat is this?\n",
        "---\ntitle: T\nsections: []\n",
        "---\ntitle: T\n---\nbody: text\n",
        "---\ntitle: T\n---\n# A comment\nid: one\nbody: text\n",
        "---\ntitle: T\n---\n# A comment\n\nformat: 1\ntitle: [\n",
        "---\ntitle: T\n---\nid: one\n---\nid: two\n",
        "---\nformat: 1\ntitle: T\n---\n# Head\n\nSome words.\n",
        "this: [ is no yaml\n",
        "this: [ is no yaml",
        "\n---\n# It is\nthis: [ is no yaml\n",
        "some-key_2:\n\t- tab\n",
        "{\"this\": [ is no yaml\n",
        "tilte: T\nfromat: 1\n",
        "{\"format\": 1, \"title\": [}\n",
        "- id: one\n- id: two\n",
        "title: T\nsections:\n- id: a\n  body:\n  - text: It begins with\n%PDF-\n",
        "summary: A <p> of [a](https://example.org)\n  bad: x\n",
    ] {
        let text = text.replace("\n%PDF-", " %PDF-");
        check("a.yaml", text, "");
    }
}

/// A file that is larger than what is looked at may end in the middle of anything there.
#[test]
fn a_long_file_is_judged_by_its_beginning() {
    let long = "word: \"a value\"\n".repeat(10_000).replacen("word", "other", 1);
    check("a.yaml", format!("{long}title: T\n"), "");
    check(
        "a",
        "It is said: many words, here: é.\n".repeat(10_000),
        "this is plain text, not a briefing",
    );
}
