//! Words as Markdown that says exactly these words.
//!
//! A briefing's text is data: whatever is written in it, an asterisk, a bracket, an HTML tag, stays
//! what it is. That holds for CommonMark and for the extensions that are in wide use: tables,
//! strike-through, footnotes, mathematics. An address that stands in the text is one that can be
//! followed, and it is written without a backslash: whoever copies it gets what works.

use crate::base::{cut, encoded};

use crate::export::bare::{NO_ADDRESS, bare, is_entity, is_www};

/// What is markup wherever it stands.
const ANYWHERE: [char; 16] =
    ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '$', '{', '}', '#', '^'];
/// What is markup at the beginning of a line.
const AT_START: [char; 4] = ['+', '-', '=', ':'];

/// `words`, which have no line break in them, escaped. `start` tells that they begin a line.
pub(super) fn words(words: &str, start: bool) -> String {
    escaped(words, start, false)
}

/// The same inside a link, in which no address can be another.
pub(super) fn label(words: &str, start: bool) -> String {
    escaped(words, start, true)
}

fn escaped(words: &str, start: bool, in_link: bool) -> String {
    let words = if start { words.trim_start_matches([' ', '\t']) } else { words };
    let mut out = String::with_capacity(words.len() + 8);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    // Where the address ends that was written last.
    let mut written = 0;
    for (at, c) in words.char_indices() {
        if at < written {
            continue;
        }
        let in_word = cut(words, ..at).ends_with(char::is_alphanumeric);
        let address = if in_word { None } else { bare(cut(words, at..)) };
        if let Some(address) = address {
            written = at + address.len();
            if !in_link && !is_www(address) {
                out.extend(["<", address, ">"]);
            } else if is_harmless(address) {
                out.push_str(address);
            } else {
                address.chars().for_each(|c| push(&mut out, c, false));
            }
            continue;
        }
        let begins = start && at == 0 && AT_START.contains(&c);
        let numbers = start && digits > 0 && at == digits && matches!(c, '.' | ')');
        push(&mut out, c, begins || numbers);
    }
    out
}

/// Whether nothing in an address can be taken for markup.
fn is_harmless(address: &str) -> bool {
    let mut before = ' ';
    let mut letters = address.chars().peekable();
    while let Some(c) = letters.next() {
        let follows = letters.peek().is_some_and(|c| c.is_alphanumeric());
        let inside = before.is_alphanumeric() && follows;
        if ANYWHERE.contains(&c) && !matches!(c, '&' | '#') && !(c == '_' && inside) {
            return false;
        }
        before = c;
    }
    true
}

/// Adds a character, escaped if it may be markup.
fn push(out: &mut String, c: char, escaped: bool) {
    if escaped || ANYWHERE.contains(&c) {
        out.push('\\');
    }
    out.push(if c == '\n' { ' ' } else { c });
}

/// `words` as a code span: nothing can be escaped in one, so its fence is longer than any row of
/// backticks in it.
pub(super) fn code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let spaced = words.starts_with(' ') && words.ends_with(' ') && !words.trim().is_empty();
    let pad = if spaced || words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// `address` as the destination of a link.
pub(super) fn destination(address: &str) -> String {
    let bare = |c: char| !matches!(c, '(' | ')');
    let written = uri(address);
    if !written.is_empty() && written.chars().all(bare) { written } else { format!("<{written}>") }
}

/// Whether `words` are an address that is a link as they stand, to this destination.
pub(super) fn leads_to_itself(words: &str, to: &str) -> bool {
    let whole = bare(words) == Some(words) && !is_www(words);
    whole && (destination(words) == to || destination(&format!("mailto:{words}")) == to)
}

/// `address` as a link that shows itself.
pub(super) fn address(address: &str) -> String {
    format!("<{}>", uri(address))
}

/// `address` with everything percent-encoded that would end it.
fn uri(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '&' if is_entity(cut(address, at..)) => out.push_str("&amp;"),
            c if c.is_whitespace() || NO_ADDRESS.contains(&c) => {
                out.push_str(&encoded(c.encode_utf8(&mut [0; 4])));
            }
            c => out.push(c),
        }
    }
    out
}
