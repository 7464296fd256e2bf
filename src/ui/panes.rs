//! The three panes of the reader.

use crate::app::{App, Reader};
use crate::desk::{Area, PaneId, Screen};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::pen::Pen;
use super::{lines, scrollbar, words};

/// Draws the panes; the chosen link stands out only while nothing lies over them (`on_top`).
pub(super) fn draw(app: &App, reader: &Reader, screen: &Screen, on_top: bool, pen: &mut Pen) {
    for pane in PaneId::ALL {
        let measure = reader.measure();
        let (Some(area), Some(content)) = (screen.pane(pane), screen.content(pane, measure)) else {
            continue;
        };
        let active = reader.active() == pane;
        if pane != PaneId::Text && content.y > area.y {
            // The arrow has the last column, if it stands in this row.
            let has_arrow = screen.rule_above(area).is_none() && reader.pane(pane).more().0;
            title(reader, pane, if has_arrow { area.without_last_column() } else { area }, pen);
        }
        lines::draw(reader.pane(pane), content, active && on_top, pane == PaneId::Text, pen);
        lines::scroll(reader.pane(pane), area.without_last_column(), content, pen);
        lines::changes(reader.pane(pane), content, area.x, reader, pen);
        match app.bar(usize::from(content.height)).filter(|_| pane == PaneId::Text) {
            Some(shown) => scrollbar::draw(&shown, area, content, pen),
            None => lines::more(reader.pane(pane).more(), screen, area, content, pen),
        }
    }
}

/// The row that names a side pane: what it shows, how many, whether it is pinned.
fn title(reader: &Reader, pane: PaneId, area: Area, pen: &mut Pen) {
    let active = reader.active() == pane;
    let mark = if active { pen.mark("▍", ">") } else { " " };
    let x = pen.text(area.x + 1, area.y, 1, mark, Scope::Accent);
    let utf8 = pen.theme.utf8();
    let name = words::pane(pane);
    // A pinned pane stands for a paragraph that was left.
    let pinned = reader.is_pinned(pane);
    let (words, count) = match pane {
        // What is cited and named is not read yet.
        PaneId::Articles | PaneId::Actors if reader.is_preview() => (name, String::new()),
        _ if pinned => (name, words::pinned().to_owned()),
        PaneId::Actors => {
            let (named, all) = reader.actor_counts();
            (words::actors_named_here(utf8), words::some_of(named, all))
        }
        _ if reader.has_followed(pane) => (words::articles_followed(utf8), String::new()),
        _ => (words::articles_cited_here(utf8), reader.article_count().to_string()),
    };
    // Scrolled into an article, it says which one.
    let place = if pane == PaneId::Articles { reader.place_in_articles() } else { None };
    let place = place.map(|at| {
        let (briefing, followed) = (reader.briefing(), reader.has_followed(pane) && !pinned);
        let name = briefing.name(&at);
        let said = if followed { words::followed(&name, utf8) } else { name };
        (said, briefing.own_name(&at))
    });
    let (words, name) = place.as_ref().map_or((words, name), |(said, own)| (said, own));
    let width = u16::try_from(columns(&count)).unwrap_or(0);
    let end = (area.x + area.width).saturating_sub(width + 1);
    let room = end.saturating_sub(x + 1);
    let scope = if active { Scope::Strong } else { Scope::Dim };
    // Without room for all of it, the name alone.
    let words = if columns(words) + 1 > usize::from(room) { name } else { words };
    let words = fit(words, usize::from(room), pen.ellipsis());
    pen.text(x, area.y, room, &words, scope);
    let scope = if pinned { Scope::Accent } else { Scope::Dim };
    pen.text(end, area.y, width, &count, scope);
}
