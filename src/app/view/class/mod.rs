//! Questions for the class: to talk about, and with an answer; one at a time, and how the quiz went.

mod items;

use crate::command::{Command, Context, Follow, InClass, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane, Prompt, Purpose};
use crate::model::{Briefing, Discussion, Quiz};
use crate::text::Typesetting;

use super::super::class::{Class, ClassStep, Question};
use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::{Reader, words};
use super::{Acted, Component, Scene};

/// The widest line of a question, in columns: short lines are read from afar.
const WIDTH: u16 = 60;
/// Minutes for a question that names none.
const USUAL_MINUTES: u32 = 5;
/// Labels above the choices of a question, and above the list of results.
const LABELS: usize = 2;

/// Which question is up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Questions {
    side: QuestionKind,
    /// The question that is up, on each side; after the last one of the quiz come its results.
    at: [usize; 2],
    /// Whether all of it is shown: a match was found in what is hidden otherwise.
    found: bool,
}

/// Questions to talk about, or those with an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum QuestionKind {
    #[default]
    Discussion,
    Quiz,
}

impl Questions {
    /// A question of the briefing's list, found by a search: `all` of it is shown if the match is in
    /// what is hidden otherwise.
    pub(in crate::app) fn found(question: Question, all: bool) -> Self {
        let (side, at) = match question {
            Question::Discussion(at) => (QuestionKind::Discussion, [at, 0]),
            Question::Quiz(at) => (QuestionKind::Quiz, [0, at]),
        };
        Self { side, at, found: all }
    }

    /// Whether a class is asked anything at all, or its teacher has a plan.
    pub(super) fn has_any(setting: &Typesetting) -> bool {
        let briefing = setting.briefing;
        let plans = setting.teacher && !briefing.lessons.is_empty();
        briefing.questions() + briefing.quiz.len() > 0 || plans
    }

    /// Whether two states of a briefing ask the same.
    pub(in crate::app) fn are_same(one: &Briefing, other: &Briefing) -> bool {
        let asked = |briefing: &Briefing| -> Vec<_> {
            (0..briefing.questions()).map(|at| Some(briefing.question(at)?.question)).collect()
        };
        one.quiz == other.quiz && asked(one) == asked(other)
    }

    /// Seconds for the question that is up.
    pub(in crate::app) fn seconds(&self, briefing: &Briefing) -> u32 {
        let minutes = self.discussion(briefing).and_then(|question| question.minutes);
        minutes.unwrap_or(USUAL_MINUTES).saturating_mul(60)
    }

