//! Bytes of a terminal, in random pieces with random pauses. The input begins with how they are cut: a byte
//! that is the length of a piece, and one for the pause before it, up to a first zero.
//!
//! No bytes make a key of a control character, nothing that has no end takes memory, the parser is at rest
//! after its deadline, and without pauses the same bytes are the same in any pieces.

#![no_main]

use std::time::{Duration, Instant};

use attache::command::Code;
use attache::runtime::keys::{Input, KeyParser};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let at = data.iter().position(|byte| *byte == 0).unwrap_or(data.len());
    let (cuts, bytes) = data.split_at(at);
    let bytes = bytes.get(1..).unwrap_or_default();
    check(&heard(cuts, bytes, 16), bytes);
    assert_eq!(heard(cuts, bytes, 0), heard(&[], bytes, 0), "in other pieces");
});

/// What is heard of the bytes in pieces, and of the silence after them; a pause is its byte times `unit`
/// milliseconds.
fn heard(cuts: &[u8], bytes: &[u8], unit: u64) -> Vec<Input> {
    let mut now = Instant::now();
    let mut parser = KeyParser::default();
    let mut heard = Vec::new();
    let mut rest = bytes;
    for cut in cuts.chunks_exact(2) {
        let (piece, after) = rest.split_at(usize::from(cut[0]).min(rest.len()));
        let then = now + Duration::from_millis(u64::from(cut[1]) * unit);
        if let Some(deadline) = parser.deadline().filter(|deadline| *deadline < then) {
            heard.extend(parser.expire(deadline));
            assert_eq!(parser.deadline(), None);
        }
        now = then;
        heard.extend(parser.feed(piece, now));
        rest = after;
    }
    heard.extend(parser.feed(rest, now));
    if let Some(deadline) = parser.deadline() {
        heard.extend(parser.expire(deadline));
    }
    assert_eq!(parser.deadline(), None, "at rest after its deadline");
    heard
}

fn check(inputs: &[Input], bytes: &[u8]) {
    assert!(inputs.len() <= bytes.len(), "each takes a byte at least");
    for input in inputs {
        match input {
            Input::Key(key) => match key.code {
                Code::Char(c) => assert!(!c.is_control() && !key.shift, "{key:?}"),
                _ => assert_eq!(key.to_string().parse().ok(), Some(*key)),
            },
            // Each byte that is no UTF-8 is shown by a mark of three.
            Input::Paste(words) => assert!(words.len() <= 3 * bytes.len()),
            Input::Reply(_) => {}
        }
    }
}
