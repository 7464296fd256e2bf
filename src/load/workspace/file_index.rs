//! What a file defines, what it names and which keys it has, each with its bytes.

use std::ops::Range;

use crate::base::cut;
use crate::diagnostic::File;
use crate::load::files;
use crate::load::format::{
    FormatKey, Mapping, MappingKind, SectionYaml, ValueType, Yaml as _, mappings,
};
use crate::load::locate;
use crate::load::markup::{WrittenLink, links};
use crate::load::referent::{Referent, article, named};
use crate::load::shown;
use crate::load::yaml::{YamlNode, YamlValue};

/// How something stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// As what it is: here it is defined.
    Defined,
    /// As a link with words of its own.
    Labelled,
    /// By its address or id alone, so that its name would help.
    Bare,
}

/// A place in a file at which something is defined or named. Places are bytes of the file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// What.
    pub(crate) referent: Referent,
    /// The words of the address that are its own: the id, the number.
    pub(crate) at: Range<usize>,
    /// The whole of the link or of the value, or the whole of what is defined.
    pub(crate) whole: Range<usize>,
    /// Where its whole address is written, for what is named.
    pub(crate) address: Range<usize>,
    /// How it stands there.
    pub(crate) standing: Standing,
}

/// A key of the format where it is written.
#[derive(Debug, Clone)]
pub(crate) struct WrittenKey {
    /// Its bytes.
    pub(crate) at: Range<usize>,
    /// Its row in the table.
    pub(crate) key: &'static FormatKey,
}

/// What something is that a file has in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grade {
    /// A section.
    Section,
    /// A heading in a section, or a part of an instrument.
    Heading,
    /// An instrument.
    Instrument,
    /// An article.
    Article,
    /// An actor.
    Actor,
    /// A term, an event or a source.
    Record,
}

/// An entry of the contents of a file.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// What it is.
    pub(crate) grade: Grade,
    /// What it is called.
    pub(crate) name: String,
    /// All of its bytes.
    pub(crate) whole: Range<usize>,
    /// Those of its name.
    pub(crate) at: Range<usize>,
}

/// What stands where in a file, from top to bottom.
#[derive(Debug, Default)]
pub(crate) struct FileIndex {
    pub(crate) occurrences: Vec<Occurrence>,
    pub(crate) keys: Vec<WrittenKey>,
    pub(crate) entries: Vec<Entry>,
}

impl FileIndex {
    /// That of a file with this tree.
    pub(super) fn of(file: &File, tree: Option<&YamlNode<'_>>) -> Self {
        let section = files::section_id(&file.path).unwrap_or_default().to_owned();
        let mut walk = Walk { file, index: Self::default(), section, instrument: String::new() };
        if let (Some(tree), Some(mapping)) = (tree, mapping_of(&file.path)) {
            walk.mapping(tree, mapping);
        }
        walk.index
    }
}

/// What the file at a path inside a briefing is the whole of.
pub(crate) fn mapping_of(path: &str) -> Option<&'static Mapping> {
    if files::is_section(path) {
        return Some(SectionYaml::mapping());
    }
    mappings().find(|mapping| mapping.file == Some(path))
}

fn mapping(kind: MappingKind) -> Option<&'static Mapping> {
    mappings().find(|mapping| mapping.kind == kind)
}

struct Walk<'f> {
    file: &'f File,
    index: FileIndex,
    /// The section that is walked.
    section: String,
    /// The instrument that is walked.
    instrument: String,
}

