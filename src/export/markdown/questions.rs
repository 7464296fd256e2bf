//! What the class is asked; the answers come last.

use crate::export::reference::Standing;
use crate::export::words as said;
use crate::model::{Discussion, LessonStep, Quiz, Text};

use super::{Page, hung};

impl Page<'_> {
    /// The plans of lessons, for who sees them.
    pub(super) fn lessons(&mut self) {
        let lessons = &self.setting.briefing.lessons;
        if !self.edition.audience.sees_cues() {
            return;
        }
        self.part_heading(said::LESSONS, lessons.len());
        for lesson in lessons {
            let minutes = said::minutes_short(lesson.minutes());
            self.heading(3, &format!("{} ({minutes})", lesson.title), None);
            let steps = lesson.steps.iter().map(|LessonStep { minutes, text, see }| {
                let see = see.iter().map(|target| self.named(target));
                let parts: Vec<String> = [self.asked(text)].into_iter().chain(see).collect();
                format!("{}: {}", said::minutes_short(minutes), parts.join(" · "))
            });
            let steps: Vec<String> = steps.collect();
            self.list(&steps);
        }
    }

    pub(super) fn discussion(&mut self) {
        let briefing = self.setting.briefing;
        self.part_heading(said::DISCUSSION, briefing.discussion.len());
        for (at, question) in briefing.discussion.iter().enumerate() {
            let Discussion { question, hint, minutes, see } = question;
            let minutes = minutes.map(|minutes| format!(" ({})", said::minutes_short(minutes)));
            let asked = self.asked(question) + &minutes.unwrap_or_default();
            let hint = hint.as_ref().filter(|_| self.edition.audience.sees_hints());
            let hint = hint.map(|hint| format!("**{}:** {}", said::HINT, self.asked(hint)));
            let see: Vec<String> = see.iter().map(|target| self.named(target)).collect();
            let see = (!see.is_empty()).then(|| format!("**{}:** {}", said::SEE, see.join(" · ")));
            let item: Vec<String> = [Some(asked), hint, see].into_iter().flatten().collect();
            self.block(&hung(&format!("{}. ", at + 1), &item.join("\n\n")));
        }
    }

    /// The questions of the text, each with its number there.
    pub(super) fn asked_in_text(&mut self) {
        let briefing = self.setting.briefing;
        let asked = briefing.questions_in_text();
        self.part_heading(said::QUESTIONS_IN_TEXT, asked.len());
        for blocks in asked.chunk_by(|one, next| one.section == next.section) {
            let Some(at) = blocks.first().map(|at| at.section) else { continue };
            let title = said::section(at.get() + 1, &briefing.section(at).title);
            self.heading(3, &title, None);
            for at in blocks {
                self.narrative(*at);
            }
        }
    }

    pub(super) fn quiz(&mut self) {
        let quiz = &self.setting.briefing.quiz;
        self.part_heading(said::QUIZ, quiz.len());
        for (at, question) in quiz.iter().enumerate() {
            // The rest is in the answers.
            let Quiz { question, choices, answer: _, why: _, evidence: _ } = question;
            let choices = ('a'..='z').zip(choices);
            let choices = choices.map(|(letter, choice)| {
                format!("\n{}", hung("- ", &format!("{letter}) {}", self.asked(choice))))
            });
            let choices: String = choices.collect();
            let item = format!("{}\n{choices}", self.asked(question));
            self.block(&hung(&format!("{}. ", at + 1), &item));
        }
        if !self.edition.audience.sees_answers() {
            return;
        }
        self.part_heading(said::ANSWERS, quiz.len());
        for (at, question) in quiz.iter().enumerate() {
            let Quiz { question: _, choices, answer, why, evidence } = question;
            let letter = ('a'..='z').nth(*answer).unwrap_or('?');
            let choice = choices.get(*answer);
            let choice = choice.map(|choice| self.asked(choice) + said::stop_after(&choice.plain));
            let why = why.as_ref().map(|why| self.asked(why));
            let said: Vec<String> = choice.into_iter().chain(why).collect();
            let proof = evidence.as_ref().map(|target| self.named(target));
            let parts: Vec<String> = [said.join(" ")].into_iter().chain(proof).collect();
            let item = format!("{letter}) {}", parts.join(" · "));
            self.block(&hung(&format!("{}. ", at + 1), &item));
        }
    }

    fn asked(&self, text: &Text) -> String {
        self.text_in(text, Standing { section: None, named: true })
    }
}
