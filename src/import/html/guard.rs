//! What a page may have, found in one pass over its bytes before a parser sees them: a parser's time grows
//! with the square of how deep elements nest and of how many attributes a tag has.
//!
//! The pass leaves out what is no text and costs time (comments, scripts, pictures within `data:`
//! addresses), and writes `<a/>` of XHTML as `<a></a>`, which is what HTML knows.

use memchr::{memchr, memmem};

use super::super::error::{ReadError, TooMuch};
use super::super::limits::FILE;

/// How many elements may be in each other.
const DEPTH: usize = 512;
/// How many bytes a tag may have, without its `data:` addresses.
const TAG: usize = 64 << 10;
/// How many attributes a tag may have.
const ATTRIBUTES: usize = 256;
/// How many tags a page may have.
const TAGS: usize = 400_000;
/// How many marks such as `<b>` are taken where none is closed: each is opened anew in each paragraph.
const MARKS: usize = 16;
/// How often a mark may be opened anew.
const REOPENED: usize = 500_000;
/// How many bytes of data about the page itself are looked at.
const FACTS: usize = 64 << 10;

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// Elements whose end tag may be left out: another of their kind, or the end of what they are in, closes them,
/// so that they never nest by themselves.
const SELF_ENDING: &[&str] = &[
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody",
    "thead", "tfoot", "caption", "colgroup", "rt", "rp", "rb", "rtc",
];
/// The standard's formatting elements, which are opened anew in each paragraph until they are closed.
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Elements that an end tag of something within the text does not close.
const SPECIAL: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noscript",
    "object",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "template",
    "ul",
];
/// Elements that an end tag of anything else does not close.
const WALLS: &[&str] = &["applet", "marquee", "object", "table", "template", "svg", "math"];
/// Elements whose content is no markup and no text of the page.
const DROPPED: &[&str] = &["script", "style", "iframe", "noembed", "noframes"];
/// Elements whose content is text without markup.
const RAW: &[&str] = &["title", "textarea", "xmp"];

/// The page as it is given to a parser.
///
/// # Errors
///
/// [`ReadError::TooMuch`], if it has more of something than a page may have.
pub(super) fn guarded(html: &str) -> Result<String, ReadError> {
    if html.len() > FILE {
        return Err(TooMuch::File { most: FILE >> 20 }.into());
    }
    let mut pass = Pass {
        html,
        at: 0,
        out: String::with_capacity(html.len()),
        xml: is_xml(html),
        open: Vec::new(),
        marks: Vec::new(),
        tags: 0,
        reopened: 0,
    };
    pass.run()?;
    Ok(pass.out)
}

/// Whether the page says that it is XHTML.
fn is_xml(html: &str) -> bool {
    let beginning = html.as_bytes().get(..4096).unwrap_or(html.as_bytes());
    beginning.trim_ascii_start().starts_with(b"<?xml")
        || memmem::find(beginning, b"xmlns=\"http://www.w3.org/1999/xhtml\"").is_some()
}

struct Pass<'a> {
    html: &'a str,
    /// The byte up to which all is read.
    at: usize,
    out: String,
    xml: bool,
    /// The elements that are open, but for those that are marks or end by themselves.
    open: Vec<String>,
    /// The formatting elements that are open.
    marks: Vec<String>,
    tags: usize,
    reopened: usize,
}

/// A tag as it is written.
struct Tag {
    name: String,
    /// How many bytes it has.
    end: usize,
    /// It without its `data:` addresses, and without its `/` and `>`.
    text: String,
    closed: bool,
}

