//! Words as Markdown that says exactly these words.
//!
//! A briefing's text is data: whatever is written in it, an asterisk, a bracket, an HTML tag or
//! an address stays what it is. That holds for CommonMark and for the extensions that are in
//! wide use: tables, strike-through, footnotes, mathematics, addresses that become links.

use crate::base::cut;

/// What is markup wherever it stands.
const ANYWHERE: [char; 16] =
    ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '$', '{', '}', '#', '^'];
/// What is markup at the beginning of a line.
const AT_START: [char; 4] = ['+', '-', '=', ':'];

/// `words`, which have no line break in them, escaped. `start` tells that they begin a line.
pub(super) fn words(words: &str, start: bool) -> String {
    let words = if start { words.trim_start_matches([' ', '\t']) } else { words };
    let mut out = String::with_capacity(words.len() + 8);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in words.char_indices() {
        let rest = cut(words, at..);
        let begins = start && at == 0 && AT_START.contains(&c);
        let numbers = start && digits > 0 && at == digits && matches!(c, '.' | ')');
        if ANYWHERE.contains(&c) || begins || numbers || begins_address(rest, &out) {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// Whether what comes makes an address of the words before it, for a program that looks for
/// addresses in prose: `https` and `://`, `www` and a full stop.
fn begins_address(rest: &str, before: &str) -> bool {
    let www = || {
        let tail = before.len().checked_sub(3).and_then(|at| before.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
    };
    rest.starts_with("://") || (rest.starts_with('.') && www())
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
    let mut out = String::from("<");
    for c in address.chars() {
        match c {
            '<' | '>' | '\\' | '&' => out.extend(['\\', c]),
            '\n' => out.push_str("%0A"),
            c => out.push(c),
        }
    }
    out.push('>');
    let bare = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '\\' | '&' | '(' | ')');
    if !address.is_empty() && address.chars().all(bare) { address.to_owned() } else { out }
}

/// `address` as a link that shows itself.
pub(super) fn address(address: &str) -> String {
    if address.contains(|c: char| matches!(c, '<' | '>') || c.is_whitespace()) {
        return format!("[{}]({})", words(address, false), destination(address));
    }
    format!("<{address}>")
}
