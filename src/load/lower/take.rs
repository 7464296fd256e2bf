//! Fields that may lead to something: texts with their links, and references.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use crate::base::cut;
use crate::load::addresses::EntityKind;
use crate::load::fault::Fault;
use crate::load::format::{
    ActorId, Address, ArticleAddress, ArticleLabel, Field, HasType, ListOf, LocatorYaml, OneLine,
    Prose, Provisions, SourceEntry, SourceId, ValueType, WebUrl,
};
use crate::load::lowering::Lowering;
use crate::load::markup;
use crate::load::provisions::{self, ArticleNames};
use crate::load::reference;
use crate::load::referent::named;
use crate::load::sentences::{self, Subject};
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::{ActorIx, CitedSource, SourceIx, Target, Text, Wording};

impl Lowering<'_> {
    /// Notes what `node` names by `word`, an address but for what goes without saying before it.
    pub(super) fn note(&mut self, node: &YamlNode<'_>, before: &str, word: &str) {
        let file = self.file;
        self.faults.note(file, &node.range(), word, || {
            let ids = named(&format!("{before}{word}")).into_iter();
            let ids = ids.filter(|(_, at)| at.start >= before.len());
            ids.map(|(what, at)| (what, at.start - before.len()..at.end - before.len())).collect()
        });
    }

    /// The text of `node`, with its markup.
    pub(super) fn text(&mut self, node: &YamlNode<'_>, subject: Subject) -> Option<Text> {
        let words = self.raw_words(node, subject)?;
        let text = markup::parse(self, node, &words);
        if markup::says_nothing(&words) {
            self.empty(node, subject);
            return None;
        }
        if let Some(at) = provisions::lost_mark(&self.file.text, node) {
            let fault = sentences::run_together(cut(&self.file.text, at.clone()));
            self.fault(at, fault);
        }
        Some(text)
    }

    /// The text of a cell of a table; nothing where nothing is said.
    pub(super) fn cell(&mut self, node: &YamlNode<'_>, subject: Subject) -> Option<Text> {
        match &node.value {
            YamlValue::Null => None,
            YamlValue::Text(words) if words.trim().is_empty() => None,
            YamlValue::Number | YamlValue::Bool => {
                self.comment(node);
                node.spelling(&self.file.text).map(Text::unmarked)
            }
            _ => self.text(node, subject),
        }
    }

    /// What was found, if it was; what is wrong goes to the faults of `node`.
    pub(super) fn found<T>(
        &mut self,
        node: &YamlNode<'_>,
        found: Result<Option<T>, Fault>,
    ) -> Option<T> {
        found.map_err(|fault| self.fault(node.range(), fault)).ok().flatten()
    }
}

impl Field<'_, Prose> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<Text> {
        let node = self.node(cx)?;
        cx.text(&node, self.subject())
    }
}

impl Field<'_, Prose> {
    /// As [`Field::take`], and tells `also` of the text.
    pub(super) fn take_and<'c>(
        mut self,
        cx: &mut Lowering<'c>,
        also: impl FnOnce(&Lowering<'c>, &YamlNode<'_>, &Text),
    ) -> Option<Text> {
        let node = self.node(cx)?;
        let text = cx.text(&node, self.subject())?;
        also(cx, &node, &text);
        Some(text)
    }
}

impl Field<'_, WebUrl> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<String> {
        let node = self.node(cx)?;
        let address = cx.words(&node, self.subject())?;
        cx.found(&node, reference::url(&address).map(Some))
    }
}

impl Field<'_, ActorId> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<ActorIx> {
        let node = self.node(cx)?;
        let id = cx.scalar(&node, self.subject(), &ActorId::TYPE)?;
        cx.note(&node, "actor:", &id);
        let found = reference::find(cx, EntityKind::Actor, &id);
        cx.found(&node, found).map(ActorIx::new)
    }
}

impl Field<'_, Address> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<Target> {
        let node = self.node(cx)?;
        let address = cx.scalar(&node, self.subject(), &Address::TYPE)?;
        cx.note(&node, "", &address);
        let found = reference::resolve(cx, &address);
        if let Some(fault) = reference::position(cx, &address) {
            cx.fault(node.range(), fault);
        }
        cx.found(&node, found)
    }
}

impl Field<'_, ListOf<ActorId>> {
    pub(super) fn take(self, cx: &mut Lowering<'_>) -> Vec<ActorIx> {
        self.each(cx, |cx, id| Ok(reference::find(cx, EntityKind::Actor, id)?.map(ActorIx::new)))
    }
}

impl Field<'_, SourceId> {
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<SourceIx> {
        let node = self.node(cx)?;
        let id = cx.scalar(&node, self.subject(), &SourceId::TYPE)?;
        cx.note(&node, "source:", &id);
        let found = reference::find(cx, EntityKind::Source, &id);
        cx.found(&node, found).map(SourceIx::new)
    }
}

