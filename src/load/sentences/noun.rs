//! What sentences speak of.

use crate::load::addresses::EntityKind;
use crate::load::format::{Mapping, MappingKind, ValueType};
use crate::load::yaml::{YamlNode, YamlValue};

/// The value that a sentence is about.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) enum Subject {
    /// That of a key.
    Key(&'static str),
    /// An item of the list of a key.
    ItemOf(&'static str),
    /// A mapping.
    Mapping(&'static Mapping),
    /// An answer that a question offers.
    Choice,
    /// The id of something.
    Id,
}

impl Subject {
    /// That of an item of what this is.
    pub(in crate::load) fn of_items(self) -> Self {
        match self {
            Self::Key(key) => Self::ItemOf(key),
            other => other,
        }
    }

    pub(super) fn words(self) -> String {
        match self {
            Self::Key(key) => format!("`{key}`"),
            Self::ItemOf(key) => format!("an item of `{key}`"),
            Self::Mapping(mapping) => a_mapping(mapping).to_owned(),
            Self::Choice => "a choice".to_owned(),
            Self::Id => "an id".to_owned(),
        }
    }
}

/// What a value must be, and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Expected {
    Text,
    List,
    Mapping,
    WholeNumber,
    YesOrNo,
    Date,
    Id,
    ActorId,
    ArticleNumber,
    Address,
    Paragraph,
    Speaker,
}

impl Expected {
    /// What a value of a type must be.
    pub(in crate::load) fn of(value: &ValueType, subject: Subject) -> Self {
        match value {
            ValueType::OneLine
            | ValueType::ArticleLabel
            | ValueType::Provisions
            | ValueType::Enumerator
            | ValueType::Prose
            | ValueType::Cell
            | ValueType::Paragraphs
            | ValueType::PointEntry
            | ValueType::LanguageTag
            | ValueType::WebUrl
            | ValueType::OneOf(_) => Self::Text,
            ValueType::YesOrNo => Self::YesOrNo,
            ValueType::Version | ValueType::WholeNumber => Self::WholeNumber,
            ValueType::Day | ValueType::DayOrRange => Self::Date,
            ValueType::ActorId if matches!(subject, Subject::Key(_)) => Self::ActorId,
            ValueType::OwnId
            | ValueType::BriefingId
            | ValueType::ActorId
            | ValueType::SourceId
            | ValueType::SourceEntry
            | ValueType::SectionEntry => Self::Id,
            ValueType::ArticleNumber | ValueType::ArticleAddress => Self::ArticleNumber,
            ValueType::Address => Self::Address,
            ValueType::Paragraph => Self::Paragraph,
            ValueType::SpeakerName => Self::Speaker,
            ValueType::List(_) => Self::List,
            ValueType::Mapping(_)
            | ValueType::ArticleEntry
            | ValueType::Elements
            | ValueType::ElementTitles => Self::Mapping,
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "a list",
            Self::Mapping => "a mapping with keys",
            Self::WholeNumber => "a whole number",
            Self::YesOrNo => "true or false",
            Self::Date => "a date",
            Self::Id => "an id",
            Self::ActorId => "an actor's id",
            Self::ArticleNumber => "an article's number",
            Self::Address => "a reference such as article:4",
            Self::Paragraph => "a paragraph's id",
            Self::Speaker => "an actor's id or a name",
        }
    }
}

/// A mapping of the format; one that is a whole file goes by the file's name.
pub(super) fn a_mapping(mapping: &Mapping) -> &'static str {
    match mapping.kind {
        MappingKind::Briefing
        | MappingKind::Instruments
        | MappingKind::Actors
        | MappingKind::Glossary
        | MappingKind::Timeline
        | MappingKind::Sources
        | MappingKind::Questions => mapping.file.unwrap_or_default(),
        MappingKind::Section => "a section",
        MappingKind::Block => "a block",
        MappingKind::Point => "a point of a list",
        MappingKind::Table => "a table",
        MappingKind::Instrument => "an instrument",
        MappingKind::Article => "an article",
        MappingKind::Part => "a part of an instrument",
        MappingKind::Provision => "a provision",
        MappingKind::Actor => "an actor",
        MappingKind::Relation => "a relation",
        MappingKind::Term => "a term",
        MappingKind::Event => "an event",
        MappingKind::Locator => "a source with a place in it",
        MappingKind::Source => "a source",
        MappingKind::Lesson => "a lesson",
        MappingKind::LessonStep => "a step of a lesson",
        MappingKind::Discussion => "a question for discussion",
        MappingKind::Quiz => "a quiz question",
    }
}

/// What has an id, without an article.
pub(super) fn entity(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Instrument => "instrument",
        EntityKind::Actor => "actor",
        EntityKind::Term => "term",
        EntityKind::Event => "event",
        EntityKind::Source => "source",
        EntityKind::Section => "section",
    }
}

/// All that have an id and are of one kind.
pub(super) fn entities(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Instrument => "instruments",
        EntityKind::Actor => "actors",
        EntityKind::Term => "terms",
        EntityKind::Event => "events",
        EntityKind::Source => "sources",
        EntityKind::Section => "sections",
    }
}

/// What a value is.
pub(super) fn what_is(node: &YamlNode<'_>) -> &'static str {
    match node.value {
        YamlValue::Null => "nothing",
        YamlValue::Bool => "true or false",
        YamlValue::Number => "a number",
        YamlValue::Text(_) => "text",
        YamlValue::List(_) => "a list",
        YamlValue::Map(_) => "a mapping",
    }
}
