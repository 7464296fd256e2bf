//! An instrument that is read through, piece by piece: its parts, its articles, their provisions.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::model::{
    ArticleIx, Briefing, InstrumentIx, InstrumentPart, ProvisionAddress, ProvisionSteps, Target,
    Text,
};

use super::card::{heading, label_column};
use super::divided::{ALL, portion};
use super::wording::{indents, is_paragraph};
use super::{Element, Face, ProvisionIndent, Rich, Role, Sheet, Typesetting, words};

/// A piece of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LawPiece {
    /// Its title, its dates and parties, and what it is.
    Front(InstrumentIx),
    /// The heading of a part, by its place among the parts.
    Part(InstrumentIx, usize),
    /// The name of an article, and its title.
    Heading(ArticleIx),
    /// A provision of an article's wording.
    Provision(LawProvision),
    /// What an article says in short, in the briefing's words.
    Gist(ArticleIx),
    /// What the briefing says of an article: what it means, what to read beside it, an editor's note.
    About(ArticleIx),
}

/// A provision as a piece of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawProvision {
    /// How it is cited: by its own address or, where it has none, by that of what it stands in.
    cited_as: Target,
    /// Whether that address is its own.
    is_own: bool,
    article: ArticleIx,
    /// Its place in the wording.
    number: usize,
    indent: ProvisionIndent,
    /// Whether a blank row stands above it.
    is_apart: bool,
}

impl LawPiece {
    /// The pieces of an instrument, in the order of reading; what is not law only if it is asked for.
    pub(crate) fn of(briefing: &Briefing, at: InstrumentIx, with_gists: bool) -> Vec<Self> {
        let instrument = briefing.instrument(at);
        let mut pieces = vec![Self::Front(at)];
        let mut parts = instrument.parts.iter().enumerate().peekable();
        for number in 0..=instrument.articles.len() {
            while let Some((part, _)) = parts.next_if(|(_, part)| part.before <= number) {
                pieces.push(Self::Part(at, part));
            }
            let article = ArticleIx::new(at, number);
            let Some(written) = instrument.articles.get(number) else { break };
            pieces.push(Self::Heading(article));
            pieces.extend(LawProvision::of(briefing, article).map(Self::Provision));
            let has_gist = written.gist.as_ref().is_some_and(|gist| !gist.is_empty());
            // Of an article without its wording there is nothing else.
            if has_gist && (with_gists || written.wording.is_none()) {
                pieces.push(Self::Gist(article));
            }
            if with_gists && has_more(briefing, article) {
                pieces.push(Self::About(article));
            }
        }
        pieces
    }

    /// What it is cited and noted as: the instrument, an article, a provision.
    pub(crate) fn target(&self) -> Target {
        match self {
            Self::Front(at) | Self::Part(at, _) => Target::Instrument(*at),
            Self::Heading(at) | Self::Gist(at) | Self::About(at) => Target::Article(*at),
            Self::Provision(provision) => provision.cited_as.clone(),
        }
    }

    /// The article that it is a piece of.
    pub(crate) fn article(&self) -> Option<ArticleIx> {
        match self {
            Self::Front(_) | Self::Part(..) => None,
            Self::Heading(at) | Self::Gist(at) | Self::About(at) => Some(*at),
            Self::Provision(provision) => Some(provision.article),
        }
    }

    /// Whether the focus stops at it.
    pub(crate) fn stops(&self) -> bool {
        !matches!(self, Self::Part(..))
    }

    /// Whether it begins what `target` is, or is it.
    pub(crate) fn begins(&self, target: &Target) -> bool {
        match (self, target) {
            (Self::Front(at), Target::Instrument(other)) => at == other,
            (Self::Heading(at), Target::Article(other)) => at == other,
            (Self::Provision(provision), Target::Provision(_)) => {
                provision.is_own && provision.cited_as == *target
            }
            _ => false,
        }
    }

    /// Whether it is the provision of this place in a wording.
    pub(crate) fn is_provision(&self, of: ArticleIx, place: usize) -> bool {
        matches!(self, Self::Provision(one) if one.article == of && one.number == place)
    }

