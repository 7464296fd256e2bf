//! Which columns of a row must be written.

use super::slot::Slot;

/// For each column, whether it must be written to turn the row `old` into `new`.
///
/// Writing over half a wide symbol makes the terminal blank the other half. That needs no care here:
/// a column that a symbol covers equals only a column covered in the same way, so where an old symbol
/// gives way all its columns either differ or are covered by the new symbol that is written.
///
/// But a cluster that some terminal draws wider than we count spoils the columns after it.
pub(super) fn columns(old: &[Slot], new: &[Slot]) -> Vec<bool> {
    let mut dirty: Vec<bool> = old.iter().zip(new).map(|(a, b)| a != b).collect();
    // From left to right, so that a cluster which is rewritten because it was spoiled spoils in turn.
    for (x, slot) in new.iter().enumerate() {
        if dirty.get(x) != Some(&true) {
            continue;
        }
        if let Some(most) = slot.disputed() {
            dirty.iter_mut().take(x + most).skip(x).for_each(|column| *column = true);
        }
    }
    dirty
}
