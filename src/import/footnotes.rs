//! What the footnotes of a document say, and where they are called.

use super::document::{DocumentBlock, Run, Words, code_lines, on_one_line, says};

/// A footnote with an address and no more characters than this is a source; any other is a note.
const CITATION: usize = 400;

/// The words of blocks as one text: parts of it on lines of their own.
pub(super) fn paragraphs(blocks: &[DocumentBlock]) -> Words {
    let mut all = Words::new();
    for block in blocks {
        let parts: Vec<Words> = match block {
            DocumentBlock::Paragraph(words) | DocumentBlock::Heading { words, .. } => {
                vec![words.clone()]
            }
            DocumentBlock::Preformatted(text) => vec![code_lines(text)],
            DocumentBlock::Quote(blocks) => vec![paragraphs(blocks)],
            DocumentBlock::List { points, .. } => {
                points.iter().map(|point| paragraphs(point)).collect()
            }
            DocumentBlock::Table { caption, columns, rows } => {
                let cells = std::iter::once(columns).chain(rows).flatten().cloned();
                std::iter::once(caption.clone()).chain(cells).collect()
            }
        };
        for part in parts.into_iter().filter(says) {
            if !all.is_empty() {
                all.push(Run { text: "\n".to_owned(), ..Run::default() });
            }
            all.extend(part);
        }
    }
    all
}

/// The address of a footnote that cites something, and says little else.
pub(super) fn citation(words: &Words) -> Option<String> {
    let said: usize = words.iter().map(|run| run.text.chars().count()).sum();
    if said > CITATION {
        return None;
    }
    let mut links = words.iter().filter_map(|run| run.link.as_ref());
    let first = links.next()?;
    links.all(|link| link == first).then(|| first.clone())
}

/// What a footnote says beside the address that it cites.
pub(super) fn cited_title(words: &Words, url: &str) -> String {
    let said = words.iter().filter(|run| run.text.trim() != url).cloned().collect();
    let title = on_one_line(&said);
    let title = title.trim_end_matches([' ', ',', '.', ';', ':', '(', '<']).to_owned();
    if title.is_empty() { url.to_owned() } else { title }
}

/// Words without the marks of the footnotes that they call, and which those are.
pub(super) fn without_calls(words: Words) -> (Words, Vec<usize>) {
    let calls = words.iter().filter_map(|run| run.footnote).collect();
    (words.into_iter().filter(|run| run.footnote.is_none()).collect(), calls)
}
