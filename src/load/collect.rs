//! Collecting every address in a briefing before any text is read, so that one pass over the texts
//! resolves what they link.

use std::collections::BTreeMap;
use std::ops::Range;

use super::addresses::{Addresses, Blocks, EntityKind, Known, numbered};
use super::cited::CitedBelow;
use super::fault::Fault;
use super::faults::Faults;
use super::format::{
    ActorYaml, ArticleYaml, EventYaml, InstrumentYaml, Mapping, SourceYaml, TermYaml, Yaml,
};
use super::id::{bad_id, is_number};
use super::parts::{Lists, PartList, Parts};
use super::provisions::{ArticleNames, number_in, outline};
use super::referent::Referent;
use super::sentences;
use super::shown::{self, BlockShape};
use super::words::unspaced;
use super::yaml::{YamlNode, YamlValue};
use crate::base::cut;
use crate::diagnostic::{File, Location};
use crate::model::{ArticleIx, InstrumentIx, article_label};

struct Collector<'c, 'a> {
    files: &'a [File],
    faults: &'c mut Faults,
    addresses: Addresses,
    cited: CitedBelow,
    /// The briefing's own language.
    language: String,
}

/// Collects every address in `parts`, and reports ids that are none or that are used twice.
/// Drops items that are no mappings, so that positions in `parts` are those in the model; an
/// event without a date is the exception, and so is a block that says nothing.
pub(super) fn collect(files: &[File], parts: &mut Parts<'_>, faults: &mut Faults) -> Addresses {
    let cited = CitedBelow::of(files, parts);
    let language = parts.manifest.as_ref().and_then(|(file, manifest)| {
        let language = manifest.language.node.as_ref()?;
        language.spelling(&files.get(*file)?.text)
    });
    let language = language.unwrap_or_default().to_owned();
    let mut collector =
        Collector { files, faults, addresses: Addresses::default(), cited, language };
    for kind in EntityKind::ALL {
        collector.kind(kind, parts);
    }
    collector.sections(parts);
    collector.addresses
}

impl Collector<'_, '_> {
    fn fault(&mut self, file: usize, at: Range<usize>, fault: Fault) {
        if let Some(file) = self.files.get(file) {
            self.faults.add(file, at, fault);
        }
    }

    fn kind(&mut self, what: EntityKind, parts: &mut Parts<'_>) {
        let Some((list, mapping)) = list_of(&mut parts.lists, what) else { return };
        if let Some(table) = self.addresses.tables.get_mut(what as usize) {
            table.lost = parts.lost.contains(&mapping.kind);
        }
        let items = &mut list.items;
        items.retain(|item| {
            let keep = matches!(item.node.value, YamlValue::Map(_));
            if !keep {
                self.fault(
                    item.file,
                    item.node.range(),
                    sentences::no_mapping(mapping, &item.node),
                );
            }
            keep
        });
        let mut next = 0;
        for item in items {
            let shown = what != EntityKind::Event || self.has_date(item.file, &item.node);
            let ix = shown.then_some(next);
            next += usize::from(shown);
            self.claim(what, item.file, &item.node, ix);
            if what == EntityKind::Instrument {
                self.articles(item.file, &mut item.node);
            }
        }
    }

    fn has_date(&self, file: usize, node: &YamlNode<'_>) -> bool {
        self.files.get(file).is_some_and(|file| shown::event_date(file, node).is_some())
    }

