//! How light a colour is.

/// How light a colour is, from 0 to 1 (WCAG 2, relative luminance).
pub(super) fn luminance(parts: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { power((part + 0.055) / 1.055) }
    };
    let [r, g, b] = parts.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// A number from 0 to 1 to the power of 2.4. The system's own `pow` is one more library to be loaded before the
/// first screen, for nothing else.
fn power(x: f64) -> f64 {
    let square = x * x;
    // The fifth root of the square, x to the power of 0.4, by Newton's way. It comes nearer from above each time.
    let mut root = 1.0_f64;
    for _ in 0..STEPS {
        let fourth = root * root * root * root;
        root -= (root * fourth - square) / (5.0 * fourth);
    }
    square * root
}

/// So many steps are enough for the darkest grey, and leave nothing to see of the others.
const STEPS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_is_the_system_s() {
        for part in 11..=255_u8 {
            let x = (f64::from(part) / 255.0 + 0.055) / 1.055;
            assert!((power(x) - x.powf(2.4)).abs() < 1e-12, "{part}");
        }
    }
}
