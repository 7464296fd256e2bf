//! Going to matches.

use std::sync::Arc;

use crate::app::view::Class;
use crate::app::{App, Command, Overlay, Reader, View};
use crate::model::{BlockIx, SectionIx, Target};
use crate::text::Finding;
use crate::text::search::{Hit, Hits, Part, Place};

/// What is said where the way to a match leads over the end.
pub(super) const TOP: &str = "from the top";
/// What is said where it leads over the beginning.
const END: &str = "from the end";

/// Which match the reader is to be taken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The first one in the text of this number or after it.
    After(usize),
    /// The last one before it.
    Before(usize),
    /// The one of this number, counted from 0; what was passed on the way to it.
    Number(usize, Option<&'static str>),
    /// None: only what is marked changes.
    Stay,
}

/// A place that a match led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    section: SectionIx,
    focus: Option<BlockIx>,
    /// What lies over the text.
    top: Option<View>,
}

impl Aim {
    /// The number of the text around which matches are to be kept, with `hits` kept so far.
    pub(super) fn around(self, hits: &Hits) -> usize {
        match self {
            Self::After(entry) | Self::Before(entry) => entry,
            Self::Number(0, _) | Self::Stay => 0,
            Self::Number(number, _) if number + 1 >= hits.total => usize::MAX,
            Self::Number(number, _) => {
                let near = if number < hits.first { hits.kept.first() } else { hits.kept.last() };
                near.map_or(0, |hit| hit.entry)
            }
        }
    }
}

impl App {
    /// To the next match, or to the one before.
    pub(in crate::app) fn next_match(&mut self, by: isize) {
        let on = by > 0;
        if self.lists_matches() {
            return self.move_by(if on {
                Command::NextParagraph
            } else {
                Command::PreviousParagraph
            });
        }
        if self.search.waiting.is_some() {
            self.search.steps += by;
            return;
        }
        if self.search.matches.query.is_none() {
            return self.say("nothing is searched for; / begins");
        }
        let total = self.search.matches.hits.total;
        if total == 0 {
            return self.say(format!("no match for {}", self.quoted()));
        }
        let spot = self.spot();
        let here = self.search.matches.landed.is_some() && self.search.matches.landed == spot;
        let number = match self.search.matches.at.filter(|_| here) {
            Some(at) if on => Some((at + 1, at + 1 >= total)),
            Some(at) => Some((at.checked_sub(1).unwrap_or(total - 1), at == 0)),
            None => None,
        };
        if let Some((number, over)) = number {
            let over = over.then_some(if on { TOP } else { END });
            self.go_to_number(number % total, over);
        } else if let Some(entry) = self.entry() {
            let aim = if on { Aim::After(entry) } else { Aim::Before(entry) };
            if self.covers(entry) { self.take_aim(aim) } else { self.run_search(aim) }
        }
        if let Some(over) = self.search.matches.over {
            self.say(over);
        }
    }

    /// The number of the text that is read.
    pub(super) fn entry(&self) -> Option<usize> {
        let top = self.overlays.last().map(|overlay| &overlay.view);
        let place = place(self.reader.as_ref()?, top);
        self.search.corpus.as_ref()?.first(place)
    }

    /// Whether the matches around a text are among those that are kept.
    fn covers(&self, entry: usize) -> bool {
        let hits = &self.search.matches.hits;
        let near = hits.kept.partition_point(|hit| hit.entry < entry);
        let end = hits.first + hits.kept.len() >= hits.total;
        (near > 0 || hits.first == 0) && (near < hits.kept.len() || end)
    }

    /// Takes the reader to a match among those that are kept.
    pub(super) fn take_aim(&mut self, aim: Aim) {
        let hits = Arc::clone(&self.search.matches.hits);
        if let Some(last) = hits.total.checked_sub(1) {
            let near = |entry| hits.first + hits.kept.partition_point(|hit| hit.entry < entry);
            let end = hits.first + hits.kept.len();
            let (number, over) = match aim {
                Aim::Stay => return self.stay(),
                Aim::Number(number, over) => (number, over),
                Aim::After(entry) if near(entry) < end => (near(entry), None),
                Aim::After(_) => (0, Some(TOP)),
                Aim::Before(entry) if near(entry) > 0 => (near(entry) - 1, None),
                Aim::Before(_) => (last, Some(END)),
            };
            match number.checked_sub(hits.first).and_then(|at| hits.kept.get(at)) {
                Some(hit) => self.go_to_hit(number, *hit, over),
                None if matches!(aim, Aim::Number(..)) => {}
                None => self.run_search(Aim::Number(number, over)),
            }
            return;
        }
        let matches = &mut self.search.matches;
        (matches.at, matches.here, matches.over) = (None, None, None);
        if aim != Aim::Stay {
            self.show_origin();
        }
        self.mark_all();
    }

    /// Takes the reader to the match of a number, counted from 0.
    pub(super) fn go_to_number(&mut self, number: usize, over: Option<&'static str>) {
        let hits = &self.search.matches.hits;
        let kept = number.checked_sub(hits.first).is_some_and(|at| at < hits.kept.len());
        let aim = Aim::Number(number, over);
        if kept { self.take_aim(aim) } else { self.run_search(aim) }
    }

