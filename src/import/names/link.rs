//! Mentions of actors in the text, as links.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::base::cut;
use crate::import::draft::{Draft, DraftActor, link_parts};

/// Links the first mention of each actor in each block.
pub(super) fn link(draft: &mut Draft, actors: &[DraftActor]) {
    let names = Names::of(actors);
    for block in draft.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        let mut linked = HashSet::new();
        block.each_text(&mut |words| {
            link_parts(words, |text, from| names.find(text, from, &mut linked));
        });
    }
}

/// Names by their first words, the longest first, each with whose it is.
struct Names<'a> {
    by_word: HashMap<&'a str, Vec<(&'a str, &'a str)>>,
}

impl<'a> Names<'a> {
    fn of(actors: &'a [DraftActor]) -> Self {
        let mut by_word: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
        for actor in actors {
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                by_word.entry(first_word(name)).or_default().push((name, &actor.id));
            }
        }
        for names in by_word.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Self { by_word }
    }

    /// The next name in `text` behind `from` whose actor is not linked yet, and its address.
    fn find(
        &self,
        text: &str,
        from: usize,
        linked: &mut HashSet<&'a str>,
    ) -> Option<(Range<usize>, String)> {
        let mut at = from;
        while let Some(start) = cut(text, at..).find(char::is_alphanumeric) {
            let start = at + start;
            let rest = cut(text, start..);
            let word = first_word(rest);
            at = start + word.len();
            let names = self.by_word.get(word).map(Vec::as_slice).unwrap_or_default();
            let is_whole = |name: &str| {
                rest.strip_prefix(name)
                    .is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
            };
            let Some((name, id)) = names.iter().find(|(name, _)| is_whole(name)) else { continue };
            at = start + name.len();
            if linked.insert(id) {
                return Some((start..at, format!("actor:{id}")));
            }
        }
        None
    }
}

fn first_word(text: &str) -> &str {
    cut(text, ..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}
