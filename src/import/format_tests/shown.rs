//! A document in a shorthand: headings `## `, points `- ` and `1. `, quotations `> `, tables `| a | b |` with a line
//! below their heads, kept lines `    `, `**strong**`, `*emphasised*`, `[words](address)`, calls `[^0]`.

use std::fmt::Write as _;

use super::super::document::{Document, DocumentBlock, Run};

/// `document` in the shorthand, its footnotes last.
pub(super) fn shown(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, "", &mut out);
    for (number, note) in document.footnotes.iter().enumerate() {
        let mut text = String::new();
        blocks(note, "", &mut text);
        let _ = writeln!(out, "[^{number}]: {}", text.trim_end());
    }
    out
}

fn blocks(blocks: &[DocumentBlock], indent: &str, out: &mut String) {
    for block in blocks {
        match block {
            DocumentBlock::Heading { level, words } => {
                let _ =
                    writeln!(out, "{indent}{} {}", "#".repeat(usize::from(*level)), line(words));
            }
            DocumentBlock::Paragraph(words) => {
                let _ = writeln!(out, "{indent}{}", line(words));
            }
            DocumentBlock::List { ordered, points } => {
                for (number, point) in points.iter().enumerate() {
                    let mark = if *ordered { format!("{}. ", number + 1) } else { "- ".to_owned() };
                    let mut text = String::new();
                    self::blocks(point, &format!("{indent}  "), &mut text);
                    let _ = write!(out, "{indent}{mark}{}", text.trim_start());
                }
            }
            DocumentBlock::Quote(inner) => self::blocks(inner, &format!("{indent}> "), out),
            DocumentBlock::Table { caption, columns, rows } => {
                if !caption.is_empty() {
                    let _ = writeln!(out, "{indent}{}:", line(caption));
                }
                if !columns.is_empty() {
                    let _ = writeln!(out, "{indent}{}\n{indent}---", row(columns));
                }
                for cells in rows {
                    let _ = writeln!(out, "{indent}{}", row(cells));
                }
            }
            DocumentBlock::Preformatted(text) => {
                for kept in text.lines() {
                    let _ = writeln!(out, "{indent}    {kept}");
                }
            }
        }
    }
}

fn row(cells: &[Vec<Run>]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| line(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

/// Words in the shorthand; a line break within them is ` / `.
pub(super) fn line(words: &[Run]) -> String {
    words.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    let mut text = run.text.replace('\n', " / ");
    if run.code {
        text = format!("`{text}`");
    }
    if run.strong {
        text = format!("**{text}**");
    }
    if run.emphasised {
        text = format!("*{text}*");
    }
    if let Some(link) = &run.link {
        text = format!("[{text}]({link})");
    }
    run.footnote.map_or(text.clone(), |number| format!("{text}[^{number}]"))
}
