//! What can lie over the panes or take their place: a type a view, a file a type, a row a type in the
//! table below.
//!
//! A view is a state of its own and a [`Pane`] of items, which are made of the state and of what the
//! [`Scene`] has. What moves in a list moves in every view; the keys that only one view has change its
//! state, and its items are made again.

mod before;
mod card;
mod choice;
mod class;
mod compare;
mod comparisons;
mod contents;
mod copied;
mod evidence;
mod faults;
mod goto;
mod help;
mod instrument;
mod instrument_contents;
mod marks;
mod matrix;
mod peek;
mod places;
mod relations;
mod rests_on;
mod results;
mod sources;
mod terms;
mod timeline;
mod title;
mod trail;

use std::mem;

use crate::command::{
    Command, Context, Contexts, Find, Follow, Keep, Keymap, Motion, Program, Views,
};
use crate::desk::{Area, Begin, Item, Pane, text_column};
use crate::model::{BlockIx, Briefing, Target};
use crate::text::{Link, Typesetting};

use super::class::Class;
use super::finding::Finding;
use super::footer::{Now, Offers};
use super::keeping::Keeping;
use super::stack::Room;
use super::step::Step;
use super::{Coverage, Reader, words};

pub use before::Before;
pub use card::Card;
pub use choice::Choice;
pub use class::Questions;
pub use compare::Compare;
pub use comparisons::Comparisons;
pub use contents::Contents;
pub use copied::Copied;
pub use evidence::SectionEvidence;
pub use faults::FaultList;
pub use goto::GoTo;
pub(super) use goto::leaves;
pub use help::Help;
pub use instrument::InstrumentView;
pub use instrument_contents::InstrumentContents;
pub use marks::MarkList;
pub use matrix::{Cell, Head, Matrix};
pub use peek::Peek;
pub use places::Places;
pub use relations::{Edge, LegendLine, Picture, Relations, Vertex};
pub use rests_on::RestsOn;
pub use results::Results;
pub use sources::Sources;
pub use terms::Terms;
pub use timeline::Timeline;
pub use title::TitlePage;
pub use trail::TrailList;

/// All that a view may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub reader: &'a Reader,
    pub keeping: &'a Keeping,
    pub finding: &'a Finding,
    pub class: &'a Class,
    /// The session's keys.
    pub keymap: &'a Keymap,
    /// What its items are set with.
    pub setting: Typesetting<'a>,
    /// The block in focus.
    pub focus: Option<BlockIx>,
    /// What was read, as far as it is to be seen.
    pub read: &'a Coverage,
    /// Columns and rows between header and footer.
    pub room: (usize, usize),
}

impl<'a> Scene<'a> {
    /// What views may look at with a briefing open, and so much `room` for them.
    pub(super) fn new(
        reader: &'a Reader,
        keeping: &'a Keeping,
        finding: &'a Finding,
        class: &'a Class,
        keymap: &'a Keymap,
        room: (usize, usize),
    ) -> Self {
        let (setting, focus, read) = (reader.setting(), reader.focus(), reader.coverage());
        Self { reader, keeping, finding, class, keymap, setting, focus, read, room }
    }
}

/// What a view made of a command.
#[derive(Debug, Clone)]
pub(super) enum Acted {
    /// The command means to it what it means everywhere.
    No,
    /// The cursor goes to another item.
    Moved(usize),
    /// The cursor goes to another item, which comes to stand at the top.
    ToTop(usize),
    /// The state is another; the items are to be made again, and the cursor goes to one of them.
    Changed(Option<usize>),
    /// The state is another; the items are to be made again, and the cursor goes where the view says
    /// that it begins.
    Begun,
    /// Others are to do something.
    Asks(Vec<Step>),
}

/// What every view can do. A list needs no more than the first four.
pub(super) trait Component {
    /// Where the keys go while it lies on top.
    fn context(&self) -> Context;

    /// Its title.
    fn title(&self, briefing: Option<&Briefing>) -> String;

    /// The items of its pane, and where the cursor begins.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin);

    /// What the footer offers while it lies on top, the most useful first.
    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a>;

    /// Carries out a command that means something else here than elsewhere.
    fn act(&mut self, _command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        Acted::No
    }

