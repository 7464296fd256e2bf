//! What the reader is told of the disk: that it has what was written, or not yet, and why not.

use super::step::Step;
use super::{App, words};

impl App {
    /// The disk does not take what is left, for the reason that the sentence says.
    pub(super) fn tell_not_kept(&mut self, sentence: String) {
        if let Some(before) = self.keeping.refuse(sentence.clone()) {
            self.notices.take_back(&before);
        }
        self.notices.warn_later(sentence);
        self.refresh_lists();
        if self.keeping.awaits_word() {
            self.notices.say(words::NOT_SAVED_YET.to_owned());
        }
    }

    /// The disk has all that was given to it.
    pub(super) fn tell_kept(&mut self) -> Vec<Step> {
        if let Some(told) = self.keeping.accept() {
            self.notices.take_back(&told);
            self.refresh_lists();
        }
        let outdated = [words::SAVING, words::NOT_SAVED_YET];
        let word = self.keeping.take_word();
        if word.is_none() && self.notices.said().is_some_and(|said| outdated.contains(&said)) {
            self.notices.forget_said();
        }
        word.into_iter().collect()
    }

    /// The disk takes longer than a frame for what was written.
    pub(super) fn tell_behind(&mut self) {
        let is_written = self.keeping.awaits_word() || self.writes_lines();
        if is_written && self.notices.said().is_none() {
            let refused = self.keeping.is_refused();
            let said = if refused { words::NOT_SAVED_YET } else { words::SAVING };
            self.notices.say(said.to_owned());
        }
    }
}