    /// Blank rows above it.
    pub(crate) fn gap(&self) -> usize {
        match self {
            Self::Part(..) => 2,
            Self::Front(_) | Self::Heading(_) | Self::Gist(_) | Self::About(_) => 1,
            Self::Provision(provision) => usize::from(provision.is_apart),
        }
    }
}

impl LawProvision {
    /// Its article.
    pub(super) fn article(&self) -> ArticleIx {
        self.article
    }

    /// The provisions of an article.
    fn of(briefing: &Briefing, article: ArticleIx) -> impl Iterator<Item = Self> + '_ {
        let wording = briefing.article(article).wording.as_ref();
        let wording = wording.filter(|wording| !wording.text.is_empty());
        wording.into_iter().flat_map(move |wording| {
            let provisions = wording.provisions();
            let set = indents(provisions).into_iter().zip(wording.addresses());
            let set = provisions.iter().zip(set).enumerate();
            set.map(move |(number, (provision, (indent, way)))| {
                let ProvisionSteps { steps, is_own } = way;
                let cited_as = if steps.is_empty() {
                    Target::Article(article)
                } else {
                    Target::Provision(ProvisionAddress::new(article, Arc::clone(steps)))
                };
                let is_apart = number == 0 || is_paragraph(provision);
                Self { cited_as, is_own: *is_own, article, number, indent, is_apart }
            })
        })
    }
}

/// The steps to a provision of an article that `target` is.
fn steps_in(article: ArticleIx, target: &Target) -> Option<&str> {
    match target {
        Target::Provision(at) if at.article == article => Some(&at.steps),
        _ => None,
    }
}

/// Whether the briefing says more of an article than its gist.
fn has_more(briefing: &Briefing, at: ArticleIx) -> bool {
    let article = briefing.article(at);
    let is_said = |text: &Option<Text>| text.as_ref().is_some_and(|text| !text.is_empty());
    is_said(&article.meaning)
        || is_said(&article.note)
        || !article.elements.is_empty()
        || !article.see.is_empty()
        || !briefing.index().counterparts(&Target::Article(at)).is_empty()
        || !article.sources.is_empty()
}

