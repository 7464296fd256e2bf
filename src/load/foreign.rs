//! What a file is that is no briefing, as far as its beginning tells.

use std::path::Path;

use memchr::memmem;

use super::encoding::{self, Encoding};
use super::format::{BriefingYaml, Yaml as _};
use super::yaml::{self, YamlErrorKind, YamlNode, YamlValue};

/// How many bytes are looked at.
pub(super) const HEAD: usize = 64 << 10;
/// How far into a file its signature may stand (ISO 32000 has it in the first line; readers take it
/// from the first 1,024 bytes).
const PDF_WITHIN: usize = 1024;

/// Something that people have, and that is no briefing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    Pdf,
    Epub,
    EBook,
    Word,
    OpenDocument,
    Office,
    RichText,
    Html,
    Xml,
    Latex,
    Markdown,
    Prose,
    Picture,
    Archive,
    Binary,
}

/// What files of these kinds begin with.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"{\\rtf", Foreign::RichText),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::Office),
    (b"\x89PNG\r\n", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"\x1F\x8B", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"\xFD7zXZ\0", Foreign::Archive),
    (b"\x28\xB5\x2F\xFD", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"Rar!", Foreign::Archive),
];

/// What begins the first file of a zip archive, and what is in those of each kind.
const ZIP: &[u8] = b"PK\x03\x04";
const ZIPPED: &[(&[u8], Foreign)] = &[
    (b"mimetypeapplication/epub+zip", Foreign::Epub),
    (b"mimetypeapplication/vnd.oasis.opendocument", Foreign::OpenDocument),
    (b"META-INF/container.xml", Foreign::Epub),
    (b"word/", Foreign::Word),
    (b"[Content_Types].xml", Foreign::Office),
];

impl Foreign {
    /// What the file at `path` is that begins with `bytes`; `None` if it may be a briefing, with
    /// faults or without, or is empty.
    pub(super) fn of(path: &Path, bytes: &[u8]) -> Option<Self> {
        let whole = bytes.len() <= HEAD;
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        Self::by_signature(head).or_else(|| {
            if matches!(encoding::of(head), Some(Encoding::Utf16 | Encoding::Utf32)) {
                return None; // It is text, and the loader says in what it is to be saved.
            }
            let text = String::from_utf8_lossy(head);
            let text = text.trim_start_matches('\u{FEFF}');
            let end = if whole { text.len() } else { text.rfind('\n').unwrap_or(text.len()) };
            Self::of_text(path, text.get(..end).unwrap_or(text))
        })
    }

    fn by_signature(head: &[u8]) -> Option<Self> {
        if head.starts_with(ZIP) {
            let inside = ZIPPED.iter().find(|(part, _)| memmem::find(head, part).is_some());
            return Some(inside.map_or(Self::Archive, |(_, kind)| *kind));
        }
        if let Some((_, kind)) = SIGNATURES.iter().find(|(first, _)| head.starts_with(first)) {
            return Some(*kind);
        }
        if head.get(60..68) == Some(b"BOOKMOBI") {
            return Some(Self::EBook);
        }
        let first = head.get(..PDF_WITHIN).unwrap_or(head);
        // A briefing may speak of the signature; no line of its own begins with one.
        let pdf = first.starts_with(b"%PDF-") || memmem::find(first, b"\n%PDF-").is_some();
        pdf.then_some(Self::Pdf)
    }

    fn of_text(path: &Path, text: &str) -> Option<Self> {
        let named = |names: &[&str]| {
            let extension = path.extension().unwrap_or_default();
            names.iter().any(|name| extension.eq_ignore_ascii_case(name))
        };
        let first = text.trim_start();
        if first.starts_with("\\documentclass") || first.starts_with("\\begin{") {
            return Some(Self::Latex);
        }
        if is_tag(first) {
            let markdown = named(&["md", "markdown"]);
            return Some(if markdown { Self::Markdown } else { Self::of_tags(first) });
        }
        if is_front_matter(text, named(&["md", "markdown"])) {
            return Some(Self::Markdown);
        }
        if named(&["yaml", "yml"]) && begins_with_key(text) {
            return None;
        }
        if first.is_empty() || has_key(text) {
            return None;
        }
        if text.contains('\0') {
            return Some(Self::Binary);
        }
        if named(&["md", "markdown"]) {
            return Some(Self::Markdown);
        }
        if !named(&["txt"]) && is_yaml(text) {
            return None;
        }
        Some(if is_markdown(text) { Self::Markdown } else { Self::Prose })
    }

    /// What a text is that begins with a tag.
    fn of_tags(text: &str) -> Self {
        let text = text.to_ascii_lowercase();
        let has = |part: &str| memmem::find(text.as_bytes(), part.as_bytes()).is_some();
        let opens = |tag: &&str| {
            let rest = text.strip_prefix('<').and_then(|rest| rest.strip_prefix(tag));
            rest.is_some_and(|rest| rest.starts_with([' ', '>', '/']))
        };
        if has("<html") || has("<!doctype html") {
            Self::Html
        } else if has("<svg") {
            Self::Picture
        } else if is_markdown(&text) {
            Self::Markdown
        } else if HTML.iter().any(opens) {
            Self::Html
        } else {
            Self::Xml
        }
    }
}

