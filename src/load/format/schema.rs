//! What can be said of a mapping, a key and a value.

/// A mapping of the format.
#[derive(Debug)]
pub struct Mapping {
    /// Which one it is.
    pub kind: MappingKind,
    /// The file that it is the whole of, if it always is: a path in the briefing's folder.
    pub file: Option<&'static str>,
    /// Its keys, in the order in which they are listed.
    pub keys: &'static [FormatKey],
}

/// The mappings of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingKind {
    /// briefing.yaml.
    Briefing,
    /// instruments.yaml.
    Instruments,
    /// actors.yaml.
    Actors,
    /// glossary.yaml.
    Glossary,
    /// timeline.yaml.
    Timeline,
    /// sources.yaml.
    Sources,
    /// questions.yaml.
    Questions,
    /// A section, in a file of its own or in briefing.yaml.
    Section,
    /// A block of a section.
    Block,
    /// A point of a list that has points below it.
    Point,
    /// A table.
    Table,
    /// A treaty or another legal text.
    Instrument,
    /// An article of an instrument.
    Article,
    /// A heading over articles of an instrument.
    Part,
    /// A provision of a wording.
    Provision,
    /// An actor.
    Actor,
    /// How an actor stands to another.
    Relation,
    /// A term of the glossary.
    Term,
    /// An event of the timeline.
    Event,
    /// A source with the place in it.
    Locator,
    /// A source.
    Source,
    /// A plan of a lesson.
    Lesson,
    /// A step of a lesson.
    LessonStep,
    /// A question to talk about.
    Discussion,
    /// A question with an answer.
    Quiz,
}

/// A key of a mapping.
#[derive(Debug)]
pub struct FormatKey {
    /// The key.
    pub name: &'static str,
    /// When it must or may be there.
    pub presence: Presence,
    /// What stands after it.
    pub value: ValueType,
    /// What it says, in a clause; empty where its name says it.
    pub about: &'static str,
}

/// When a key must or may be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Required,
    /// It may be left out.
    Optional,
    /// Where the mapping stands in briefing.yaml; a file of its own has a name instead.
    Inline,
    /// It makes the block what it is, and exactly one of these keys is there.
    Content(Content),
    /// It may be there beside one of these.
    Beside(&'static [Content]),
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A paragraph.
    Text,
    /// Somebody's words.
    Quote,
    /// A list of points.
    List,
    /// A table.
    Table,
    /// An editor's note.
    Note,
    /// A prompt for the class.
    Question,
    /// Words for the teacher.
    Cue,
    /// A heading.
    Heading,
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub enum ValueType {
    /// The number of the format's version.
    Version,
    /// Plain text on one line.
    OneLine,
    /// Text with markup.
    Prose,
    /// Text with markup that is read by its lines, or a list of such texts.
    Provisions,
    /// What a provision is counted by.
    Enumerator,
    /// Names, each with text with markup.
    Elements,
    /// Names, each with plain text on one line.
    ElementTitles,
    /// Plain text on one line, `{n}` in it for the number of an article.
    ArticleLabel,
    /// An article, or a heading over those that follow.
    ArticleEntry,
    /// Text with markup, or a list of such texts, each a paragraph.
    Paragraphs,
    /// Text with markup, or a point with others below it.
    PointEntry,
    /// `true` or `false`.
    YesOrNo,
    /// Text with markup in a table: a number as it is written, too, or nothing.
    Cell,
    /// The id of what has it.
    OwnId,
    /// The id of another briefing.
    BriefingId,
    /// The number or the name of an article.
    ArticleNumber,
    /// A language by BCP 47.
    LanguageTag,
    /// An address of the outside world.
    WebUrl,
    /// A year, a month or a day.
    Day,
    /// As [`ValueType::Day`], or a range of two.
    DayOrRange,
    /// A whole number from 1 up.
    WholeNumber,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// The id of an actor.
    ActorId,
    /// The id of a source.
    SourceId,
    /// The id of a source, or a source with the place in it.
    SourceEntry,
    /// An article, or what stands in one: `NUMBER`, `INSTRUMENT/NUMBER`, `NUMBER(2)(b)`.
    ArticleAddress,
    /// A paragraph of the same section.
    Paragraph,
    /// Anything that a link of the format can lead to, with its scheme.
    Address,
    /// An actor's id, or anybody's name.
    SpeakerName,
    /// A section: its id, or the whole of it with the key `id`.
    SectionEntry,
    /// A list, each item of which is of one type.
    List(&'static ValueType),
    /// A mapping. It may hold itself, so that it is asked for.
    Mapping(fn() -> &'static Mapping),
}

impl Mapping {
    /// The keys that say what a block is, each with what they make it.
    pub(in crate::load) fn contents(&self) -> impl Iterator<Item = (Content, &'static str)> {
        self.keys.iter().filter_map(|key| match key.presence {
            Presence::Content(content) => Some((content, key.name)),
            _ => None,
        })
    }

    /// The key that makes a block this.
    pub fn content_key(&self, content: Content) -> &'static str {
        self.contents().find(|(one, _)| *one == content).map_or("", |(_, name)| name)
    }

    /// What stands in its lists.
    pub(in crate::load) fn items(&self) -> impl Iterator<Item = MappingKind> {
        self.keys.iter().filter_map(|key| match key.value {
            ValueType::List(ValueType::Mapping(of)) => Some(of().kind),
            ValueType::List(ValueType::ArticleEntry) => Some(MappingKind::Article),
            _ => None,
        })
    }
}
