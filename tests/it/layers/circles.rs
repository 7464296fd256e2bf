//! Circles: files that use each other, however many lie between.

use std::collections::{BTreeMap, BTreeSet};

/// What uses what.
pub(super) type Graph<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The groups of files in which each reaches every other.
pub(super) fn circles<'a>(graph: &Graph<'a>) -> BTreeSet<BTreeSet<&'a str>> {
    let reached: BTreeMap<_, _> = graph.keys().map(|file| (*file, reach(graph, file))).collect();
    let together = |file: &&'a str| -> BTreeSet<&'a str> {
        let back = reached[file]
            .iter()
            .filter(|other| reached.get(*other).is_some_and(|further| further.contains(file)));
        back.copied().collect()
    };
    graph.keys().map(together).filter(|circle| !circle.is_empty()).collect()
}

/// All that can be reached from a file; the file itself if there is a way back.
fn reach<'a>(graph: &Graph<'a>, from: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = vec![from];
    while let Some(file) = next.pop() {
        let further = graph.get(file).into_iter().flatten();
        next.extend(further.filter(|other| reached.insert(**other)));
    }
    reached
}
