//! An open briefing: the three panes and what ties them.

use std::collections::HashSet;
use std::sync::Arc;

use crate::command::Command;
use crate::model::{ActorIx, BlockIx, Briefing, SectionIx, Target};
use crate::text::{Element, Hyphens, Link, Rich, Role, Setting, Sheet};

use super::pane::{Moved, Press, Way};
use super::place::Place;
use super::{Detail, Fault, Item, Opened, Options, Pane, PaneId, Screen};

/// A side pane at least this many rows high has room for whole cards of those named.
const TALL: usize = 22;
/// A side pane at least this many rows high has room to say who those named are.
const MIDDLING: usize = 11;

/// An open briefing and the place in it.
#[derive(Debug, Clone)]
pub struct Reader {
    pub(super) briefing: Arc<Briefing>,
    pub(super) faults: Vec<Fault>,
    pub(super) options: Options,
    hyphens: Option<Arc<Hyphens>>,
    section: SectionIx,
    /// Words of the section before each block, and in all: one more than there are blocks.
    words: Vec<usize>,
    /// Whom the section names, in order.
    section_actors: Vec<ActorIx>,
    panes: [Pane; 3],
    active: PaneId,
    pinned: [bool; 3],
    /// What was followed to the articles or the actors, and is shown though not cited.
    chosen: [Option<Target>; 3],
    /// The block that the side panes stand for.
    shown_for: Option<BlockIx>,
    /// The pane that had the keys when they were tied.
    tied_for: PaneId,
}

/// How far the reader is in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The paragraph in focus, from 1.
    pub paragraph: usize,
    /// Paragraphs in the section.
    pub paragraphs: usize,
    /// Minutes of reading left in the section.
    pub minutes: usize,
    /// How much of the section's words is read.
    pub percent: usize,
}

impl Reader {
    pub(super) fn new(opened: Opened, options: Options) -> Self {
        let hyphens = Hyphens::new(&opened.briefing.language).map(Arc::new);
        let mut reader = Self {
            briefing: opened.briefing,
            faults: opened.faults,
            options,
            hyphens,
            section: SectionIx::new(0),
            words: Vec::new(),
            section_actors: Vec::new(),
            panes: Default::default(),
            active: PaneId::Text,
            pinned: [false; 3],
            chosen: Default::default(),
            shown_for: None,
            tied_for: PaneId::Text,
        };
        reader.enter(SectionIx::new(0));
        reader
    }

    /// The briefing.
    pub fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// What was wrong with its files.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The widest line of the narrative that was asked for, in columns.
    pub fn measure(&self) -> usize {
        self.options.measure
    }

    /// The section that is read.
    pub fn section(&self) -> SectionIx {
        self.section
    }

    /// The pane that has the keys.
    pub fn active(&self) -> PaneId {
        self.active
    }

    /// A pane.
    pub fn pane(&self, pane: PaneId) -> &Pane {
        &self.panes[pane as usize]
    }

    /// Whether a pane is pinned.
    pub fn is_pinned(&self, pane: PaneId) -> bool {
        self.pinned[pane as usize]
    }

    /// The block in focus.
    pub fn focus(&self) -> Option<BlockIx> {
        match self.pane(PaneId::Text).focus() {
            Some(Item::Block(at)) => Some(*at),
            _ => None,
        }
    }

    /// How many actors the paragraph in focus names, and how many the section does.
    pub fn actor_counts(&self) -> (usize, usize) {
        let named = self.focus().map_or(0, |at| self.briefing.index().actors(at).count());
        (named, self.section_actors.len())
    }

    /// How many articles and whole instruments the paragraph in focus cites.
    pub fn article_count(&self) -> usize {
        self.focus().map_or(0, |at| self.cited(at).count())
    }

    /// How far the reader is.
    pub fn progress(&self) -> Progress {
        let at = self.focus().map_or(0, BlockIx::get);
        let total = self.words.last().copied().unwrap_or(0);
        let before = self.words.get(at).copied().unwrap_or(0);
        let here = self.words.get(at + 1).copied().unwrap_or(total) - before;
        let text = self.pane(PaneId::Text);
        let seen = before + here * (text.cursor().line + 1) / text.focus_lines().max(1);
        Progress {
            paragraph: self.focus().map_or(0, |at| self.briefing.index().number(at)),
            paragraphs: self.briefing.index().paragraphs(self.section),
            minutes: crate::text::minutes(total - seen.min(total)),
            percent: (seen * 100).checked_div(total).unwrap_or(100).min(100),
        }
    }

    fn blocks(&self) -> &[crate::model::Block] {
        self.briefing.sections.get(self.section.get()).map_or(&[], |section| &section.blocks)
    }

