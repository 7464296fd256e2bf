//! What every layer stands on: rules about text and time that know nothing of a briefing.

mod calendar;
mod cut;
mod sentence;
mod visible;

pub use calendar::{day, moment};
pub(crate) use calendar::{day_number, days_in_month};
pub(crate) use cut::cut;
pub use sentence::sentence;
pub use visible::{Hazard, hazard, visible};
pub(crate) use visible::{drives, stand_in, visible_line};
