//! Any text as names of keys, one a word: what a key is called is read as that key again.
//!
//! The bytes of a terminal are read by crossterm, whose parser cannot be called. A parser of our own
//! belongs here, beside the names: no bytes make a key of a control character, and bytes that come
//! in two pieces make the same keys as in one.

#![no_main]

use attache::command::Key;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for name in text.split_whitespace() {
        let Ok(key) = name.parse::<Key>() else { continue };
        assert_eq!(key.to_string().parse().ok(), Some(key), "{name:?}");
        assert!(!key.label(true).is_empty(), "{name:?}");
    }
});
