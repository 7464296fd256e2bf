//! Every address in a briefing, known before any text is read, so that one pass over the texts
//! resolves what they link.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cx::{kind, peek, spelling};
use super::faults::{Fault, Faults};
use super::file::File;
use super::id::{A_NUMBER, AN_ID, bad_id, is_number};
use super::parts::Parts;
use super::raw::{Node, Value};
use super::rule::{DUPLICATE, ID, TYPE};
use super::shape::{self, Shape};
use super::words::short;

/// What has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Instrument,
    Actor,
    Term,
    Event,
    Source,
    Section,
}

impl Kind {
    pub(super) const ALL: [Self; 6] =
        [Self::Instrument, Self::Actor, Self::Term, Self::Event, Self::Source, Self::Section];

    /// Its name, which is also the scheme of its references.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Instrument => "instrument",
            Self::Actor => "actor",
            Self::Term => "term",
            Self::Event => "event",
            Self::Source => "source",
            Self::Section => "section",
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Instrument => "instruments",
            Self::Actor => "actors",
            Self::Term => "terms",
            Self::Event => "events",
            Self::Source => "sources",
            Self::Section => "sections",
        }
    }
}

/// The ids of one kind.
#[derive(Default)]
struct Table {
    ids: BTreeMap<Box<str>, Known>,
    /// Whether the file that defines them could not be read, so that any may exist.
    lost: bool,
}

struct Known {
    /// Its position in the model; `None` if it is too broken to be shown.
    ix: Option<usize>,
    file: usize,
    at: Range<usize>,
}

/// The addresses in a section.
#[derive(Default)]
pub(super) struct Blocks {
    named: BTreeMap<Box<str>, (Option<usize>, Range<usize>)>,
    /// For each block that is no heading: its position in the model, and whether it has an id.
    numbered: Vec<(Option<usize>, bool)>,
    lost: bool,
}

/// Every address.
#[derive(Default)]
pub(super) struct Ids {
    tables: [Table; 6],
    /// By section.
    blocks: Vec<Blocks>,
    /// By instrument: numbers in lower case.
    articles: Vec<BTreeMap<Box<str>, usize>>,
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    At(usize),
    /// Something that cannot be shown, for a reason that was reported.
    Lost,
    Nothing,
}

impl Ids {
    fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.get(kind as usize)
    }

    /// What the id of a kind leads to.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Found {
        let Some(table) = self.table(kind) else { return Found::Nothing };
        match table.ids.get(id) {
            Some(Known { ix: Some(ix), .. }) => Found::At(*ix),
            None if !table.lost => Found::Nothing,
            _ => Found::Lost,
        }
    }

    /// Whether the file that defines a kind could not be read.
    pub(super) fn lost(&self, kind: Kind) -> bool {
        self.table(kind).is_some_and(|table| table.lost)
    }

    /// How many ids of a kind there are.
    pub(super) fn count(&self, kind: Kind) -> usize {
        self.table(kind).map_or(0, |table| table.ids.len())
    }

    /// Every id of a kind, in order.
    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.table(kind).into_iter().flat_map(|table| table.ids.keys().map(AsRef::as_ref))
    }

    /// The article of an instrument by its number, in any case.
    pub(super) fn article(&self, instrument: usize, number: &str) -> Option<usize> {
        self.articles.get(instrument)?.get(number.to_lowercase().as_str()).copied()
    }

    /// The numbers of an instrument's articles, in lower case.
    pub(super) fn numbers(&self, instrument: usize) -> impl Iterator<Item = &str> {
        self.articles.get(instrument).into_iter().flat_map(|all| all.keys().map(AsRef::as_ref))
    }

    /// The block of a section at an address.
    pub(super) fn block(&self, section: usize, address: &str) -> Found {
        self.blocks.get(section).map_or(Found::Nothing, |blocks| blocks.find(address))
    }

    /// The ids that blocks of a section have of their own.
    pub(super) fn block_ids(&self, section: usize) -> impl Iterator<Item = &str> {
        let blocks = self.blocks.get(section);
        blocks.into_iter().flat_map(|blocks| blocks.named.keys().map(AsRef::as_ref))
    }

    /// How many numbered blocks a section has.
    pub(super) fn paragraphs(&self, section: usize) -> usize {
        self.blocks.get(section).map_or(0, |blocks| blocks.numbered.len())
    }

    /// The id of the block that would be at a numbered address if it had none of its own.
    pub(super) fn own_id(&self, section: usize, address: &str) -> Option<&str> {
        let blocks = self.blocks.get(section)?;
        let (ix, _) = blocks.numbered.get(numbered(address)?)?;
        let found = blocks.named.iter().find(|(_, (at, _))| at.is_some() && at == ix);
        found.map(|(id, _)| id.as_ref())
    }
}

