//! Treaties and their articles.

use std::collections::HashMap;

use crate::load::format::{ArticleYaml, InstrumentYaml, PartYaml};
use crate::load::lowering::Lowering;
use crate::load::provisions::ArticleNames;
use crate::load::reference;
use crate::load::shown;
use crate::load::yaml::YamlNode;
use crate::model::{Article, Instrument, InstrumentPart, article_label};

pub(super) fn lower(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Instrument> {
    let InstrumentYaml {
        id,
        title,
        short,
        signed,
        in_force,
        ended,
        parties,
        summary,
        language,
        label,
        articles,
    } = cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    let mut instrument = Instrument {
        title: title.take(cx).unwrap_or_else(|| id.clone()),
        id,
        parties: parties.take(cx),
        short: short.take(cx),
        signed: signed.take(cx),
        in_force: in_force.take(cx),
        ended: ended.take(cx),
        summary: summary.take(cx),
        language: language.take(cx),
        label: label.take(cx),
        articles: Vec::new(),
        parts: Vec::new(),
    };
    for node in articles.items(cx) {
        if shown::is_part(&node) {
            let before = instrument.articles.len();
            instrument.parts.extend(part(cx, node, before));
        } else {
            instrument.articles.extend(article(cx, node, &instrument));
        }
    }
    Some(instrument)
}

fn part(cx: &mut Lowering<'_>, node: YamlNode<'_>, before: usize) -> Option<InstrumentPart> {
    let PartYaml { part, title, level } = cx.mapping(node)?;
    let level = level.take(cx).and_then(|level| usize::try_from(level).ok());
    Some(InstrumentPart {
        name: part.take(cx)?,
        title: title.take(cx),
        level: level.unwrap_or(1).saturating_sub(1),
        before,
    })
}

/// An article of an instrument.
fn article(
    cx: &mut Lowering<'_>,
    node: YamlNode<'_>,
    Instrument { id, label: pattern, .. }: &Instrument,
) -> Option<Article> {
    let ArticleYaml {
        number,
        label,
        title,
        theme,
        gist,
        text,
        language,
        meaning,
        elements,
        see,
        compare,
        confidence,
        sources,
        note,
    } = cx.mapping(node)?;
    let number = number.take(cx);
    let is_beside = see.node.is_some() || compare.node.is_some();
    let own = is_beside.then(|| reference::article(cx, &format!("{id}/{number}")).ok().flatten());
    let own = own.flatten();
    let file = cx.file;
    let written = title.node.as_ref().and_then(|title| title.spelling(&file.text));
    let written = written.map(str::to_owned);
    let names = ArticleNames::of(&number, pattern.as_deref(), written.as_deref());
    let wording = text.take(cx, &names);
    Some(Article {
        number,
        name: String::new(),
        label: label.take(cx),
        title: title.take(cx),
        theme: theme.take(cx),
        gist: gist.take(cx),
        wording,
        language: language.take(cx),
        meaning: meaning.take(cx),
        elements: elements.take(cx),
        see: see.take(cx, own.as_ref()),
        compare: compare.take(cx, own.as_ref()),
        confidence: confidence.take(cx),
        sources: sources.take(cx),
        note: note.take(cx),
    })
}

/// Gives each article the name that its label and its number make. `language` is the briefing's.
pub(super) fn name_articles(instruments: &mut [Instrument], language: &str) {
    for instrument in instruments {
        let spoken = instrument.language.as_deref().unwrap_or(language);
        let label = instrument.label.as_deref().unwrap_or_else(|| article_label(spoken));
        for article in &mut instrument.articles {
            article.name = match &article.label {
                Some(own) => own.clone(),
                None => Article::named(&article.number, label),
            };
        }
    }
}

/// Puts the elements of each clause in the order in which the briefing names them, those without a title last.
pub(super) fn order_elements(instruments: &mut [Instrument], named: &[(String, String)]) {
    let places: HashMap<&str, usize> =
        named.iter().enumerate().map(|(place, (name, _))| (name.as_str(), place)).collect();
    for article in instruments.iter_mut().flat_map(|instrument| &mut instrument.articles) {
        let place = |name: &str| places.get(name).copied().unwrap_or(named.len());
        article.elements.sort_by_key(|element| place(&element.name));
    }
}
