//! What a pane is a list of.

use std::sync::Arc;

use crate::base::count;
use crate::model::{ActorIx, ArticleIx, BlockIx, CitedSource, ProvisionAddress, SectionIx, Target};
use crate::text::search::{Hit, Searchable};
use crate::text::{
    ActiveSearch, ComparedRow, Element, LawPiece, Link, Long, Moment, Rich, Role, Sheet,
    Typesetting,
};

/// One item of a pane: what it shows, before it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A section's title and summary.
    Opening(SectionIx),
    /// A block of the narrative.
    Block(BlockIx),
    /// A block that is folded to a line; the first of several or not.
    Folded(BlockIx, bool),
    /// The row that closes a section.
    Closing(SectionIx),
    /// The card of an article, an actor, a term, an event, a source.
    Card(Target),
    /// The card of an article of which provisions are set off: what is cited, by the steps that lead there.
    Cited(ArticleIx, Arc<[Arc<str>]>),
    /// A piece of an instrument that is read through.
    Law(LawPiece),
    /// An actor in the sidebar; named by the paragraph in focus or not.
    Actor(ActorIx, bool, Detail),
    /// A place where a target is cited.
    Mention(BlockIx, Target),
    /// A section in the table of contents, and how many of its paragraphs were read.
    Section(SectionIx, usize),
    /// A heading in the table of contents, and whether all paragraphs under it were read.
    Heading(BlockIx, bool),
    /// A paragraph in a line, and what it rests on.
    Evidence(BlockIx),
    /// A source in a list, and where in it.
    Source(CitedSource),
    /// Anything of the briefing in a line: its name, what it is, how often it is cited.
    Named(Target),
    /// The same, with how many events concern it instead.
    Concerning(Target, usize),
    /// What stands over other items, and is passed over by the cursor.
    Label(Arc<Sheet>),
    /// Something that is no part of a briefing: a key, a fault, a hint.
    Ready(Arc<Sheet>),
    /// What was set for a view, and where Enter leads from it.
    Leading(Arc<Sheet>, Link),
    /// The same, with no blank row above it.
    Row(Arc<Sheet>, Link),
    /// A row of wordings that stand beside each other.
    Compared(ComparedRow),
    /// A row of the timeline.
    Moment(Moment),
    /// A line of a list that knows itself where Enter leads, with no blank row above it.
    Entry(Arc<Sheet>),
    /// What a search found, in the list of all.
    Found(Hit),
}

/// How much of an actor the sidebar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The name.
    Name,
    /// The name and who that is.
    Role,
    /// The whole card.
    Whole,
}

impl Item {
    /// A sentence in place of items that there are not.
    pub(crate) fn from_words(words: &str) -> Self {
        let mut sheet = Sheet::default();
        sheet.push(Element::new(Rich::new(words, Role::Faint)));
        Self::Ready(Arc::new(sheet))
    }

    /// The card of something; of a provision, that of its article.
    pub(crate) fn of(target: Target) -> Self {
        match target {
            Target::Provision(ProvisionAddress { article, steps }) => {
                Self::Cited(article, Arc::new([steps]))
            }
            other => Self::Card(other),
        }
    }

    /// The same where the card stands alone. By ear, which cannot begin in the middle of a card, a provision
    /// is told by itself.
    pub(crate) fn alone(target: Target, setting: &Typesetting) -> Self {
        if setting.glyphs.are_spoken() { Self::Card(target) } else { Self::of(target) }
    }

    /// The provision that it is to be read from.
    pub(crate) fn provision(&self) -> Option<ProvisionAddress> {
        match self {
            Self::Cited(article, cited) => {
                Some(ProvisionAddress { article: *article, steps: Arc::clone(cited.first()?) })
            }
            _ => None,
        }
    }

    /// The block that it is, in the text or as a card.
    pub(crate) fn block(&self) -> Option<BlockIx> {
        match self {
            Self::Block(at) | Self::Card(Target::Block(at)) => Some(*at),
            _ => None,
        }
    }

    /// The article, the actor or whatever else stands apart from the text that it is the card of.
    pub(crate) fn card(&self) -> Option<Target> {
        match self {
            Self::Card(Target::Section(_) | Target::Block(_) | Target::Web(_)) => None,
            Self::Card(target) => Some(target.clone()),
            Self::Cited(at, _) => Some(Target::Article(*at)),
            Self::Law(piece) => Some(piece.target()),
            Self::Actor(at, ..) => Some(Target::Actor(*at)),
            _ => None,
        }
    }

