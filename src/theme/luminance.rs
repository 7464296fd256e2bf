//! How light a colour is.

/// How light a colour is, from 0 to 1 (WCAG 2, relative luminance).
pub(super) fn luminance(parts: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = parts.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
