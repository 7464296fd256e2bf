//! What the reader says in words: each sentence is one function of what it names, or a constant.
//!
//! Nothing is put together from pieces elsewhere, so that another language is another set of these.

mod class;
mod finding;
mod footer;
mod idle;
mod keeping;
mod keys;
mod news;
mod views;

use crate::command::Keymap;

pub(super) use class::*;
pub(super) use finding::*;
pub(super) use footer::*;
pub(super) use idle::*;
pub(super) use keeping::*;
pub(super) use keys::*;
pub(super) use news::*;
pub(super) use views::*;

/// A sentence that names keys.
pub(super) type KeyedSentence = fn(&Keymap) -> String;