/// What a piece of an HTML page begins with most often.
const HTML: &[&str] = &[
    "head", "body", "title", "meta", "p", "div", "h1", "h2", "h3", "table", "ul", "ol", "span",
    "a", "article", "section", "main", "br", "b", "i",
];

/// Whether a text begins with a tag. No YAML does but that of a merge key (`<<`).
fn is_tag(text: &str) -> bool {
    let first = text.strip_prefix('<').and_then(|rest| rest.chars().next());
    first.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}

/// Whether a line begins with a key that briefing.yaml may have. In Markdown one may stand in an
/// example, so nothing counts behind the fence of one.
fn has_key(text: &str) -> bool {
    let keys = BriefingYaml::mapping().keys;
    text.lines().take_while(|line| !is_fence(line)).any(|line| {
        let line = line.trim_start_matches(['{', '"', '\'']);
        let colon = |rest: &str| rest.trim_start_matches(['"', '\'', ' ']).starts_with([':', '：']);
        keys.iter().any(|key| line.strip_prefix(key.name).is_some_and(colon))
    })
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// Whether a text begins with a key of YAML, whatever follows it: below comments only if nothing else
/// looks like Markdown.
fn begins_with_key(text: &str) -> bool {
    let is_mark = |line: &str| line.is_empty() || line == "---" || line.starts_with('%');
    let lines = || text.lines().map(str::trim_end).filter(|line| !is_mark(line));
    let below = || lines().find(|line| !line.starts_with('#'));
    lines().next().is_some_and(is_entry) || (!is_markdown(text) && below().is_some_and(is_entry))
}

/// Whether a line is a key of one word and its value, or the key alone.
fn is_entry(line: &str) -> bool {
    let line = line.trim_start_matches(['{', '"', '\'', ' ']);
    let in_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let rest = line.trim_start_matches(in_key);
    let value = rest.trim_start_matches(['"', '\'']).strip_prefix(':');
    rest.len() < line.len() && value.is_some_and(|value| value.is_empty() || value.starts_with(' '))
}

/// Whether a document of metadata stands before a text, as many programs have it in Markdown. In a file that
/// `is_named` as such that text may be anything.
fn is_front_matter(text: &str, is_named: bool) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    if lines.next() != Some("---") {
        return false;
    }
    let front: Vec<&str> =
        lines.by_ref().take_while(|line| !matches!(*line, "---" | "...")).collect();
    let is_of_briefing = |line: &&str| {
        let version =
            line.strip_prefix("format:").map(|value| value.trim_start_matches([' ', '"', '\'']));
        line.starts_with("sections:")
            || version.is_some_and(|value| value.starts_with(char::is_numeric))
    };
    let after: Vec<&str> = lines.skip_while(|line| line.is_empty()).collect();
    !after.is_empty()
        && !front.iter().any(is_of_briefing)
        && (is_named || !is_second_document(&after))
}

/// Whether these lines, of which the first is not empty, are a mapping as YAML has it, with or without
/// comments: of a heading and a blank line they are not, unless a key of a briefing stands below.
fn is_second_document(lines: &[&str]) -> bool {
    let first = lines.iter().find(|line| !line.is_empty() && !line.starts_with('#'));
    if first.is_some_and(|line| has_key(line)) {
        return true;
    }
    let heading = lines.iter().take(1).any(|line| is_heading(line));
    let is_heading = heading && lines.get(1).is_none_or(|line| line.is_empty());
    let document: Vec<&str> = lines.iter().copied().take_while(|line| *line != "---").collect();
    let is_list = first.is_some_and(|line| line.starts_with("- "));
    !is_heading && !is_list && is_yaml(&document.join("\n"))
}

fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

/// Whether this is a mapping or a list without a fault, or comments alone: whoever wrote it may have
/// meant YAML.
fn is_yaml(text: &str) -> bool {
    let word = |key: &YamlNode<'_>| match &key.value {
        YamlValue::Text(words) => !words.contains(char::is_whitespace),
        _ => false,
    };
    let (tree, errors) = yaml::parse(text);
    match (tree, errors.first()) {
        (Some(tree), None) => match tree.value {
            YamlValue::Map(entries) => entries.iter().all(|(key, _)| word(key)),
            YamlValue::List(_) => true,
            _ => false,
        },
        (None, Some(error)) => matches!(error.kind, YamlErrorKind::Empty),
        _ => false,
    }
}

/// Whether a text has a heading, a block of code, a link or strong words as Markdown writes them.
fn is_markdown(text: &str) -> bool {
    let strong = text.split("**").skip(1).step_by(2).any(|words| {
        let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        ends(words.chars().next()) && words.len() < 200 && !words.contains('\n')
    });
    let lines: Vec<&str> = text.lines().collect();
    let alone = |at: usize| lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
    // In a program a comment that begins so stands right above what it is on.
    let heading = |at: usize, line: &str| is_heading(line) && alone(at);
    let underline = |at: usize, line: &str| {
        let under = at.checked_sub(1).and_then(|at| lines.get(at));
        under.is_some_and(|line| line.starts_with(char::is_alphanumeric))
            && line.len() > 2
            && (line.trim_end_matches('=').is_empty() || line.trim_end_matches('-').is_empty())
    };
    let signs =
        |(at, line): (usize, &&str)| heading(at, line) || underline(at, line) || is_fence(line);
    strong || text.contains("](http") || text.contains("](#") || lines.iter().enumerate().any(signs)
}
