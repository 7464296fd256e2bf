//! Questions for the class: to talk about, and with an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::command::{Command, Context, Follow, InClass, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::{Briefing, Discussion, Quiz};
use crate::text::{Link, Typesetting};

use super::super::footer::{Now, Offers};
use super::super::{Reader, words};
use super::{Acted, Component, Scene, View};

/// The widest line of a question, in columns: short lines are read from afar.
const WIDTH: u16 = 60;
/// Minutes for a question that names none.
const USUAL_MINUTES: u32 = 5;

/// Which question is up, and what is shown of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Class {
    side: QuestionKind,
    /// The question that is up, on each side.
    at: [usize; 2],
    /// What was shown on request: the hint of a question to talk about, the answer of the quiz.
    shown: BTreeSet<(QuestionKind, usize)>,
    /// What the class chose in the quiz, counted from 0.
    chosen: BTreeMap<usize, usize>,
    clock: Option<Clock>,
}

/// Questions to talk about, or those with an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum QuestionKind {
    #[default]
    Discussion,
    Quiz,
}

/// A countdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    /// Seconds left.
    left: u32,
    runs: bool,
}

impl Class {
    /// With a question up, of the quiz or to talk about, counted from 0; and what is shown of it on
    /// request.
    pub(in crate::app) fn with(quiz: bool, at: usize, shown: bool) -> Self {
        let side = if quiz { QuestionKind::Quiz } else { QuestionKind::Discussion };
        let mut class = Self { side, ..Self::default() };
        class.at[side as usize] = at;
        if shown {
            class.shown.insert((side, at));
        }
        class
    }

    /// The same with its countdown held: nobody sees it run.
    pub(in crate::app) fn without_clock(&self) -> Self {
        let clock = self.clock.map(|clock| Clock { runs: false, ..clock });
        Self { clock, ..self.clone() }
    }

    /// What was shown on request is hidden again.
    pub(in crate::app) fn forget_shown(&mut self) {
        self.shown.clear();
    }

    /// The countdown as an item, the last of the view's.
    fn countdown(&self) -> Option<Item> {
        let clock = self.clock?;
        Some(Item::Label(Arc::new(Typesetting::countdown(clock.left, clock.runs))))
    }

    /// Whether there is something to show on request.
    fn hides(&self, briefing: &Briefing) -> bool {
        let hint = self.discussion(briefing).is_some_and(|question| question.hint.is_some());
        let open = self.quiz(briefing).is_some() && !self.chosen.contains_key(&self.at());
        !self.is_shown() && (hint || open)
    }

    /// What there is to show on request.
    fn hidden(&self) -> &'static str {
        match self.side {
            QuestionKind::Discussion => words::HINT,
            QuestionKind::Quiz => words::GIVE_AWAY,
        }
    }

    /// Whether Enter would be an answer.
    fn asks(&self, pane: &Pane, briefing: &Briefing) -> bool {
        let open = self.quiz(briefing).filter(|_| self.hides(briefing));
        open.is_some_and(|question| pane.cursor().item < question.choices.len() + 2)
    }

    fn at(&self) -> usize {
        self.at[self.side as usize]
    }

    /// How many questions there are on this side.
    fn count(&self, briefing: &Briefing) -> usize {
        match self.side {
            QuestionKind::Discussion => briefing.questions(),
            QuestionKind::Quiz => briefing.quiz.len(),
        }
    }

    /// Whether a class is asked anything at all.
    pub(super) fn has_any(briefing: &Briefing) -> bool {
        briefing.questions() + briefing.quiz.len() > 0
    }

    /// The question to talk about that is up: those of the briefing's list, then those of its text.
    fn discussion(&self, briefing: &Briefing) -> Option<Discussion> {
        if self.side != QuestionKind::Discussion {
            return None;
        }
        briefing.question(self.at())
    }

    fn quiz<'b>(&self, briefing: &'b Briefing) -> Option<&'b Quiz> {
        briefing.quiz.get(self.at()).filter(|_| self.side == QuestionKind::Quiz)
    }

    fn is_shown(&self) -> bool {
        self.shown.contains(&(self.side, self.at()))
    }

    fn quiz_items(&self, question: &Quiz, scene: &Scene) -> Vec<Item> {
        let setting = scene.setting;
        let chosen = self.chosen.get(&self.at()).copied();
        let told = chosen.is_some() || self.is_shown();
        let mut items: Vec<Item> = (0..question.choices.len())
            .map(|n| {
                let sheet = setting.choice(question, n, told, chosen == Some(n));
                Item::Ready(Arc::new(sheet))
            })
            .collect();
        let proof = Arc::new(setting.proof(question));
        if told && !proof.elements.is_empty() {
            items.push(match &question.evidence {
                Some(place) => Item::Leading(proof, Link::To(place.clone())),
                None => Item::Ready(proof),
            });
        }
        items
    }

    /// Carries out a key of the class's screens alone.
    fn run(&mut self, command: InClass, briefing: &Briefing) -> Acted {
        match command {
            InClass::NextQuestion => return self.step(briefing, 1),
            InClass::PreviousQuestion => return self.step(briefing, -1),
            InClass::Reveal => _ = self.shown.insert((self.side, self.at())),
            InClass::Clock => self.wind(briefing),
        }
        Acted::Changed(None)
    }

    fn turn(&mut self) -> Acted {
        self.side = match self.side {
            QuestionKind::Discussion => QuestionKind::Quiz,
            QuestionKind::Quiz => QuestionKind::Discussion,
        };
        self.clock = None;
        Acted::Changed(Some(0))
    }

    fn step(&mut self, briefing: &Briefing, by: isize) -> Acted {
        let last = self.count(briefing).saturating_sub(1);
        let next = self.at().saturating_add_signed(by).min(last);
        if next == self.at() {
            return Acted::Changed(None);
        }
        self.at[self.side as usize] = next;
        self.clock = None;
        Acted::Changed(Some(0))
    }

    /// Starts the countdown, holds it, lets it go on; a finished one starts anew.
    fn wind(&mut self, briefing: &Briefing) {
        let minutes = self.discussion(briefing).and_then(|question| question.minutes);
        let whole = minutes.unwrap_or(USUAL_MINUTES).saturating_mul(60);
        self.clock = match self.clock {
            Some(clock) if clock.left > 0 => Some(Clock { runs: !clock.runs, ..clock }),
            _ if self.count(briefing) > 0 => Some(Clock { left: whole, runs: whole > 0 }),
            _ => None,
        };
    }

    /// Enter on a choice of a question that was not answered is the answer.
    fn choose(&mut self, pane: &Pane, briefing: &Briefing) -> Acted {
        let Some(question) = self.quiz(briefing) else { return Acted::No };
        // Two labels stand above the choices.
        let choice = pane.cursor().item.checked_sub(2).filter(|at| *at < question.choices.len());
        match choice {
            Some(_) if self.chosen.contains_key(&self.at()) || self.is_shown() => {
                Acted::Changed(None)
            }
            Some(choice) => {
                self.chosen.insert(self.at(), choice);
                // On to why, and where the text proves it.
                let is_told = question.why.is_some() || question.evidence.is_some();
                Acted::Changed(is_told.then_some(2 + question.choices.len()))
            }
            None => Acted::No,
        }
    }
}

