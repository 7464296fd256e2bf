//! An open briefing: the three panes and what ties them.

mod changes;
mod comparing;
mod coverage;
mod lens;
mod moves;
mod names;
mod own;
mod place;
mod reload;
mod slides;
mod tie;
mod word;

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{ActorIx, BlockIx, Briefing, SectionIx, Target};
use crate::text::goto::Names;
use crate::text::{ActiveSearch, Annotations, Hyphens, Link, Typesetting};

use crate::app::trail::Waypoint;
use crate::app::{FaultReport, Opened, Options};
use crate::desk::{Item, LayoutContext, LinkOfItem, Moved, Pane, PaneId, Screen, Way, Zen};

pub(in crate::app) use changes::{ChangeCounts, Changes};
use comparing::Comparing;
pub(crate) use coverage::Coverage;
pub(in crate::app) use coverage::InView;
use names::Naming;
pub(in crate::app) use own::Selection;
pub(in crate::app) use place::{Came, pane_in_view, told_in_view};

/// An open briefing and the place in it.
#[derive(Debug, Clone)]
pub struct Reader {
    briefing: Arc<Briefing>,
    faults: Vec<FaultReport>,
    /// The title of what it is an edition of, where that is known.
    original: Option<String>,
    options: Options,
    /// Whether it is only the beginning of a briefing.
    is_preview: bool,
    hyphens: Option<Arc<Hyphens>>,
    section: SectionIx,
    /// Words of the section before each block, and in all: one more than there are blocks.
    words: Vec<usize>,
    /// Whom the section names, in order.
    section_actors: Vec<ActorIx>,
    panes: [Pane; 3],
    active: PaneId,
    pinned: [bool; 3],
    /// What can be gone to by name; the briefing's own names once they were asked for.
    names: Names,
    /// How far these are.
    naming: Naming,
    /// Wordings that are compared word by word.
    comparing: Comparing,
    /// Whom or what the paragraphs concern that are not folded.
    lens: Option<Target>,
    /// What was read.
    coverage: Coverage,
    /// What the reader left in it, as it is shown.
    annotations: Arc<Annotations>,
    /// What is new or changed since the reader saw it.
    changes: Arc<Changes>,
    /// The block that the reader was put at, and has not looked at yet.
    arrived: Option<BlockIx>,
    /// What was followed to the articles or the actors, and is shown though not cited.
    chosen: [Option<Target>; 3],
    /// The block that the side panes stand for.
    shown_for: Option<BlockIx>,
    /// The pane that had the keys when they were tied.
    tied_for: PaneId,
    /// What is searched for, and marked wherever it is shown.
    found: Option<Arc<ActiveSearch>>,
}

/// How far the reader is in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The paragraph in focus, from 1.
    pub paragraph: usize,
    /// Paragraphs in the section.
    pub paragraphs: usize,
    /// Paragraphs of the section that were read.
    pub read: usize,
    /// Minutes of reading left in the section.
    pub minutes: usize,
    /// How much of the section's words is read.
    pub percent: usize,
}

impl Reader {
    /// Opens a briefing, or only the beginning of one, at its first section.
    pub(in crate::app) fn new(opened: Opened, options: Options, is_preview: bool) -> Self {
        let coverage = Coverage::of(&opened.briefing, &opened.kept);
        let hyphens = Hyphens::new(&opened.briefing.language).map(Arc::new);
        let mut reader = Self {
            briefing: opened.briefing,
            faults: opened.faults,
            original: None,
            options,
            is_preview,
            hyphens,
            section: SectionIx::new(0),
            words: Vec::new(),
            section_actors: Vec::new(),
            panes: Default::default(),
            active: PaneId::Text,
            pinned: [false; 3],
            names: Names::default(),
            naming: Naming::NotAsked,
            comparing: Comparing::default(),
            lens: None,
            coverage,
            annotations: Arc::default(),
            changes: Arc::default(),
            arrived: None,
            chosen: Default::default(),
            shown_for: None,
            tied_for: PaneId::Text,
            found: None,
        };
        reader.enter(SectionIx::new(0));
        reader
    }

