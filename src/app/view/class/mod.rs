//! Plans of lessons for the teacher, and questions for the class: to talk about, and with an answer; one at
//! a time, and how the quiz went.

mod items;
mod place;

use crate::command::{Command, Context, Follow, InClass, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane, Prompt, Purpose, text_column};
use crate::model::{Briefing, Quiz};
use crate::text::{Link, Typesetting};

use super::super::class::{Class, ClassStep};
use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::{Reader, words};
use super::{Acted, Component, Scene, followed};

use place::ClassSide;
pub use place::Questions;

/// The widest line of a question, in columns: short lines are read from afar.
const WIDTH: u16 = 60;
/// Minutes for a question that names none.
const USUAL_MINUTES: u32 = 5;
/// Labels above the choices of a question, and above the list of results.
const LABELS: usize = 2;
/// Labels above the steps of a lesson.
const LESSON_LABELS: usize = 1;

impl Questions {
    /// Whether a class is asked anything at all, or its teacher has a plan.
    pub(super) fn has_any(setting: &Typesetting) -> bool {
        let briefing = setting.briefing;
        briefing.questions() + briefing.quiz.len() > 0 || Self::has_lessons(setting)
    }

    /// Whether two states of a briefing ask the same.
    pub(in crate::app) fn are_same(one: &Briefing, other: &Briefing) -> bool {
        let asked = |briefing: &Briefing| -> Vec<_> {
            (0..briefing.questions()).map(|at| Some(briefing.question(at)?.question)).collect()
        };
        one.quiz == other.quiz && asked(one) == asked(other)
    }

    /// Seconds for the question that is up, or for the step of a lesson that the cursor is on.
    pub(in crate::app) fn seconds(&self, briefing: &Briefing, pane: &Pane) -> u32 {
        let minutes = match self.lesson_at(briefing) {
            Some(lesson) => {
                let step = pane.cursor().item.checked_sub(LESSON_LABELS);
                step.and_then(|at| lesson.steps.get(at)).map(|step| step.minutes)
            }
            None => self.discussion(briefing).and_then(|question| question.minutes),
        };
        minutes.unwrap_or(USUAL_MINUTES).saturating_mul(60)
    }

    /// The question of the quiz that is up, if its answer is not known yet; and its number.
    pub(in crate::app) fn unanswered<'b>(
        &self,
        setting: &Typesetting<'b>,
        class: &Class,
    ) -> Option<(usize, &'b Quiz)> {
        let question = self.quiz(setting.briefing)?;
        let is_told = self.shows_found(setting) || class.is_told(self.at());
        (!is_told).then_some((self.at(), question))
    }

    /// The item with why an answer is right and where the text proves it, if there is one.
    pub(in crate::app) fn proof_item(question: &Quiz) -> Option<usize> {
        let is_told = question.why.is_some() || question.evidence.is_some();
        is_told.then_some(LABELS + question.choices.len())
    }

    /// Whether there is something to show on request.
    fn hides(&self, setting: &Typesetting, class: &Class) -> bool {
        let question = self.discussion(setting.briefing);
        let hint = question.is_some_and(|question| question.hint.is_some());
        (hint && !self.is_hint_shown(setting, class)) || self.unanswered(setting, class).is_some()
    }

    /// Whether the hint of the question that is up is shown, if it has one.
    fn is_hint_shown(&self, setting: &Typesetting, class: &Class) -> bool {
        setting.teacher || self.question().is_some_and(|question| class.is_shown(question))
    }

    /// What there is to show on request.
    fn hidden(&self) -> &'static str {
        match self.side() {
            ClassSide::Lessons | ClassSide::Discussion => words::HINT,
            ClassSide::Quiz => words::GIVE_AWAY,
        }
    }

    /// The choice under the cursor, counted from 0.
    fn choice_at(pane: &Pane, question: &Quiz) -> Option<usize> {
        pane.cursor().item.checked_sub(LABELS).filter(|at| *at < question.choices.len())
    }

    /// The first link of the step of a lesson that the cursor is on.
    fn first_link(&self, pane: &Pane) -> Option<Link> {
        match pane.focus()? {
            Item::Ready(step) if self.is_at_lesson() => step.links.first().cloned(),
            _ => None,
        }
    }

    /// Carries out a key of the class's screens alone.
    fn run(&mut self, command: InClass, pane: &Pane, briefing: &Briefing) -> Acted {
        let step = match command {
            InClass::NextQuestion => return self.step(briefing, 1),
            InClass::PreviousQuestion => return self.step(briefing, -1),
            InClass::Reveal => match self.question() {
                Some(question) => ClassStep::Show(question),
                None => return Acted::Changed(None),
            },
            InClass::Clock if self.count(briefing) == 0 => return Acted::Changed(None),
            InClass::Clock => ClassStep::Clock(self.seconds(briefing, pane)),
            InClass::Minutes => {
                return Acted::Asks(vec![Step::Write(Prompt::new(Purpose::Minutes, ""))]);
            }
            InClass::BeginAgain if self.is_at_results(briefing) => {
                self.turn_page(0);
                ClassStep::BeginAgain
            }
            InClass::BeginAgain => {
                return Acted::Asks(vec![Step::Say(words::AFTER_THE_RESULTS.to_owned())]);
            }
        };
        Acted::Asks(vec![Step::Class(step)])
    }

    fn turn(&mut self, pane: &Pane, setting: &Typesetting) -> Acted {
        self.turn_from(pane.cursor().item, setting);
        Acted::Changed(Some(self.item()))
    }

    fn step(&mut self, briefing: &Briefing, by: isize) -> Acted {
        let last = self.pages(briefing).saturating_sub(1);
        self.go_to(self.at().saturating_add_signed(by).min(last))
    }

    fn go_to(&mut self, at: usize) -> Acted {
        if at == self.at() {
            return Acted::Changed(None);
        }
        self.turn_page(at);
        Acted::Changed(Some(0))
    }

    /// Enter on a choice of a question that was not answered is the answer; on a result it leads to its
    /// question.
    fn choose(&mut self, pane: &Pane, scene: &Scene) -> Acted {
        let briefing = scene.setting.briefing;
        if self.is_at_results(briefing) {
            let at = pane.cursor().item.checked_sub(LABELS);
            return at.map_or(Acted::Changed(None), |at| self.go_to(at));
        }
        let Some(question) = self.quiz(briefing) else { return Acted::No };
        match (Self::choice_at(pane, question), self.unanswered(&scene.setting, scene.class)) {
            (Some(choice), Some((at, _))) => {
                Acted::Asks(vec![Step::Class(ClassStep::Answer(at, choice))])
            }
            (Some(_), None) => Acted::Changed(None),
            (None, _) => Acted::No,
        }
    }
}

