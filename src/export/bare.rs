//! Addresses that stand in the words: `https://example.org/a_b`, `ada@example.org`.

use crate::base::cut;

/// What no URI may have in it (RFC 3986), and would end one in the text.
pub(super) const NO_ADDRESS: [char; 9] = ['<', '>', '"', '`', '\\', '|', '^', '{', '}'];
/// How the addresses begin that are taken for such.
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "mailto:"];
/// The longest name of a mailbox, in bytes (RFC 5321).
const MAILBOX: usize = 64;
/// More letters than the name of a character has.
const ENTITY: usize = 40;

/// The address that `text` begins with.
pub(super) fn bare(text: &str) -> Option<&str> {
    if let Some(scheme) = SCHEMES.iter().find(|scheme| begins(text, scheme)) {
        return Some(extent(text)).filter(|address| address.len() > scheme.len());
    }
    if is_www(text) { Some(extent(text)) } else { mail(text) }
}

/// Whether an address says no scheme: programs differ in whether that is one.
pub(super) fn is_www(address: &str) -> bool {
    begins(address, "www.")
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
    // How many brackets are closed that were not opened in it.
    let closed = |open: char, close: char| {
        address.matches(close).count().saturating_sub(address.matches(open).count())
    };
    let (mut round, mut square) = (closed('(', ')'), closed('[', ']'));
    while let Some(last) = address.chars().next_back() {
        let outer = match last {
            ')' if round > 0 => {
                round -= 1;
                true
            }
            ']' if square > 0 => {
                square -= 1;
                true
            }
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
pub(super) fn is_entity(text: &str) -> bool {
    let name =
        text.bytes().skip(1).take(ENTITY).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#');
    let length = name.count();
    length > 0 && text.as_bytes().get(length + 1) == Some(&b';')
}

/// The address of a mailbox that `text` begins with.
fn mail(text: &str) -> Option<&str> {
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || b"._+-".contains(b);
    let name = text.bytes().take(MAILBOX + 1).take_while(|b| is_name(b)).count();
    let host = cut(text, name..).strip_prefix('@').filter(|_| (1..=MAILBOX).contains(&name))?;
    let end = host.find(|c: char| !(c.is_ascii_alphanumeric() || ".-".contains(c)));
    let host = cut(host, ..end.unwrap_or(host.len())).trim_end_matches(['.', '-']);
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let is_host = labels.len() > 1 && labels.iter().all(is_label);
    is_host.then(|| cut(text, ..name + 1 + host.len()))
}
