//! Of sections and their blocks.

use super::help::did_you_mean;
use crate::base::short;
use crate::load::fault::Fault;
use crate::load::rule::{BLOCK, SPEAKER, UNKNOWN_KEY, UNLINKED};

pub(in crate::load) fn no_block() -> Fault {
    let help = "write `text:` before it to make it a paragraph";
    Fault::new(&BLOCK, "a block must be a mapping such as `text: ...`", help)
}

pub(in crate::load) fn no_content(contents: &[&str]) -> Fault {
    let help = format!("give it one of: {}", contents.join(", "));
    Fault::new(&BLOCK, "this block has no content", help)
}

/// A block that is two things.
pub(in crate::load) fn two_contents(first: &str, second: &str) -> Fault {
    let message = format!("this block is a `{first}` and a `{second}` at once");
    let help = format!("make the `{second}` a block of its own: begin its line with `- `");
    Fault::new(&BLOCK, message, help)
}

/// A key that stands beside content that cannot have it.
pub(in crate::load) fn misplaced_key(content: &str, key: &str, allowed: &[&str]) -> Fault {
    let help = format!("beside `{content}` it may have: {}", allowed.join(", "));
    Fault::new(&UNKNOWN_KEY, format!("a `{content}` has no key `{key}`"), help)
}

pub(in crate::load) fn unknown_speaker(name: &str, near: &str) -> Fault {
    let message = format!("there is no actor `{}`, so it is read as a name", short(name));
    Fault::new(&SPEAKER, message, did_you_mean(&short(near)))
}

pub(in crate::load) fn unlinked_actor(name: &str, actor: &str) -> Fault {
    let (name, actor) = (short(name), short(actor));
    let message = format!("`{name}` is named here, and this section never links `{actor}`");
    Fault::new(&UNLINKED, message, format!("[{name}](actor:{actor})"))
}
