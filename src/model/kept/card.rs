//! Finding an article, an actor or anything else that has a card of its own.

use super::{Anchor, Resolution, provision};
use crate::model::{ActorIx, ArticleIx, Briefing, EventIx, InstrumentIx, SourceIx, Target, TermIx};

/// Where an anchor to the card `reference` leads.
pub(super) fn find(briefing: &Briefing, anchor: &Anchor, reference: &str) -> Resolution {
    let nowhere = Resolution::Adrift { near: None };
    let Some((kind, address)) = reference.split_once(':') else { return nowhere };
    let name = anchor.opening.as_str();
    match reference.split_once('(').filter(|_| kind == "article") {
        Some((article, steps)) => {
            let name = name.split_once('(').map_or(name, |(name, _)| name);
            let article = called(briefing, kind, article, name).and_then(|card| card.article());
            let id = address.split_once('/').map_or("", |(id, _)| id);
            let of_id = briefing.instruments.iter().position(|one| one.id == id);
            let instrument = article.map(|at| at.instrument).or(of_id.map(InstrumentIx::new));
            provision::find(briefing, anchor, (instrument, article), &format!("({steps}"))
        }
        None => called(briefing, kind, reference, name).map_or(nowhere, Resolution::Card),
    }
}

/// What `reference` leads to; if there is nothing by now, the one of its kind that is called `name`.
fn called(briefing: &Briefing, kind: &str, reference: &str, name: &str) -> Option<Target> {
    let cards = cards(briefing, kind);
    if let Some(card) = cards.iter().find(|card| briefing.reference(card) == reference) {
        return Some(card.clone());
    }
    let mut named = cards.into_iter().filter(|card| briefing.name(card) == name);
    named.next().filter(|_| named.next().is_none())
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