    /// Marks what was found, and leaves the reader where it is.
    fn stay(&mut self) {
        let matches = &mut self.search.matches;
        let here = matches.here;
        let at = matches.hits.kept.iter().position(|hit| Some(*hit) == here);
        matches.at = at.map(|at| matches.hits.first + at);
        matches.here = here.filter(|_| at.is_some());
        self.mark_all();
    }

    /// Shows the place where the search began, while it is being written.
    pub(super) fn show_origin(&mut self) {
        if let Some(origin) = self.search.origin.as_ref().filter(|_| !self.lists_matches()) {
            let reader = origin.reader.clone();
            self.overlays.clone_from(&origin.overlays);
            self.put_reader_back(reader);
        }
    }

    fn go_to_hit(&mut self, number: usize, hit: Hit, over: Option<&'static str>) {
        let list = self.overlays.pop_if(|top| matches!(top.view, View::Results(_)));
        if list.is_some() {
            self.overlays.clear();
        } else {
            self.show_origin();
            if self.is_at_match() {
                self.overlays.pop();
            }
        }
        let matches = &mut self.search.matches;
        (matches.at, matches.here, matches.over) = (Some(number), Some(hit), over);
        self.mark_all();
        let shown = matches!(hit.part, Part::Hint | Part::Why);
        match hit.place {
            Place::Section(_) | Place::Block(_) => self.go_in_text(hit.place),
            Place::Discussion(at) => self.put_question(Class::with(false, at as usize, shown)),
            Place::Quiz(at) => self.put_question(Class::with(true, at as usize, shown)),
            place => {
                if let (Some(target), Some(reader)) = (place.target(), &self.reader) {
                    self.put(Overlay::card(&reader.briefing, target), 0);
                    self.on_overlay(|pane, layout| {
                        pane.show_match(0, layout);
                    });
                }
            }
        }
        self.search.matches.landed = self.spot();
        self.overlays.extend(list);
        self.lay_out(false);
    }

    fn go_in_text(&mut self, place: Place) {
        self.overlays.clear();
        // What lay over the panes may have been laid out in their place.
        self.lay_out(false);
        let Some(reader) = &mut self.reader else { return };
        match place {
            Place::Block(at) => {
                if !reader.concerns(at) {
                    reader.set_lens(None);
                }
                reader.go_to_block(at);
                reader.show_match(Some(at));
            }
            Place::Section(at) => {
                reader.go_to_section_start(at);
                reader.show_match(None);
            }
            _ => {}
        }
    }

    fn put_question(&mut self, class: Class) {
        self.overlays.retain(|overlay| !matches!(overlay.view, View::Class(_)));
        let Some(scene) = self.scene() else { return };
        let (overlay, at) = Overlay::view(View::Class(class), &scene);
        self.put(overlay, at);
        self.on_overlay(|pane, layout| {
            // Every question is short.
            let items = 0..pane.items().len();
            items.into_iter().any(|at| pane.show_match(at, layout));
        });
    }

    /// Where the reader is.
    pub(super) fn spot(&self) -> Option<Spot> {
        let reader = self.reader.as_ref()?;
        let top = self.overlays.last().map(|overlay| overlay.view.clone());
        Some(Spot { section: reader.section(), focus: reader.focus(), top })
    }

    /// Whether what lies on top is the match that the reader was taken to.
    pub(in crate::app) fn is_at_match(&self) -> bool {
        let landed = self.search.matches.landed.as_ref();
        landed.is_some_and(|spot| spot.top.is_some()) && landed == self.spot().as_ref()
    }

    /// Marks what is searched for wherever it is shown.
    pub(super) fn mark_all(&mut self) {
        let here = self.search.matches.here;
        let query = self.search.matches.query.clone();
        let found = query.map(|query| Arc::new(Finding { query, here }));
        let Some(reader) = &mut self.reader else { return };
        reader.set_found(found);
        for overlay in &mut self.overlays {
            reader.with_layout(&mut overlay.pane, crate::app::Pane::mark_anew);
        }
    }
}

/// What is read in a reader with `top` over the panes.
pub(super) fn place(reader: &Reader, top: Option<&View>) -> Place {
    let shown = match top {
        Some(View::Card(target)) => match target {
            Target::Instrument(at) => Some(Place::Instrument(*at)),
            Target::Article(at) => Some(Place::Article(*at)),
            Target::Actor(at) => Some(Place::Actor(*at)),
            Target::Term(at) => Some(Place::Term(*at)),
            Target::Event(at) => Some(Place::Event(*at)),
            Target::Source(at) => Some(Place::Source(*at)),
            Target::Section(_) | Target::Block(_) | Target::Web(_) => None,
        },
        _ => None,
    };
    let in_text = || match reader.focus() {
        Some(at) => Place::Block(at),
        None => Place::Section(reader.section()),
    };
    shown.unwrap_or_else(in_text)
}
