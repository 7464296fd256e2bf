//! What can lie over the panes: one stack of one kind of thing.

use std::mem;
use std::sync::Arc;

use crate::command::{Context, Contexts};
use crate::model::{ArticleIx, BlockIx, Briefing, SectionIx, SourceIx, Target};
use crate::text::{Element, Rich, Role, Sheet};

use super::view::{Choice, Class, Compare, Matrix, Relations, Timeline};
use super::{Fault, GoTo, Item, Pane, Reader, help};
use crate::desk::{Area, Screen, Size};

/// Rows of the list of names, its frame and a blank row included.
const GOTO_ROWS: u16 = 19;

/// Something that lies over the panes.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// What it is.
    pub view: View,
    pub(super) pane: Pane,
}

/// What an overlay is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// The table of contents.
    Contents,
    /// The keys.
    Help,
    /// What is wrong with the files.
    Faults,
    /// A look at a link's target, small.
    Peek(Target),
    /// A card, and below it everything that cites it.
    Card(Target),
    /// The sources that a text rests on.
    Sources,
    /// Places in the text, under what they have in common.
    Places(String),
    /// Bookmarks, highlights and notes.
    Marks,
    /// What a search found, under how much that is.
    Results(String),
    /// Names to go to, above the line in which one is written.
    GoTo(GoTo),
    /// The places that the reader came from.
    Trail,
    /// Words that were copied, for terminals that do not take them.
    Copied(String),
    /// Actors and articles, to choose one of.
    Choice(Choice),
    /// What the briefing is.
    Title,
    /// Articles beside each other.
    Compare(Compare),
    /// All that is compared; the cursor begins at an article.
    Comparisons(Option<ArticleIx>),
    /// What came when.
    Timeline(Timeline),
    /// Who stands in what.
    Matrix(Matrix),
    /// Who stands how to whom.
    Relations(Relations),
    /// What a section rests on.
    Evidence(SectionIx),
    /// What the class is asked.
    Class(Class),
}

impl View {
    /// Whether it takes the whole screen, in place of the panes.
    pub fn is_full(&self) -> bool {
        Contexts::VIEWS.has(self.context())
    }

    /// Where the keys go while it lies on top.
    pub fn context(&self) -> Context {
        match self {
            Self::Contents
            | Self::Help
            | Self::Faults
            | Self::Places(_)
            | Self::Choice(_)
            | Self::Comparisons(_)
            | Self::GoTo(_)
            | Self::Trail => Context::List,
            Self::Marks => Context::Marks,
            Self::Results(_) => Context::Results,
            Self::Peek(_) | Self::Card(_) | Self::Sources | Self::Copied(_) => Context::Card,
            Self::Title => Context::Title,
            Self::Compare(_) => Context::Compare,
            Self::Timeline(_) => Context::Timeline,
            Self::Matrix(_) => Context::Matrix,
            Self::Relations(_) => Context::Relations,
            Self::Evidence(_) => Context::Evidence,
            Self::Class(_) => Context::Class,
        }
    }

    /// Whether `other` is another state of the same view.
    pub(super) fn is_kind_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Compare(one), Self::Compare(two)) => one.article() == two.article(),
            _ => mem::discriminant(self) == mem::discriminant(other),
        }
    }
}

impl Overlay {
    /// The keys.
    pub(super) fn help(utf8: bool) -> Self {
        Self { view: View::Help, pane: Pane::list(help::items(utf8)) }
    }

    /// The table of contents, and the item in it that stands for `here`.
    pub(super) fn contents(reader: &Reader) -> (Self, usize) {
        let (briefing, here, read) = (&reader.briefing, reader.focus(), reader.coverage());
        let mut items = Vec::new();
        let mut current = 0;
        for (s, section) in briefing.sections.iter().enumerate() {
            let at = SectionIx::new(s);
            let is_before = |block: BlockIx| here.is_some_and(|here| block <= here);
            if is_before(BlockIx::new(at, 0)) {
                current = items.len();
            }
            items.push(Item::Section(at, read.in_section(at)));
            for (b, _) in section.blocks.iter().enumerate().filter(|(_, block)| block.is_heading())
            {
                let block = BlockIx::new(at, b);
                if is_before(block) {
                    current = items.len();
                }
                items.push(Item::Heading(block, read.under_heading(briefing, block)));
            }
        }
        if !read.articles().is_empty() {
            let sheet = reader.setting().articles_read(read.articles().len());
            items.push(Item::Label(Arc::new(sheet)));
        }
        (Self { view: View::Contents, pane: Pane::list(items) }, current)
    }

    /// The faults.
    pub(super) fn faults(faults: &[Fault]) -> Self {
        let mut items: Vec<Item> =
            faults.iter().map(|fault| Item::Ready(Arc::new(fault.sheet()))).collect();
        if items.is_empty() {
            let mut sheet = Sheet::default();
            let words = "The briefing's files have no faults.";
            sheet.push(Element::new(Rich::new(words, Role::Body)));
            items.push(Item::Ready(Arc::new(sheet)));
        }
        Self { view: View::Faults, pane: Pane::list(items) }
    }

    /// A look at `target`.
    pub(super) fn peek(target: Target) -> Self {
        let pane = Pane::list(vec![Item::Card(target.clone())]);
        Self { view: View::Peek(target), pane }
    }

