//! Treaties and their articles.

use crate::base::visible;
use crate::load::addresses::EntityKind;
use crate::load::decode::Fields;
use crate::load::id::NUMBER;
use crate::load::lowering::Lowering;
use crate::load::raw::Node;
use crate::load::reference;
use crate::model::{ActorIx, Article, ArticleIx, Confidence, Instrument};

const KEYS: &[&str] =
    &["id", "title", "short", "signed", "in_force", "ended", "parties", "summary", "articles"];
const ARTICLE: &[&str] = &[
    "number",
    "title",
    "theme",
    "gist",
    "text",
    "meaning",
    "see",
    "compare",
    "confidence",
    "sources",
    "note",
];

pub(super) fn lower(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Instrument> {
    let mut fields = cx.fields(node, "an instrument", KEYS)?;
    let id = cx.id(&mut fields);
    let title = cx.needed(&mut fields, "title").unwrap_or_else(|| id.clone());
    let parties = cx.ids_of(&mut fields, "parties", EntityKind::Actor);
    let articles = fields.take("articles");
    let articles = articles.map(|node| cx.items(node, "`articles`")).unwrap_or_default();
    Some(Instrument {
        id,
        title,
        short: cx.optional(&mut fields, "short"),
        signed: cx.date(fields.take("signed"), "`signed`"),
        in_force: cx.date(fields.take("in_force"), "`in_force`"),
        ended: cx.date(fields.take("ended"), "`ended`"),
        parties: parties.into_iter().map(ActorIx::new).collect(),
        summary: cx.prose(&mut fields, "summary"),
        articles: articles.into_iter().filter_map(|node| article(cx, node)).collect(),
    })
}

fn article(cx: &mut Lowering<'_>, node: Node<'_>) -> Option<Article> {
    let mut fields = cx.fields(node, "an article", ARTICLE)?;
    let number = fields.need(cx, "number");
    let number = number.as_ref().and_then(|node| node.spelling(&cx.file.text)).unwrap_or_default();
    // A longer one is no number, and was reported when addresses were collected.
    let number = number.get(..number.floor_char_boundary(NUMBER)).unwrap_or_default();
    let number = visible(number).into_owned();
    Some(Article {
        title: cx.needed(&mut fields, "title").unwrap_or_else(|| number.clone()),
        number,
        theme: cx.optional(&mut fields, "theme"),
        gist: cx.prose(&mut fields, "gist"),
        text: cx.prose(&mut fields, "text"),
        meaning: cx.prose(&mut fields, "meaning"),
        see: articles(cx, &mut fields, "see"),
        compare: articles(cx, &mut fields, "compare"),
        confidence: cx.choice(fields.take("confidence"), "`confidence`", &Confidence::ALL),
        sources: cx.sources(&mut fields),
        note: cx.prose(&mut fields, "note"),
    })
}

/// The articles that a list names, by `NUMBER` or `INSTRUMENT/NUMBER`, with or without the
/// scheme.
fn articles(cx: &mut Lowering<'_>, fields: &mut Fields<'_>, key: &'static str) -> Vec<ArticleIx> {
    cx.list_of(fields, key, "an article's number", |cx, address| {
        reference::article_ix(cx, address.strip_prefix("article:").unwrap_or(address))
    })
}
