//! The keys of each mapping of a file in the order in which the format lists them.
//!
//! Mappings in block style alone are put in order, and a key takes along what stands above it: its comments and
//! blank lines. The comments at the head of the file stay there. One with a key that the format does not know stays
//! as it is.

use std::ops::Range;

use super::format::{Mapping, ValueType};
use super::shown;
use super::workspace::{mapping_in, mapping_of};
use super::yaml::{self, YamlNode, YamlValue};
use crate::base::cut;

/// The text of the file at `path` inside a briefing, with its keys in order; `None` if they are, or if it is no YAML.
pub(super) fn in_order(path: &str, text: &str) -> Option<String> {
    let (tree, errors) = yaml::parse(text);
    let tree = tree.filter(|_| errors.is_empty())?;
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
    let sorter = Sorter { text, lines };
    let mut changes = Vec::new();
    sorter.mapping(&tree, mapping_of(path)?, text.len(), &mut changes);
    (!changes.is_empty()).then(|| sorter.changed(0..text.len(), &changes))
}

/// Bytes with what is to stand in their place.
struct Change {
    at: Range<usize>,
    text: String,
}

/// An entry of a mapping: bytes of the file.
struct Entry {
    /// The lines above its key that belong to it.
    lead: Range<usize>,
    /// From its key to the end of its last line.
    body: Range<usize>,
}

