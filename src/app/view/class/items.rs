//! What is on a page of the lessons and of the questions.

use std::sync::Arc;

use crate::desk::Item;
use crate::model::{Discussion, Lesson, Quiz};
use crate::text::{Face, Link, QuizResult, Role, Typesetting};

use super::super::super::words;
use super::super::Scene;
use super::Questions;
use super::place::ClassSide;

impl Questions {
    /// The lesson or the question that is up, or the results of the quiz.
    pub(super) fn page(&self, scene: &Scene) -> Vec<Item> {
        let briefing = scene.setting.briefing;
        if let Some(lesson) = self.lesson_at(briefing).filter(|_| scene.setting.teacher) {
            return lesson_items(lesson, scene);
        }
        if let Some(question) = self.discussion(briefing) {
            return self.discussion_items(&question, scene);
        }
        if let Some(question) = self.quiz(briefing) {
            return self.quiz_items(question, scene);
        }
        if self.is_at_results(briefing) {
            return results(scene);
        }
        vec![Item::from_words(match self.side() {
            ClassSide::Lessons => words::NO_LESSONS,
            ClassSide::Discussion => words::NO_QUESTIONS,
            ClassSide::Quiz => words::NO_QUIZ,
        })]
    }

    fn discussion_items(&self, question: &Discussion, scene: &Scene) -> Vec<Item> {
        let setting = scene.setting;
        let shown = self.is_hint_shown(&setting, scene.class);
        let hint = question.hint.as_ref().filter(|_| shown);
        let hint = hint.map(|hint| Item::Ready(Arc::new(Typesetting::hinted(hint))));
        let see = question
            .see
            .iter()
            .map(|target| Item::Leading(Arc::new(setting.seen(target)), Link::To(target.clone())));
        let number = Item::Label(Arc::new(setting.number(self.at(), question.minutes)));
        let asked = Item::Ready(Arc::new(setting.asked(&question.question)));
        [number, asked].into_iter().chain(hint).chain(see).collect()
    }

    fn quiz_items(&self, question: &Quiz, scene: &Scene) -> Vec<Item> {
        let setting = scene.setting;
        let chosen = scene.class.choice(self.at());
        let told = self.unanswered(&setting, scene.class).is_none();
        let number = Item::Label(Arc::new(setting.number(self.at(), None)));
        let asked = Item::Label(Arc::new(setting.asked(&question.question)));
        let choices = (0..question.choices.len())
            .map(|n| Item::Ready(Arc::new(setting.choice(question, n, told, chosen == Some(n)))));
        let mut items: Vec<Item> = [number, asked].into_iter().chain(choices).collect();
        let proof = Arc::new(setting.proof(question));
        if told && !proof.elements.is_empty() {
            items.push(match &question.evidence {
                Some(place) => Item::Leading(proof, Link::To(place.clone())),
                None => Item::Ready(proof),
            });
        }
        items
    }
}

/// A lesson step by step.
fn lesson_items(lesson: &Lesson, scene: &Scene) -> Vec<Item> {
    let setting = scene.setting;
    let title = Item::Label(Arc::new(
        setting.lesson_title(lesson, Face { strong: true, ..Role::Heading.into() }),
    ));
    let steps = setting.lesson_steps(lesson).map(|sheet| Item::Ready(Arc::new(sheet)));
    [title].into_iter().chain(steps).collect()
}

/// How the quiz went: in all, and question by question.
fn results(scene: &Scene) -> Vec<Item> {
    let (setting, class) = (scene.setting, scene.class);
    let (quiz, score) = (&setting.briefing.quiz, class.score(setting.briefing));
    let summary = Typesetting::quiz_summary(score.right, quiz.len());
    let open = Typesetting::unanswered(quiz.len() - score.answered);
    let each = quiz.iter().enumerate().map(|(at, question)| {
        let result = match (class.choice(at), class.is_told(at)) {
            (Some(choice), _) => QuizResult::Chosen(choice),
            (None, true) => QuizResult::GivenAway,
            (None, false) => QuizResult::Open,
        };
        Item::Ready(Arc::new(setting.quiz_result(at, question, result)))
    });
    [summary, open].map(|sheet| Item::Label(Arc::new(sheet))).into_iter().chain(each).collect()
}