impl Typesetting<'_> {
    /// A piece of an instrument.
    pub(crate) fn law(&self, piece: &LawPiece) -> Sheet {
        match piece {
            LawPiece::Front(at) => self.law_front(*at),
            LawPiece::Part(at, part) => {
                let part = self.briefing.instrument(*at).parts.get(*part);
                part.map(|part| self.part_heading(part)).unwrap_or_default()
            }
            LawPiece::Heading(at) => self.law_heading(*at),
            LawPiece::Provision(provision) => self.law_provision(provision, &ALL),
            LawPiece::Gist(at) => {
                let mut sheet = Sheet::default();
                let gist = self.briefing.article(*at).gist.as_ref();
                self.prose(&Target::Article(*at), &mut sheet, Some(words::IN_SHORT), gist);
                sheet
            }
            LawPiece::About(at) => self.law_about(*at),
        }
    }

    /// The heading of a part of an instrument.
    pub(crate) fn part_heading(&self, part: &InstrumentPart) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.push(heading(&part.heading(self.glyphs.dot)));
        sheet
    }

    /// A part in the contents of an instrument.
    pub(crate) fn part_entry(&self, part: &InstrumentPart) -> Sheet {
        let mut sheet = Sheet::default();
        let face = Face { strong: true, ..Role::Heading.into() };
        let rich = Rich::new(&part.heading(self.glyphs.dot), face);
        sheet.push(Element::new(rich).hung(&"  ".repeat(part.level), Role::Body));
        sheet
    }

    /// An article in the contents of its instrument; with a mark, if it was `read`.
    pub(crate) fn article_entry(&self, at: ArticleIx, level: usize, read: bool) -> Sheet {
        let mut sheet = Sheet::default();
        let mut rich = Rich::new(&self.briefing.article(at).heading(self.glyphs.dot), Role::Link);
        self.cited_quietly(&mut rich, at);
        if read {
            self.dot(&mut rich);
            rich.push(words::READ, Role::Faint);
        }
        sheet.push(Element::new(rich).hung(&"  ".repeat(level), Role::Body));
        sheet
    }

    /// The name of an instrument, in a list.
    pub(crate) fn instrument_name(&self, at: InstrumentIx) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.push(heading(&self.briefing.instrument(at).title));
        sheet
    }

    /// An instrument in the contents of the briefing.
    pub(crate) fn instrument_entry(&self, at: InstrumentIx, read: usize) -> Sheet {
        let instrument = self.briefing.instrument(at);
        let mut sheet = Sheet::default();
        let mut rich = Rich::new(instrument.name(), Role::Link);
        self.dot(&mut rich);
        let of = instrument.articles.len();
        rich.push(&words::articles_of_instrument(of, read), Role::Faint);
        sheet.push(Element::new(rich));
        sheet
    }

    fn law_front(&self, at: InstrumentIx) -> Sheet {
        let instrument = self.briefing.instrument(at);
        let mut sheet = Sheet::default();
        sheet.push(heading(&instrument.title));
        sheet.push(self.dates_of(instrument));
        let of = Target::Instrument(at);
        let parties: Vec<_> = instrument
            .parties
            .iter()
            .map(|at| (self.briefing.actor(*at).name.as_str(), Target::Actor(*at)))
            .collect();
        self.links(&mut sheet, words::PARTIES, 0, &parties);
        self.prose(&of, &mut sheet, Some(words::IN_SHORT), instrument.summary.as_ref());
        self.notes_on_card(&mut sheet, &of);
        sheet
    }

    fn law_heading(&self, at: ArticleIx) -> Sheet {
        let article = self.briefing.article(at);
        let of = Target::Article(at);
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut rich = Rich::new(&article.heading(self.glyphs.dot), face);
        self.cited_quietly(&mut rich, at);
        self.bookmarks(&mut rich, &of);
        let mut sheet = Sheet::default();
        sheet.push(Element::new(rich));
        self.notes_on_card(&mut sheet, &of);
        sheet
    }

    /// Tells behind the name of an article how often it is cited, and which of its provisions. These have no
    /// room for it themselves: what stands there is law.
    fn cited_quietly(&self, rich: &mut Rich, at: ArticleIx) {
        let (index, article) = (self.briefing.index(), Target::Article(at));
        let citing = index.cited_by(&article);
        if citing.is_empty() {
            return;
        }
        let cited = citing.iter().flat_map(|block| index.cites(*block));
        let mut seen = HashSet::new();
        let steps = cited.filter_map(|target| steps_in(at, target));
        let mut steps: Vec<&str> = steps.filter(|steps| seen.insert(*steps)).collect();
        if let Some(wording) =
            self.briefing.article(at).wording.as_ref().filter(|_| steps.len() > 1)
        {
            let addresses = wording.addresses().iter().map(|way| &*way.steps);
            let places: HashMap<_, _> = addresses.zip(0..).collect();
            steps.sort_by_key(|steps| places.get(*steps));
        }
        rich.push(&format!("  {}", words::cited_in_article(citing.len(), &steps)), Role::Faint);
    }

    /// The bytes of its article's wording that a provision says.
    pub(super) fn said_by(&self, piece: &LawProvision) -> Option<Range<usize>> {
        let wording = self.briefing.article(piece.article).wording.as_ref()?;
        let provision = wording.provisions().get(piece.number)?;
        Some(provision.words..provision.range.end)
    }

    /// These bytes of what a provision says; with the last stands all that stands behind it.
    pub(super) fn law_provision(&self, piece: &LawProvision, stretch: &Range<usize>) -> Sheet {
        let LawProvision { cited_as, is_own, article, number, indent, is_apart: _ } = piece;
        let mut sheet = Sheet::default();
        let Some(wording) = &self.briefing.article(*article).wording else { return sheet };
        let Some(provision) = wording.provisions().get(*number) else { return sheet };
        let from = provision.words;
        let stretch = from + stretch.start..from.saturating_add(stretch.end);
        let unit = from..provision.range.end;
        let Some(portion) = portion(&wording.text.plain, &unit, &stretch) else { return sheet };
        let said = sheet.rich(&wording.text.part(&portion.bytes), Role::Body);
        let begins = self.wording_begins(*article, wording);
        let mut element = self.provision(provision, *indent, said, begins, false).part(&portion);
        element.tongue = self.tongue(*article);
        if !portion.ends {
            sheet.push(element);
        } else if *is_own {
            self.bookmarks(&mut element.rich, cited_as);
            sheet.push(element);
            self.tell_citations(&mut sheet, cited_as);
            self.own_notes(&mut sheet, cited_as);
        } else {
            sheet.push(element);
        }
        sheet
    }

    /// By ear, where the heading was told long before: how often a provision is cited, behind it.
    fn tell_citations(&self, sheet: &mut Sheet, provision: &Target) {
        let times = self.briefing.index().cited_by(provision).len();
        if self.glyphs.are_spoken() && times > 0 {
            sheet.push(Element::new(Rich::new(&words::cited_times(times), Role::Faint)));
        }
    }

    fn law_about(&self, at: ArticleIx) -> Sheet {
        let article = self.briefing.article(at);
        let of = Target::Article(at);
        let mut sheet = Sheet::default();
        self.prose(&of, &mut sheet, Some(words::MEANING), article.meaning.as_ref());
        self.elements(&of, &mut sheet, &article.elements);
        self.links(&mut sheet, words::SEE_ALSO, 0, &self.articles(at, &article.see));
        let counterparts = self.briefing.index().counterparts(&of);
        self.links(&mut sheet, words::COMPARE, 0, &self.articles(at, counterparts));
        if !article.sources.is_empty() || article.confidence.is_some() {
            let mut rich = Rich::default();
            self.doubt(&mut rich, None, article.confidence);
            self.sources(&mut sheet, &mut rich, &article.sources);
            sheet.push(Element::new(rich).hung(&label_column(words::RESTS_ON), Role::Label));
        }
        self.note_below(&of, &mut sheet, article.note.as_ref());
        sheet
    }

    /// What stands beside an article that is read: the parts that it stands in, who cites it, which provision of it, and what it is
    /// compared with.
    pub(crate) fn beside_article(&self, at: ArticleIx) -> Sheet {
        let (briefing, of) = (self.briefing, Target::Article(at));
        let blocks = briefing.index().cited_by(&of);
        let mut sheet = Sheet::default();
        let parts = briefing.instrument(at.instrument).parts_of(at);
        for (depth, part) in parts.iter().enumerate() {
            let rich = Rich::new(&part.heading(self.glyphs.dot), Role::Body);
            sheet.push(Element::new(rich).hung(&"  ".repeat(depth), Role::Body));
        }
        let face = Face { strong: true, ..Role::Heading.into() };
        let mut rich = Rich::new(&briefing.article(at).name, face);
        self.dot(&mut rich);
        rich.push(&words::cited_by_paragraphs(blocks.len()), Role::Faint);
        sheet.push(Element::new(rich).below(usize::from(!parts.is_empty())));
        for block in blocks {
            let section = briefing.section(block.section);
            let place =
                words::place(block.section.get() + 1, &section.title, &self.address(*block));
            let mut rich = Rich::new(&place, Role::Body);
            let cited = briefing.index().cites(*block).iter();
            let below: Vec<&str> = cited.filter_map(|target| steps_in(at, target)).collect();
            if !below.is_empty() {
                rich.push(&format!("  {}", below.join(", ")), Role::Accent);
            }
            sheet.push(Element::new(rich).hung("  ", Role::Body));
        }
        self.named_in(&mut sheet, &of, 1);
        let counterparts = briefing.index().counterparts(&of);
        if !counterparts.is_empty() {
            let names: Vec<String> =
                self.articles(at, counterparts).into_iter().map(|(name, _)| name).collect();
            let rich = Rich::new(&names.join(&format!(" {} ", self.glyphs.dot)), Role::Body);
            let lead = label_column(words::COMPARE);
            sheet.push(Element::new(rich).hung(&lead, Role::Label).below(1));
        }
        sheet
    }
}
