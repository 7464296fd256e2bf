//! What the class is asked, as sheets.

use crate::model::{Discussion, Quiz, Text};

use super::{Element, Link, Rich, Role, Sheet, Typesetting, words};

impl Typesetting<'_> {
    /// A text alone.
    pub(crate) fn prose_sheet(text: &Text) -> Sheet {
        let mut sheet = Sheet::default();
        let rich = sheet.rich(text, Role::Body);
        sheet.push(Element::new(rich));
        sheet
    }

    /// A question to talk about, with its hint and what to look at.
    pub fn discussion(&self, number: usize, question: &Discussion) -> Sheet {
        let Discussion { question, hint, minutes, see: look_at } = question;
        let mut sheet = Sheet::default();
        let lead = format!("{number:>2}. ");
        let mut rich = sheet.rich(question, Role::Body);
        if let Some(minutes) = minutes {
            rich.push(&format!(" ({})", words::minutes_short(*minutes)), Role::Faint);
        }
        sheet.push(Element::new(rich).hung(&lead, Role::Label));
        if let Some(hint) = hint {
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

    /// The answer to a question, why it is right, and where the text proves it.
    pub fn answer(&self, number: usize, question: &Quiz) -> Sheet {
        let Quiz { question: _, choices: _, answer, why, evidence } = question;
        let mut sheet = Sheet::default();
        let letter = ('a'..='z').nth(*answer).unwrap_or('?');
        let mut rich = Rich::new(&format!("{letter}) "), Role::Heading);
        if let Some(why) = why {
            rich.append(sheet.rich(why, Role::Body));
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
