//! Places in a briefing, as positions that were checked when it was built.

/// Declares a position in one of the briefing's lists.
macro_rules! ix {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The position of the `at`-th item, counted from 0.
            pub fn new(at: usize) -> Self {
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }

            /// The position, counted from 0.
            pub fn get(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ix! {
    /// A section, in the order of reading.
    SectionIx,
    /// A treaty or another legal text.
    InstrumentIx,
    /// A person, a state, a body.
    ActorIx,
    /// An entry of the glossary.
    TermIx,
    /// An event of the timeline, in the order of the file.
    EventIx,
    /// A source.
    SourceIx,
}

/// An article of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx {
    /// The instrument that it stands in.
    pub instrument: InstrumentIx,
    number: u32,
}

impl ArticleIx {
    /// The `at`-th article of `instrument`, counted from 0.
    pub fn new(instrument: InstrumentIx, at: usize) -> Self {
        Self { instrument, number: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    /// The position among the instrument's articles, counted from 0.
    pub fn get(self) -> usize {
        self.number as usize
    }
}

/// A block of a section: what a reader's place is, and what a citation points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockIx {
    /// The section that it stands in.
    pub section: SectionIx,
    block: u32,
}

impl BlockIx {
    /// The `at`-th block of `section`, counted from 0.
    pub fn new(section: SectionIx, at: usize) -> Self {
        Self { section, block: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    /// The position among the section's blocks, headings included, counted from 0.
    pub fn get(self) -> usize {
        self.block as usize
    }
}