impl Walk<'_> {
    fn mapping(&mut self, node: &YamlNode<'_>, mapping: &'static Mapping) {
        let YamlValue::Map(entries) = &node.value else { return };
        self.define(node, mapping.kind);
        for (key, value) in entries {
            let word = key.words().unwrap_or_default();
            let Some(row) = mapping.keys.iter().find(|row| row.name == word) else { continue };
            self.index.keys.push(WrittenKey { at: key.range(), key: row });
            if mapping.kind == MappingKind::Section && row.name == "body" {
                self.blocks(value);
            }
            self.value(value, &row.value);
        }
    }

    /// Enters what a mapping is.
    fn define(&mut self, node: &YamlNode<'_>, kind: MappingKind) {
        let id = node.get("id").map(|id| (self.word(id), self.words_at(id)));
        let id = id.filter(|(id, _)| !id.is_empty());
        let own = |scheme| id.as_ref().map(|(id, at)| (Referent::entity(scheme, id), at.clone()));
        let (grade, name, defined) = match kind {
            MappingKind::Section => {
                // One that stands in briefing.yaml without an id cannot be named.
                let of_file = files::section_id(&self.file.path);
                let given = id.as_ref().map(|(id, _)| id.as_str());
                self.section = given.or(of_file).unwrap_or_default().to_owned();
                let title = node.get("title").map(|title| self.words_at(title));
                let in_file = |id| (Referent::entity("section", id), title.unwrap_or(0..0));
                (Grade::Section, "title", own("section").or_else(|| of_file.map(in_file)))
            }
            MappingKind::Block => (Grade::Heading, "heading", None),
            MappingKind::Part => (Grade::Heading, "part", None),
            MappingKind::Instrument => {
                self.instrument = id.as_ref().map(|(id, _)| id.clone()).unwrap_or_default();
                (Grade::Instrument, "title", own("instrument"))
            }
            MappingKind::Article => {
                let number = node.get("number").filter(|_| !self.instrument.is_empty());
                let defined = number.map(|number| {
                    let referent = Referent::article(Some(&self.instrument), &self.word(number));
                    (referent, self.words_at(number))
                });
                (
                    Grade::Article,
                    if node.get("title").is_some() { "title" } else { "number" },
                    defined,
                )
            }
            MappingKind::Actor => (Grade::Actor, "name", own("actor")),
            MappingKind::Term => (Grade::Record, "term", own("term")),
            MappingKind::Event => (Grade::Record, "title", own("event")),
            MappingKind::Source => (Grade::Record, "title", own("source")),
            _ => return,
        };
        let whole = whole(node);
        if let Some((referent, at)) = defined {
            self.defined(referent, at, whole.clone());
        }
        if let Some(name) = node.get(name) {
            let mut words = self.word(name);
            if kind == MappingKind::Article
                && let Some(number) = node.get("number")
                && node.get("title").is_some()
            {
                words = format!("{} {words}", self.word(number));
            }
            let at = name.range();
            self.index.entries.push(Entry { grade, name: words, whole, at });
        }
    }

    fn defined(&mut self, referent: Referent, at: Range<usize>, whole: Range<usize>) {
        let standing = Standing::Defined;
        let address = at.clone();
        self.index.occurrences.push(Occurrence { referent, at, whole, address, standing });
    }

    /// Enters the addresses of the blocks of a section.
    fn blocks(&mut self, body: &YamlNode<'_>) {
        let YamlValue::List(blocks) = &body.value else { return };
        let mut number = 0;
        for node in blocks {
            let is_heading = matches!(shown::block(self.file, node), shown::BlockShape::Heading);
            number += usize::from(!is_heading);
            let (id, at) = match node.get("id") {
                Some(id) => (self.word(id), self.words_at(id)),
                None if is_heading => continue,
                None => (format!("p{number}"), node.range().start..node.range().start),
            };
            if !self.section.is_empty() {
                self.defined(Referent::block(&self.section, &id), at, whole(node));
            }
        }
    }

    fn value(&mut self, node: &YamlNode<'_>, value: &ValueType) {
        match (value, &node.value) {
            (_, YamlValue::Null) => {}
            (ValueType::List(of), YamlValue::List(items)) => {
                for item in items {
                    self.value(item, of);
                }
            }
            (ValueType::Provisions, YamlValue::List(items)) => {
                for item in items {
                    self.value(item, value);
                }
            }
            (ValueType::Paragraphs, YamlValue::List(items)) => {
                for item in items {
                    self.prose(item, false);
                }
            }
            (ValueType::Elements, YamlValue::Map(entries)) => {
                for (_, text) in entries {
                    self.prose(text, false);
                }
            }
            (_, YamlValue::Map(_)) => {
                if let Some(mapping) = mapping_in(value, shown::is_part(node)) {
                    self.mapping(node, mapping);
                }
            }
            (ValueType::Prose | ValueType::PointEntry | ValueType::Paragraphs, _)
            | (ValueType::Cell, YamlValue::Text(_)) => self.prose(node, false),
            (ValueType::Provisions, _) => self.prose(node, true),
            (
                ValueType::ActorId
                | ValueType::SpeakerName
                | ValueType::SourceId
                | ValueType::SourceEntry
                | ValueType::SectionEntry
                | ValueType::ArticleAddress
                | ValueType::Address
                | ValueType::Paragraph
                | ValueType::WebUrl,
                _,
            ) => self.reference(node, value),
            _ => {}
        }
    }

    /// Enters what the value of a key names.
    fn reference(&mut self, node: &YamlNode<'_>, value: &ValueType) {
        let word = self.word(node);
        let whole = |referent| vec![(referent, 0..word.len())];
        let found = match value {
            ValueType::ActorId | ValueType::SpeakerName => whole(Referent::entity("actor", &word)),
            ValueType::SourceId | ValueType::SourceEntry => {
                whole(Referent::entity("source", &word))
            }
            ValueType::SectionEntry => whole(Referent::entity("section", &word)),
            ValueType::Paragraph if self.section.is_empty() => Vec::new(),
            ValueType::Paragraph => whole(Referent::block(&self.section, &word)),
            ValueType::ArticleAddress => article(&word),
            _ => named(&word),
        };
        let found = found.into_iter().filter(|(_, at)| !cut(&word, at.clone()).trim().is_empty());
        let found: Vec<_> = found.collect();
        let mut ranges: Vec<Range<usize>> = found.iter().map(|(_, at)| at.clone()).collect();
        let at = node.range();
        let raw = self.file.text.get(at.clone()).unwrap_or_default();
        // Numbers have no quotes.
        ranges = if matches!(node.value, YamlValue::Text(_)) {
            locate::all_in_raw(raw, &word, &ranges)
        } else {
            ranges
        };
        for ((referent, _), place) in found.into_iter().zip(ranges) {
            let standing = Standing::Bare;
            let place = at.start + place.start..at.start + place.end;
            let (whole, address) = (at.clone(), at.clone());
            self.index.occurrences.push(Occurrence {
                referent,
                at: place,
                whole,
                address,
                standing,
            });
        }
    }

    /// Enters the links of a text.
    fn prose(&mut self, node: &YamlNode<'_>, is_law: bool) {
        let YamlValue::Text(value) = &node.value else { return };
        let links = links(value, is_law);
        if links.is_empty() {
            return;
        }
        let raw = self.file.text.get(node.range()).unwrap_or_default();
        let wholes: Vec<Range<usize>> = links.iter().map(|link| link.whole.clone()).collect();
        let wholes = locate::all_in_raw(raw, value, &wholes);
        let found = links.iter().map(|link| {
            let address = &link.address;
            let named = named(cut(value, address.clone())).into_iter();
            let start = address.start;
            named.map(|(what, at)| (what, start + at.start..start + at.end)).collect::<Vec<_>>()
        });
        let found: Vec<_> = found.collect();
        let parts: Vec<Range<usize>> = found.iter().flatten().map(|(_, at)| at.clone()).collect();
        let mut parts = locate::all_in_raw(raw, value, &parts).into_iter();
        let addresses: Vec<Range<usize>> = links.iter().map(|link| link.address.clone()).collect();
        let addresses = locate::all_in_raw(raw, value, &addresses);
        let start = node.range().start;
        let moved = |at: &Range<usize>| start + at.start..start + at.end;
        for (((link, whole), named), address) in
            links.iter().zip(&wholes).zip(found).zip(&addresses)
        {
            for (referent, _) in named {
                let Some(at) = parts.next() else { return };
                let (at, whole, address) = (moved(&at), moved(whole), moved(address));
                let standing = standing(link);
                self.index.occurrences.push(Occurrence { referent, at, whole, address, standing });
            }
        }
    }

    /// The words of a scalar.
    fn word(&self, node: &YamlNode<'_>) -> String {
        node.spelling(&self.file.text).unwrap_or_default().to_owned()
    }

    /// Where the words of a scalar stand, without its quotes.
    fn words_at(&self, node: &YamlNode<'_>) -> Range<usize> {
        let whole = node.range();
        let raw = self.file.text.get(whole.clone()).unwrap_or_default();
        let found = node.words().and_then(|words| locate::in_raw(raw, words, &(0..words.len())));
        found.map_or(whole.clone(), |at| whole.start + at.start..whole.start + at.end)
    }
}

