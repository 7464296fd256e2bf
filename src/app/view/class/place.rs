//! Which lesson or question is up, and where the cursor was in it.

use crate::model::{Briefing, Discussion, Lesson, Quiz};
use crate::text::Typesetting;

use super::super::super::class::Question;
use super::super::super::words;

/// Which lesson or question is up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Questions {
    /// The side that was turned to; before that it is the discussion.
    turned: Option<ClassSide>,
    /// What is up on each side; after the last question of the quiz come its results.
    at: [usize; 3],
    /// The item that the cursor was on when each side was left.
    item: [usize; 3],
    /// Whether all of it is shown: a match was found in what is hidden otherwise.
    found: bool,
}

/// What there is for a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClassSide {
    /// The plans of lessons, for the teacher alone.
    Lessons,
    /// Questions to talk about.
    Discussion,
    /// Questions with an answer.
    Quiz,
}

impl Questions {
    /// A question of the briefing's list, found by a search: `all` of it is shown if the match is in
    /// what is hidden otherwise.
    pub(in crate::app) fn found(question: Question, all: bool) -> Self {
        let (side, at) = match question {
            Question::Discussion(at) => (ClassSide::Discussion, at),
            Question::Quiz(at) => (ClassSide::Quiz, at),
        };
        Self { found: all, ..Self::on(side, at) }
    }

    /// The plan of a lesson, counted from 0.
    pub(in crate::app) fn lesson(at: usize) -> Self {
        Self::on(ClassSide::Lessons, at)
    }

    fn on(side: ClassSide, at: usize) -> Self {
        let mut on = Self { turned: Some(side), ..Self::default() };
        on.at[side as usize] = at;
        on
    }

    /// The same when it is opened again: where it was left. A teacher who has turned to nothing yet begins
    /// with the plans of lessons.
    pub(in crate::app) fn again(self, setting: &Typesetting) -> Self {
        match self.turned {
            None if Self::has_lessons(setting) => self.lessons_again(setting.briefing),
            Some(ClassSide::Lessons) if !Self::has_lessons(setting) => self.without_lessons(),
            Some(ClassSide::Lessons) => self.lessons_again(setting.briefing),
            _ => self,
        }
    }

    /// The lessons where they were left; the first if that one is gone.
    fn lessons_again(self, briefing: &Briefing) -> Self {
        let lessons = Self { turned: Some(ClassSide::Lessons), found: false, ..self };
        if lessons.at() < briefing.lessons.len() { lessons } else { Self::lesson(0) }
    }

    pub(super) fn without_lessons(self) -> Self {
        Self { turned: None, ..self }
    }

    /// Whether there are plans of lessons, and somebody who may see them.
    pub(in crate::app) fn has_lessons(setting: &Typesetting) -> bool {
        setting.teacher && !setting.briefing.lessons.is_empty()
    }

    /// The same when it is left with the cursor on an item: what was found is no longer looked at.
    pub(in crate::app) fn left(mut self, item: usize) -> Self {
        self.item[self.side() as usize] = item;
        Self { found: false, ..self }
    }

    /// Whether another state is of the same question, or of the same step of a lesson.
    pub(in crate::app) fn is_on_same(&self, other: &Self) -> bool {
        let step = |of: &Self| of.is_at_lesson().then_some(of.item());
        (self.side(), self.at(), step(self)) == (other.side(), other.at(), step(other))
    }

    /// Whether the plan of a lesson is up.
    pub(in crate::app) fn is_at_lesson(&self) -> bool {
        self.side() == ClassSide::Lessons
    }

    /// Whether all is shown because a match is in it. Only for a teacher that is searched.
    pub(super) fn shows_found(&self, setting: &Typesetting) -> bool {
        self.found && setting.teacher
    }

    pub(super) fn side(&self) -> ClassSide {
        self.turned.unwrap_or(ClassSide::Discussion)
    }

    pub(super) fn at(&self) -> usize {
        self.at[self.side() as usize]
    }

    /// The question that is up; none over the lessons.
    pub(super) fn question(&self) -> Option<Question> {
        match self.side() {
            ClassSide::Lessons => None,
            ClassSide::Discussion => Some(Question::Discussion(self.at())),
            ClassSide::Quiz => Some(Question::Quiz(self.at())),
        }
    }

    /// How many lessons or questions there are on this side.
    pub(super) fn count(&self, briefing: &Briefing) -> usize {
        match self.side() {
            ClassSide::Lessons => briefing.lessons.len(),
            ClassSide::Discussion => briefing.questions(),
            ClassSide::Quiz => briefing.quiz.len(),
        }
    }

    /// The plan of a lesson that is up.
    pub(super) fn lesson_at<'b>(&self, briefing: &'b Briefing) -> Option<&'b Lesson> {
        briefing.lessons.get(self.at()).filter(|_| self.is_at_lesson())
    }

    /// How many pages there are on this side: the results are one.
    pub(super) fn pages(&self, briefing: &Briefing) -> usize {
        let results = self.side() == ClassSide::Quiz && !briefing.quiz.is_empty();
        self.count(briefing) + usize::from(results)
    }

    /// Whether the results of the quiz are up.
    pub(super) fn is_at_results(&self, briefing: &Briefing) -> bool {
        let after = self.at() >= briefing.quiz.len();
        self.side() == ClassSide::Quiz && after && !briefing.quiz.is_empty()
    }

    /// The question to talk about that is up: those of the briefing's list, then those of its text.
    pub(super) fn discussion(&self, briefing: &Briefing) -> Option<Discussion> {
        if self.side() != ClassSide::Discussion {
            return None;
        }
        briefing.question(self.at())
    }

    pub(super) fn quiz<'b>(&self, briefing: &'b Briefing) -> Option<&'b Quiz> {
        briefing.quiz.get(self.at()).filter(|_| self.side() == ClassSide::Quiz)
    }

    /// The side that is turned to next.
    pub(super) fn other_side(&self, setting: &Typesetting) -> ClassSide {
        match self.side() {
            ClassSide::Discussion => ClassSide::Quiz,
            ClassSide::Quiz if Self::has_lessons(setting) => ClassSide::Lessons,
            ClassSide::Lessons | ClassSide::Quiz => ClassSide::Discussion,
        }
    }

    /// The other side is turned to, where it was left, from an item of this one.
    pub(super) fn turn_from(&mut self, item: usize, setting: &Typesetting) {
        let side = self.other_side(setting);
        *self = Self { turned: Some(side), ..self.left(item) };
    }

    /// Another lesson or question of this side is turned to, counted from 0.
    pub(super) fn turn_page(&mut self, at: usize) {
        let side = self.side();
        *self = Self { turned: Some(side), ..self.left(0) };
        self.at[side as usize] = at;
    }

    /// The item that the cursor was on when this side was left.
    pub(super) fn item(&self) -> usize {
        self.item[self.side() as usize]
    }
}

impl ClassSide {
    /// What the footer calls it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Lessons => words::TO_THE_LESSONS,
            Self::Discussion => words::DISCUSSION,
            Self::Quiz => words::TO_THE_QUIZ,
        }
    }
}
