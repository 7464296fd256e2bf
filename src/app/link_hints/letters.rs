//! Which letters stand on which link.

/// The letters, those under the fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// The letters of `number` links: one for as many as may have one, from the first on, and more for the
/// rest. None begins with another's.
pub(super) fn letters(number: usize) -> Vec<String> {
    let mut short: Vec<String> = LETTERS.chars().map(String::from).collect();
    let mut long = Vec::new();
    while short.len() + long.len() < number {
        match short.pop() {
            // What begins many is no link's own any more.
            Some(first) => long.extend(LETTERS.chars().map(|next| format!("{first}{next}"))),
            None => short = std::mem::take(&mut long),
        }
    }
    short.append(&mut long);
    short.truncate(number);
    short
}