    /// What Enter does, if it does nothing of the view's own.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        followed(pane).map(Step::Follow).into_iter().collect()
    }

    /// Its frame on the screen, with so many rows to show.
    fn frame(&self, room: &Room, rows: Option<usize>) -> Area {
        if Contexts::VIEWS.has(self.context()) { room.screen.body } else { framed(room, rows) }
    }

    /// Where its text goes in the frame. `measure` is the widest line of the narrative, in columns.
    fn content(&self, frame: Area, measure: usize, _rows: Option<usize>) -> Area {
        if Contexts::VIEWS.has(self.context()) {
            return text_column(frame, measure);
        }
        let inside = frame.inside().margin(2);
        if inside.height > 3 { inside.below(1) } else { inside }
    }

    /// What stands beside the title.
    fn detail(&self, _briefing: &Briefing) -> String {
        String::new()
    }

    /// What the header says at its right end: counts, a place, a filter.
    fn status(&self, _scene: &Scene, _pane: &Pane) -> String {
        String::new()
    }

    /// What it is about, whatever is chosen in it.
    fn subject(&self, _pane: &Pane) -> Option<Target> {
        None
    }

    /// What its cursor is on.
    fn in_focus(&self, pane: &Pane) -> Option<Item> {
        pane.focus().cloned()
    }

    /// Makes what depends on the screen's room for the room that there is now. Whether the items are to
    /// be made again.
    fn reshape(&mut self, _scene: &Scene) -> bool {
        false
    }

    /// Takes the area that it is drawn in, if it draws itself.
    fn fit(&mut self, _area: Area, _pane: &Pane, _scene: &Scene) {}

    /// Whether something stands beside its text, where there is room.
    fn is_parted(&self) -> bool {
        false
    }

    /// Whether it has half of the screen, and what it leads to has the other.
    fn halves(&self) -> bool {
        false
    }

    /// Whether nothing stands beside its words, so that they can be taken with the mouse.
    fn is_bare(&self) -> bool {
        false
    }

    /// Whether what comes before and after the cursor stays in sight, as in prose.
    fn looks_ahead(&self) -> bool {
        false
    }

    /// Whether what is the teacher's or the reader's own may be in it, so that no class may see it. What
    /// is set only when it is drawn needs no such care.
    fn is_private(&self) -> bool {
        false
    }
}

