//! Any text as names of keys, one a word: what a key is called is read as that key again.

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
