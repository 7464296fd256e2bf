//! Actors that a section names and never links.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::decode::Decoder;
use super::fault::Change;
use super::rule::UNLINKED;
use super::sentences;
use super::yaml::{self, YamlNode, YamlValue};
use crate::base::cut;
use crate::model::{Actor, ActorIx, Target, Text};

/// Names of more words than this are not looked for.
const WORDS: usize = 8;

/// Every actor's names, word by word: from a step and a word to the next step. Looking one up
/// in a text costs the text's length, however many names there are.
pub(super) struct ActorNames {
    steps: Vec<TrieNode>,
    /// The bytes that a name begins with: most words of a text are passed over at a glance.
    first: HashSet<u8>,
    ids: Vec<String>,
    /// Every name with its actor's number.
    all: Vec<(String, usize)>,
}

#[derive(Default)]
struct TrieNode {
    next: HashMap<Box<str>, usize>,
    /// Whose name ends here.
    end: Option<ActorIx>,
}

impl ActorNames {
    pub(super) fn of(actors: &[Actor]) -> Self {
        let ids = actors.iter().map(|actor| actor.id.clone()).collect();
        let (first, all) = (HashSet::new(), Vec::new());
        let mut names = Self { steps: vec![TrieNode::default()], first, ids, all };
        for (at, actor) in actors.iter().enumerate() {
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                names.enter(name, ActorIx::new(at));
                names.all.push((name.clone(), at));
            }
        }
        names
    }

    /// Every name and alias.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(name, _)| name.as_str())
    }

    /// The id of the first actor who has this name.
    pub(super) fn id_of(&self, name: &str) -> Option<&str> {
        let (_, at) = self.all.iter().find(|(one, _)| one == name)?;
        self.ids.get(*at).map(String::as_str)
    }

    /// The id of the actor who alone has this name.
    pub(super) fn only_id_of(&self, name: &str) -> Option<&str> {
        let mut found = self.all.iter().filter(|(one, _)| one == name).map(|(_, at)| *at);
        let first = found.next()?;
        if found.all(|other| other == first) {
            self.ids.get(first).map(String::as_str)
        } else {
            None
        }
    }

    fn enter(&mut self, name: &str, actor: ActorIx) {
        let words: Vec<_> = words(name).map(|range| &name[range]).collect();
        if words.is_empty() || words.len() > WORDS {
            return;
        }
        self.first.extend(words.first().and_then(|word| word.bytes().next()));
        let mut at = 0;
        for word in words {
            let fresh = self.steps.len();
            let Some(step) = self.steps.get_mut(at) else { return };
            at = *step.next.entry(word.into()).or_insert(fresh);
            if at == fresh {
                self.steps.push(TrieNode::default());
            }
        }
        if let Some(step) = self.steps.get_mut(at) {
            step.end.get_or_insert(actor);
        }
    }
}

/// The words of a text, as ranges of bytes.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let len = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        at = start + len;
        Some(start..at)
    })
}

/// What a section names and links.
pub(super) struct Mentions<'n> {
    names: &'n ActorNames,
    /// Where each actor is named first.
    named: Vec<NamedActor>,
    /// The texts that those names stand in, each with its place in the file.
    texts: Vec<(Range<usize>, String)>,
    seen: HashSet<ActorIx>,
    linked: HashSet<ActorIx>,
}

/// A name in a text.
struct NamedActor {
    actor: ActorIx,
    name: String,
    /// The number of the text, the run of it that has the name, and how far into that it is.
    place: Option<(usize, Range<usize>, usize)>,
}

impl<'n> Mentions<'n> {
    pub(super) fn new(names: &'n ActorNames) -> Self {
        let (seen, linked) = (HashSet::new(), HashSet::new());
        Self { names, named: Vec::new(), texts: Vec::new(), seen, linked }
    }

