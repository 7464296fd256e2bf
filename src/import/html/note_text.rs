//! The words of a footnote, without the mark that they begin with.

use super::super::document::DocumentBlock;

/// The blocks of a note without `mark`, what stands around it, and arrows that lead back.
pub(super) fn without_mark(mut blocks: Vec<DocumentBlock>, mark: &str) -> Vec<DocumentBlock> {
    if let Some(DocumentBlock::Paragraph(words)) = blocks.first_mut() {
        let mut open = true;
        while let Some(run) = words.first_mut().filter(|_| open) {
            let rest = beginning(&run.text, mark);
            open = rest.is_empty();
            run.text = rest;
            if open {
                words.remove(0);
            }
        }
    }
    if let Some(DocumentBlock::Paragraph(words)) = blocks.last_mut()
        && let Some(run) = words.last_mut()
    {
        let kept = run.text.trim_end_matches(['↩', '↑', '\u{fe0e}', ' ', '⏎']).len();
        run.text.truncate(kept);
    }
    blocks.retain(|block| !matches!(block, DocumentBlock::Paragraph(words) if words.iter().all(|run| run.text.is_empty())));
    blocks
}

/// `text` without the mark of the note at its beginning.
fn beginning(text: &str, mark: &str) -> String {
    let open =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '^' | '↑' | '↩' | ','));
    let inner = open.strip_prefix(['[', '(']).unwrap_or(open);
    let behind = inner.strip_prefix(mark).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let inner = behind.unwrap_or(inner);
    let closed = inner.strip_prefix([']', ')', '.', ':']);
    let taken = behind.is_some() || closed.is_some();
    let rest = if taken { closed.unwrap_or(inner) } else { open };
    rest.trim_start().to_owned()
}
