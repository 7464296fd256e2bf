//! The bundled briefing keeps what it promises: complete, sourced, linked, readable; `editions.rs` holds its editions
//! to it.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::collections::HashSet;
use std::path::Path;

use attache::diagnostic::Severity;
use attache::load;
use attache::model::{Block, BlockKind, Briefing, Target, Text};

/// Words that a reader takes in a minute.
const PACE: f64 = 220.0;

fn bundled() -> Briefing {
    open("russia-dprk-treaty")
}

fn open(id: &str) -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings").join(id);
    let loaded = load::open(&folder);
    let wrong: Vec<_> =
        loaded.diagnostics.iter().filter(|one| one.severity != Severity::Hint).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    loaded.briefing.expect("the bundled briefing")
}

fn paragraphs(briefing: &Briefing) -> impl Iterator<Item = (&str, &Block, &Text)> {
    briefing.sections.iter().flat_map(|section| {
        section.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some((section.id.as_str(), block, text)),
            _ => None,
        })
    })
}

/// Every text of the briefing that a reader can come to.
fn texts(briefing: &Briefing) -> Vec<&Text> {
    let mut texts: Vec<&Text> = briefing.blocks().flat_map(|(_, block)| block.texts()).collect();
    texts.extend(briefing.articles().flat_map(|(_, article)| article.texts()));
    texts.extend(briefing.instruments.iter().filter_map(|one| one.summary.as_ref()));
    let actors = briefing.actors.iter().flat_map(|one| [&one.role, &one.stance]);
    texts.extend(actors.flatten());
    texts.extend(briefing.terms.iter().map(|one| &one.definition));
    texts.extend(briefing.events.iter().filter_map(|one| one.text.as_ref()));
    texts
}

/// Everything that is linked from a text, a list of articles, a relation or a quotation.
fn reachable(briefing: &Briefing) -> HashSet<Target> {
    let mut found: HashSet<Target> =
        texts(briefing).into_iter().flat_map(Text::targets).cloned().collect();
    found.extend(briefing.articles().flat_map(|(_, article)| article.targets()));
    for (at, _) in briefing.blocks() {
        found.extend(briefing.index().cites(at).iter().cloned());
    }
    for actor in &briefing.actors {
        found.extend(actor.relations.iter().map(|relation| Target::Actor(relation.to)));
    }
    for instrument in &briefing.instruments {
        found.extend(instrument.parties.iter().map(|party| Target::Actor(*party)));
    }
    let articles: Vec<_> = found.iter().filter_map(Target::article).collect();
    for at in articles {
        found.insert(Target::Article(at));
        found.insert(Target::Instrument(at.instrument));
    }
    found
}

#[test]
fn three_sections_of_prose() {
    let briefing = bundled();
    let ids: Vec<&str> = briefing.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["treaty-content", "south-koreas-needs", "regional-impact"]);
    for section in &briefing.sections {
        let here = paragraphs(&briefing).filter(|(id, ..)| *id == section.id);
        let words: Vec<usize> = here.map(|(.., text)| text.words()).collect();
        assert!(words.len() >= 12, "{}: {} paragraphs", section.id, words.len());
        assert!(words.iter().sum::<usize>() >= 900, "{}: {words:?}", section.id);
    }
}

#[test]
fn every_paragraph_says_what_it_rests_on() {
    let briefing = bundled();
    for (section, block, text) in paragraphs(&briefing) {
        assert!(block.evidence.is_some(), "{section}/{}", block.id);
        assert!(!block.sources.is_empty(), "{section}/{}", block.id);
        assert!(text.words() <= 90, "{section}/{}: {} words", block.id, text.words());
        assert!(text.targets().next().is_some(), "{section}/{} links nothing", block.id);
    }
}

#[test]
fn the_stated_reading_time_is_right() {
    check_reading_time("russia-dprk-treaty", "About ");
    check_reading_time("russia-dprk-treaty-ko", "약 ");
}

fn check_reading_time(id: &str, about: &str) {
    for section in &open(id).sections {
        let summary = section.summary.as_ref().expect("a summary").plain.as_str();
        let (_, rest) = summary.rsplit_once(about).expect("a reading time");
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let stated: f64 = digits.parse().expect("minutes");
        let words = f64::from(u32::try_from(section.words()).expect("few words"));
        let exact = words / PACE;
        let close = (stated - exact).abs() <= exact * 0.15;
        assert!(close, "{}: {stated} minutes for {exact:.1}", section.id);
        let shown = u32::try_from(attache::text::minutes(section.words())).expect("few minutes");
        assert!((stated - f64::from(shown)).abs() < 0.5, "{}: {shown} minutes shown", section.id);
    }
}

