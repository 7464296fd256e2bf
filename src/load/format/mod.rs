//! The format, version 1, in one table: which mappings there are, which keys each may have, of what
//! type, and which of them it must have.
//!
//! What the loader knows comes from `table`, and so do the tables of docs/format.md.

mod field;
mod schema;
mod table;
mod types;

pub(in crate::load) use field::{Field, Missing, Unread, Yaml};
pub use schema::{Content, FormatKey, Mapping, MappingKind, Presence, ValueType};
pub use table::mappings;
pub(in crate::load) use table::{
    ActorYaml, ActorsFile, ArticleYaml, BRIEFING, BlockYaml, BriefingYaml, DiscussionYaml,
    EventYaml, GlossaryFile, InstrumentYaml, InstrumentsFile, LessonStepYaml, LessonYaml,
    LocatorYaml, PartYaml, PointYaml, ProvisionYaml, QuestionsFile, QuizYaml, RelationYaml,
    SectionYaml, SourceYaml, SourcesFile, TableYaml, TermYaml, TimelineFile,
};
pub(in crate::load) use types::{
    ActorId, Address, ArticleAddress, ArticleLabel, ArticleNumber, BriefingId, Day, DayOrRange,
    ElementTitles, Elements, Enumerator, FormatWord, HasType, LanguageTag, ListOf, OneLine, OneOf,
    OwnId, Paragraph, Paragraphs, PointEntry, Prose, Provisions, SectionEntry, SourceEntry,
    SourceId, SpeakerName, Version, WebUrl, WholeNumber, YesOrNo,
};
