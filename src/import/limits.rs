//! How much is read of what is imported, in bytes.

use super::kind::is_packed;

/// Of a file that is text itself.
pub(super) const FILE: usize = 16 << 20;
/// Of a DOCX or an EPUB, whose pictures count and are not read.
const PACKED: usize = 128 << 20;
/// Of all files together.
pub(crate) const TOGETHER: usize = 256 << 20;

/// How many bytes a file may have that begins with `beginning`.
pub(crate) fn most_bytes(beginning: &[u8]) -> usize {
    if is_packed(beginning) { PACKED } else { FILE }
}
