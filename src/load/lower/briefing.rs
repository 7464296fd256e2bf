//! The whole briefing, part by part.

use std::num::NonZero;
use std::thread;

use super::{actor, instrument, lesson, meta, questions, records};
use crate::base::visible;
use crate::diagnostic::File;
use crate::load::addresses::Addresses;
use crate::load::decode::{Decoder, Effort};
use crate::load::faults::Faults;
use crate::load::lint::ActorNames;
use crate::load::lowering::Lowering;
use crate::load::parts::{Lists, PartItem, PartList, Parts, SectionPart};
use crate::load::tree::is_little;
use crate::load::words::beginning;
use crate::load::yaml::YamlNode;
use crate::model::{Briefing, Section};

/// Lowers all of `parts`.
pub(in crate::load) fn briefing(
    id: &str,
    files: &[File],
    mut parts: Parts<'_>,
    addresses: &Addresses,
    faults: &mut Faults,
    effort: &Effort,
) -> Briefing {
    let mut all = All { files, addresses, faults, effort };
    let mut briefing = Briefing::default();
    id.clone_into(&mut briefing.id);
    id.clone_into(&mut briefing.title);
    "en".clone_into(&mut briefing.language);
    if let Some((file, manifest)) = parts.manifest.take() {
        all.in_file(file, |cx| meta::lower(cx, manifest, &mut briefing));
    }
    let Lists { instruments, actors, terms, events, sources, lessons, discussion, quiz } =
        parts.lists;
    briefing.instruments = all.each(instruments, instrument::lower);
    instrument::name_articles(&mut briefing.instruments, &briefing.language);
    instrument::order_elements(&mut briefing.instruments, &briefing.elements);
    briefing.actors = all.each(actors, actor::lower);
    briefing.terms = all.each(terms, records::term);
    briefing.events = all.each(events, records::event);
    briefing.sources = all.each(sources, records::source);
    briefing.lessons = all.each(lessons, lesson::lower);
    briefing.discussion = all.each(discussion, questions::discussion);
    briefing.quiz = all.each(quiz, questions::quiz);
    let names = ActorNames::of(&briefing.actors);
    briefing.sections = all.sections(parts.sections, &names);
    briefing
}

/// Lowers one section, which stands at a position in the briefing.
pub(in crate::load) fn section(
    files: &[File],
    (at, part): (usize, SectionPart<'_>),
    addresses: &Addresses,
    names: &ActorNames,
    faults: &mut Faults,
    effort: &Effort,
) -> Section {
    All { files, addresses, faults, effort }.section(at, part, names)
}

struct All<'c> {
    files: &'c [File],
    addresses: &'c Addresses,
    faults: &'c mut Faults,
    effort: &'c Effort,
}

impl All<'_> {
    fn in_file<T>(&mut self, file: usize, work: impl FnOnce(&mut Lowering<'_>) -> T) -> Option<T> {
        let Self { files, addresses, faults, effort } = self;
        let file = files.get(file)?;
        let decoder = Decoder { file, faults, effort };
        Some(work(&mut Lowering { decoder, addresses, files, as_list: None }))
    }

    /// Lowers the sections side by side: they are nearly all there is.
    fn sections(&mut self, parts: Vec<SectionPart<'_>>, names: &ActorNames) -> Vec<Section> {
        let workers = if parts.len() < 2 || is_little(self.files) {
            1
        } else {
            thread::available_parallelism().map_or(1, NonZero::get).min(4)
        };
        let size = parts.len().div_ceil(workers).max(1);
        let mut parts: Vec<_> = parts.into_iter().enumerate().collect();
        let (files, addresses) = (self.files, self.addresses);
        let none = self.faults.part();
        let lower = |chunk: Vec<(usize, SectionPart<'_>)>| {
            let (mut faults, effort) = (none.part(), Effort::default());
            let mut all = All { files, addresses, faults: &mut faults, effort: &effort };
            let sections = chunk.into_iter().map(|(at, part)| all.section(at, part, names));
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

    /// A section; one whose file could not be read has its id for a title and no blocks.
    fn section(&mut self, at: usize, part: SectionPart<'_>, names: &ActorNames) -> Section {
        let SectionPart { id, item, inline, .. } = part;
        let id = visible(beginning(&id)).into_owned();
        let read = item.and_then(|PartItem { file, node }| {
            self.in_file(file, |cx| super::section::lower(cx, node, inline, at, &id, names))
                .flatten()
        });
        read.unwrap_or_else(|| Section { title: id.clone(), id, ..Section::default() })
    }

    /// Lowers each item; the tree of each is dropped on the way.
    fn each<T>(
        &mut self,
        list: PartList<'_>,
        lower: impl Fn(&mut Lowering<'_>, YamlNode<'_>) -> Option<T>,
    ) -> Vec<T> {
        let lowered = list.items.into_iter().filter_map(|PartItem { file, node }| {
            self.in_file(file, |cx| lower(cx, node)).flatten()
        });
        lowered.collect()
    }
}