    pub(super) fn setting(&self) -> Setting<'_> {
        setting(&self.briefing, self.options)
    }

    /// Runs `act` on a pane of this reader or of an overlay, with what it is laid out with.
    pub(super) fn with_press<T>(
        &self,
        pane: &mut Pane,
        act: impl FnOnce(&mut Pane, &Press) -> T,
    ) -> T {
        let hyphens = self.hyphens.as_deref().filter(|_| self.options.hyphens);
        act(pane, &Press { setting: Some(self.setting()), hyphens })
    }

    fn on_pane<T>(&mut self, pane: PaneId, act: impl FnOnce(&mut Pane, &Press) -> T) -> T {
        let mut held = std::mem::take(&mut self.panes[pane as usize]);
        let result = self.with_press(&mut held, act);
        self.panes[pane as usize] = held;
        result
    }

    /// Opens a section at its beginning.
    fn enter(&mut self, section: SectionIx) {
        self.section = section;
        let blocks = self.blocks();
        let mut words = vec![0];
        let mut total = 0;
        for block in blocks {
            total += block.words();
            words.push(total);
        }
        let mut items = Vec::with_capacity(blocks.len() + 2);
        let mut actors = Vec::new();
        let mut seen = HashSet::new();
        if section.get() < self.briefing.sections.len() {
            items.push(Item::Opening(section));
            for (n, block) in blocks.iter().enumerate() {
                let at = BlockIx::new(section, n);
                items.push(Item::Block(at));
                if block.is_cue() {
                    continue;
                }
                let named = self.briefing.index().actors(at);
                actors.extend(named.filter(|actor| seen.insert(*actor)));
            }
            items.push(Item::Closing(section));
        }
        (self.words, self.section_actors) = (words, actors);
        self.on_pane(PaneId::Text, |pane, press| pane.set(items, press));
    }

    /// Goes to a section, or does nothing if there is none.
    fn go_to_section(&mut self, section: Option<SectionIx>) -> Moved {
        let Some(section) = section else { return Moved::AtEnd };
        self.enter(section);
        self.on_pane(PaneId::Text, Pane::start);
        self.active = PaneId::Text;
        Moved::Yes
    }

    /// The section `by` further on.
    fn neighbour(&self, way: Way) -> Option<SectionIx> {
        let at = match way {
            Way::Down => self.section.get() + 1,
            Way::Up => self.section.get().checked_sub(1)?,
        };
        (at < self.briefing.sections.len()).then(|| SectionIx::new(at))
    }

    /// Goes to a block, whichever section it is in.
    pub(super) fn go_to_block(&mut self, at: BlockIx) {
        if at.section != self.section {
            self.enter(at.section);
        }
        // The first item of the pane is the section's opening.
        self.on_pane(PaneId::Text, |pane, press| pane.go_to(at.get() + 1, press));
        self.active = PaneId::Text;
    }

    /// Goes to the beginning of a section.
    pub(super) fn go_to_section_start(&mut self, at: SectionIx) {
        self.go_to_section(Some(at));
    }

    /// Which panes are pinned.
    pub(super) fn pinned(&self) -> [bool; 3] {
        self.pinned
    }

    /// Takes over which panes are pinned, and which has the keys.
    pub(super) fn take_after(&mut self, before: &Self) {
        self.active = before.active;
        self.pinned = before.pinned;
    }

    /// What was followed into the side panes.
    pub(super) fn chosen(&self) -> &[Option<Target>; 3] {
        &self.chosen
    }

    /// Goes back to a place that was left.
    pub(super) fn return_to(&mut self, place: &Place) {
        if place.section != self.section {
            self.enter(place.section);
        }
        for (pane, (cursor, row, link)) in PaneId::ALL.into_iter().zip(place.panes) {
            self.on_pane(pane, |pane, press| pane.return_to(cursor, row, link, press));
            if pane == PaneId::Text {
                self.active = place.active;
                self.shown_for = place.block;
                self.chosen.clone_from(&place.chosen);
                self.pinned = place.pinned;
                self.tie(true);
            }
        }
    }

    /// Lays the panes out on `screen`.
    pub(super) fn lay_out(&mut self, screen: &Screen, afresh: bool) {
        for pane in PaneId::ALL {
            if afresh {
                self.panes[pane as usize].forget();
            }
            let Some(area) = screen.content(pane, self.options.measure) else { continue };
            let size = (usize::from(area.width), usize::from(area.height));
            if self.pane(pane).size() != size || !self.pane(pane).is_laid() {
                self.on_pane(pane, |pane, press| pane.resize(size.0, size.1, press));
            }
        }
        self.tie(afresh);
    }

    /// Ties the side panes to the paragraph in focus.
    pub(super) fn tie(&mut self, afresh: bool) {
        let focus = self.focus();
        if focus != self.shown_for {
            for pane in [PaneId::Articles, PaneId::Actors] {
                if !self.is_pinned(pane) {
                    self.chosen[pane as usize] = None;
                }
            }
            self.shown_for = focus;
        } else if !afresh && self.active == self.tied_for && self.active != PaneId::Actors {
            return;
        }
        self.tied_for = self.active;
        if !self.is_pinned(PaneId::Articles) {
            let items = self.article_items();
            self.on_pane(PaneId::Articles, |pane, press| pane.set(items, press));
        }
        if !self.is_pinned(PaneId::Actors) {
            let items = self.actor_items();
            self.set_actors(items);
        }
    }

    fn cited(&self, at: BlockIx) -> impl Iterator<Item = &Target> {
        let cites = self.briefing.index().cites(at).iter();
        cites.filter(|target| matches!(target, Target::Article(_) | Target::Instrument(_)))
    }

    fn article_items(&self) -> Vec<Item> {
        let chosen = self.chosen[PaneId::Articles as usize].iter();
        let cited = self.focus().into_iter().flat_map(|at| self.cited(at));
        let mut seen = HashSet::new();
        let targets = chosen.chain(cited).filter(|target| seen.insert(*target));
        let mut items: Vec<Item> = targets.cloned().map(Item::Card).collect();
        if items.is_empty() {
            items.push(hint("No article is cited here."));
        }
        items
    }

    fn actor_items(&self) -> Vec<Item> {
        let named: Vec<ActorIx> =
            self.focus().map(|at| self.briefing.index().actors(at).collect()).unwrap_or_default();
        let chosen = match &self.chosen[PaneId::Actors as usize] {
            Some(Target::Actor(at)) => Some(*at),
            _ => None,
        };
        let detail = match self.pane(PaneId::Actors).size().1 {
            TALL.. => Detail::Whole,
            MIDDLING.. => Detail::Role,
            _ => Detail::Name,
        };
        let mut seen = HashSet::new();
        let all = chosen.into_iter().chain(named.iter().copied());
        let all = all.chain(self.section_actors.iter().copied());
        let named: HashSet<ActorIx> = named.iter().copied().collect();
        let item = |at: ActorIx| {
            let detail = match (chosen == Some(at), named.contains(&at)) {
                (true, _) => Detail::Whole,
                (false, true) => detail,
                (false, false) => Detail::Name,
            };
            Item::Actor(at, named.contains(&at), detail)
        };
        let mut items: Vec<Item> = all.filter(|at| seen.insert(*at)).map(item).collect();
        if items.is_empty() {
            items.push(hint("No actor is named in this section."));
        }
        items
    }

    /// Puts the actors in. While the pane has the keys, the one under the cursor is shown whole.
    fn set_actors(&mut self, items: Vec<Item>) {
        let same = self.pane(PaneId::Actors).items().len() == items.len()
            && self.pane(PaneId::Actors).items().iter().map(actor).eq(items.iter().map(actor));
        if !same {
            self.on_pane(PaneId::Actors, |pane, press| pane.set(items.clone(), press));
        }
        let open = self.pane(PaneId::Actors).cursor().item;
        let has_keys = self.active == PaneId::Actors;
        let wanted = items.into_iter().enumerate().map(|(n, item)| match item {
            Item::Actor(at, named, _) if has_keys && n == open => {
                Item::Actor(at, named, Detail::Whole)
            }
            item => item,
        });
        let wanted: Vec<Item> = wanted.collect();
        if wanted == self.pane(PaneId::Actors).items() {
            return;
        }
        self.on_pane(PaneId::Actors, |pane, press| {
            for (at, item) in wanted.into_iter().enumerate() {
                if pane.items().get(at) != Some(&item) {
                    pane.replace(at, item);
                }
            }
            pane.show_item(press);
        });
    }

    /// The pane for an article, an instrument or an actor; none for anything else, and none while
    /// the pane is pinned, so that it stays as it is.
    pub(super) fn pane_for(&self, target: &Target) -> Option<PaneId> {
        let pane = match target {
            Target::Actor(_) => PaneId::Actors,
            Target::Article(_) | Target::Instrument(_) => PaneId::Articles,
            _ => return None,
        };
        (!self.is_pinned(pane)).then_some(pane)
    }

    /// Shows an article or an actor in its pane, and gives the pane the keys.
    pub(super) fn show(&mut self, pane: PaneId, target: &Target) {
        self.chosen[pane as usize] = Some(target.clone());
        self.active = pane;
        self.tie(true);
        let shown = |item: &Item| match (item, target) {
            (Item::Card(other), _) => other == target,
            (Item::Actor(at, ..), Target::Actor(other)) => at == other,
            _ => false,
        };
        if let Some(at) = self.pane(pane).items().iter().position(shown) {
            self.on_pane(pane, |pane, press| pane.go_to(at, press));
        }
        self.tie(true);
    }

    /// What Enter does here: the chosen link, or what the item stands for.
    pub(super) fn link(&self) -> Option<Link> {
        let pane = self.pane(self.active);
        pane.link().cloned().or_else(|| pane.focus().and_then(Item::link))
    }

    /// The article or actor in focus, in a side pane.
    pub(super) fn subject(&self) -> Option<Target> {
        match self.pane(self.active).focus()? {
            Item::Card(target) => Some(target.clone()),
            Item::Actor(at, ..) => Some(Target::Actor(*at)),
            _ => None,
        }
    }

    /// Moves in the active pane, or among panes and sections.
    pub(super) fn act(&mut self, command: Command) {
        match command {
            Command::NextPane => self.turn(1),
            Command::PreviousPane => self.turn(2),
            Command::TextPane => self.active = PaneId::Text,
            Command::ArticlesPane => self.active = PaneId::Articles,
            Command::ActorsPane => self.active = PaneId::Actors,
            Command::NextSection => {
                self.go_to_section(self.neighbour(Way::Down));
            }
            Command::PreviousSection => {
                self.go_to_section(self.neighbour(Way::Up));
            }
            Command::Pin => self.pin(),
            _ => {
                let Some(moved) = self
                    .on_pane(self.active, |pane, press| super::motion::apply(command, pane, press))
                else {
                    return;
                };
                if moved == Moved::AtEnd && self.active == PaneId::Text {
                    self.run_over(command);
                }
            }
        }
    }

    fn turn(&mut self, by: usize) {
        let at = (self.active as usize + by) % PaneId::ALL.len();
        self.active = PaneId::ALL.get(at).copied().unwrap_or_default();
    }

    /// Reads on over the end of a section with the keys that go forward by more than a line.
    fn run_over(&mut self, command: Command) {
        match command {
            Command::PageDown | Command::NextParagraph => {
                self.go_to_section(self.neighbour(Way::Down));
            }
            Command::PageUp | Command::PreviousParagraph => self.go_back_over(),
            _ => {}
        }
    }

    fn go_back_over(&mut self) {
        if self.go_to_section(self.neighbour(Way::Up)) == Moved::Yes {
            self.on_pane(PaneId::Text, Pane::end);
        }
    }

    fn pin(&mut self) {
        let pane = if self.active == PaneId::Text { PaneId::Articles } else { self.active };
        self.pinned[pane as usize] = !self.is_pinned(pane);
        self.tie(true);
    }

    /// Lets go of the chosen link, or goes back to the text.
    pub(super) fn release(&mut self) {
        if self.pane(self.active).link_number().is_some() {
            self.on_pane(self.active, |pane, press| pane.choose(None, press));
        } else {
            self.active = PaneId::Text;
        }
    }

    /// Whether there is a section on the way.
    pub(super) fn has_section_after(&self) -> bool {
        self.neighbour(Way::Down).is_some()
    }

    /// Whether the focus can go on to another item of the active pane, or section.
    pub(super) fn has_item_after(&self) -> bool {
        let pane = self.pane(self.active);
        let setting = self.setting();
        let mut later = pane.items().iter().skip(pane.cursor().item + 1);
        later.any(|item| item.stops(Some(&setting)))
            || (self.active == PaneId::Text && self.has_section_after())
    }

    /// Chooses the first link here if none is. Answers whether it did.
    pub(super) fn choose_first(&mut self) -> bool {
        let pane = self.pane(self.active);
        if pane.link_number().is_some() || !pane.has_links() {
            return false;
        }
        self.on_pane(self.active, |pane, press| pane.choose(Some(0), press));
        true
    }
}

/// What sheets of `briefing` are set from.
fn setting(briefing: &Briefing, options: Options) -> Setting<'_> {
    Setting { briefing, marks: options.marks, teacher: options.teacher }
}

fn actor(item: &Item) -> Option<ActorIx> {
    match item {
        Item::Actor(at, ..) => Some(*at),
        _ => None,
    }
}

fn hint(words: &str) -> Item {
    let mut sheet = Sheet::default();
    sheet.push(Element::new(Rich::new(words, Role::Faint)));
    Item::Ready(Arc::new(sheet))
}
