//! A look at a link's target, small, without leaving what is read.

use crate::command::Context;
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::{Briefing, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::stack::Room;
use super::super::step::Step;
use super::super::words;
use super::{Component, Scene, card_offers, frame_height, frame_width};

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peek(pub(in crate::app) Target);

impl Component for Peek {
    fn context(&self) -> Context {
        Context::Card
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::kind(&self.0).to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        (vec![Item::alone(self.0.clone(), &scene.setting)], Begin::Cited)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        card_offers(now, true)
    }

    /// The chosen link, or what is looked at.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let chosen = pane.link().cloned();
        let looked_at = || match &self.0 {
            instrument @ Target::Instrument(_) => Link::Read(instrument.clone()),
            other => Link::To(other.clone()),
        };
        vec![Step::Follow(chosen.unwrap_or_else(looked_at))]
    }

    fn subject(&self, _pane: &Pane) -> Option<Target> {
        Some(self.0.clone())
    }

    /// A card alone has no focus to show.
    fn in_focus(&self, _pane: &Pane) -> Option<Item> {
        Some(Item::of(self.0.clone()))
    }

    /// Right below the row that is being read, or right above it: where there is more room.
    fn frame(&self, room: &Room, rows: Option<usize>) -> Area {
        let Room { screen, text, eye, .. } = room;
        let body = screen.body;
        let end = body.y + body.height;
        let below = end.saturating_sub(eye.saturating_add(2));
        let above = eye.saturating_sub(body.y + 1);
        let height = frame_height(rows).min(below.max(above).max(6)).min(body.height);
        let y = if below >= height.min(above.max(6)) {
            (eye + 2).min(end - height)
        } else {
            eye.saturating_sub(height + 1).max(body.y)
        };
        let width = frame_width(room).min(64).min(text.width.saturating_add(2).max(40));
        let width = width.min(body.width);
        let x = text.x.saturating_sub(1).min(body.width - width);
        Area { x, y, width, height }
    }
}