    /// The same, but for the card of an article of which one provision is set off: that provision.
    pub(crate) fn opened_at(&self) -> Option<Target> {
        match self {
            Self::Cited(article, cited) => match &**cited {
                [steps] => {
                    Some(Target::Provision(ProvisionAddress::new(*article, Arc::clone(steps))))
                }
                _ => self.card(),
            },
            _ => self.card(),
        }
    }

    /// What it shows. Without a briefing only what is ready shows anything.
    pub(crate) fn sheet(&self, setting: Option<&Typesetting>) -> Sheet {
        let Some(setting) = setting else {
            return match self {
                Self::Ready(sheet)
                | Self::Leading(sheet, _)
                | Self::Row(sheet, _)
                | Self::Entry(sheet)
                | Self::Label(sheet) => Sheet::clone(sheet),
                _ => Sheet::default(),
            };
        };
        match self {
            Self::Opening(at) => setting.opening(*at),
            Self::Block(at) => setting.block(*at),
            Self::Folded(at, _) => setting.folded(*at),
            Self::Closing(at) => setting.closing(*at),
            Self::Card(target) => setting.card(target),
            Self::Cited(at, cited) => setting.citing_card(*at, cited),
            Self::Law(piece) => setting.law(piece),
            Self::Actor(at, named, Detail::Whole) => setting.actor_whole(*at, *named),
            Self::Actor(at, named, detail) => {
                setting.actor_line(*at, *named, *detail == Detail::Role)
            }
            Self::Mention(at, target) => setting.mention(*at, target),
            Self::Section(at, read) => setting.contents_section(*at, *read),
            Self::Heading(at, read) => setting.contents_heading(*at, *read),
            Self::Evidence(at) => setting.evidence_line(*at),
            Self::Source(cited) => setting.source_line(cited),
            Self::Named(target) => setting.named(target),
            Self::Concerning(target, events) => {
                setting.named_with(target, &count(*events, "event"))
            }
            Self::Compared(row) => setting.compared_row(row),
            Self::Moment(moment) if setting.glyphs.are_spoken() => setting.moment_told(moment),
            Self::Moment(moment) => setting.moment(moment),
            Self::Found(hit) => setting.hit(hit),
            Self::Ready(sheet)
            | Self::Leading(sheet, _)
            | Self::Row(sheet, _)
            | Self::Entry(sheet)
            | Self::Label(sheet) => Sheet::clone(sheet),
        }
    }

