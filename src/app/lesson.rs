//! Between the class and what is on the screen: lessons, questions, letters, minutes.

use crate::command::{Code, Key};
use crate::desk::Prompt;

use super::class::{ClassStep, Countdown};
use super::step::Step;
use super::view::{Acted, Scene};
use super::{App, Questions, View, words};

impl App {
    /// The countdown, whether it runs, is held or has ended.
    pub(crate) fn countdown(&self) -> Option<Countdown> {
        self.class.countdown()
    }

    /// The questions that are up, if they lie on top.
    fn questions(&self) -> Option<Questions> {
        match self.stack.view()? {
            View::Class(questions) => Some(*questions),
            _ => None,
        }
    }

    /// The answer that a key gives to the question that is up: a letter up to `h`, of one of its choices,
    /// as long as nothing was answered.
    pub(super) fn answer_by_letter(&self, key: Key) -> Option<Step> {
        let Code::Char(letter @ 'a'..='h') = key.code else { return None };
        if key != Key::plain(key.code) || self.stack.prompt().is_some() {
            return None;
        }
        let setting = self.reader.as_ref()?.setting();
        let (at, question) = self.questions()?.unanswered(&setting, &self.class)?;
        let choice = ('a'..=letter).count() - 1;
        (choice < question.choices.len()).then_some(Step::Class(ClassStep::Answer(at, choice)))
    }

    /// Whether a key is an answer to the question that is up.
    pub(crate) fn answers(&self, key: Key) -> bool {
        self.answer_by_letter(key).is_some()
    }

    /// Carries out what a key of the class asks for. The questions, if they lie on top, are made again.
    pub(super) fn take_class_step(&mut self, step: ClassStep) {
        let room = self.room();
        let Some(reader) = &self.reader else { return };
        let cursor = self.class.take(step, reader.briefing());
        if self.questions().is_some() {
            let scene =
                Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
            self.stack.act_on(&scene, |_, _| Acted::Changed(cursor));
        }
    }

    /// What is said beside the minutes that are written, and whether they are none.
    pub(super) fn minutes_status(&self, prompt: &Prompt) -> (String, bool) {
        if prompt.words().trim().is_empty() {
            return (words::minutes_to_write(self.usual_seconds() / 60, &self.keymap), false);
        }
        match Countdown::seconds(prompt.words()) {
            Some(0) => (words::NO_COUNTDOWN.to_owned(), false),
            Some(_) => (String::new(), false),
            None => (words::NO_MINUTES.to_owned(), true),
        }
    }

    /// The minutes are written: the countdown runs from now on. What is none stays in the line.
    pub(super) fn take_minutes(&mut self, written: &str) {
        let usual = written.trim().is_empty().then(|| self.usual_seconds());
        if let Some(seconds) = usual.or_else(|| Countdown::seconds(written)) {
            self.stack.take_prompt();
            self.class.set_countdown(seconds);
        }
    }

    /// Whether the plan of a lesson lies on top.
    pub(super) fn is_at_lesson(&self) -> bool {
        self.questions().is_some_and(|questions| questions.is_at_lesson())
    }

    /// Seconds for the question that is up, or the step of a lesson.
    fn usual_seconds(&self) -> u32 {
        let (Some(reader), Some(top)) = (&self.reader, self.stack.top()) else { return 0 };
        let questions = self.questions().unwrap_or_default();
        questions.seconds(reader.briefing(), top.pane())
    }
}
