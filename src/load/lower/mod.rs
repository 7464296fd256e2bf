//! From trees to the model, with everything that is wrong on the way.

mod actor;
mod instrument;
mod meta;
mod questions;
mod records;
mod section;

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZero;
use std::ops::Range;
use std::thread;

use super::cx::{Cx, Effort, Fields, spelling};
use super::faults::{Fault, Faults};
use super::file::File;
use super::ids::{Ids, Kind};
use super::lint::Names;
use super::markup;
use super::parts::{Item, Parts, SectionPart};
use super::raw::{Node, Value};
use super::reference;
use super::rule::DUPLICATE;
use super::words::{beginning, short};
use crate::base::visible;
use crate::model::{Briefing, Section, SourceIx, Target, Text};

/// Lowers all of `parts`.
pub(super) fn briefing(
    id: &str,
    files: &[File],
    mut parts: Parts<'_>,
    ids: &Ids,
    faults: &mut Faults,
    effort: &Effort,
) -> Briefing {
    let mut all = All { files, ids, faults, effort };
    let mut briefing = Briefing::default();
    id.clone_into(&mut briefing.id);
    id.clone_into(&mut briefing.title);
    "en".clone_into(&mut briefing.language);
    if let Some((file, fields)) = parts.meta.take() {
        all.in_file(file, |cx| meta::lower(cx, fields, &mut briefing));
    }
    let mut list = |key: &str| parts.lists.remove(key).unwrap_or_default();
    briefing.instruments = all.each(list("instruments"), instrument::lower);
    briefing.actors = all.each(list("actors"), actor::lower);
    briefing.terms = all.each(list("terms"), records::term);
    briefing.events = all.each(list("events"), records::event);
    briefing.sources = all.each(list("sources"), records::source);
    briefing.discussion = all.each(list("discussion"), questions::discussion);
    briefing.quiz = all.each(list("quiz"), questions::quiz);
    let names = Names::of(&briefing.actors);
    briefing.sections = all.sections(parts.sections, &names);
    briefing
}

struct All<'c> {
    files: &'c [File],
    ids: &'c Ids,
    faults: &'c mut Faults,
    effort: &'c Effort,
}

