//! How large a client's terminal is, whatever it says.

use crate::desk::Size;

/// What a terminal has that does not say (DEC VT100).
const USUAL: Size = Size { width: 80, height: 24 };
const SMALLEST: Size = Size { width: 20, height: 5 };
const LARGEST: Size = Size { width: 500, height: 200 };

/// The screen of a terminal that says it has so many columns and rows (RFC 4254, 6.2): anything that 32 bits can
/// count, 0 where it does not know.
pub(super) fn screen(columns: u32, rows: u32) -> Size {
    if columns == 0 || rows == 0 {
        return USUAL;
    }
    let within =
        |said: u32, least: u16, most: u16| u16::try_from(said).unwrap_or(most).clamp(least, most);
    Size {
        width: within(columns, SMALLEST.width, LARGEST.width),
        height: within(rows, SMALLEST.height, LARGEST.height),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_is_too_large_or_too_small() {
        let check = |said: (u32, u32), expected: (u16, u16)| {
            let Size { width, height } = screen(said.0, said.1);
            assert_eq!((width, height), expected, "{said:?}");
        };
        check((80, 24), (80, 24));
        check((20, 5), (20, 5));
        check((0, 0), (80, 24));
        check((120, 0), (80, 24));
        check((1, 1), (20, 5));
        check((65_536, 65_537), (500, 200));
        check((u32::MAX, u32::MAX), (500, 200));
        check((u32::MAX, 1), (500, 5));
    }
}
