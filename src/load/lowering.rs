//! What lowering needs to know: the file at hand, and every address of the briefing.

use std::ops::{Deref, DerefMut, Range};

use super::addresses::Addresses;
use super::decode::Decoder;
use crate::diagnostic::File;

/// A [`Decoder`] that can also tell what a reference leads to.
pub(super) struct Lowering<'c> {
    pub(super) decoder: Decoder<'c>,
    pub(super) addresses: &'c Addresses,
    /// All files: a reference may lead to another one than that at hand.
    pub(super) files: &'c [File],
    /// What makes a list of the text that is read, if it is a paragraph and looks like one.
    pub(super) as_list: Option<Vec<(Range<usize>, String)>>,
}

impl<'c> Deref for Lowering<'c> {
    type Target = Decoder<'c>;

    fn deref(&self) -> &Decoder<'c> {
        &self.decoder
    }
}

impl<'c> DerefMut for Lowering<'c> {
    fn deref_mut(&mut self) -> &mut Decoder<'c> {
        &mut self.decoder
    }
}
