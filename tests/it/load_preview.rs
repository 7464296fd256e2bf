//! What a manifest alone tells, to be seen while the rest is loaded.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fs;

use attache::load::{preview, preview_manifest};

/// The title and the words of the summary that a folder with this manifest alone has.
fn check(manifest: &str, expected: Option<(&str, &str)>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("briefing.yaml"), manifest).unwrap();
    let found = preview(folder.path()).map(|briefing| {
        assert!(briefing.sections.is_empty());
        (briefing.title, briefing.summary.map(|text| text.plain).unwrap_or_default())
    });
    let expected = expected.map(|(title, summary)| (title.to_owned(), summary.to_owned()));
    assert_eq!(found, expected, "{manifest:?}");
}

#[test]
fn the_title_page_is_shown_without_what_it_links() {
    let manifest = "format: 1\ntitle: T\nsummary: See [Ada](actor:ada).\nsections: [one, two]\n";
    check(manifest, Some(("T", "See Ada.")));
    let bundled = preview_manifest("b", manifest.as_bytes()).unwrap();
    assert_eq!((bundled.id.as_str(), bundled.title.as_str()), ("b", "T"));
}

#[test]
fn what_is_unusual_has_no_preview() {
    check("format: [", None);
    let parts = "# a part of the briefing\n".repeat(1000);
    check(&format!("format: 1\ntitle: T\nsections: [one]\n{parts}"), None);
    assert!(preview_manifest("b", b"title: \xff").is_none());
    let folder = tempfile::tempdir().unwrap();
    assert!(preview(folder.path()).is_none());
}
