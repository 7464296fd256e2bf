//! What every layer stands on: rules about text and time that know nothing of a briefing.

mod address;
mod calendar;
mod cluster;
mod count;
mod cut;
mod numerals;
mod quoted;
mod sentence;
mod shortened;
mod suggest;
mod system;
mod unseen;
mod unspaced;
mod visible;

pub(crate) use address::{decoded, encoded};
pub use calendar::{day, moment};
pub(crate) use calendar::{day_number, days_in_month};
pub(crate) use cluster::{cluster_columns, is_disputed};
pub(crate) use count::{count, in_threes, plural};
pub(crate) use cut::cut;
pub(crate) use numerals::{
    PUT_IN, chinese, circled, digit, in_chinese, in_circle, in_digits, in_roman, is_chinese, roman,
};
pub(crate) use quoted::short;
pub use sentence::sentence;
pub(crate) use shortened::shortened;
pub(crate) use suggest::Suggest;
pub(crate) use system::why;
pub(crate) use unseen::is_unseen;
pub(crate) use unspaced::{word_bounds, word_breaks};
pub(crate) use visible::{
    CLUSTER, Unshown, Why, drives, marks, stand_in, stood_in, unseen, visible_line, visible_part,
    without,
};
pub use visible::{Hazard, hazard, visible};
