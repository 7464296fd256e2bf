//! A mapping of a file before its values are read.

use std::marker::PhantomData;
use std::ops::Range;

use super::schema::{FormatKey, Mapping};
use crate::load::yaml::YamlNode;

/// The value of a key, not read yet. What reads it goes by its type `T`.
pub(in crate::load) struct Field<'a, T> {
    /// The key's row in the table.
    pub(in crate::load) key: &'static FormatKey,
    /// The value, if the key is there.
    pub(in crate::load) node: Option<YamlNode<'a>>,
    /// What must be said of a key that is not there.
    pub(in crate::load) missing: Option<Box<Missing>>,
    of: PhantomData<fn() -> T>,
}

/// A mapping that has not a key that it needs.
pub(in crate::load) struct Missing {
    /// What it is.
    pub(in crate::load) mapping: &'static Mapping,
    /// Where it is.
    pub(in crate::load) at: Range<usize>,
}

/// Gives away what was found of a mapping, key by key as the table has them.
pub(in crate::load) trait Unread<'a> {
    /// What was found of the next key.
    fn next(&mut self) -> (&'static FormatKey, Option<YamlNode<'a>>, Option<Box<Missing>>);
}

/// A mapping whose entries were found. Whoever takes one apart names every key that it has, so
/// that a row added to the table is told of wherever it must be read.
pub(in crate::load) trait Yaml<'a>: Sized {
    /// Its row in the table.
    fn mapping() -> &'static Mapping;

    /// Its fields.
    fn of(found: &mut impl Unread<'a>) -> Self;
}

impl<'a, T> Field<'a, T> {
    pub(super) fn of(found: &mut impl Unread<'a>) -> Self {
        let (key, node, missing) = found.next();
        Self { key, node, missing, of: PhantomData }
    }
}
