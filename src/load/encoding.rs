//! In what a file is written that is no UTF-8.

use memchr::memchr_iter;

/// How many bytes are looked at for where the NULs stand.
const HEAD: usize = 4096;
/// A file with more NULs is no text.
const NULS: usize = 8;

/// Another encoding than UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf16,
    Utf32,
    /// None: so many bytes are NUL.
    Binary(usize),
}

/// The encoding of a file that begins with, or is, `bytes`; `None` if that may be UTF-8, or one that only
/// adds letters to ASCII.
pub(super) fn of(bytes: &[u8]) -> Option<Encoding> {
    for (mark, encoding) in [
        (&b"\xFF\xFE\0\0"[..], Encoding::Utf32),
        (b"\0\0\xFE\xFF", Encoding::Utf32),
        (b"\xFF\xFE", Encoding::Utf16),
        (b"\xFE\xFF", Encoding::Utf16),
    ] {
        if bytes.starts_with(mark) {
            return Some(encoding);
        }
    }
    let all = memchr_iter(0, bytes).count();
    if all == 0 {
        return None;
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let mut places = [0; 4];
    for at in memchr_iter(0, head) {
        if let Some(count) = places.get_mut(at % 4) {
            *count += 1;
        }
    }
    let units = head.len() / 4;
    let most = |count: &&usize| **count * 10 > units * 9;
    let [a, b, c, d] = places;
    if units > 1 && places.iter().filter(most).count() >= 2 && (a + b + c + d) * 2 > head.len() {
        return Some(Encoding::Utf32);
    }
    // Signs and line ends of ASCII are in every file, and all have their NUL on the same side.
    let (even, odd) = (a + c, b + d);
    let is_one_sided = even == 0 || odd == 0;
    // One alone may have come into any file.
    if is_one_sided && even + odd > 1 && (even + odd) * 20 > head.len() {
        return Some(Encoding::Utf16);
    }
    (all > NULS).then_some(Encoding::Binary(all))
}

#[cfg(test)]
mod tests {
    use super::{Encoding, of};

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<Encoding>) {
        assert_eq!(of(bytes), expected);
    }

    #[test]
    fn each_by_its_marks_or_its_nuls() {
        for text in ["format: 1\ntitle: T\n", "# 조약의 본문\nformat: 1\ntitle: 평양\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            check(&little, Some(Encoding::Utf16));
            check(&big, Some(Encoding::Utf16));
            check(&[b"\xFF\xFE", &*little].concat(), Some(Encoding::Utf16));
            check(&[b"\xFE\xFF", &*big].concat(), Some(Encoding::Utf16));
            let wide: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            check(&wide, Some(Encoding::Utf32));
            check(text.as_bytes(), None);
        }
        check(b"title: a\0b\n", None);
        check(&b"ab\0c\0\0de".repeat(9), Some(Encoding::Binary(27)));
        check(b"caf\xE9", None);
        check(b"", None);
    }
}