    /// The same, of what is an edition of the briefing with this title.
    #[must_use]
    pub(in crate::app) fn edition_of(mut self, original: Option<String>) -> Self {
        self.original = original;
        self
    }

    /// The title of what it is an edition of, where that is known.
    pub(in crate::app) fn original(&self) -> Option<&str> {
        self.original.as_deref()
    }

    /// The briefing.
    pub fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// The briefing, for who needs it longer than the reader stands still.
    pub(in crate::app) fn shared_briefing(&self) -> Arc<Briefing> {
        Arc::clone(&self.briefing)
    }

    /// Whether it is only the beginning of a briefing.
    pub(crate) fn is_preview(&self) -> bool {
        self.is_preview
    }

    /// Whether there is text to be in: of a part of a briefing there may be none.
    pub(in crate::app) fn is_in_its_text(&self) -> bool {
        !self.is_preview || self.focus().is_some()
    }

    /// Takes other options over.
    pub(in crate::app) fn set_options(&mut self, options: Options) {
        self.options = options;
        if let Some(at) = self.focus() {
            let slide = self.slide_of(at);
            if slide != at {
                self.on_pane(PaneId::Text, |pane, layout| pane.go_to(slide.get() + 1, layout));
            }
        }
    }

    /// Whether what the reader left stays out of sight.
    pub(in crate::app) fn hides_own(&self) -> bool {
        self.options.hides_own()
    }

    /// What was wrong with its files.
    pub fn faults(&self) -> &[FaultReport] {
        &self.faults
    }

    /// Takes other faults over.
    pub(in crate::app) fn set_faults(&mut self, faults: Vec<FaultReport>) {
        self.faults = faults;
    }

    /// The widest line of the narrative, in columns.
    pub fn measure(&self) -> usize {
        self.options.measure()
    }

    /// How much is put away beside the text.
    pub fn zen(&self) -> Zen {
        self.options.zen
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

    /// The block in focus.
    pub fn focus(&self) -> Option<BlockIx> {
        match self.pane(PaneId::Text).focus() {
            Some(Item::Block(at)) => Some(*at),
            _ => None,
        }
    }

    /// What was read, as far as it is to be seen: nothing by a class, unless it was asked for.
    pub(in crate::app) fn coverage(&self) -> &Coverage {
        if self.hides_own() { &coverage::NOTHING } else { &self.coverage }
    }

    /// How far the reader is.
    pub fn progress(&self) -> Progress {
        let at = self.focus().map_or(0, BlockIx::get);
        let total = self.words.last().copied().unwrap_or(0);
        let before = self.words.get(at).copied().unwrap_or(0);
        let here = self.words.get(at + 1).copied().unwrap_or(total) - before;
        let text = self.pane(PaneId::Text);
        // Nothing is read at the first line, all at the last one.
        let (line, lines) = text.lines_passed();
        let at_end = at + 1 == self.words.len().saturating_sub(1) || before + here == total;
        let seen =
            if at_end && line == lines { total } else { before + here * line / lines.max(1) };
        Progress {
            paragraph: self.focus().map_or(0, |at| self.briefing.index().number(at)),
            paragraphs: self.briefing.index().paragraphs(self.section),
            read: self.coverage().in_section(self.section),
            minutes: crate::text::minutes(total - seen.min(total)),
            percent: (seen * 100).checked_div(total).unwrap_or(100).min(100),
        }
    }

    fn blocks(&self) -> &[crate::model::Block] {
        self.briefing.sections.get(self.section.get()).map_or(&[], |section| &section.blocks)
    }

    /// What its sheets are set from.
    pub(crate) fn setting(&self) -> Typesetting<'_> {
        let Options { glyphs, teacher, .. } = self.options;
        Typesetting {
            briefing: &self.briefing,
            glyphs,
            teacher,
            slides: self.options.presents(),
            annotations: (!self.hides_own()).then_some(&self.annotations),
        }
    }

