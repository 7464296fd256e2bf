//! The file of a section.

use super::markup::prose;
use super::yaml::{self, comment, pair};
use crate::base::cut;
use crate::import::document::{Run, Words};
use crate::import::draft::{DraftBlock, DraftContent, DraftPoint, DraftSection};
use crate::import::words;

/// A text of a briefing has at most 1 MiB; a paragraph with more bytes than this is several.
const LONGEST: usize = 1 << 18;

/// The text of a section's file.
pub(super) fn section(section: &DraftSection) -> String {
    let mut out = String::new();
    comment(&mut out, "", words::OF_SECTION);
    pair(&mut out, "title", &section.title);
    out.push_str("body:\n");
    for block in &section.blocks {
        push(&mut out, block);
    }
    out
}

fn push(out: &mut String, block: &DraftBlock) {
    let mut parts = match &block.content {
        DraftContent::Text(words) => divided(words),
        _ => Vec::new(),
    };
    let last = parts.pop();
    for part in parts {
        yaml::text(out, "  - text:", 6, &prose(&part));
    }
    let mut item = String::new();
    if let Some(id) = &block.id {
        item.extend(["    id: ", id, "\n"]);
    }
    match &block.content {
        DraftContent::Heading(words) => {
            yaml::text(&mut item, "    heading:", 6, &prose(&one_line(words)));
        }
        DraftContent::Text(_) => {
            yaml::text(&mut item, "    text:", 6, &prose(&last.unwrap_or_default()));
        }
        DraftContent::Quote(paragraphs) => match paragraphs.as_slice() {
            [one] => yaml::text(&mut item, "    quote:", 6, &prose(one)),
            all => {
                item.push_str("    quote:\n");
                for one in all {
                    yaml::text(&mut item, "      -", 8, &prose(one));
                }
            }
        },
        DraftContent::List { ordered, points } => {
            item.push_str("    list:\n");
            for one in points {
                point(&mut item, 6, one);
            }
            if *ordered {
                item.push_str("    ordered: true\n");
            }
        }
        DraftContent::Table { caption, columns, rows } => table(&mut item, caption, columns, rows),
        DraftContent::Note { words, about } => {
            yaml::text(&mut item, "    note:", 6, &prose(words));
            if let Some(about) = about {
                item.extend(["    about: ", about, "\n"]);
            }
        }
    }
    if !block.sources.is_empty() {
        item.extend(["    sources: ", &yaml::list(&block.sources), "\n"]);
    }
    // The first key stands behind the dash.
    out.push_str("  -");
    out.push_str(cut(&item, 3..));
}

fn point(out: &mut String, indent: usize, point: &DraftPoint) {
    let blanks = " ".repeat(indent);
    if point.below.is_empty() {
        yaml::text(out, &format!("{blanks}-"), indent + 2, &prose(&point.words));
        return;
    }
    yaml::text(out, &format!("{blanks}- text:"), indent + 4, &prose(&point.words));
    out.extend([&blanks, "  list:\n"]);
    for below in &point.below {
        self::point(out, indent + 4, below);
    }
}

fn table(out: &mut String, caption: &Words, columns: &[Words], rows: &[Vec<Words>]) {
    out.push_str("    table:\n");
    let caption = prose(&one_line(caption));
    if !caption.is_empty() {
        yaml::text(out, "      caption:", 8, &caption);
    }
    let row = |cells: &[Words]| -> Vec<String> { cells.iter().map(prose).collect() };
    let cells = row(columns);
    out.extend(["      columns: ", &yaml::list(&cells), "\n", "      rows:\n"]);
    for cells in rows {
        out.extend(["        - ", &yaml::list(&row(cells)), "\n"]);
    }
}

fn one_line(words: &Words) -> Words {
    let runs = words.iter().map(|run| Run { text: run.text.replace('\n', " "), ..run.clone() });
    runs.collect()
}

/// A paragraph as those that it is divided into because it is too long for one: at blanks, if there are any.
fn divided(words: &Words) -> Vec<Words> {
    let mut parts = vec![Words::new()];
    let mut left = LONGEST;
    for run in words {
        let mut rest = run.text.as_str();
        while rest.len() > left {
            let most = cut(rest, ..rest.floor_char_boundary(left.max(4)));
            let at = most.rfind(' ').filter(|at| *at > 0).unwrap_or(most.len());
            let (head, tail) = rest.split_at(at);
            if let Some(last) = parts.last_mut() {
                last.push(Run { text: head.to_owned(), ..run.clone() });
            }
            parts.push(Words::new());
            (rest, left) = (tail, LONGEST);
        }
        left -= rest.len();
        if let Some(last) = parts.last_mut() {
            last.push(Run { text: rest.to_owned(), ..run.clone() });
        }
    }
    parts.retain(|part| part.iter().any(|run| !run.text.trim().is_empty() || run.link.is_some()));
    parts
}
