//! What lies over the panes, in a frame of its own.

use crate::app::{App, Overlay, View};
use crate::desk::Area;
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::pen::Pen;
use super::{footer, lines};

pub(super) fn draw(app: &App, overlay: &Overlay, pen: &mut Pen) {
    let frame = app.frame(overlay);
    if frame.width < 4 || frame.height < 3 {
        return;
    }
    let bare = overlay.view.is_bare();
    // A blank column on both sides keeps the frame clear of the words beneath.
    pen.clear(frame.widened(1));
    if bare {
        rules(frame, pen);
    } else {
        border(frame, pen);
    }
    let briefing = app.reader().map(crate::app::Reader::briefing);
    let (title, more) = overlay.titles(briefing);
    let room = frame.width.saturating_sub(6);
    let short = usize::from(room).saturating_sub(columns(&more));
    let words = format!(" {}{more} ", fit(&title, short, pen.ellipsis()));
    pen.text(frame.x + 2, frame.y, room + 2, &words, Scope::Strong);
    if let View::GoTo(_) = overlay.view {
        ways(app, frame, pen);
    }
    let top = app.overlays().last().is_some_and(|last| std::ptr::eq(last, overlay));
    let content = app.overlay_content(overlay);
    lines::draw(overlay.pane(), content, top, false, pen);
    lines::scroll(overlay.pane(), if bare { frame } else { frame.inside() }, content, pen);
    if let Some(reader) = app.reader().filter(|_| !bare) {
        lines::changes(overlay.pane(), content, frame.x + 1, reader, pen);
    }
    let (above, below) = overlay.pane().more();
    let x = frame.x + frame.width - 2;
    if above {
        pen.text(x, frame.y, 1, pen.mark("▴", "^"), Scope::Dim);
    }
    if below {
        pen.text(x, frame.y + frame.height - 1, 1, pen.mark("▾", "v"), Scope::Dim);
    }
}

/// The keys of a list above a line that is written, which has the footer's place, in the frame.
fn ways(app: &App, frame: Area, pen: &mut Pen) {
    let utf8 = pen.theme.utf8();
    let (y, end) = (frame.y + frame.height - 1, frame.x + frame.width - 2);
    let mut x = frame.x + 2;
    for offer in app.footer() {
        let key = format!(" {} ", footer::key(app, offer.entry, utf8));
        let words = format!("{} ", offer.words);
        let width = u16::try_from(columns(&key) + columns(&words)).unwrap_or(u16::MAX);
        if x.saturating_add(width) > end {
            break;
        }
        x = pen.text(x, y, width, &key, Scope::Accent);
        x = pen.text(x, y, width, &words, Scope::Dim) + 1;
    }
}

/// A rule above, and one below.
fn rules(frame: Area, pen: &mut Pen) {
    let level = pen.mark("─", "-");
    for y in [frame.y, frame.y + frame.height - 1] {
        pen.fill(Area { y, height: 1, ..frame }, level, Scope::Rule);
    }
}

fn border(frame: Area, pen: &mut Pen) {
    rules(frame, pen);
    let (right, bottom) = (frame.x + frame.width - 1, frame.y + frame.height - 1);
    for x in [frame.x, right] {
        pen.fill(Area { x, width: 1, ..frame }, pen.mark("│", "|"), Scope::Rule);
    }
    for (x, y, utf8) in [
        (frame.x, frame.y, "┌"),
        (right, frame.y, "┐"),
        (frame.x, bottom, "└"),
        (right, bottom, "┘"),
    ] {
        pen.text(x, y, 1, pen.mark(utf8, "+"), Scope::Rule);
    }
}
