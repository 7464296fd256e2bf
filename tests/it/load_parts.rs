//! What becomes of every part of a briefing, in a folder and in one file.
#![allow(clippy::expect_used)] // a test may fail where it stands

use attache::load::Loaded;
use attache::model::{Block, BlockKind, Briefing, Speaker, Target, Text};

use crate::common::yaml;

const PARTS: &str = ">>> instruments.yaml
instruments:
  - id: new
    title: The new treaty
    short: 2024 treaty
    signed: 2024-06-19
    parties: [kim]
    articles:
      - {number: 4, title: Help, gist: 'As [](article:old/II).', see: [Preamble], compare: [old/ii]}
      - {number: preamble, title: Preamble, confidence: high, sources: [text]}
  - id: old
    title: The old treaty
    ended: 1996-09
    articles: [{number: II, title: Aid, note: A note.}]
>>> actors.yaml
actors:
  - {id: kim, name: Kim Jong Un, aliases: [Kim], kind: person, role: A *role*.}
  - {id: park, name: Park, relations: [{to: kim, label: a rival, tone: adversary}]}
>>> glossary.yaml
terms: [{id: mdl, term: MDL, definition: 'A line, see [](actor:park).'}]
>>> timeline.yaml
events: [{id: war, date: 1950/1953, title: The war, text: Long.}, {id: end, date: 1997, title: End}]
>>> sources.yaml
sources: [{id: text, title: The text, date: 2024-06-20, url: 'mailto:a@example.org'}]
>>> questions.yaml
discussion: [{question: Why?, minutes: 10, see: [article:4, 'section:s/signing']}]
quiz: [{question: Which?, choices: [One, '*Two*'], answer: 2, why: So., evidence: term:mdl}]
";

const BODY: &str = "title: S
body:
  - heading: A heading
  - text: First, [](article:4), [](article:old/ii), [](actor:kim).
  - id: signing
    text: Second
    evidence: treaty-text
    confidence: low
    sources: [text]
  - quote: Words
    from: park
  - quote: Words
    from: A farmer
  - list: [one, {text: '**two**', list: [three, {text: four, list: [five]}]}, six]
  - table: {caption: A table, columns: [One, ''], rows: [['*two*', 3], [null, true]]}
  - note: Not so
    about: signing
  - question: Why?
    hint: Think
    minutes: 5
  - cue: Wait
  - text: The [](term:mdl), [](event:war), [](source:text), [](section:s), [](section:s/p1), [](instrument:old), <https://example.org/>
";

fn folder() -> Loaded {
    let head = ">>> briefing.yaml\nformat: 1\ntitle: T\nlanguage: ko\nsections: [s]\n";
    yaml::load(&format!("{head}>>> sections/s.yaml\n{BODY}{PARTS}"))
}

fn inline() -> Loaded {
    let mut text = "format: 1\ntitle: T\nlanguage: ko\nsections:\n  - id: s\n".to_owned();
    for line in BODY.lines() {
        text.extend(["    ", line, "\n"]);
    }
    text.extend(
        PARTS.lines().filter(|line| !line.starts_with(">>>")).map(|line| format!("{line}\n")),
    );
    yaml::load_one(&text)
}

#[track_caller]
fn briefing(loaded: Loaded) -> Briefing {
    // One link leads to a paragraph by its number, which is not advised.
    let said: Vec<_> = loaded.diagnostics.iter().filter(|d| d.rule != "position").collect();
    assert!(said.is_empty(), "{said:?}");
    loaded.briefing.expect("a briefing")
}

#[test]
fn both_forms_are_one_briefing() {
    let (one, other) = (briefing(folder()), briefing(inline()));
    assert_eq!(one.sections, other.sections);
    assert_eq!(one.instruments, other.instruments);
    assert_eq!(one.actors, other.actors);
    assert_eq!(one.terms, other.terms);
    assert_eq!(one.events, other.events);
    assert_eq!(one.sources, other.sources);
    assert_eq!(one.discussion, other.discussion);
    assert_eq!(one.quiz, other.quiz);
    assert_eq!((one.title, one.language), (other.title, other.language));
}

