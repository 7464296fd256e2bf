//! What a terminal may have.

bitflags::bitflags! {
    /// What a terminal has beyond text, weights and a cursor that is sent to a place. A terminal is sent
    /// only what it is known to have. The default is all that draws and that a name can say, and none of the strings (OSC).
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Capabilities: u32 {
        /// It reads UTF-8.
        const UTF8 = 1;
        /// Its font has rules, arrows and marks, and the letters of any script.
        const GLYPHS = 1 << 1;
        /// Colours (SGR 30 to 37).
        const COLOURS = 1 << 2;
        /// Bright colours by a code of their own (SGR 90 to 97); without, they are bold ones.
        const BRIGHT = 1 << 3;
        /// Slanted letters (SGR 3).
        const ITALIC = 1 << 4;
        /// Another screen that the normal one comes back from (DEC private mode 1049).
        const ALTERNATE = 1 << 5;
        /// A cursor that can be hidden (DECTCEM, DEC private mode 25).
        const HIDING = 1 << 6;
        /// A letter in the last column need not begin the next row (DECAWM, DEC private mode 7, reset).
        const MARGIN = 1 << 7;
        /// What is pasted is told from keys (DEC private mode 2004).
        const PASTE = 1 << 8;
        /// A frame is shown at once (DEC private mode 2026). A terminal that reads DEC private modes, and
        /// not this one, passes over it.
        const SYNCHRONIZED = 1 << 9;
        /// Columns can be erased (ECH).
        const ERASING = 1 << 10;
        /// The cursor can be sent to a column or a row alone (CHA, VPA, CNL).
        const DIRECT = 1 << 11;
        /// A region of rows that moves by a row at its edges (DECSTBM with IND and RI).
        const REGION = 1 << 12;
        /// Rows are taken out and put in where the cursor is (DL, IL).
        const LINES = 1 << 13;
        /// A region moves by any number of rows (SU, SD).
        const PANNING = 1 << 14;
        /// It is told where links lead (OSC 8).
        const HYPERLINKS = 1 << 15;
        /// It can be asked to put words on its clipboard (OSC 52).
        const CLIPBOARD = 1 << 16;
        /// It can be asked for its background (OSC 11), and says at least what it is (DA1).
        const BACKGROUND = 1 << 17;
        /// It says that it is there (DSR 5) and what it is (DA1) when it is asked.
        const REPORTS = 1 << 18;
        /// It can be asked whether it knows a mode (DECRQM), and prints nothing of the question if not.
        const MODE_REPORTS = 1 << 19;
        /// Its region may have left and right edges too (DECLRMM, DEC private mode 69; DECSLRM). No name says
        /// so: it is had when the terminal itself has answered that it is.
        const MARGINS = 1 << 20;
    }
}

impl Default for Capabilities {
    fn default() -> Self {
        Self::all() - Self::STRINGS - Self::MARGINS
    }
}

impl Capabilities {
    /// The strings (OSC, ECMA-48 8.3.89): a terminal that does not know one, but knows what a string is,
    /// reads past it.
    pub(super) const STRINGS: Self =
        Self::HYPERLINKS.union(Self::CLIPBOARD).union(Self::BACKGROUND);
}
