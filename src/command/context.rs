//! Where a key is pressed.

/// The place that has the reader's attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The narrative.
    Text,
    /// The articles pane.
    Articles,
    /// The actors pane.
    Actors,
    /// A card over the panes: a peek, a term, who cites an article.
    Card,
    /// A list over the panes: contents, faults, help.
    List,
    /// The list of briefings, with none open.
    Shelf,
}

/// A set of contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contexts(u8);

impl Contexts {
    /// The narrative alone.
    pub const TEXT: Self = Self::of(&[Context::Text]);
    /// The two side panes.
    pub const SIDES: Self = Self::of(&[Context::Articles, Context::Actors]);
    /// The three panes.
    pub const PANES: Self = Self::TEXT.and(Self::SIDES);
    /// Whatever lies over the panes.
    pub const OVERLAYS: Self = Self::of(&[Context::Card, Context::List]);
    /// Everything with a briefing open.
    pub const READING: Self = Self::PANES.and(Self::OVERLAYS);
    /// Everywhere.
    pub const ALL: Self = Self::READING.and(Self::of(&[Context::Shelf]));
    /// The panes and the cards: where links are.
    pub const LINKED: Self = Self::PANES.and(Self::of(&[Context::Card]));

    const fn of(contexts: &[Context]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < contexts.len() {
            bits |= 1 << contexts[at] as u8;
            at += 1;
        }
        Self(bits)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `context` is one of them.
    pub fn has(self, context: Context) -> bool {
        self.0 & (1 << context as u8) != 0
    }
}
