//! A file that is read alone shows what the whole shows of it.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::fs;
use std::sync::Arc;

use super::{Laid, Plan, Workspace, alone};
use crate::diagnostic::Diagnostic;

const FILES: [(&str, &str); 5] = [
    ("briefing.yaml", "format: 1\ntitle: T\nsections: [one, two]\n"),
    (
        "instruments.yaml",
        "instruments:\n  - {id: a, title: A, articles: [{number: 1, text: \"1. One.\\n2. Two.\"}, \
         {number: 2, see: [\"1(2)\"]}]}\n",
    ),
    (
        "actors.yaml",
        "actors:\n  - {id: kim, name: Kim Port}\n  - {id: lee, name: Lee, relations: [{to: kim, label: x}]}\n",
    ),
    (
        "sections/one.yaml",
        "title: One\nbody:\n  - text: Here Kim Port and [two](section:two/c).\n  - id: b\n    text: By \
         [](article:1(2)).\n",
    ),
    ("sections/two.yaml", "title: Two\nbody:\n  - id: c\n    text: See [b](section:one/b).\n"),
];

/// A file with `others` in the place of `words`: read alone it has the faults that it has in the whole, if
/// any.
#[track_caller]
fn check(inner: &str, (words, others): (&str, &str), is_faulty: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("sections")).expect("a folder");
    for (path, text) in FILES {
        fs::write(folder.path().join(path), text).expect("a file");
    }
    let path = folder.path().to_owned();
    let mut before = Plan { path, is_folder: true, laid: Laid::new(), touches: 0 }.load();
    let (_, text) = FILES.iter().find(|(path, _)| *path == inner).expect("one of them");
    assert!(text.contains(words), "{words}");
    let text: Arc<str> = text.replacen(words, others, 1).into();
    let mut plan = before.plan.clone();
    let found = alone::read(&mut before, inner, &text).diagnostics;
    let name = plan.name(inner);
    plan.laid.insert(inner.to_owned(), text);
    let whole = plan.load().diagnostics;
    let expected: Vec<Diagnostic> =
        whole.into_iter().filter(|fault| *fault.at.file == *name).collect();
    assert_eq!(found, expected, "{others}");
    assert_eq!(!found.is_empty(), is_faulty, "{others}: {found:?}");
}

#[test]
fn a_section_alone_has_the_faults_that_it_has_in_the_whole() {
    let check = |change, is_faulty| check("sections/one.yaml", change, is_faulty);
    check(("title", "title"), true); // an actor without a link
    check(("Kim Port", "[Kim](actor:kim)"), false);
    check(("Kim Port", "[Kim](actor:kin)"), true);
    check(("section:two/c", "section:two/d"), true);
    check(("section:two/c", "section:one/b"), true);
    check(("section:two/c", "section:one/p1"), true);
    check(("section:two/c", "section:six"), true);
    check(("id: b", "id: p1"), true);
    check(("article:1(2)", "article:1(3)"), true);
    check(("body:", "body: ["), true);
    check(("body:", "boody:"), true);
    check(("title: One\n", ""), true);
}

#[test]
fn a_list_alone_has_the_faults_that_it_has_in_the_whole() {
    check("actors.yaml", ("to: kim", "to: kin"), true);
    check("actors.yaml", ("id: lee", "id: kim"), true);
    check("actors.yaml", ("name: Lee", "nam: Lee"), true);
    check("actors.yaml", ("actors:\n", "actors: 7\nx:\n"), true);
    check("actors.yaml", ("id: kim", "id: kin"), true);
    check("instruments.yaml", ("1(2)", "1(3)"), true);
    check("instruments.yaml", ("1(2)", "3"), true);
    check("instruments.yaml", ("number: 2", "number: 1"), true);
    check("instruments.yaml", ("title: A", "parties: [lee, kin], title: A"), true);
}

#[test]
fn briefing_yaml_alone_has_the_faults_that_it_has_in_the_whole() {
    let check = |change, is_faulty| check("briefing.yaml", change, is_faulty);
    check(("title: T", "title: U"), false);
    check(("[one, two]", "[two, one]"), false);
    check(("[one, two]", "[one, tow]"), true);
    check(("[one, two]", "[one, one, two]"), true);
    check(("[one, two]", "[one]"), false);
    check(("[one, two]", "[]"), true);
    check(("format: 1", "format: 1\nlanguage: no language"), true);
    check(("format: 1", "format: 1\nsummary: By [](article:1(3)) and [](section:one/b)."), true);
    check(("format: 1", "format: 1\nsummary: By [](article:1(2)) and [](section:one/b)."), false);
    check(("format: 1", "format: 1\nsummary: By [](actor:kim), [](section:two/d)."), true);
    check(("format: 1", "format: 1\ntitel: T"), true);
    check(("[one, two]", "[one, {id: two, title: T, body: [A.]}]"), true);
    let inline = "[one, two, {id: six, title: Six, body: [Kim Port., \"[](actor:kin)\"]}]";
    check(("[one, two]", inline), true);
    check(("format: 1", "format: 1\nterms: [{id: a, term: A}, {id: a, term: B}]"), true);
}

#[test]
fn a_text_that_is_too_long_is_told_of_and_not_cut() {
    let long = format!("actors:{}\n", " ".repeat(64 << 20));
    check("actors.yaml", ("actors:", &long), true);
}

#[test]
fn a_change_on_the_disk_while_the_whole_is_read_is_not_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("briefing.yaml"), "format: 1\ntitle: T\n").expect("a file");
    let mut workspace = Workspace::new(folder.path());
    let before = workspace.now().load();
    workspace.touch();
    workspace.adopt(before);
    let plan = workspace.plan().expect("what was read is old");
    workspace.adopt(plan.load());
    assert!(workspace.plan().is_none(), "all is known as it is");
}