/// All of a value, to the end of what stands in it last.
fn whole(node: &YamlNode<'_>) -> Range<usize> {
    let mut last = node;
    let mut end = node.range().end;
    while let Some(inner) = match &last.value {
        YamlValue::Map(entries) => entries.last().map(|(_, value)| value),
        YamlValue::List(items) => items.last(),
        _ => None,
    } {
        last = inner;
        end = end.max(last.range().end);
    }
    node.range().start..end
}

fn standing(link: &WrittenLink) -> Standing {
    if link.is_labelled { Standing::Labelled } else { Standing::Bare }
}

/// What a mapping is that stands as a value of this type.
pub(crate) fn mapping_in(value: &ValueType, is_part: bool) -> Option<&'static Mapping> {
    match value {
        ValueType::Mapping(of) => Some(of()),
        ValueType::ArticleEntry if is_part => mapping(MappingKind::Part),
        ValueType::ArticleEntry => mapping(MappingKind::Article),
        ValueType::PointEntry => mapping(MappingKind::Point),
        ValueType::Provisions => mapping(MappingKind::Provision),
        ValueType::SectionEntry => mapping(MappingKind::Section),
        ValueType::SourceEntry => mapping(MappingKind::Locator),
        ValueType::List(of) => mapping_in(of, is_part),
        _ => None,
    }
}

/// The section that the file at a path inside a briefing is.
pub(crate) fn section_of(path: &str) -> Option<&str> {
    files::section_id(path)
}
