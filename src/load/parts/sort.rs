//! Which file gives which part of the briefing.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::part::{Lists, PartItem, PartList, Parts};
use super::sorter::Sorter;
use crate::diagnostic::File;
use crate::load::decode::Effort;
use crate::load::faults::Faults;
use crate::load::files::{BRIEFING, is_part, is_section, names, part_files};
use crate::load::format::{
    ActorsFile, BriefingYaml, Field, GlossaryFile, InstrumentsFile, ListOf, Mapping, QuestionsFile,
    SourcesFile, TimelineFile, Yaml,
};
use crate::load::sentences;
use crate::load::yaml::YamlNode;

/// Finds the parts in the trees of `files`. A file without a tree is one that could not be
/// read, which has been reported; if this is `is_ahead` of the rest of the briefing, so is one that is
/// not there.
pub(in crate::load) fn sort<'a>(
    files: &'a [File],
    trees: Vec<Option<YamlNode<'a>>>,
    faults: &mut Faults,
    effort: &Effort,
    is_ahead: bool,
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
        is_ahead,
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
    fn manifest(&mut self, file: usize, node: YamlNode<'a>) {
        let mapping = BriefingYaml::mapping();
        let entries = self.decoder(file, |cx| cx.entries(node, mapping, true)).flatten();
        let Some(entries) = entries else { return self.every_section() };
        for (key, at) in entries.keys() {
            self.given_twice(file, key.name, at);
        }
        let mut manifest: BriefingYaml<'_> = entries.fields();
        self.sections(file, &mut manifest.sections);
        self.list(file, &mut manifest.instruments, |lists| &mut lists.instruments);
        self.list(file, &mut manifest.actors, |lists| &mut lists.actors);
        self.list(file, &mut manifest.terms, |lists| &mut lists.terms);
        self.list(file, &mut manifest.events, |lists| &mut lists.events);
        self.list(file, &mut manifest.sources, |lists| &mut lists.sources);
        self.list(file, &mut manifest.lessons, |lists| &mut lists.lessons);
        self.list(file, &mut manifest.discussion, |lists| &mut lists.discussion);
        self.list(file, &mut manifest.quiz, |lists| &mut lists.quiz);
        self.parts.manifest = Some((file, manifest));
    }

    /// Reports a key of briefing.yaml that a file of its own gives too.
    fn given_twice(&mut self, file: usize, key: &str, at: Range<usize>) {
        let gives = |mapping: &Mapping| mapping.keys.iter().any(|row| row.name == key);
        let path = part_files().find(|(_, mapping)| gives(mapping)).map(|(path, _)| path);
        let Some(other) = path.and_then(|path| self.find(path)) else { return };
        let inside = self.trees.get(other).and_then(Option::as_ref);
        if inside.is_some_and(|node| node.get(key).is_none()) {
            return;
        }
        let key_at = inside.and_then(|node| node.key_range(key)).unwrap_or_default();
        let Some(place) = self.location(other, key_at) else { return };
        self.decoder(file, |cx| cx.fault(at, sentences::part_twice(key, place)));
    }

    /// Takes in a list. One that is there already stays.
    fn list<T>(
        &mut self,
        file: usize,
        field: &mut Field<'a, ListOf<T>>,
        slot: impl for<'p> FnOnce(&'p mut Lists<'a>) -> &'p mut PartList<'a>,
    ) {
        let items =
            self.decoder(file, |cx| field.node(cx).map(|node| cx.items(node, field.subject())));
        let Some(items) = items.flatten() else { return };
        let list = slot(&mut self.parts.lists);
        if !list.given {
            list.given = true;
            list.items = items.into_iter().map(|node| PartItem { file, node }).collect();
        }
    }

    fn part_files(&mut self) {
        if let Some((file, InstrumentsFile { mut instruments })) = self.part_file() {
            self.list(file, &mut instruments, |lists| &mut lists.instruments);
        }
        if let Some((file, ActorsFile { mut actors })) = self.part_file() {
            self.list(file, &mut actors, |lists| &mut lists.actors);
        }
        if let Some((file, GlossaryFile { mut terms })) = self.part_file() {
            self.list(file, &mut terms, |lists| &mut lists.terms);
        }
        if let Some((file, TimelineFile { mut events })) = self.part_file() {
            self.list(file, &mut events, |lists| &mut lists.events);
        }
        if let Some((file, SourcesFile { mut sources })) = self.part_file() {
            self.list(file, &mut sources, |lists| &mut lists.sources);
        }
        if let Some((file, QuestionsFile { mut lessons, mut discussion, mut quiz })) =
            self.part_file()
        {
            self.list(file, &mut lessons, |lists| &mut lists.lessons);
            self.list(file, &mut discussion, |lists| &mut lists.discussion);
            self.list(file, &mut quiz, |lists| &mut lists.quiz);
        }
    }

    /// The file of a part, if it is there and can be read.
    fn part_file<Y: Yaml<'a>>(&mut self) -> Option<(usize, Y)> {
        let mapping = Y::mapping();
        let (file, node) = self.tree(mapping.file?)?;
        let Some(node) = node else {
            self.parts.lost.extend(mapping.items());
            return None;
        };
        let yaml = self.decoder(file, |cx| cx.mapping(node)).flatten()?;
        Some((file, yaml))
    }

    fn unknown_files(&mut self) {
        for file in self.files {
            if file.path.contains('/') && !is_section(&file.path) {
                self.faults.add_whole(&file.name, sentences::nested_section());
            }
            if file.path.contains('/') || is_part(&file.path) {
                continue;
            }
            let near = self.effort.suggest.nearest(&file.path, names());
            let known: Vec<_> = names().collect();
            self.faults.add_whole(&file.name, sentences::unknown_file(near, &known));
        }
    }
}
