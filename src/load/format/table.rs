//! The table of the format.

use super::field::{Field, Unread, Yaml};
use super::schema::Content::{Cue, Heading, List, Note, Question, Quote, Table, Text};
use super::schema::Presence::{Beside, Content, Inline, Optional, Required};
use super::schema::{FormatKey, Mapping, MappingKind, ValueType};
use super::types::{
    ActorId, Address, ArticleAddress, ArticleEntry, ArticleLabel, ArticleNumber, BriefingId, Cell,
    Day, DayOrRange, ElementTitles, Elements, Enumerator, HasType, LanguageTag, ListOf, OneLine,
    OneOf, OwnId, Paragraph, Paragraphs, PointEntry, Prose, Provisions, SectionEntry, SourceEntry,
    SourceId, SpeakerName, Version, WebUrl, WholeNumber, YesOrNo,
};
use crate::model::{ActorKind, Align, Confidence, Evidence, Tone};

/// The file that makes a folder a briefing.
pub(in crate::load) const BRIEFING: &str = "briefing.yaml";

/// A key as it is written: a word of Rust's own has a mark before it in the table.
const fn written(key: &'static str) -> &'static str {
    match key.as_bytes() {
        [b'r', b'#', rest @ ..] => match str::from_utf8(rest) {
            Ok(key) => key,
            Err(_) => key,
        },
        _ => key,
    }
}

/// Declares mappings: a kind, the type of its unread fields, the file that it is the whole of, and a
/// row for each key with the type of its value, when it is there, and what it says.
macro_rules! mappings {
    ($($(#[$doc:meta])* $Kind:ident, $Yaml:ident $(, $file:tt)? {
        $($key:ident: $value:ty, $presence:expr, $about:literal;)*
    })*) => {
        /// Every mapping of the format.
        pub fn mappings() -> impl Iterator<Item = &'static Mapping> {
            [$(<$Yaml<'_> as Yaml<'_>>::mapping()),*].into_iter()
        }

        $(
            $(#[$doc])*
            pub(in crate::load) struct $Yaml<'a> {
                $(pub(in crate::load) $key: Field<'a, $value>,)*
            }

            impl<'a> Yaml<'a> for $Yaml<'a> {
                fn mapping() -> &'static Mapping {
                    static MAPPING: Mapping = Mapping {
                        kind: MappingKind::$Kind,
                        file: [$(Some($file),)? None][0],
                        keys: &[$(FormatKey {
                            name: written(stringify!($key)),
                            presence: $presence,
                            value: <$value as HasType>::TYPE,
                            about: $about,
                        }),*],
                    };
                    &MAPPING
                }

                fn of(found: &mut impl Unread<'a>) -> Self {
                    Self { $($key: Field::of(found)),* }
                }
            }

            impl HasType for $Yaml<'_> {
                const TYPE: ValueType = ValueType::Mapping(<$Yaml<'static> as Yaml<'static>>::mapping);
            }
        )*
    };
}

