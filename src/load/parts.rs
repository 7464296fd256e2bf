//! Which file gives which part of the briefing.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::cx::{Cx, Effort, Fields, peek, spelling};
use super::faults::{Fault, Faults};
use super::file::File;
use super::id::{AN_ID, bad_id, is_id};
use super::ids::Ids;
use super::raw::{Node, Value};
use super::rule::{
    DUPLICATE, EMPTY, MISSING_KEY, SECTION_FILE, TWICE, TYPE, UNKNOWN_FILE, UNLISTED,
};
use super::words::short;
use crate::diagnostic::Place;

/// The file that makes a folder a briefing.
pub(super) const BRIEFING: &str = "briefing.yaml";

/// The other files, each with the keys of the parts that it gives.
const FILES: [(&str, &[&str]); 6] = [
    ("instruments.yaml", &["instruments"]),
    ("actors.yaml", &["actors"]),
    ("glossary.yaml", &["terms"]),
    ("timeline.yaml", &["events"]),
    ("sources.yaml", &["sources"]),
    ("questions.yaml", &["discussion", "quiz"]),
];

const KEYS: &[&str] = &[
    "format",
    "title",
    "subtitle",
    "summary",
    "language",
    "date",
    "updated",
    "authors",
    "license",
    "sections",
    "instruments",
    "actors",
    "terms",
    "events",
    "sources",
    "discussion",
    "quiz",
];

/// The names of a briefing's files, without those of sections.
pub(super) fn names() -> impl Iterator<Item = &'static str> + Clone {
    FILES.iter().map(|(path, _)| *path).chain([BRIEFING])
}

/// Whether `path` is that of a section.
pub(super) fn is_section(path: &str) -> bool {
    path.strip_prefix("sections/").is_some_and(|name| !name.contains('/'))
}

/// Whether a file at the top of a briefing's folder belongs to it.
pub(super) fn is_part(name: &str) -> bool {
    names().any(|part| part == name)
}

/// An item of a part, and the file that it stands in.
pub(super) struct Item<'a> {
    pub(super) file: usize,
    pub(super) node: Node<'a>,
}

/// A section that is listed, in the order of reading.
pub(super) struct SectionPart<'a> {
    pub(super) id: String,
    /// Where it was listed.
    pub(super) listed: (usize, Range<usize>),
    /// Its content: `None` if its file could not be read.
    pub(super) item: Option<Item<'a>>,
    /// Whether the content stands inline, with a key `id`.
    pub(super) inline: bool,
}

/// A briefing, taken apart.
#[derive(Default)]
pub(super) struct Parts<'a> {
    /// What briefing.yaml has besides parts, and which file it is.
    pub(super) meta: Option<(usize, Fields<'a>)>,
    pub(super) sections: Vec<SectionPart<'a>>,
    /// Ids that are listed and have no file.
    pub(super) absent: Vec<String>,
    /// The other parts by key.
    pub(super) lists: BTreeMap<&'static str, Vec<Item<'a>>>,
    /// The keys of parts whose file could not be read.
    pub(super) lost: BTreeSet<&'static str>,
}

struct Sorter<'c, 'a> {
    files: &'a [File],
    trees: Vec<Option<Node<'a>>>,
    faults: &'c mut Faults,
    effort: &'c Effort,
    none: Ids,
    parts: Parts<'a>,
    paths: HashMap<&'a str, usize>,
    used: BTreeSet<usize>,
    /// Where each section was listed first.
    listed: HashMap<String, (usize, Range<usize>)>,
}

/// Finds the parts in the trees of `files`. A file without a tree is one that could not be
/// read, which has been reported.
pub(super) fn sort<'a>(
    files: &'a [File],
    trees: Vec<Option<Node<'a>>>,
    faults: &mut Faults,
    effort: &Effort,
) -> Parts<'a> {
    let mut sorter = Sorter {
        files,
        trees,
        faults,
        effort,
        none: Ids::default(),
        parts: Parts::default(),
        paths: files.iter().enumerate().map(|(at, file)| (file.path.as_str(), at)).collect(),
        used: BTreeSet::new(),
        listed: HashMap::new(),
    };
    sorter.unknown_files();
    match sorter.tree(BRIEFING) {
        Some((file, Some(node))) => sorter.manifest(file, node),
        _ => sorter.every_section(),
    }
    sorter.part_files();
    sorter.parts
}

