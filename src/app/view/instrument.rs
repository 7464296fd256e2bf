//! An instrument that is read through: its parts, its articles, provision by provision.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, InInstrument, Keep, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane, Parted, text_column};
use crate::model::{ArticleIx, Briefing, InstrumentIx, Target};
use crate::text::{LawPiece, Line, Link, Measure};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Component, InstrumentContents, Scene, View, followed};

/// How many places of a way through the articles are remembered.
const WAY_BACK: usize = 100;

/// An instrument that is read through.
#[derive(Debug, Clone)]
pub struct InstrumentView {
    instrument: InstrumentIx,
    /// Where it is opened.
    at: Target,
    /// Whether only the law is shown, and nothing that the briefing says of it.
    is_folded: bool,
    /// The items from which links led on.
    way: Vec<usize>,
    /// What stands beside the article that is read, where there is room.
    beside: SideColumn,
}

/// What stands beside the article that is read.
#[derive(Debug, Clone, Default)]
struct SideColumn {
    /// The article, and the columns that there are for it.
    of: Option<(ArticleIx, usize)>,
    lines: Arc<[Line]>,
}

/// The same instrument, shown in the same way: where the reader is in it is a matter of its pane.
impl PartialEq for InstrumentView {
    fn eq(&self, other: &Self) -> bool {
        (self.instrument, self.is_folded) == (other.instrument, other.is_folded)
    }
}

impl Eq for InstrumentView {}

impl InstrumentView {
    /// The instrument that an article, a provision or itself is of, opened there.
    pub(in crate::app) fn new(at: Target) -> Option<Self> {
        let instrument = match &at {
            Target::Instrument(at) => *at,
            other => other.article()?.instrument,
        };
        let beside = SideColumn::default();
        Some(Self { instrument, at, is_folded: false, way: Vec::new(), beside })
    }

    /// Which instrument it is.
    pub(in crate::app) fn instrument(&self) -> InstrumentIx {
        self.instrument
    }

    /// The same with all that the briefing says of it.
    pub(in crate::app) fn unfolded(&self) -> Self {
        Self { is_folded: false, ..self.clone() }
    }

    /// The lines that stand beside what is read.
    pub(crate) fn beside(&self) -> &[Line] {
        &self.beside.lines
    }

    /// The article that is read; before the first one the instrument.
    pub(in crate::app) fn here(&self) -> Target {
        self.beside.of.map_or(Target::Instrument(self.instrument), |(at, _)| Target::Article(at))
    }

    /// Remembers the item from which a link leads on.
    pub(in crate::app) fn leave(&mut self, item: usize) {
        if self.way.len() == WAY_BACK {
            self.way.remove(0);
        }
        self.way.push(item);
    }

    /// Its pieces, and where it is opened.
    pub(in crate::app) fn items_of(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let pieces = LawPiece::of(scene.setting.briefing, self.instrument, !self.is_folded);
        let items: Vec<Item> = pieces.into_iter().map(Item::Law).collect();
        let begin = match (Self::find(&items, &self.at), &self.at) {
            (Some(item), Target::Provision(_)) => Begin::at(item),
            (Some(item @ 1..), _) => Begin::Top(item),
            _ => Begin::Start,
        };
        (items, begin)
    }

    /// Which of its items `target` is: a provision, or what it stands in.
    pub(in crate::app) fn find(items: &[Item], target: &Target) -> Option<usize> {
        let begins =
            |target: &Target| items.iter().position(|item| piece(item, |one| one.begins(target)));
        let above = match target {
            Target::Provision(at) => at.above().map(Target::Provision).collect(),
            _ => Vec::new(),
        };
        let mut all = [target.clone()].into_iter().chain(above).chain([target.card()]);
        all.find_map(|target| begins(&target))
    }

    /// The item at which the next article on the way begins.
    fn next(command: InInstrument, pane: &Pane) -> Option<usize> {
        let (items, here) = (pane.items(), pane.cursor().item);
        let is_heading = |at: &usize| {
            items
                .get(*at)
                .is_some_and(|item| piece(item, |one| matches!(one, LawPiece::Heading(_))))
        };
        match command {
            InInstrument::NextArticle => (here + 1..items.len()).find(is_heading),
            // To the beginning of it all from the first one.
            InInstrument::PreviousArticle => {
                (0..here).rev().find(is_heading).or_else(|| (here > 0).then_some(0))
            }
            InInstrument::Gists => None,
        }
    }

    /// Shows the law alone or with what is said of it; the cursor stays on the same piece, or on its
    /// article.
    fn fold(&mut self, pane: &Pane, scene: &Scene) -> Acted {
        self.is_folded = !self.is_folded;
        let (items, _) = self.items(scene);
        if items == pane.items() {
            self.is_folded = !self.is_folded;
            return Acted::No;
        }
        self.way.clear();
        let here = pane.items().get(pane.cursor().item);
        let same = here.and_then(|here| items.iter().position(|item| item == here));
        let near = || Self::find(&items, &here?.card()?);
        Acted::Changed(same.or_else(near))
    }
}

