//! Questions for the class as they are shown one at a time.

use crate::model::{Quiz, Target, Text};

use super::{Element, Face, Rich, Role, Sheet, Typesetting, words};

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
        let letter = ('a'..='z').nth(at).unwrap_or('?');
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

    /// A countdown with so many seconds left.
    pub(crate) fn countdown(left: u32, runs: bool) -> Sheet {
        let mut rich = Rich::default();
        let face = Face { strong: true, ..Role::Accent.into() };
        rich.push(&format!("{:02}:{:02}", left / 60, left % 60), face);
        let state = match (left, runs) {
            (0, _) => Some(words::TIME_IS_UP),
            (_, true) => None,
            (_, false) => Some(words::TIME_IS_HELD),
        };
        if let Some(state) = state {
            rich.push("  ", Role::Faint).push(state, Role::Faint);
        }
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich).below(1));
        sheet
    }
}

/// A label before what stands beside it.
fn lead(label: &str) -> String {
    format!("{label}  ")
}
