//! What a card says, text by text, and whose words each is.

use crate::model::{Briefing, ProvisionAddress, Target, Text};

/// Whose words a text of a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Saying {
    /// Those of a legal text.
    Wording,
    /// The briefing's on what a legal text says.
    Summary,
    /// The briefing's on what an article means.
    Meaning,
    /// The briefing's on anything else.
    Own,
    /// An editor's note.
    Note,
}

/// The texts of a card that say anything, in the order of the card; none of a section or a paragraph,
/// which are no cards.
pub(crate) fn sayings<'b>(briefing: &'b Briefing, target: &Target) -> Vec<(Saying, &'b Text)> {
    let texts = match target {
        Target::Article(at) | Target::Provision(ProvisionAddress { article: at, steps: _ }) => {
            let article = briefing.article(*at);
            let wording = article.wording.as_ref().map(|wording| &wording.text);
            let elements = article.elements.iter();
            let mut texts = vec![
                (Saying::Summary, article.gist.as_ref()),
                (Saying::Wording, wording),
                (Saying::Meaning, article.meaning.as_ref()),
            ];
            texts.extend(elements.map(|one| (Saying::Summary, Some(&one.text))));
            texts.push((Saying::Note, article.note.as_ref()));
            texts
        }
        Target::Instrument(at) => {
            vec![(Saying::Summary, briefing.instrument(*at).summary.as_ref())]
        }
        Target::Actor(at) => {
            let actor = briefing.actor(*at);
            vec![(Saying::Own, actor.role.as_ref()), (Saying::Own, actor.stance.as_ref())]
        }
        Target::Term(at) => vec![(Saying::Own, Some(&briefing.term(*at).definition))],
        Target::Event(at) => vec![(Saying::Own, briefing.event(*at).text.as_ref())],
        Target::Section(_) | Target::Block(_) | Target::Source(_) | Target::Web(_) => Vec::new(),
    };
    let said = |(saying, text): (Saying, Option<&'b Text>)| {
        Some((saying, text.filter(|text| !text.is_empty())?))
    };
    texts.into_iter().filter_map(said).collect()
}