impl Field<'_, ListOf<SourceEntry>> {
    /// The sources, each with the place in it, if one is named. The same place again is a fault, and left out.
    pub(super) fn take(self, cx: &mut Lowering<'_>) -> Vec<CitedSource> {
        let key = self.key.name;
        let mut found: Vec<CitedSource> = Vec::new();
        let mut seen: HashMap<CitedSource, Range<usize>> = HashMap::new();
        for node in self.items(cx) {
            let at = node.range();
            let Some((word, cited)) = cited(cx, node, Subject::ItemOf(key)) else { continue };
            if let Some(first) = seen.get(&cited) {
                let first = cx.file.location(first.clone());
                cx.fault(at, sentences::twice_in_list(key, &word, first));
                continue;
            }
            seen.insert(cited.clone(), at);
            found.push(cited);
        }
        found
    }
}

/// A source by its id, alone or with the place in it; and its id.
fn cited(
    cx: &mut Lowering<'_>,
    node: YamlNode<'_>,
    subject: Subject,
) -> Option<(String, CitedSource)> {
    if node.is_map() {
        let id = node.get("id").and_then(|id| id.spelling(&cx.file.text)).map(str::to_owned);
        let LocatorYaml { id: source, mut at } = cx.mapping(node)?;
        let source = source.take(cx);
        // The number of a page is as good as words.
        let subject = at.subject();
        let at = at.node(cx).and_then(|node| cx.scalar(&node, subject, &OneLine::TYPE));
        return Some((id?, CitedSource { source: source?, at }));
    }
    let id = cx.scalar(&node, subject, &SourceId::TYPE)?;
    cx.note(&node, "source:", &id);
    let found = reference::find(cx, EntityKind::Source, &id);
    let source = cx.found(&node, found).map(SourceIx::new)?;
    Some((id, CitedSource { source, at: None }))
}

impl Field<'_, ListOf<ArticleAddress>> {
    /// The articles and provisions, with or without the scheme of their addresses. The article that they
    /// stand in is `own`: were it among them, that would be told, and left out.
    pub(super) fn take(self, cx: &mut Lowering<'_>, own: Option<&Target>) -> Vec<Target> {
        let key = self.key.name;
        self.each(cx, |cx, address| {
            let bare = address.strip_prefix("article:");
            let whole = |fault: Fault| match bare {
                Some(_) => fault.meant_as(|rest| format!("article:{rest}")),
                None => fault,
            };
            match reference::article(cx, bare.unwrap_or(address)) {
                Ok(Some(target)) if own == Some(&target) => Err(sentences::itself(key, address)),
                found => found.map_err(whole),
            }
        })
    }
}

impl Field<'_, Provisions> {
    /// The wording of the article that `names` knows.
    pub(super) fn take(
        mut self,
        cx: &mut Lowering<'_>,
        names: &ArticleNames<'_>,
    ) -> Option<Wording> {
        let node = self.node(cx)?;
        provisions::wording(cx, node, self.subject(), names)
    }
}

impl Field<'_, ArticleLabel> {
    /// The label; one without a place for the number is a fault, and left out.
    pub(super) fn take(mut self, cx: &mut Lowering<'_>) -> Option<String> {
        let node = self.node(cx)?;
        let label = cx.words(&node, self.subject())?;
        if label.contains("{n}") {
            return Some(label);
        }
        cx.fault(node.range(), sentences::no_number_in_label(&label));
        None
    }
}

impl Field<'_, ListOf<Address>> {
    pub(super) fn take(self, cx: &mut Lowering<'_>) -> Vec<Target> {
        self.each(cx, reference::resolve)
    }
}

impl<T: HasType> Field<'_, ListOf<T>> {
    /// What the items lead to, in order. What is there again is a fault, and left out.
    fn each<I: Clone + Eq + Hash>(
        self,
        cx: &mut Lowering<'_>,
        find: impl Fn(&Lowering<'_>, &str) -> Result<Option<I>, Fault>,
    ) -> Vec<I> {
        let key = self.key.name;
        let mut found = Vec::new();
        let mut seen: HashMap<I, Range<usize>> = HashMap::new();
        let items = self.items(cx).into_iter().filter_map(|item| {
            let word = cx.scalar(&item, Subject::ItemOf(key), &T::TYPE)?;
            Some((item, word))
        });
        for (node, word) in items.collect::<Vec<_>>() {
            let scheme = match T::TYPE {
                ValueType::ActorId => "actor:",
                ValueType::ArticleAddress if !word.starts_with("article:") => "article:",
                _ => "",
            };
            cx.note(&node, scheme, &word);
            let one = find(cx, &word);
            let Some(one) = cx.found(&node, one) else { continue };
            if let Some(fault) = reference::position(cx, &word) {
                cx.fault(node.range(), fault);
            }
            if let Some(first) = seen.get(&one) {
                let first = cx.file.location(first.clone());
                cx.fault(node.range(), sentences::twice_in_list(key, &word, first));
                continue;
            }
            seen.insert(one.clone(), node.range());
            found.push(one);
        }
        found
    }
}
