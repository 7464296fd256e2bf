//! What of a briefing a document has in it, and for whom it is.

use crate::model::{Briefing, EventIx, SectionIx, Target};

/// What a document has in it, and for whom it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Edition {
    /// For whom it is.
    pub audience: Audience,
    /// What of the briefing is in it.
    pub portion: Portion,
}

/// For whom a document is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// For somebody who reads alone: hints and answers, no cues.
    #[default]
    Reader,
    /// For a class: neither hints nor answers nor cues.
    Class,
    /// For the teacher: all of it.
    Teacher,
}

/// What of a briefing is in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Portion {
    /// All of it.
    #[default]
    Whole,
    /// One section of the text.
    Section(SectionIx),
    /// One of the parts beside the text.
    Part(Part),
}

/// A part of a briefing that can be printed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Questions to talk about, those of the text among them.
    Questions,
    /// Questions with an answer.
    Quiz,
    /// The law.
    Articles,
    /// The people and powers.
    Actors,
    /// The glossary.
    Terms,
    /// The events.
    Timeline,
    /// The sources.
    Sources,
}

impl Audience {
    /// Whether it sees what may help with a question.
    pub(super) fn sees_hints(self) -> bool {
        self != Self::Class
    }

    /// Whether it sees the answers of the quiz, and why they are right.
    pub(super) fn sees_answers(self) -> bool {
        self != Self::Class
    }

    /// Whether it sees the cues between the paragraphs.
    pub(super) fn sees_cues(self) -> bool {
        self == Self::Teacher
    }
}

impl Part {
    /// Whether there is anything in it.
    pub(crate) fn is_in(self, briefing: &Briefing) -> bool {
        match self {
            Self::Questions => briefing.questions() > 0,
            Self::Quiz => !briefing.quiz.is_empty(),
            Self::Articles => !briefing.instruments.is_empty(),
            Self::Actors => !briefing.actors.is_empty(),
            Self::Terms => !briefing.terms.is_empty(),
            Self::Timeline => !briefing.events.is_empty(),
            Self::Sources => !briefing.sources.is_empty(),
        }
    }

    /// Whether the card of `target` is in it.
    pub(super) fn has(self, target: &Target) -> bool {
        let part = match target {
            Target::Article(_) | Target::Provision(_) | Target::Instrument(_) => Self::Articles,
            Target::Actor(_) => Self::Actors,
            Target::Term(_) => Self::Terms,
            Target::Event(_) => Self::Timeline,
            Target::Source(_) => Self::Sources,
            Target::Section(_) | Target::Block(_) | Target::Web(_) => return false,
        };
        self == part
    }
}

/// The events in the order in which they happened, whatever the order of the file.
pub(super) fn in_order(briefing: &Briefing) -> Vec<EventIx> {
    let mut order: Vec<EventIx> = (0..briefing.events.len()).map(EventIx::new).collect();
    order.sort_by_key(|at| briefing.event(*at).date.start);
    order
}
