//! Briefings as documents: plain text from the same sheets that the panes draw, Markdown and
//! JSON from the model, whose structure they keep. And what a reader left in one, in each of them.

mod annotations;
mod bare;
mod edition;
mod json;
mod markdown;
mod plain;
mod reference;
mod words;

pub use annotations::AnnotationList;
pub use edition::{Audience, Edition, Part, Portion};
pub use json::json;
pub(crate) use json::json_annotations;
pub use markdown::Markdown;
pub(crate) use plain::print_annotations;
pub use plain::{Plain, print};