impl<'a> Sorter<'_, 'a> {
    fn find(&self, path: &str) -> Option<usize> {
        self.paths.get(path).copied()
    }

    /// The file at a path, and its tree if it has one.
    fn tree(&mut self, path: &str) -> Option<(usize, Option<Node<'a>>)> {
        let file = self.find(path)?;
        self.used.insert(file);
        Some((file, self.trees.get_mut(file).and_then(Option::take)))
    }

    fn cx<T>(&mut self, file: usize, work: impl FnOnce(&mut Cx<'_>) -> T) -> Option<T> {
        let Self { files, faults, effort, none, .. } = self;
        let file = files.get(file)?;
        Some(work(&mut Cx { file, ids: none, faults, effort }))
    }

    fn place(&self, file: usize, range: Range<usize>) -> Option<Place> {
        self.files.get(file).map(|file| file.place(range))
    }

    fn manifest(&mut self, file: usize, node: Node<'a>) {
        let fields = self.cx(file, |cx| cx.fields(node, BRIEFING, KEYS)).flatten();
        let Some(mut fields) = fields else { return self.every_section() };
        self.sections(file, &mut fields);
        for (key, at) in fields.keys().collect::<Vec<_>>() {
            let Some(&part) = FILES.iter().flat_map(|(_, keys)| *keys).find(|part| **part == key)
            else {
                continue;
            };
            if let Some(node) = fields.take(part) {
                self.both(file, part, at);
                self.items(file, part, node);
            }
        }
        self.parts.meta = Some((file, fields));
    }

    /// Reports a part that stands inline and has a file too.
    fn both(&mut self, file: usize, key: &'static str, at: Range<usize>) {
        let path = FILES.iter().find(|(_, keys)| keys.contains(&key)).map_or("", |(path, _)| path);
        let Some(other) = self.find(path) else { return };
        let inside = self.trees.get(other).and_then(Option::as_ref);
        if inside.is_some_and(|node| peek(node, key).is_none()) {
            return;
        }
        let key_at = inside.and_then(|node| key_range(node, key)).unwrap_or_default();
        let Some(place) = self.place(other, key_at) else { return };
        let fault = twice(&format!("`{key}` is"), place);
        self.cx(file, |cx| cx.fault(at, fault));
    }

    fn items(&mut self, file: usize, key: &'static str, node: Node<'a>) {
        let items = self.cx(file, |cx| cx.items(node, &format!("`{key}`"))).unwrap_or_default();
        let items = items.into_iter().map(|node| Item { file, node });
        self.parts.lists.entry(key).or_insert_with(|| items.collect());
    }

    fn part_files(&mut self) {
        for (path, keys) in FILES {
            let Some((file, node)) = self.tree(path) else { continue };
            let Some(node) = node else {
                self.parts.lost.extend(keys);
                continue;
            };
            let fields = self.cx(file, |cx| cx.fields(node, path, keys)).flatten();
            let Some(mut fields) = fields else { continue };
            if let [key] = keys {
                let node = self.cx(file, |cx| fields.need(cx, key)).flatten();
                if let Some(node) = node {
                    self.items(file, key, node);
                }
                continue;
            }
            for key in keys {
                if let Some(node) = fields.take(key) {
                    self.items(file, key, node);
                }
            }
        }
    }

    fn sections(&mut self, file: usize, fields: &mut Fields<'a>) {
        let Some(node) = self.cx(file, |cx| fields.need(cx, "sections")).flatten() else {
            return self.every_section();
        };
        let at = node.range();
        let is_list = matches!(node.value, Value::List(_));
        let items = self.cx(file, |cx| cx.items(node, "`sections`")).unwrap_or_default();
        if !is_list {
            return self.every_section();
        }
        if items.is_empty() {
            let fault = Fault::new(&EMPTY, "the briefing lists no section")
                .help("write the ids of its sections, in the order of reading");
            self.cx(file, |cx| cx.fault(at, fault));
            return self.every_section();
        }
        for node in items {
            self.section(file, node);
        }
        self.unlisted();
    }

    fn section(&mut self, file: usize, node: Node<'a>) {
        let at = node.range();
        let text = self.files.get(file);
        let inline = matches!(node.value, Value::Map(_));
        let named = if inline { peek(&node, "id") } else { Some(&node) };
        let id_at = named.map_or(at.clone(), Node::range);
        let id = named.zip(text).and_then(|(node, file)| spelling(file, node)).map(str::to_owned);
        let Some(id) = id else {
            let fault = match (inline, named) {
                (true, None) => Fault::new(&MISSING_KEY, "an inline section needs the key `id`")
                    .help("add `id: ` and a word for links to go by"),
                _ => {
                    Fault::new(&TYPE, "a section is listed by its id, or stands here as a mapping")
                        .help(AN_ID)
                }
            };
            self.cx(file, |cx| cx.fault(id_at.clone(), fault));
            if inline {
                self.push(String::new(), (file, at), Some(Item { file, node }), true);
            }
            return;
        };
        if let Some(fault) = bad_id(&id) {
            self.cx(file, |cx| cx.fault(id_at.clone(), fault));
        }
        let earlier = self.listed.get(&id).cloned();
        if let Some((other, range)) = earlier {
            let place = self.place(other, range);
            let fault = listed_twice(&id, place);
            self.cx(file, |cx| cx.fault(id_at, fault));
            return;
        }
        self.listed.insert(id.clone(), (file, id_at.clone()));
        if inline {
            if let Some(place) = self.find(&path(&id)).and_then(|other| self.place(other, 0..0)) {
                let fault = twice(&format!("section `{}` is", short(&id)), place);
                self.cx(file, |cx| cx.fault(id_at.clone(), fault));
                self.tree(&path(&id));
            }
            self.push(id, (file, id_at), Some(Item { file, node }), true);
        } else if is_id(&id) {
            self.section_file(file, id, id_at);
        }
    }

    fn section_file(&mut self, file: usize, id: String, at: Range<usize>) {
        if let Some((other, node)) = self.tree(&path(&id)) {
            let item = node.map(|node| Item { file: other, node });
            return self.push(id, (file, at), item, false);
        }
        let files = self.files;
        let stems = files.iter().filter_map(|file| stem(&file.path));
        let fault = Fault::new(
            &SECTION_FILE,
            format!("section `{0}` has no file sections/{0}.yaml", short(&id)),
        );
        self.cx(file, |cx| {
            let near = cx.nearest(&SECTION_FILE, &id, stems);
            let other = || "write that file, or take the section off the list".to_owned();
            cx.fault(at, fault.suggest(near, other));
        });
        self.parts.absent.push(id);
    }

    fn push(
        &mut self,
        id: String,
        listed: (usize, Range<usize>),
        item: Option<Item<'a>>,
        inline: bool,
    ) {
        self.parts.sections.push(SectionPart { id, listed, item, inline });
    }

    /// Takes every section there is, for want of a list.
    fn every_section(&mut self) {
        for file in self.files {
            if let Some(id) = stem(&file.path)
                && let Some((at, node)) = self.tree(&file.path)
            {
                let item = node.map(|node| Item { file: at, node });
                self.push(id.to_owned(), (at, 0..0), item, false);
            }
        }
    }

    fn unlisted(&mut self) {
        for (at, file) in self.files.iter().enumerate() {
            if !is_section(&file.path) || self.used.contains(&at) {
                continue;
            }
            let fault = match stem(&file.path) {
                Some(id) => {
                    Fault::new(&UNLISTED, format!("no list names the section `{}`", short(id)))
                        .help(format!(
                            "add `{}` to `sections` in {BRIEFING}, or remove the file",
                            short(id)
                        ))
                }
                None => Fault::new(&UNLISTED, "a section's file has a name that ends in .yaml")
                    .help("rename the file"),
            };
            self.faults.add_whole(&file.name, fault);
        }
    }

    fn unknown_files(&mut self) {
        let known = names();
        for file in self.files {
            if file.path.contains('/') && !is_section(&file.path) {
                let message = "a section's file stands right in sections/, so this one is not read";
                let fault = Fault::new(&UNLISTED, message);
                let fault = fault.help("move it to sections/ and list it, or remove it");
                self.faults.add_whole(&file.name, fault);
            }
            if file.path.contains('/') || is_part(&file.path) {
                continue;
            }
            let near = self.effort.suggest.nearest(&file.path, known.clone());
            let fault =
                Fault::new(&UNKNOWN_FILE, "no part of a briefing has this name, so it is not read");
            let fault = fault.suggest(near.map(str::to_owned), || {
                let known: Vec<_> = known.clone().collect();
                format!("the files of a briefing are: {}, and sections/", known.join(", "))
            });
            self.faults.add_whole(&file.name, fault);
        }
    }
}

fn path(id: &str) -> String {
    format!("sections/{id}.yaml")
}

/// The section that a file in sections/ is.
fn stem(path: &str) -> Option<&str> {
    path.strip_prefix("sections/")?.strip_suffix(".yaml").filter(|id| !id.contains('/'))
}

fn key_range(node: &Node<'_>, key: &str) -> Option<Range<usize>> {
    let Value::Map(entries) = &node.value else { return None };
    let found = entries.iter().find(|(k, _)| matches!(&k.value, Value::Text(word) if word == key));
    found.map(|(key, _)| key.range())
}

fn twice(what: &str, place: Place) -> Fault {
    let message = format!("{what} given here and in a file of its own, {}", place.words());
    Fault::new(&TWICE, message)
        .help("the one here is used: remove one of the two")
        .also(place, "the other")
}

fn listed_twice(id: &str, place: Option<Place>) -> Fault {
    let first = place.as_ref().map(Place::words).unwrap_or_default();
    let fault = Fault::new(
        &DUPLICATE,
        format!("section `{}` is listed twice; first at {first}", short(id)),
    )
    .help("take one of the two off the list");
    match place {
        Some(place) => fault.also(place, "first"),
        None => fault,
    }
}
