//! What every layer stands on: rules about text and time that know nothing of a briefing.

mod address;
mod calendar;
mod count;
mod cut;
mod sentence;
mod system;
mod visible;

pub(crate) use address::encoded;
pub use calendar::{day, moment};
pub(crate) use calendar::{day_number, days_in_month};
pub(crate) use count::{count, plural};
pub(crate) use cut::cut;
pub use sentence::sentence;
pub(crate) use system::why;
pub use visible::{Hazard, hazard, visible};
pub(crate) use visible::{drives, stand_in, visible_line};