impl Blocks {
    fn find(&self, address: &str) -> Found {
        if let Some((ix, _)) = self.named.get(address) {
            return ix.map_or(Found::Lost, Found::At);
        }
        match numbered(address).and_then(|n| self.numbered.get(n)) {
            Some((Some(ix), false)) => Found::At(*ix),
            Some((None, false)) => Found::Lost,
            _ if self.lost => Found::Lost,
            _ => Found::Nothing,
        }
    }
}

/// `p3` is number 2, counted from 0.
fn numbered(address: &str) -> Option<usize> {
    let digits = address.strip_prefix('p').filter(|d| !d.starts_with(['0', '+']))?;
    digits.parse::<usize>().ok()?.checked_sub(1)
}

struct Collector<'c, 'a> {
    files: &'a [File],
    faults: &'c mut Faults,
    ids: Ids,
}

/// Collects every address in `parts`, and reports ids that are none or that are used twice.
/// Drops items that are no mappings, so that positions in `parts` are those in the model; an
/// event without a date is the exception, and so is a block that says nothing.
pub(super) fn collect(files: &[File], parts: &mut Parts<'_>, faults: &mut Faults) -> Ids {
    let mut collector = Collector { files, faults, ids: Ids::default() };
    for kind in Kind::ALL {
        collector.kind(kind, parts);
    }
    collector.sections(parts);
    collector.ids
}

impl Collector<'_, '_> {
    fn fault(&mut self, file: usize, at: Range<usize>, fault: Fault) {
        if let Some(file) = self.files.get(file) {
            self.faults.add(file, at, fault);
        }
    }

    fn kind(&mut self, what: Kind, parts: &mut Parts<'_>) {
        if let Some(table) = self.ids.tables.get_mut(what as usize) {
            table.lost = parts.lost.contains(what.key());
        }
        let Some(items) = parts.lists.get_mut(what.key()) else { return };
        items.retain(|item| {
            let keep = matches!(item.node.value, Value::Map(_));
            if !keep {
                self.fault(item.file, item.node.range(), no_mapping(what.words(), &item.node));
            }
            keep
        });
        let mut next = 0;
        for item in items {
            let shown = what != Kind::Event || self.has_date(item.file, &item.node);
            let ix = shown.then_some(next);
            next += usize::from(shown);
            self.claim(what, item.file, &item.node, ix);
            if what == Kind::Instrument {
                self.articles(item.file, &mut item.node);
            }
        }
    }

    fn has_date(&self, file: usize, node: &Node<'_>) -> bool {
        self.files.get(file).is_some_and(|file| shape::event_date(file, node).is_some())
    }

    /// Enters the id of `node` for the item at `ix`.
    fn claim(&mut self, what: Kind, file: usize, node: &Node<'_>, ix: Option<usize>) {
        let Some(id_node) = peek(node, "id") else { return };
        let at = id_node.range();
        let Some(id) = self.files.get(file).and_then(|file| spelling(file, id_node)) else {
            let message = format!("an id must be a word, and this is {}", kind(id_node));
            return self.fault(file, at, Fault::new(&TYPE, message).help(AN_ID));
        };
        if let Some(fault) = bad_id(id) {
            self.fault(file, at.clone(), fault);
        }
        let Some(table) = self.ids.tables.get_mut(what as usize) else { return };
        if let Some(first) = table.ids.get(id) {
            let (other, range) = (first.file, first.at.clone());
            let fault =
                self.duplicate(&format!("the {} `{}`", what.words(), short(id)), other, range);
            return self.fault(file, at, fault);
        }
        table.ids.insert(id.into(), Known { ix, file, at });
    }

    fn duplicate(&self, what: &str, file: usize, at: Range<usize>) -> Fault {
        let place = self.files.get(file).map(|file| file.place(at));
        let words = place.as_ref().map(crate::diagnostic::Place::words).unwrap_or_default();
        let fault = Fault::new(&DUPLICATE, format!("{what} is here twice; first at {words}"))
            .help("references lead to the first one: give this one another name");
        match place {
            Some(place) => fault.also(place, "first"),
            None => fault,
        }
    }

    fn articles(&mut self, file: usize, node: &mut Node<'_>) {
        let mut numbers: BTreeMap<Box<str>, usize> = BTreeMap::new();
        let mut places: Vec<Range<usize>> = Vec::new();
        if let Some(Value::List(items)) = peek_mut(node, "articles").map(|node| &mut node.value) {
            items.retain(|item| {
                let keep = matches!(item.value, Value::Map(_));
                if !keep {
                    self.fault(file, item.range(), no_mapping("article", item));
                }
                keep
            });
            for (ix, item) in items.iter().enumerate() {
                let number = peek(item, "number");
                places.push(number.map_or_else(|| item.range(), Node::range));
                if let Some(number) = number {
                    self.number(file, number, ix, &mut numbers, &places);
                }
            }
        }
        self.ids.articles.push(numbers);
    }

