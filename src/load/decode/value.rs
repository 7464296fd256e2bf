//! Scalars and lists.

use std::borrow::Cow;
use std::ops::Range;

use super::decoder::Decoder;
use crate::base::{Unshown, cut, hazard, marks, unseen, visible};
use crate::load::fault::Change;
use crate::load::format::ValueType;
use crate::load::sentences::{self, Expected, Subject};
use crate::load::words::beginning;
use crate::load::yaml::{self, ScalarStyle, Slip, YamlNode, YamlValue};

impl Decoder<'_> {
    pub(in crate::load) fn wrong_type(
        &mut self,
        node: &YamlNode<'_>,
        subject: Subject,
        wanted: Expected,
    ) {
        if matches!(node.value, YamlValue::Null) {
            return self.empty(node, subject);
        }
        if matches!(wanted, Expected::List | Expected::Mapping)
            && let Some((at, slip)) = self.slip(node)
        {
            return self.fault(at, sentences::slip(slip));
        }
        let fault = sentences::wrong_type(subject, wanted, node);
        let fault = match self.retyped(node, wanted) {
            Some(words) if matches!(wanted, Expected::Text) => {
                fault.mended(sentences::put_in_quotes(), Change::Here(words))
            }
            words => fault.meant(words.as_deref()),
        };
        self.fault(node.range(), fault);
    }

    /// What a scalar of another type was meant to be, as it is written.
    fn retyped(&self, node: &YamlNode<'_>, wanted: Expected) -> Option<String> {
        let word = node.spelling(&self.file.text)?;
        match (wanted, &node.value) {
            (Expected::Text, YamlValue::Number | YamlValue::Bool) => Some(format!("\"{word}\"")),
            (Expected::WholeNumber, YamlValue::Text(_)) => {
                let is_number = word.parse::<u32>().is_ok_and(|n| n > 0 && n.to_string() == word);
                is_number.then(|| word.to_owned())
            }
            (Expected::YesOrNo, YamlValue::Text(_)) => match word.to_ascii_lowercase().as_str() {
                "yes" | "on" | "true" => Some("true".to_owned()),
                "no" | "off" | "false" => Some("false".to_owned()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The slip that made something else of a list or a mapping, and where it is.
    pub(in crate::load) fn slip(&self, node: &YamlNode<'_>) -> Option<(Range<usize>, Slip)> {
        let node = match &node.value {
            YamlValue::Map(entries) => entries.first().map(|(key, _)| key)?,
            _ => node,
        };
        let (slip, _) = yaml::in_key(node.spelling(&self.file.text)?)?;
        Some((node.range(), slip))
    }

    pub(in crate::load) fn empty(&mut self, node: &YamlNode<'_>, subject: Subject) {
        let at = node.range();
        let rest = cut(&self.file.text, at.end..);
        let hidden = rest.trim_start_matches([':', ' ', '\t']).starts_with('#');
        let say = if hidden { sentences::empty_before_comment } else { sentences::empty };
        self.fault(at, say(subject));
    }

    /// The words of `node`, which must be text. They may hold hazards, which are reported;
    /// whoever shows them makes them [`visible`].
    pub(in crate::load) fn raw_words<'n>(
        &mut self,
        node: &'n YamlNode<'_>,
        subject: Subject,
    ) -> Option<Cow<'n, str>> {
        let words = match &node.value {
            YamlValue::Text(words) if words.trim().is_empty() => {
                self.empty(node, subject);
                return None;
            }
            YamlValue::Text(words) => Cow::Borrowed(words.as_ref()),
            YamlValue::Number | YamlValue::Bool => {
                self.wrong_type(node, subject, Expected::Text);
                Cow::Owned(node.spelling(&self.file.text)?.to_owned())
            }
            _ => {
                self.wrong_type(node, subject, Expected::Text);
                return None;
            }
        };
        self.comment(node);
        self.joined_item(node);
        self.hazards(node, &words);
        Some(words)
    }

    /// The words of `node` as plain text on one line.
    pub(in crate::load) fn words(
        &mut self,
        node: &YamlNode<'_>,
        subject: Subject,
    ) -> Option<String> {
        let words = self.raw_words(node, subject)?;
        self.unshown(node, &unseen(&words));
        self.unshown(node, &marks(&words));
        let one_line: Vec<_> = words.split_whitespace().collect();
        let one_line = one_line.join(" ");
        let cut = beginning(&one_line);
        if cut.len() < one_line.len() {
            self.fault(node.range(), sentences::too_long(subject));
        }
        Some(visible(cut).into_owned())
    }

    /// Reports what an escape in a quoted scalar made of itself. What stood in the file as it
    /// is was reported when the file was read.
    fn hazards(&mut self, node: &YamlNode<'_>, words: &str) {
        if words.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
            return;
        }
        for (at, c) in words.char_indices().filter(|&(_, c)| hazard(c).is_some()) {
            self.fault_in(node, at..at + c.len_utf8(), sentences::hazardous(c));
        }
    }

    /// Warns of what is not shown in `words`, which are the value of `node`.
    pub(in crate::load) fn unshown(&mut self, node: &YamlNode<'_>, unshown: &[Unshown]) {
        for Unshown { range, shown: _, why } in unshown {
            let fault = sentences::unshown(*why);
            self.fault_in(node, range.clone(), fault);
        }
    }

    /// Warns of a `#` right after a plain value that swallowed what follows.
    pub(in crate::load) fn comment(&mut self, node: &YamlNode<'_>) {
        let at = node.range();
        let text = &self.file.text;
        let raw = cut(text, at.clone());
        let rest = cut(text, at.end..);
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
        let fault = sentences::comment(lost);
        let whole = cut(text, at.start..range.end);
        // In a list in brackets the comment may have taken the next item with it.
        let is_whole = !whole.contains('\n') && !lost.contains([',', ']', '}']);
        let change = || Change::InFile(vec![(at.start..range.end, yaml::quoted(whole))]);
        self.fault(
            range.clone(),
            if is_whole { fault.mended(sentences::put_in_quotes(), change()) } else { fault },
        );
    }

    /// Warns of a line that looks like an item and goes on with a plain value.
    fn joined_item(&mut self, node: &YamlNode<'_>) {
        let at = node.range();
        let raw = cut(&self.file.text, at.clone());
        let Some(end) = raw.find('\n') else { return };
        let mut start = at.start + end + 1;
        let item = cut(&self.file.text, start..at.end).split_inclusive('\n').find_map(|line| {
            let words = line.trim_start();
            let begins = start + line.len() - words.len();
            start += line.len();
            let is_item = words.starts_with("- ") && words.trim_end().len() > 1;
            is_item.then(|| begins..begins + words.trim_end().len())
        });
        if let Some(item) = item
            && yaml::style(&self.file.text, at) == ScalarStyle::Plain
        {
            let fault = sentences::joined_item(cut(&self.file.text, item.clone()));
            self.fault(item, fault);
        }
    }

    /// The items of `node`, which must be a list.
    pub(in crate::load) fn items<'a>(
        &mut self,
        node: YamlNode<'a>,
        subject: Subject,
    ) -> Vec<YamlNode<'a>> {
        if let YamlValue::List(items) = node.value {
            return items;
        }
        self.wrong_type(&node, subject, Expected::List);
        Vec::new()
    }

    /// The spelling of a scalar that may look like a number.
    pub(in crate::load) fn scalar(
        &mut self,
        node: &YamlNode<'_>,
        subject: Subject,
        value: &ValueType,
    ) -> Option<String> {
        if matches!(node.value, YamlValue::Text(_)) {
            return self.words(node, subject);
        }
        if matches!(node.value, YamlValue::Number) {
            self.comment(node);
            return node.spelling(&self.file.text).map(str::to_owned);
        }
        self.wrong_type(node, subject, Expected::of(value, subject));
        None
    }
}
