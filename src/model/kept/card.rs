//! Finding an article, an actor or anything else that has a card of its own.

use crate::model::{
    ActorIx, ArticleIx, Briefing, EventIx, InstrumentIx, ProvisionAddress, SourceIx, Target, TermIx,
};

/// What `reference` leads to; if there is nothing by now, the one of its kind that is called `name`.
pub(super) fn find_card(briefing: &Briefing, reference: &str, name: &str) -> Option<Target> {
    let (kind, _) = reference.split_once(':')?;
    if kind == "article"
        && let Some((article, steps)) = reference.split_once('(')
    {
        let name = name.split_once('(').map_or(name, |(name, _)| name);
        let article = find_card(briefing, article, name)?.article()?;
        return Some(provision(briefing, article, &format!("({steps}")));
    }
    let cards = cards(briefing, kind);
    if let Some(card) = cards.iter().find(|card| briefing.reference(card) == reference) {
        return Some(card.clone());
    }
    let mut named = cards.into_iter().filter(|card| briefing.name(card) == name);
    named.next().filter(|_| named.next().is_none())
}

/// The provision of an article to which these steps lead or, where there is none, the nearest one on the
/// way there; the article, if there is not even that.
fn provision(briefing: &Briefing, article: ArticleIx, steps: &str) -> Target {
    let at = ProvisionAddress::new(article, steps);
    let wording = briefing.article(article).wording.as_ref();
    let cited_as = |at: ProvisionAddress| wording?.cited_as(&at.steps);
    let above: Vec<ProvisionAddress> = at.above().collect();
    let found = [at].into_iter().chain(above).find_map(cited_as);
    found.map_or(Target::Article(article), |steps| {
        Target::Provision(ProvisionAddress::new(article, steps))
    })
}

/// All of a kind.
fn cards(briefing: &Briefing, kind: &str) -> Vec<Target> {
    let instruments = briefing.instruments.iter().enumerate();
    match kind {
        "article" => instruments
            .flat_map(|(i, instrument)| {
                let at = InstrumentIx::new(i);
                (0..instrument.articles.len()).map(move |a| Target::Article(ArticleIx::new(at, a)))
            })
            .collect(),
        "instrument" => {
            instruments.map(|(n, _)| Target::Instrument(InstrumentIx::new(n))).collect()
        }
        "actor" => (0..briefing.actors.len()).map(|n| Target::Actor(ActorIx::new(n))).collect(),
        "term" => (0..briefing.terms.len()).map(|n| Target::Term(TermIx::new(n))).collect(),
        "event" => (0..briefing.events.len()).map(|n| Target::Event(EventIx::new(n))).collect(),
        "source" => (0..briefing.sources.len()).map(|n| Target::Source(SourceIx::new(n))).collect(),
        _ => Vec::new(),
    }
}
