//! What briefing.yaml says of the briefing itself.

use crate::load::format::BriefingYaml;
use crate::load::lowering::Lowering;
use crate::model::Briefing;

pub(super) fn lower(cx: &mut Lowering<'_>, manifest: BriefingYaml<'_>, briefing: &mut Briefing) {
    let BriefingYaml {
        format,
        title,
        subtitle,
        summary,
        language,
        edition_of,
        date,
        updated,
        authors,
        license,
        elements,
        // These were taken out when the briefing was sorted into parts.
        sections: _,
        instruments: _,
        actors: _,
        terms: _,
        events: _,
        sources: _,
        lessons: _,
        discussion: _,
        quiz: _,
    } = manifest;
    format.check(cx);
    if let Some(title) = title.take(cx) {
        briefing.title = title;
    }
    briefing.subtitle = subtitle.take(cx);
    briefing.summary = summary.take(cx);
    if let Some(tag) = language.take(cx) {
        briefing.language = tag;
    }
    briefing.edition_of = edition_of.take(cx);
    briefing.date = date.take(cx);
    briefing.updated = updated.take(cx);
    briefing.authors = authors.take(cx);
    briefing.license = license.take(cx);
    briefing.elements = elements.take(cx);
}
