//! The timeline's rows: events, and between them the ends of those that lasted, what is blank or
//! left out, and the date that the briefing was true of.

use std::collections::HashSet;

use super::super::Scene;
use crate::model::{Briefing, Date, EventIx, Target};
use crate::text::{Decade, Lane, Moment, MomentKind, Zoom};

/// So many decades, years or months without events have a row each; more are left out.
const BLANKS: i64 = 2;

/// Where something stands in time: a year, a month, a day, and a rank among equals.
type AxisOrder = (i32, u8, u8, u8);

/// The rank of the end of what lasted: after what happened on that day.
const END: u8 = 1;
/// The rank of the briefing's date: after all that is of that date.
const NOW: u8 = 2;

/// The beginning of a date: a year of which no more is known comes before all that is in it.
fn beginning(date: Date) -> AxisOrder {
    let (year, month, day) = date.place();
    (year, month, day, 0)
}

/// The end of a date: a year of which no more is known comes after all that is in it.
fn ending(date: Date, rank: u8) -> AxisOrder {
    (date.last_year(), date.month.unwrap_or(13), date.day.unwrap_or(32), rank)
}

/// Something on the axis: where it stands, what it is, its date.
type AxisPoint = (AxisOrder, MomentKind, Date);

/// The rows for `events`, which are in order.
pub(super) fn rows(events: &[EventIx], zoom: Zoom, scene: &Scene) -> Vec<Moment> {
    let briefing = scene.setting.briefing;
    let here = cited_here(scene);
    let is_later = |at: &EventIx| {
        let date = beginning(briefing.event(*at).date.start);
        briefing.date.is_some_and(|now| date > ending(now, NOW))
    };
    let mut points = match zoom {
        Zoom::Decade => decades(events, briefing, &here, is_later),
        Zoom::Year | Zoom::Month => happenings(events, briefing, &here, zoom),
    };
    if let Some(now) = briefing.date {
        let later = events.iter().copied().filter(|at| is_later(at)).count();
        points.push((ending(now, NOW), MomentKind::Now(now, later), now));
    }
    points.sort_by_key(|(place, ..)| *place);
    let mut axis = Axis { zoom, rows: Vec::new(), before: None, lasting: 0 };
    for (_, what, date) in points {
        let lasts = matches!(what, MomentKind::Event(at, _) if lasts(briefing, at, zoom));
        axis.point(what, date, lasts);
    }
    axis.rows
}

fn cited_here(scene: &Scene) -> HashSet<EventIx> {
    let index = scene.setting.briefing.index();
    let cites = scene.focus.map_or(&[][..], |at| index.cites(at));
    let event = |target: &Target| match target {
        Target::Event(at) => Some(*at),
        _ => None,
    };
    cites.iter().filter_map(event).collect()
}

/// The events, and the ends of those that lasted.
fn happenings(
    events: &[EventIx],
    briefing: &Briefing,
    here: &HashSet<EventIx>,
    zoom: Zoom,
) -> Vec<AxisPoint> {
    let begun = events.iter().map(|at| {
        let date = briefing.event(*at).date.start;
        (beginning(date), MomentKind::Event(*at, here.contains(at)), date)
    });
    let ended = events.iter().filter(|at| lasts(briefing, **at, zoom)).filter_map(|at| {
        let date = briefing.event(*at).date.end?;
        Some((ending(date, END), MomentKind::End(*at), date))
    });
    begun.chain(ended).collect()
}

/// Whether an event lasted into another year; looked at closely, into another month.
fn lasts(briefing: &Briefing, at: EventIx, zoom: Zoom) -> bool {
    let period = briefing.event(at).date;
    period.end.is_some_and(|end| {
        let months = period.start.month.zip(end.month);
        let other_month = zoom == Zoom::Month && months.is_some_and(|(one, two)| one != two);
        end.year != period.start.year || other_month
    })
}

/// The events by decade, that of the briefing's date in two parts: what came later is apart.
fn decades(
    events: &[EventIx],
    briefing: &Briefing,
    here: &HashSet<EventIx>,
    is_later: impl Fn(&EventIx) -> bool,
) -> Vec<AxisPoint> {
    let year = |at: &EventIx| first_of(decade(briefing.event(*at).date.start.year));
    let groups: Vec<&[EventIx]> = events
        .chunk_by(|one, two| year(one) == year(two) && is_later(one) == is_later(two))
        .collect();
    let most = groups.iter().map(|group| group.len()).max().unwrap_or(0);
    let point = |group: &[EventIx]| {
        let first = group.first()?;
        let decade = Decade {
            year: year(first),
            events: group.into(),
            most,
            here: group.iter().any(|at| here.contains(at)),
        };
        let date = briefing.event(*first).date.start;
        Some((beginning(date), MomentKind::Decade(decade), date))
    };
    groups.into_iter().filter_map(point).collect()
}

/// Makes rows of points, one after another.
struct Axis {
    zoom: Zoom,
    rows: Vec<Moment>,
    /// The date of the row before.
    before: Option<Date>,
    /// How many events last here.
    lasting: usize,
}