    /// What of it may be so long that it is laid out stretch by stretch.
    fn long(&self) -> Option<Long<'_>> {
        match self {
            Self::Card(Target::Article(at)) | Self::Cited(at, _) => Some(Long::Article(*at)),
            Self::Law(LawPiece::Provision(provision)) => Some(Long::Provision(provision)),
            Self::Block(at) | Self::Card(Target::Block(at)) => Some(Long::Block(*at)),
            _ => None,
        }
    }

    /// How many stretches it has, each of which is laid out by itself: one, but where it is long.
    pub(crate) fn stretches(&self, setting: Option<&Typesetting>) -> usize {
        self.long().zip(setting).map_or(1, |(of, setting)| setting.stretches(of))
    }

    /// The stretch with a byte of what it says.
    pub(crate) fn stretch_at(&self, byte: usize, setting: Option<&Typesetting>) -> usize {
        self.long().zip(setting).map_or(0, |(of, setting)| setting.stretch_at(of, byte))
    }

    /// Whether a stretch of it may have links: of most, only setting it tells.
    pub(crate) fn may_have_links(&self, stretch: usize, setting: Option<&Typesetting>) -> bool {
        self.long().zip(setting).is_none_or(|(of, setting)| setting.has_links_in(of, stretch))
    }

    /// What a stretch of it shows.
    pub(crate) fn stretch(&self, stretch: usize, setting: Option<&Typesetting>) -> Sheet {
        let Some(set) = setting else { return self.sheet(None) };
        match self {
            Self::Card(Target::Article(at)) => set.citing_stretch(*at, &[], stretch),
            Self::Cited(at, cited) => set.citing_stretch(*at, cited, stretch),
            Self::Law(LawPiece::Provision(provision)) => set.law_stretch(provision, stretch),
            Self::Block(at) | Self::Card(Target::Block(at)) => set.block_stretch(*at, stretch),
            _ => self.sheet(setting),
        }
    }

    /// What a stretch of it shows, with what is searched for marked in it.
    pub(crate) fn marked_stretch(
        &self,
        stretch: usize,
        setting: Option<&Typesetting>,
        found: Option<&ActiveSearch>,
    ) -> Sheet {
        let mut sheet = self.stretch(stretch, setting);
        // A match in the list of all is marked already, and is cut too short to be found again.
        let found = found.filter(|_| !matches!(self, Self::Found(_)));
        if let (Some(setting), Some(found)) = (setting, found) {
            let here = found.here.is_some_and(|hit| self.may_show(hit.place));
            setting.mark(&mut sheet, found, here);
        }
        sheet
    }

    /// The stretches that may have the match which the reader was taken to, if it shows what that is in.
    pub(crate) fn stretches_with_match(
        &self,
        setting: Option<&Typesetting>,
        found: Option<&ActiveSearch>,
    ) -> Vec<usize> {
        let here = found.and_then(|found| found.here).filter(|hit| self.may_show(hit.place));
        let (Some(setting), Some(hit)) = (setting, here) else { return Vec::new() };
        match setting.match_in_long(&hit) {
            Some(byte) => vec![self.stretch_at(byte, Some(setting))],
            // Beside what may be long all is said at its beginning or at its end.
            None => match self.stretches(Some(setting)) {
                1 => vec![0],
                all => vec![0, all - 1],
            },
        }
    }

    /// Whether it is the item that shows `place`.
    fn may_show(&self, place: Searchable) -> bool {
        match (self, place) {
            (Self::Block(at), Searchable::Block(other)) => *at == other,
            (Self::Opening(at), Searchable::Section(other)) => *at == other,
            (Self::Card(_) | Self::Cited(..), _) => self.card() == place.target(),
            (Self::Law(piece), _) => {
                place.target().is_some_and(|target| piece.target().is_in(&target))
            }
            (
                Self::Ready(_) | Self::Label(_),
                Searchable::Lesson(_) | Searchable::Discussion(_) | Searchable::Quiz(_),
            ) => true,
            _ => false,
        }
    }

    /// Whether the focus stops at it.
    pub(crate) fn stops(&self, setting: Option<&Typesetting>) -> bool {
        match (self, setting) {
            (Self::Opening(_) | Self::Closing(_) | Self::Folded(..) | Self::Label(_), _) => false,
            (Self::Moment(moment), _) => moment.event().is_some(),
            (Self::Law(piece), _) => piece.stops(),
            (Self::Block(at), Some(setting)) => setting.is_read(setting.briefing.block(*at)),
            _ => true,
        }
    }

    /// Blank rows above it.
    pub(crate) fn gap(&self) -> usize {
        match self {
            Self::Actor(.., Detail::Name | Detail::Role)
            | Self::Heading(..)
            | Self::Evidence(_)
            | Self::Named(_)
            | Self::Row(..)
            | Self::Concerning(..)
            | Self::Moment(_)
            | Self::Entry(_)
            | Self::Found(_)
            | Self::Folded(_, false) => 0,
            Self::Law(piece) => piece.gap(),
            Self::Compared(row) => row.gap(),
            _ => 1,
        }
    }

    /// Where Enter leads while none of its links is chosen.
    pub(crate) fn link(&self) -> Option<Link> {
        match self {
            Self::Block(_)
            | Self::Opening(_)
            | Self::Closing(_)
            | Self::Folded(..)
            | Self::Ready(_)
            | Self::Entry(_)
            | Self::Found(_)
            | Self::Label(_) => None,
            Self::Named(target) | Self::Concerning(target, _) => Some(Link::To(target.clone())),
            Self::Card(target @ Target::Instrument(_)) => Some(Link::Read(target.clone())),
            Self::Card(target) => Some(Link::CitedBy(target.clone())),
            Self::Law(piece) => piece.article().map(|_| Link::CitedBy(piece.target())),
            Self::Cited(at, _) => Some(Link::CitedBy(Target::Article(*at))),
            Self::Compared(row) => row.first().cloned().map(Link::CitedBy),
            Self::Actor(at, ..) => Some(Link::CitedBy(Target::Actor(*at))),
            Self::Mention(at, _) | Self::Heading(at, _) | Self::Evidence(at) => {
                Some(Link::To(Target::Block(*at)))
            }
            Self::Section(at, _) => Some(Link::To(Target::Section(*at))),
            Self::Source(cited) => Some(Link::To(Target::Source(cited.source))),
            Self::Leading(_, link) | Self::Row(_, link) => Some(link.clone()),
            Self::Moment(moment) => Some(Link::To(Target::Event(moment.event()?))),
        }
    }
}
