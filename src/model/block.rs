//! Sections and the blocks that they are made of.

use std::borrow::Cow;

use super::{ActorIx, BlockIx, CitedSource, List, Table, Text};

/// One section of the narrative.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Its address.
    pub id: String,
    /// Its title, without markup.
    pub title: String,
    /// One or two sentences on it.
    pub summary: Option<Text>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One block of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its address in the section: as written, or `p1`, `p2`, ... counting every block that is
    /// no heading. A heading without an id has an empty one.
    pub id: String,
    /// What it is and says.
    pub kind: BlockKind,
    /// What its statements rest on.
    pub evidence: Option<Evidence>,
    /// How sure they are.
    pub confidence: Option<Confidence>,
    /// Where they come from.
    pub sources: Vec<CitedSource>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading(Text),
    /// A paragraph of the text.
    Paragraph(Text),
    /// Somebody's words.
    Quote {
        /// The words.
        paragraphs: Vec<Text>,
        /// Whose they are.
        from: Option<Speaker>,
        /// The language that they are in, if it is not the briefing's (BCP 47).
        language: Option<String>,
    },
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// An editor's note on a contested point.
    Note {
        /// What it says.
        text: Text,
        /// The block that it corrects, in the same section.
        about: Option<BlockIx>,
    },
    /// A question for the class.
    Question {
        /// The question.
        text: Text,
        /// What may help.
        hint: Option<Text>,
        /// Minutes to give it.
        minutes: Option<u32>,
    },
    /// A cue for the teacher, hidden until asked for.
    Cue(Text),
}

/// Who is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// An actor of the briefing.
    Actor(ActorIx),
    /// Anybody else, by name.
    Named(String),
}

/// What a statement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The treaty's own words.
    TreatyText,
    /// A government or a body said so.
    OfficialStatement,
    /// The press reported it.
    Reporting,
    /// Somebody's reading or judgement.
    Analysis,
    /// The source under discussion says so. That it does is what is sure or not, and not what it says.
    Claim,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Well supported.
    High,
    /// Supported in part.
    Medium,
    /// Doubtful.
    Low,
}

impl Evidence {
    /// Every kind, with its name in the format and the words a reader sees.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::TreatyText, "treaty-text", "treaty text"),
        (Self::OfficialStatement, "official-statement", "official statement"),
        (Self::Reporting, "reporting", "reporting"),
        (Self::Analysis, "analysis", "analysis"),
        (Self::Claim, "claim", "claim"),
    ];

    /// The words a reader sees.
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., words)| words)
    }
}

impl Confidence {
    /// Every degree, with its name in the format.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::High, "high"), (Self::Medium, "medium"), (Self::Low, "low")];

    /// Its name.
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(degree, _)| *degree == self).map_or("", |(_, words)| words)
    }
}

impl Block {
    /// Whether it is a heading: it is passed over by the focus, which stays on what is read.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Whether it is shown only while teacher cues are on.
    pub(crate) fn is_cue(&self) -> bool {
        matches!(self.kind, BlockKind::Cue(_))
    }

    /// Whether it is an editor's note.
    pub(crate) fn is_note(&self) -> bool {
        matches!(self.kind, BlockKind::Note { .. })
    }

    /// Whether it is a question for the class.
    pub(crate) fn is_question(&self) -> bool {
        matches!(self.kind, BlockKind::Question { .. })
    }

    /// Whether it is a paragraph and no more: it states something. A note has its own place, and a
    /// question states nothing.
    pub(crate) fn is_statement(&self) -> bool {
        self.is_numbered() && !self.is_note() && !self.is_question()
    }

    /// Its texts, in the order of reading.
    pub fn texts(&self) -> Vec<&Text> {
        // Nothing but what it is says anything.
        let Self { id: _, kind, evidence: _, confidence: _, sources: _ } = self;
        match kind {
            BlockKind::Heading(text)
            | BlockKind::Paragraph(text)
            | BlockKind::Note { text, about: _ }
            | BlockKind::Cue(text) => vec![text],
            BlockKind::Quote { paragraphs, from: _, language: _ } => paragraphs.iter().collect(),
            BlockKind::List(list) => list.points.iter().map(|point| &point.text).collect(),
            BlockKind::Table(table) => table.texts().collect(),
            BlockKind::Question { text, hint, minutes: _ } => {
                std::iter::once(text).chain(hint.as_ref()).collect()
            }
        }
    }

    /// Its texts in a row, a line feed between two: what the bytes of an [`Anchor`] count in.
    ///
    /// [`Anchor`]: super::kept::Anchor
    pub fn logical(&self) -> Cow<'_, str> {
        let texts = self.texts();
        if let [text] = texts.as_slice() {
            return Cow::Borrowed(&text.plain);
        }
        let plain: Vec<&str> = texts.iter().map(|text| text.plain.as_str()).collect();
        Cow::Owned(plain.join("\n"))
    }

    /// What everybody reads of it: no cue, and no hint, which a class is not to see.
    pub(crate) fn shown_texts(&self) -> Vec<&Text> {
        match &self.kind {
            BlockKind::Cue(_) => Vec::new(),
            BlockKind::Question { text, hint: _, minutes: _ } => vec![text],
            BlockKind::Heading(_)
            | BlockKind::Paragraph(_)
            | BlockKind::Quote { .. }
            | BlockKind::List(_)
            | BlockKind::Table(_)
            | BlockKind::Note { .. } => self.texts(),
        }
    }

    /// Whether it is counted as a paragraph: it is neither a heading nor a cue, so that the
    /// numbers are the same for teacher and class.
    pub fn is_numbered(&self) -> bool {
        !self.is_heading() && !self.is_cue()
    }

    /// The number of words to read. Cues and hints count none.
    pub fn words(&self) -> usize {
        self.shown_texts().into_iter().map(Text::words).sum()
    }
}

impl Section {
    /// The number of words to read.
    pub fn words(&self) -> usize {
        self.blocks.iter().map(Block::words).sum()
    }
}
