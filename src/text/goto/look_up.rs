//! Names and paragraphs that fit what was typed, in one list.

use crate::model::{Briefing, ProvisionAddress, SectionIx, Target, steps_of};

use super::place::{Paragraphs, Place, paragraphs};
use super::rank::{NUMBER, RELATED, SECTION};
use super::{Goal, Kind, Names, Ranked};

/// What fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Suggestion {
    /// Something by its name.
    Name(Ranked),
    /// A provision by its number, with the article that it is of.
    Provision(Ranked, ProvisionAddress),
    /// A paragraph by its number.
    Paragraph(Place),
}

/// How many articles of one number are looked through for a provision.
const ARTICLES: usize = 8;
/// How many steps below an article are written without brackets at most: `un 2 4 b`.
const STEPS: usize = 3;
/// Letters of such a step at most.
const LONGEST_STEP: usize = 4;

/// What may be an article and the steps below it in what was typed: `un 2(4)`, `4 (2) (b)`, `un 2 4`.
fn readings(typed: &str) -> Vec<(String, String)> {
    if let Some(at) = typed.find(['(', '（']) {
        let (article, steps) = typed.split_at(at);
        return steps_of(steps).map(|steps| (article.to_owned(), steps)).into_iter().collect();
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    let is_step = |word: &&str| {
        word.chars().count() <= LONGEST_STEP && word.chars().all(char::is_alphanumeric)
    };
    // Two numbers alone are a section and a paragraph of it.
    let most = if words.len() > 2 { STEPS.min(words.len() - 1) } else { 0 };
    let parted = (1..=most).filter_map(|number| {
        let (article, steps) = words.split_at(words.len() - number);
        let written = format!("({})", steps.join(")("));
        steps.iter().all(is_step).then(|| Some((article.join(" "), steps_of(&written)?)))?
    });
    parted.collect()
}

impl Names {
    /// The provisions that `typed` may be, of the articles that have its number.
    fn provisions(
        &self,
        briefing: &Briefing,
        typed: &str,
        weight: impl Fn(&str) -> u32,
    ) -> Vec<(Ranked, ProvisionAddress)> {
        let provision = |one: Ranked, steps: &str| {
            let at = match &self.candidate(one.candidate).filter(|_| one.score >= NUMBER)?.goal {
                Goal::To(Target::Article(at)) => *at,
                _ => return None,
            };
            let steps = briefing.article(at).wording.as_ref()?.cited_as(steps)?;
            Some((one, ProvisionAddress::new(at, steps)))
        };
        let found = readings(typed).into_iter().map(|(article, steps)| {
            let articles = self.rank(&article, ARTICLES, &weight).into_iter();
            articles.filter_map(|one| provision(one, &steps)).collect::<Vec<_>>()
        });
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The `most` names and paragraphs that fit `typed` best where `here` is read, the best first; `weight`
    /// is as for [`Names::rank`].
    ///
    /// A number alone is that of an article, of a paragraph of this section and of a section, in this
    /// order, and then that of whatever else has it.
    pub(crate) fn look_up(
        &self,
        briefing: &Briefing,
        here: SectionIx,
        typed: &str,
        most: usize,
        weight: impl Fn(&str) -> u32,
    ) -> Vec<Suggestion> {
        let below = self.provisions(briefing, typed, &weight);
        if !below.is_empty() {
            let found = below.into_iter().map(|(one, at)| Suggestion::Provision(one, at));
            let articles = self.rank(typed, most, weight).into_iter().map(Suggestion::Name);
            return found.chain(articles).take(most).collect();
        }
        let Paragraphs { blocks, only, of } = paragraphs(briefing, here, typed);
        let mut ranked = self.rank(of.as_deref().unwrap_or(typed), most, weight);
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
