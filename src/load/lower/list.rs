//! Lists.

use crate::load::format::{Field, ListOf, PointEntry, PointYaml};
use crate::load::lint::Mentions;
use crate::load::lowering::Lowering;
use crate::load::sentences::{self, Subject};
use crate::load::shown::point_says;
use crate::load::yaml::YamlNode;
use crate::model::{List, Point, Text};

/// The points of a list; nothing if none of them says anything.
pub(super) fn lower(
    cx: &mut Lowering<'_>,
    field: Field<'_, ListOf<PointEntry>>,
    ordered: bool,
    mentions: &mut Mentions<'_>,
) -> Option<List> {
    let key = field.key.name;
    let items = field.filled(cx);
    let mut list = List { ordered, points: Vec::new() };
    Points { cx, mentions, list: &mut list, key }.add(items, 0);
    if list.points.is_empty() { None } else { Some(list) }
}

struct Points<'p, 'c, 'm> {
    cx: &'p mut Lowering<'c>,
    mentions: &'p mut Mentions<'m>,
    list: &'p mut List,
    key: &'static str,
}

impl Points<'_, '_, '_> {
    /// Adds points, and what stands below them.
    fn add(&mut self, items: Vec<YamlNode<'_>>, level: usize) {
        for node in items {
            // A mapping with neither of the two keys is words with a colon in them.
            if node.get("text").is_none() && node.get("list").is_none() {
                let text = self.cx.text(&node, Subject::ItemOf(self.key));
                self.push(&node, text, level);
                continue;
            }
            // What says nothing was not counted when addresses were collected.
            let says = point_says(self.cx.file, &node);
            let Some(PointYaml { mut text, list }) = self.cx.mapping(node) else { continue };
            if let Some(node) = text.node(self.cx) {
                let text = self.cx.text(&node, text.subject());
                self.push(&node, text, level);
            }
            let at = list.node.as_ref().map(YamlNode::range);
            let below = list.filled(self.cx);
            if let Some(at) = at.filter(|_| level + 1 == List::LEVELS) {
                self.cx.fault(at, sentences::list_too_deep(List::LEVELS));
            }
            if says {
                self.add(below, (level + 1).min(List::LEVELS - 1));
            }
        }
    }

    fn push(&mut self, node: &YamlNode<'_>, text: Option<Text>, level: usize) {
        let Some(text) = text else { return };
        self.mentions.read(self.cx, node, &text);
        // Below a point that says nothing there is nothing to stand further in of.
        let most = self.list.points.last().map_or(0, |last| last.level + 1);
        self.list.points.push(Point { text, level: level.min(most), words: 0 });
    }
}