    fn number(
        &mut self,
        file: usize,
        node: &Node<'_>,
        ix: usize,
        numbers: &mut BTreeMap<Box<str>, usize>,
        places: &[Range<usize>],
    ) {
        let at = node.range();
        let Some(number) = self.files.get(file).and_then(|file| spelling(file, node)) else {
            let message = format!(
                "an article's number must be a number or a name, and this is {}",
                kind(node)
            );
            return self.fault(file, at, Fault::new(&TYPE, message).help(A_NUMBER));
        };
        if !is_number(number) {
            let message =
                format!("`{}` is no article number: use letters and digits", short(number));
            self.fault(file, at.clone(), Fault::new(&ID, message).help(A_NUMBER));
        }
        let lower = number.to_lowercase();
        if let Some(first) = numbers.get(lower.as_str()).and_then(|first| places.get(*first)) {
            let fault =
                self.duplicate(&format!("article `{}`", short(number)), file, first.clone());
            return self.fault(file, at, fault);
        }
        numbers.insert(lower.into(), ix);
    }

    fn sections(&mut self, parts: &Parts<'_>) {
        for (ix, section) in parts.sections.iter().enumerate() {
            let (file, at) = section.listed.clone();
            self.section_id(section.id.as_str(), Known { ix: Some(ix), file, at });
            let mut blocks = Blocks { lost: section.item.is_none(), ..Blocks::default() };
            if let Some(item) = &section.item
                && let Some(Value::List(body)) = peek(&item.node, "body").map(|node| &node.value)
            {
                self.blocks(item.file, body, &mut blocks);
            }
            self.ids.blocks.push(blocks);
        }
        for id in &parts.absent {
            self.section_id(id, Known { ix: None, file: 0, at: 0..0 });
        }
    }

    fn section_id(&mut self, id: &str, known: Known) {
        if let Some(table) = self.ids.tables.get_mut(Kind::Section as usize)
            && !id.is_empty()
        {
            table.ids.entry(id.into()).or_insert(known);
        }
    }

    fn blocks(&mut self, file: usize, body: &[Node<'_>], blocks: &mut Blocks) {
        let Some(text) = self.files.get(file) else { return };
        let mut next = 0;
        for node in body {
            let shape = shape::block(text, node);
            let shown = matches!(shape, Shape::Heading | Shape::Shown);
            let ix = shown.then_some(next);
            next += usize::from(shown);
            let id = peek(node, "id");
            if !matches!(shape, Shape::Heading) {
                blocks.numbered.push((ix, id.is_some()));
            }
            if let Some(id) = id {
                self.block_id(file, id, ix, blocks);
            }
        }
        self.collisions(file, blocks);
    }

    fn block_id(&mut self, file: usize, node: &Node<'_>, ix: Option<usize>, blocks: &mut Blocks) {
        let at = node.range();
        let Some(id) = self.files.get(file).and_then(|file| spelling(file, node)) else {
            let message = format!("an id must be a word, and this is {}", kind(node));
            return self.fault(file, at, Fault::new(&TYPE, message).help(AN_ID));
        };
        if let Some(fault) = bad_id(id) {
            self.fault(file, at.clone(), fault);
        }
        if let Some((_, first)) = blocks.named.get(id) {
            let fault = self.duplicate(&format!("the block `{}`", short(id)), file, first.clone());
            return self.fault(file, at, fault);
        }
        blocks.named.insert(id.into(), (ix, at));
    }

    /// Reports ids like `p3` that are the address of another block, which has none of its own.
    fn collisions(&mut self, file: usize, blocks: &Blocks) {
        let mut found: Vec<_> = blocks
            .named
            .iter()
            .filter(|(id, _)| {
                numbered(id).and_then(|n| blocks.numbered.get(n)).is_some_and(|(_, named)| !named)
            })
            .map(|(id, (_, at))| (at.clone(), id))
            .collect();
        found.sort_by_key(|(at, _)| at.start);
        for (at, id) in found {
            let n = id.get(1..).unwrap_or_default();
            let message =
                format!("`{id}` is the address of paragraph {n}, which has no id of its own");
            let fault = Fault::new(&DUPLICATE, message).help("give this block another id");
            self.fault(file, at, fault);
        }
    }
}

fn no_mapping(what: &str, node: &Node<'_>) -> Fault {
    let article = if what.starts_with(['a', 'e', 'i']) { "an" } else { "a" };
    let message =
        format!("{article} {what} must be a mapping with keys, and this is {}", kind(node));
    Fault::new(&TYPE, message).help("write keys with their values, each `key: value`")
}

fn peek_mut<'n, 'a>(node: &'n mut Node<'a>, key: &str) -> Option<&'n mut Node<'a>> {
    let Value::Map(entries) = &mut node.value else { return None };
    let found =
        entries.iter_mut().find(|(k, _)| matches!(&k.value, Value::Text(word) if word == key));
    found.map(|(_, value)| value)
}
