//! What the terminal has, by its name.

mod detect;
mod set;
mod table;

pub use set::Capabilities;
