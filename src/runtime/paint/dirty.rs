//! Which columns of a row must be written.

use super::slot::Slot;

/// For each column, whether it must be written to turn the row `old` into `new`.
///
/// Writing over half a wide symbol makes the terminal blank the other half. That needs no care here:
/// a column that a symbol covers equals only a column covered in the same way, so where an old symbol
/// gives way all its columns either differ or are covered by the new symbol that is written.
/// Nor does a cluster that terminals draw in different widths: it covers the most that any of them takes.
pub(super) fn columns(old: &[Slot], new: &[Slot]) -> Vec<bool> {
    old.iter().zip(new).map(|(a, b)| a != b).collect()
}