impl Axis {
    fn point(&mut self, what: MomentKind, date: Date, lasts: bool) {
        if let Some(before) = self.before {
            self.time(before, date);
        }
        let is_now = matches!(what, MomentKind::Now(..));
        let beside = self.lasting > 0;
        let lane = match &what {
            MomentKind::Event(..) if lasts => {
                self.lasting += 1;
                if beside { Lane::Joins } else { Lane::Begins }
            }
            MomentKind::End(_) => {
                self.lasting = self.lasting.saturating_sub(1);
                if self.lasting > 0 { Lane::Joins } else { Lane::Ends }
            }
            _ => self.lane(),
        };
        let same = self.before.is_some_and(|before| self.is_same(before, date));
        let is_first = !is_now && (!same || self.follows_now());
        self.rows.push(Moment { what, zoom: self.zoom, is_first, lane });
        self.before = Some(date);
    }

    /// Whether the row before is the briefing's date, after which the margin says again where one is.
    fn follows_now(&self) -> bool {
        self.rows.last().is_some_and(|row| matches!(row.what, MomentKind::Now(..)))
    }

    /// The time between two dates: rows for what is blank, or one that says how long it is.
    fn time(&mut self, from: Date, to: Date) {
        // A year of which the month is not known has no blank months in it.
        let first = self.number(from, 12) + 1;
        let last = self.number(to, 1);
        let blanks = last - first;
        let lane = self.lane();
        let row = |what, is_first| Moment { what, zoom: self.zoom, is_first, lane };
        if blanks > BLANKS {
            self.rows.push(row(MomentKind::Gap(from, to), false));
        } else if blanks > 0 {
            let dates = (first..last).filter_map(|number| self.date(number));
            let rows: Vec<Moment> = dates.map(|date| row(MomentKind::Blank(date), true)).collect();
            self.rows.extend(rows);
        }
    }

    /// Whether the margin says the same of two dates.
    fn is_same(&self, one: Date, two: Date) -> bool {
        let both = one.month.is_some() == two.month.is_some();
        self.number(one, 1) == self.number(two, 1) && (both || self.zoom != Zoom::Month)
    }

    fn lane(&self) -> Lane {
        if self.lasting > 0 { Lane::Lasts } else { Lane::Free }
    }

    /// The number of a date's decade, year or month, counted from that of the year 0; `month`
    /// stands for one that is not known.
    fn number(&self, date: Date, month: u8) -> i64 {
        let year = i64::from(date.year);
        match self.zoom {
            Zoom::Decade => decade(date.year).into(),
            Zoom::Year => year,
            Zoom::Month => {
                let known = Some(date.place().1).filter(|month| *month > 0);
                year * 12 + i64::from(known.unwrap_or(month)) - 1
            }
        }
    }

    /// The decade, year or month of a number.
    fn date(&self, number: i64) -> Option<Date> {
        let (year, month) = match self.zoom {
            Zoom::Decade => (first_of(i32::try_from(number).ok()?).into(), None),
            Zoom::Year => (number, None),
            Zoom::Month => (number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).ok()),
        };
        Some(Date { month, ..Date::of_year(i32::try_from(year).ok()?) })
    }
}

/// The number of a year's decade, from 0 on; of those before our era, as they are counted there, from -1 back:
/// 9 to 1 BC, 19 to 10 BC.
fn decade(year: i32) -> i32 {
    if year > 0 { year / 10 } else { -1 - (1 - year) / 10 }
}

/// The first year of a decade.
fn first_of(decade: i32) -> i32 {
    if decade >= 0 { (decade * 10).max(1) } else { 1 - ((-1 - decade) * 10 + 9) }
}

/// The row that the cursor begins at: that of the event `held`, or the first after it; else the
/// first that the paragraph in focus cites; else the last before the briefing's date.
pub(super) fn begin(rows: &[Moment], held: Option<EventIx>, briefing: &Briefing) -> usize {
    let shows = |row: &Moment| row.event().is_some();
    if let Some(event) = held.and_then(|at| briefing.events.get(at.get())) {
        let date = |row: &Moment| row.event().map(|at| briefing.event(at).date);
        let is_held = |row: &Moment| row.event() == held;
        let begins = |row: &Moment| date(row).is_some_and(|date| date <= event.date);
        let holds = |row: &Moment| matches!(row.what, MomentKind::Decade(_)) && begins(row);
        let follows = |row: &Moment| date(row).is_some_and(|date| date >= event.date);
        let found = rows.iter().position(is_held).or_else(|| rows.iter().rposition(holds));
        let near = || rows.iter().position(follows).or_else(|| rows.iter().rposition(shows));
        return found.or_else(near).unwrap_or(0);
    }
    let is_cited = |row: &Moment| match &row.what {
        MomentKind::Event(_, here) => *here,
        MomentKind::Decade(decade) => decade.here,
        _ => false,
    };
    let now = rows.iter().position(|row| matches!(row.what, MomentKind::Now(..)));
    let before = || rows.iter().take(now?).rposition(shows);
    rows.iter().position(is_cited).or_else(before).unwrap_or(0)
}
