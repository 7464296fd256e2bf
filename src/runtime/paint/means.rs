//! What a terminal has for the painter.

/// How a terminal moves rows, within a region of rows that it was given (DECSTBM).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrolling {
    /// By any number at once, wherever the cursor is (SU, SD).
    Panning,
    /// By any number at once, where the cursor is (DL, IL).
    Lines,
    /// Row by row, at the edges of the region (LF, RI).
    Index,
}

/// What the painter may use beside SGR, CUP, CUF, CUD, EL and ED. The default is everything but
/// margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "a terminal has each or not, whatever else it has"
)]
pub struct Means {
    /// How rows may be moved by the terminal itself; if not at all, they are written again.
    pub scroll: Option<Scrolling>,
    /// Whether the region may have a left and a right edge too (DECLRMM, DECSLRM), so that columns are moved
    /// and what stands beside them is not.
    pub margins: bool,
    /// Whether a frame is wrapped in a synchronized update, 16 bytes.
    pub synchronized: bool,
    /// Whether columns may be erased (ECH): if not, spaces are written.
    pub erase: bool,
    /// Whether the cursor may be sent to a column, a row or the beginning of a later row alone (CHA, VPA,
    /// CNL): if not, to a place of both (CUP).
    pub direct: bool,
}

impl Default for Means {
    fn default() -> Self {
        Self {
            scroll: Some(Scrolling::Panning),
            margins: false,
            synchronized: true,
            erase: true,
            direct: true,
        }
    }
}
