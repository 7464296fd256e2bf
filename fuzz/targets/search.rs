//! Any query on any text: what is found is in the text, and the search of a whole briefing finds
//! in each of its texts what the search of that text alone finds.
//!
//! The first line is the query, an expression behind a first `/`; the rest is the text.

#![no_main]

use std::collections::BTreeMap;
use std::ops::Range;

use attache::model::{Block, BlockKind, Briefing, Discussion, Section, Term, Text};
use attache::text::search::{Corpus, Hits, Query};
use libfuzzer_sys::fuzz_target;
use unicode_segmentation::UnicodeSegmentation as _;

/// How many hits the small list keeps.
const FEW: usize = 5;

fuzz_target!(|input: &str| {
    let (typed, text) = input.split_once('\n').unwrap_or((input, input));
    let (typed, is_regex) = typed.strip_prefix('/').map_or((typed, false), |typed| (typed, true));
    let Ok(query) = Query::new(typed, is_regex) else { return };
    hold_ranges(&query.ranges(text), text);
    let briefing = briefing(text);
    let corpus = Corpus::of(&briefing);
    let all = corpus.search(&query, true, usize::MAX);
    hold_hits(&all, &query, &briefing);
    hold_few(&corpus, &query, &all);
    let public = corpus.search(&query, false, usize::MAX);
    assert!(public.kept.iter().all(|hit| all.kept.contains(hit)) || all.more);
});

/// Holds that `ranges` are in `text`, in order, and part no grapheme cluster.
fn hold_ranges(ranges: &[Range<usize>], text: &str) {
    let starts: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    let parts = |at: usize| at != text.len() && starts.binary_search(&at).is_err();
    for range in ranges {
        assert!(range.start < range.end && range.end <= text.len(), "{range:?} of {text:?}");
        assert!(!parts(range.start) && !parts(range.end), "{range:?} of {text:?}");
    }
    assert!(ranges.is_sorted_by_key(|range| (range.start, range.end)), "{ranges:?} of {text:?}");
}

/// Holds that each text has the hits that a search of it alone finds.
fn hold_hits(hits: &Hits, query: &Query, briefing: &Briefing) {
    assert_eq!((hits.first, hits.kept.len()), (0, hits.total));
    let mut found: BTreeMap<usize, (&str, Vec<Range<usize>>)> = BTreeMap::new();
    for hit in &hits.kept {
        let (_, ranges) = found.entry(hit.entry).or_insert((hit.text(briefing), Vec::new()));
        ranges.push(hit.range(briefing));
    }
    for (text, ranges) in found.into_values().filter(|_| !hits.more) {
        assert_eq!(ranges, query.ranges(text), "of {text:?}");
    }
}

/// Holds that of many hits those are kept that are around the text asked for.
fn hold_few(corpus: &Corpus, query: &Query, all: &Hits) {
    let from = all.kept.get(all.total / 2).map_or(0, |hit| hit.entry);
    let few = corpus.search_around(query, true, from, FEW, || true).expect("nobody gives it up");
    assert!(few.kept.len() <= FEW);
    assert_eq!((few.total, few.more), (all.total, all.more));
    assert_eq!(few.kept, all.kept[few.first..few.first + few.kept.len()]);
}

/// A briefing that says `text` where prose, names and the teacher's words stand.
fn briefing(text: &str) -> Briefing {
    let text = Text::unmarked(text);
    let block = Block {
        id: "p1".to_owned(),
        kind: BlockKind::Paragraph(text.clone()),
        evidence: None,
        confidence: None,
        sources: Vec::new(),
    };
    let section =
        Section { title: "A section".to_owned(), blocks: vec![block], ..Section::default() };
    let term = Term { term: text.plain.clone(), definition: text.clone(), ..Term::default() };
    let asked = Discussion { question: text.clone(), hint: Some(text), ..Discussion::default() };
    let mut briefing = Briefing::default();
    briefing.sections.push(section);
    briefing.terms.push(term);
    briefing.discussion.push(asked);
    briefing.indexed()
}
