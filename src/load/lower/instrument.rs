//! Treaties and their articles.

use crate::load::format::{ArticleYaml, InstrumentYaml};
use crate::load::lowering::Lowering;
use crate::load::yaml::YamlNode;
use crate::model::{Article, Instrument};

pub(super) fn lower(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Instrument> {
    let InstrumentYaml { id, title, short, signed, in_force, ended, parties, summary, articles } =
        cx.mapping(node)?;
    let id = id.take(cx).unwrap_or_default();
    Some(Instrument {
        title: title.take(cx).unwrap_or_else(|| id.clone()),
        id,
        parties: parties.take(cx),
        short: short.take(cx),
        signed: signed.take(cx),
        in_force: in_force.take(cx),
        ended: ended.take(cx),
        summary: summary.take(cx),
        articles: articles.items(cx).into_iter().filter_map(|node| article(cx, node)).collect(),
    })
}

fn article(cx: &mut Lowering<'_>, node: YamlNode<'_>) -> Option<Article> {
    let ArticleYaml {
        number,
        title,
        theme,
        gist,
        text,
        meaning,
        see,
        compare,
        confidence,
        sources,
        note,
    } = cx.mapping(node)?;
    let number = number.take(cx);
    Some(Article {
        title: title.take(cx).unwrap_or_else(|| number.clone()),
        number,
        theme: theme.take(cx),
        gist: gist.take(cx),
        text: text.take(cx),
        meaning: meaning.take(cx),
        see: see.take(cx),
        compare: compare.take(cx),
        confidence: confidence.take(cx),
        sources: sources.take(cx),
        note: note.take(cx),
    })
}
