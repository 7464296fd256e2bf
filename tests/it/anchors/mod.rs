//! Anchors find their words again after the briefing was edited.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod edited;
mod found;
mod provisions;
mod random;

use std::ops::Range;

use attache::model::kept::{Anchor, Resolution};
use attache::model::{Block, BlockIx, BlockKind, Briefing, List, ListPoint, Section, Target, Text};

/// A briefing of lines: `# id` begins a section, `id: text` is a block, `- text` one more item of
/// a list, `= text` a heading without an id.
fn briefing(lines: &str) -> Briefing {
    let mut sections: Vec<Section> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(id) = line.strip_prefix("# ") {
            sections.push(Section { id: id.to_owned(), ..Section::default() });
            continue;
        }
        let blocks = &mut sections.last_mut().unwrap().blocks;
        if let Some(item) = line.strip_prefix("- ") {
            match &mut blocks.last_mut().unwrap().kind {
                BlockKind::List(list) => list.points.push(point(item)),
                other => {
                    *other = BlockKind::List(List { ordered: false, points: vec![point(item)] });
                }
            }
        } else if let Some(words) = line.strip_prefix("= ") {
            blocks.push(block("", BlockKind::Heading(Text::unmarked(words))));
        } else {
            let (id, words) = line.split_once(':').unwrap();
            blocks.push(block(id, BlockKind::Paragraph(Text::unmarked(words.trim()))));
        }
    }
    let mut briefing = Briefing::default();
    briefing.sections = sections;
    briefing.indexed()
}

fn point(words: &str) -> ListPoint {
    ListPoint { text: Text::unmarked(words), ..ListPoint::default() }
}

fn block(id: &str, kind: BlockKind) -> Block {
    Block { id: id.to_owned(), kind, evidence: None, confidence: None, sources: Vec::new() }
}

/// The anchor to the words between `«` and `»`; without a `»`, to the block that has the `«`.
fn anchor(marked: &str) -> Anchor {
    let plain = briefing(&marked.replace(['«', '»'], ""));
    let marked = briefing(marked);
    let (at, text) = marked
        .blocks()
        .map(|(at, block)| (at, block.logical().into_owned()))
        .find(|(_, text)| text.contains('«'))
        .unwrap();
    let start = text.find('«').unwrap();
    let bytes = text.find('»').map(|end| start..end - '«'.len_utf8());
    Anchor::at(&plain, at, bytes)
}

/// Where the words that are marked in `before` are in `after`.
#[track_caller]
fn check(before: &str, after: &str, expected: &str) {
    let after = briefing(after);
    assert_eq!(told(&after, &anchor(before).find(&after)), expected);
}

fn told(briefing: &Briefing, found: &Resolution) -> String {
    match found {
        Resolution::At { block, bytes } => {
            format!("at {}", place(briefing, *block, bytes.as_ref()))
        }
        Resolution::Moved { block, bytes } => {
            format!("moved to {}", place(briefing, *block, bytes.as_ref()))
        }
        Resolution::Card(card) => format!("on {}", briefing.reference(card)),
        Resolution::Adrift { near: Some(Target::Block(block)) } => {
            format!("adrift near {}", place(briefing, *block, None))
        }
        Resolution::Adrift { near: Some(card) } => {
            format!("adrift near {}", briefing.reference(card))
        }
        Resolution::Adrift { near: None } => "adrift".to_owned(),
    }
}

/// The words with a `|` at either end and a little of what stands around them.
fn place(briefing: &Briefing, at: BlockIx, bytes: Option<&Range<usize>>) -> String {
    let block = briefing.block(at);
    let text = block.logical();
    let words = bytes.map_or(String::new(), |bytes| {
        let before = text[..bytes.start].chars().rev().take(4).collect::<Vec<_>>();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[bytes.end..].chars().take(4).collect();
        format!(" {before}|{}|{after}", &text[bytes.clone()])
    });
    format!("{}/{}{words}", briefing.section(at.section).id, block.id)
}
