//! Which file gives which part of the briefing.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::part::{PartItem, Parts};
use super::sorter::Sorter;
use super::twice::given_twice;
use crate::load::decode::Effort;
use crate::load::faults::{Fault, Faults};
use crate::load::file::File;
use crate::load::files::{BRIEFING, FILES, is_part, is_section, names};
use crate::load::raw::Node;
use crate::load::rule::{UNKNOWN_FILE, UNLISTED};

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

/// Finds the parts in the trees of `files`. A file without a tree is one that could not be
/// read, which has been reported.
pub(in crate::load) fn sort<'a>(
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
    fn manifest(&mut self, file: usize, node: Node<'a>) {
        let fields = self.decoder(file, |cx| cx.fields(node, BRIEFING, KEYS)).flatten();
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
        if inside.is_some_and(|node| node.get(key).is_none()) {
            return;
        }
        let key_at = inside.and_then(|node| node.key_range(key)).unwrap_or_default();
        let Some(place) = self.place(other, key_at) else { return };
        let fault = given_twice(&format!("`{key}` is"), place);
        self.decoder(file, |cx| cx.fault(at, fault));
    }

    fn items(&mut self, file: usize, key: &'static str, node: Node<'a>) {
        let items =
            self.decoder(file, |cx| cx.items(node, &format!("`{key}`"))).unwrap_or_default();
        let items = items.into_iter().map(|node| PartItem { file, node });
        self.parts.lists.entry(key).or_insert_with(|| items.collect());
    }

    fn part_files(&mut self) {
        for (path, keys) in FILES {
            let Some((file, node)) = self.tree(path) else { continue };
            let Some(node) = node else {
                self.parts.lost.extend(keys);
                continue;
            };
            let fields = self.decoder(file, |cx| cx.fields(node, path, keys)).flatten();
            let Some(mut fields) = fields else { continue };
            if let [key] = keys {
                let node = self.decoder(file, |cx| fields.need(cx, key)).flatten();
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
