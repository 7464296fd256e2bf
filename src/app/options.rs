//! How a reader has the session: glyphs, cues, hyphens, widths.

use crate::model::kept::Preferences;
use crate::text::Glyphs;

use crate::desk::{LARGE_MEASURE, MEASURE, NARROWEST, ScrollJump, WIDE_MEASURE, Zen};

/// What a reader can set for the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is said apart from the others")]
pub struct Options {
    /// The glyphs that the terminal can show.
    pub glyphs: &'static Glyphs,
    /// Whether cues and hints for the teacher are shown; to a class, also what the reader left.
    pub teacher: bool,
    /// Whether words are hyphenated.
    pub hyphens: bool,
    /// The widest line of the narrative, in columns.
    pub measure: usize,
    /// How much is put away.
    pub zen: Zen,
    /// How far a motion by lines scrolls at once, if the reader has said.
    pub(super) scroll_jump: Option<ScrollJump>,
    /// The same, as the line to the terminal asks for it.
    pub(super) line_jump: ScrollJump,
    /// Whether it is heard or felt, a paragraph at a time, and not seen.
    pub(crate) by_ear: bool,
    /// Whether the texts ready to be searched, and the names to go to, are always asked for ([`super::Job`]):
    /// others who read the same have them too.
    pub(super) shares_indexes: bool,
}

impl Options {
    /// The options of a new session, for a terminal that shows UTF-8 or not.
    pub fn new(utf8: bool) -> Self {
        let glyphs = if utf8 { &Glyphs::UNICODE } else { &Glyphs::ASCII };
        let zen = Zen::Off;
        Self {
            glyphs,
            teacher: false,
            hyphens: true,
            measure: MEASURE,
            zen,
            scroll_jump: None,
            line_jump: ScrollJump::ONE,
            by_ear: false,
            shares_indexes: false,
        }
    }

    /// The options of a new session that is told in plain lines.
    pub fn by_ear() -> Self {
        Self { glyphs: &Glyphs::SPOKEN, by_ear: true, ..Self::new(true) }
    }

    /// With as many rows for a motion by lines to scroll at once as the reader has said.
    #[must_use]
    pub fn with_scroll_jump(self, jump: Option<ScrollJump>) -> Self {
        Self { scroll_jump: jump, ..self }
    }

    /// With what is made of a whole briefing asked for, which others who read it have too.
    #[must_use]
    pub fn sharing_indexes(self) -> Self {
        Self { shares_indexes: true, ..self }
    }

    /// The widest line of the narrative as the reader has it now, in columns.
    pub fn measure(&self) -> usize {
        match self.zen {
            Zen::Off => self.measure,
            Zen::Alone => WIDE_MEASURE,
            Zen::Presenter => LARGE_MEASURE,
        }
    }

    /// How far a motion by lines scrolls at once: as the reader has said, else as the line asks for it.
    pub(super) fn jump(&self) -> ScrollJump {
        self.scroll_jump.unwrap_or(self.line_jump)
    }

    /// The line is slow, or is so no longer.
    pub(super) fn take_line(&mut self, is_slow: bool) {
        self.line_jump = if is_slow { ScrollJump::THIRD } else { ScrollJump::ONE };
    }

    /// What of it decides how everything is laid out.
    pub(super) fn for_layout(self) -> Self {
        Self { line_jump: ScrollJump::ONE, ..self }
    }

    /// Takes over how the reader likes to read. What a class is shown is asked for in each session, and
    /// so is the text alone: of these nothing is taken over.
    pub(super) fn take_over(&mut self, settings: &Preferences) {
        if let Some(measure) = settings.measure {
            self.measure = Self::bounded(usize::from(measure));
        }
        self.hyphens = settings.hyphens.unwrap_or(self.hyphens);
    }

    /// Whether one paragraph at a time is shown to a class.
    pub(super) fn presents(&self) -> bool {
        self.zen == Zen::Presenter
    }

    /// Whether what the reader left stays out of sight: it is nothing for a class.
    pub(super) fn hides_own(&self) -> bool {
        self.presents() && !self.teacher
    }

    /// A width of the narrative that a reader can ask for, nearest to `columns`.
    pub(super) fn bounded(columns: usize) -> usize {
        columns.clamp(NARROWEST, MEASURE)
    }

    /// Whether the terminal shows UTF-8.
    pub fn utf8(&self) -> bool {
        *self.glyphs == Glyphs::UNICODE
    }
}
