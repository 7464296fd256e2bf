//! How many rows a pane scrolls at once.

use toml::de::DeValue;

use super::faults::ConfigFaults;
use super::sentences;
use super::value::{TomlValue, what_is};

/// What it is called, above all sections: as in vim.
pub(super) const SCROLL_JUMP: &str = "scrolljump";

/// The most rows that can be asked for, which are more than any pane has.
const MOST_ROWS: i16 = 1000;
/// All of the height, in hundredths.
const WHOLE: i16 = 100;

/// A number of rows or, less than 0, of hundredths of a pane's height.
pub(super) fn read(value: &TomlValue, faults: &mut ConfigFaults) -> Option<i16> {
    let number = match value.get_ref() {
        DeValue::Integer(number) => i16::from_str_radix(number.as_str(), number.radix()).ok(),
        DeValue::Float(_) => None,
        other => {
            faults.add(value.span(), sentences::no_number(SCROLL_JUMP, what_is(other)));
            return None;
        }
    };
    let number = number.filter(|number| (-WHOLE..=MOST_ROWS).contains(number) && *number != 0);
    if number.is_none() {
        faults.add(value.span(), sentences::no_scroll_jump(SCROLL_JUMP, MOST_ROWS, WHOLE));
    }
    number
}
