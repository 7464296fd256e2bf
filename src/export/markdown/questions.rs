//! What the class is asked; the answers come last.

use crate::export::words as said;
use crate::model::{BlockKind, Discussion, Quiz, Target};

use super::{Page, hung};

impl Page<'_> {
    pub(super) fn discussion(&mut self) {
        let briefing = self.setting.briefing;
        self.part(said::DISCUSSION, briefing.discussion.len());
        for (at, question) in briefing.discussion.iter().enumerate() {
            let Discussion { question, hint, minutes, see } = question;
            let minutes = minutes.map(|minutes| format!(" ({})", said::minutes_short(minutes)));
            let asked = self.text(question) + &minutes.unwrap_or_default();
            let hint = hint.as_ref();
            let hint = hint.map(|hint| format!("**{}:** {}", said::HINT, self.text(hint)));
            let see = see.iter();
            let see: Vec<String> =
                see.map(|target| self.link(&self.name(target), target)).collect();
            let see = (!see.is_empty()).then(|| format!("**{}:** {}", said::SEE, see.join(" · ")));
            let item: Vec<String> = [Some(asked), hint, see].into_iter().flatten().collect();
            self.block(&hung(&format!("{}. ", at + 1), &item.join("\n\n")));
        }
    }

    pub(super) fn quiz(&mut self) {
        let briefing = self.setting.briefing;
        self.part(said::QUIZ, briefing.quiz.len());
        for (at, question) in briefing.quiz.iter().enumerate() {
            // The rest is in the answers.
            let Quiz { question, choices, answer: _, why: _, evidence: _ } = question;
            let choices = ('a'..='z').zip(choices);
            let choices = choices.map(|(letter, choice)| {
                format!("\n{}", hung("- ", &format!("{letter}) {}", self.text(choice))))
            });
            let choices: String = choices.collect();
            let item = format!("{}\n{choices}", self.text(question));
            self.block(&hung(&format!("{}. ", at + 1), &item));
        }
        self.part(said::ANSWERS, briefing.quiz.len());
        for (at, question) in briefing.quiz.iter().enumerate() {
            let Quiz { question: _, choices: _, answer, why, evidence } = question;
            let letter = ('a'..='z').nth(*answer).unwrap_or('?');
            let mut parts = Vec::new();
            parts.extend(why.as_ref().map(|why| self.text(why)));
            let proof = evidence.as_ref();
            parts.extend(proof.map(|target| self.link(&self.name(target), target)));
            let item = format!("{letter}) {}", parts.join(" · "));
            self.block(&hung(&format!("{}. ", at + 1), &item));
        }
    }

    /// What a target is called. A paragraph is called by the heading above it, because that is
    /// what can be found on paper.
    fn name(&self, target: &Target) -> String {
        let briefing = self.setting.briefing;
        let Target::Block(at) = target else { return briefing.name(target) };
        let section = briefing.section(at.section);
        let before = section.blocks.iter().take(at.get() + 1).rev();
        let heading = before.filter_map(|block| match &block.kind {
            BlockKind::Heading(text) => Some(&text.plain),
            _ => None,
        });
        match heading.into_iter().next() {
            Some(heading) => said::under_heading(&section.title, heading),
            None => section.title.clone(),
        }
    }
}
