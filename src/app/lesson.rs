//! Between the class, its countdown, and what is on the screen.

use crate::command::{Code, Key};
use crate::desk::Prompt;

use super::class::{ClassStep, Countdown};
use super::step::Step;
use super::view::{Acted, Scene};
use super::{App, Effect, Questions, View, words};

impl App {
    /// The countdown, whether it runs, is held or has ended.
    pub(crate) fn countdown(&self) -> Option<Countdown> {
        self.countdown
    }

    /// Whether seconds are to be told.
    pub(super) fn counts_seconds(&self) -> bool {
        self.countdown.is_some_and(Countdown::runs)
    }

    /// A second has passed.
    pub(super) fn tick(&mut self) {
        if self.countdown.as_mut().is_some_and(Countdown::tick) {
            self.effects.push(Effect::Ring);
        }
    }

    /// A countdown that has ended was seen. Answers whether there was one.
    pub(super) fn see_countdown(&mut self) -> bool {
        self.countdown.take_if(|countdown| countdown.left() == 0).is_some()
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

    /// Carries out what a key of the class asks for. The view on top is made again.
    pub(super) fn take_class_step(&mut self, step: ClassStep) {
        let mut cursor = None;
        match step {
            ClassStep::Answer(at, choice) => {
                self.class.answer(at, choice);
                let briefing = self.reader.as_ref().map(super::Reader::briefing);
                let question = briefing.and_then(|briefing| briefing.quiz.get(at));
                cursor = question.and_then(Questions::proof_item);
            }
            ClassStep::Show(question) => self.class.show(question),
            ClassStep::BeginAgain => {
                self.class.begin_again();
                cursor = Some(0);
            }
            ClassStep::Clock(seconds) => {
                self.countdown = match self.countdown.filter(|countdown| countdown.left() > 0) {
                    Some(countdown) => Some(countdown.turned()),
                    None => Countdown::new(seconds),
                };
            }
        }
        self.show_questions_anew(cursor);
    }

    /// Makes the items of the questions again, if they lie on top.
    fn show_questions_anew(&mut self, cursor: Option<usize>) {
        let room = self.room();
        let (Some(_), Some(reader)) = (self.questions(), &self.reader) else { return };
        let scene = Scene::new(reader, &self.keeping, &self.finding, &self.class, room);
        self.stack.act_on(&scene, |_, _| Acted::Changed(cursor));
    }

    /// What is said beside the minutes that are written, and whether they are none.
    pub(super) fn minutes_status(&self, prompt: &Prompt) -> (String, bool) {
        if prompt.words().trim().is_empty() {
            return (words::minutes_to_write(self.usual_seconds() / 60), false);
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
            self.countdown = Countdown::new(seconds);
        }
    }

    /// Seconds for the question that is up.
    fn usual_seconds(&self) -> u32 {
        let briefing = self.reader.as_ref().map(super::Reader::briefing);
        let questions = self.questions().unwrap_or_default();
        briefing.map_or(0, |briefing| questions.seconds(briefing))
    }
}
