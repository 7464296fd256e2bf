//! What the files of `src/` may use of each other, and what others see of them.
//!
//! Paths are resolved as the compiler does it: from the root, from a module above, through what is
//! imported and exported again. What is in macros counts as far as it looks like a path.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod circles;
mod public;
mod source;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use circles::{Graph, circles};
use source::{Modules, Use, rust_files};
use table::{BASE, Layer, layers};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn the_layers() -> Vec<Layer> {
    layers(&fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap())
}

/// Every use of a file of the library by another.
static THE_USES: LazyLock<BTreeSet<Use>> = LazyLock::new(|| {
    let files = rust_files(&root().join("src"));
    let files = files.iter().map(|(file, source)| (file.as_str(), source.as_str()));
    Modules::of(files.filter(|(file, _)| *file != "main.rs")).uses()
});

/// The folder that a file is in.
fn layer_of(file: &str) -> &str {
    file.split('/').next().unwrap_or_default()
}

/// What `uses` has that `layers` do not allow: `ui/links.rs uses runtime::Screen`.
fn forbidden(uses: &BTreeSet<Use>, layers: &[Layer]) -> Vec<String> {
    let is_forbidden = |one: &&Use| {
        let (from, to) = (layer_of(&one.file), &one.path[0]);
        let layer = layers.iter().find(|layer| layer.name == from);
        layer.is_some_and(|layer| to != from && to != BASE && !layer.may_use.contains(to))
    };
    let uses = uses.iter().filter(is_forbidden);
    uses.map(|one| format!("{} uses {}", one.file, one.path.join("::"))).collect()
}

#[test]
fn every_folder_uses_only_the_layers_that_it_may() {
    assert_eq!(forbidden(&THE_USES, &the_layers()), Vec::<String>::new());
}

#[test]
fn every_folder_is_in_the_table() {
    let entries = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let folders: BTreeSet<String> =
        folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    let table: BTreeSet<String> = the_layers().into_iter().map(|layer| layer.name).collect();
    assert_eq!(folders, table);
}

#[test]
fn arrows_only_point_down_the_table() {
    let layers = the_layers();
    for (at, layer) in layers.iter().enumerate() {
        let below: Vec<&String> = layers[at + 1..].iter().map(|layer| &layer.name).collect();
        let up = layer.may_use.iter().filter(|other| **other != layer.name);
        let up: Vec<&String> = up.filter(|other| !below.contains(other)).collect();
        assert_eq!(up, Vec::<&String>::new(), "{} may use what stands above it", layer.name);
    }
}

/// The layers that are not free of circles yet.
const WITH_CIRCLES: [&str; 1] = ["app"];

/// The circles among the files of each folder.
fn circles_of(uses: &BTreeSet<Use>) -> BTreeMap<&str, BTreeSet<BTreeSet<&str>>> {
    let mut graphs: BTreeMap<&str, Graph> = BTreeMap::new();
    let inside = |one: &&Use| !one.is_reexport && layer_of(&one.file) == layer_of(&one.defined_in);
    for one in uses.iter().filter(inside) {
        let graph = graphs.entry(layer_of(&one.file)).or_default();
        graph.entry(&one.file).or_default().insert(&one.defined_in);
    }
    let found = graphs.into_iter().map(|(layer, graph)| (layer, circles(&graph)));
    found.filter(|(_, circles)| !circles.is_empty()).collect()
}

#[test]
fn no_files_of_a_folder_use_each_other_in_a_circle() {
    let mut found = circles_of(&THE_USES);
    for layer in WITH_CIRCLES {
        assert!(found.remove(layer).is_some(), "{layer} is free of circles now: say so here");
    }
    assert_eq!(found, BTreeMap::new());
}

/// `app/open.rs uses ui::Line of ui/lines.rs`
/// The files of `app/` that go between its owners are those that the map names.
#[test]
fn the_app_itself_stands_where_the_map_says() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let told = map.split_once("`impl App` stands in").unwrap().1.split("\n\n").next().unwrap();
    let is_file = |word: &&str| Path::new(word).extension().is_some_and(|end| end == "rs");
    let told: BTreeSet<&str> = told.split('`').filter(is_file).collect();
    let files = rust_files(&root().join("src"));
    let stands = files.iter().filter(|(_, source)| source.contains("\nimpl App {"));
    let stands: BTreeSet<&str> = stands.filter_map(|(file, _)| file.strip_prefix("app/")).collect();
    assert_eq!(told, stands);
}

fn tell(one: &Use) -> String {
    let kind = if one.is_reexport { "re-exports" } else { "uses" };
    format!("{} {kind} {} of {}", one.file, one.path.join("::"), one.defined_in)
}

/// What the binary, the tests, the benches, the fuzz targets and the pictures do not name is no one's
/// but the library's own, and the compiler can tell when it is dead.
#[test]
fn what_is_public_is_used_outside() {
    let library = rust_files(&root().join("src"));
    let mut others =
        vec![("main.rs".to_owned(), fs::read_to_string(root().join("src/main.rs")).unwrap())];
    for folder in ["tests", "benches", "docs/pictures", "fuzz/src", "fuzz/targets"] {
        others.extend(rust_files(&root().join(folder)));
    }
    assert_eq!(public::unused(&library, &others), Vec::<String>::new());
}