    /// The card of `target` and everything that cites it.
    pub(super) fn card(briefing: &Briefing, target: Target) -> Self {
        let mut items = vec![Item::Card(target.clone())];
        let blocks = briefing.index().cited_by(&target);
        items.extend(blocks.iter().map(|at| Item::Mention(*at, target.clone())));
        if let Target::Source(at) = &target {
            items.extend(briefing.index().resting_on(*at).iter().cloned().map(Item::Named));
        }
        Self { view: View::Card(target), pane: Pane::list(items) }
    }

    /// Some sources.
    pub(super) fn sources(sources: &[SourceIx]) -> Self {
        let items = sources.iter().map(|at| Item::Source(*at)).collect();
        Self { view: View::Sources, pane: Pane::list(items) }
    }

    /// Blocks of the text under what they have in common, as [`View::Places`].
    pub(super) fn places(title: String, blocks: &[BlockIx], target: &Target) -> Self {
        let items = blocks.iter().map(|at| Item::Mention(*at, target.clone())).collect();
        Self { view: View::Places(title), pane: Pane::list(items) }
    }

    /// A copy to keep, which is laid out anew when it is shown again.
    pub(super) fn without_layout(&self) -> Self {
        let mut copy = self.clone();
        copy.pane.forget();
        if let View::Class(class) = &copy.view {
            copy.view = View::Class(class.held());
        }
        copy
    }

    /// What it shows.
    pub fn pane(&self) -> &Pane {
        &self.pane
    }

    /// Its title, and what goes with it: how often its subject is cited.
    pub fn titles(&self, briefing: Option<&Briefing>) -> (String, String) {
        let cited = match (&self.view, briefing) {
            (View::Card(target), Some(briefing)) => briefing.index().cited_by(target).len(),
            _ => 0,
        };
        let cited = if cited > 0 { format!(", cited {}", times(cited)) } else { String::new() };
        (self.title(briefing), cited)
    }

    /// Its title.
    pub fn title(&self, briefing: Option<&Briefing>) -> String {
        match &self.view {
            View::Contents => "Contents".to_owned(),
            View::Help => "Keys".to_owned(),
            View::Faults => "Faults in the briefing's files".to_owned(),
            View::Sources => "Sources".to_owned(),
            View::Places(words) | View::Results(words) => words.clone(),
            View::Marks => "Bookmarks, highlights and notes".to_owned(),
            View::GoTo(_) => "Go to".to_owned(),
            View::Trail => "Where you came from".to_owned(),
            View::Copied(_) => "Copied".to_owned(),
            View::Choice(choice) => choice.title().to_owned(),
            View::Title => "Title page".to_owned(),
            View::Compare(compare) => {
                briefing.map_or_else(String::new, |briefing| compare.title(briefing))
            }
            View::Comparisons(_) => "Comparisons".to_owned(),
            View::Timeline(_) => "Timeline".to_owned(),
            View::Matrix(matrix) => matrix.title().to_owned(),
            View::Relations(_) => "Relations".to_owned(),
            View::Evidence(_) => "Evidence".to_owned(),
            View::Class(class) => class.title().to_owned(),
            View::Peek(target) => kind(target).to_owned(),
            View::Card(target) => {
                briefing.map_or_else(String::new, |briefing| briefing.name(target))
            }
        }
    }

    /// Its frame on the screen, no higher than it needs. A peek is small, and keeps clear of the
    /// row of the screen that is being read (`eye`).
    pub(super) fn frame(&self, screen: &Screen, size: Size, text: Area, eye: u16) -> Area {
        let body = screen.body;
        if self.view.is_full() {
            return body;
        }
        if let View::Results(_) = self.view {
            return screen.below.unwrap_or(body);
        }
        let narrow = size.is_narrow();
        let width = if narrow { body.width } else { body.width.saturating_sub(8).min(84) };
        if let View::GoTo(_) = self.view {
            // Right above the line that is written, and of one height whatever is in it: while one
            // types nothing moves.
            let area = body.centred(width, GOTO_ROWS);
            return Area { y: body.y + body.height - area.height, ..area };
        }
        let rows =
            self.pane.rows().map_or(u16::MAX, |rows| u16::try_from(rows).unwrap_or(u16::MAX));
        // The frame takes two rows, and there is a blank one above the text.
        let rows = rows.saturating_add(3);
        if !matches!(self.view, View::Peek(_)) {
            let height = if narrow { body.height } else { body.height.saturating_sub(2) };
            return body.centred(width, height.min(rows));
        }
        // Right below the row that is being read, or right above it: where there is more room.
        let end = body.y + body.height;
        let below = end.saturating_sub(eye.saturating_add(2));
        let above = eye.saturating_sub(body.y + 1);
        let height = rows.min(below.max(above).max(6)).min(body.height);
        let y = if below >= height.min(above.max(6)) {
            (eye + 2).min(end - height)
        } else {
            eye.saturating_sub(height + 1).max(body.y)
        };
        let width = width.min(64).min(text.width.saturating_add(2).max(40)).min(body.width);
        let x = text.x.saturating_sub(1).min(body.width - width);
        Area { x, y, width, height }
    }
}

fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Article(_) => "Article",
        Target::Instrument(_) => "Instrument",
        Target::Actor(_) => "Actor",
        Target::Term(_) => "Term",
        Target::Event(_) => "Event",
        Target::Source(_) => "Source",
        Target::Section(_) => "Section",
        Target::Block(_) => "Paragraph",
        Target::Web(_) => "Address",
    }
}
