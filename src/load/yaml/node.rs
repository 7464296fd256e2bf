//! The tree: every key and value knows where it stands.

use std::borrow::Cow;
use std::ops::Range;

/// A value and its place.
#[derive(Debug)]
pub(in crate::load) struct YamlNode<'a> {
    pub(in crate::load) value: YamlValue<'a>,
    start: u32,
    end: u32,
}

/// A value as YAML's core schema reads it. What a number was written as is in the source.
#[derive(Debug)]
pub(in crate::load) enum YamlValue<'a> {
    Null,
    Bool,
    Number,
    Text(Cow<'a, str>),
    List(Vec<YamlNode<'a>>),
    /// Keys may repeat.
    Map(Vec<(YamlNode<'a>, YamlNode<'a>)>),
}

impl<'a> YamlNode<'a> {
    /// A value that stands at these bytes of the source.
    pub(super) fn new(value: YamlValue<'a>, at: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { value, start: small(at.start), end: small(at.end) }
    }
}

impl YamlNode<'_> {
    /// Its bytes in the source.
    pub(in crate::load) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its words as written in `source`, if it is a scalar: text, or a number's spelling.
    pub(in crate::load) fn spelling<'n>(&'n self, source: &'n str) -> Option<&'n str> {
        match &self.value {
            YamlValue::Text(words) => Some(words),
            YamlValue::Number | YamlValue::Bool => source.get(self.range()).map(str::trim),
            _ => None,
        }
    }

    /// Its words, if it is text.
    pub(in crate::load) fn words(&self) -> Option<&str> {
        let YamlValue::Text(words) = &self.value else { return None };
        Some(words)
    }

    pub(in crate::load) fn is_map(&self) -> bool {
        matches!(self.value, YamlValue::Map(_))
    }

    pub(in crate::load) fn is_empty_list(&self) -> bool {
        matches!(&self.value, YamlValue::List(items) if items.is_empty())
    }

    /// The first entry of `key`, if it is a mapping that has one: for looking ahead, without
    /// diagnostics.
    fn entry(&self, key: &str) -> Option<&(Self, Self)> {
        let YamlValue::Map(entries) = &self.value else { return None };
        entries.iter().find(|(k, _)| k.is_word(key))
    }

    /// The value of `key`, looking ahead.
    pub(in crate::load) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|(_, value)| value)
    }

    /// As [`YamlNode::get`], to change it.
    pub(in crate::load) fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let YamlValue::Map(entries) = &mut self.value else { return None };
        entries.iter_mut().find(|(k, _)| k.is_word(key)).map(|(_, value)| value)
    }

    /// Where `key` itself stands.
    pub(in crate::load) fn key_range(&self, key: &str) -> Option<Range<usize>> {
        self.entry(key).map(|(key, _)| key.range())
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(&self.value, YamlValue::Text(text) if text == word)
    }
}
