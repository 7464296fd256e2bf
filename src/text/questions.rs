//! What the class is asked, as sheets.

use crate::model::{Discussion, Lesson, LessonStep, Quiz, Target, Text};

use super::{Element, Face, Link, Rich, Role, Sheet, Typesetting, columns, words};

impl Typesetting<'_> {
    /// A text alone.
    pub(crate) fn prose_sheet(text: &Text) -> Sheet {
        let mut sheet = Sheet::default();
        let rich = sheet.rich(text, Role::Body);
        sheet.push(Element::new(rich));
        sheet
    }

    /// A question to talk about, with what to look at, and its hint if hints are shown.
    pub fn discussion(&self, number: usize, question: &Discussion) -> Sheet {
        let Discussion { question, hint, minutes, see: look_at } = question;
        let mut sheet = Sheet::default();
        let lead = format!("{number:>2}. ");
        let mut rich = sheet.rich(question, Role::Body);
        if let Some(minutes) = minutes {
            rich.push(&format!(" ({})", words::minutes_short(*minutes)), Role::Faint);
        }
        sheet.push(Element::new(rich).hung(&lead, Role::Label));
        if let Some(hint) = hint.as_ref().filter(|_| self.teacher) {
            let rich = sheet.rich(hint, Role::Faint);
            sheet.push(Element::new(rich).hung(&beneath(words::HINT), Role::Label));
        }
        let mut see = Rich::default();
        for target in look_at {
            self.dot(&mut see);
            let link = sheet.link(Link::To(target.clone()));
            see.link(&self.briefing.name(target), Role::Link, link);
        }
        sheet.push(Element::new(see).hung(&beneath(words::SEE), Role::Label));
        sheet
    }

    /// The plan of a lesson, for the teacher alone.
    pub(crate) fn lesson(&self, lesson: &Lesson) -> Sheet {
        let mut sheet = Sheet::default();
        let is_spoken = self.glyphs.are_spoken();
        let title = if is_spoken { words::lesson(&lesson.title) } else { lesson.title.clone() };
        let mut head = Rich::new(&title, Face { strong: true, ..Role::Heading.into() });
        self.dot(&mut head);
        head.push(&words::minutes_short(lesson.minutes()), Role::Faint);
        sheet.push(Element::new(head));
        let minutes = lesson.steps.iter().map(|step| words::minutes_short(step.minutes));
        let minutes: Vec<String> = minutes.collect();
        let width = minutes.iter().map(|minutes| columns(minutes)).max().unwrap_or(0);
        for (LessonStep { minutes: _, text, see }, minutes) in lesson.steps.iter().zip(&minutes) {
            let mut rich = sheet.rich(text, Role::Body);
            let (beside, below) = if is_spoken { (&[][..], &see[..]) } else { (&see[..], &[][..]) };
            for target in beside {
                self.look_at(&mut sheet, &mut rich, target);
            }
            sheet.push(Element::new(rich).hung(&format!("{minutes:>width$}  "), Role::Label));
            // By ear on lines of their own: their names have commas of their own.
            for target in below {
                let mut rich = Rich::default();
                self.look_at(&mut sheet, &mut rich, target);
                sheet.push(Element::new(rich).hung(&beneath(words::SEE), Role::Label));
            }
        }
        sheet
    }

    /// Adds something to look at.
    fn look_at(&self, sheet: &mut Sheet, rich: &mut Rich, target: &Target) {
        self.dot(rich);
        let link = sheet.link(Link::To(target.clone()));
        rich.link(&self.briefing.name(target), Role::Link, link);
    }

    /// A question with its choices, the answer not among what is shown.
    pub fn quiz(&self, number: usize, question: &Quiz) -> Sheet {
        // The rest is in the answer.
        let Quiz { question, choices, answer: _, why: _, evidence: _ } = question;
        let mut sheet = Sheet::default();
        let rich = sheet.rich(question, Role::Body);
        sheet.push(Element::new(rich).hung(&format!("{number:>2}. "), Role::Label));
        for (letter, choice) in ('a'..='z').zip(choices) {
            let rich = sheet.rich(choice, Role::Body);
            sheet.push(Element::new(rich).hung(&format!("    {letter}) "), Role::Label));
        }
        sheet
    }

    /// The answer to a question in the words of its choice, why it is right, and where the text
    /// proves it.
    pub fn answer(&self, number: usize, question: &Quiz) -> Sheet {
        let Quiz { question: _, choices, answer, why, evidence } = question;
        let mut sheet = Sheet::default();
        let letter = ('a'..='z').nth(*answer).unwrap_or('?');
        let mut rich = Rich::new(&format!("{letter}) "), Role::Heading);
        if let Some(choice) = choices.get(*answer) {
            rich.append(sheet.rich(choice, Role::Body));
            rich.push(words::stop_after(&choice.plain), Role::Body);
        }
        if let Some(why) = why {
            rich.push(" ", Role::Body).append(sheet.rich(why, Role::Body));
        }
        if let Some(proof) = evidence {
            self.dot(&mut rich);
            let link = sheet.link(Link::To(proof.clone()));
            rich.link(&self.briefing.name(proof), Role::Link, link);
        }
        sheet.push(Element::new(rich).hung(&format!("{number:>2}. "), Role::Label));
        sheet
    }
}

/// A label below a question, as wide as the others.
fn beneath(label: &str) -> String {
    format!("    {label:5} ")
}
