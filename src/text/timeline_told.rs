//! The timeline's rows as they are told: without a margin, each with the whole of its date.

use crate::model::{Date, EventIx};

use super::elapsed::elapsed;
use super::timeline::{NAMED, lasted, sheet};
use super::{Decade, Element, Moment, MomentKind, Rich, Role, Sheet, Typesetting, Zoom, words};

impl Typesetting<'_> {
    /// A row of the timeline, for who hears it.
    pub(crate) fn moment_told(&self, moment: &Moment) -> Sheet {
        let Moment { what, zoom, .. } = moment;
        let words = match what {
            MomentKind::Event(at, here) => return self.event_told(*at, *here, *zoom),
            MomentKind::Now(date, later) => return self.now(*date, *later),
            MomentKind::End(at) => {
                let event = self.briefing.event(*at);
                let end = event.date.end.unwrap_or(event.date.start);
                let words = Rich::new(&words::end_of(&event.title), Role::Faint);
                return sheet(Element::new(words).hung(&words::on_date(end), Role::Faint));
            }
            MomentKind::Decade(decade) => return self.decade_told(decade),
            MomentKind::Blank(date) => words::nothing_in(&zoom.scale(*date)),
            MomentKind::Gap(from, to) if *zoom == Zoom::Decade => {
                // The dates are of events, and there may be others in their decades.
                let first = Date { year: from.year.saturating_add(10), ..*from };
                let last = Date { year: to.year.saturating_sub(10), ..*to };
                words::nothing_between(&zoom.scale(first), &zoom.scale(last))
            }
            MomentKind::Gap(from, to) => words::nothing_for(&elapsed(*from, *to)),
        };
        sheet(Element::new(Rich::new(&words, Role::Faint)))
    }

    fn event_told(&self, at: EventIx, here: bool, zoom: Zoom) -> Sheet {
        let event = self.briefing.event(at);
        let mut rich = Rich::new(&event.title, Role::Body);
        if let Some(words) = lasted(event.date) {
            self.dot(&mut rich);
            rich.push(&words, Role::Faint);
        }
        self.cited_here(&mut rich, here);
        let lead = words::on_date(event.date.begun());
        let mut sheet = sheet(Element::new(rich).hung(&lead, Role::Faint));
        if let Some(text) = event.text.as_ref().filter(|_| zoom == Zoom::Month) {
            let rich = sheet.rich(text, Role::Body);
            sheet.push(Element::new(rich));
        }
        sheet
    }

    fn decade_told(&self, decade: &Decade) -> Sheet {
        let date = Date::of_year(decade.year);
        let events = decade.events.iter().take(NAMED);
        let titles: Vec<&str> = events.map(|at| self.briefing.event(*at).title.as_str()).collect();
        let name = Zoom::Decade.scale(date);
        let told = words::decade_told(&name, decade.events.len(), &titles);
        let mut rich = Rich::new(&told, Role::Body);
        self.cited_here(&mut rich, decade.here);
        sheet(Element::new(rich))
    }

    fn cited_here(&self, rich: &mut Rich, here: bool) {
        if here {
            self.dot(rich);
            rich.push(words::CITED_HERE, Role::Label);
        }
    }
}
