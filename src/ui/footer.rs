//! The last row: the keys that do something now.

use crate::app::{App, Offer};
use crate::command::{Code, Context, Entry, Key, Motion, Program, Views};
use crate::desk::{Area, Screen};
use crate::text::{columns, fit};
use crate::theme::Scope;

use super::pen::Pen;

/// Columns between two keys.
const BETWEEN: u16 = 3;

/// An offer with the key that stands for it.
struct LabelledOffer {
    offer: Offer,
    key: String,
    /// Columns that both take, with the blanks behind them.
    width: u16,
}

pub(super) fn draw(app: &App, screen: &Screen, pen: &mut Pen) {
    let Some(area) = screen.footer else { return };
    let labelled = labelled(app, pen.theme.utf8());
    let mut x = area.x + 1;
    let end = area.x + area.width;
    let half = area.width / 2;
    // What is said stands there until the next key, and the keys have their place again after that.
    let all_but_ways = area.width.saturating_sub(1 + ways(&labelled));
    let hints = app.link_hint_words().map(|words| (words, all_but_ways));
    let chosen = app.chosen_words().map(|words| (words, half));
    let said = app.said().map(|words| (words.to_owned(), all_but_ways));
    let loading = app.loading_words().map(|words| (words, all_but_ways));
    let more = app.search_words().into_iter().chain(app.lens_words()).map(|words| (words, half));
    for (words, most) in loading.into_iter().chain(chosen).chain(said).chain(hints).chain(more) {
        let room = most.min(end.saturating_sub(x));
        let words = fit(&words, usize::from(room), pen.ellipsis());
        x = pen.text(x, area.y, room, &words, Scope::Accent) + BETWEEN;
    }
    as_many_as_fit(
        &labelled,
        Area { x, width: (area.x + area.width).saturating_sub(x), ..area },
        pen,
    );
}

/// Draws the keys that do something now, as many as there is room for.
pub(super) fn offers(app: &App, area: Area, pen: &mut Pen) {
    as_many_as_fit(&labelled(app, pen.theme.utf8()), area, pen);
}

fn as_many_as_fit(labelled: &[LabelledOffer], area: Area, pen: &mut Pen) {
    let mut x = area.x;
    let mut reserve = ways(labelled);
    for LabelledOffer { offer, key, width } in labelled {
        let needed = *width;
        if is_way(offer) {
            reserve = reserve.saturating_sub(needed);
        }
        // The blanks behind the last one need no room.
        if x.saturating_add(needed).saturating_add(reserve) > area.x + area.width + BETWEEN {
            continue;
        }
        x = pen.text(x, area.y, needed, key, Scope::Accent);
        x = pen.text(x, area.y, 1, " ", Scope::Accent);
        x = pen.text(x, area.y, needed, offer.words, Scope::Dim) + BETWEEN;
    }
}

/// Whether it is the way to all other keys or a way out: these are always there, at the end of what fits.
fn is_way(offer: &Offer) -> bool {
    let ways = [Views::Help.into(), Program::Close.into(), Program::CloseOrQuit.into()];
    ways.contains(&offer.entry.command)
}

/// The columns of all of these.
fn ways(labelled: &[LabelledOffer]) -> u16 {
    let ways = labelled.iter().filter(|labelled| is_way(&labelled.offer));
    ways.map(|labelled| labelled.width).fold(0, u16::saturating_add)
}

/// What is offered now.
fn labelled(app: &App, utf8: bool) -> Vec<LabelledOffer> {
    let labelled = |offer: Offer| {
        let key = key(app, offer.entry, utf8);
        let words = columns(&key) + 1 + columns(offer.words);
        let width = u16::try_from(words).unwrap_or(u16::MAX).saturating_add(BETWEEN);
        LabelledOffer { offer, key, width }
    };
    app.footer().into_iter().map(labelled).collect()
}

/// The key that stands for a command: an arrow if it has one, else its first. Where the first motion is
/// taught these are two, for on half of the keyboards of Europe `}` is no plain key.
pub(super) fn key(app: &App, entry: &Entry, utf8: bool) -> String {
    let arrows = [Code::Right, Code::Left];
    let keys = || app.keymap().keys(entry.command);
    let is_plain = |key: &Key| !key.alt && !key.ctrl;
    let teaches = matches!(app.context(), Context::Text | Context::Title)
        && entry.command == Motion::NextParagraph.into();
    if teaches && keys().any(|key| is_plain(&key)) {
        let two: Vec<String> = keys().filter(is_plain).take(2).map(|key| key.label(utf8)).collect();
        return two.join(" ");
    }
    let mut keys = keys();
    let Some(first) = keys.next() else { return String::new() };
    let mut all = std::iter::once(first).chain(keys);
    all.find(|key| arrows.contains(&key.code) && is_plain(key)).unwrap_or(first).label(utf8)
}
