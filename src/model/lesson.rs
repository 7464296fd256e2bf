//! Plans of lessons, for the teacher alone.

use super::{Target, Text};

/// A lesson that a briefing is taught in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lesson {
    /// What it is called.
    pub title: String,
    /// What is done in it, in order.
    pub steps: Vec<LessonStep>,
}

/// A part of a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// How many minutes it takes.
    pub minutes: u32,
    /// What is done.
    pub text: Text,
    /// What to look at.
    pub see: Vec<Target>,
}

impl Lesson {
    /// How many minutes it takes.
    pub fn minutes(&self) -> u32 {
        self.steps.iter().fold(0, |sum, step| sum.saturating_add(step.minutes))
    }
}
