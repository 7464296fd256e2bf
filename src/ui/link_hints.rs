//! The letters on links, drawn over what is there.

use ratatui::buffer::Cell;
use ratatui::layout::Position;

use crate::app::{App, LinkHint, LinkPlace};
use crate::desk::{Area, PaneId, Screen, SeenLink, Zen};
use crate::text::columns;
use crate::theme::Scope;

use super::pen::Pen;
use super::presenter;

/// Columns between the mark of the focus and the words beside it.
const GUTTER: u16 = 2;

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let (hints, typed) = app.link_hints();
    for hint in hints {
        let Some((area, step)) = rows(app, screen, hint.place) else { continue };
        let by = u16::try_from(hint.link.row).unwrap_or(u16::MAX).saturating_mul(step);
        let y = area.y.saturating_add(by);
        if by < area.height {
            letters(hint, typed, column(&hint.link, area, hint.letters.len(), y, pen), y, pen);
        }
    }
}

/// Where the rows of a place are, and how many rows it is from one to the next.
fn rows(app: &App, screen: &Screen, place: LinkPlace) -> Option<(Area, u16)> {
    let reader = app.reader()?;
    match place {
        LinkPlace::Top => Some((app.overlay_content(app.overlays().last()?), 1)),
        LinkPlace::Pane(PaneId::Text) if reader.zen() == Zen::Presenter => {
            presenter::rows(reader, screen)
        }
        LinkPlace::Pane(pane) => Some((screen.content(pane, reader.measure())?, 1)),
    }
}

/// The column in which so many letters begin: that of the link's words. A number, or a word that would
/// be hidden as a whole, stays readable where there are blanks before it. An entry has its letters in the
/// gutter.
fn column(link: &SeenLink, area: Area, letters: usize, y: u16, pen: &Pen) -> u16 {
    let Some(column) = link.column else { return area.x.saturating_sub(GUTTER) };
    let x = area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
    let words = |x: u16| pen.buffer.cell(Position { x, y }).map_or("", Cell::symbol);
    let is_blank = |x: u16| matches!(words(x), " " | "\u{a0}");
    let is_number = words(x).starts_with(|c: char| c.is_ascii_digit());
    let is_hidden = (x..).take(letters + 1).any(is_blank);
    if !is_number && !is_hidden {
        return x;
    }
    // A cell without words may be half of what the one before it shows.
    let is_half = |x: u16| x.checked_sub(1).is_some_and(|before| columns(words(before)) > 1);
    let before = (0..x).rev().take(letters);
    before.take_while(|x| is_blank(*x) && !is_half(*x)).last().unwrap_or(x)
}

/// The letters of a link from column `x` on: those that were typed are faint.
fn letters(hint: &LinkHint, typed: usize, x: u16, y: u16, pen: &mut Pen) {
    // What is covered by half is not there any more.
    if let Some(before) = x.checked_sub(1)
        && let Some(cell) = pen.buffer.cell_mut(Position { x: before, y })
        && columns(cell.symbol()) > 1
    {
        cell.set_symbol(" ");
    }
    let (done, left) = hint.letters.split_at_checked(typed).unwrap_or((&hint.letters, ""));
    let width = u16::try_from(hint.letters.len()).unwrap_or(u16::MAX);
    let x = pen.text(x, y, width, done, Scope::Dim);
    let style = pen.theme.link_hint();
    pen.styled(x, y, width, left, style);
}
