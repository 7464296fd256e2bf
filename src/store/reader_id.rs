//! Whose a row is, in a file that many readers share.

use std::fmt::Write as _;

/// The longest name that anything is kept under, in bytes as it is written here.
const LONGEST: usize = 200;

/// What tells one of many readers of a file from the others, for ever: the fingerprint of a key, or a name.
///
/// It is written in small letters, digits, `-` and `.` alone: it ends where a slash stands, and nothing in it is a
/// pattern to SQL's `LIKE`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReaderId(String);

impl ReaderId {
    /// Of one who has the key of this fingerprint, however that is written: it is compared by letter.
    pub(crate) fn of_key(fingerprint: &str) -> Self {
        Self(format!("key-{}", written(fingerprint)))
    }

    /// Of one who goes by this name; none if nothing can be kept under it, because there is nothing in it or it is
    /// too long.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = written(name);
        (!name.is_empty() && name.len() <= LONGEST).then(|| Self(format!("name-{name}")))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the names of all its rows begin with.
    pub(super) fn prefix(&self) -> String {
        format!("{READER}{}/", self.0)
    }
}

/// What the names begin with that belong to one of many readers. No other home's name does.
const READER: &str = "reader/";

/// What the names of all rows begin with of the reader that `key` belongs to; empty for the only reader of a file.
pub(super) fn prefix_of(key: &str) -> &str {
    let id = key.strip_prefix(READER).and_then(|rest| rest.split_once('/'));
    id.and_then(|(id, _)| key.get(..READER.len() + id.len() + 1)).unwrap_or_default()
}

/// Small letters, digits and `-` as they are, every other byte as `.` and two digits: two words are never written
/// alike, and none leads out of where it stands.
fn written(words: &str) -> String {
    let mut written = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => written.push(char::from(byte)),
            // Writing to a string cannot fail.
            other => _ = write!(written, ".{other:02x}"),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_so_that_it_leads_nowhere() {
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(ReaderId::of_name(name).as_ref().map(ReaderId::as_str), expected, "{name}");
        };
        check("kim", Some("name-kim"));
        check("Kim", Some("name-.4bim"));
        check("../x_%", Some("name-.2e.2e.2fx.5f.25"));
        check("김", Some("name-.ea.b9.80"));
        check("", None);
        check(&"a".repeat(201), None);
        assert_eq!(ReaderId::of_key("SHA256:aB/+").as_str(), "key-.53.48.41256.3aa.42.2f.2b");
    }

    #[test]
    fn a_row_says_whose_it_is() {
        let id = ReaderId::of_name("kim").unwrap();
        assert_eq!(prefix_of(&format!("{}bundled/x", id.prefix())), "reader/name-kim/");
        for key in ["bundled/x", "/home/kim/reader/a/b", "reader", "reader/kim", ""] {
            assert_eq!(prefix_of(key), "", "{key}");
        }
    }
}
