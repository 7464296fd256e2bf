//! Interner by number, so that a slot is small and compared fast.

use std::collections::HashMap;
use std::sync::Arc;

/// The texts that are too long for a slot: symbols of many characters, and addresses.
#[derive(Debug, Default)]
pub(super) struct Interner {
    all: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
}

/// How many are kept before all are forgotten, with what the terminal shows. A briefing has some tens.
const MANY: usize = 4096;

impl Interner {
    /// The number of a text: the same for the same text, until [`Interner::clear`].
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let (text, number): (Arc<str>, _) =
            (text.into(), u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    /// The text of a number; empty if there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        let text = usize::try_from(number).ok().and_then(|number| self.all.get(number));
        text.map_or("", |text| text)
    }

    /// Whether there are so many that it is time to begin anew.
    pub(super) fn is_full(&self) -> bool {
        self.all.len() > MANY
    }

    /// Forgets all; no number means anything any more.
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.numbers.clear();
    }
}