impl Component for Questions {
    fn context(&self) -> Context {
        Context::Class
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        let title = match self.side() {
            ClassSide::Lessons => words::LESSONS_OF_CLASS,
            ClassSide::Discussion => words::QUESTIONS_TO_TALK_ABOUT,
            ClassSide::Quiz if briefing.is_some_and(|of| self.is_at_results(of)) => {
                words::QUIZ_RESULTS
            }
            ClassSide::Quiz => words::QUIZ,
        };
        title.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        (self.page(scene), Begin::at(self.item()))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let Some(setting) = now.reader.map(Reader::setting) else { return now.offers() };
        let (briefing, class) = (setting.briefing, now.class);
        if self.is_at_results(briefing) {
            return result_offers(now, self.other_side(&setting));
        }
        let open = self.unanswered(&setting, class);
        let choice = now.pane.zip(open).and_then(|(pane, (_, open))| Self::choice_at(pane, open));
        let asks = choice.is_some();
        let leads = now.leads() || now.pane.is_some_and(|pane| self.first_link(pane).is_some());
        let (next, count) = (self.at() + 1, self.count(briefing));
        let results = next == count && self.pages(briefing) > count;
        // One that is held or has ended stands in the header until it is put away.
        let stands = count > 0 && class.countdown().is_some_and(|countdown| !countdown.runs());
        let other_side = self.other_side(&setting).words();
        let now = if asks { now.following(words::ANSWER) } else { now };
        now.offers()
            .named(asks, Motion::LineDown, words::CHOOSE)
            .when(asks || leads, Follow::Follow)
            .when(next < count && !self.is_at_lesson(), InClass::NextQuestion)
            .when(self.is_at_lesson(), Motion::NextParagraph)
            .named(next < count && self.is_at_lesson(), InClass::NextQuestion, words::NEXT_LESSON)
            .named(results, InClass::NextQuestion, words::RESULTS)
            .named(stands, InClass::Minutes, words::NO_MORE_COUNTDOWN)
            .named(self.hides(&setting, class), InClass::Reveal, self.hidden())
            .named(self.is_at_lesson(), Views::TurnView, other_side)
            .when(count > 0, InClass::Clock)
            .when(count > 0 && !stands, InClass::Minutes)
            .named(!self.is_at_lesson(), Views::TurnView, other_side)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        match command {
            Command::InClass(command) => self.run(command, pane, scene.setting.briefing),
            Command::Views(Views::TurnView) => self.turn(pane, &scene.setting),
            Command::Follow(Follow::Follow) => self.choose(pane, scene),
            _ => Acted::No,
        }
    }

    /// Enter on a step of a lesson leads to the first that it names, while none is chosen.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let link = followed(pane).or_else(|| self.first_link(pane));
        link.map(Step::Follow).into_iter().collect()
    }

    /// What only the teacher sees goes when the cues do.
    fn reshape(&mut self, scene: &Scene) -> bool {
        let is_over = self.is_at_lesson() && !Self::has_lessons(&scene.setting);
        if is_over {
            *self = self.without_lessons();
        }
        is_over
    }

    /// In the middle, a little above it; a plan of a lesson as the text.
    fn content(&self, body: Area, measure: usize, rows: Option<usize>) -> Area {
        if self.is_at_lesson() {
            return text_column(body, measure);
        }
        let rows = rows.map_or(body.height, |rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let area = body.centred(WIDTH.min(body.width.saturating_sub(6)), rows.max(1));
        Area { y: body.y + (body.height - area.height) / 3, ..area }
    }

    /// Which question, and the class's score.
    fn status(&self, scene: &Scene, _pane: &Pane) -> String {
        let briefing = scene.setting.briefing;
        let (at, count) = (self.at() + 1, self.count(briefing));
        let score = scene.class.score(briefing);
        let has_score = self.side() == ClassSide::Quiz && score.answered > 0;
        match count {
            0 => String::new(),
            _ if at > count => words::right_of(score.right, count),
            _ => words::question_of(at, count, has_score.then_some((score.right, score.answered))),
        }
    }
}

/// What the footer offers over the results of the quiz.
fn result_offers(now: Now, other_side: ClassSide) -> Offers {
    now.following(words::ITS_QUESTION)
        .offers()
        .add(InClass::BeginAgain)
        .when(true, Follow::Follow)
        .add(Motion::NextParagraph)
        .named(true, Views::TurnView, other_side.words())
        .add(Program::Close)
        .add(Views::Help)
}
