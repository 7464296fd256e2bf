//! A tree of JSON whose objects keep the order in which they were made.

use serde::ser::{Serialize, Serializer};

use crate::base::visible;

/// A value.
#[derive(Debug)]
pub(super) enum Node {
    Words(String),
    Number(u64),
    Flag(bool),
    List(Vec<Node>),
    Object(Object),
}

/// An object, its keys in the order in which they were put there.
#[derive(Debug, Default)]
pub(super) struct Object(Vec<(&'static str, Node)>);

impl Object {
    /// Adds a key.
    pub(super) fn with(mut self, key: &'static str, value: impl Into<Node>) -> Self {
        self.0.push((key, value.into()));
        self
    }

    /// Adds a key if there is a value for it: one that there is not is left out.
    pub(super) fn maybe(self, key: &'static str, value: Option<impl Into<Node>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds everything that `other` has.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

/// Collects the nodes of a list.
pub(super) fn list<T: Into<Node>>(items: impl IntoIterator<Item = T>) -> Node {
    Node::List(items.into_iter().map(Into::into).collect())
}

/// As [`list`]; `None` if there is nothing in it.
pub(super) fn filled<T: Into<Node>>(items: impl IntoIterator<Item = T>) -> Option<Node> {
    let items: Vec<_> = items.into_iter().map(Into::into).collect();
    (!items.is_empty()).then_some(Node::List(items))
}

impl From<&str> for Node {
    /// JSON escapes the control characters of ASCII, but not the others, nor what turns the
    /// direction of text. Whoever looks at it in a terminal shall be safe from all of them.
    fn from(words: &str) -> Self {
        Self::Words(visible(words).into_owned())
    }
}

impl From<&String> for Node {
    fn from(words: &String) -> Self {
        words.as_str().into()
    }
}

impl From<String> for Node {
    fn from(words: String) -> Self {
        words.as_str().into()
    }
}

impl From<u32> for Node {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Node {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl From<bool> for Node {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Object> for Node {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Words(words) => serializer.serialize_str(words),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