impl All<'_> {
    fn in_file<T>(&mut self, file: usize, work: impl FnOnce(&mut Cx<'_>) -> T) -> Option<T> {
        let Self { files, ids, faults, effort } = self;
        let file = files.get(file)?;
        Some(work(&mut Cx { file, ids, faults, effort }))
    }

    /// Lowers the sections side by side: they are nearly all there is.
    fn sections(&mut self, parts: Vec<SectionPart<'_>>, names: &Names) -> Vec<Section> {
        let workers = match parts.len() {
            0 | 1 => 1,
            _ => thread::available_parallelism().map_or(1, NonZero::get).min(4),
        };
        let size = parts.len().div_ceil(workers).max(1);
        let mut parts: Vec<_> = parts.into_iter().enumerate().collect();
        let (files, ids) = (self.files, self.ids);
        let none = self.faults.part();
        let lower = |chunk: Vec<(usize, SectionPart<'_>)>| {
            let (mut faults, effort) = (none.part(), Effort::default());
            let mut all = All { files, ids, faults: &mut faults, effort: &effort };
            let sections =
                chunk.into_iter().map(|(at, part)| section::lower(&mut all, at, part, names));
            (sections.collect::<Vec<_>>(), faults)
        };
        let mut chunks = Vec::new();
        while !parts.is_empty() {
            let rest = parts.split_off(size.min(parts.len()));
            chunks.push(std::mem::replace(&mut parts, rest));
        }
        // The last chunk is this thread's own.
        let own = chunks.pop().unwrap_or_default();
        let mut sections = Vec::new();
        let mut found = Vec::new();
        thread::scope(|scope| {
            let lower = &lower;
            let spawn = |chunk: Vec<_>| (chunk.len(), scope.spawn(move || lower(chunk)));
            let workers: Vec<_> = chunks.into_iter().map(spawn).collect();
            let (own, own_faults) = lower(own);
            for (count, worker) in workers {
                let (mut lowered, faults) = worker.join().unwrap_or_default();
                // Positions hold even if a worker panicked, which none should.
                lowered.resize_with(count, Section::default);
                sections.extend(lowered);
                found.push(faults);
            }
            sections.extend(own);
            found.push(own_faults);
        });
        for faults in found {
            self.faults.merge(faults);
        }
        sections
    }

    /// Lowers each item; the tree of each is dropped on the way.
    fn each<T>(
        &mut self,
        items: Vec<Item<'_>>,
        lower: impl Fn(&mut Cx<'_>, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let lowered = items
            .into_iter()
            .filter_map(|Item { file, node }| self.in_file(file, |cx| lower(cx, node)).flatten());
        lowered.collect()
    }
}

impl Cx<'_> {
    /// The text of `node`, with its markup.
    fn text(&mut self, node: Option<Node<'_>>, what: &str) -> Option<Text> {
        self.text_of(&node?, what)
    }

    fn text_of(&mut self, node: &Node<'_>, what: &str) -> Option<Text> {
        let words = self.raw_words(node, what)?;
        let text = markup::parse(self, node, &words);
        if markup::says_nothing(&words) {
            self.empty(node, what);
            return None;
        }
        Some(text)
    }

    /// The id of an item, which was checked when ids were collected; empty if it has none.
    fn id(&mut self, fields: &mut Fields<'_>) -> String {
        let node = fields.need(self, "id");
        let id = node.as_ref().and_then(|node| spelling(self.file, node));
        visible(beginning(id.unwrap_or_default())).into_owned()
    }

    /// A title or a name that must be there.
    fn needed(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
        let node = fields.need(self, key)?;
        self.words(&node, &format!("`{key}`"))
    }

    /// A title or a name that may be there.
    fn optional(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
        let node = fields.take(key)?;
        self.words(&node, &format!("`{key}`"))
    }

    /// A text that may be there.
    fn prose(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Text> {
        let node = fields.take(key);
        self.text(node, &format!("`{key}`"))
    }

    /// The list of a key, whose items are scalars, each with its spelling.
    fn scalars<'a>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        wanted: &str,
    ) -> Vec<(Node<'a>, String)> {
        let Some(node) = fields.take(key) else { return Vec::new() };
        let items = self.items(node, &format!("`{key}`"));
        let spelt = items.into_iter().filter_map(|item| {
            let word = self.scalar(&item, &format!("an item of `{key}`"), wanted)?;
            Some((item, word))
        });
        spelt.collect()
    }

    /// What the items of the list of a key lead to, in order. What is there again is a fault,
    /// and left out.
    fn list_of<T: Clone + Eq + Hash>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        wanted: &str,
        find: impl Fn(&Self, &str) -> Result<Option<T>, Fault>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        let mut seen: HashMap<T, Range<usize>> = HashMap::new();
        for (node, word) in self.scalars(fields, key, wanted) {
            let at = match find(self, &word) {
                Ok(Some(at)) => at,
                Ok(None) => continue,
                Err(fault) => {
                    self.report(&node, fault);
                    continue;
                }
            };
            if let Some(first) = seen.get(&at) {
                let first = self.file.place(first.clone());
                let words = first.words();
                let message = format!("`{key}` has `{}` twice; first at {words}", short(&word));
                let fault = Fault::new(&DUPLICATE, message).help("take one of the two out");
                self.report(&node, fault.also(first, "first"));
                continue;
            }
            seen.insert(at.clone(), node.range());
            found.push(at);
        }
        found
    }

    /// The items of a kind that the list of a key names.
    fn ids_of(&mut self, fields: &mut Fields<'_>, key: &'static str, kind: Kind) -> Vec<usize> {
        self.list_of(fields, key, "an id", |cx, id| reference::find(cx, kind, id))
    }

    fn sources(&mut self, fields: &mut Fields<'_>) -> Vec<SourceIx> {
        self.ids_of(fields, "sources", Kind::Source).into_iter().map(SourceIx::new).collect()
    }

    /// What a whole address leads to.
    fn target(&mut self, node: &Node<'_>, address: &str) -> Option<Target> {
        let found = reference::resolve(self, address);
        found.map_err(|fault| self.fault(node.range(), fault)).ok().flatten()
    }

    fn report(&mut self, node: &Node<'_>, fault: Fault) {
        self.fault(node.range(), fault);
    }
}

fn is_map(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Map(_))
}