    pub(super) fn names(&self) -> &'n ActorNames {
        self.names
    }

    pub(super) fn linked(&mut self, actor: ActorIx) {
        self.linked.insert(actor);
    }

    /// Takes in a text and where it stands.
    pub(super) fn read(&mut self, cx: &Decoder<'_>, node: &YamlNode<'_>, text: &Text) {
        let full = cx.faults.full(&UNLINKED);
        let number = self.texts.len();
        let mut fresh = false;
        for target in text.targets() {
            if let Target::Actor(at) = target {
                self.linked.insert(*at);
            }
        }
        if self.names.first.is_empty() {
            return;
        }
        for span in text.spans.iter().filter(|span| span.target.is_none()) {
            let Some(words) = text.plain.get(span.range.clone()) else { continue };
            for (actor, range) in self.find(words) {
                if self.seen.insert(actor) {
                    let name = cut(words, range.clone()).to_owned();
                    // Whether it is linked further on is not known yet, and where a name stands
                    // takes a walk over the text: that waits until it is a hint that is kept.
                    let place = (!full).then(|| (number, span.source.clone(), range.start));
                    fresh |= place.is_some();
                    self.named.push(NamedActor { actor, name, place });
                }
            }
        }
        if fresh && let YamlValue::Text(value) = &node.value {
            self.texts.push((node.range(), value.clone().into_owned()));
        } else if fresh {
            self.texts.push((node.range(), String::new()));
        }
    }

    /// The names in `text`, the longest at each place.
    fn find(&self, text: &str) -> Vec<(ActorIx, Range<usize>)> {
        let all: Vec<_> = words(text).collect();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(first) = all.get(from) {
            let begins = text.as_bytes().get(first.start);
            if !begins.is_some_and(|byte| self.names.first.contains(byte)) {
                from += 1;
                continue;
            }
            let mut step = self.names.steps.first();
            let mut longest = None;
            for (count, word) in all.iter().skip(from).take(WORDS).enumerate() {
                let key = cut(text, word.clone());
                let next = step.and_then(|step| step.next.get(key));
                step = next.and_then(|next| self.names.steps.get(*next));
                let Some(reached) = step else { break };
                if let Some(actor) = reached.end {
                    longest = Some((count + 1, actor, first.start..word.end));
                }
            }
            let (taken, hit) = match longest {
                Some((count, actor, range)) => (count, Some((actor, range))),
                None => (1, None),
            };
            found.extend(hit);
            from += taken;
        }
        found
    }

    /// Hints at every actor that is named and not linked.
    pub(super) fn report(self, cx: &mut Decoder<'_>) {
        let Self { texts, linked, .. } = self;
        let unlinked = self.named.into_iter().filter(|named| !linked.contains(&named.actor));
        for NamedActor { actor, name, place } in unlinked {
            let kept = place.filter(|_| !cx.faults.full(&UNLINKED));
            let number = kept.as_ref().map(|(number, ..)| *number);
            let at = kept.and_then(|(number, source, from)| {
                let (whole, value) = texts.get(number)?;
                let found = find_word(value, &source, from, &name);
                found.and_then(|found| cx.locate(whole, value, &found)).or(Some(whole.clone()))
            });
            let id = self.names.ids.get(actor.get()).map_or("", String::as_str);
            let fault = sentences::unlinked_actor(&name, id);
            let whole = number.and_then(|number| texts.get(number)).map(|(whole, _)| whole);
            let fault = match (&at, whole) {
                (Some(at), Some(whole)) if self.names.only_id_of(&name) == Some(id) => {
                    link_edits(cx, whole, at, &name, id).into_iter().fold(fault, |fault, edits| {
                        fault.mended(sentences::link(&name), Change::InFile(edits))
                    })
                }
                _ => fault,
            };
            cx.fault(at.unwrap_or_default(), fault);
        }
    }
}

/// What makes a link of `name`, which is at bytes `at` of the file in the scalar at `whole`; `None` if it is written
/// otherwise there. A plain value is put in quotes where the link would be read as a list.
fn link_edits(
    cx: &Decoder<'_>,
    whole: &Range<usize>,
    at: &Range<usize>,
    name: &str,
    id: &str,
) -> Option<Vec<(Range<usize>, String)>> {
    let text = &cx.file.text;
    if cut(text, at.clone()) != name {
        return None;
    }
    let link = format!("[{name}](actor:{id})");
    let raw = cut(text, whole.clone());
    let line_start = cut(text, ..whole.start).rfind('\n').map_or(0, |at| at + 1);
    let may_be_in_brackets = cut(text, line_start..whole.start).contains(['[', '{']);
    let is_plain = !raw.starts_with(['"', '\'', '|', '>']) && !raw.ends_with('\n');
    if !is_plain || (at.start > whole.start && !may_be_in_brackets) {
        return Some(vec![(at.clone(), link)]);
    }
    let head = cut(text, whole.start..at.start);
    let tail = cut(text, at.end..whole.end);
    Some(vec![(whole.clone(), yaml::quoted(&format!("{head}{link}{tail}")))])
}

/// Where `name` stands as words of its own in the part `source` of a text. Markup only makes
/// what is written longer than what is read, so it is at byte `from` of that part or after it.
fn find_word(value: &str, source: &Range<usize>, from: usize, name: &str) -> Option<Range<usize>> {
    let start = value.ceil_char_boundary(source.start + from);
    let part = value.get(start..source.end)?;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let find = |name: &str| {
        let whole = |at: &usize| {
            let before = part.get(..*at).and_then(|head| head.chars().next_back());
            let after = part.get(at + name.len()..).and_then(|rest| rest.chars().next());
            !letter(before) && !letter(after)
        };
        part.match_indices(name).map(|(at, _)| at).find(whole)
    };
    // A name that goes over the end of a line is written otherwise than it reads.
    let first = words(name).next().and_then(|first| name.get(first))?;
    let (at, len) = find(name)
        .map(|at| (at, name.len()))
        .or_else(|| find(first).map(|at| (at, first.len())))?;
    Some(start + at..start + at + len)
}
