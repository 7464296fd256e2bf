//! What lowering a value needs to know, and the ways of taking one apart.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use super::date::NoDate;
use super::faults::{Fault, Faults};
use super::file::File;
use super::ids::Ids;
use super::place;
use super::raw::{Node, Value};
use super::rule::{
    COMMENT, DATE, EMPTY, MISSING_KEY, REPEATED_KEY, Rule, TYPE, UNKNOWN_KEY, VALUE,
};
use super::suggest::Suggest;
use super::words::{beginning, hazardous, short, too_long};
use crate::base::{hazard, visible};
use crate::model::Date;

const LIST: &str = "a list";
const MAPPING: &str = "a mapping with keys";
const WHOLE: &str = "a whole number";

/// The file that is being lowered, what is known of all files, and where faults go.
pub(super) struct Cx<'c> {
    pub(super) file: &'c File,
    pub(super) ids: &'c Ids,
    pub(super) faults: &'c mut Faults,
    pub(super) effort: &'c Effort,
}

/// Bounds on work that only makes diagnostics better.
pub(super) struct Effort {
    pub(super) suggest: Suggest,
    /// Bytes that may still be walked to find places inside scalars.
    walk: Cell<usize>,
}

impl Default for Effort {
    fn default() -> Self {
        Self { suggest: Suggest::default(), walk: Cell::new(32 << 20) }
    }
}

/// The entries of a mapping that the format knows, each once.
pub(super) struct Fields<'a> {
    what: &'static str,
    at: Range<usize>,
    entries: Vec<(&'static str, Range<usize>, Option<Node<'a>>)>,
    /// The known keys that unknown ones here are close to: they are not also missing.
    misspelt: Vec<&'static str>,
}

/// What kind of value a node is, for messages.
pub(super) fn kind(node: &Node<'_>) -> &'static str {
    match node.value {
        Value::Null => "nothing",
        Value::Bool => "true or false",
        Value::Number => "a number",
        Value::Text(_) => "text",
        Value::List(_) => "a list",
        Value::Map(_) => "a mapping",
    }
}

/// A node's words as written, if it is a scalar: text, or a number's spelling.
pub(super) fn spelling<'n>(file: &'n File, node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Text(words) => Some(words),
        Value::Number | Value::Bool => file.text.get(node.range()).map(str::trim),
        _ => None,
    }
}

/// The node of a key in a mapping, if `node` is one: for looking ahead, without diagnostics.
pub(super) fn peek<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Node<'a>> {
    let Value::Map(entries) = &node.value else { return None };
    let found = entries.iter().find(|(k, _)| matches!(&k.value, Value::Text(word) if word == key));
    found.map(|(_, value)| value)
}