#[test]
fn a_bare_number_stands_in_the_first_instrument_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let text = std::fs::read_to_string(folder.join("instruments.yaml")).expect("the instruments");
    let first = text.lines().filter(|line| line.starts_with("  - id: ")).nth(1).expect("a second");
    let (_, rest) = text.split_once(first).expect("the second instrument");
    for line in rest.lines().map(str::trim) {
        let list = line.strip_prefix("see: [").or_else(|| line.strip_prefix("compare: ["));
        let list = list.and_then(|list| list.strip_suffix(']')).unwrap_or_default();
        let bare = list.split(", ").find(|one| !one.is_empty() && !one.contains('/'));
        assert_eq!(bare, None, "{line}");
    }
}

#[test]
fn a_quotation_can_be_read_alone() {
    for (at, block) in bundled().blocks() {
        if matches!(block.kind, BlockKind::Quote { .. }) {
            assert!(block.words() >= 5, "{}: {}", at.get(), block.logical());
        }
    }
}

/// Whether `name` stands in the text as words of their own.
fn names(text: &Text, name: &str) -> bool {
    let capitals = name.chars().all(|one| !one.is_lowercase());
    let fold = |text: &str| if capitals { text.to_owned() } else { text.to_lowercase() };
    let (text, name) = (fold(&text.plain), fold(name));
    let inside = |one: Option<char>| one.is_some_and(|one| one.is_alphanumeric() || one == '-');
    text.match_indices(&name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !inside(before.chars().next_back()) && !inside(after.chars().next())
    })
}

