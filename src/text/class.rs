//! Questions for the class as they are shown one at a time.

use crate::model::{Quiz, Target, Text};

use super::{Element, Face, Rich, Role, Sheet, Typesetting, columns, words};

/// How a class did with a question of the quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuizResult {
    /// It took this choice, counted from 0.
    Chosen(usize),
    /// It was shown the answer.
    GivenAway,
    /// It was not asked, or did not answer.
    Open,
}

impl Typesetting<'_> {
    /// The number of a question, counted from 0, and how long it may take, in minutes.
    pub fn number(&self, at: usize, minutes: Option<u32>) -> Sheet {
        let mut rich = Rich::new(&words::question(at + 1), Role::Accent);
        if let Some(minutes) = minutes {
            self.dot(&mut rich);
            let minutes = usize::try_from(minutes).unwrap_or(usize::MAX);
            rich.push(&words::minutes(minutes), Role::Faint);
        }
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich));
        sheet
    }

    /// What is asked.
    pub fn asked(&self, question: &Text) -> Sheet {
        let mut sheet = Sheet::default();
        let mut rich = sheet.rich(question, Role::Heading);
        for run in &mut rich.runs {
            run.face.strong = true;
        }
        sheet.push(Element::new(rich));
        sheet
    }

    /// What may help.
    pub(crate) fn hinted(hint: &Text) -> Sheet {
        let mut sheet = Sheet::default();
        let rich = sheet.rich(hint, Role::Body);
        sheet.push(Element::new(rich).hung(&lead(words::HINT), Role::Label));
        sheet
    }

    /// What to look at, by name.
    pub fn seen(&self, target: &Target) -> Sheet {
        let mut sheet = Sheet::default();
        let face =
            Face::from(if matches!(target, Target::Actor(_)) { Role::Actor } else { Role::Link });
        let rich = Rich::new(&self.briefing.name(target), face);
        sheet.push(Element::new(rich).hung(&lead(words::SEE), Role::Label));
        sheet
    }

    /// A choice of a quiz; once the answer is `told`, with a mark on the right one and on the one
    /// that was `chosen`.
    pub(crate) fn choice(&self, question: &Quiz, at: usize, told: bool, chosen: bool) -> Sheet {
        let mut sheet = Sheet::default();
        let Some(choice) = question.choices.get(at) else { return sheet };
        let letter = letter(at);
        let right = at == question.answer;
        let mut rich = sheet.rich(choice, Role::Body);
        let role = if right { Role::Accent } else { Role::Warning };
        if let Some(verdict) = words::choice(right, chosen).filter(|_| told) {
            self.dot(&mut rich);
            rich.push(verdict, Face { strong: true, ..role.into() });
        }
        let mark = match (told, right, chosen) {
            (true, true, _) => self.glyphs.right,
            (true, false, true) => self.glyphs.wrong,
            _ => " ",
        };
        sheet.push(Element::new(rich).hung(&format!("{mark} {letter})  "), Role::Label));
        sheet
    }

    /// Why the answer is right, and what proves it.
    pub fn proof(&self, question: &Quiz) -> Sheet {
        let mut sheet = Sheet::default();
        if let Some(why) = &question.why {
            let rich = sheet.rich(why, Role::Body);
            sheet.push(Element::new(rich));
        }
        if let Some(proof) = &question.evidence {
            let rich = Rich::new(&self.briefing.name(proof), Role::Link);
            sheet.push(Element::new(rich).hung(&lead(words::PROOF), Role::Label).below(1));
        }
        sheet
    }

    /// How many answers of so many were right.
    pub(crate) fn quiz_summary(right: usize, all: usize) -> Sheet {
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        sheet.push(Element::new(Rich::new(&words::right_of(right, all), face)));
        sheet
    }

    /// How many questions were not answered; nothing if all were.
    pub(crate) fn unanswered(number: usize) -> Sheet {
        let mut sheet = Sheet::default();
        if number > 0 {
            sheet.push(Element::new(Rich::new(&words::not_answered(number), Role::Faint)));
        }
        sheet
    }

    /// A question of the quiz, counted from 0, and how it was answered. The right answer is told only if
    /// it is known already.
    pub(crate) fn quiz_result(&self, at: usize, question: &Quiz, result: QuizResult) -> Sheet {
        let mut sheet = Sheet::default();
        let right = question.answer;
        let (mark, mut rich) = match result {
            QuizResult::Chosen(chosen) if chosen == right => {
                (self.glyphs.right, self.verdict(question, chosen, words::choice(true, true)))
            }
            QuizResult::Chosen(chosen) => {
                (self.glyphs.wrong, self.verdict(question, chosen, words::choice(false, true)))
            }
            QuizResult::GivenAway => (" ", Rich::new(words::GIVEN_AWAY, Role::Faint)),
            QuizResult::Open => (" ", Rich::new(words::OPEN_QUESTION, Role::Faint)),
        };
        let lead = format!("{mark} {}. ", at + 1);
        let indent = " ".repeat(columns(&lead));
        let mut asked = Rich::default();
        asked.text(&question.question, Role::Body, |_| None);
        sheet.push(Element::new(asked).hung(&lead, Role::Label));
        if matches!(result, QuizResult::Chosen(chosen) if chosen != right) {
            let answer = self.verdict(question, right, words::choice(true, false));
            rich.push("\n", Role::Body).append(answer);
        }
        sheet.push(Element::new(rich).hung(&indent, Role::Body));
        sheet
    }

    /// A choice with its letter, and what is said of it.
    fn verdict(&self, question: &Quiz, at: usize, said: Option<&'static str>) -> Rich {
        let mut rich = Rich::new(&format!("{}) ", letter(at)), Role::Label);
        if let Some(choice) = question.choices.get(at) {
            rich.text(choice, Role::Faint, |_| None);
        }
        if let Some(said) = said {
            self.dot(&mut rich);
            let role = if at == question.answer { Role::Accent } else { Role::Warning };
            rich.push(said, Face { strong: true, ..role.into() });
        }
        rich
    }
}

/// The letter of a choice, counted from 0.
fn letter(at: usize) -> char {
    ('a'..='z').nth(at).unwrap_or('?')
}

/// A label before what stands beside it.
fn lead(label: &str) -> String {
    format!("{label}  ")
}
