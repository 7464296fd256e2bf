//! The first row: which briefing, which section, how far. And the tabs, where one pane shows.

use crate::app::{App, Reader};
use crate::command::Motion;
use crate::desk::{Area, PaneId, Screen, Zen};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::pen::Pen;
use super::words;

/// Columns that what a view tells at the right end may always have.
const STATUS: u16 = 24;
/// Columns that have room for more than a word on what is shown.
const ROOMY: u16 = 70;

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let area = everywhere(app, screen.header, pen);
    let Some(reader) = app.reader() else {
        let x = pen.text(area.x + 1, area.y, area.width, "attache", Scope::Strong);
        // Before anything is read, what there is is not known.
        if app.is_loading() && app.shelf().is_none() {
            return;
        }
        let words = words::briefings(app.shelf().map_or(0, |(volumes, _)| volumes.len()));
        pen.text(x + 2, area.y, area.width.saturating_sub(x + 2), &words, Scope::Dim);
        return;
    };
    if let (Some(overlay), _) = app.layers() {
        let status = app.status(overlay);
        let most = (area.width * 2 / 3).max(area.width.saturating_sub(2).min(STATUS));
        let status = fit(&status, usize::from(most), pen.ellipsis());
        let end = flush_right(&status, Scope::Dim, area, pen);
        let name = overlay.title(Some(reader.briefing()));
        title(&reader.briefing().title, &name, Scope::Strong, area, end, pen);
        return;
    }
    let end = progress(reader, area, pen);
    let section = section(reader);
    let scope = if reader.active() == PaneId::Text { Scope::Strong } else { Scope::Text };
    title(&reader.briefing().title, &section, scope, area, end, pen);
    if let Some(tabs) = screen.tabs {
        draw_tabs(app, reader, tabs, pen);
    }
}

/// Draws where the reader is and what was read, flush right; answers with the column where it begins.
fn progress(reader: &Reader, area: Area, pen: &mut Pen) -> u16 {
    let (progress, utf8) = (reader.progress(), pen.theme.utf8());
    let words = match area.width {
        110.. if progress.read > 0 => words::place_time_and_read(&progress, utf8),
        90.. => words::place_and_time(&progress, utf8),
        40.. => words::place(&progress, utf8),
        _ => words::percent(&progress),
    };
    flush_right(&words, Scope::Dim, area, pen)
}

/// Draws what is so wherever the reader goes, at the right end: a countdown, and that what is the
/// teacher's is shown. Answers with what is left of the row.
fn everywhere(app: &App, row: Area, pen: &mut Pen) -> Area {
    let options = app.options();
    let clock = app.countdown().map(|countdown| {
        let scope = if countdown.left() == 0 { Scope::Warning } else { Scope::Accent };
        (words::countdown(countdown), scope)
    });
    let cues = options.teacher.then(|| {
        let words = words::asked_for(options.zen == Zen::Presenter, row.width < ROOMY);
        (words.to_owned(), Scope::Accent)
    });
    let mut area = row;
    for (words, scope) in clock.into_iter().chain(cues) {
        let x = flush_right(&words, scope, area, pen);
        area.width = x.saturating_sub(area.x + 1);
    }
    area
}

/// Draws `words` at the right end; answers with the column where they begin.
fn flush_right(words: &str, scope: Scope, area: Area, pen: &mut Pen) -> u16 {
    let width = u16::try_from(columns(words)).unwrap_or(0);
    let x = (area.x + area.width).saturating_sub(width + 1);
    pen.text(x, area.y, width, words, scope);
    x
}

fn section(reader: &Reader) -> String {
    let section = reader.briefing().sections.get(reader.section().get());
    section.map_or_else(String::new, |section| {
        words::section(reader.section().get() + 1, &section.title)
    })
}

/// Draws what is shown, and before it the briefing's title where there is room.
fn title(briefing: &str, shown: &str, scope: Scope, area: Area, end: u16, pen: &mut Pen) {
    let room = end.saturating_sub(area.x + 2);
    let spare = usize::from(room).saturating_sub(columns(shown) + 4);
    let mut x = area.x + 1;
    if spare >= columns(briefing).min(48) {
        let words = fit(briefing, spare, pen.ellipsis());
        x = pen.text(x, area.y, room, &words, Scope::Dim) + 3;
    }
    let left = end.saturating_sub(x + 2);
    let words = fit(shown, usize::from(left), pen.ellipsis());
    pen.text(x, area.y, left, &words, scope);
}

/// What shows a pane.
fn way_to(pane: PaneId) -> Motion {
    match pane {
        PaneId::Text => Motion::TextPane,
        PaneId::Articles => Motion::ArticlesPane,
        PaneId::Actors => Motion::ActorsPane,
    }
}

fn draw_tabs(app: &App, reader: &Reader, area: Area, pen: &mut Pen) {
    let (actors, _) = reader.actor_counts();
    let counts = [None, Some(reader.article_count()), Some(actors)];
    // What is cited and named is not read yet.
    let counts = if reader.is_preview() { [None; 3] } else { counts };
    let (wide, named_all) = (area.width >= 48, area.width >= 34);
    let mut x = area.x + 1;
    for (n, pane) in PaneId::ALL.into_iter().enumerate() {
        let active = reader.active() == pane;
        let mark = if active { pen.mark("▍", ">") } else { " " };
        x = pen.text(x, area.y, 1, mark, Scope::Accent) + u16::from(named_all);
        let (name, pinned) = (words::pane(pane), reader.is_pinned(pane));
        let key = app.keymap().keys(way_to(pane)).next().map(|key| key.label(pen.theme.utf8()));
        let key = key.as_deref();
        let words = if wide {
            words::tab(key, name, counts.get(n).copied().flatten(), pinned)
        } else {
            let named = active || named_all || key.is_none();
            let name = Some(name).filter(|_| named);
            words::short_tab(key, name, pinned)
        };
        let scope = if active { Scope::Strong } else { Scope::Dim };
        let left = (area.x + area.width).saturating_sub(x);
        x = pen.text(x, area.y, left, &words, scope) + if wide { 3 } else { 1 };
    }
}
