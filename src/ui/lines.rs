//! A pane's lines, with the bar beside the item in focus.

use ratatui::style::{Modifier, Style};

use crate::app::Reader;
use crate::desk::{Area, Item, Pane, Screen, Seen};
use crate::model::Target;
use crate::model::kept::Former;
use crate::text::{self, Line};
use crate::theme::{Scope, Theme};

use super::drawn::RowKey;
use super::pen::Pen;

/// Draws what is seen of `pane` into `area`. The focus is marked in the two columns before it, and the
/// reader is there, where the keys go (`active`); the narrative keeps a faint bar always (`keeps_bar`).
pub(super) fn draw(pane: &Pane, area: Area, active: bool, keeps_bar: bool, pen: &mut Pen) {
    // One item alone needs no mark.
    let marked = pane.items().len() > 1 && (active || keeps_bar);
    for (row, y) in pane.seen().zip(area.y..area.y + area.height) {
        if row.focus && marked {
            gutter(&row, area.x.saturating_sub(2), y, active, pen);
        }
        if row.line.is_some_and(|line| line.cited) {
            let mark = pen.mark("▎", ":");
            pen.text(area.x.saturating_sub(1), y, 1, mark, Scope::Accent);
        }
        line(&row, area, y, pen);
    }
    if active {
        read(&pane.seen().zip(area.y..area.y + area.height), area, pen);
    }
}

/// Says that the rows of a pane scroll, in the columns of `area`.
pub(super) fn scroll(pane: &Pane, area: Area, content: Area, pen: &mut Pen) {
    let seen = pane.seen().map(|row| RowKey::of(&row));
    let behind = (0..).map(|row| RowKey::new(pane.items().len(), row));
    let Area { x, width, .. } = area;
    pen.scrolls(Area { x, width, ..content }, seen.chain(behind));
}

/// Says where the reader is among rows that were drawn: at the chosen link, else at the line that is read, else,
/// where no line can be, at the first that there is.
pub(super) fn read<'a>(
    rows: &(impl Iterator<Item = (Seen<'a>, u16)> + Clone),
    area: Area,
    pen: &mut Pen,
) {
    let chosen = rows.clone().find_map(|(row, y)| Some((row.link_column()?, y)));
    let eye = || rows.clone().find(|(row, _)| row.eye);
    let first = || rows.clone().find(|(row, _)| row.line.is_some());
    let place = chosen.or_else(|| eye().or_else(first).map(|(_, y)| (0, y)));
    if let Some((column, y)) = place {
        let x = area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
        pen.read_at(x.min(area.x + area.width.saturating_sub(1)), y);
    }
}

/// Marks beside what is new or changed since the reader saw it, in its first line that is seen: before
/// the bar of the focus where there is room from column `left` on, and else behind it.
pub(super) fn changes(pane: &Pane, area: Area, left: u16, reader: &Reader, pen: &mut Pen) {
    if !reader.has_changes() {
        return;
    }
    let x = if area.x >= left + 3 { area.x - 3 } else { area.x.saturating_sub(1) };
    let mut last: Option<&Item> = None;
    for (row, y) in pane.seen().zip(area.y..area.y + area.height) {
        let is_first = row.line.is_some() && !last.is_some_and(|last| std::ptr::eq(last, row.item));
        if !is_first {
            continue;
        }
        last = Some(row.item);
        let target = match row.item {
            Item::Block(at) | Item::Folded(at, _) => Some(Target::Block(*at)),
            Item::Card(_) | Item::Cited(..) | Item::Law(_) => row.item.card(),
            Item::Moment(moment) => moment.event().map(Target::Event),
            _ => None,
        };
        match target.and_then(|target| reader.change(&target)) {
            Some(Former::Absent) => _ = pen.text(x, y, 1, "+", Scope::Accent),
            Some(Former::Other(_)) => _ = pen.text(x, y, 1, "~", Scope::Accent),
            None => {}
        }
    }
}

/// Small arrows where a pane goes on `above` or `below`, at the right end of `area`: in the rules above and below
/// it, and where there is none in its title, or beside its first and its last row.
pub(super) fn more(
    (above, below): (bool, bool),
    screen: &Screen,
    area: Area,
    content: Area,
    pen: &mut Pen,
) {
    let x = (area.x + area.width).saturating_sub(1);
    if above {
        let y = screen.rule_above(area).unwrap_or(area.y);
        pen.text(x, y, 1, pen.mark("▴", "^"), Scope::Dim);
    }
    if below {
        let last = (content.y + content.height).saturating_sub(1);
        let y = screen.rule_below(area).unwrap_or(last);
        pen.text(x, y, 1, pen.mark("▾", "v"), Scope::Dim);
    }
}

fn gutter(row: &Seen, x: u16, y: u16, active: bool, pen: &mut Pen) {
    let (mark, scope) = match (row.eye, active) {
        (true, true) => (pen.mark("▌", ">"), Scope::Accent),
        (false, true) => (pen.mark("▎", "|"), Scope::Text),
        (_, false) => (pen.mark("▎", "|"), Scope::Dim),
    };
    pen.text(x, y, 1, mark, scope);
}

/// Draws lines that stay where they are, as many as there is room for.
pub(super) fn still(lines: &[Line], area: Area, pen: &mut Pen) {
    for (line, y) in lines.iter().zip(area.y..area.y + area.height) {
        let (mut x, end) = (area.x, area.x + area.width);
        for segment in &line.segments {
            let style = style(segment.face, false, &pen.theme);
            x = pen.styled(x, y, end.saturating_sub(x), &segment.words, style);
        }
    }
    if lines.len() > usize::from(area.height) {
        let last = (area.y + area.height).saturating_sub(1);
        pen.text(area.x + area.width, last, 1, pen.mark("▾", "v"), Scope::Dim);
    }
}

pub(super) fn line(row: &Seen, area: Area, y: u16, pen: &mut Pen) {
    let Some(line) = row.line else { return };
    let (mut x, end) = (area.x, area.x + area.width);
    for segment in &line.segments {
        let mut style = style(segment.face, segment.link.is_some(), &pen.theme);
        if segment.link.is_some() && segment.link == row.link {
            style = pen.theme.chosen(style);
        }
        let start = x;
        x = pen.styled(x, y, end.saturating_sub(x), &segment.words, style);
        if let Some(address) = row.address(segment) {
            pen.hyperlinks.add(y, start..x, address);
        }
    }
}

/// The style of a face. A link in a quiet scope is underlined and stays quiet.
pub(super) fn style(face: text::Face, link: bool, theme: &Theme) -> Style {
    let scope = match face.role {
        text::Role::Body => Scope::Text,
        text::Role::Faint => Scope::Dim,
        text::Role::Heading => Scope::Strong,
        text::Role::Label => Scope::Label,
        text::Role::Link => Scope::Link,
        text::Role::Actor => Scope::Actor,
        text::Role::Note => Scope::Note,
        text::Role::Warning => Scope::Warning,
        text::Role::Accent => Scope::Accent,
    };
    let mut style = theme.style(scope);
    if face.strong || face.code {
        style = theme.bold(style);
    }
    if face.light {
        style = style.add_modifier(Modifier::ITALIC);
    }
    style = if link {
        style.add_modifier(Modifier::UNDERLINED)
    } else {
        style.remove_modifier(Modifier::UNDERLINED)
    };
    let style = if face.lit { theme.lit(style) } else { style };
    if face.chosen {
        return theme.picked();
    }
    match face.found {
        text::Found::No => style,
        text::Found::Match => theme.found(style),
        text::Found::Here => theme.found_here(style),
    }
}
