//! Where a key is pressed.

/// Declares the contexts, and the list of all of them.
macro_rules! contexts {
    ($($(#[$about:meta])* $context:ident,)*) => {
        /// The place that has the reader's attention.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Context { $($(#[$about])* $context),* }

        impl Context {
            /// Every context.
            pub const ALL: &[Self] = &[$(Self::$context),*];
        }
    };
}

contexts! {
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
    /// The title page.
    Title,
    /// Articles beside each other.
    Compare,
    /// An instrument that is read through.
    Instrument,
    /// What came when.
    Timeline,
    /// Who stands where.
    Matrix,
    /// Who stands how to whom.
    Relations,
    /// What a section rests on.
    Evidence,
    /// Questions for the class.
    Class,
    /// Bookmarks, highlights and notes.
    Marks,
    /// What a search found.
    Results,
    /// Words of a paragraph or a card, while they are being chosen.
    Visual,
    /// Anywhere, while letters stand on the links.
    LinkHints,
    /// A line that is being written.
    Prompt,
}

/// A set has a bit for each context.
const _: () = assert!(Context::ALL.len() <= u64::BITS as usize, "more contexts than bits");

/// A set of contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contexts(u64);

impl Contexts {
    /// The narrative alone.
    pub(crate) const TEXT: Self = Self::of(&[Context::Text]);
    /// The two side panes.
    pub(crate) const SIDES: Self = Self::of(&[Context::Articles, Context::Actors]);
    /// The three panes.
    pub(crate) const PANES: Self = Self::TEXT.and(Self::SIDES);
    /// The panes, and the view that goes section by section with them.
    pub(crate) const SECTIONS: Self = Self::PANES.and(Self::of(&[Context::Evidence]));
    /// What lies over the panes in a frame.
    pub(crate) const FRAMES: Self =
        Self::of(&[Context::Card, Context::List, Context::Marks, Context::Results]);
    /// The views that take the whole screen.
    pub(crate) const VIEWS: Self = Self::of(&[
        Context::Title,
        Context::Compare,
        Context::Instrument,
        Context::Timeline,
        Context::Matrix,
        Context::Relations,
        Context::Evidence,
        Context::Class,
    ]);
    /// The articles side by side.
    pub(crate) const COMPARE: Self = Self::of(&[Context::Compare]);
    /// The articles pane.
    pub(crate) const ARTICLES: Self = Self::of(&[Context::Articles]);
    /// An instrument that is read through.
    pub(crate) const INSTRUMENT: Self = Self::of(&[Context::Instrument]);
    /// The timeline.
    pub(crate) const TIMELINE: Self = Self::of(&[Context::Timeline]);
    /// The matrix.
    pub(crate) const MATRIX: Self = Self::of(&[Context::Matrix]);
    /// The class's screens.
    pub(crate) const CLASS: Self = Self::of(&[Context::Class]);
    /// The views that have another side to turn to.
    pub(crate) const TURNING: Self =
        Self::of(&[Context::Matrix, Context::Relations, Context::Class]);
    /// The views that show only what concerns somebody or something, if asked to.
    pub(crate) const FILTERED: Self = Self::of(&[Context::Timeline]);
    /// Where text is set, and its width can be.
    pub(crate) const TEXTUAL: Self = Self::PANES.and(Self::FRAMES).and(Self::INSTRUMENT);
    /// Everything with a briefing open.
    pub(crate) const READING: Self = Self::TEXTUAL.and(Self::VIEWS);
    /// Everywhere but where something is being written.
    pub const ALL: Self = Self::FOLLOWED.and(Self::VISUAL);
    /// Where there is something to close.
    pub(crate) const CLOSED: Self = Self::ALL.and(Self::LINK_HINTS);
    /// Where letters can be put on the links, and away.
    pub(crate) const LETTERED: Self = Self::READING.and(Self::LINK_HINTS);
    /// Where letters stand on the links.
    pub(crate) const LINK_HINTS: Self = Self::of(&[Context::LinkHints]);
    /// Where what is chosen leads somewhere: everywhere but where words are chosen.
    pub(crate) const FOLLOWED: Self = Self::READING.and(Self::of(&[Context::Shelf]));
    /// Words that are being chosen.
    pub(crate) const VISUAL: Self = Self::of(&[Context::Visual]);
    /// Where there are words to choose.
    pub(crate) const SPOKEN: Self =
        Self::PANES.and(Self::of(&[Context::Card])).and(Self::INSTRUMENT).and(Self::VISUAL);
    /// Where something can be bookmarked.
    pub(crate) const BOOKMARKED: Self = Self::PANES.and(Self::INSTRUMENT);
    /// Where words can be highlighted.
    pub(crate) const MARKED: Self = Self::TEXT.and(Self::VISUAL);
    /// Where `/` searches: the timeline has a filter of its own there.
    pub(crate) const SEARCHED: Self = Self::READING.but(Self::TIMELINE);
    /// Where the next match is a key away: the class has its next question there.
    pub(crate) const MATCHED: Self = Self::READING.but(Self::CLASS);
    /// Where the next change is a key away: side by side, more columns are.
    pub(crate) const UNCOMPARED: Self = Self::READING.but(Self::COMPARE);
    /// The list of bookmarks, highlights and notes.
    pub(crate) const MARKS: Self = Self::of(&[Context::Marks]);
    /// Where a note can be written: on what is read, and in the list of notes.
    pub(crate) const NOTED: Self = Self::SPOKEN.and(Self::MARKS);
    /// Where a page is more than a question.
    pub(crate) const PAGED: Self = Self::FOLLOWED.but(Self::CLASS);
    /// Where there are words to take away.
    pub(crate) const COPIED: Self = Self::SPOKEN;
    /// Where links are.
    pub(crate) const LINKED: Self = Self::PANES.and(Self::of(&[
        Context::Card,
        Context::Title,
        Context::Compare,
        Context::Instrument,
        Context::Timeline,
        Context::Relations,
        Context::Evidence,
        Context::Class,
    ]));
    /// Where something is being written.
    pub(crate) const PROMPT: Self = Self::of(&[Context::Prompt]);

    const fn of(contexts: &[Context]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < contexts.len() {
            bits |= 1 << contexts[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn but(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether `context` is the only one.
    pub fn is_only(self, context: Context) -> bool {
        self == Self::of(&[context])
    }

    /// Whether it is one alone.
    pub(crate) fn is_single(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether any is in both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether `context` is one of them.
    pub fn has(self, context: Context) -> bool {
        self.0 & (1 << context as u64) != 0
    }
}
