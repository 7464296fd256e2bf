//! What holds for any text.

use std::ops::Range;

use attache::model::kept::{Anchor, Finder, Resolution};
use attache::model::{BlockIx, BlockKind, Briefing, Section, SectionIx, Text};
use proptest::prelude::*;

use super::block;

/// A briefing of one section with these paragraphs.
fn counted(paragraphs: &[String]) -> Briefing {
    let block = |(n, words): (usize, &String)| {
        block(&format!("p{n}"), BlockKind::Paragraph(Text::unmarked(words)))
    };
    let blocks = (1..).zip(paragraphs).map(block).collect();
    let mut briefing = Briefing::default();
    briefing.sections = vec![Section { id: "one".to_owned(), blocks, ..Section::default() }];
    briefing.indexed()
}

/// The words that an anchor leads to.
fn found(anchor: &Anchor, briefing: &Briefing) -> Option<(BlockIx, Range<usize>)> {
    match anchor.find(briefing) {
        Resolution::At { block, bytes } | Resolution::Moved { block, bytes } => {
            bytes.map(|bytes| (block, bytes))
        }
        Resolution::Card(_) | Resolution::Adrift { .. } => None,
    }
}

/// What is compared of words.
fn bare(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn words_are_found_after_edits_elsewhere(
        paragraphs in prop::collection::vec(sentence(12..40), 1..6),
        chosen in 0..6_usize,
        words in (0..40_usize, 2..9_usize),
        edits in prop::collection::vec((0..6_usize, 0..400_usize, 0..4_usize), 1..5),
        put_before in prop::option::of((0..6_usize, sentence(5..20))),
    ) {
        let chosen = chosen % paragraphs.len();
        let starts: Vec<usize> = paragraphs[chosen].match_indices(' ').map(|(at, _)| at + 1).collect();
        let first = words.0 % (starts.len() - 1);
        let last = (first + words.1).min(starts.len() - 1);
        let bytes = starts[first]..starts[last] - 1;
        let exact = paragraphs[chosen][bytes.clone()].to_owned();
        let at = BlockIx::new(SectionIx::new(0), chosen);
        let anchor = Anchor::at(&counted(&paragraphs), at, Some(bytes.clone()));
        // A letter is put in, left out or changed, but in the words.
        let mut edited = paragraphs.clone();
        let mut here = bytes;
        for (n, byte, kind) in edits {
            let n = n % edited.len();
            let byte = byte % edited[n].len();
            if n == chosen && (here.start.saturating_sub(1)..=here.end).contains(&byte) {
                continue;
            }
            let letter = if kind == 0 { "" } else { ["", "x", "xy", ", "][kind] };
            let until = if kind == 1 { byte } else { byte + 1 };
            edited[n].replace_range(byte..until, letter);
            if n == chosen && byte < here.start {
                let by = |at: usize| at + letter.len() - (until - byte);
                here = by(here.start)..by(here.end);
            }
        }
        let mut expected = chosen;
        if let Some((n, paragraph)) = put_before {
            let n = n % edited.len();
            edited.insert(n, paragraph);
            expected += usize::from(n <= chosen);
        }
        let briefing = counted(&edited);
        let Some((block, bytes)) = found(&anchor, &briefing) else {
            return Err(TestCaseError::fail(format!("{exact:?} is not found in {edited:#?}")));
        };
        prop_assert_eq!(block, BlockIx::new(SectionIx::new(0), expected));
        prop_assert_eq!(&briefing.block(block).logical()[bytes.clone()], exact);
        prop_assert_eq!(bytes, here);
    }

    #[test]
    fn no_words_are_found_that_are_too_far_off(
        before in prop::collection::vec(few_words(), 1..5),
        after in prop::collection::vec(few_words(), 0..5),
        chosen in 0..5_usize,
        bytes in (0..60_usize, 1..60_usize),
    ) {
        let at = BlockIx::new(SectionIx::new(0), chosen % before.len());
        let anchor = Anchor::at(&counted(&before), at, Some(bytes.0..bytes.0 + bytes.1));
        let briefing = counted(&after);
        if let (Some(quote), Some((block, bytes))) = (&anchor.quote, found(&anchor, &briefing)) {
            let text = briefing.block(block).logical();
            let (then, now) = (bare(&quote.exact), bare(&text[bytes]));
            let most = then.chars().count().max(now.chars().count()) / 2;
            prop_assert!(strsim::levenshtein(&then, &now) <= most, "{then:?} became {now:?}");
        }
    }

    #[test]
    fn what_was_not_edited_is_found(
        blocks in prop::collection::vec(words(), 1..4),
        chosen in 0..4_usize,
        bytes in (0..60_usize, 0..60_usize),
    ) {
        let briefing = counted(&blocks);
        let at = BlockIx::new(SectionIx::new(0), chosen % blocks.len());
        let anchor = Anchor::at(&briefing, at, Some(bytes.0..bytes.1));
        let Resolution::At { block, bytes } = Finder::new(&briefing).find(&anchor) else {
            return Err(TestCaseError::fail(format!("{anchor:?}")));
        };
        prop_assert_eq!(block, at);
        let text = briefing.block(at).logical();
        let found = bytes.map(|bytes| text[bytes].to_owned());
        prop_assert_eq!(found, anchor.quote.map(|quote| quote.exact));
    }
}

/// Text with the characters that are hard to tell apart.
fn words() -> impl Strategy<Value = String> {
    "([a-c ]|\\PC|[\u{301}\u{306}\u{200D}\u{FE0F}👩🇰🇵조\u{1112}\u{1161}\u{11AB}é’'“\n]){0,40}"
}

/// So many words.
fn sentence(words: Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec("[a-z]{3,9}".no_shrink(), words).prop_map(|words| words.join(" "))
}

/// Words that are all alike.
fn few_words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "upper",
        "lower",
        "ferry",
        "runs",
        "Runs,",
        "the",
        "The",
        "조약을",
        "조약이",
        "4",
        "5",
    ]);
    prop::collection::vec(word, 1..14).prop_map(|words| words.join(" "))
}
