//! Lists.

use crate::base::cut;
use crate::load::format::{Field, ListOf, PointEntry, PointYaml};
use crate::load::lint::Mentions;
use crate::load::lowering::Lowering;
use crate::load::markup;
use crate::load::provisions::enumerator;
use crate::load::sentences::{self, Subject};
use crate::load::shown::point_says;
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::{List, ListPoint, Span, Text};

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
        // One point alone may begin with what is none: a name, a year.
        let are_marked = items.iter().all(|item| {
            let words = item.get("text").unwrap_or(item).words();
            words.is_some_and(|words| enumerator(words).is_some())
        });
        for node in items {
            // A mapping with neither of the two keys is words with a colon in them.
            if node.get("text").is_none() && node.get("list").is_none() {
                match list_below(&node) {
                    Some(key) => self.cx.fault(key.range(), sentences::list_below(key)),
                    None => self.push(&node, Subject::ItemOf(self.key), level, are_marked),
                }
                continue;
            }
            // What says nothing was not counted when addresses were collected.
            let says = point_says(self.cx.file, &node);
            let Some(PointYaml { mut text, list }) = self.cx.mapping(node) else { continue };
            let subject = text.subject();
            if let Some(node) = text.node(self.cx) {
                self.push(&node, subject, level, are_marked);
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

    /// Adds a point, whose words begin with a mark of their own or not.
    fn push(&mut self, node: &YamlNode<'_>, subject: Subject, level: usize, is_marked: bool) {
        let read = if is_marked { marked(self.cx, node, subject) } else { None };
        let read = read.or_else(|| Some((self.cx.text(node, subject)?, 0)));
        let Some((text, words)) = read else { return };
        self.mentions.read(self.cx, node, &text);
        // Below a point that says nothing there is nothing to stand further in of.
        let most = self.list.points.last().map_or(0, |last| last.level + 1);
        self.list.points.push(ListPoint { text, level: level.min(most), words });
    }
}

/// The words that a colon makes a key of, where a list stands below them.
fn list_below<'n, 'a>(node: &'n YamlNode<'a>) -> Option<&'n YamlNode<'a>> {
    let YamlValue::Map(entries) = &node.value else { return None };
    let [(key, below)] = entries.as_slice() else { return None };
    matches!(below.value, YamlValue::List(_)).then_some(key)
}

/// A text that begins with an enumerator, and the byte at which its words begin behind that.
fn marked(cx: &mut Lowering<'_>, node: &YamlNode<'_>, subject: Subject) -> Option<(Text, usize)> {
    let (mark, blank) = enumerator(node.words()?)?;
    let value = cx.raw_words(node, subject)?;
    let mut start = mark + blank;
    let lines = cut(&value, start..).split('\n').map(|line| {
        let line = start..start + line.len();
        start = line.end + 1;
        line
    });
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    let words = markup::parse_lines(cx, node, &value, &lines);
    let mut text = Text::unmarked(&format!("{} ", cut(&value, ..mark)));
    let behind = text.plain.len();
    text.plain.push_str(&words.plain);
    text.spans.extend(words.spans.into_iter().map(|span| {
        let range = span.range.start + behind..span.range.end + behind;
        Span { range, ..span }
    }));
    Some((text, behind))
}