struct Sorter<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl Sorter<'_> {
    /// Adds what puts a mapping in order, whose lines end before `end`, and all that stands in it.
    fn mapping(
        &self,
        node: &YamlNode<'_>,
        mapping: &'static Mapping,
        end: usize,
        changes: &mut Vec<Change>,
    ) {
        let YamlValue::Map(pairs) = &node.value else { return };
        let Some(entries) = self.entries(pairs, end) else { return };
        let mut ranks = Vec::new();
        let mut inner = Vec::new();
        for ((key, value), entry) in pairs.iter().zip(&entries) {
            let word = key.words().unwrap_or_default();
            let rank = mapping.keys.iter().position(|row| row.name == word);
            if let Some(row) = rank.and_then(|rank| mapping.keys.get(rank)) {
                self.value(value, &row.value, key.range().end..entry.body.end, &mut inner);
            }
            ranks.push(rank);
        }
        // What repeats a key stays as it is, too.
        let is_known = ranks.iter().all(Option::is_some) && ranks.len() <= mapping.keys.len();
        if is_known && !ranks.is_sorted() {
            inner = vec![self.sorted(&entries, &ranks, &inner)];
        }
        changes.extend(inner);
    }

    /// The same for a value that stands in these bytes; what an alias stands for has its place elsewhere.
    fn value(
        &self,
        node: &YamlNode<'_>,
        value: &ValueType,
        within: Range<usize>,
        changes: &mut Vec<Change>,
    ) {
        let start = node.range().start;
        let is_flow = cut(self.text, start..).starts_with(['{', '[']);
        if is_flow || !within.contains(&start) {
            return;
        }
        match (value, &node.value) {
            (ValueType::List(of), YamlValue::List(items)) => {
                self.items(items, of, within, changes);
            }
            (ValueType::Provisions, YamlValue::List(items)) => {
                self.items(items, value, within, changes);
            }
            (_, YamlValue::Map(_)) => {
                if let Some(mapping) = mapping_in(value, shown::is_part(node)) {
                    self.mapping(node, mapping, within.end, changes);
                }
            }
            _ => {}
        }
    }

    fn items(
        &self,
        items: &[YamlNode<'_>],
        value: &ValueType,
        within: Range<usize>,
        changes: &mut Vec<Change>,
    ) {
        let mut from = within.start;
        for item in items {
            self.value(item, value, from..within.end, changes);
            from = from.max(item.range().start + 1);
        }
    }

    /// The entries of a mapping whose lines end before `end`; `None` if it is not written with a line for each key,
    /// one below the other.
    fn entries(&self, pairs: &[(YamlNode<'_>, YamlNode<'_>)], end: usize) -> Option<Vec<Entry>> {
        let keys: Vec<_> = pairs.iter().map(|(key, _)| key.range().start).collect();
        let (first, last) = (*keys.first()?, *keys.last()?);
        let column = first - self.line_start(first);
        let is_below = |key: &usize| {
            let before = cut(self.text, self.line_start(*key)..*key);
            before.len() == column && before.bytes().all(|byte| byte == b' ')
        };
        let opens = cut(self.text, self.line_start(first)..first);
        let is_clear = opens.bytes().all(|byte| matches!(byte, b' ' | b'-'));
        if !is_clear || !keys.is_sorted_by(|a, b| a < b) || !keys.iter().skip(1).all(is_below) {
            return None;
        }
        let rest = keys.iter().skip(1).map(|key| self.lead(*key, column));
        let leads: Vec<_> = std::iter::once(self.first_lead(first, column)).chain(rest).collect();
        let ends = leads.iter().skip(1).map(|lead| lead.start);
        let ends = ends.chain([self.end(last, column, end)]);
        let bodies = keys.iter().zip(ends).map(|(key, end)| *key..end);
        let entries = leads.iter().zip(bodies);
        Some(entries.map(|(lead, body)| Entry { lead: lead.clone(), body }).collect())
    }

    /// The lines above that of a key which belong to it: comments no deeper than the key, and blank lines.
    fn lead(&self, key: usize, column: usize) -> Range<usize> {
        let line = self.line_of(key);
        let is_lead = |line: &usize| {
            let words = self.line(*line);
            words.trim().is_empty() || is_comment(words) && indent(words) <= column
        };
        let first = (0..line).rev().take_while(is_lead).last().unwrap_or(line);
        self.line_start_of(first)..self.line_start(key)
    }

    /// Those of the first key. A dash before it has them for the whole; the head of the file stays where it is, but
    /// for a comment that a blank line parts from the rest of it.
    fn first_lead(&self, key: usize, column: usize) -> Range<usize> {
        let none = self.line_start(key)..self.line_start(key);
        if cut(self.text, none.start..key).contains('-') {
            return none;
        }
        let lead = self.lead(key, column);
        if lead.start > 0 && column > 0 {
            return lead;
        }
        let above = cut(self.text, lead.clone());
        let mut own = above.len();
        for line in above.split_inclusive('\n').rev() {
            if line.trim().is_empty() {
                let is_head = above.get(..own).is_some_and(|head| head.contains('#'));
                return if is_head { lead.start + own..lead.end } else { none };
            }
            own -= line.len();
        }
        none
    }

    /// Where the last line of a mapping ends whose last key this is, at the latest at `end`.
    fn end(&self, key: usize, column: usize, end: usize) -> usize {
        let mut after = self.line_of(key) + 1;
        let mut last = after;
        while after < self.lines.len() && self.line_start_of(after) < end {
            let words = self.line(after);
            let is_item = indent(words) == column && words.trim_start().starts_with('-');
            if words.trim().is_empty() || is_comment(words) && indent(words) <= column {
                after += 1;
                continue;
            }
            // Three dashes begin another document.
            if indent(words) <= column && !is_item || words.starts_with("---") {
                break;
            }
            after += 1;
            last = after;
        }
        self.line_start_of(last).min(end)
    }

    /// The entries in the order of their ranks, each with what is changed within it.
    fn sorted(&self, entries: &[Entry], ranks: &[Option<usize>], inner: &[Change]) -> Change {
        let mut order: Vec<_> = entries.iter().zip(ranks).collect();
        let (Some(old), Some(last)) = (entries.first(), entries.last()) else {
            return Change { at: 0..0, text: String::new() };
        };
        let at = old.lead.start..last.body.end;
        order.sort_by_key(|(_, rank)| **rank);
        let line_end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let opens = cut(self.text, self.line_start(old.body.start)..old.body.start);
        let fresh = order.first().map_or(old, |(entry, _)| entry);
        let mut text = String::new();
        for (n, (entry, _)) in order.iter().enumerate() {
            let (_, comments) = self.lead_parts(entry);
            // The blank lines above the first stay above the first.
            let blanks_of = match n {
                0 => old,
                _ if entry.body == old.body => fresh,
                _ => entry,
            };
            text.push_str(self.lead_parts(blanks_of).0);
            match opens.find('-').filter(|_| n == 0) {
                None => text.push_str(comments),
                // Nothing but the dash's own line can be above the key: its comments go above that.
                Some(dash) => {
                    for line in comments.split_inclusive('\n') {
                        text.push_str(cut(opens, ..dash));
                        text.push_str(line.trim_start_matches(' '));
                    }
                }
            }
            match n {
                0 => text.push_str(opens),
                _ => text.extend(std::iter::repeat_n(' ', opens.len())),
            }
            text.push_str(&self.changed(entry.body.clone(), inner));
            if !text.ends_with('\n') {
                text.push_str(line_end);
            }
        }
        if !cut(self.text, at.clone()).ends_with('\n') {
            text.truncate(text.len() - line_end.len());
        }
        Change { at, text }
    }

    /// The blank lines at the beginning of an entry's lead, and the rest of it.
    fn lead_parts(&self, entry: &Entry) -> (&str, &str) {
        let lead = cut(self.text, entry.lead.clone());
        let blank = lead.split_inclusive('\n').take_while(|line| line.trim().is_empty());
        lead.split_at(blank.map(str::len).sum())
    }

    /// These bytes, with the changes that lie within them.
    fn changed(&self, range: Range<usize>, changes: &[Change]) -> String {
        let mut text = String::new();
        let mut from = range.start;
        for change in changes {
            if change.at.start >= from && change.at.end <= range.end {
                text.push_str(cut(self.text, from..change.at.start));
                text.push_str(&change.text);
                from = change.at.end;
            }
        }
        text.push_str(cut(self.text, from..range.end));
        text
    }

    /// The number of the line that a byte is in, counted from 0.
    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn line_start(&self, at: usize) -> usize {
        self.line_start_of(self.line_of(at))
    }

    fn line_start_of(&self, line: usize) -> usize {
        self.lines.get(line).copied().unwrap_or(self.text.len())
    }

    fn line(&self, line: usize) -> &str {
        cut(self.text, self.line_start_of(line)..self.line_start_of(line + 1))
    }
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// How many spaces a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
