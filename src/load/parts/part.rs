//! A briefing, taken apart.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::load::format::{BriefingYaml, MappingKind};
use crate::load::yaml::YamlNode;

/// An item of a part, and the file that it stands in.
pub(in crate::load) struct PartItem<'a> {
    pub(in crate::load) file: usize,
    pub(in crate::load) node: YamlNode<'a>,
}

/// A section that is listed, in the order of reading.
pub(in crate::load) struct SectionPart<'a> {
    pub(in crate::load) id: String,
    /// Where it was listed.
    pub(in crate::load) listed: (usize, Range<usize>),
    /// Its content: `None` if its file could not be read.
    pub(in crate::load) item: Option<PartItem<'a>>,
    /// Whether the content stands inline, with a key `id`.
    pub(in crate::load) inline: bool,
}

/// The list of sections in briefing.yaml.
#[derive(Default)]
pub(in crate::load) struct SectionList {
    /// The ids that it names, whether there is such a section or not; none if there is no list.
    pub(in crate::load) named: BTreeSet<String>,
    /// The ids among them of which there is a section.
    pub(in crate::load) found: BTreeSet<String>,
    /// What is wrong with the list itself.
    pub(in crate::load) faults: Vec<Diagnostic>,
}

/// A list of briefing.yaml or of a file of its own.
#[derive(Default)]
pub(in crate::load) struct PartList<'a> {
    pub(in crate::load) items: Vec<PartItem<'a>>,
    /// Whether it was there.
    pub(super) given: bool,
}

/// The lists of a briefing, wherever each of them stands.
#[derive(Default)]
pub(in crate::load) struct Lists<'a> {
    pub(in crate::load) instruments: PartList<'a>,
    pub(in crate::load) actors: PartList<'a>,
    pub(in crate::load) terms: PartList<'a>,
    pub(in crate::load) events: PartList<'a>,
    pub(in crate::load) sources: PartList<'a>,
    pub(in crate::load) lessons: PartList<'a>,
    pub(in crate::load) discussion: PartList<'a>,
    pub(in crate::load) quiz: PartList<'a>,
}

/// A briefing, taken apart.
#[derive(Default)]
pub(in crate::load) struct Parts<'a> {
    /// briefing.yaml, without the lists that stand in it, and which file it is.
    pub(in crate::load) manifest: Option<(usize, BriefingYaml<'a>)>,
    pub(in crate::load) sections: Vec<SectionPart<'a>>,
    /// How they are listed; `None` if briefing.yaml is no mapping.
    pub(in crate::load) section_list: Option<SectionList>,
    /// Ids that are listed and have no file.
    pub(in crate::load) absent: Vec<String>,
    pub(in crate::load) lists: Lists<'a>,
    /// What may be in files that could not be read.
    pub(in crate::load) lost: Vec<MappingKind>,
}