mappings! {
    /// briefing.yaml.
    Briefing, BriefingYaml, BRIEFING {
        format: Version, Required, "";
        title: OneLine, Required, "";
        subtitle: OneLine, Optional, "a second line of title";
        summary: Prose, Optional, "shown in lists and on the title page";
        language: LanguageTag, Optional, "sets hyphenation and line breaking; `en` if absent";
        edition_of: BriefingId, Optional, "what this is an edition of, in another language";
        date: Day, Optional, "what day the text was true of";
        updated: Day, Optional, "";
        authors: ListOf<OneLine>, Optional, "";
        license: OneLine, Optional, "";
        sections: ListOf<SectionEntry>, Required, "in the order of reading";
        elements: ElementTitles, Optional, "what the elements of clauses are called, in order";
        instruments: ListOf<InstrumentYaml<'static>>, Optional, "";
        actors: ListOf<ActorYaml<'static>>, Optional, "";
        terms: ListOf<TermYaml<'static>>, Optional, "";
        events: ListOf<EventYaml<'static>>, Optional, "";
        sources: ListOf<SourceYaml<'static>>, Optional, "";
        lessons: ListOf<LessonYaml<'static>>, Optional, "for the teacher alone";
        discussion: ListOf<DiscussionYaml<'static>>, Optional, "";
        quiz: ListOf<QuizYaml<'static>>, Optional, "";
    }

    /// instruments.yaml.
    Instruments, InstrumentsFile, "instruments.yaml" {
        instruments: ListOf<InstrumentYaml<'static>>, Required, "";
    }

    /// actors.yaml.
    Actors, ActorsFile, "actors.yaml" {
        actors: ListOf<ActorYaml<'static>>, Required, "";
    }

    /// glossary.yaml.
    Glossary, GlossaryFile, "glossary.yaml" {
        terms: ListOf<TermYaml<'static>>, Required, "";
    }

    /// timeline.yaml.
    Timeline, TimelineFile, "timeline.yaml" {
        events: ListOf<EventYaml<'static>>, Required, "";
    }

    /// sources.yaml.
    Sources, SourcesFile, "sources.yaml" {
        sources: ListOf<SourceYaml<'static>>, Required, "";
    }

    /// questions.yaml.
    Questions, QuestionsFile, "questions.yaml" {
        lessons: ListOf<LessonYaml<'static>>, Optional, "for the teacher alone";
        discussion: ListOf<DiscussionYaml<'static>>, Optional, "";
        quiz: ListOf<QuizYaml<'static>>, Optional, "";
    }

    /// A section, in a file of its own or in briefing.yaml.
    Section, SectionYaml {
        id: OwnId, Inline, "in a file of its own the file's stem is the id";
        title: OneLine, Required, "";
        summary: Prose, Optional, "one or two sentences";
        body: ListOf<BlockYaml<'static>>, Required, "";
    }

    /// A block of a section.
    Block, BlockYaml {
        id: OwnId, Optional, "what references to the block go by";
        text: Prose, Content(Text), "a paragraph";
        quote: Paragraphs, Content(Quote), "somebody's words";
        list: ListOf<PointEntry>, Content(List), "points";
        table: TableYaml<'static>, Content(Table), "rows of cells";
        note: Prose, Content(Note), "an editor's note on a contested point, shown as such";
        question: Prose, Content(Question), "a prompt for the class, at this point of the text";
        cue: Prose, Content(Cue), "for the teacher only, hidden unless teacher cues are on";
        heading: Prose, Content(Heading), "";
        evidence: OneOf<Evidence>, Beside(&[Text, List, Table, Quote, Note]), "what it rests on";
        confidence: OneOf<Confidence>, Beside(&[Text, List, Table, Quote, Note]), "how sure it is";
        sources: ListOf<SourceEntry>, Beside(&[Text, List, Table, Quote, Note, Question]), "";
        ordered: YesOrNo, Beside(&[List]), "whether the points are counted";
        from: SpeakerName, Beside(&[Quote]), "who is quoted";
        language: LanguageTag, Beside(&[Quote]), "what the words are in, if that is another than the briefing's";
        about: Paragraph, Beside(&[Note]), "what the note is on";
        hint: Prose, Beside(&[Question]), "what may help";
        minutes: WholeNumber, Beside(&[Question]), "how long to talk about it";
    }

    /// A point of a list that has points below it.
    Point, PointYaml {
        text: Prose, Required, "";
        list: ListOf<PointEntry>, Optional, "the points below it";
    }

    /// A table.
    Table, TableYaml {
        caption: Prose, Optional, "what it shows";
        columns: ListOf<Cell>, Required, "what stands over them, from left to right";
        align: ListOf<OneOf<Align>>, Optional, "where in each column its cells stand; `left` if absent";
        rows: ListOf<ListOf<Cell>>, Required, "from top to bottom, with a cell for each column";
        sources: ListOf<SourceEntry>, Optional, "";
    }

    /// A treaty or another legal text.
    Instrument, InstrumentYaml {
        id: OwnId, Required, "";
        title: OneLine, Required, "";
        short: OneLine, Optional, "a name for where there is little room";
        signed: Day, Optional, "";
        in_force: Day, Optional, "when it came into force";
        ended: Day, Optional, "";
        parties: ListOf<ActorId>, Optional, "";
        summary: Prose, Optional, "what it is";
        language: LanguageTag, Optional, "that of the wording; the briefing's if absent";
        label: ArticleLabel, Optional, "how its numbered articles are called; by its language if absent";
        articles: ListOf<ArticleEntry>, Optional, "";
    }

    /// A heading over articles of an instrument.
    Part, PartYaml {
        part: OneLine, Required, "its name, such as `Chapter VII`";
        title: OneLine, Optional, "what it is on";
        level: WholeNumber, Optional, "1 for the greatest parts, 2 for those in them; 1 if absent";
    }

    /// An article of an instrument.
    Article, ArticleYaml {
        number: ArticleNumber, Required, "";
        label: OneLine, Optional, "what it is called, where the instrument's label does not say it";
        title: OneLine, Optional, "";
        theme: OneLine, Optional, "";
        gist: Prose, Optional, "in the briefing's own words";
        text: Provisions, Optional, "the wording itself";
        language: LanguageTag, Optional, "that of the wording; the instrument's if absent";
        meaning: Prose, Optional, "what it means for the briefing's subject";
        elements: Elements, Optional, "the clause taken apart, in the briefing's own words";
        see: ListOf<ArticleAddress>, Optional, "what to read beside it";
        compare: ListOf<ArticleAddress>, Optional, "what came before it, or stands elsewhere in its place";
        confidence: OneOf<Confidence>, Optional, "";
        sources: ListOf<SourceEntry>, Optional, "";
        note: Prose, Optional, "an editor's note";
    }

    /// A provision in a list of them that stands in place of a wording.
    Provision, ProvisionYaml {
        number: Enumerator, Optional, "what it is counted by, with its dot or brackets: `(a)`";
        text: Prose, Optional, "what it says";
        points: Provisions, Optional, "what stands in it";
    }

    /// An actor.
    Actor, ActorYaml {
        id: OwnId, Required, "";
        name: OneLine, Required, "";
        aliases: ListOf<OneLine>, Optional, "other names that texts call it by";
        kind: OneOf<ActorKind>, Optional, "";
        role: Prose, Optional, "who they are, in one or two sentences";
        stance: Prose, Optional, "what they want here";
        relations: ListOf<RelationYaml<'static>>, Optional, "";
        sources: ListOf<SourceEntry>, Optional, "";
    }

    /// How an actor stands to another.
    Relation, RelationYaml {
        to: ActorId, Required, "";
        label: OneLine, Required, "what binds or parts them";
        tone: OneOf<Tone>, Optional, "";
    }

    /// A term of the glossary.
    Term, TermYaml {
        id: OwnId, Required, "";
        term: OneLine, Required, "";
        aliases: ListOf<OneLine>, Optional, "";
        definition: Prose, Required, "";
        sources: ListOf<SourceEntry>, Optional, "";
    }

    /// An event of the timeline.
    Event, EventYaml {
        id: OwnId, Required, "";
        date: DayOrRange, Required, "";
        title: OneLine, Required, "";
        text: Prose, Optional, "";
        sources: ListOf<SourceEntry>, Optional, "";
    }

    /// A source with the place in it.
    Locator, LocatorYaml {
        id: SourceId, Required, "";
        at: OneLine, Required, "where in it: `para 4`, `pp. 12–14`";
    }

    /// A source.
    Source, SourceYaml {
        id: OwnId, Required, "";
        title: OneLine, Required, "";
        publisher: OneLine, Optional, "";
        date: Day, Optional, "";
        url: WebUrl, Optional, "";
    }

    /// A plan of a lesson.
    Lesson, LessonYaml {
        title: OneLine, Required, "";
        minutes: WholeNumber, Optional, "how long it is: what its steps take together";
        steps: ListOf<LessonStepYaml<'static>>, Required, "";
    }

    /// A step of a lesson.
    LessonStep, LessonStepYaml {
        minutes: WholeNumber, Required, "";
        r#do: Prose, Required, "what is done";
        see: ListOf<Address>, Optional, "what to look at";
    }

    /// A question to talk about.
    Discussion, DiscussionYaml {
        question: Prose, Required, "";
        hint: Prose, Optional, "what may help";
        minutes: WholeNumber, Optional, "how long to talk about it";
        see: ListOf<Address>, Optional, "what to look at";
    }

    /// A question with an answer.
    Quiz, QuizYaml {
        question: Prose, Required, "";
        choices: ListOf<Prose>, Required, "2 to 26";
        answer: WholeNumber, Required, "the number of the right choice, counted from 1";
        why: Prose, Optional, "";
        evidence: Address, Optional, "where the answer stands";
    }
}
