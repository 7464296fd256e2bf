//! What of a page is its text, and what stands around it: menus, what is shared, what is sold.
//!
//! A library finds where the text is. What it takes out within that is looked at again, for it takes lists and
//! tables of laws for menus: only what says that it is one, or is links and little else, stays out.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::element::{attribute, heading, is_block, is_unseen, name};
use super::tour::{Step, Tour};

/// How deep the elements of a page nest at most for the library: it takes the square of it.
const DEPTH: usize = 64;
/// How many elements the library looks at.
const ELEMENTS: usize = 150_000;
/// How much escaping the library may do when it writes the page: each character that it escapes costs it a look at
/// all that follows in the same text.
const ESCAPED: usize = 1 << 30;
/// An element with no more characters is left out where it says that it is no text, though it is no link.
const NEXT_TO_NOTHING: usize = 80;
/// The number of an element, through which it is found again in what the library gives back.
const NUMBER: &str = "data-attache";

/// Words of `role`, `class` and `id` that say that an element is no part of the text.
const AROUND: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "catlinks",
    "comments",
    "complementary",
    "contentinfo",
    "cookie",
    "cookies",
    "disqus",
    "editsection",
    "footer",
    "jump",
    "menu",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "noprint",
    "pager",
    "pagination",
    "printfooter",
    "promo",
    "recommended",
    "related",
    "search",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "social",
    "sphinxsidebar",
    "sponsor",
    "subscribe",
    "toc",
    "toolbar",
];

/// The elements and texts under the body of `page` that stand around its text, as far as the library finds it.
pub(super) fn around(page: &Document, body: NodeRef) -> Option<HashSet<NodeId>> {
    let kept = kept(page, body)?;
    let lengths = Lengths::of(body);
    let ways = ways(body, &kept);
    let mut out = HashSet::new();
    let mut inside: Option<NodeId> = None;
    let mut tour = Tour::of(body);
    while let Some(step) = tour.next() {
        match step {
            Step::Enter(node) if node.id == body.id => {}
            Step::Enter(node) => {
                let is_kept = kept.contains(&node.id);
                let is_aside = || lengths.says_aside(&node) && lengths.is_mostly_links(&node);
                let is_out = match inside {
                    _ if is_menu(&name(&node)) || is_aside() => true,
                    None => !is_kept && !ways.contains(&node.id),
                    Some(_) => !is_kept && lengths.is_furniture(&node),
                };
                if !is_out && is_kept {
                    inside = inside.or(Some(node.id));
                }
                if is_out {
                    out.insert(node.id);
                    tour.pass_over();
                }
            }
            Step::Leave(node) if inside == Some(node.id) => inside = None,
            Step::Leave(_) => {}
        }
    }
    Some(out)
}

/// The elements under the body that say of themselves that they are no part of the text.
pub(super) fn furniture(body: NodeRef) -> HashSet<NodeId> {
    let lengths = Lengths::of(body);
    let mut out = HashSet::new();
    let mut tour = Tour::of(body);
    while let Some(step) = tour.next() {
        if let Step::Enter(node) = step
            && node.id != body.id
            && lengths.is_furniture(&node)
        {
            out.insert(node.id);
            tour.pass_over();
        }
    }
    out
}

