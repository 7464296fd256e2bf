//! How many words blocks have.

use super::super::document::{DocumentBlock, Words};

/// How many words `blocks` have: what stands between white space and has a letter or a digit.
pub(in crate::import) fn words(blocks: &[DocumentBlock]) -> usize {
    blocks.iter().map(in_block).sum()
}

fn in_block(block: &DocumentBlock) -> usize {
    match block {
        DocumentBlock::Heading { words, .. } | DocumentBlock::Paragraph(words) => in_words(words),
        DocumentBlock::List { points, .. } => points.iter().map(|point| words(point)).sum(),
        DocumentBlock::Quote(blocks) => words(blocks),
        DocumentBlock::Table { caption, columns, rows } => {
            let cells: usize = columns.iter().chain(rows.iter().flatten()).map(in_words).sum();
            in_words(caption) + cells
        }
        DocumentBlock::Preformatted(text) => text_words(text),
    }
}

fn in_words(words: &Words) -> usize {
    let text: String = words.iter().map(|run| run.text.as_str()).collect();
    text_words(&text)
}

/// How many words a text has.
pub(in crate::import) fn text_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
