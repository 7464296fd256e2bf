//! What the reader is told: what went wrong, until it was seen, and what the last key did.

/// What the reader is told.
#[derive(Debug, Clone, Default)]
pub(super) struct Notices {
    /// What went wrong, until it was seen.
    notice: Option<String>,
    /// What went wrong besides, told when the notice was seen.
    waiting: Vec<String>,
    /// What the last key did, where nothing else tells.
    said: Option<String>,
    /// Whether it was said how capitals are written.
    told_of_capitals: bool,
}

impl Notices {
    pub(super) fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    pub(super) fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    /// Tells what a key did, until the next one.
    pub(super) fn say(&mut self, words: String) {
        self.said = Some(words);
    }

    /// Tells how capitals are written, once, and if the key has nothing to tell of its own.
    pub(super) fn say_of_capitals(&mut self, words: String) {
        if !self.told_of_capitals && self.said.is_none() {
            self.told_of_capitals = true;
            self.say(words);
        }
    }

    /// A key was pressed: what the one before did is no longer told.
    pub(super) fn forget_said(&mut self) {
        self.said = None;
    }

    /// Tells what went wrong, in place of what is told now.
    pub(super) fn warn(&mut self, sentence: Option<String>) {
        self.notice = sentence;
    }

    /// Tells what went wrong besides, once what is told now was seen.
    pub(super) fn warn_later(&mut self, sentence: String) {
        self.waiting.push(sentence);
    }

    /// What a sentence tells is over: it is told no longer, nor later.
    pub(super) fn take_back(&mut self, sentence: &str) {
        self.notice.take_if(|notice| notice == sentence);
        self.waiting.retain(|waiting| waiting != sentence);
    }

    /// The notice was seen. Answers whether there was one.
    pub(super) fn see(&mut self) -> bool {
        self.notice.take().is_some()
    }

    /// Tells the next of what waits, if nothing is told now.
    pub(super) fn go_on(&mut self) {
        if self.notice.is_none() && !self.waiting.is_empty() {
            self.notice = Some(self.waiting.remove(0));
        }
    }
}
