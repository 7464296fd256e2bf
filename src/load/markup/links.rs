//! The links of a text as they are written, whatever they lead to.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::blank::{LONGEST, is_inline};
use super::mended::Mended;
use crate::base::cut;

/// A link, in bytes of the value that it stands in.
#[derive(Debug)]
pub(in crate::load) struct WrittenLink {
    /// All of it, label and brackets included.
    pub(in crate::load) whole: Range<usize>,
    /// Its address.
    pub(in crate::load) address: Range<usize>,
    /// Whether its label has words of its own.
    pub(in crate::load) is_labelled: bool,
}

/// The links of `value`, in order. Where it `is_law`, it is read by its lines, as the wording of a law is.
pub(in crate::load) fn links(value: &str, is_law: bool) -> Vec<WrittenLink> {
    if value.len() > LONGEST || !(value.contains("](") || value.contains('<')) {
        return Vec::new();
    }
    if is_law {
        let paragraphs = paragraphs(value);
        let all = paragraphs.iter().map(|lines| of(value, &Mended::lines(value, lines)));
        return all.flatten().collect();
    }
    of(value, &Mended::whole(value))
}

/// The lines that stand together, without their ends.
fn paragraphs(value: &str) -> Vec<Vec<Range<usize>>> {
    let mut paragraphs: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    let mut start = 0;
    for line in value.split_inclusive('\n') {
        let words = line.trim();
        let at = start + line.len() - line.trim_start().len();
        start += line.len();
        match paragraphs.last_mut() {
            Some(last) if !words.is_empty() => last.push(at..at + words.len()),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

fn of(value: &str, mended: &Mended<'_>) -> Vec<WrittenLink> {
    let mut found: Vec<WrittenLink> = Vec::new();
    let mut open: Option<WrittenLink> = None;
    let mut refused = 0_usize;
    for (event, at) in Parser::new_ext(&mended.text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(tag) if refused > 0 || !is_inline(&tag) => refused += 1,
            Event::End(_) if refused > 0 => refused -= 1,
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let whole = mended.written(&at);
                let address = match link_type {
                    LinkType::Inline | LinkType::Autolink => {
                        address(value, &whole, &mended.without(&dest_url))
                    }
                    _ => None,
                };
                open = address.map(|address| WrittenLink { whole, address, is_labelled: false });
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(link) = &mut open {
                    link.is_labelled |= !mended.without(&words).trim().is_empty();
                }
            }
            Event::End(TagEnd::Link) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// Where the address of a link stands; `None` if it is written otherwise than it reads.
fn address(value: &str, whole: &Range<usize>, address: &str) -> Option<Range<usize>> {
    let written = cut(value, whole.clone());
    let behind = written.rfind("](").map_or(0, |at| at + 2);
    let at = cut(written, behind..).find(address).filter(|_| !address.is_empty())?;
    let start = whole.start + behind + at;
    Some(start..start + address.len())
}
