//! What a small part of a briefing tells, to be seen while the rest is loaded.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fs;
use std::path::Path;

use attache::load::{self, PreviewFiles, preview, preview_section};
use attache::model::{Briefing, SectionIx};
use attache::text::{Glyphs, Typesetting};

/// The title and the words of the summary that a folder with this manifest alone has.
fn check(manifest: &str, expected: Option<(&str, &str)>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("briefing.yaml"), manifest).unwrap();
    let found = preview(PreviewFiles::Folder(folder.path())).map(|briefing| {
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
    let files = [("briefing.yaml", manifest.as_bytes())];
    let manifest: &'static str = Box::leak(manifest.to_owned().into_boxed_str());
    let bundled = preview(PreviewFiles::Memory("b", &[(files[0].0, manifest.as_bytes())])).unwrap();
    assert_eq!((bundled.id.as_str(), bundled.title.as_str()), ("b", "T"));
}

#[test]
fn what_is_unusual_has_no_preview() {
    check("format: [", None);
    let parts = "# a part of the briefing\n".repeat(1000);
    check(&format!("format: 1\ntitle: T\nsections: [one]\n{parts}"), None);
    assert!(preview(PreviewFiles::Memory("b", &[("briefing.yaml", b"title: \xff")])).is_none());
    let folder = tempfile::tempdir().unwrap();
    assert!(preview(PreviewFiles::Folder(folder.path())).is_none());
}

/// Every sheet of a section: its words, how each run of them looks, and which of them are links.
fn sheets(briefing: &Briefing, section: &str) -> Vec<String> {
    let all = &briefing.sections;
    let n = all.iter().position(|one| one.id == section).unwrap();
    let setting = Typesetting {
        briefing,
        glyphs: &Glyphs::UNICODE,
        teacher: true,
        slides: false,
        annotations: None,
    };
    let at = SectionIx::new(n);
    let blocks = briefing.blocks().filter(|(block, _)| block.section == at);
    let sheets = blocks.map(|(block, _)| setting.block(block));
    let elements = [setting.opening(at)].into_iter().chain(sheets).map(|sheet| sheet.elements);
    elements.map(|elements| format!("{n} {elements:?}")).collect()
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sections")).unwrap();
    for (path, words) in files {
        fs::write(folder.path().join(path), words).unwrap();
    }
    folder
}

/// The section `two` of a folder with these files reads in the preview as in the whole.
fn reads_the_same(files: &[(&str, &str)]) {
    let folder = folder(files);
    let whole = load::open(folder.path()).briefing.unwrap();
    let part = preview_section(PreviewFiles::Folder(folder.path()), "two").unwrap();
    assert_eq!(sheets(&part, "two"), sheets(&whole, "two"));
}

const MANIFEST: (&str, &str) =
    ("briefing.yaml", "format: 1\ntitle: T\nsections: [one, two, three]\n");
const ONE: (&str, &str) = ("sections/one.yaml", "title: One\nbody:\n  - text: A.\n    id: a\n");
const THREE: (&str, &str) = ("sections/three.yaml", "title: Three\nbody:\n  - text: B.\n");
const ACTORS: (&str, &str) =
    ("actors.yaml", "actors:\n  - {id: ada, name: Ada Lovelace, role: Who she is.}\n");
const LAW: (&str, &str) = (
    "instruments.yaml",
    "instruments:\n  - id: law\n    title: The law\n    articles:\n      - {number: 1, title: T, gist: G.}\n      - {number: 2, title: T, gist: G.}\n",
);

#[test]
fn a_section_alone_reads_as_in_the_whole() {
    let two = "title: Two\nsummary: Of [it](article:2).\nbody:\n  - heading: H\n  - text: >-\n      See [it](article:2), [that](article:law/1), [her](actor:ada), [one](section:one),\n      [a](section:one/a), [b](section:two/p1), [out](https://example.org).\n    evidence: analysis\n    sources: [first, second]\n  - list: [One of [it](article:2)., Two.]\n  - note: It is not.\n    about: p1\n";
    let sources = "sources:\n  - {id: first, title: F}\n  - {id: second, title: S}\n";
    reads_the_same(&[
        MANIFEST,
        ONE,
        (
            "sections/two.yaml",
            &two.replace("list: [One of [it](article:2)., Two.]", "list: [One., Two.]"),
        ),
        THREE,
        ACTORS,
        LAW,
        ("sources.yaml", sources),
    ]);
}

#[test]
fn names_that_a_section_takes_from_elsewhere_are_there() {
    let two = "title: Two\nbody:\n  - text: As [](article:2) says, [](actor:ada) and [](https://example.org) go.\n  - quote: Words.\n    from: ada\n";
    reads_the_same(&[MANIFEST, ONE, ("sections/two.yaml", two), THREE, ACTORS, LAW]);
}

#[test]
fn the_row_below_a_section_names_the_next_one() {
    let folder =
        folder(&[MANIFEST, ONE, ("sections/two.yaml", "title: Two\nbody:\n  - text: A.\n"), THREE]);
    let part = preview_section(PreviewFiles::Folder(folder.path()), "two").unwrap();
    let titles: Vec<_> = part.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["one", "Two", "Three"]);
}

/// No section `two` is to be had quickly from a folder with these files.
fn has_none(files: &[(&str, &str)]) {
    let folder = folder(files);
    let part = preview_section(PreviewFiles::Folder(folder.path()), "two");
    assert!(part.is_none(), "{files:?}");
}

#[test]
fn a_section_that_is_unusual_has_no_preview() {
    let inline = "format: 1\ntitle: T\nsections:\n  - {id: two, title: Two, body: [{text: A.}]}\n";
    let two = ("sections/two.yaml", "title: Two\nbody:\n  - text: A.\n");
    has_none(&[("briefing.yaml", inline)]);
    has_none(&[two]);
    has_none(&[MANIFEST]);
    has_none(&[("briefing.yaml", "format: 1\ntitle: T\nsections: [one]\n"), ONE, two]);
    has_none(&[MANIFEST, ("sections/two.yaml", "title: [\n")]);
    has_none(&[MANIFEST, ("sections/two.yaml", "title: Two\nbody: []\n")]);
    let named = "title: Two\nbody:\n  - text: As [](actor:ada) says, [](section:one) too.\n";
    has_none(&[MANIFEST, ONE, ("sections/two.yaml", named), ACTORS]);
    let named = "title: Two\nbody:\n  - text: As [](actor:ada) says.\n";
    has_none(&[MANIFEST, ("sections/two.yaml", named)]);
    let long = format!("title: Two\nbody:\n  - text: A.\n{}", "# more\n".repeat(100_000));
    has_none(&[MANIFEST, ("sections/two.yaml", &long)]);
}

#[test]
fn every_section_of_the_bundled_briefing_reads_alone_as_in_the_whole() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let whole = load::open(&path).briefing.unwrap();
    for section in &whole.sections {
        let part = preview_section(PreviewFiles::Folder(&path), &section.id).unwrap();
        let (part, whole) = (sheets(&part, &section.id), sheets(&whole, &section.id));
        for (part, whole) in part.iter().zip(&whole) {
            // How many questions come before is not known yet.
            if !whole.contains("For the class") {
                assert_eq!(part, whole);
            }
        }
        assert_eq!(part.len(), whole.len());
    }
}
