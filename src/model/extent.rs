//! How much there is of a briefing: the one place that counts its blocks and its questions.

use super::{Block, BlockIx, BlockKind, Briefing, Discussion, Target, words};

/// How many of some blocks are paragraphs, editor's notes and questions for the class: those that have
/// a number, `¶ 4`. Headings and cues have none and are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Paragraphs, quotations, lists and tables.
    pub paragraphs: usize,
    /// Editor's notes.
    pub notes: usize,
    /// Questions for the class.
    pub questions: usize,
}

impl Extent {
    /// That of these blocks.
    pub fn of<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> Self {
        blocks.into_iter().fold(Self::default(), Self::and)
    }

    /// With one more block.
    #[must_use]
    pub fn and(self, block: &Block) -> Self {
        let Self { paragraphs, notes, questions } = self;
        match block.kind {
            BlockKind::Paragraph(_)
            | BlockKind::Quote { .. }
            | BlockKind::List(_)
            | BlockKind::Table(_) => Self { paragraphs: paragraphs + 1, ..self },
            BlockKind::Note { .. } => Self { notes: notes + 1, ..self },
            BlockKind::Question { .. } => Self { questions: questions + 1, ..self },
            BlockKind::Heading(_) | BlockKind::Cue(_) => self,
        }
    }

    /// How many of them there are, which is the number of the last one.
    pub fn numbered(self) -> usize {
        let Self { paragraphs, notes, questions } = self;
        paragraphs + notes + questions
    }

    /// `24 paragraphs, 2 notes and 2 class questions`
    pub fn words(self) -> String {
        let Self { paragraphs, notes, questions } = self;
        words::extent(paragraphs, notes, questions)
    }
}

impl Briefing {
    /// How many of these blocks are what.
    pub(crate) fn extent(&self, blocks: &[BlockIx]) -> Extent {
        Extent::of(blocks.iter().map(|at| self.block(*at)))
    }

    /// How many questions to talk about there are: those of the list and those of the text.
    pub(crate) fn questions(&self) -> usize {
        self.discussion.len() + self.questions_in_text().len()
    }

    /// The question to talk about at `at`, from 0: those of the list come first, then those that stand
    /// in the text, each of which leads there.
    pub(crate) fn question(&self, at: usize) -> Option<Discussion> {
        let listed = self.discussion.get(at).cloned();
        listed.or_else(|| {
            let block = *self.questions_in_text().get(at.checked_sub(self.discussion.len())?)?;
            let BlockKind::Question { text, hint, minutes } = &self.block(block).kind else {
                return None;
            };
            Some(Discussion {
                question: text.clone(),
                hint: hint.clone(),
                minutes: *minutes,
                see: vec![Target::Block(block)],
            })
        })
    }

    /// The number of a question that stands in the text, from 1: the same wherever it is told.
    pub(crate) fn question_number(&self, block: BlockIx) -> Option<usize> {
        let at = self.questions_in_text().binary_search(&block).ok()?;
        Some(self.discussion.len() + at + 1)
    }

    /// The questions that stand in the text, in the order of reading.
    pub(crate) fn questions_in_text(&self) -> &[BlockIx] {
        &self.index.questions
    }
}