/// Whether an item is a piece of law like that.
fn piece(item: &Item, is: impl Fn(&LawPiece) -> bool) -> bool {
    matches!(item, Item::Law(piece) if is(piece))
}

/// The piece under the cursor.
fn here(pane: &Pane) -> Option<&LawPiece> {
    match pane.items().get(pane.cursor().item)? {
        Item::Law(piece) => Some(piece),
        _ => None,
    }
}

impl Component for InstrumentView {
    fn context(&self) -> Context {
        Context::Instrument
    }

    fn title(&self, briefing: Option<&Briefing>) -> String {
        let name = briefing.map(|briefing| briefing.instrument(self.instrument).name());
        name.map_or_else(String::new, words::instrument)
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        self.items_of(scene)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .add(InInstrument::NextArticle)
            .named(true, Motion::NextParagraph, words::PROVISION)
            .add(Motion::NextLink)
            .when(now.has_chosen(), Follow::Follow)
            .add(Follow::Peek)
            .add(Views::Compare)
            .add(Follow::CitedBy)
            .add(Views::Contents)
            .named(true, InInstrument::Gists, self.is_folded.then_some(words::ALL))
            .when(now.can_note_card(), Keep::Note)
            .add(Motion::PageDown)
            .add(Program::Close)
            .add(Views::Help)
    }

    /// `]` `[`: from article to article. Where a link led on, the way back is to where it stood.
    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        match command {
            Command::InInstrument(InInstrument::Gists) => self.fold(pane, scene),
            Command::InInstrument(command) => {
                Self::next(command, pane).map_or(Acted::No, Acted::ToTop)
            }
            Command::Follow(Follow::Back) => self.way.pop().map_or(Acted::No, Acted::Moved),
            Command::Views(Views::Contents) => {
                let article = here(pane).and_then(LawPiece::article);
                let contents = InstrumentContents::new(self.instrument, article);
                Acted::Asks(vec![Step::Put(View::InstrumentContents(contents))])
            }
            _ => Acted::No,
        }
    }

    /// What is in the same instrument is gone to here.
    fn follow(&self, pane: &Pane, _scene: &Scene) -> Vec<Step> {
        let is_here = |target: &Target| {
            target.article().is_some_and(|article| article.instrument == self.instrument)
        };
        let link = match followed(pane) {
            Some(Link::To(target)) if is_here(&target) => Some(Link::Read(target)),
            other => other,
        };
        link.map(Step::Follow).into_iter().collect()
    }

    /// Which article of how many, its part, and how far that is.
    fn status(&self, scene: &Scene, pane: &Pane) -> String {
        let briefing = scene.setting.briefing;
        let instrument = briefing.instrument(self.instrument);
        let (all, last) = (instrument.articles.len(), pane.items().len().saturating_sub(1));
        let percent = (pane.cursor().item * 100).checked_div(last).unwrap_or(100);
        let Some(article) = here(pane).and_then(LawPiece::article) else {
            return words::instrument_at_its_beginning(all);
        };
        // The header has no room for all of it on a narrow screen.
        let parts = instrument.parts_of(article);
        let part = parts.last().filter(|_| scene.room.0 >= 80);
        let name = &briefing.article(article).name;
        let place = words::PlaceInInstrument {
            article: name,
            number: article.get() + 1,
            all,
            part: part.map(|part| part.name.as_str()),
            percent,
        };
        place.words(scene.setting.glyphs.dot)
    }

    fn subject(&self, pane: &Pane) -> Option<Target> {
        here(pane).map(LawPiece::target)
    }

    /// The text has the left of a wide screen.
    fn content(&self, body: Area, measure: usize, _rows: Option<usize>) -> Area {
        text_column(Parted::of(body).map_or(body, |parted| parted.text), measure)
    }

    /// What stands beside the article that is read.
    fn fit(&mut self, _area: Area, pane: &Pane, scene: &Scene) {
        let article = here(pane).and_then(LawPiece::article);
        let room = Area { width: u16::try_from(scene.room.0).unwrap_or(0), ..Area::default() };
        let columns = Parted::of(room).map_or(0, |parted| usize::from(parted.beside.width));
        let of = article.map(|article| (article, columns));
        if self.beside.of != of {
            let lines = match of.filter(|(_, columns)| *columns > 0) {
                Some((article, width)) => {
                    let measure = Measure { width, hyphens: None, unbroken: false };
                    scene.setting.beside_article(article).lay(&measure)
                }
                None => Vec::new(),
            };
            self.beside = SideColumn { of, lines: lines.into() };
        }
    }

    fn looks_ahead(&self) -> bool {
        true
    }

    fn is_parted(&self) -> bool {
        true
    }
}
