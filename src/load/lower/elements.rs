//! A clause taken apart: elements by names of the author's choice.

use std::collections::HashMap;
use std::ops::Range;

use crate::base::visible;
use crate::load::format::{ElementTitles, Elements, Field};
use crate::load::lowering::Lowering;
use crate::load::sentences::{self, Expected, Subject};
use crate::load::words::beginning;
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::ClauseElement;

impl Field<'_, Elements> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Vec<ClauseElement> {
        let Some(node) = self.node(cx) else { return Vec::new() };
        let named = cx.named(node, self.subject());
        let elements = named.into_iter().filter_map(|(name, value)| {
            let text = cx.text(&value, Subject::ItemOf(self.key.name))?;
            Some(ClauseElement { name, text })
        });
        elements.collect()
    }
}

impl Field<'_, ElementTitles> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Vec<(String, String)> {
        let Some(node) = self.node(cx) else { return Vec::new() };
        let named = cx.named(node, self.subject());
        let titles = named.into_iter().filter_map(|(name, value)| {
            let title = cx.words(&value, Subject::ItemOf(self.key.name))?;
            Some((name, title))
        });
        titles.collect()
    }
}

impl Lowering<'_> {
    /// The entries of a mapping whose keys are of the author's choice, each key once.
    fn named<'a>(&mut self, node: YamlNode<'a>, subject: Subject) -> Vec<(String, YamlNode<'a>)> {
        if matches!(&node.value, YamlValue::Map(entries) if entries.is_empty()) {
            self.empty(&node, subject);
        }
        let YamlValue::Map(entries) = node.value else {
            self.wrong_type(&node, subject, Expected::Mapping);
            return Vec::new();
        };
        let mut seen: HashMap<String, Range<usize>> = HashMap::new();
        let mut named = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let name = key.spelling(&self.file.text).unwrap_or_default();
            let name = visible(beginning(name.trim())).into_owned();
            if name.is_empty() {
                self.empty(&key, subject);
                continue;
            }
            if let Some(first) = seen.get(&name) {
                let first = self.file.location(first.clone());
                self.fault(key.range(), sentences::repeated_key(&name, first));
                continue;
            }
            seen.insert(name.clone(), key.range());
            named.push((name, value));
        }
        named
    }
}
