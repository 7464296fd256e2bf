//! Footnotes: which links call one, and where it stands. A page says it in many ways, and in none that all share.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use super::super::archive::linked;
use super::address::{decoded, fragment};
use super::element::{attribute, heading, is_block, is_unseen, marks, name};
use super::tour::{Step, Tour};

/// One file of pages that are read together: the parts of a book, or a page by itself.
pub(super) struct Page<'a> {
    /// Where it stands among them, from 0.
    pub number: usize,
    /// Its path, by which the others link to it; empty if there are none.
    pub name: String,
    /// What is in it.
    pub body: NodeRef<'a>,
    /// What its relative links are relative to.
    pub base: Option<String>,
}

/// A node among the pages.
type Place = (usize, NodeId);

/// The footnotes of all pages.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// The links that call a note: which, counted from 0, and by which mark.
    pub calls: HashMap<Place, (usize, String)>,
    /// Where each note stands: the page and the element.
    pub bodies: Vec<(usize, NodeRef<'a>)>,
    /// The elements that are notes.
    pub is_body: HashSet<Place>,
    /// The links in notes that lead back to their calls.
    pub backs: HashSet<Place>,
}

impl Notes<'_> {
    /// The mark of each note.
    pub(super) fn marks(&self) -> Vec<String> {
        let mut marks = vec![String::new(); self.bodies.len()];
        for (number, mark) in self.calls.values() {
            if let Some(slot) = marks.get_mut(*number) {
                mark.clone_into(slot);
            }
        }
        marks
    }
}

/// A link to somewhere in the pages.
struct Local<'a> {
    page: usize,
    node: NodeRef<'a>,
    /// Where it leads to.
    target: (usize, String),
    /// Where it stands, counted in elements.
    at: usize,
    raised: bool,
}

/// The places of the pages that links lead to.
#[derive(Default)]
struct Survey<'a> {
    links: Vec<Local<'a>>,
    /// The element of each id, and where it stands.
    ids: HashMap<(usize, String), (usize, NodeRef<'a>)>,
    /// Where each element stands.
    at: HashMap<Place, usize>,
}

/// The footnotes of `pages`.
pub(super) fn find<'a>(pages: &[Page<'a>]) -> Notes<'a> {
    let survey = survey(pages);
    let mut notes = Notes::default();
    let candidates: Vec<(&Local<'a>, NodeRef<'a>)> =
        survey.links.iter().filter_map(|link| Some((link, survey.note(link)?))).collect();
    // An element that two notes stand in is none of them.
    let mut targets: HashMap<Place, HashSet<&(usize, String)>> = HashMap::new();
    for (link, body) in &candidates {
        targets.entry((link.target.0, body.id)).or_default().insert(&link.target);
    }
    let mut numbers: HashMap<Place, usize> = HashMap::new();
    for (link, body) in &candidates {
        let place = (link.target.0, body.id);
        if targets.get(&place).is_some_and(|targets| targets.len() > 1) {
            continue;
        }
        let number = *numbers.entry(place).or_insert_with(|| {
            notes.bodies.push((link.target.0, *body));
            notes.is_body.insert(place);
            notes.bodies.len() - 1
        });
        notes
            .calls
            .insert((link.page, link.node.id), (number, mark(&link.node).unwrap_or_default()));
    }
    survey.backs(&mut notes);
    notes
}

fn survey<'a>(pages: &[Page<'a>]) -> Survey<'a> {
    let by_name: HashMap<&str, usize> =
        pages.iter().map(|page| (page.name.as_str(), page.number)).collect();
    let mut survey = Survey::default();
    let mut at = 0;
    for page in pages {
        let mut raised = 0_usize;
        let mut tour = Tour::of(page.body);
        while let Some(step) = tour.next() {
            match step {
                Step::Enter(node) if node.is_element() => {
                    let name = name(&node);
                    at += 1;
                    survey.at.insert((page.number, node.id), at);
                    if is_unseen(&node, &name) {
                        tour.pass_over();
                    }
                    raised += usize::from(name == "sup");
                    let keys = if name == "a" { ["id", "name"].as_slice() } else { &["id"] };
                    for id in keys.iter().filter_map(|key| attribute(&node, key)) {
                        survey.ids.entry((page.number, id)).or_insert((at, node));
                    }
                    let href = if name == "a" { attribute(&node, "href") } else { None };
                    if let Some(target) = href.and_then(|href| target(page, &href, &by_name)) {
                        let raised = raised > 0;
                        survey.links.push(Local { page: page.number, node, target, at, raised });
                    }
                }
                Step::Leave(node) if node.has_name("sup") => raised -= 1,
                _ => {}
            }
        }
    }
    survey
}

/// Where `href` leads to, if that is in one of the pages.
fn target(page: &Page, href: &str, by_name: &HashMap<&str, usize>) -> Option<(usize, String)> {
    if let Some(id) = fragment(href) {
        return Some((page.number, id.to_owned()));
    }
    let (path, id) = href.trim().split_once('#')?;
    if let Some(base) = page.base.as_deref().filter(|base| base.split('#').next() == Some(path)) {
        return (!base.is_empty()).then(|| (page.number, id.to_owned()));
    }
    let number = by_name.get(linked(&page.name, &decoded(path)).as_str())?;
    Some((*number, id.to_owned()))
}