/// The elements that the library keeps.
fn kept(page: &Document, body: NodeRef) -> Option<HashSet<NodeId>> {
    let mut elements = Vec::new();
    let (mut depth, mut escaped) = (0_usize, 0_usize);
    for step in Tour::of(body) {
        match step {
            Step::Enter(node) => {
                depth += 1;
                escaped = escaped.saturating_add(cost(&node));
                elements.extend(node.is_element().then_some(node.id));
            }
            Step::Leave(_) => depth -= 1,
        }
        if depth > DEPTH || elements.len() > ELEMENTS || escaped > ESCAPED {
            return None;
        }
    }
    let copy = page.clone();
    for (number, id) in elements.iter().enumerate() {
        if let Some(node) = copy.tree.get(id) {
            node.set_attr(NUMBER, &number.to_string());
        }
    }
    let config = Config {
        max_elements_to_parse: ELEMENTS + 1000,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut library = Readability::with_document(copy, None, Some(config)).ok()?;
    library.parse().ok()?;
    let root = library.doc.root();
    let nodes = root.descendants_it();
    let numbers = nodes.filter_map(|node| node.attr(NUMBER)?.parse::<usize>().ok());
    Some(numbers.filter_map(|number| elements.get(number).copied()).collect())
}

/// How many bytes are looked at for the characters of a node that are escaped.
fn cost(node: &NodeRef) -> usize {
    let of = |text: &str| {
        let escaped =
            text.chars().filter(|c| matches!(c, '&' | '<' | '>' | '"' | '\u{a0}')).count();
        escaped.saturating_mul(text.len())
    };
    if node.is_text() {
        of(&node.text())
    } else {
        node.attrs().iter().map(|attribute| of(&attribute.value)).sum()
    }
}

/// The elements that have one of the kept in them.
fn ways(body: NodeRef, kept: &HashSet<NodeId>) -> HashSet<NodeId> {
    let mut ways = HashSet::new();
    let mut open: Vec<NodeId> = Vec::new();
    for step in Tour::of(body) {
        match step {
            Step::Enter(node) => {
                if kept.contains(&node.id) {
                    // What stands around a way is a way already.
                    let new: Vec<NodeId> =
                        open.iter().rev().take_while(|id| !ways.contains(*id)).copied().collect();
                    ways.extend(new);
                }
                open.push(node.id);
            }
            Step::Leave(_) => {
                open.pop();
            }
        }
    }
    ways
}

/// How many characters each element has, and how many of them in links.
struct Lengths {
    of: HashMap<NodeId, (usize, usize)>,
    /// How many the body has.
    all: usize,
}

impl Lengths {
    fn of(body: NodeRef) -> Self {
        let mut lengths = HashMap::new();
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut links = 0_usize;
        let mut tour = Tour::of(body);
        while let Some(step) = tour.next() {
            match step {
                Step::Enter(node) if node.is_text() => {
                    let length = node.text().chars().filter(|c| !c.is_whitespace()).count();
                    if let Some((all, linked)) = open.last_mut() {
                        *all += length;
                        *linked += if links > 0 { length } else { 0 };
                    }
                }
                Step::Enter(node) if node.is_element() => {
                    if is_unseen(&node, &name(&node)) {
                        tour.pass_over();
                    }
                    links += usize::from(node.has_name("a"));
                    open.push((0, 0));
                }
                Step::Leave(node) if node.is_element() => {
                    links -= usize::from(node.has_name("a"));
                    let (all, linked) = open.pop().unwrap_or_default();
                    lengths.insert(node.id, (all, linked));
                    if let Some((outer, outer_linked)) = open.last_mut() {
                        *outer += all;
                        *outer_linked += linked;
                    }
                }
                _ => {}
            }
        }
        let all = lengths.get(&body.id).map_or(0, |(all, _)| *all);
        Self { of: lengths, all }
    }

    fn get(&self, node: &NodeRef) -> (usize, usize) {
        self.of.get(&node.id).copied().unwrap_or_default()
    }

    /// Whether half of what an element has stands in links, or it has next to nothing.
    fn is_mostly_links(&self, node: &NodeRef) -> bool {
        let (all, linked) = self.get(node);
        linked * 2 >= all || all <= NEXT_TO_NOTHING
    }

    /// Whether an element is no part of the text, by what it says of itself or by its links.
    fn is_furniture(&self, node: &NodeRef) -> bool {
        if !node.is_element() {
            return false;
        }
        let name = name(node);
        if is_menu(&name) || name == "aside" || self.says_aside(node) {
            return true;
        }
        let (all, linked) = self.get(node);
        matches!(&*name, "div" | "ul" | "ol" | "section" | "table" | "dl") && linked * 10 > all * 7
    }

    /// Whether an element says of itself that it is no part of the text. One that most of the page stands in says it
    /// of something else, as that a menu stands beside it.
    fn says_aside(&self, node: &NodeRef) -> bool {
        if !node.is_element() || is_of_text(&name(node)) || self.get(node).0 * 2 > self.all {
            return false;
        }
        let says = |key| {
            let words = attribute(node, key).unwrap_or_default().to_ascii_lowercase();
            words.split(|c: char| !c.is_alphanumeric()).any(|word| AROUND.contains(&word))
        };
        // The id of a section is made of its heading, and so is that of what stands in one.
        let is_section = node.has_name("section") || node.has_class("section");
        let is_named = is_section || !is_block(&name(node));
        says("role") || says("class") || (!is_named && says("id"))
    }
}

/// Whether an element is no part of a text wherever it stands.
fn is_menu(name: &str) -> bool {
    matches!(name, "nav" | "footer" | "button" | "dialog" | "search")
}

/// Whether an element is of a text wherever it stands, whatever it says of itself.
fn is_of_text(name: &str) -> bool {
    heading(name).is_some()
        || matches!(
            name,
            "body"
                | "main"
                | "article"
                | "a"
                | "b"
                | "i"
                | "em"
                | "strong"
                | "code"
                | "pre"
                | "sup"
                | "p"
                | "li"
                | "td"
                | "tr"
        )
}

/// The element that the page says to have its text in, if it says it of one.
pub(super) fn main(body: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let mut found = body
        .descendants_it()
        .filter(|node| node.has_name("main") || node.attr("role").as_deref() == Some("main"));
    let main = found.next()?;
    // One may stand in the other.
    found.all(|other| other.ancestors_it(None).any(|outer| outer.id == main.id)).then_some(main)
}

/// All that stands in the body and not in `main`.
pub(super) fn outside(body: NodeRef, main: &NodeRef) -> HashSet<NodeId> {
    let around: HashSet<NodeId> = main.ancestors_it(None).map(|node| node.id).collect();
    let mut out = HashSet::new();
    let mut tour = Tour::of(body);
    while let Some(step) = tour.next() {
        let Step::Enter(node) = step else { continue };
        if node.id == main.id {
            tour.pass_over();
        } else if node.id != body.id && !around.contains(&node.id) {
            out.insert(node.id);
            tour.pass_over();
        }
    }
    out
}