    /// The same when it is left: what was found is no longer looked at.
    pub(in crate::app) fn left(self) -> Self {
        Self { found: false, ..self }
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

    /// Whether all is shown because a match is in it. Only for a teacher that is searched.
    fn shows_found(&self, setting: &Typesetting) -> bool {
        self.found && setting.teacher
    }

    /// The item with why an answer is right and where the text proves it, if there is one.
    pub(in crate::app) fn proof_item(question: &Quiz) -> Option<usize> {
        let is_told = question.why.is_some() || question.evidence.is_some();
        is_told.then_some(LABELS + question.choices.len())
    }

    fn at(&self) -> usize {
        self.at[self.side as usize]
    }

    fn question(&self) -> Question {
        match self.side {
            QuestionKind::Discussion => Question::Discussion(self.at()),
            QuestionKind::Quiz => Question::Quiz(self.at()),
        }
    }

    /// How many questions there are on this side.
    fn count(&self, briefing: &Briefing) -> usize {
        match self.side {
            QuestionKind::Discussion => briefing.questions(),
            QuestionKind::Quiz => briefing.quiz.len(),
        }
    }

    /// How many pages there are on this side: the results are one.
    fn pages(&self, briefing: &Briefing) -> usize {
        let results = self.side == QuestionKind::Quiz && !briefing.quiz.is_empty();
        self.count(briefing) + usize::from(results)
    }

    /// Whether the results of the quiz are up.
    fn is_at_results(&self, briefing: &Briefing) -> bool {
        let after = self.at() >= briefing.quiz.len();
        self.side == QuestionKind::Quiz && after && !briefing.quiz.is_empty()
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

    /// Whether there is something to show on request.
    fn hides(&self, setting: &Typesetting, class: &Class) -> bool {
        let question = self.discussion(setting.briefing);
        let hint = question.is_some_and(|question| question.hint.is_some());
        let is_shown = setting.teacher || class.is_shown(self.question());
        (hint && !is_shown) || self.unanswered(setting, class).is_some()
    }

    /// What there is to show on request.
    fn hidden(&self) -> &'static str {
        match self.side {
            QuestionKind::Discussion => words::HINT,
            QuestionKind::Quiz => words::GIVE_AWAY,
        }
    }

    /// The choice under the cursor, counted from 0.
    fn choice_at(pane: &Pane, question: &Quiz) -> Option<usize> {
        pane.cursor().item.checked_sub(LABELS).filter(|at| *at < question.choices.len())
    }

    /// Carries out a key of the class's screens alone.
    fn run(&mut self, command: InClass, briefing: &Briefing) -> Acted {
        let step = match command {
            InClass::NextQuestion => return self.step(briefing, 1),
            InClass::PreviousQuestion => return self.step(briefing, -1),
            InClass::Reveal => ClassStep::Show(self.question()),
            InClass::Clock if self.count(briefing) == 0 => return Acted::Changed(None),
            InClass::Clock => ClassStep::Clock(self.seconds(briefing)),
            InClass::Minutes => {
                return Acted::Asks(vec![Step::Write(Prompt::new(Purpose::Minutes, ""))]);
            }
            InClass::BeginAgain if self.is_at_results(briefing) => {
                self.at[self.side as usize] = 0;
                ClassStep::BeginAgain
            }
            InClass::BeginAgain => {
                return Acted::Asks(vec![Step::Say(words::AFTER_THE_RESULTS.to_owned())]);
            }
        };
        Acted::Asks(vec![Step::Class(step)])
    }

    fn turn(&mut self) -> Acted {
        self.side = match self.side {
            QuestionKind::Discussion => QuestionKind::Quiz,
            QuestionKind::Quiz => QuestionKind::Discussion,
        };
        self.found = false;
        Acted::Changed(Some(0))
    }

    fn step(&mut self, briefing: &Briefing, by: isize) -> Acted {
        let last = self.pages(briefing).saturating_sub(1);
        self.go_to(self.at().saturating_add_signed(by).min(last))
    }

    fn go_to(&mut self, at: usize) -> Acted {
        if at == self.at() {
            return Acted::Changed(None);
        }
        self.at[self.side as usize] = at;
        self.found = false;
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
        let title = match self.side {
            QuestionKind::Discussion => words::QUESTIONS_TO_TALK_ABOUT,
            QuestionKind::Quiz if briefing.is_some_and(|of| self.is_at_results(of)) => {
                words::QUIZ_RESULTS
            }
            QuestionKind::Quiz => words::QUIZ,
        };
        title.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        (self.page(scene), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let Some(setting) = now.reader.map(Reader::setting) else { return now.offers() };
        let (briefing, class) = (setting.briefing, now.class);
        if self.is_at_results(briefing) {
            return result_offers(now);
        }
        let open = self.unanswered(&setting, class);
        let choice = now.pane.zip(open).and_then(|(pane, (_, open))| Self::choice_at(pane, open));
        let asks = choice.is_some();
        let (next, count) = (self.at() + 1, self.count(briefing));
        let results = next == count && self.pages(briefing) > count;
        // One that is held or has ended stands in the header until it is put away.
        let stands = count > 0 && class.countdown().is_some_and(|countdown| !countdown.runs());
        let now = if asks { now.following(words::ANSWER) } else { now };
        let other_side = match self.side {
            QuestionKind::Discussion => words::TO_THE_QUIZ,
            QuestionKind::Quiz => words::DISCUSSION,
        };
        now.offers()
            .named(asks, Motion::LineDown, words::CHOOSE)
            .when(asks || now.leads(), Follow::Follow)
            .when(next < count, InClass::NextQuestion)
            .named(results, InClass::NextQuestion, words::RESULTS)
            .named(stands, InClass::Minutes, words::NO_MORE_COUNTDOWN)
            .named(self.hides(&setting, class), InClass::Reveal, self.hidden())
            .when(count > 0, InClass::Clock)
            .when(count > 0 && !stands, InClass::Minutes)
            .named(true, Views::TurnView, other_side)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        match command {
            Command::InClass(command) => self.run(command, scene.setting.briefing),
            Command::Views(Views::TurnView) => self.turn(),
            Command::Follow(Follow::Follow) => self.choose(pane, scene),
            _ => Acted::No,
        }
    }

    /// In the middle, a little above it.
    fn content(&self, body: Area, _measure: usize, rows: Option<usize>) -> Area {
        let rows = rows.map_or(body.height, |rows| u16::try_from(rows).unwrap_or(u16::MAX));
        let area = body.centred(WIDTH.min(body.width.saturating_sub(6)), rows.max(1));
        Area { y: body.y + (body.height - area.height) / 3, ..area }
    }

    /// Which question, and the class's score.
    fn status(&self, scene: &Scene, _pane: &Pane) -> String {
        let briefing = scene.setting.briefing;
        let (at, count) = (self.at() + 1, self.count(briefing));
        let score = scene.class.score(briefing);
        let has_score = self.side == QuestionKind::Quiz && score.answered > 0;
        match count {
            0 => String::new(),
            _ if at > count => words::right_of(score.right, count),
            _ => words::question_of(at, count, has_score.then_some((score.right, score.answered))),
        }
    }
}

/// What the footer offers over the results of the quiz.
fn result_offers(now: Now) -> Offers {
    now.following(words::ITS_QUESTION)
        .offers()
        .add(InClass::BeginAgain)
        .when(true, Follow::Follow)
        .add(Motion::NextParagraph)
        .named(true, Views::TurnView, words::DISCUSSION)
        .add(Program::Close)
        .add(Views::Help)
}