impl<'a> Survey<'a> {
    /// The element in which the note stands that `link` calls, if it calls one.
    fn note(&self, link: &Local<'a>) -> Option<NodeRef<'a>> {
        let mark = mark(&link.node)?;
        let (at, target) = *self.ids.get(&link.target)?;
        let said = says_so(&link.node) || link.node.parent().is_some_and(|parent| says_so(&parent));
        if at <= link.at && !said {
            return None;
        }
        let named = is_note_id(&link.target.1);
        let raised = link.raised || link.node.children_it(false).any(|child| child.has_name("sup"));
        if !(said || raised || named || self.leads_back(link, &target)) {
            return None;
        }
        let body = body_of(target)?;
        let stands = self.at.get(&(link.target.0, body.id))?;
        let around = link.page == link.target.0 && *stands <= link.at && !said;
        (!around && has_more_than(&body, &mark) && !Self::is_within(link, &body)).then_some(body)
    }

    /// Whether a call stands in what would be its note.
    fn is_within(link: &Local<'a>, body: &NodeRef<'a>) -> bool {
        link.page == link.target.0
            && link.node.ancestors_it(None).any(|ancestor| ancestor.id == body.id)
    }

    /// Whether what `link` leads to is a link back to it.
    fn leads_back(&self, link: &Local<'a>, target: &NodeRef<'a>) -> bool {
        let Some(href) = attribute(target, "href") else { return false };
        let Some(id) = href.rsplit_once('#').map(|(_, id)| id.to_owned()) else { return false };
        self.ids.get(&(link.page, id)).is_some_and(|(_, call)| call.id == link.node.id)
    }

    /// Finds the links in notes that lead back.
    fn backs(&self, notes: &mut Notes<'a>) {
        let calls: HashSet<usize> = self
            .links
            .iter()
            .filter(|l| notes.calls.contains_key(&(l.page, l.node.id)))
            .map(|l| l.at)
            .collect();
        for link in self.links.iter().filter(|link| !calls.contains(&link.at)) {
            let Some((at, _)) = self.ids.get(&link.target) else { continue };
            let text = link.node.text();
            let short = text.trim().chars().count() <= 8;
            let inside = || {
                link.node
                    .ancestors_it(None)
                    .any(|node| notes.is_body.contains(&(link.page, node.id)))
            };
            if (short || marks(&link.node).contains("back")) && *at < link.at && inside() {
                notes.backs.insert((link.page, link.node.id));
            }
        }
    }
}

/// The mark of a call, without its brackets, if `link` reads like one.
fn mark(link: &NodeRef) -> Option<String> {
    let text: String = link.text().chars().take(40).collect();
    let mark = text.trim().trim_matches(['[', ']', '(', ')', '{', '}']).trim();
    let mark = ["Note", "note", "n.", "注", "주"]
        .iter()
        .find_map(|word| mark.strip_prefix(word))
        .unwrap_or(mark)
        .trim();
    let count = mark.chars().count();
    let number = count <= 5
        && mark
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'));
    let sign =
        count <= 3 && mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '#' | '¶' | '※'));
    let letter = count == 1 && mark.chars().all(char::is_alphabetic);
    let roman = count <= 6 && mark.chars().all(|c| "ivxlc".contains(c));
    (count > 0 && (number || sign || letter || roman)).then(|| mark.to_owned())
}

/// Whether an element says of itself that it calls a note.
fn says_so(node: &NodeRef) -> bool {
    let marks = marks(node);
    ["noteref", "footnote-ref", "footnoteref", "fnref", "reference-link"]
        .iter()
        .any(|mark| marks.contains(mark))
}

/// Whether an id is one that notes have.
fn is_note_id(id: &str) -> bool {
    let id = id.to_ascii_lowercase();
    let named =
        ["fn", "_ftn", "ftn", "_edn", "edn", "note", "footnote", "endnote", "cite_note", "ntr"];
    named.iter().any(|name| id.starts_with(name))
}

/// The element in which the note of a target stands.
fn body_of(target: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let mut node = target;
    while !is_block(&name(&node)) {
        node = node.parent()?;
    }
    let first = |node: &NodeRef, parent: &NodeRef| {
        parent.first_element_child().is_some_and(|f| f.id == node.id)
    };
    if let Some(parent) = node.parent() {
        let outer = name(&parent);
        let is_cell = matches!(&*name(&node), "td" | "th") && outer == "tr";
        if is_cell || (matches!(&*outer, "li" | "aside") && first(&node, &parent)) {
            node = parent;
        }
    }
    let name = name(&node);
    let whole = matches!(
        &*name,
        "body" | "html" | "article" | "main" | "table" | "tbody" | "dt" | "ul" | "ol"
    );
    (!whole && heading(&name).is_none()).then_some(node)
}

/// Whether a note says more than its mark.
fn has_more_than(body: &NodeRef, mark: &str) -> bool {
    let texts = body.descendants_it().filter(NodeRef::is_text);
    let mut letters = 0;
    for text in texts {
        letters += text.text().chars().filter(|c| c.is_alphanumeric()).take(100).count();
        if letters > mark.chars().count() + 1 {
            return true;
        }
    }
    false
}
