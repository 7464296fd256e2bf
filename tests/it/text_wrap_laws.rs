//! What holds of every broken text.

use attache::text::{Face, Hyphens, Line, Measure, Rich, Role, Segment, columns, wrap};
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_line_is_wider_than_the_measure(rich in rich(), width in 0_usize..30, tag in tag()) {
        for line in lines(&rich, width, tag) {
            let painted: usize = line.segments.iter().map(|s| columns(&s.words)).sum();
            prop_assert_eq!(line.width, painted);
            prop_assert!(line.width <= width, "{} > {}: {:?}", line.width, width, line);
        }
    }

    #[test]
    fn every_visible_byte_is_shown_once(rich in rich(), width in 1_usize..30, tag in tag()) {
        let lines = lines(&rich, width, tag);
        let segments = lines.iter().flat_map(|line| &line.segments);
        let mut at = 0;
        for segment in segments {
            let skipped = &rich.plain[at..segment.range.start];
            prop_assert!(skipped.chars().all(may_go), "left out: {:?}", skipped);
            prop_assert!(!segment.range.is_empty());
            at = segment.range.end;
        }
        prop_assert!(rich.plain[at..].chars().all(may_go), "left out: {:?}", &rich.plain[at..]);
    }

    #[test]
    fn words_are_those_of_the_range(rich in rich(), width in 8_usize..30, tag in tag()) {
        for line in lines(&rich, width, tag) {
            let (last, others) = line.segments.split_last().unzip();
            for segment in others.unwrap_or_default() {
                prop_assert_eq!(&segment.words, &rich.plain[segment.range.clone()]);
            }
            if let Some(Segment { words, range, .. }) = last {
                let hyphen = words.strip_prefix(&rich.plain[range.clone()]);
                prop_assert!(matches!(hyphen, Some("" | "-")), "{:?}", words);
            }
        }
    }

    #[test]
    fn no_line_ends_in_space(rich in rich(), width in 2_usize..30) {
        let lines = lines(&rich, width, "en");
        for line in &lines {
            let shown: String = line.segments.iter().map(|s| &*s.words).collect();
            prop_assert!(!shown.ends_with(' '), "{:?}", shown);
        }
    }

    #[test]
    fn segments_have_the_face_of_their_text(rich in rich(), width in 1_usize..30) {
        for segment in lines(&rich, width, "de").iter().flat_map(|line| &line.segments) {
            // The end of a cluster may be in another run: the start decides.
            let run = rich.runs.iter().find(|run| run.range.contains(&segment.range.start));
            prop_assert_eq!(run.map(|run| (run.face, run.link)), Some((segment.face, segment.link)));
        }
    }

    #[test]
    fn runs_that_lie_do_no_harm(words in "\\PC{0,20}", a in 0_usize..30, b in 0_usize..30) {
        let mut rich = Rich::new(&words, Role::Body);
        for run in &mut rich.runs {
            run.range = a..b;
        }
        lines(&rich, 7, "en");
    }
}

fn lines(rich: &Rich, width: usize, tag: &str) -> Vec<Line> {
    wrap(rich, &Measure { width, hyphens: Hyphens::new(tag).as_ref(), unbroken: false })
}

fn may_go(c: char) -> bool {
    c.is_whitespace() || c == '\u{AD}'
}

fn tag() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "en", "de", "fr", "ru", "hi"])
}

/// Texts of a few runs, some of them links, some code.
fn rich() -> impl Strategy<Value = Rich> {
    let words = "([a-z]{1,12}|[A-Za-zäöüß]{1,20}|[ \n\u{AD}\u{A0}\u{2003}\u{3000}-]|[а-я]{1,9}|\\PC|\
                 [가-힣]{1,4}|[条約、。「」ー]{1,4}|[\u{301}\u{200D}\u{FE0F}👩👧🇰🇵☎\u{1112}\u{1161}ｶﾞ]|\
                 международный |Verteidigungsgemeinschaft |https://a.org/b ){0,12}";
    let run = (words, prop::option::of(0_usize..3), any::<bool>());
    prop::collection::vec(run, 0..6).prop_map(|runs| {
        let mut rich = Rich::default();
        for (words, link, code) in runs {
            let face = Face { code, ..Face::default() };
            match link {
                Some(link) => rich.link(&words, face, link),
                None => rich.push(&words, face),
            };
        }
        rich
    })
}
