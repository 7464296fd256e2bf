//! What a class was shown and what it answered, whichever question is up, until the next class begins; and
//! the countdown, which outlives the briefing.

mod countdown;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Briefing;

use super::Questions;

pub(crate) use countdown::Countdown;

/// A question, by its number among those of its kind, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    /// One to talk about.
    Discussion(usize),
    /// One of the quiz.
    Quiz(usize),
}

/// What a class was shown and answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Class {
    /// The questions that were up last, to go on with.
    place: Questions,
    /// What was shown on request: the hint of a question to talk about, the answer of the quiz.
    shown: BTreeSet<Question>,
    /// The choice that was taken in a question of the quiz, both counted from 0.
    chosen: BTreeMap<usize, usize>,
    /// The countdown, whether it runs, is held or has ended.
    countdown: Option<Countdown>,
    /// The seconds that were set for a question, in place of its own.
    set: Option<(Questions, u32)>,
}

/// Something that a key of the class asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClassStep {
    /// Take a choice for the answer to a question of the quiz, both counted from 0.
    Answer(usize, usize),
    /// Show what there is to show of a question on request.
    Show(Question),
    /// Forget what was answered: another class begins.
    BeginAgain,
    /// Start the countdown with so many seconds, or as many as were set for the question; hold the one that runs; let one that is held go on.
    Clock(u32),
}

/// How a class does in the quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Score {
    /// Answers that were right.
    pub right: usize,
    /// Questions that were answered.
    pub answered: usize,
}

impl Class {
    /// The questions that were up last.
    pub(super) fn place(&self) -> Questions {
        self.place
    }

    /// These questions are up.
    pub(super) fn leave_at(&mut self, place: Questions) {
        self.place = place;
    }

    /// What of it is seen, wherever it is left.
    pub(super) fn seen(&self) -> Self {
        Self { place: Questions::default(), ..self.clone() }
    }

    /// The choice that was taken in a question of the quiz, both counted from 0.
    pub(super) fn choice(&self, at: usize) -> Option<usize> {
        self.chosen.get(&at).copied()
    }

    /// Whether what there is to show of a question on request was shown.
    pub(super) fn is_shown(&self, question: Question) -> bool {
        self.shown.contains(&question)
    }

    /// Whether the answer to a question of the quiz is known: it was answered or given away.
    pub(super) fn is_told(&self, at: usize) -> bool {
        self.choice(at).is_some() || self.is_shown(Question::Quiz(at))
    }

    /// Carries out what a key of the class asks for. Answers with the item that the cursor goes to, if it
    /// goes anywhere.
    pub(super) fn take(&mut self, step: ClassStep, briefing: &Briefing) -> Option<usize> {
        match step {
            ClassStep::Answer(at, choice) => {
                if !self.is_told(at) {
                    self.chosen.insert(at, choice);
                }
                return briefing.quiz.get(at).and_then(Questions::proof_item);
            }
            ClassStep::Show(question) => _ = self.shown.insert(question),
            ClassStep::BeginAgain => {
                self.chosen.clear();
                self.shown.retain(|question| matches!(question, Question::Discussion(_)));
                return Some(0);
            }
            ClassStep::Clock(seconds) => {
                self.countdown = match self.countdown.filter(|countdown| countdown.left() > 0) {
                    Some(countdown) => Some(countdown.turned()),
                    None => Countdown::new(self.set_seconds().unwrap_or(seconds)),
                };
            }
        }
        None
    }

    /// The seconds that were set for the question that is up.
    fn set_seconds(&self) -> Option<u32> {
        self.set
            .filter(|(question, _)| question.is_on_same(&self.place))
            .map(|(_, seconds)| seconds)
    }

    pub(super) fn score(&self, briefing: &Briefing) -> Score {
        let is_right = |(at, choice): &(&usize, &usize)| {
            briefing.quiz.get(**at).is_some_and(|question| question.answer == **choice)
        };
        let right = self.chosen.iter().filter(is_right).count();
        Score { right, answered: self.chosen.len() }
    }

    /// What was shown on request is hidden again.
    pub(super) fn hide_again(&mut self) {
        self.shown.clear();
    }

    /// Another briefing is open, or one that asks something else.
    pub(super) fn forget_questions(&mut self) {
        *self = Self { countdown: self.countdown, ..Self::default() };
    }

    /// The countdown, whether it runs, is held or has ended.
    pub(super) fn countdown(&self) -> Option<Countdown> {
        self.countdown
    }

    /// Whether seconds are to be told.
    pub(super) fn counts_seconds(&self) -> bool {
        self.countdown.is_some_and(Countdown::runs)
    }

    /// A second has passed. Answers whether the time is up with it.
    pub(super) fn tick(&mut self) -> bool {
        self.countdown.as_mut().is_some_and(Countdown::tick)
    }

    /// The countdown is set to so many seconds for the question that is up, and runs; there is none for no
    /// time.
    pub(super) fn set_countdown(&mut self, seconds: u32) {
        self.set = (seconds > 0).then_some((self.place, seconds));
        self.countdown = Countdown::new(seconds);
    }

    /// A countdown that has ended was seen. Answers whether there was one.
    pub(super) fn see_countdown(&mut self) -> bool {
        self.countdown.take_if(|countdown| countdown.left() == 0).is_some()
    }
}