impl<'a> Pass<'a> {
    fn rest(&self) -> &'a str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// Takes `n` bytes as they are.
    fn keep(&mut self, n: usize) {
        let end = self.html.len().min(self.at + n);
        self.out.push_str(self.html.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    fn run(&mut self) -> Result<(), ReadError> {
        while let Some(text) = memchr(b'<', self.rest().as_bytes()) {
            self.keep(text);
            let rest = self.rest();
            let first = rest.as_bytes().get(1).copied().unwrap_or(b' ');
            if rest.starts_with("<!--") {
                self.at += comment(rest);
            } else if self.xml && rest.starts_with("<![CDATA[") {
                self.character_data(rest);
            } else if first == b'!' || first == b'?' {
                let end = memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
                if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
                    self.keep(end);
                } else {
                    self.at += end;
                }
            } else if first.is_ascii_alphabetic() {
                self.start()?;
            } else if first == b'/' {
                self.end();
            } else {
                self.keep(1);
            }
        }
        self.keep(usize::MAX - self.at);
        Ok(())
    }

    /// What stands between `<![CDATA[` and `]]>`, as text.
    fn character_data(&mut self, rest: &str) {
        let inner = rest.get(9..).unwrap_or_default();
        let end = memmem::find(inner.as_bytes(), b"]]>").unwrap_or(inner.len());
        let text = inner.get(..end).unwrap_or_default();
        self.out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        self.at += (9 + end + 3).min(rest.len());
    }

    fn end(&mut self) {
        let rest = self.rest();
        let name = name_of(rest.get(2..).unwrap_or_default());
        let end = memchr(b'>', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        if let Some(at) = self.marks.iter().rposition(|open| *open == name) {
            self.marks.remove(at);
        } else if let Some(at) = self.closes(&name) {
            self.open.truncate(at);
        }
        if DROPPED.contains(&name.as_str()) {
            self.at += end;
        } else {
            self.keep(end);
        }
    }

    /// Which of the open elements an end tag closes.
    fn closes(&self, name: &str) -> Option<usize> {
        let walls = if is(SPECIAL, name) { WALLS } else { SPECIAL };
        for (at, open) in self.open.iter().enumerate().rev() {
            if open == name {
                return Some(at);
            }
            if is(walls, open) {
                return None;
            }
        }
        None
    }

    fn start(&mut self) -> Result<(), ReadError> {
        let tag = self.tag()?;
        let name = tag.name.as_str();
        self.tags += 1;
        self.reopened += self.marks.len();
        if self.tags > TAGS {
            return Err(TooMuch::Elements { most: TAGS }.into());
        }
        if self.reopened > REOPENED {
            return Err(TooMuch::OpenMarks { most: REOPENED }.into());
        }
        self.at += tag.end;
        let foreign = self.open.iter().any(|open| open == "svg" || open == "math");
        let closed = tag.closed && (self.xml || foreign) && !is(VOID, name);
        if is(DROPPED, name) {
            if !closed {
                self.raw(&tag, tag.text.contains("ld+json"));
            }
            return Ok(());
        }
        if is(FORMATTING, name) && !closed {
            self.marks.retain(|open| !(open == "a" && name == "a"));
            if self.marks.len() >= MARKS {
                return Ok(());
            }
            self.marks.push(tag.name.clone());
        } else if !closed && !is(VOID, name) && !is(SELF_ENDING, name) && !is(RAW, name) {
            self.open.push(tag.name.clone());
            if self.open.len() > DEPTH {
                return Err(TooMuch::Levels { most: DEPTH }.into());
            }
        }
        self.out.push_str(&tag.text);
        self.out.push('>');
        if closed {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        } else if is(RAW, name) {
            let content = raw_end(self.rest(), name);
            self.keep(content);
        }
        Ok(())
    }

    /// Passes over what is in a script or the like, or keeps it, if it says something `of_the_page`.
    fn raw(&mut self, tag: &Tag, of_the_page: bool) {
        let content = raw_end(self.rest(), &tag.name);
        if of_the_page && content <= FACTS {
            self.out.push_str(&tag.text);
            self.out.push('>');
            self.keep(content);
            self.out.push_str("</script>");
        } else {
            self.at += content;
        }
    }

    /// The start tag that begins here.
    fn tag(&self) -> Result<Tag, ReadError> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let name = name_of(rest.get(1..).unwrap_or_default());
        let mut text = format!("<{name}");
        let mut at = text.len();
        let mut attributes = 0;
        let closed = loop {
            at = passed(bytes, at, |b| b.is_ascii_whitespace() || b == b'/');
            let slash = bytes.get(at.saturating_sub(1)) == Some(&b'/');
            if at >= bytes.len() || bytes.get(at) == Some(&b'>') {
                break slash;
            }
            let start = at;
            // A `=` may begin a name.
            at = passed(bytes, at + 1, |b| {
                !matches!(b, b'=' | b'>' | b'/') && !b.is_ascii_whitespace()
            });
            attributes += 1;
            let key = rest.get(start..at).unwrap_or_default();
            let equals = passed(bytes, at, |b| b.is_ascii_whitespace());
            text.push(' ');
            text.push_str(key);
            if bytes.get(equals) == Some(&b'=') {
                let from = passed(bytes, equals + 1, |b| b.is_ascii_whitespace());
                let (value, end) = value(rest, from);
                at = end;
                if !is_data(value) {
                    text.push_str("=\"");
                    text.push_str(&value.replace('"', "&quot;"));
                    text.push('"');
                }
            }
            if attributes > ATTRIBUTES {
                return Err(TooMuch::Attributes { most: ATTRIBUTES }.into());
            }
            if text.len() > TAG {
                return Err(TooMuch::Tag { most: TAG >> 10 }.into());
            }
        };
        Ok(Tag { name, end: (at + 1).min(bytes.len()), text, closed })
    }
}

fn is(names: &[&str], name: &str) -> bool {
    names.contains(&name)
}

/// The name of a tag that begins here, in lower case.
fn name_of(text: &str) -> String {
    let end = text.find(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
    text.get(..end.unwrap_or(text.len())).unwrap_or_default().to_ascii_lowercase()
}

/// Where the first byte from `at` on is that does not `pass`.
fn passed(bytes: &[u8], at: usize, pass: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|b| !pass(*b)).unwrap_or(rest.len())
}

/// The value of an attribute that begins at `from`, and where what follows begins.
fn value(rest: &str, from: usize) -> (&str, usize) {
    let text = rest.get(from..).unwrap_or_default();
    let quote = text.bytes().next().filter(|b| matches!(b, b'"' | b'\''));
    let (start, end) = match quote {
        Some(quote) => {
            (1, memchr(quote, text.as_bytes().get(1..).unwrap_or_default()).map(|end| end + 1))
        }
        None => (0, text.find(|c: char| c == '>' || c.is_ascii_whitespace())),
    };
    let end = end.unwrap_or(text.len());
    let behind = (end + start).min(text.len());
    (text.get(start..end).unwrap_or_default(), from + behind)
}

/// Whether an address holds what it leads to.
fn is_data(value: &str) -> bool {
    value.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"))
}

/// How many bytes a comment has that begins here.
fn comment(rest: &str) -> usize {
    let inner = rest.as_bytes().get(4..).unwrap_or_default();
    if inner.starts_with(b">") {
        return 5;
    }
    if inner.starts_with(b"->") {
        return 6;
    }
    let end = memmem::find_iter(inner, b"--").find_map(|at| {
        let behind = inner.get(at + 2..)?;
        let end = if behind.starts_with(b">") { 1 } else { 2 };
        (end == 1 || behind.starts_with(b"!>")).then_some(4 + at + 2 + end)
    });
    end.unwrap_or(rest.len())
}

/// How many bytes stand before the end tag of an element whose content has no markup.
fn raw_end(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    memmem::find_iter(bytes, b"</")
        .find(|at| {
            let behind = bytes.get(at + 2..at + 2 + name.len());
            behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(bytes.len())
}
