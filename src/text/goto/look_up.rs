//! Names and paragraphs that fit what was typed, in one list.

use std::borrow::Cow;

use crate::model::{
    ArticleIx, Briefing, InstrumentIx, ProvisionAddress, Reading, SectionIx, Target, Wording,
    in_arabic, readings,
};

use super::place::{Paragraphs, Place, paragraphs};
use super::rank::{NUMBER, RELATED, SECTION, STYLE};
use super::{Goal, Kind, Names, Ranked};

/// What fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Suggestion {
    /// Something by its name.
    Name(Ranked),
    /// A provision by its number.
    Provision(ProvisionAddress),
    /// What there is of an article in place of a provision that there is not.
    NoProvision(NoProvision),
    /// A paragraph by its number.
    Paragraph(Place),
}

/// A provision that an article has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoProvision {
    /// What was looked through, as far as the steps lead: an article, or a provision of it.
    pub within: Target,
    /// The step that leads nowhere from there: `(9)`.
    pub step: String,
    /// The steps that there are.
    pub steps: Vec<String>,
}

/// How many articles of one number are looked through for a provision.
const ARTICLES: usize = 8;

/// Where somebody stands who looks something up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standpoint {
    /// The section that is read.
    pub section: SectionIx,
    /// The law that is read or in focus.
    pub law: Option<InstrumentIx>,
}

/// What is below the articles that were typed.
struct Below {
    /// The article as it was typed.
    article: String,
    /// The provisions that there are, or the first that there is not.
    found: Vec<Suggestion>,
}

impl Names {
    /// The provisions that `typed` may be, of the articles that have its number; if there are none, the
    /// provision that the first of these has not.
    fn below(&self, briefing: &Briefing, here: Standpoint, typed: &str) -> Option<Below> {
        let mut missing = None;
        for Reading { article, steps } in readings(typed) {
            let articles = self.meant(here, &article);
            let provision = |at: &ArticleIx| {
                let steps = as_counted(briefing.article(*at).wording.as_ref()?, &steps);
                let steps = briefing.article(*at).wording.as_ref()?.cited_as(&steps)?;
                Some(Suggestion::Provision(ProvisionAddress::new(*at, steps)))
            };
            let found: Vec<Suggestion> = articles.iter().filter_map(provision).collect();
            if !found.is_empty() {
                return Some(Below { article, found });
            }
            let first = articles.first().filter(|_| missing.is_none());
            missing = missing.or_else(|| {
                let found = vec![Suggestion::NoProvision(no_provision(briefing, *first?, &steps)?)];
                Some(Below { article, found })
            });
        }
        missing
    }

    /// The articles that have the number that was typed, the likeliest first; where it was cited as those of a
    /// law are, of such laws alone.
    fn meant(&self, here: Standpoint, article: &str) -> Vec<ArticleIx> {
        let ranked = self.rank_at(here.law, article, ARTICLES, |_| 0);
        let is_in_style = ranked.first().is_some_and(|one| one.score >= NUMBER + STYLE);
        let least = if is_in_style { NUMBER + STYLE } else { NUMBER };
        let numbered = ranked.into_iter().filter(|one| one.score >= least);
        let article = |one: Ranked| match &self.candidate(one.candidate)?.goal {
            Goal::To(Target::Article(at)) => Some(*at),
            _ => None,
        };
        numbered.filter_map(article).collect()
    }

    /// The `most` names and paragraphs that fit `typed` best for somebody who stands `here`, the best first;
    /// `weight` is as for [`Names::rank`].
    ///
    /// A number alone is that of an article, of a paragraph of this section and of a section, in this
    /// order, and then that of whatever else has it.
    pub(crate) fn look_up(
        &self,
        briefing: &Briefing,
        here: Standpoint,
        typed: &str,
        most: usize,
        weight: impl Fn(&str) -> u32,
    ) -> Vec<Suggestion> {
        let Paragraphs { blocks, only, of } = paragraphs(briefing, here.section, typed);
        let mut ranked = self.rank_at(here.law, of.as_deref().unwrap_or(typed), most, &weight);
        let is_number = ranked.first().is_some_and(|one| one.score >= NUMBER);
        let below = self.below(briefing, here, typed).filter(|below| {
            let there_is = |one: &Suggestion| matches!(one, Suggestion::Provision(_));
            below.found.iter().any(there_is) || !is_number && blocks.is_empty()
        });
        if let Some(Below { article, found }) = below {
            let articles = self.rank_at(here.law, &article, most, weight).into_iter();
            let articles = articles.map(Suggestion::Name);
            // Two numbers are a section and a paragraph of it before all else.
            let blocks = blocks.into_iter().map(Suggestion::Paragraph);
            return blocks.chain(found).chain(articles).take(most).collect();
        }
        if only {
            ranked.retain(|one| one.score >= RELATED);
        }
        let is = |one: &Ranked, kind, least| {
            let candidate = self.candidate(one.candidate);
            candidate.is_some_and(|candidate| candidate.kind == kind) && one.score >= least
        };
        let mut first = Vec::new();
        let in_a_word = !typed.trim().contains(char::is_whitespace);
        if in_a_word && ranked.first().is_some_and(|one| is(one, Kind::Article, NUMBER)) {
            first.push(ranked.remove(0));
        }
        let section = ranked.iter().position(|one| is(one, Kind::Section, SECTION));
        let section = section.filter(|_| !blocks.is_empty()).map(|at| ranked.remove(at));
        let names = first.into_iter().map(Suggestion::Name);
        let found = names.chain(blocks.into_iter().map(Suggestion::Paragraph));
        found.chain(section.into_iter().chain(ranked).map(Suggestion::Name)).take(most).collect()
    }
}

/// The provision that an article with its wording has not.
fn no_provision(briefing: &Briefing, at: ArticleIx, steps: &str) -> Option<NoProvision> {
    let wording = briefing.article(at).wording.as_ref().filter(|one| !one.text.is_empty())?;
    let steps = as_counted(wording, steps);
    let (way, on) = wording.as_far_as(&steps);
    let missing = steps.get(way.len()..)?;
    let step = missing.split_inclusive(')').next()?.to_owned();
    let within = match wording.cited_as(&way) {
        Some(steps) if !steps.is_empty() => Target::Provision(ProvisionAddress::new(at, steps)),
        _ => Target::Article(at),
    };
    Some(NoProvision { within, step, steps: on })
}

/// Steps as a wording counts: where it has no provision with the Roman number that is first, with that number in
/// Arabic digits.
fn as_counted<'s>(wording: &Wording, steps: &'s str) -> Cow<'s, str> {
    let has_first = !wording.as_far_as(steps).0.is_empty();
    let arabic = in_arabic(steps).filter(|_| !has_first);
    arabic.map_or(Cow::Borrowed(steps), Cow::Owned)
}
