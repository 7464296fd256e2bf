//! The types of values as types: a field that has one can be read in no other way.

use std::marker::PhantomData;

use super::schema::ValueType;
use crate::model::{ActorKind, Align, Confidence, Evidence, Tone};

/// A type of value.
pub(in crate::load) trait HasType {
    /// As the table has it.
    const TYPE: ValueType;
}

macro_rules! types {
    ($($name:ident)*) => {$(
        #[doc = concat!("[`ValueType::", stringify!($name), "`]")]
        pub(in crate::load) struct $name;

        impl HasType for $name {
            const TYPE: ValueType = ValueType::$name;
        }
    )*};
}

types! {
    Version OneLine Prose Paragraphs PointEntry YesOrNo Cell Provisions Enumerator Elements ElementTitles ArticleLabel ArticleEntry OwnId BriefingId ArticleNumber LanguageTag WebUrl Day DayOrRange WholeNumber ActorId SourceId ArticleAddress Paragraph Address SpeakerName SectionEntry SourceEntry
}

/// [`ValueType::List`]
pub(in crate::load) struct ListOf<T>(PhantomData<T>);

impl<T: HasType> HasType for ListOf<T> {
    const TYPE: ValueType = ValueType::List(&T::TYPE);
}

/// [`ValueType::OneOf`]
pub(in crate::load) struct OneOf<T>(PhantomData<T>);

impl<T: FormatWord> HasType for OneOf<T> {
    const TYPE: ValueType = ValueType::OneOf(|| T::all().map(|(_, name)| name).collect());
}

/// Values that go by a word in the format.
pub(in crate::load) trait FormatWord: Copy + 'static {
    /// Each with its word.
    fn all() -> impl Iterator<Item = (Self, &'static str)>;
}

impl FormatWord for ActorKind {
    fn all() -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.iter().copied()
    }
}

impl FormatWord for Align {
    fn all() -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.into_iter()
    }
}

impl FormatWord for Tone {
    fn all() -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.iter().copied()
    }
}

impl FormatWord for Evidence {
    fn all() -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.into_iter().map(|(value, name, _)| (value, name))
    }
}

impl FormatWord for Confidence {
    fn all() -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.into_iter()
    }
}
