//! Wordings that are compared word by word, aside where that takes longer than a key may.

use std::sync::Arc;

use crate::app::finding::Job;
use crate::model::{Briefing, Target};
use crate::text::WordsCompared;

use super::Reader;

/// The wordings that were to be compared last.
#[derive(Debug, Clone, Default)]
pub(super) struct Comparing {
    /// What is being compared.
    asked: Option<Vec<Target>>,
    /// What was compared last.
    done: Option<Arc<WordsCompared>>,
}

impl Reader {
    /// What came of comparing these, if that was done last.
    pub(in crate::app) fn words_compared(&self, of: &[Target]) -> Option<Arc<WordsCompared>> {
        self.comparing.done.clone().filter(|words| words.is_of(of))
    }

    /// Has these compared. Answers with what is to be done aside, unless it is being done.
    pub(in crate::app) fn ask_to_compare(&mut self, of: &[Target]) -> Option<Job> {
        if self.comparing.asked.as_deref() == Some(of) {
            return None;
        }
        self.comparing.asked = Some(of.to_vec());
        Some(Job::Compare(self.shared_briefing(), of.to_vec()))
    }

    /// Wordings of a briefing were compared. What comes late, when others are to be compared by now, is not taken.
    pub(in crate::app) fn take_compared(&mut self, of: &Arc<Briefing>, words: Arc<WordsCompared>) {
        let is_awaited = self.comparing.asked.as_ref().is_some_and(|asked| words.is_of(asked));
        if is_awaited && Arc::ptr_eq(of, &self.briefing) {
            self.comparing.asked = None;
            self.comparing.done = Some(words);
        }
    }
}
