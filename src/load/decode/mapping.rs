//! The entries of mappings.

use std::ops::Range;

use super::decoder::Decoder;
use crate::base::is_unseen;
use crate::load::fault::Fault;
use crate::load::format::{
    Field, FormatKey, Mapping, MappingKind, Missing, Presence, Unread, Yaml,
};
use crate::load::rule::UNKNOWN_KEY;
use crate::load::sentences::{self, Expected, Subject};
use crate::load::yaml::{self, YamlNode, YamlValue};

/// The entries of a mapping that the format knows, each once.
pub(in crate::load) struct Entries<'a> {
    mapping: &'static Mapping,
    at: Range<usize>,
    /// For each key of the mapping where it stands, and its value.
    found: Vec<Option<(Range<usize>, YamlNode<'a>)>>,
    /// The known keys that unknown ones here are close to: they are not also missing.
    misspelt: Vec<&'static str>,
    /// The unknown keys, each with its fault and the key that was certainly meant.
    unknown: Vec<(Range<usize>, Fault, Option<String>)>,
    /// How many keys were given away.
    given: usize,
}

impl Decoder<'_> {
    /// The fields of the mapping `node`; unknown and repeated keys are faults.
    pub(in crate::load) fn mapping<'a, Y: Yaml<'a>>(&mut self, node: YamlNode<'a>) -> Option<Y> {
        self.entries(node, Y::mapping(), false).map(Entries::fields)
    }

    /// The entries of the mapping `node`, which may stand `inline` in briefing.yaml though there
    /// could be a file of its own; unknown and repeated keys are faults.
    pub(in crate::load) fn entries<'a>(
        &mut self,
        node: YamlNode<'a>,
        mapping: &'static Mapping,
        inline: bool,
    ) -> Option<Entries<'a>> {
        let at = node.range();
        let YamlValue::Map(entries) = node.value else {
            self.wrong_type(&node, Subject::Mapping(mapping), Expected::Mapping);
            return None;
        };
        let found = mapping.keys.iter().map(|_| None).collect();
        let mut all =
            Entries { mapping, at, found, misspelt: Vec::new(), unknown: Vec::new(), given: 0 };
        for (key, value) in entries {
            self.entry(&mut all, &key, value, inline);
        }
        for (at, fault, certain) in std::mem::take(&mut all.unknown) {
            let is_there = all.keys().any(|(key, _)| Some(key.name) == certain.as_deref());
            let certain = certain.filter(|_| !is_there);
            self.fault(at, fault.meant(certain.as_deref()));
        }
        Some(all)
    }

    fn entry<'a>(
        &mut self,
        entries: &mut Entries<'a>,
        key: &YamlNode<'a>,
        value: YamlNode<'a>,
        inline: bool,
    ) {
        let word = key.spelling(&self.file.text).unwrap_or_default();
        let keys = entries.mapping.keys;
        let allowed = |row: &FormatKey| inline || row.presence != Presence::Inline;
        let at = keys.iter().position(|row| row.name == word && allowed(row));
        let Some((row, slot)) = at.and_then(|at| keys.get(at).zip(entries.found.get_mut(at)))
        else {
            let known = || keys.iter().filter(|row| allowed(row)).map(|row| row.name);
            if let Some((slip, meant)) = yaml::in_key(word) {
                entries.misspelt.extend(known().find(|name| *name == meant));
                return self.fault(key.range(), sentences::slip(slip));
            }
            let seen: String = word.chars().filter(|c| !is_unseen(*c)).collect();
            if seen.len() < word.len()
                && let Some(meant) = known().find(|name| *name == seen)
            {
                entries.misspelt.push(meant);
                return self.fault(key.range(), sentences::unseen_in_key(word, meant));
            }
            let by_file = meant(word, entries.mapping).map(str::to_owned);
            let near = by_file.clone().or_else(|| self.nearest(&UNKNOWN_KEY, word, known()));
            let certain = by_file.or_else(|| self.certain(&UNKNOWN_KEY, word, known()));
            entries.misspelt.extend(known().find(|name| near.as_deref() == Some(name)));
            let known: Vec<_> = known().collect();
            let fault = sentences::unknown_key(entries.mapping, word, near.as_deref(), &known);
            return entries.unknown.push((key.range(), fault, certain));
        };
        if let Some((first, _)) = slot {
            let first = self.file.location(first.clone());
            return self.fault(key.range(), sentences::repeated_key(row.name, first));
        }
        *slot = Some((key.range(), value));
    }
}

impl<'a> Entries<'a> {
    /// The fields, to be read.
    pub(in crate::load) fn fields<Y: Yaml<'a>>(mut self) -> Y {
        Y::of(&mut self)
    }

    /// Which keys are here, with their places.
    pub(in crate::load) fn keys(&self) -> impl Iterator<Item = (&'static FormatKey, Range<usize>)> {
        let here = self.mapping.keys.iter().zip(&self.found);
        here.filter_map(|(key, found)| found.as_ref().map(|(at, _)| (key, at.clone())))
    }

    /// Whether an unknown key here is close to one that says what a block is.
    pub(in crate::load) fn misspells_content(&self) -> bool {
        self.mapping.contents().any(|(_, name)| self.misspelt.contains(&name))
    }

    /// Where the mapping begins.
    pub(in crate::load) fn at(&self) -> Range<usize> {
        self.at.clone()
    }
}

impl<'a> Unread<'a> for Entries<'a> {
    #[expect(clippy::indexing_slicing, reason = "a mapping asks for each of its keys once")]
    fn next(&mut self) -> (&'static FormatKey, Option<YamlNode<'a>>, Option<Box<Missing>>) {
        let key = &self.mapping.keys[self.given];
        let node = self.found.get_mut(self.given).and_then(Option::take).map(|(_, node)| node);
        self.given += 1;
        let needed = node.is_none() && key.presence == Presence::Required;
        let missing = needed && !self.misspelt.contains(&key.name);
        let missing =
            missing.then(|| Box::new(Missing { mapping: self.mapping, at: self.at.clone() }));
        (key, node, missing)
    }
}

impl<'a, T> Field<'a, T> {
    /// The value; a fault if it is missing.
    pub(in crate::load) fn node(&mut self, cx: &mut Decoder<'_>) -> Option<YamlNode<'a>> {
        if let Some(missing) = self.missing.take() {
            let Missing { mapping, at } = *missing;
            cx.fault(at, sentences::missing_key(mapping, self.key));
        }
        self.node.take()
    }

    /// What faults of the value speak of.
    pub(in crate::load) fn subject(&self) -> Subject {
        Subject::Key(self.key.name)
    }
}

/// The key that goes by the name of its file in many a briefing.
fn meant(word: &str, mapping: &Mapping) -> Option<&'static str> {
    match (mapping.kind, word) {
        (MappingKind::Briefing | MappingKind::Glossary, "glossary") => Some("terms"),
        (MappingKind::Briefing | MappingKind::Timeline, "timeline") => Some("events"),
        (MappingKind::Briefing | MappingKind::Questions, "questions") => Some("discussion"),
        _ => None,
    }
}
