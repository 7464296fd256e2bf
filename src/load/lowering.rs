//! What lowering needs to know: the file at hand, and every address of the briefing.

use std::ops::{Deref, DerefMut};

use super::addresses::Addresses;
use super::decode::Decoder;

/// A [`Decoder`] that can also tell what a reference leads to.
pub(super) struct Lowering<'c> {
    pub(super) decoder: Decoder<'c>,
    pub(super) addresses: &'c Addresses,
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
