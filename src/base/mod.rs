//! What every layer stands on: rules about text and time that know nothing of a briefing.

mod cut;
mod sentence;
mod visible;

pub(crate) use cut::cut;
pub use sentence::sentence;
pub use visible::{Hazard, hazard, visible};
pub(crate) use visible::{drives, stand_in, visible_line};
