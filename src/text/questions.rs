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

    /// The plan of a lesson, for the teacher alone, as it stands on paper.
    pub(crate) fn lesson(&self, lesson: &Lesson) -> Sheet {
        let mut sheet = self.lesson_title(lesson, Face { strong: true, ..Role::Heading.into() });
        let width = minutes_width(lesson);
        for LessonStep { minutes, text, see } in &lesson.steps {
            let mut rich = sheet.rich(text, Role::Body);
            for target in see {
                self.dot(&mut rich);
                let link = sheet.link(Link::To(target.clone()));
                rich.link(&self.briefing.name(target), Role::Link, link);
            }
            let lead = format!("{:>width$}  ", words::minutes_short(minutes));
            sheet.push(Element::new(rich).hung(&lead, Role::Label));
        }
        sheet
    }

    /// What a lesson is called, and how long it is.
    pub(crate) fn lesson_title(&self, lesson: &Lesson, face: impl Into<Face>) -> Sheet {
        let mut sheet = Sheet::default();
        let is_spoken = self.glyphs.are_spoken();
        let title = if is_spoken { words::lesson(&lesson.title) } else { lesson.title.clone() };
        let mut head = Rich::new(&title, face);
        self.dot(&mut head);
        head.push(&words::minutes_short(lesson.minutes()), Role::Faint);
        sheet.push(Element::new(head));
        sheet
    }

    /// The steps of a lesson, each with its minutes and below it what to look at, a line each.
    pub(crate) fn lesson_steps<'l>(
        &self,
        lesson: &'l Lesson,
    ) -> impl Iterator<Item = Sheet> + use<'_, 'l> {
        let width = minutes_width(lesson).max(columns(words::SEE));
        lesson.steps.iter().map(move |LessonStep { minutes, text, see }| {
            let mut sheet = Sheet::default();
            let rich = sheet.rich(text, Role::Body);
            let lead = format!("{:>width$}  ", words::minutes_short(minutes));
            sheet.push(Element::new(rich).hung(&lead, Role::Label));
            for target in see {
                let rich = self.look_at(&mut sheet, target);
                let lead = format!("{:>width$}  ", words::SEE);
                sheet.push(
                    Element::new(rich).hung(&lead, Role::Label).clipped(self.glyphs.ellipsis),
                );
            }
            sheet
        })
    }

    /// Something to look at by its name, and what stands there, as far as the line reaches.
    fn look_at(&self, sheet: &mut Sheet, target: &Target) -> Rich {
        let link = sheet.link(Link::To(target.clone()));
        let mut rich = Rich::default();
        let briefing = self.briefing;
        let (name, says) = match target {
            _ if self.glyphs.are_spoken() => (briefing.name(target), None),
            Target::Block(at) => {
                let section = briefing.section(at.section);
                let place = words::place(at.section.get() + 1, &section.title, &self.address(*at));
                (place, self.beginning(*at))
            }
            Target::Article(at) => (briefing.name(target), briefing.article(*at).title.clone()),
            _ => (briefing.name(target), None),
        };
        rich.link(&name, Role::Link, link);
        if let Some(says) = says {
            self.dot(&mut rich);
            rich.push(&says, Role::Faint);
        }
        rich
    }

    /// How long the lessons are, for a teacher, if there are any; and the `key` that leads to them.
    pub(crate) fn lessons_line(&self, key: Option<&str>) -> Option<Element> {
        let lessons = Some(&self.briefing.lessons).filter(|all| self.teacher && !all.is_empty())?;
        let mut all = Rich::default();
        for lesson in lessons {
            self.dot(&mut all);
            all.push(&words::minutes_short(lesson.minutes()), Role::Body);
        }
        if let Some(key) = key {
            self.dot(&mut all);
            all.push(key, Role::Label);
        }
        let lead = format!("{}  ", words::LESSONS);
        Some(Element::new(all).hung(&lead, Role::Label))
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

/// Columns of the minutes of the steps.
fn minutes_width(lesson: &Lesson) -> usize {
    let minutes = lesson.steps.iter().map(|step| columns(&words::minutes_short(step.minutes)));
    minutes.max().unwrap_or(0)
}

/// A label below a question, as wide as the others.
fn beneath(label: &str) -> String {
    format!("    {label:5} ")
}