impl Component for Class {
    fn context(&self) -> Context {
        Context::Class
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        let title = match self.side {
            QuestionKind::Discussion => words::QUESTIONS_TO_TALK_ABOUT,
            QuestionKind::Quiz => words::QUIZ,
        };
        title.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let setting = scene.setting;
        let mut items = Vec::new();
        if let Some(question) = self.discussion(setting.briefing) {
            items.push(Item::Label(Arc::new(setting.number(self.at(), question.minutes))));
            items.push(Item::Ready(Arc::new(setting.asked(&question.question))));
            let shown = self.is_shown() || setting.teacher;
            let hint = question.hint.as_ref().filter(|_| shown);
            items.extend(hint.map(|hint| Item::Ready(Arc::new(Typesetting::hinted(hint)))));
            let see = question.see.iter().map(|target| {
                Item::Leading(Arc::new(setting.seen(target)), Link::To(target.clone()))
            });
            items.extend(see);
        } else if let Some(question) = self.quiz(setting.briefing) {
            items.push(Item::Label(Arc::new(setting.number(self.at(), None))));
            items.push(Item::Label(Arc::new(setting.asked(&question.question))));
            items.extend(self.quiz_items(question, scene));
        } else {
            let words = match self.side {
                QuestionKind::Discussion => words::NO_QUESTIONS,
                QuestionKind::Quiz => words::NO_QUIZ,
            };
            items.push(Item::from_words(words));
        }
        items.extend(self.countdown());
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let briefing = now.reader.map(Reader::briefing);
        let asks = now.pane.zip(briefing).is_some_and(|(pane, of)| self.asks(pane, of));
        let count = briefing.map_or(0, |briefing| self.count(briefing));
        let now = if asks { now.following(words::ANSWER) } else { now };
        now.offers()
            .named(asks, Motion::LineDown, words::CHOOSE)
            .when(asks || now.leads(), Follow::Follow)
            .when(self.at() + 1 < count, InClass::NextQuestion)
            .named(briefing.is_some_and(|of| self.hides(of)), InClass::Reveal, self.hidden())
            .when(count > 0, InClass::Clock)
            .add(Views::TurnView)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let briefing = scene.setting.briefing;
        match command {
            Command::InClass(command) => self.run(command, briefing),
            Command::Views(Views::TurnView) => self.turn(),
            Command::Follow(Follow::Follow) => self.choose(pane, briefing),
            _ => Acted::No,
        }
    }

    fn tick(&mut self) -> Option<Item> {
        if let Some(clock) = self.clock.as_mut().filter(|clock| clock.runs) {
            clock.left = clock.left.saturating_sub(1);
            clock.runs = clock.left > 0;
        }
        self.countdown()
    }

    fn counts_seconds(&self) -> bool {
        self.clock.is_some_and(|clock| clock.runs)
    }

    fn held(&self) -> Option<View> {
        Some(View::Class(self.without_clock()))
    }

    /// In the middle, a little above it.
    fn content(&self, body: Area, _measure: usize, rows: Option<usize>) -> Area {
        let rows = rows.map_or(body.height, |rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let area = body.centred(WIDTH.min(body.width.saturating_sub(6)), rows.max(1));
        Area { y: body.y + (body.height - area.height) / 3, ..area }
    }

    /// Which question, and the class's score.
    fn status(&self, setting: &Typesetting, _pane: &Pane) -> String {
        let briefing = setting.briefing;
        let count = self.count(briefing);
        if count == 0 {
            return String::new();
        }
        let clock = self.clock.map(|clock| clock.left);
        let answered = (self.side == QuestionKind::Quiz && !self.chosen.is_empty()).then(|| {
            let right = self.chosen.iter().filter(|(at, choice)| {
                briefing.quiz.get(**at).is_some_and(|question| question.answer == **choice)
            });
            (right.count(), self.chosen.len())
        });
        words::question_of(clock, self.at() + 1, count, answered)
    }
}
