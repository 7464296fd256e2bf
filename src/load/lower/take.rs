//! Values that may lead to something: texts with their links, and references.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use crate::base::visible;
use crate::load::addresses::EntityKind;
use crate::load::decode::Fields;
use crate::load::faults::Fault;
use crate::load::lowering::Lowering;
use crate::load::markup;
use crate::load::raw::Node;
use crate::load::reference;
use crate::load::rule::DUPLICATE;
use crate::load::words::{beginning, short};
use crate::model::{SourceIx, Target, Text};

impl Lowering<'_> {
    /// The text of `node`, with its markup.
    pub(super) fn text(&mut self, node: Option<Node<'_>>, what: &str) -> Option<Text> {
        self.text_of(&node?, what)
    }

    pub(super) fn text_of(&mut self, node: &Node<'_>, what: &str) -> Option<Text> {
        let words = self.raw_words(node, what)?;
        let text = markup::parse(self, node, &words);
        if markup::says_nothing(&words) {
            self.empty(node, what);
            return None;
        }
        Some(text)
    }

    /// The id of an item, which was checked when ids were collected; empty if it has none.
    pub(super) fn id(&mut self, fields: &mut Fields<'_>) -> String {
        let node = fields.need(self, "id");
        let id = node.as_ref().and_then(|node| node.spelling(&self.file.text));
        visible(beginning(id.unwrap_or_default())).into_owned()
    }

    /// A title or a name that must be there.
    pub(super) fn needed(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
        let node = fields.need(self, key)?;
        self.words(&node, &format!("`{key}`"))
    }

    /// A title or a name that may be there.
    pub(super) fn optional(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<String> {
        let node = fields.take(key)?;
        self.words(&node, &format!("`{key}`"))
    }

    /// A text that may be there.
    pub(super) fn prose(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Text> {
        let node = fields.take(key);
        self.text(node, &format!("`{key}`"))
    }

    /// The list of a key, whose items are scalars, each with its spelling.
    pub(super) fn scalars<'a>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        wanted: &str,
    ) -> Vec<(Node<'a>, String)> {
        let Some(node) = fields.take(key) else { return Vec::new() };
        let items = self.items(node, &format!("`{key}`"));
        let spelt = items.into_iter().filter_map(|item| {
            let word = self.scalar(&item, &format!("an item of `{key}`"), wanted)?;
            Some((item, word))
        });
        spelt.collect()
    }

    /// What the items of the list of a key lead to, in order. What is there again is a fault,
    /// and left out.
    pub(super) fn list_of<T: Clone + Eq + Hash>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        wanted: &str,
        find: impl Fn(&Self, &str) -> Result<Option<T>, Fault>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        let mut seen: HashMap<T, Range<usize>> = HashMap::new();
        for (node, word) in self.scalars(fields, key, wanted) {
            let at = match find(self, &word) {
                Ok(Some(at)) => at,
                Ok(None) => continue,
                Err(fault) => {
                    self.report(&node, fault);
                    continue;
                }
            };
            if let Some(first) = seen.get(&at) {
                let first = self.file.place(first.clone());
                let words = first.words();
                let message = format!("`{key}` has `{}` twice; first at {words}", short(&word));
                let fault = Fault::new(&DUPLICATE, message).help("take one of the two out");
                self.report(&node, fault.also(first, "first"));
                continue;
            }
            seen.insert(at.clone(), node.range());
            found.push(at);
        }
        found
    }

    /// The items of a kind that the list of a key names.
    pub(super) fn ids_of(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        kind: EntityKind,
    ) -> Vec<usize> {
        self.list_of(fields, key, "an id", |cx, id| reference::find(cx, kind, id))
    }

    pub(super) fn sources(&mut self, fields: &mut Fields<'_>) -> Vec<SourceIx> {
        self.ids_of(fields, "sources", EntityKind::Source).into_iter().map(SourceIx::new).collect()
    }

    /// What a whole address leads to.
    pub(super) fn target(&mut self, node: &Node<'_>, address: &str) -> Option<Target> {
        let found = reference::resolve(self, address);
        found.map_err(|fault| self.fault(node.range(), fault)).ok().flatten()
    }

    pub(super) fn report(&mut self, node: &Node<'_>, fault: Fault) {
        self.fault(node.range(), fault);
    }
}
