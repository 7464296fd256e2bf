//! Words as Markdown that says exactly these words.
//!
//! A briefing's text is data: whatever is written in it, an asterisk, a bracket, an HTML tag, stays
//! what it is. That holds for CommonMark and for the extensions that are in wide use: tables,
//! strike-through, footnotes, mathematics. An address that stands in the text is one that can be
//! followed, and it is written without a backslash: whoever copies it gets what works.

use crate::base::{cut, encoded};

/// What is markup wherever it stands.
const ANYWHERE: [char; 16] =
    ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '$', '{', '}', '#', '^'];
/// What is markup at the beginning of a line.
const AT_START: [char; 4] = ['+', '-', '=', ':'];
/// What no URI may have in it (RFC 3986), and would end one in the text.
const NO_ADDRESS: [char; 9] = ['<', '>', '"', '`', '\\', '|', '^', '{', '}'];
/// How the addresses begin that are taken for such.
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "mailto:"];

/// `words`, which have no line break in them, escaped. `start` tells that they begin a line.
pub(super) fn words(words: &str, start: bool) -> String {
    escaped(words, start, true)
}

/// The same inside a link, in which no address can be another.
pub(super) fn label(words: &str, start: bool) -> String {
    escaped(words, start, false)
}

fn escaped(words: &str, start: bool, links: bool) -> String {
    let words = if start { words.trim_start_matches([' ', '\t']) } else { words };
    let mut out = String::with_capacity(words.len() + 8);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mut skipped = 0;
    for (at, c) in words.char_indices() {
        if at < skipped {
            continue;
        }
        let in_word = cut(words, ..at).ends_with(|c: char| c.is_alphanumeric());
        let bare = if in_word { None } else { Bare::at(cut(words, at..), links) };
        if let Some(bare) = bare {
            skipped = at + bare.len();
            out.push_str(&bare.written());
            continue;
        }
        let begins = start && at == 0 && AT_START.contains(&c);
        let numbers = start && digits > 0 && at == digits && matches!(c, '.' | ')');
        if ANYWHERE.contains(&c) || begins || numbers {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// An address that stands in the text.
enum Bare<'a> {
    /// One that can be told to be an address.
    Link(&'a str),
    /// One that is left as it is: `www.example.org/a_b`.
    Words(&'a str),
}

impl<'a> Bare<'a> {
    /// The address that `text` begins with.
    fn at(text: &'a str, links: bool) -> Option<Self> {
        if SCHEMES.iter().any(|scheme| begins(text, scheme)) {
            let address = extent(text);
            let named = SCHEMES.iter().any(|s| begins(address, s) && address.len() > s.len());
            if !named {
                return None;
            }
            return if links { Some(Self::Link(address)) } else { Self::plain(address) };
        }
        if begins(text, "www.") {
            return Self::plain(extent(text));
        }
        let mail = mail(text)?;
        if links { Some(Self::Link(mail)) } else { Self::plain(mail) }
    }

    /// An address in which nothing can be taken for markup.
    fn plain(address: &'a str) -> Option<Self> {
        let mut before = ' ';
        let mut letters = address.chars().peekable();
        while let Some(c) = letters.next() {
            let inside =
                before.is_alphanumeric() && letters.peek().is_some_and(|c| c.is_alphanumeric());
            let harmless = matches!(c, '&' | '#') || (c == '_' && inside);
            if ANYWHERE.contains(&c) && !harmless {
                return None;
            }
            before = c;
        }
        Some(Self::Words(address))
    }

    fn len(&self) -> usize {
        let (Self::Link(address) | Self::Words(address)) = self;
        address.len()
    }

    fn written(&self) -> String {
        match self {
            Self::Link(address) => format!("<{address}>"),
            Self::Words(address) => (*address).to_owned(),
        }
    }
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// As much of `text` as is an address, without the punctuation of the sentence behind it.
fn extent(text: &str) -> &str {
    let ends = |(at, c): &(usize, char)| {
        c.is_whitespace() || NO_ADDRESS.contains(c) || (*c == '&' && is_entity(cut(text, *at..)))
    };
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    let mut address = cut(text, ..end);
    while let Some(last) = address.chars().next_back() {
        let count = |wanted: char| address.matches(wanted).count();
        let outer = match last {
            ')' => count(')') > count('('),
            ']' => count(']') > count('['),
            last => "?!.,:;*_~'’”»".contains(last),
        };
        if !outer {
            break;
        }
        address = cut(address, ..address.len() - last.len_utf8());
    }
    address
}

/// Whether `text`, which begins with `&`, begins with a character by name or number.
fn is_entity(text: &str) -> bool {
    let name = cut(text, 1..).split(';').next().unwrap_or_default();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    is_name && text.len() > name.len() + 1
}

/// The address of a mailbox that `text` begins with.
fn mail(text: &str) -> Option<&str> {
    let name = text.find(|c: char| !(c.is_ascii_alphanumeric() || "._+-".contains(c)))?;
    let host = cut(text, name..).strip_prefix('@').filter(|_| name > 0)?;
    let end = host.find(|c: char| !(c.is_ascii_alphanumeric() || ".-".contains(c)));
    let host = cut(host, ..end.unwrap_or(host.len())).trim_end_matches(['.', '-']);
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let is_host = labels.len() > 1 && labels.iter().all(is_label);
    is_host.then(|| cut(text, ..name + 1 + host.len()))
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
    let whole = matches!(Bare::at(words, true), Some(Bare::Link(address)) if address == words);
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