    /// What a pane of this reader or of an overlay is laid out with.
    pub(in crate::app) fn layout(&self) -> LayoutContext<'_> {
        let hyphens = self.hyphens.as_deref().filter(|_| self.options.hyphens);
        LayoutContext {
            setting: Some(self.setting()),
            hyphens,
            found: self.found.as_deref(),
            jump: self.options.jump(),
        }
    }

    fn on_pane<T>(&mut self, pane: PaneId, act: impl FnOnce(&mut Pane, &LayoutContext) -> T) -> T {
        let mut held = std::mem::take(&mut self.panes[pane as usize]);
        let result = act(&mut held, &self.layout());
        self.panes[pane as usize] = held;
        result
    }

    /// Does something with the pane that has the keys.
    pub(in crate::app) fn on_active_pane<T>(
        &mut self,
        act: impl FnOnce(&mut Pane, &LayoutContext) -> T,
    ) -> T {
        self.on_pane(self.active, act)
    }

    /// Chooses no words in any pane.
    pub(in crate::app) fn choose_nothing(&mut self) {
        for pane in PaneId::ALL {
            self.on_pane(pane, |pane, layout| pane.choose_words(None, layout));
        }
    }

    /// Whether the text has the keys.
    pub(crate) fn is_in_text(&self) -> bool {
        self.active == PaneId::Text
    }

    /// Opens a section at its beginning.
    fn enter(&mut self, section: SectionIx) {
        let items = self.open_section(section);
        self.on_pane(PaneId::Text, |pane, layout| pane.set(items, layout));
    }

    /// Opens a section at a block of it.
    fn enter_at(&mut self, at: BlockIx) {
        let items = self.open_section(at.section);
        self.on_pane(PaneId::Text, |pane, layout| pane.set_at(items, at.get() + 1, layout));
    }

    /// Opens a section, and answers with what is to be put into the pane of the text.
    fn open_section(&mut self, section: SectionIx) -> Vec<Item> {
        self.section = section;
        let blocks = self.blocks();
        let mut words = vec![0];
        let mut total = 0;
        for block in blocks {
            total += block.words();
            words.push(total);
        }
        let mut actors = Vec::new();
        let mut seen = HashSet::new();
        for (n, _) in blocks.iter().enumerate().filter(|(_, block)| !block.is_cue()) {
            let named = self.briefing.index().actors(BlockIx::new(section, n));
            actors.extend(named.filter(|actor| seen.insert(*actor)));
        }
        (self.words, self.section_actors) = (words, actors);
        self.text_items()
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
    pub(in crate::app) fn go_to_block(&mut self, at: BlockIx) {
        let at = self.slide_of(at);
        self.unfold(at);
        if at.section != self.section {
            self.enter(at.section);
        }
        // The first item of the pane is the section's opening.
        self.on_pane(PaneId::Text, |pane, layout| pane.go_to(at.get() + 1, layout));
        self.active = PaneId::Text;
    }

    /// Goes to the beginning of a section.
    pub(in crate::app) fn go_to_section_start(&mut self, at: SectionIx) {
        self.go_to_section(Some(at));
    }

    /// Goes back to a place that was left.
    pub(in crate::app) fn return_to(&mut self, place: &Waypoint) {
        if let Some(at) = place.block {
            self.unfold(at);
        }
        if place.section != self.section {
            self.enter(place.section);
        }
        for (pane, (cursor, row, link)) in PaneId::ALL.into_iter().zip(place.panes) {
            // A pinned pane stays as it is, wherever one goes.
            if self.is_pinned(pane) {
                continue;
            }
            self.on_pane(pane, |pane, layout| pane.return_to(cursor, row, link, layout));
            if pane == PaneId::Text {
                self.active = place.active;
                self.shown_for = place.block;
                self.chosen.clone_from(&place.chosen);
                self.tie(true);
            }
        }
    }

    /// Lays the panes out on `screen`.
    pub(in crate::app) fn lay_out(&mut self, screen: &Screen, afresh: bool) {
        let slides = self.options.presents();
        self.panes[PaneId::Text as usize].set_single(slides || self.options.by_ear);
        for pane in PaneId::ALL {
            let area = screen.content(pane, self.options.measure());
            let is_slide = slides && pane == PaneId::Text;
            let Some(area) = area.map(|area| if is_slide { self.slide(area) } else { area }) else {
                if afresh {
                    self.panes[pane as usize].forget();
                }
                continue;
            };
            let size = (usize::from(area.width), usize::from(area.height));
            if afresh || self.pane(pane).size() != size || !self.pane(pane).is_laid() {
                self.on_pane(pane, |pane, layout| pane.resize(size.0, size.1, layout));
                self.panes[pane as usize].settle();
            }
        }
        self.tie(afresh);
    }

    /// What Enter does here: the chosen link, or what the item stands for.
    pub(in crate::app) fn link(&self) -> Option<Link> {
        let pane = self.pane(self.active);
        pane.link().cloned().or_else(|| pane.focus().and_then(Item::link))
    }

    /// Marks another thing wherever it is shown, or nothing.
    pub(in crate::app) fn set_found(&mut self, found: Option<Arc<ActiveSearch>>) {
        self.found = found;
        for pane in PaneId::ALL {
            self.on_pane(pane, Pane::mark_anew);
        }
    }

    /// Brings the match that the reader was taken to into view: in block `at`, or in the section's
    /// opening.
    pub(in crate::app) fn show_match(&mut self, at: Option<BlockIx>) {
        let item = at.map_or(0, |at| at.get() + 1);
        self.on_pane(PaneId::Text, |pane, layout| pane.show_match(item, layout));
    }

    /// Words of the section, of it before each block, and before the first and the last line seen.
    pub(in crate::app) fn extent(&self) -> (&[usize], [usize; 2]) {
        let pane = self.pane(PaneId::Text);
        let mut seen = pane.seen().filter_map(|row| match row.item {
            Item::Block(at) | Item::Folded(at, _) => Some(at.get()),
            _ => None,
        });
        let first = seen.next();
        let last = seen.last().or(first);
        let words = |at: Option<usize>, more: usize| {
            at.and_then(|at| self.words.get(at + more)).copied().unwrap_or(0)
        };
        (&self.words, [words(first, 0), words(last, 1)])
    }

    /// Whether there is a section on the way.
    pub(in crate::app) fn has_section_after(&self) -> bool {
        self.neighbour(Way::Down).is_some()
    }

    /// Whether the focus can go on to another item of the active pane, or section.
    pub(crate) fn has_item_after(&self) -> bool {
        let pane = self.pane(self.active);
        let setting = self.setting();
        let mut later = pane.items().iter().skip(pane.cursor().item + 1);
        later.any(|item| item.stops(Some(&setting)))
            || (self.active == PaneId::Text && self.has_section_after())
    }

    /// Goes to a pane and to an item in it, and chooses a link of it or none. Where the focus does not
    /// stop, nothing changes. Answers whether it did.
    pub(in crate::app) fn choose_in(
        &mut self,
        pane: PaneId,
        item: usize,
        link: Option<LinkOfItem>,
    ) -> bool {
        let stops = self.on_pane(pane, |pane, layout| pane.choose_in(item, link, layout));
        if stops {
            self.active = pane;
        }
        stops
    }

    /// Chooses the first link here if none is. Answers whether it did.
    pub(in crate::app) fn choose_first(&mut self) -> bool {
        let has_chosen = self.pane(self.active).chosen_link().is_some();
        !has_chosen && self.on_pane(self.active, Pane::choose_first)
    }
}
