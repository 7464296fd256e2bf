//! The timeline's rows, as sheets: a margin with the scale, the axis, and what happened.

use std::sync::Arc;

use crate::base::cut;
use crate::model::{Date, Event, EventIx, Period};

use super::elapsed::{elapsed, length};
use super::{Element, Face, Rich, Role, Sheet, Typesetting, columns, words};

/// The longest bar of a decade, in columns.
const BAR: usize = 10;
/// So many events of a decade are named, at most: more than a row has room for.
pub(super) const NAMED: usize = 8;

/// How close the timeline is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zoom {
    /// A row for each decade.
    Decade,
    /// A row for each event, and the years beside them.
    #[default]
    Year,
    /// Each event with its text, and the months beside them.
    Month,
}

/// One row of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// What it shows.
    pub what: MomentKind,
    /// How close it is looked at.
    pub zoom: Zoom,
    /// Whether it is the first of its decade, year or month: the margin says which that is.
    pub is_first: bool,
    /// What lasts beside it.
    pub lane: Lane,
}

/// What a row of the timeline shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MomentKind {
    /// An event, and whether the paragraph in focus cites it.
    Event(EventIx, bool),
    /// The end of one that lasted.
    End(EventIx),
    /// The events of a decade.
    Decade(Decade),
    /// A decade, a year or a month without events.
    Blank(Date),
    /// The time between two dates, in which nothing happened.
    Gap(Date, Date),
    /// The date that the briefing was true of, and how many events came later.
    Now(Date, usize),
}

/// The events of a decade, or of the part of one before or after the briefing's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decade {
    /// Its first year.
    pub year: i32,
    /// Its events, in order.
    pub events: Arc<[EventIx]>,
    /// How many events are in the decade that has most of them.
    pub most: usize,
    /// Whether the paragraph in focus cites one of its events.
    pub here: bool,
}

/// What is seen of the events that last, beside the axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lane {
    /// Nothing lasts.
    #[default]
    Free,
    /// Something begins.
    Begins,
    /// Something lasts.
    Lasts,
    /// The last one of them ends.
    Ends,
    /// Something begins or ends while something else lasts.
    Joins,
}

impl Moment {
    /// The event that it shows, or the first of those that it does.
    pub fn event(&self) -> Option<EventIx> {
        match &self.what {
            MomentKind::Event(at, _) => Some(*at),
            MomentKind::Decade(decade) => decade.events.first().copied(),
            _ => None,
        }
    }
}

impl Zoom {
    /// The columns of the margin, where the longest year takes so many.
    fn margin(self, year: usize) -> usize {
        let year = year.max("1990".len());
        match self {
            Self::Decade => year + "s".len(),
            Self::Year => year,
            Self::Month => "Sep ".len() + year,
        }
    }

    /// What the margin says of a date.
    pub(super) fn scale(self, date: Date) -> String {
        match (self, month(date)) {
            (Self::Decade, _) if date.is_before_our_era() => {
                words::decade_before_our_era((1 - date.year) / 10 * 10)
            }
            (Self::Decade, _) => words::decade(date.year / 10 * 10),
            (Self::Month, Some(month)) => format!("{month} {}", date.year_said()),
            _ => date.year_said(),
        }
    }

    /// The columns for what more is known of a date.
    fn detail_columns(self) -> usize {
        match self {
            Self::Decade => 0,
            Self::Year => "30 Sep".len(),
            Self::Month => "30".len(),
        }
    }

    /// What is known of a date beyond what the margin says.
    fn detail(self, date: Date) -> String {
        match (self, month(date), date.day) {
            (Self::Year, Some(month), Some(day)) => format!("{day} {month}"),
            (Self::Year, Some(month), None) => month.to_owned(),
            (Self::Month, _, Some(day)) => day.to_string(),
            _ => String::new(),
        }
    }
}

/// The month in three letters.
fn month(date: Date) -> Option<&'static str> {
    date.month_name().map(|name| cut(name, ..3))
}