/// Declares the views, and how a call reaches the one that is meant.
macro_rules! views {
    ($($(#[$about:meta])* $view:ident($type:ty),)*) => {
        /// What an overlay is.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum View { $($(#[$about])* $view($type)),* }

        impl View {
            fn component(&self) -> &dyn Component {
                match self { $(Self::$view(view) => view),* }
            }

            fn component_mut(&mut self) -> &mut dyn Component {
                match self { $(Self::$view(view) => view),* }
            }
        }
    };
}

views! {
    /// The table of contents.
    Contents(Contents),
    /// The keys.
    Help(Help),
    /// What is wrong with the files.
    Faults(FaultList),
    /// A look at a link's target, small.
    Peek(Peek),
    /// How something read before it was changed.
    Before(Before),
    /// A card, and below it everything that cites it.
    Card(Card),
    /// The sources that a text rests on.
    RestsOn(RestsOn),
    /// All terms.
    Terms(Terms),
    /// All sources.
    Sources(Sources),
    /// Places in the text, under what they have in common.
    Places(Places),
    /// Bookmarks, highlights and notes.
    Marks(MarkList),
    /// What a search found.
    Results(Results),
    /// Names to go to, above the line in which one is written.
    GoTo(GoTo),
    /// The places that the reader came from.
    Trail(TrailList),
    /// Words that were copied, for terminals that do not take them.
    Copied(Copied),
    /// Actors and articles, to choose one of.
    Choice(Choice),
    /// What the briefing is.
    Title(TitlePage),
    /// Articles beside each other.
    Compare(Compare),
    /// All that is compared.
    Comparisons(Comparisons),
    /// A treaty or another law, read through.
    Instrument(InstrumentView),
    /// Its parts and its articles.
    InstrumentContents(InstrumentContents),
    /// What came when.
    Timeline(Timeline),
    /// Who stands in what.
    Matrix(Matrix),
    /// Who stands how to whom.
    Relations(Relations),
    /// What a section rests on.
    Evidence(SectionEvidence),
    /// What a class is asked.
    Class(Questions),
}

impl View {
    /// Whether it takes the whole screen, in place of the panes.
    pub(crate) fn is_full(&self) -> bool {
        Contexts::VIEWS.has(self.context())
    }

    /// Where the keys go while it lies on top.
    pub fn context(&self) -> Context {
        self.component().context()
    }

    /// What the header says at its right end: counts, a place, a filter.
    pub(super) fn status(&self, scene: &Scene, pane: &Pane) -> String {
        self.component().status(scene, pane)
    }

    /// Whether `other` is another state of the same view.
    pub(crate) fn is_kind_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Compare(one), Self::Compare(two)) => one.first() == two.first(),
            (Self::Instrument(one), Self::Instrument(two)) => one.instrument() == two.instrument(),
            _ => mem::discriminant(self) == mem::discriminant(other),
        }
    }

    /// Whether it is the title page that the briefing opened on.
    pub(super) fn is_first_page(&self) -> bool {
        matches!(self, Self::Title(page) if page.is_first())
    }

    pub(super) fn title(&self, briefing: Option<&Briefing>) -> String {
        self.component().title(briefing)
    }

    pub(super) fn detail(&self, briefing: &Briefing) -> String {
        self.component().detail(briefing)
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        self.component().items(scene)
    }

    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        self.component_mut().act(command, pane, scene)
    }

    pub(super) fn follow(&self, pane: &Pane, scene: &Scene) -> Vec<Step> {
        self.component().follow(pane, scene)
    }

    pub(super) fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        self.component().offers(now)
    }

    pub(super) fn subject(&self, pane: &Pane) -> Option<Target> {
        self.component().subject(pane)
    }

    pub(super) fn in_focus(&self, pane: &Pane) -> Option<Item> {
        self.component().in_focus(pane)
    }

    pub(super) fn frame(&self, room: &Room, rows: Option<usize>) -> Area {
        self.component().frame(room, rows)
    }

    pub(super) fn content(&self, frame: Area, measure: usize, rows: Option<usize>) -> Area {
        self.component().content(frame, measure, rows)
    }

    pub(super) fn reshape(&mut self, scene: &Scene) -> bool {
        self.component_mut().reshape(scene)
    }

    pub(super) fn fit(&mut self, area: Area, pane: &Pane, scene: &Scene) {
        self.component_mut().fit(area, pane, scene);
    }

    pub(super) fn is_parted(&self) -> bool {
        self.component().is_parted()
    }

    pub(super) fn halves(&self) -> bool {
        self.component().halves()
    }

    pub(crate) fn is_bare(&self) -> bool {
        self.component().is_bare()
    }

    pub(super) fn looks_ahead(&self) -> bool {
        self.component().looks_ahead()
    }

    pub(super) fn is_private(&self) -> bool {
        self.component().is_private()
    }
}

/// What the footer offers over a list.
fn list_offers(now: Now) -> Offers {
    now.offers()
        .add(Motion::NextParagraph)
        .add(Follow::Follow)
        .add(Motion::PageDown)
        .add(Follow::LinkHints)
        .add(Program::Close)
}

/// What the footer offers over a card.
fn card_offers(now: Now, can_follow: bool) -> Offers {
    now.offers()
        .add(Find::NextMatch)
        .named(now.is_on_address(), Keep::Copy, words::COPY)
        .add(Motion::NextParagraph)
        .add(Motion::NextLink)
        .when(can_follow, Follow::Follow)
        .add(Follow::Peek)
        .add(Views::Compare)
        .add(Motion::PageDown)
        .when(now.can_note_card(), Keep::Note)
        .add(Follow::LinkHints)
        .add(Program::Close)
        .add(Views::Help)
}

/// What Enter follows: the chosen link, else where what is in focus leads.
pub(super) fn followed(pane: &Pane) -> Option<Link> {
    pane.link().cloned().or_else(|| pane.focus().and_then(Item::link))
}

/// Columns of a frame, at most.
fn frame_width(room: &Room) -> u16 {
    let width = room.screen.body.width;
    if room.size.is_narrow() { width } else { width.saturating_sub(8).min(84) }
}

/// Rows of a frame around so many rows of text: two of its own, and a blank one above the text.
fn frame_height(rows: Option<usize>) -> u16 {
    rows.map_or(u16::MAX, |rows| u16::try_from(rows).unwrap_or(u16::MAX)).saturating_add(3)
}

/// A frame in the middle of the screen, no higher than it needs.
fn framed(room: &Room, rows: Option<usize>) -> Area {
    let body = room.screen.body;
    let most = if room.size.is_narrow() { body.height } else { body.height.saturating_sub(2) };
    body.centred(frame_width(room), most.min(frame_height(rows)))
}
