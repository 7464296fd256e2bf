//! The place in a briefing that outlives the session, and what of it is on the screen.

use crate::app::Overlay;
use crate::app::trail::Waypoint;
use crate::desk::{Item, Pane, PaneId, Row, Screen, Zen};
use crate::model::kept::{Anchor, Kept, Position, Resolution};
use crate::model::{BlockIx, Target};

use super::Reader;
use super::coverage::{self, Coverage, InView};

/// Where a reader came that goes back to a place of another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Came {
    /// To the place.
    Back,
    /// To what is left around it.
    Near,
    /// Nowhere: nothing is left.
    Nowhere,
}

impl Reader {
    /// Where the reader is, to come back to it another day; `None` while nothing is in focus.
    pub(in crate::app) fn position(&self, now: i64) -> Option<Position> {
        let at = self.focus()?;
        let text = self.pane(PaneId::Text);
        let line = u32::try_from(text.cursor().line).unwrap_or(u32::MAX);
        // Of a long paragraph no line is counted from its beginning: its words tell where that is.
        let words = (text.cursor().stretch > 0).then(|| text.logical_at_cursor()).flatten();
        Some(Position { anchor: Anchor::plain(&self.briefing, at, words), line, at: now })
    }

    /// Goes to a place that was kept, or near it.
    pub(in crate::app) fn come_back(&mut self, place: &Position) -> Came {
        match place.anchor.find(&self.briefing) {
            Resolution::At { block, bytes } | Resolution::Moved { block, bytes } => {
                let line = usize::try_from(place.line).unwrap_or(usize::MAX);
                self.arrive(block, Row::new(0, line));
                if let Some(bytes) = bytes {
                    self.on_pane(PaneId::Text, |pane, layout| pane.go_to_logical(&bytes, layout));
                }
                Came::Back
            }
            // A place is in the text.
            Resolution::Card(_) => Came::Nowhere,
            Resolution::Adrift { near } => {
                let near = near.and_then(|near| match near {
                    Target::Block(block) => Some(block),
                    _ => None,
                });
                self.come_near(near, &place.anchor)
            }
        }
    }

    /// Goes to what stands by now where a place was that is gone.
    fn come_near(&mut self, near: Option<BlockIx>, anchor: &Anchor) -> Came {
        let section = self.briefing.find_section(&anchor.section);
        let by_address = |section| self.briefing.find_block(section, &anchor.block);
        match (near.or_else(|| section.and_then(by_address)), section) {
            (Some(block), _) => self.go_to_block(block),
            (None, Some(section)) => self.go_to_section_start(section),
            (None, None) => return Came::Nowhere,
        }
        Came::Near
    }

    /// Comes from elsewhere to a line of a block. It stands in the upper part of the screen, wherever the section
    /// begins: what is not seen is not laid out.
    fn arrive(&mut self, at: BlockIx, line: Row) {
        let at = self.slide_of(at);
        self.unfold(at);
        if at.section != self.section {
            self.enter_at(at);
        }
        self.go_to_line(at, line);
    }

    /// Goes to a line of a block, of which `line` tells the stretch and the line in that.
    pub(super) fn go_to_line(&mut self, at: BlockIx, line: Row) {
        self.go_to_block(at);
        // The first item of the pane is the section's opening.
        let row = Row { item: at.get() + 1, ..line };
        self.on_pane(PaneId::Text, |pane, layout| pane.go_to_line(row, layout));
    }

    /// What the panes on the screen show of the briefing.
    pub(in crate::app) fn in_view(&self, screen: &Screen) -> Vec<InView> {
        if self.options.by_ear {
            // Whatever its height, all of it was told.
            return told_in_view(self.pane(self.active()));
        }
        let shown = PaneId::ALL.into_iter().filter(|pane| screen.pane(*pane).is_some());
        shown
            .flat_map(|id| {
                let pane = self.pane(id);
                match (id, self.options.zen) {
                    (PaneId::Text, Zen::Presenter) => in_view(pane, pane.in_view_alone()),
                    _ => pane_in_view(pane),
                }
            })
            .collect()
    }

    /// Lets what was in view have been there for so many seconds more. Answers with the addresses
    /// of what is read by now, and was not.
    pub(in crate::app) fn watch(&mut self, in_view: Vec<InView>, seconds: i64) -> Vec<String> {
        let read = self.coverage.watch(&self.briefing, in_view, seconds);
        read.iter().map(|target| coverage::address(&self.briefing, target)).collect()
    }

    /// Takes in what turns out to have been read in an earlier session.
    pub(in crate::app) fn was_read(&mut self, kept: &Kept) {
        self.coverage.add(Coverage::of(&self.briefing, kept));
    }
}

impl Reader {
    /// Where the reader is now, with what lies over the panes, to come back to in this session.
    pub(in crate::app) fn waypoint(&self, overlays: Vec<Overlay>) -> Waypoint {
        let panes = PaneId::ALL.map(|pane| {
            let pane = self.pane(pane);
            (pane.cursor(), pane.cursor_row(), pane.chosen_link())
        });
        Waypoint {
            section: self.section(),
            block: self.focus(),
            active: self.active(),
            panes,
            chosen: self.chosen().clone(),
            overlays,
        }
    }
}

/// What a pane shows of the briefing.
pub(in crate::app) fn pane_in_view(pane: &Pane) -> Vec<InView> {
    in_view(pane, pane.in_view())
}

/// What a pane shows of the briefing by the item under its cursor alone, all of which was told.
pub(in crate::app) fn told_in_view(pane: &Pane) -> Vec<InView> {
    in_view(pane, pane.in_view_alone().map(|(item, _)| (item, true)))
}

/// What is shown by so many items of a pane, each once. Of an article that is read piece by piece the end
/// is seen with its last piece.
fn in_view(pane: &Pane, items: impl Iterator<Item = (usize, bool)>) -> Vec<InView> {
    let item = |at: usize| pane.items().get(at);
    let law = |at: usize| match item(at) {
        Some(Item::Law(piece)) => piece.article(),
        _ => None,
    };
    let mut shown: Vec<InView> = Vec::new();
    for (at, to_end) in items {
        let (target, to_end) = match item(at) {
            Some(Item::Block(block)) => (Target::Block(*block), to_end),
            Some(item @ (Item::Card(Target::Article(_)) | Item::Cited(..))) => {
                let Some(target) = item.card() else { continue };
                (target, to_end)
            }
            Some(Item::Law(_)) => {
                let Some(article) = law(at) else { continue };
                (Target::Article(article), to_end && law(at + 1) != Some(article))
            }
            _ => continue,
        };
        match shown.iter_mut().find(|one| one.target == target) {
            Some(one) => one.to_end |= to_end,
            None => shown.push(InView { target, to_end }),
        }
    }
    shown
}
