//! Which columns of a row must be written.

use super::grid::Slot;

/// For each column, whether it must be written to turn the row `old` into `new`.
///
/// More than what differs. Writing over half a wide symbol makes the terminal blank the other half,
/// so a symbol is left alone or rewritten as a whole, the old one and the new one. And a cluster that
/// some terminal draws wider than we count spoils the columns after it.
pub(super) fn columns(old: &[Slot], new: &[Slot]) -> Vec<bool> {
    let mut dirty: Vec<bool> = old.iter().zip(new).map(|(a, b)| a != b).collect();
    // Each pass can only add columns, so this ends; nearly always after the first.
    while [old, new].map(|row| widen(row, &mut dirty)).contains(&true) || spoil(new, &mut dirty) {}
    dirty
}

/// Marks symbols that are marked in part as a whole; whether any column was added.
fn widen(row: &[Slot], dirty: &mut [bool]) -> bool {
    let mut added = false;
    for (x, slot) in row.iter().enumerate().filter(|(_, slot)| slot.span > 1) {
        let Some(columns) = dirty.get_mut(x..x + slot.span) else {
            continue;
        };
        if columns.contains(&true) && columns.contains(&false) {
            columns.fill(true);
            added = true;
        }
    }
    added
}

/// Marks the columns that a written cluster may spoil; whether any was added.
fn spoil(row: &[Slot], dirty: &mut [bool]) -> bool {
    let mut added = false;
    for (x, slot) in row.iter().enumerate() {
        if dirty.get(x) != Some(&true) {
            continue;
        }
        let Some(most) = slot.disputed() else {
            continue;
        };
        let spoiled = dirty.iter_mut().take(x + most).skip(x + slot.span);
        for column in spoiled.filter(|column| !**column) {
            *column = true;
            added = true;
        }
    }
    added
}
