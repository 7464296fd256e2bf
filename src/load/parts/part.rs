//! A briefing, taken apart.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::load::decode::Fields;
use crate::load::raw::Node;

/// An item of a part, and the file that it stands in.
pub(in crate::load) struct PartItem<'a> {
    pub(in crate::load) file: usize,
    pub(in crate::load) node: Node<'a>,
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

/// A briefing, taken apart.
#[derive(Default)]
pub(in crate::load) struct Parts<'a> {
    /// What briefing.yaml has besides parts, and which file it is.
    pub(in crate::load) meta: Option<(usize, Fields<'a>)>,
    pub(in crate::load) sections: Vec<SectionPart<'a>>,
    /// Ids that are listed and have no file.
    pub(in crate::load) absent: Vec<String>,
    /// The other parts by key.
    pub(in crate::load) lists: BTreeMap<&'static str, Vec<PartItem<'a>>>,
    /// The keys of parts whose file could not be read.
    pub(in crate::load) lost: BTreeSet<&'static str>,
}
