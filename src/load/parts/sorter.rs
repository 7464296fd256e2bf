//! The files and trees of a briefing on their way into parts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::part::{PartItem, Parts, SectionPart};
use crate::diagnostic::{File, Location};
use crate::load::decode::{Decoder, Effort};
use crate::load::faults::Faults;
use crate::load::yaml::YamlNode;

/// Sorts trees into parts.
pub(super) struct Sorter<'c, 'a> {
    pub(super) files: &'a [File],
    pub(super) trees: Vec<Option<YamlNode<'a>>>,
    pub(super) faults: &'c mut Faults,
    pub(super) effort: &'c Effort,
    pub(super) parts: Parts<'a>,
    pub(super) paths: HashMap<&'a str, usize>,
    pub(super) used: BTreeSet<usize>,
    /// Where each section was listed first.
    pub(super) listed: HashMap<String, (usize, Range<usize>)>,
    /// Whether a section without a file has its place all the same.
    pub(super) is_ahead: bool,
}

impl<'a> Sorter<'_, 'a> {
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        self.paths.get(path).copied()
    }

    /// The file at a path, and its tree if it has one.
    pub(super) fn tree(&mut self, path: &str) -> Option<(usize, Option<YamlNode<'a>>)> {
        let file = self.find(path)?;
        self.used.insert(file);
        Some((file, self.trees.get_mut(file).and_then(Option::take)))
    }

    pub(super) fn decoder<T>(
        &mut self,
        file: usize,
        work: impl FnOnce(&mut Decoder<'_>) -> T,
    ) -> Option<T> {
        let Self { files, faults, effort, .. } = self;
        let file = files.get(file)?;
        Some(work(&mut Decoder { file, faults, effort }))
    }

    pub(super) fn location(&self, file: usize, range: Range<usize>) -> Option<Location> {
        self.files.get(file).map(|file| file.location(range))
    }

    pub(super) fn push(
        &mut self,
        id: String,
        listed: (usize, Range<usize>),
        item: Option<PartItem<'a>>,
        inline: bool,
    ) {
        self.parts.sections.push(SectionPart { id, listed, item, inline });
    }
}
