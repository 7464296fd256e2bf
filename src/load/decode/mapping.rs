//! The entries of mappings.

use std::ops::Range;

use super::decoder::Decoder;
use crate::load::faults::Fault;
use crate::load::raw::{Node, Value};
use crate::load::rule::{MISSING_KEY, REPEATED_KEY, UNKNOWN_KEY};
use crate::load::words::short;

/// The entries of a mapping that the format knows, each once.
pub(in crate::load) struct Fields<'a> {
    what: &'static str,
    at: Range<usize>,
    entries: Vec<(&'static str, Range<usize>, Option<Node<'a>>)>,
    /// The known keys that unknown ones here are close to: they are not also missing.
    misspelt: Vec<&'static str>,
}

impl Decoder<'_> {
    /// The entries of the mapping `node`; unknown and repeated keys are faults.
    pub(in crate::load) fn fields<'a>(
        &mut self,
        node: Node<'a>,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Option<Fields<'a>> {
        let at = node.range();
        let Value::Map(entries) = node.value else {
            self.wrong_type(&node, what, super::value::MAPPING);
            return None;
        };
        let mut fields = Fields { what, at, entries: Vec::new(), misspelt: Vec::new() };
        for (key, value) in entries {
            self.entry(&mut fields, &key, value, known);
        }
        Some(fields)
    }

    fn entry<'a>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &Node<'a>,
        value: Node<'a>,
        known: &'static [&'static str],
    ) {
        let word = key.spelling(&self.file.text).unwrap_or_default();
        let Some(&name) = known.iter().find(|name| **name == word) else {
            let near = meant(word, known)
                .or_else(|| self.nearest(&UNKNOWN_KEY, word, known.iter().copied()));
            fields.misspelt.extend(known.iter().find(|name| near.as_deref() == Some(**name)));
            let message = match word {
                "" => format!("{} has a key that is no word", fields.what),
                word => format!("{} has no key `{}`", fields.what, short(word)),
            };
            let fault = Fault::new(&UNKNOWN_KEY, message);
            let fault = fault.suggest(near, || format!("the keys here are: {}", known.join(", ")));
            return self.fault(key.range(), fault);
        };
        if let Some((_, first, _)) = fields.entries.iter().find(|(seen, ..)| *seen == name) {
            let first = self.file.place(first.clone());
            let fault = Fault::new(
                &REPEATED_KEY,
                format!("`{name}` is here twice; first at {}", first.words()),
            )
            .help("the first one is used: remove the other")
            .also(first, "first");
            return self.fault(key.range(), fault);
        }
        fields.entries.push((name, key.range(), Some(value)));
    }
}

impl<'a> Fields<'a> {
    /// The value of `key`, if it is there.
    pub(in crate::load) fn take(&mut self, key: &str) -> Option<Node<'a>> {
        self.entries.iter_mut().find(|(name, ..)| *name == key).and_then(|(.., node)| node.take())
    }

    /// The value of `key`; a fault if it is missing.
    pub(in crate::load) fn need(
        &mut self,
        cx: &mut Decoder<'_>,
        key: &'static str,
    ) -> Option<Node<'a>> {
        if self.entries.iter().any(|(name, ..)| *name == key) {
            return self.take(key);
        }
        if !self.misspelt.contains(&key) {
            let fault = Fault::new(&MISSING_KEY, format!("{} needs the key `{key}`", self.what));
            let help = match key {
                "format" => "add `format: 1`".to_owned(),
                key => format!("add `{key}: ` and its value"),
            };
            cx.fault(self.at.clone(), fault.help(help));
        }
        None
    }

    /// Which keys are here, in order, with their places.
    pub(in crate::load) fn keys(&self) -> impl Iterator<Item = (&'static str, Range<usize>)> {
        self.entries.iter().map(|(name, at, _)| (*name, at.clone()))
    }

    /// Whether an unknown key here is close to one of `keys`.
    pub(in crate::load) fn misspells(&self, keys: &[&str]) -> bool {
        self.misspelt.iter().any(|key| keys.contains(key))
    }

    /// Where the mapping begins.
    pub(in crate::load) fn at(&self) -> Range<usize> {
        self.at.clone()
    }
}

/// The key that goes by the name of its file in many a briefing.
fn meant(word: &str, known: &[&str]) -> Option<String> {
    let key = match word {
        "glossary" => "terms",
        "timeline" => "events",
        "questions" => "discussion",
        _ => return None,
    };
    known.contains(&key).then(|| key.to_owned())
}
