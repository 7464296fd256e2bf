//! What is known of the disk: whether it takes what is left, and what is said once it has.

use super::super::step::Step;
use super::Keeping;

/// What is known of the disk.
#[derive(Debug, Clone, Default)]
pub(super) struct Assurance {
    /// Why it takes nothing, as the reader was told.
    refusal: Option<String>,
    /// Says what is said when it has all that was given to it.
    word: Option<Step>,
}

impl Keeping {
    /// Has something said when all is kept that was left so far.
    pub(super) fn say_when_kept(&mut self, word: Step) {
        self.assurance.word = Some(word);
    }

    /// Whether something is said when all is kept.
    pub(in crate::app) fn awaits_word(&self) -> bool {
        self.assurance.word.is_some()
    }

    /// Says what is to be said now that all is kept.
    pub(in crate::app) fn take_word(&mut self) -> Option<Step> {
        self.assurance.word.take()
    }

    /// The disk takes nothing. Answers with the reason that the reader was told before.
    pub(in crate::app) fn refuse(&mut self, why: String) -> Option<String> {
        self.assurance.refusal.replace(why)
    }

    /// Whether the disk takes nothing.
    pub(in crate::app) fn is_refused(&self) -> bool {
        self.assurance.refusal.is_some()
    }

    /// The disk takes everything. Answers with the reason that the reader was told before.
    pub(in crate::app) fn accept(&mut self) -> Option<String> {
        self.assurance.refusal.take()
    }
}
