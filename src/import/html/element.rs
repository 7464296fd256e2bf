//! What the elements of a page are, by their names and attributes.

use dom_query::NodeRef;

use super::super::gather::text_words;
use super::tour::{Step, Tour};

/// What is no text of a page, whoever reads it.
const NO_TEXT: &[&str] = &[
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "canvas",
    "audio",
    "video",
    "select",
    "datalist",
    "textarea",
    "input",
    "title",
    "annotation",
    "annotation-xml",
    "frameset",
    "map",
    "rp",
];
/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "caption",
    "listing",
    "xmp",
    "plaintext",
];

/// The name of an element in lower case; empty for what is none.
pub(super) fn name(node: &NodeRef) -> String {
    node.node_name().map(|name| name.to_ascii_lowercase()).unwrap_or_default()
}

/// The value of an attribute.
pub(super) fn attribute(node: &NodeRef, key: &str) -> Option<String> {
    node.attr(key).map(|value| value.to_string())
}

/// The words of `class`, `id`, `role` and `epub:type`, in lower case.
pub(super) fn marks(node: &NodeRef) -> String {
    let keys = ["class", "id", "role", "epub:type"];
    let marks: Vec<String> = keys.iter().filter_map(|key| attribute(node, key)).collect();
    marks.join(" ").to_ascii_lowercase()
}

/// Whether an element begins and ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The level of a heading.
pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Whether an element has no text that a reader sees.
pub(super) fn is_unseen(node: &NodeRef, name: &str) -> bool {
    is_no_text(name) || is_folded(node)
}

/// Whether what is in an element is no text of a page, whoever reads it.
pub(super) fn is_no_text(name: &str) -> bool {
    NO_TEXT.contains(&name)
}

/// Whether an element says that its text is not seen, as what folds until somebody asks for it.
pub(super) fn is_folded(node: &NodeRef) -> bool {
    if node.has_attr("hidden") {
        return true;
    }
    let style = attribute(node, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || attribute(node, "aria-hidden").is_some_and(|hidden| hidden == "true")
}

/// How many words stand in what is no text of a page, if these are words that somebody may have read: what is said
/// without scripts, and in forms.
pub(super) fn words_of_no_text(node: NodeRef, name: &str) -> usize {
    match name {
        "noscript" => words_outside_of_tags(&all_text(node)),
        "select" | "textarea" => text_words(&all_text(node)),
        _ => 0,
    }
}

/// How many words stand in an element.
pub(super) fn words_in(element: NodeRef) -> usize {
    text_words(&all_text(element))
}

/// The texts in an element, a blank between them.
fn all_text(element: NodeRef) -> String {
    let mut all = String::new();
    let mut tour = Tour::of(element);
    while let Some(step) = tour.next() {
        let Step::Enter(node) = step else { continue };
        if node.is_text() {
            all.extend([&*node.text(), " "]);
        } else if node.id != element.id && is_no_text(&name(&node)) {
            tour.pass_over();
        }
    }
    all
}

/// What is said without scripts is read as one text with its tags.
fn words_outside_of_tags(html: &str) -> usize {
    let behind = |part: &str| part.split_once('>').map_or(0, |(_, text)| text_words(text));
    let mut parts = html.split('<');
    parts.next().map_or(0, text_words) + parts.map(behind).sum::<usize>()
}