#[test]
fn a_section_links_a_term_where_it_first_names_it() {
    let briefing = bundled();
    let mut missed = Vec::new();
    for section in &briefing.sections {
        for (at, term) in briefing.terms.iter().enumerate() {
            let target = Target::Term(attache::model::TermIx::new(at));
            let known = |text: &&Text| {
                let mut words = std::iter::once(&term.term).chain(&term.aliases);
                words.any(|word| names(text, word)) || text.targets().any(|one| *one == target)
            };
            let mut blocks = section.blocks.iter().filter(|block| !block.is_heading());
            let first = blocks.find(|block| block.texts().iter().any(known));
            let linked = |block: &Block| {
                block.texts().iter().any(|text| text.targets().any(|one| *one == target))
            };
            if let Some(block) = first.filter(|block| !linked(block)) {
                missed.push(format!("{} in {}/{}", term.term, section.id, block.id));
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn a_note_stands_right_behind_what_it_corrects() {
    let briefing = bundled();
    for (at, block) in briefing.blocks() {
        if let BlockKind::Note { about, .. } = &block.kind {
            let about = about.expect("what the note is about");
            assert!(!block.sources.is_empty(), "{}", block.id);
            assert!(matches!(briefing.block(about).kind, BlockKind::Paragraph(_)), "{}", block.id);
            let blocks = &briefing.section(at.section).blocks;
            let (from, to) = (about.get() + 1, at.get());
            let between = blocks.get(from..to).expect("the paragraph comes first");
            let beside = |one: &Block| matches!(one.kind, BlockKind::Quote { .. });
            assert!(between.iter().all(beside), "{}", block.id);
        }
    }
}

#[test]
fn every_source_is_cited() {
    let briefing = bundled();
    let mut places: Vec<_> =
        briefing.blocks().flat_map(|(_, block)| block.sources.clone()).collect();
    places.extend(briefing.articles().flat_map(|(_, article)| article.sources.clone()));
    places.extend(briefing.actors.iter().flat_map(|actor| actor.sources.clone()));
    places.extend(briefing.terms.iter().flat_map(|term| term.sources.clone()));
    places.extend(briefing.events.iter().flat_map(|event| event.sources.clone()));
    let cited: HashSet<_> = places.iter().map(|place| place.source).collect();
    let sources = briefing.sources.iter().enumerate();
    let idle: Vec<&str> = sources
        .filter(|(at, _)| !cited.contains(&attache::model::SourceIx::new(*at)))
        .map(|(_, source)| source.id.as_str())
        .collect();
    assert_eq!(idle, Vec::<&str>::new());
}

#[test]
fn everything_can_be_reached() {
    let briefing = bundled();
    let found = reachable(&briefing);
    let instruments = (0..briefing.instruments.len())
        .map(|n| Target::Instrument(attache::model::InstrumentIx::new(n)));
    let actors = (0..briefing.actors.len()).map(|n| Target::Actor(attache::model::ActorIx::new(n)));
    let terms = (0..briefing.terms.len()).map(|n| Target::Term(attache::model::TermIx::new(n)));
    let events = (0..briefing.events.len()).map(|n| Target::Event(attache::model::EventIx::new(n)));
    let articles = briefing.articles().map(|(at, _)| Target::Article(at));
    let all = instruments.chain(actors).chain(terms).chain(events).chain(articles);
    let lost: Vec<String> =
        all.filter(|one| !found.contains(one)).map(|one| briefing.name(&one)).collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn there_are_links_where_a_reader_wants_them() {
    let briefing = bundled();
    let all: Vec<&Target> = texts(&briefing).into_iter().flat_map(Text::targets).collect();
    let count = |kind: fn(&Target) -> bool| all.iter().filter(|target| kind(target)).count();
    assert!(count(|target| matches!(target, Target::Article(_))) >= 80);
    assert!(count(|target| matches!(target, Target::Actor(_))) >= 90);
    assert!(count(|target| matches!(target, Target::Term(_))) >= 25);
}

#[test]
fn the_treaty_is_whole_and_compared() {
    let briefing = bundled();
    let treaty = &briefing.instruments[0];
    let numbers: Vec<&str> = treaty.articles.iter().map(|one| one.number.as_str()).collect();
    let expected = (1..=23).map(|number| number.to_string());
    let expected: Vec<String> = std::iter::once("preamble".to_owned()).chain(expected).collect();
    assert_eq!(numbers, expected);
    for (_, article) in briefing.articles() {
        let gist = article.gist.as_ref().map(|text| text.plain.to_lowercase()).unwrap_or_default();
        assert_ne!(
            gist.trim_end_matches('.'),
            article.title.as_deref().expect("a title").to_lowercase()
        );
        assert!(article.gist.is_some() && article.meaning.is_some(), "{}", article.number);
    }
    let (four, _) = briefing.articles().find(|(_, one)| one.number == "4").expect("Article 4");
    let counterparts = briefing.index().counterparts(&Target::Article(four)).iter();
    let names: Vec<String> = counterparts.map(|other| briefing.reference(other)).collect();
    for other in [
        "treaty-1961/1",
        "china-dprk-1961/II",
        "us-rok-1953/III",
        "un-charter/51",
        "russia-iran-2025/3",
    ] {
        let other = format!("article:{other}");
        assert!(names.contains(&other), "{other} is not in {names:?}");
    }
}

#[test]
fn what_is_compared_is_taken_apart() {
    let briefing = bundled();
    let bare: Vec<String> = briefing
        .articles()
        .filter(|(at, article)| {
            let compared = !briefing.index().counterparts(&Target::Article(*at)).is_empty();
            compared && article.elements.is_empty()
        })
        .map(|(at, _)| briefing.reference(&Target::Article(at)))
        .collect();
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn relations_are_told_from_both_ends() {
    let briefing = bundled();
    for actor in &briefing.actors {
        for relation in &actor.relations {
            let other = briefing.actor(relation.to);
            let back = other.relations.iter().find(|one| briefing.actor(one.to).id == actor.id);
            let back = back.unwrap_or_else(|| panic!("{} tells not of {}", other.id, actor.id));
            assert!(relation.tone.is_some(), "{} to {}", actor.id, other.id);
            assert_eq!(relation.tone, back.tone, "{} and {}", actor.id, other.id);
        }
    }
}

#[test]
fn the_class_has_enough_to_do() {
    let briefing = bundled();
    let all = |kind: fn(&BlockKind) -> bool| {
        briefing.blocks().filter(|(_, block)| kind(&block.kind)).count()
    };
    assert!(all(|kind| matches!(kind, BlockKind::Question { .. })) >= 4);
    assert!(all(|kind| matches!(kind, BlockKind::Cue(_))) >= 4);
    assert!(briefing.discussion.len() >= 12);
    for one in &briefing.discussion {
        assert!(one.hint.is_some() && one.minutes.is_some() && !one.see.is_empty());
    }
    assert!(briefing.quiz.len() >= 10);
    for one in &briefing.quiz {
        let proof = one.evidence.as_ref().expect("a proof");
        assert!(matches!(proof, Target::Article(_) | Target::Block(_)), "{}", one.question.plain);
    }
}

#[test]
fn no_loaded_phrase_survives() {
    let briefing = bundled();
    let loaded = [
        "wildest dream",
        "sum of all fears",
        "marriage of convenience",
        "thin ice",
        "sophistry",
        "obsession with",
    ];
    for text in texts(&briefing) {
        let plain = text.plain.to_lowercase();
        for phrase in loaded {
            assert!(!plain.contains(phrase), "{phrase}: {}", text.plain);
        }
    }
}