#[test]
fn a_use_is_seen_however_it_is_written() {
    let check = |source: &str, expected: &[&str]| {
        let files = [
            ("lib.rs", "pub mod app; pub mod ui;"),
            ("ui/mod.rs", "mod lines; pub use lines::Line;"),
            ("ui/lines.rs", "pub struct Line;"),
            ("app/mod.rs", "mod open; mod stack;"),
            ("app/stack.rs", "pub struct Stack;"),
            ("app/open.rs", source),
        ];
        let uses: Vec<String> = Modules::of(files).uses().iter().map(tell).collect();
        let uses: Vec<_> = uses.iter().filter_map(|one| one.strip_prefix("app/open.rs ")).collect();
        assert_eq!(uses, expected, "{source}");
    };
    let line = &["uses ui::Line of ui/lines.rs"];
    check("use crate::ui::Line;", line);
    check(
        "use crate::{app::stack::Stack as Pile, ui::{Line}};",
        &["uses app::stack::Stack of app/stack.rs", "uses ui::Line of ui/lines.rs"],
    );
    check("use crate::ui::{self as drawn};", &["uses ui of ui/mod.rs"]);
    check("fn f(_: super::super::ui::Line) {}", line);
    check("fn f() { crate::ui::Line; }", line);
    check("fn f() { println!(\"{}\", g(crate::ui::Line)); }", line);
    check("macro_rules! m { () => { $crate::ui::Line }; }", line);
    check("mod inner { fn f(_: super::super::super::ui::Line) {} }", line);
    check(
        "use super::stack; fn f(_: stack::Stack) {}",
        &["uses app::stack of app/stack.rs", "uses app::stack::Stack of app/stack.rs"],
    );
    check("use std::fs; fn f() { fs::read(ui::Line); }", &[]);
    check("/// See crate::ui::Line.\npub(in crate::app) fn f() {}", &[]);
    check("pub use crate::ui::Line;", &["re-exports ui::Line of ui/lines.rs"]);
}

#[test]
fn a_forbidden_use_would_be_seen() {
    let document = "\
# Layers
| folder | is | may use |
|---|---|---|
| `cli/` | everything `else` | all |
| `ui/` | drawn | all but `cli` `app` |
| `app/` | the state | `text` |
| `text/` | set | nothing |
| `base/` | common | nothing |

| another | table |
";
    let layers = layers(document);
    let check = |file: &str, source: &str, expected: &[&str]| {
        let files = [("lib.rs", ""), ("ui/mod.rs", ""), ("text/mod.rs", ""), ("base/mod.rs", "")];
        let uses = Modules::of(files.into_iter().chain([(file, source)])).uses();
        assert_eq!(forbidden(&uses, &layers), expected, "{source}");
    };
    check("app/a.rs", "use crate::{text::Line, base::cut};", &[]);
    check("app/a.rs", "use super::super::ui::view;", &["app/a.rs uses ui::view"]);
    check("text/a.rs", "pub use crate::ui;", &["text/a.rs uses ui"]);
    check("cli/a.rs", "use crate::ui::view;", &[]);
}

#[test]
fn a_circle_would_be_seen() {
    let check = |files: &[(&str, &str)], expected: &[&[&str]]| {
        let uses = Modules::of(files.iter().copied()).uses();
        let found: Vec<Vec<&str>> = circles_of(&uses)
            .into_values()
            .flatten()
            .map(|circle| circle.into_iter().collect())
            .collect();
        assert_eq!(found, expected);
    };
    // Children that use each other through their parent, one way.
    check(
        &[
            ("text/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
            ("text/a.rs", "use super::B;"),
            ("text/b.rs", "pub struct B;"),
        ],
        &[],
    );
    // And both ways, with a third between.
    check(
        &[
            ("text/mod.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B;"),
            ("text/a.rs", "use super::B; pub struct A;"),
            ("text/b.rs", "use super::c; pub struct B;"),
            ("text/c.rs", "fn f(_: super::A) {}"),
        ],
        &[&["text/a.rs", "text/b.rs", "text/c.rs"]],
    );
    // A parent that uses a child which uses what the parent defines.
    check(
        &[
            ("text/mod.rs", "mod a; pub struct B; fn f() { a::a(); }"),
            ("text/a.rs", "use super::B; pub fn a() {}"),
        ],
        &[&["text/a.rs", "text/mod.rs"]],
    );
}

#[test]
fn what_is_public_for_nobody_would_be_seen() {
    let check = |library: &str, outside: &str, expected: &[&str]| {
        let file = |source: &str| [("a.rs".to_owned(), source.to_owned())];
        assert_eq!(public::unused(&file(library), &file(outside)), expected, "{library}");
    };
    check("pub fn f() {} pub fn g() {} fn h() {}", "attache::f();", &["a.rs: g"]);
    check("pub fn f(_: A) -> Vec<B> {} pub struct A; pub enum B {}", "f();", &[]);
    check("pub struct A { pub b: B, c: C } pub struct B; pub struct C;", "A", &["a.rs: C"]);
    check("pub enum A { B(B) } pub type B = C; pub struct C;", "x!(A)", &[]);
    check("pub struct A; impl A { pub fn f() {} pub fn g() {} }", "A::f()", &["a.rs: A::g"]);
    check("pub struct A; impl A { pub fn f() {} }", "x.f()", &["a.rs: A", "a.rs: A::f"]);
    check("pub struct A; impl I for A { type T = B; } pub struct B;", "A", &[]);
    check("pub fn f() { A::g() } pub struct A;", "f()", &["a.rs: A"]);
    check("pub(crate) fn f() {}", "", &[]);
}