#[test]
fn blocks_have_addresses() {
    let briefing = briefing(folder());
    let ids: Vec<_> = briefing.blocks().map(|(_, block)| block.id.as_str()).collect();
    assert_eq!(ids, ["", "p1", "signing", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10"]);
}

#[test]
fn blocks_are_of_every_kind() {
    let briefing = briefing(folder());
    let told: Vec<_> = briefing.blocks().map(|(_, block)| tell(&briefing, block)).collect();
    assert_eq!(
        told,
        [
            "heading: A heading",
            "text: First, 제4조, The old treaty 제II조, Kim Jong Un.",
            "text: Second",
            "quote of Park: Words",
            "quote of A farmer: Words",
            "list: one / two / >three / >four / >>five / six",
            "table: A table / One /  / two / 3 /  / true",
            "note on signing: Not so",
            "question of 5: Why? Think",
            "cue: Wait",
            "text: The MDL, The war, The text, S, S, p1, The old treaty, https://example.org/",
        ]
    );
}

fn tell(briefing: &Briefing, block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading(text) => format!("heading: {}", text.plain),
        BlockKind::Paragraph(text) => format!("text: {}", text.plain),
        BlockKind::Quote { paragraphs, from, language: _ } => {
            let from = match from {
                Some(Speaker::Actor(at)) => &briefing.actor(*at).name,
                Some(Speaker::Named(name)) => name,
                None => "nobody",
            };
            let said: Vec<_> = paragraphs.iter().map(|text| text.plain.as_str()).collect();
            format!("quote of {from}: {}", said.join(" / "))
        }
        BlockKind::List(list) => {
            let points = list.points.iter();
            let points: Vec<_> =
                points.map(|point| ">".repeat(point.level) + &point.text.plain).collect();
            format!("list: {}", points.join(" / "))
        }
        BlockKind::Table(table) => {
            let cells: Vec<_> = table.texts().map(|cell| cell.plain.as_str()).collect();
            format!("table: {}", cells.join(" / "))
        }
        BlockKind::Note { text, about } => {
            let about = about.map(|at| briefing.block(at).id.as_str()).unwrap_or_default();
            format!("note on {about}: {}", text.plain)
        }
        BlockKind::Question { text, hint, minutes } => {
            let hint = hint.as_ref().map_or("", |hint| &hint.plain);
            format!("question of {}: {} {hint}", minutes.unwrap_or_default(), text.plain)
        }
        BlockKind::Cue(text) => format!("cue: {}", text.plain),
    }
}

#[test]
fn the_other_parts_are_read() {
    let briefing = briefing(folder());
    let article = &briefing.instruments[0].articles[0];
    assert_eq!(article.gist.as_ref().expect("a gist").plain, "As The old treaty 제II조.");
    let preamble = article.see[0].article().expect("an article");
    assert_eq!(briefing.article(preamble).number, "preamble");
    assert_eq!(briefing.name(&article.compare[0]), "The old treaty 제II조");
    assert_eq!(briefing.terms[0].definition.plain, "A line, see Park.");
    assert_eq!(briefing.events[0].date.to_string(), "1950 – 1953");
    assert_eq!(briefing.sources[0].url.as_deref(), Some("mailto:a@example.org"));
    assert_eq!(briefing.quiz[0].answer, 1);
    assert!(matches!(briefing.discussion[0].see[..], [Target::Article(_), Target::Block(_)]));
    assert!(matches!(briefing.quiz[0].evidence, Some(Target::Term(_))));
    let relation = &briefing.actors[1].relations[0];
    assert_eq!(briefing.actor(relation.to).name, "Kim Jong Un");
}

/// The text of the one paragraph that `markup` makes.
#[track_caller]
fn text(markup: &str) -> Text {
    let body: String = markup.lines().flat_map(|line| ["          ", line, "\n"]).collect();
    let loaded = yaml::load_one(&format!(
        "format: 1\ntitle: T\nsections:\n  - id: s\n    title: S\n    body:\n      - text: |-\n{body}"
    ));
    let briefing = briefing(loaded);
    let block = briefing.blocks().next().expect("a block").1;
    block.texts()[0].clone()
}

/// Each run of a text: marks, then its words.
#[track_caller]
fn runs(markup: &str, expected: &[&str]) {
    let text = text(markup);
    let told: Vec<_> = text
        .spans
        .iter()
        .map(|span| {
            let marks = [
                (span.emphasis.light, '*'),
                (span.emphasis.strong, '#'),
                (span.emphasis.code, '`'),
            ];
            let marks = marks.into_iter().filter(|(on, _)| *on).map(|(_, mark)| mark);
            let link = span.target.as_ref().map(|_| '@');
            marks.chain(link).chain(text.plain[span.range.clone()].chars()).collect::<String>()
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn markup_becomes_runs() {
    runs("a *b* **c** `d` e", &["a ", "*b", " ", "#c", " ", "`d", " e"]);
    runs("em**pha**sised *a **b***", &["em", "#pha", "sised ", "*a ", "*#b"]);
    runs("[a *b* c](section:s)!", &["@a ", "*@b", "@ c", "!"]);
    runs("[](section:s)[](section:s)", &["@S", "@S"]);
    runs("one\\\ntwo\nthree", &["one\ntwo three"]);
    runs("one\n\ntwo", &["one\ntwo"]);
    runs("\\*not\\* \\[a\\](b) &amp; 1 < 2", &["*not* [a](b) & 1 < 2"]);
    runs("1953 was a year - so + what # then > now", &["1953 was a year - so + what # then > now"]);
    runs("평양 **조약**은", &["평양 ", "#조약", "은"]);
}

#[test]
fn spans_know_their_markup() {
    let markup = "see [the article](section:s) and";
    let text = text(markup);
    let label = &text.spans[1];
    assert_eq!(&text.plain[label.range.clone()], "the article");
    assert_eq!(&markup[label.source.clone()], "the article");
}

#[test]
fn numbers_are_names() {
    let loaded = yaml::load_one(
        "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: '[](article:2A) [](article:07) [](article:10)'}]}]\n\
         instruments: [{id: 1961, title: I, articles: [{number: 2a, title: A}, {number: 07, title: B}, {number: \"10\", title: C}]}]\n",
    );
    let briefing = briefing(loaded);
    let block = briefing.blocks().next().expect("a block").1;
    assert_eq!(block.texts()[0].plain, "Article 2a Article 07 Article 10");
}
