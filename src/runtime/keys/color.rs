//! Colours as a terminal says them.

/// Red, green and blue from 0 to 255, of one of the forms of `XParseColor(3)`: `rgb:ffff/ffff/ffff` and
/// `#ffffff`, with one to four digits for each, or `rgba:`, whose fourth part says nothing here.
pub(super) fn parse(words: &str) -> Option<(u8, u8, u8)> {
    if let Some(digits) = words.strip_prefix('#') {
        let each = digits.len() / 3;
        let part = |at: usize| scaled(digits.get(at * each..(at + 1) * each)?);
        return (digits.len() % 3 == 0).then_some((part(0)?, part(1)?, part(2)?));
    }
    let (space, parts) = words.split_once(':')?;
    let parts: Vec<u8> = parts.split('/').map(scaled).collect::<Option<_>>()?;
    match (space, parts.as_slice()) {
        ("rgb", [r, g, b]) | ("rgba", [r, g, b, _]) => Some((*r, *g, *b)),
        _ => None,
    }
}

/// One to four hexadecimal digits, of which the greatest number is 255.
fn scaled(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from((value * 255 + most / 2) / most).ok()
}
