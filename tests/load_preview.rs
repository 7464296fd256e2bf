//! The beginning of a briefing, to be read while the rest is loaded.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fs;

use attache::load::preview;

/// The preview of a folder with one manifest and one section: how many blocks it has.
fn check(manifest: &str, section: &str, expected: Option<usize>) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sections")).unwrap();
    fs::write(folder.path().join("briefing.yaml"), manifest).unwrap();
    fs::write(folder.path().join("sections/one.yaml"), section).unwrap();
    let blocks = preview(folder.path()).map(|briefing| {
        assert_eq!(briefing.sections.len(), 1);
        briefing.sections[0].blocks.len()
    });
    assert_eq!(blocks, expected, "{manifest:?}");
}

const MANIFEST: &str = "format: 1\ntitle: T\nsections: [one, two]\n";

#[test]
fn the_first_section_is_shown_without_what_it_links() {
    let section = "title: One\nbody:\n  - heading: H\n  - text: See [Article 4](article:4).\n";
    check(MANIFEST, section, Some(2));
    check("format: 1\ntitle: T\nsections:\n  - one\n", section, Some(2));
}

#[test]
fn of_a_long_section_only_the_beginning_is_read() {
    let blocks: String = "  - text: >-\n      Some words and - a dash.\n".repeat(1000);
    let folder_of = |blocks: &str| format!("title: One\nbody:\n{blocks}");
    let long = folder_of(&blocks);
    let whole = "  - text: >-\n      Some words and - a dash.\n".len();
    let read = (5 * 1024 - "title: One\nbody:\n".len()).div_ceil(whole);
    check(MANIFEST, &long, Some(read));
}

#[test]
fn what_is_unusual_has_no_preview() {
    let section = "title: One\nbody:\n  - text: Words.\n";
    check("format: 1\ntitle: T\nsections: ['../one']\n", section, None);
    check("format: 1\ntitle: T\nsections: [{id: one}]\n", section, None);
    check("format: [", section, None);
    check(MANIFEST, "title: One\nbody: []\n", None);
    check(MANIFEST, "- [", None);
}
