//! What a document is called.

use super::clean::letters;
use super::document::{Document, DocumentBlock, Run, on_one_line};
use crate::base::cut;

/// The longest title, in characters. A heading that is longer stands in the text as well.
pub(super) const TITLE: usize = 200;

/// Takes the title of a document that says none from its first heading, and takes that heading away where it says
/// the same.
pub(super) fn take_title(document: &mut Document, name: &str) {
    let first = document.blocks.iter().find_map(|block| match block {
        DocumentBlock::Heading { level, words } => Some((*level, on_one_line(words))),
        _ => None,
    });
    let is_first = matches!(document.blocks.first(), Some(DocumentBlock::Heading { .. }));
    let is_alone = first.as_ref().is_some_and(|(level, _)| {
        let same = document.blocks.iter().filter(
            |block| matches!(block, DocumentBlock::Heading { level: own, .. } if own <= level),
        );
        same.count() == 1
    });
    let heading = first.map(|(_, title)| title).unwrap_or_default();
    if document.title.trim().is_empty() && is_first && is_alone {
        document.title.clone_from(&heading);
    }
    if document.title.trim().is_empty()
        && is_titled(&document.blocks)
        && let DocumentBlock::Paragraph(words) = document.blocks.remove(0)
    {
        document.title = on_one_line(&words);
    }
    // As on the page of a book that has its title alone.
    let title = document.title.trim().to_lowercase();
    let is_title = |block: &DocumentBlock| match block {
        DocumentBlock::Heading { words, .. } | DocumentBlock::Paragraph(words) => {
            on_one_line(words).to_lowercase() == title
                && words.iter().all(|run| run.footnote.is_none())
        }
        _ => false,
    };
    let repeated = document.blocks.iter().take_while(|block| is_title(block)).count();
    // One that has no more than its title says it.
    if repeated < document.blocks.len() && title.chars().count() <= TITLE {
        document.blocks.drain(..repeated);
    }
    if document.title.trim().is_empty() {
        document.title = title_of(name);
    }
    document.title = on_one_line(&vec![Run { text: document.title.clone(), ..Run::default() }]);
}

/// Whether a document begins with a line that is no sentence, and headings below it.
fn is_titled(blocks: &[DocumentBlock]) -> bool {
    let [DocumentBlock::Paragraph(words), below, ..] = blocks else { return false };
    let is_below = match below {
        DocumentBlock::Heading { .. } => true,
        DocumentBlock::Paragraph(below) => below.iter().all(|run| run.strong),
        _ => false,
    };
    let line = on_one_line(words);
    is_below
        && line.chars().count() <= TITLE
        && !line.ends_with(['.', ',', ';', ':', '!', '?', '。'])
        && words.iter().all(|run| run.footnote.is_none() && !run.text.contains('\n'))
}

/// The name of a file as a title: `the-goose_treaty.md` is "The goose treaty".
pub(crate) fn title_of(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = stem.replace(['-', '_'], " ");
    let words = letters(&words).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    let title = first.unwrap_or_default() + letters.as_str();
    let title = cut(&title, ..title.floor_char_boundary(TITLE)).to_owned();
    if title.is_empty() { "Untitled".to_owned() } else { title }
}
