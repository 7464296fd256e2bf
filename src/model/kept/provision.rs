//! Finding the provision of a law that an anchor holds on to.
//!
//! Its address is a count that goes on when another is put in before it. So it is known by its words, like words in
//! a paragraph; the marks, which are counts too, are none of them.

use unicode_width::UnicodeWidthStr;

use super::law_words::{Position, Unnumbered, saying};
use super::opening::ENOUGH;
use super::quote::CONTEXT;
use super::sought::{Likeness, SOME, Sought};
use super::{Anchor, Quote, Resolution};
use crate::model::{ArticleIx, Briefing, InstrumentIx, ProvisionAddress, Target};

/// Where an anchor to the provision to which `steps` led leads now; `article` is the one that it was in, if there
/// still is one of that name, in `instrument`. Where its words are gone it is adrift, and stays what it was.
pub(super) fn find(
    briefing: &Briefing,
    anchor: &Anchor,
    (instrument, article): (Option<InstrumentIx>, Option<ArticleIx>),
    steps: &str,
) -> Resolution {
    let named = article.and_then(|article| position(briefing, article, steps));
    let found = match &anchor.quote {
        // An earlier version knew no more than the address.
        None => named,
        Some(quote) => as_left(briefing, named, quote)
            .or_else(|| as_it_was(briefing, instrument, article, quote))
            .or_else(|| changed(briefing, article?, anchor, quote)),
    };
    let own = found.and_then(|found| target(briefing, found));
    own.map_or(Resolution::Adrift { near: article.map(Target::Article) }, Resolution::Card)
}

fn position(briefing: &Briefing, article: ArticleIx, steps: &str) -> Option<Position> {
    Some((article, briefing.article(article).wording.as_ref()?.find(steps)?))
}

/// A provision by its address, if it has one of its own.
fn target(briefing: &Briefing, (article, at): Position) -> Option<Target> {
    let way = briefing.article(article).wording.as_ref()?.addresses().get(at)?;
    let steps = way.is_own.then(|| way.steps.clone())?;
    Some(Target::Provision(ProvisionAddress::new(article, steps)))
}

/// The provision with the address that the anchor has, if its words are those and stood nowhere else, or stand
/// where they stood.
fn as_left(briefing: &Briefing, named: Option<Position>, then: &Quote) -> Option<Position> {
    let (article, at) = named?;
    let wording = briefing.article(article).wording.as_ref()?;
    let now = Unnumbered::of(wording).quote(at)?;
    let is_around = now.prefix == then.prefix && now.suffix == then.suffix;
    (now.exact == then.exact && (is_around || !then.repeated)).then_some((article, at))
}

/// The only provision of the instrument that says what this one said, which nothing else did. Few words tell
/// nothing in another article.
fn as_it_was(
    briefing: &Briefing,
    instrument: Option<InstrumentIx>,
    article: Option<ArticleIx>,
    then: &Quote,
) -> Option<Position> {
    let mut all = saying(briefing, instrument.filter(|_| !then.repeated)?, &then.exact);
    let found = all.next().filter(|_| all.next().is_none())?;
    (Some(found.0) == article || then.exact.width() >= ENOUGH).then_some(found)
}

/// The provision of the article that has most of the words, by these and by what stands around them.
fn changed(
    briefing: &Briefing,
    article: ArticleIx,
    anchor: &Anchor,
    then: &Quote,
) -> Option<Position> {
    let now = Unnumbered::of(briefing.article(article).wording.as_ref()?);
    let placed = Sought::new(anchor).find(&now.text, Likeness::InPlace)?;
    // Of words that stand elsewhere too, what stands around must tell which they are.
    if then.repeated && placed.cost > 2 * CONTEXT - SOME {
        return None;
    }
    Some((article, now.with_most_of(&placed.bytes?)))
}
