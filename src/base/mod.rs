//! What every layer stands on: rules about text and time that know nothing of a briefing.

mod visible;

pub use visible::{Hazard, hazard, visible};
pub(crate) use visible::{drives, stand_in, visible_line};