impl Typesetting<'_> {
    /// A row of the timeline.
    pub fn moment(&self, moment: &Moment) -> Sheet {
        match &moment.what {
            MomentKind::Event(at, here) => self.happening(moment, *at, *here),
            MomentKind::End(at) => self.event_end(moment, *at),
            MomentKind::Decade(decade) => self.decade(moment, decade),
            MomentKind::Blank(date) => {
                let element = Element::new(self.before(moment, Some(*date), self.glyphs.axis));
                sheet(element)
            }
            MomentKind::Gap(from, to) => {
                let words = Rich::new(&elapsed(*from, *to), Role::Faint);
                let lead = self.before(moment, None, self.glyphs.broken_axis);
                sheet(Element { lead, ..Element::new(words) })
            }
            MomentKind::Now(date, later) => self.now(*date, *later),
        }
    }

    /// An event: when it was, what it was, how long it lasted; looked at closely, its text too.
    fn happening(&self, moment: &Moment, at: EventIx, here: bool) -> Sheet {
        // Its sources are on its card.
        let Event { id: _, date, title, text, sources: _ } = self.briefing.event(at);
        let is_close = moment.zoom == Zoom::Month;
        let face = Face { strong: here || is_close, ..Role::Body.into() };
        let mut rich = Rich::new(title, face);
        if date.is_vague() {
            self.dot(&mut rich);
            rich.push(&date.begun(), Role::Faint);
        }
        if let Some(words) = lasted(*date) {
            self.dot(&mut rich);
            rich.push(&words, Role::Faint);
        }
        if here {
            self.dot(&mut rich);
            rich.push(words::CITED_HERE, Role::Label);
        }
        let mark = if here { self.glyphs.named } else { self.glyphs.unnamed };
        let lead = self.dated(moment, date.start, mark);
        let under = self.below(moment, columns(&lead.plain));
        let mut sheet = sheet(Element { lead, under: under.clone(), ..Element::new(rich) });
        if is_close {
            if let Some(text) = text {
                let rich = sheet.rich(text, Role::Body);
                sheet.push(Element { lead: under.clone(), repeat: true, ..Element::new(rich) });
            }
            sheet.push(Element::new(under));
        }
        sheet
    }

    fn event_end(&self, moment: &Moment, at: EventIx) -> Sheet {
        let event = self.briefing.event(at);
        let end = event.date.end.unwrap_or(event.date.start);
        let rich = Rich::new(&words::end_of(&event.title), Role::Faint);
        let lead = self.dated(moment, end, self.glyphs.axis);
        let under = self.below(moment, columns(&lead.plain));
        let mut sheet = sheet(Element { lead, under: under.clone(), ..Element::new(rich) });
        if moment.zoom == Zoom::Month {
            sheet.push(Element::new(under));
        }
        sheet
    }

    /// A decade: a bar, how many events, the beginnings of their titles.
    fn decade(&self, moment: &Moment, decade: &Decade) -> Sheet {
        let mark = if decade.here { self.glyphs.named } else { self.glyphs.unnamed };
        let date = Date::of_year(decade.year);
        let lead = self.before(moment, Some(date), mark);
        let number = decade.events.len();
        let length = (number * BAR).div_ceil(decade.most.max(1));
        let mut rich = Rich::new(&self.glyphs.bar.repeat(length), Role::Accent);
        let face = Face { strong: decade.here, ..Role::Body.into() };
        let blank = " ".repeat(BAR.saturating_sub(length));
        rich.push(&format!("{blank} {number:>2}  "), face);
        for (n, at) in decade.events.iter().take(NAMED).enumerate() {
            if n > 0 {
                self.dot(&mut rich);
            }
            rich.push(&self.briefing.event(*at).title, Role::Body);
        }
        sheet(Element { lead, ..Element::new(rich).clipped(self.glyphs.ellipsis) })
    }

    /// The columns of the margin.
    fn margin(&self, zoom: Zoom) -> usize {
        zoom.margin(self.briefing.index().year_columns())
    }

    pub(super) fn now(&self, date: Date, later: usize) -> Sheet {
        let face = Face { strong: true, ..Role::Accent.into() };
        let words = words::as_of_with_later(date, later);
        let lead = format!("{} ", self.glyphs.rule.repeat(2));
        let element = Element::new(Rich::new(&words, face)).hung(&lead, face);
        sheet(Element { fill: Some(self.glyphs.rule), ..element })
    }

    /// The margin, the axis with a mark on it, and what more is known of the date.
    fn dated(&self, moment: &Moment, date: Date, mark: &str) -> Rich {
        let shown = Some(date).filter(|_| moment.is_first);
        let mut lead = self.before(moment, shown, mark);
        let width = moment.zoom.detail_columns();
        lead.push(&format!("{:>width$}  ", moment.zoom.detail(date)), Role::Faint);
        lead
    }

    /// The margin, the axis with a mark on it, and what lasts beside it.
    fn before(&self, moment: &Moment, scale: Option<Date>, mark: &str) -> Rich {
        let scale = scale.map(|date| moment.zoom.scale(date)).unwrap_or_default();
        let face = match moment.what {
            MomentKind::Blank(_) => Role::Faint.into(),
            _ => Face { strong: true, ..Role::Heading.into() },
        };
        let mut rich = Rich::new(&format!("{scale:>0$} ", self.margin(moment.zoom)), face);
        rich.push(mark, if mark == self.glyphs.named { Role::Accent } else { Role::Faint });
        rich.push(&format!("{} ", self.lane(moment.lane)), Role::Faint);
        rich
    }

    /// What goes on below a row: the axis, and what lasts beside it; `width` columns.
    fn below(&self, moment: &Moment, width: usize) -> Rich {
        let lane = match moment.lane {
            Lane::Free | Lane::Ends => Lane::Free,
            Lane::Begins | Lane::Lasts | Lane::Joins => Lane::Lasts,
        };
        let margin = " ".repeat(self.margin(moment.zoom));
        let words = format!("{margin} {}{}", self.glyphs.axis, self.lane(lane));
        Rich::new(&format!("{words:width$}"), Role::Faint)
    }

    fn lane(&self, lane: Lane) -> &'static str {
        let [begins, lasts, ends, joins] = self.glyphs.lane;
        match lane {
            Lane::Free => " ",
            Lane::Begins => begins,
            Lane::Lasts => lasts,
            Lane::Ends => ends,
            Lane::Joins => joins,
        }
    }
}

pub(super) fn sheet(element: Element) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.push(element);
    sheet
}

/// `to 25 August, 3 weeks`; the year is said if it is another.
pub(super) fn lasted(period: Period) -> Option<String> {
    let end = period.end.filter(|end| *end != period.start)?;
    let until = match (end.day, end.month_name()) {
        _ if end.is_vague() => end.to_string(),
        (Some(day), Some(month)) if end.year == period.start.year => format!("{day} {month}"),
        (None, Some(month)) if end.year == period.start.year => month.to_owned(),
        _ => end.to_string(),
    };
    Some(words::until(&until, &length(period.start, end)))
}
