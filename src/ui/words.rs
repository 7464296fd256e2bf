//! The sentences of this layer, each a function of what it tells. Where `utf8` is false, they are ASCII.

use crate::app::{Cell, Countdown, Progress};
use crate::base::count;
use crate::desk::PaneId;

/// The terminal is smaller than so many columns and rows; a line each.
pub(super) fn too_small(columns: u16, rows: u16) -> [String; 2] {
    ["too small".to_owned(), format!("need {columns}x{rows}")]
}

/// No briefing is open.
pub(super) fn nothing_open() -> &'static str {
    "Nothing is open; attache check says what to do."
}

/// How many briefings lie on the shelf.
pub(super) fn briefings(number: usize) -> String {
    count(number, "briefing")
}

/// A section by its number, from 1, and its title.
pub(super) fn section(number: usize, title: &str) -> String {
    format!("{number} {title}")
}

/// Where the reader is in the section, in percent of its words.
pub(super) fn percent(progress: &Progress) -> String {
    format!("at {}%", progress.percent)
}

/// Where the reader is in the section: at which paragraph, and how much of its words is before that.
pub(super) fn place(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, .. } = progress;
    let sign = if utf8 { "¶" } else { "para" };
    format!("at {sign} {paragraph} of {paragraphs} ({percent}%)")
}

/// The same, and how long the rest takes.
pub(super) fn place_and_time(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, .. } = progress;
    if utf8 {
        format!("at ¶ {paragraph} of {paragraphs} ({percent}%) · {minutes} min left")
    } else {
        format!("at para {paragraph} of {paragraphs} ({percent}%) - {minutes} min left")
    }
}

/// The same, and how many paragraphs were read, wherever the reader is.
pub(super) fn place_time_and_read(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, read } = progress;
    if utf8 {
        format!("at ¶ {paragraph} of {paragraphs} ({percent}%) · {minutes} min left · {read} read")
    } else {
        format!(
            "at para {paragraph} of {paragraphs} ({percent}%) - {minutes} min left - {read} read"
        )
    }
}

/// A countdown: the time that is left, and whether it is held; or that it is up.
pub(super) fn countdown(countdown: Countdown) -> String {
    let (minutes, seconds) = (countdown.left() / 60, countdown.left() % 60);
    match (countdown.left(), countdown.runs()) {
        (0, _) => "time is up".to_owned(),
        (_, true) => format!("{minutes:02}:{seconds:02}"),
        (_, false) => format!("{minutes:02}:{seconds:02} held"),
    }
}

/// Cues and hints are shown; `to_class`, what the reader left with them. A `short` one is for narrow
/// screens.
pub(super) fn asked_for(to_class: bool, short: bool) -> &'static str {
    match (to_class, short) {
        (_, true) => "cues",
        (false, false) => "cues shown",
        (true, false) => "cues and notes shown",
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

/// The tab of a pane with the key that shows it, if there is one, how many items it has, and whether it is pinned.
pub(super) fn tab(key: Option<&str>, name: &str, items: Option<usize>, pinned: bool) -> String {
    let key = key.map_or_else(String::new, |key| format!("{key} "));
    match (items, pinned) {
        (None, false) => format!("{key}{name}"),
        (None, true) => format!("{key}{name} pinned"),
        (Some(items), false) => format!("{key}{name} ({items})"),
        (Some(items), true) => format!("{key}{name} ({items}) pinned"),
    }
}

/// The same where there is little room: perhaps without the name.
pub(super) fn short_tab(key: Option<&str>, name: Option<&str>, pinned: bool) -> String {
    let mark = if pinned { "!" } else { "" };
    match (key, name) {
        (None, None) => mark.to_owned(),
        (Some(key), None) => format!("{key}{mark}"),
        (None, Some(name)) => format!("{name}{mark}"),
        (Some(key), Some(name)) => format!("{key} {name}{mark}"),
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

/// In which paragraphs, notes and questions the two of a cell of the matrix stand, and how many of
/// these were read.
pub(super) fn together(cell: Cell) -> String {
    match (cell.count(), cell.read) {
        (0, _) => "no paragraph has both".to_owned(),
        (_, 0) => cell.blocks.words(),
        (_, read) => format!("{}, {read} read", cell.blocks.words()),
    }
}

/// The two of a cell of the matrix.
pub(super) fn row_and_column(row: &str, column: &str, utf8: bool) -> String {
    if utf8 { format!("{row} · {column}") } else { format!("{row} - {column}") }
}