    /// Enters the id of `node` for the item at `ix`.
    fn claim(&mut self, what: EntityKind, file: usize, node: &YamlNode<'_>, ix: Option<usize>) {
        let Some(id_node) = node.get("id") else { return };
        let at = id_node.range();
        let Some(id) = self.files.get(file).and_then(|file| id_node.spelling(&file.text)) else {
            return self.fault(file, at, sentences::id_of_wrong_type(id_node));
        };
        if let Some(fault) = bad_id(id) {
            self.fault(file, at.clone(), fault);
        }
        if let Some(file) = self.files.get(file) {
            self.faults.note_own(file, &at, id, || Referent::entity(what.scheme(), id));
        }
        let Some(table) = self.addresses.tables.get_mut(what as usize) else { return };
        if let Some(first) = table.ids.get(id) {
            let (other, range) = (first.file, first.at.clone());
            let first = self.location(other, range);
            return self.fault(file, at, sentences::id_twice(what, id, first));
        }
        table.ids.insert(id.into(), Known { ix, file, at });
        for key in ["name", "title", "short", "term", "aliases"] {
            match node.get(key).map(|node| &node.value) {
                Some(YamlValue::Text(name)) => table.names.enter(name, id),
                Some(YamlValue::List(names)) => {
                    for name in names {
                        if let YamlValue::Text(name) = &name.value {
                            table.names.enter(name, id);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn location(&self, file: usize, at: Range<usize>) -> Location {
        self.files.get(file).map_or_else(|| Location::whole(""), |file| file.location(at))
    }

    fn articles(&mut self, file: usize, node: &mut YamlNode<'_>) {
        let mut numbers: BTreeMap<Box<str>, usize> = BTreeMap::new();
        let mut places: Vec<Range<usize>> = Vec::new();
        let instrument = self.addresses.articles.len();
        let id = self.files.get(file).and_then(|file| node.get("id")?.spelling(&file.text));
        let id = id.unwrap_or_default().to_owned();
        let word = |key: &str| {
            let file = self.files.get(file)?;
            node.get(key)?.spelling(&file.text).map(str::to_owned)
        };
        let (label, language) = (word("label"), word("language"));
        let spoken = language.as_deref().unwrap_or(&self.language);
        let used = label.clone().unwrap_or_else(|| article_label(spoken).to_owned());
        if let Some(YamlValue::List(items)) = node.get_mut("articles").map(|node| &mut node.value) {
            items.retain(|item| {
                let keep = matches!(item.value, YamlValue::Map(_));
                if !keep {
                    self.fault(
                        file,
                        item.range(),
                        sentences::no_mapping(ArticleYaml::mapping(), item),
                    );
                }
                keep
            });
            for (ix, item) in items.iter().filter(|item| !shown::is_part(item)).enumerate() {
                let number = item.get("number");
                places.push(number.map_or_else(|| item.range(), YamlNode::range));
                if let Some(number) = number {
                    let before = item.get("label").is_none().then_some(used.as_str());
                    self.note_number(file, &id, number);
                    self.number(file, number, before, ix, &mut numbers, &places);
                    self.wording(
                        file,
                        item,
                        (&id, label.as_deref()),
                        ArticleIx::new(InstrumentIx::new(instrument), ix),
                    );
                }
            }
        }
        self.addresses.articles.push(numbers);
    }

    /// Reads the wording of an article of the instrument with this id and label, if something is cited below it.
    fn wording(
        &mut self,
        file: usize,
        item: &YamlNode<'_>,
        (instrument, label): (&str, Option<&str>),
        at: ArticleIx,
    ) {
        let Some(file) = self.files.get(file) else { return };
        let number = item.get("number").and_then(|number| number.spelling(&file.text));
        let is_first = at.instrument.get() == 0;
        if let Some(text) = item.get("text")
            && self.cited.has(instrument, is_first, number.unwrap_or_default())
        {
            let title = item.get("title").and_then(|title| title.spelling(&file.text));
            let names = ArticleNames::of(number.unwrap_or_default(), label, title);
            let outline = outline(&file.text, text, &names);
            self.addresses.wordings.insert(at, outline);
        }
    }

    fn note_number(&mut self, file: usize, instrument: &str, node: &YamlNode<'_>) {
        let Some(file) = self.files.get(file) else { return };
        if let Some(number) = node.spelling(&file.text) {
            let article = || Referent::article(Some(instrument), number);
            self.faults.note_own(file, &node.range(), number, article);
        }
    }

    /// Enters the number of an article, which `label` is put before, if one is.
    fn number(
        &mut self,
        file: usize,
        node: &YamlNode<'_>,
        label: Option<&str>,
        ix: usize,
        numbers: &mut BTreeMap<Box<str>, usize>,
        places: &[Range<usize>],
    ) {
        let at = node.range();
        let Some(number) = self.files.get(file).and_then(|file| node.spelling(&file.text)) else {
            return self.fault(file, at, sentences::number_of_wrong_type(node));
        };
        let meant = label.and_then(|label| number_in(number, label));
        if !is_number(number) {
            self.fault(file, at.clone(), sentences::bad_number(number, meant.as_deref()));
        } else if let Some(meant) = meant {
            self.fault(file, at.clone(), sentences::label_in_number(number, &meant));
        }
        let lower = unspaced(number).to_lowercase();
        if let Some(first) = numbers.get(lower.as_str()).and_then(|first| places.get(*first)) {
            let first = self.location(file, first.clone());
            return self.fault(file, at, sentences::number_twice(number, first));
        }
        numbers.insert(lower.into(), ix);
    }

    fn sections(&mut self, parts: &Parts<'_>) {
        for (ix, section) in parts.sections.iter().enumerate() {
            let (file, at) = section.listed.clone();
            if let Some(text) = self.files.get(file).filter(|_| !at.is_empty()) {
                let own = || Referent::entity("section", &section.id);
                self.faults.note_own(text, &at, &section.id, own);
            }
            self.section_id(section.id.as_str(), Known { ix: Some(ix), file, at });
            let mut blocks = Blocks { lost: section.item.is_none(), ..Blocks::default() };
            if let Some(item) = &section.item
                && let Some(YamlValue::List(body)) = item.node.get("body").map(|node| &node.value)
            {
                self.blocks(item.file, &section.id, body, &mut blocks);
            }
            self.addresses.blocks.push(blocks);
        }
        for id in &parts.absent {
            self.section_id(id, Known { ix: None, file: 0, at: 0..0 });
        }
    }

    fn section_id(&mut self, id: &str, known: Known) {
        if let Some(table) = self.addresses.tables.get_mut(EntityKind::Section as usize)
            && !id.is_empty()
        {
            table.ids.entry(id.into()).or_insert(known);
        }
    }

    fn blocks(&mut self, file: usize, section: &str, body: &[YamlNode<'_>], blocks: &mut Blocks) {
        let Some(text) = self.files.get(file) else { return };
        blocks.file = file;
        let mut next = 0;
        for node in body {
            let shape = shown::block(text, node);
            let shown = matches!(shape, BlockShape::Heading | BlockShape::Other);
            let ix = shown.then_some(next);
            next += usize::from(shown);
            let id = node.get("id");
            if !matches!(shape, BlockShape::Heading) {
                blocks.numbered.push((ix, id.is_some()));
                blocks.starts.push(node.range().start);
            }
            if let Some(id) = id {
                if let Some(word) = id.spelling(&text.text) {
                    let own = || Referent::block(section, word);
                    self.faults.note_own(text, &id.range(), word, own);
                }
                self.block_id(file, id, ix, blocks);
            }
        }
        self.collisions(file, blocks);
    }

    fn block_id(
        &mut self,
        file: usize,
        node: &YamlNode<'_>,
        ix: Option<usize>,
        blocks: &mut Blocks,
    ) {
        let at = node.range();
        let Some(id) = self.files.get(file).and_then(|file| node.spelling(&file.text)) else {
            return self.fault(file, at, sentences::id_of_wrong_type(node));
        };
        if let Some(fault) = bad_id(id) {
            self.fault(file, at.clone(), fault);
        }
        if let Some((_, first)) = blocks.named.get(id) {
            let first = self.location(file, first.clone());
            return self.fault(file, at, sentences::block_twice(id, first));
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
            let n = cut(id, 1..);
            self.fault(file, at, sentences::taken_address(id, n));
        }
    }
}

/// The list that defines a kind, and what its items are; none for sections, of which there is no
/// such list.
fn list_of<'p, 'a>(
    lists: &'p mut Lists<'a>,
    kind: EntityKind,
) -> Option<(&'p mut PartList<'a>, &'static Mapping)> {
    match kind {
        EntityKind::Instrument => Some((&mut lists.instruments, InstrumentYaml::mapping())),
        EntityKind::Actor => Some((&mut lists.actors, ActorYaml::mapping())),
        EntityKind::Term => Some((&mut lists.terms, TermYaml::mapping())),
        EntityKind::Event => Some((&mut lists.events, EventYaml::mapping())),
        EntityKind::Source => Some((&mut lists.sources, SourceYaml::mapping())),
        EntityKind::Section => None,
    }
}
