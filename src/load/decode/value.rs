//! Values, each of the type that it must be.

use std::borrow::Cow;

use super::decoder::Decoder;
use crate::base::{hazard, visible};
use crate::load::date::{self, NoDate};
use crate::load::faults::Fault;
use crate::load::raw::{Node, Value};
use crate::load::rule::{COMMENT, DATE, EMPTY, TYPE, VALUE};
use crate::load::words::{beginning, hazardous, short, too_long};
use crate::model::Date;

const LIST: &str = "a list";
pub(super) const MAPPING: &str = "a mapping with keys";
const WHOLE: &str = "a whole number";

impl Decoder<'_> {
    pub(in crate::load) fn wrong_type(&mut self, node: &Node<'_>, what: &str, wanted: &str) {
        if matches!(node.value, Value::Null) {
            return self.empty(node, what);
        }
        let message = format!("{what} must be {wanted}, and this is {}", node.kind());
        let help = match wanted {
            "text" if matches!(node.value, Value::Number | Value::Bool) => {
                "put it in quotes to make it text".to_owned()
            }
            "text" => "write words, in quotes if they begin with [ or {".to_owned(),
            LIST => "put it in brackets: [one, two], or write each item after a `- `".to_owned(),
            MAPPING => "write keys with their values, each `key: value`".to_owned(),
            WHOLE => "write it in digits, without quotes".to_owned(),
            "a date" => date::WRITE.to_owned(),
            wanted => format!("write {wanted}"),
        };
        self.fault(node.range(), Fault::new(&TYPE, message).help(help));
    }

    pub(in crate::load) fn empty(&mut self, node: &Node<'_>, what: &str) {
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
    pub(in crate::load) fn raw_words<'n>(
        &mut self,
        node: &'n Node<'_>,
        what: &str,
    ) -> Option<Cow<'n, str>> {
        let words = match &node.value {
            Value::Text(words) if words.trim().is_empty() => {
                self.empty(node, what);
                return None;
            }
            Value::Text(words) => Cow::Borrowed(words.as_ref()),
            Value::Number | Value::Bool => {
                self.wrong_type(node, what, "text");
                Cow::Owned(node.spelling(&self.file.text)?.to_owned())
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
    pub(in crate::load) fn words(&mut self, node: &Node<'_>, what: &str) -> Option<String> {
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
    pub(in crate::load) fn items<'a>(&mut self, node: Node<'a>, what: &str) -> Vec<Node<'a>> {
        if let Value::List(items) = node.value {
            return items;
        }
        self.wrong_type(&node, what, LIST);
        Vec::new()
    }

    /// The items of a list, each as plain text.
    pub(in crate::load) fn words_list(
        &mut self,
        node: Option<Node<'_>>,
        what: &str,
    ) -> Vec<String> {
        let Some(node) = node else { return Vec::new() };
        let items = self.items(node, what);
        items.iter().filter_map(|item| self.words(item, what)).collect()
    }

    /// One of the words in `all`.
    pub(in crate::load) fn choice<T: Copy>(
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
    pub(in crate::load) fn positive(&mut self, node: Option<Node<'_>>, what: &str) -> Option<u32> {
        let node = node?;
        if !matches!(node.value, Value::Number) {
            self.wrong_type(&node, what, WHOLE);
            return None;
        }
        self.comment(&node);
        let number =
            node.spelling(&self.file.text).and_then(|word| word.parse().ok()).filter(|n| *n > 0);
        if number.is_none() {
            let fault = Fault::new(&VALUE, format!("{what} must be a whole number, 1 or more"));
            self.fault(node.range(), fault.help("write 1, 2, 3 or another such number"));
        }
        number
    }

    /// A date without a range.
    pub(in crate::load) fn date(&mut self, node: Option<Node<'_>>, what: &str) -> Option<Date> {
        let node = node?;
        let word = self.scalar(&node, what, "a date")?;
        let found = date::date(&word);
        found.map_err(|why| self.bad_date(&node, why)).ok()
    }

    pub(in crate::load) fn bad_date(&mut self, node: &Node<'_>, why: NoDate) {
        self.fault(node.range(), Fault::new(&DATE, why.message).help(why.help));
    }

    /// The spelling of a scalar that may look like a number.
    pub(in crate::load) fn scalar(
        &mut self,
        node: &Node<'_>,
        what: &str,
        wanted: &str,
    ) -> Option<String> {
        if matches!(node.value, Value::Text(_)) {
            return self.words(node, what);
        }
        if matches!(node.value, Value::Number) {
            self.comment(node);
            return node.spelling(&self.file.text).map(str::to_owned);
        }
        self.wrong_type(node, what, wanted);
        None
    }
}