impl Cx<'_> {
    pub(super) fn fault(&mut self, range: Range<usize>, fault: Fault) {
        self.faults.add(self.file, range, fault);
    }

    /// A fault at bytes `range` of the text of `node`.
    pub(super) fn fault_in(&mut self, node: &Node<'_>, range: Range<usize>, fault: Fault) {
        let whole = node.range();
        let found = match &node.value {
            Value::Text(value) if !self.faults.full(fault.rule()) => {
                self.locate(&whole, value, &range)
            }
            _ => None,
        };
        self.faults.add(self.file, found.unwrap_or(whole), fault);
    }

    /// Where bytes `range` of `value` are in the file, which has it at `at`.
    pub(super) fn locate(
        &self,
        at: &Range<usize>,
        value: &str,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        let left = self.effort.walk.get().checked_sub(range.end)?;
        self.effort.walk.set(left);
        let found = place::in_raw(self.file.text.get(at.clone())?, value, range)?;
        Some(at.start + found.start..at.start + found.end)
    }

    pub(super) fn nearest<'a>(
        &self,
        rule: &Rule,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if self.faults.full(rule) {
            return None;
        }
        self.effort.suggest.nearest(word, candidates).map(str::to_owned)
    }

    /// The entries of the mapping `node`; unknown and repeated keys are faults.
    pub(super) fn fields<'a>(
        &mut self,
        node: Node<'a>,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Option<Fields<'a>> {
        let at = node.range();
        let Value::Map(entries) = node.value else {
            self.wrong_type(&node, what, MAPPING);
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
        let word = spelling(self.file, key).unwrap_or_default();
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

    pub(super) fn wrong_type(&mut self, node: &Node<'_>, what: &str, wanted: &str) {
        if matches!(node.value, Value::Null) {
            return self.empty(node, what);
        }
        let message = format!("{what} must be {wanted}, and this is {}", kind(node));
        let help = match wanted {
            "text" if matches!(node.value, Value::Number | Value::Bool) => {
                "put it in quotes to make it text".to_owned()
            }
            "text" => "write words, in quotes if they begin with [ or {".to_owned(),
            LIST => "put it in brackets: [one, two], or write each item after a `- `".to_owned(),
            MAPPING => "write keys with their values, each `key: value`".to_owned(),
            WHOLE => "write it in digits, without quotes".to_owned(),
            "a date" => super::date::WRITE.to_owned(),
            wanted => format!("write {wanted}"),
        };
        self.fault(node.range(), Fault::new(&TYPE, message).help(help));
    }

    pub(super) fn empty(&mut self, node: &Node<'_>, what: &str) {
        let at = node.range();
        let fault = Fault::new(&EMPTY, format!("{what} is empty"));
        let rest = self.file.text.get(at.end..).unwrap_or_default();
        let fault = if rest.trim_start_matches([':', ' ', '\t']).starts_with('#') {
            fault.help("a # begins a comment: put the value in quotes if it is meant")
        } else {
            fault.help("write something, or leave the key out if it is optional")
        };
        self.fault(at, fault);
    }

    /// The words of `node`, which must be text. They may hold hazards, which are reported;
    /// whoever shows them makes them [`visible`].
    pub(super) fn raw_words<'n>(&mut self, node: &'n Node<'_>, what: &str) -> Option<Cow<'n, str>> {
        let words = match &node.value {
            Value::Text(words) if words.trim().is_empty() => {
                self.empty(node, what);
                return None;
            }
            Value::Text(words) => Cow::Borrowed(words.as_ref()),
            Value::Number | Value::Bool => {
                self.wrong_type(node, what, "text");
                Cow::Owned(spelling(self.file, node)?.to_owned())
            }
            _ => {
                self.wrong_type(node, what, "text");
                return None;
            }
        };
        self.comment(node);
        self.hazards(node, &words);
        Some(words)
    }

    /// The words of `node` as plain text on one line.
    pub(super) fn words(&mut self, node: &Node<'_>, what: &str) -> Option<String> {
        let words = self.raw_words(node, what)?;
        let one_line: Vec<_> = words.split_whitespace().collect();
        let one_line = one_line.join(" ");
        let cut = beginning(&one_line);
        if cut.len() < one_line.len() {
            self.fault(node.range(), too_long(what));
        }
        Some(visible(cut).into_owned())
    }

    /// Reports what an escape in a quoted scalar made of itself. What stood in the file as it
    /// is was reported when the file was read.
    fn hazards(&mut self, node: &Node<'_>, words: &str) {
        if words.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
            return;
        }
        for (at, c) in words.char_indices().filter(|&(_, c)| hazard(c).is_some()) {
            self.fault_in(node, at..at + c.len_utf8(), hazardous(c));
        }
    }

    /// Warns of a `#` right after a plain value that swallowed what follows.
    fn comment(&mut self, node: &Node<'_>) {
        let at = node.range();
        let text = &self.file.text;
        let raw = text.get(at.clone()).unwrap_or_default();
        let rest = text.get(at.end..).unwrap_or_default();
        // Not the whole line: it may have megabytes, and as many values.
        let after = rest.trim_start_matches([' ', '\t']);
        let Some(lost) = after.strip_prefix('#') else { return };
        let quoted = raw.ends_with(['"', '\'', '\n']) || raw.is_empty();
        if quoted || after.len() == rest.len() || !lost.starts_with(|c: char| c.is_alphanumeric()) {
            return;
        }
        let start = at.end + rest.len() - after.len();
        let lost = after.lines().next().unwrap_or_default().trim_end();
        let range = start..start + lost.len();
        let message = format!("`{}` begins a comment, so it is not part of the value", short(lost));
        let fault = Fault::new(&COMMENT, message)
            .help("put the value in quotes if it is meant, or write a space after the #");
        self.fault(range, fault);
    }

    /// The items of `node`, which must be a list.
    pub(super) fn items<'a>(&mut self, node: Node<'a>, what: &str) -> Vec<Node<'a>> {
        if let Value::List(items) = node.value {
            return items;
        }
        self.wrong_type(&node, what, LIST);
        Vec::new()
    }

    /// The items of a list, each as plain text.
    pub(super) fn words_list(&mut self, node: Option<Node<'_>>, what: &str) -> Vec<String> {
        let Some(node) = node else { return Vec::new() };
        let items = self.items(node, what);
        items.iter().filter_map(|item| self.words(item, what)).collect()
    }

    /// One of the words in `all`.
    pub(super) fn choice<T: Copy>(
        &mut self,
        node: Option<Node<'_>>,
        what: &str,
        all: &[(T, &'static str)],
    ) -> Option<T> {
        let node = node?;
        let word = self.words(&node, what)?;
        if let Some((value, _)) = all.iter().find(|(_, name)| *name == word) {
            return Some(*value);
        }
        let near = self.nearest(&VALUE, &word, all.iter().map(|(_, name)| *name));
        let names: Vec<_> = all.iter().map(|(_, name)| *name).collect();
        let fault = Fault::new(&VALUE, format!("{what} cannot be `{}`", short(&word)))
            .suggest(near, || format!("write one of: {}", names.join(", ")));
        self.fault(node.range(), fault);
        None
    }

    /// A whole number from 1 up.
    pub(super) fn positive(&mut self, node: Option<Node<'_>>, what: &str) -> Option<u32> {
        let node = node?;
        if !matches!(node.value, Value::Number) {
            self.wrong_type(&node, what, WHOLE);
            return None;
        }
        self.comment(&node);
        let number =
            spelling(self.file, &node).and_then(|word| word.parse().ok()).filter(|n| *n > 0);
        if number.is_none() {
            let fault = Fault::new(&VALUE, format!("{what} must be a whole number, 1 or more"));
            self.fault(node.range(), fault.help("write 1, 2, 3 or another such number"));
        }
        number
    }

    /// A date without a range.
    pub(super) fn date(&mut self, node: Option<Node<'_>>, what: &str) -> Option<Date> {
        let node = node?;
        let word = self.scalar(&node, what, "a date")?;
        let found = super::date::date(&word);
        found.map_err(|why| self.bad_date(&node, why)).ok()
    }

    pub(super) fn bad_date(&mut self, node: &Node<'_>, why: NoDate) {
        self.fault(node.range(), Fault::new(&DATE, why.message).help(why.help));
    }

    /// The spelling of a scalar that may look like a number.
    pub(super) fn scalar(&mut self, node: &Node<'_>, what: &str, wanted: &str) -> Option<String> {
        if matches!(node.value, Value::Text(_)) {
            return self.words(node, what);
        }
        if matches!(node.value, Value::Number) {
            self.comment(node);
            return spelling(self.file, node).map(str::to_owned);
        }
        self.wrong_type(node, what, wanted);
        None
    }
}

impl<'a> Fields<'a> {
    /// The value of `key`, if it is there.
    pub(super) fn take(&mut self, key: &str) -> Option<Node<'a>> {
        self.entries.iter_mut().find(|(name, ..)| *name == key).and_then(|(.., node)| node.take())
    }

    /// The value of `key`; a fault if it is missing.
    pub(super) fn need(&mut self, cx: &mut Cx<'_>, key: &'static str) -> Option<Node<'a>> {
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
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'static str, Range<usize>)> {
        self.entries.iter().map(|(name, at, _)| (*name, at.clone()))
    }

    /// Whether an unknown key here is close to one of `keys`.
    pub(super) fn misspells(&self, keys: &[&str]) -> bool {
        self.misspelt.iter().any(|key| keys.contains(key))
    }

    /// Where the mapping begins.
    pub(super) fn at(&self) -> Range<usize> {
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
