//! The sentences of this layer, each a function of what it tells. Where `utf8` is false, they are ASCII.

use crate::app::Progress;
use crate::base::count;
use crate::desk::PaneId;

/// The terminal is smaller than so many columns and rows; a line each.
pub(super) fn too_small(columns: u16, rows: u16) -> [String; 2] {
    ["too small".to_owned(), format!("need {columns}x{rows}")]
}

/// No briefing is open.
pub(super) fn nothing_open() -> &'static str {
    "Nothing is open."
}

/// How many briefings lie on the shelf.
pub(super) fn briefings(number: usize) -> String {
    count(number, "briefing")
}

/// A section by its number, from 1, and its title.
pub(super) fn section(number: usize, title: &str) -> String {
    format!("{number} {title}")
}

/// How far the reader is, in percent.
pub(super) fn percent(progress: &Progress) -> String {
    format!("{}%", progress.percent)
}

/// How far the reader is, in paragraphs of the section and in percent.
pub(super) fn progress(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, .. } = progress;
    if utf8 {
        format!("¶ {paragraph} of {paragraphs} · {percent}%")
    } else {
        format!("para {paragraph} of {paragraphs} - {percent}%")
    }
}

/// The same, and how long the rest takes.
pub(super) fn progress_and_time(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, .. } = progress;
    if utf8 {
        format!("¶ {paragraph} of {paragraphs} · {minutes} min left · {percent}%")
    } else {
        format!("para {paragraph} of {paragraphs} - {minutes} min left - {percent}%")
    }
}

/// The same, and how many paragraphs were read.
pub(super) fn progress_read_and_time(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, read } = progress;
    if utf8 {
        format!("¶ {paragraph} of {paragraphs} · {read} read · {minutes} min left · {percent}%")
    } else {
        format!("para {paragraph} of {paragraphs} - {read} read - {minutes} min left - {percent}%")
    }
}

/// What a pane is called.
pub(super) fn pane(pane: PaneId) -> &'static str {
    match pane {
        PaneId::Text => "Text",
        PaneId::Articles => "Articles",
        PaneId::Actors => "Actors",
    }
}

/// The tab of a pane with the key that shows it, how many items it has, and whether it is pinned.
pub(super) fn tab(key: usize, name: &str, items: Option<usize>, pinned: bool) -> String {
    match (items, pinned) {
        (None, false) => format!("{key} {name}"),
        (None, true) => format!("{key} {name} pinned"),
        (Some(items), false) => format!("{key} {name} ({items})"),
        (Some(items), true) => format!("{key} {name} ({items}) pinned"),
    }
}

/// The same where there is little room: perhaps without the name.
pub(super) fn short_tab(key: usize, name: Option<&str>, pinned: bool) -> String {
    match (name, pinned) {
        (None, false) => key.to_string(),
        (None, true) => format!("{key}!"),
        (Some(name), false) => format!("{key} {name}"),
        (Some(name), true) => format!("{key} {name}!"),
    }
}

/// The actors pane shows those whom the paragraph names.
pub(super) fn actors_named_here(utf8: bool) -> &'static str {
    if utf8 { "Actors · named here" } else { "Actors - named here" }
}

/// The articles pane shows those that the paragraph cites.
pub(super) fn articles_cited_here(utf8: bool) -> &'static str {
    if utf8 { "Articles · cited here" } else { "Articles - cited here" }
}

/// The articles pane shows one that a link led to.
pub(super) fn articles_followed(utf8: bool) -> &'static str {
    if utf8 { "Articles · followed" } else { "Articles - followed" }
}

/// A pane stays as it is while the reader reads on.
pub(super) fn pinned() -> &'static str {
    "pinned"
}

/// How many of the briefing's actors a paragraph names.
pub(super) fn some_of(named: usize, all: usize) -> String {
    format!("{named} of {all}")
}

/// In how many paragraphs the two of a cell of the matrix stand, and how many of these were read.
pub(super) fn together(paragraphs: usize, read: usize) -> String {
    match (paragraphs, read) {
        (0, _) => "no paragraph has both".to_owned(),
        (all, 0) => count(all, "paragraph"),
        (all, read) => format!("{}, {read} read", count(all, "paragraph")),
    }
}

/// The two of a cell of the matrix.
pub(super) fn row_and_column(row: &str, column: &str, utf8: bool) -> String {
    if utf8 { format!("{row} · {column}") } else { format!("{row} - {column}") }
}
