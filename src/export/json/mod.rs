//! JSON: the whole briefing for other programs. `docs/json.md` says what it looks like.

mod annotations;
mod node;
mod parts;
mod section;
mod wording;

use std::io::{self, Write};

use crate::base::cut;
use crate::model::{Briefing, CitedSource, Date, Emphasis, SectionIx, Span, Target, Text};

use super::annotations::{Annotation, AnnotationList};
use super::{Audience, Edition, Portion};
use node::{Node, Object, filled, list};

pub(crate) use annotations::json_annotations;

/// The version of what is written. A key may be added without a new one; none is taken away or
/// changes its meaning.
const VERSION: usize = 1;

/// Writes a briefing, or what an edition has of it, as an object of JSON on a line of its own, with
/// the notes that a reader left on it, if there are any to write. It is UTF-8 whatever the locale
/// is, and no control character is in it.
///
/// # Errors
/// Whatever `out` fails with; a closed pipe among it.
pub fn json(
    briefing: &Briefing,
    edition: Edition,
    left: Option<&AnnotationList>,
    out: &mut impl Write,
) -> io::Result<()> {
    let Edition { audience, portion } = edition;
    let document = Document { briefing, audience };
    let object = match portion {
        Portion::Whole => document.whole(),
        Portion::Section(at) => document.head().with("sections", list([document.section(at)])),
        Portion::Part(part) => document.head().and(document.part(part)),
    };
    let here = |entry: &&Annotation| {
        let inside = |section| match &entry.on {
            Some(Target::Block(at)) => at.section == section,
            Some(_) => false,
            None => briefing.section(section).id == entry.anchor.section,
        };
        entry.is_for(audience, briefing)
            && match portion {
                Portion::Section(section) => inside(section),
                Portion::Part(part) => entry.on.as_ref().is_some_and(|on| part.has(on)),
                Portion::Whole => true,
            }
    };
    let notes = left.map(|left| document.left(left.entries().iter().filter(here)));
    let object = object.maybe("notes", notes);
    serde_json::to_writer(&mut *out, &object)?;
    writeln!(out)
}

#[derive(Clone, Copy)]
struct Document<'a> {
    briefing: &'a Briefing,
    audience: Audience,
}

impl Document<'_> {
    fn whole(self) -> Object {
        let sections = (0..self.briefing.sections.len()).map(SectionIx::new);
        self.head()
            .with("sections", list(sections.map(|at| self.section(at))))
            .and(self.all_parts())
    }

    fn head(self) -> Object {
        let Briefing {
            id,
            title,
            subtitle,
            summary,
            language,
            edition_of,
            date,
            updated,
            authors,
            license,
            sections: _, // follow, all or one of them
            elements,
            instruments: _, // these and the others are `parts`
            actors: _,
            terms: _,
            events: _,
            sources: _,
            lessons: _,
            discussion: _,
            quiz: _,
            index: _, // is what is cited by what
        } = self.briefing;
        Object::default()
            .with("format", VERSION)
            .with("id", id)
            .with("title", title)
            .maybe("subtitle", subtitle.as_ref())
            .maybe("summary", self.maybe_text(summary.as_ref()))
            .with("language", language)
            .maybe("edition_of", edition_of.as_ref())
            .maybe("date", date.map(Date::iso))
            .maybe("updated", updated.map(Date::iso))
            .with("authors", list(authors))
            .maybe("license", license.as_ref())
            .maybe("elements", filled(elements.iter().map(element_title)))
    }

    /// A text: its words, and the same in runs that are marked alike.
    fn text(self, text: &Text) -> Node {
        self.text_object(text).into()
    }

    /// The same, for what has more to say.
    fn text_object(self, text: &Text) -> Object {
        let spans = text.spans.iter().filter(|span| !span.range.is_empty()).map(|span| {
            let flag = |on: bool| on.then_some(true);
            // Where it stood in the YAML is of no use without the file.
            let Span { range, source: _, emphasis, target } = span;
            let Emphasis { light, strong, code } = *emphasis;
            Object::default()
                .with("text", cut(&text.plain, range.clone()))
                .maybe("emphasis", flag(light))
                .maybe("strong", flag(strong))
                .maybe("code", flag(code))
                .maybe("target", target.as_ref().map(|target| self.reference(target)))
        });
        Object::default().with("plain", &text.plain).with("spans", list(spans))
    }

    fn maybe_text(self, text: Option<&Text>) -> Option<Node> {
        text.map(|text| self.text(text))
    }

    fn reference(self, target: &Target) -> String {
        self.briefing.reference(target)
    }

    fn references(self, targets: impl IntoIterator<Item = Target>) -> Node {
        let mut references: Vec<String> =
            targets.into_iter().map(|target| self.reference(&target)).collect();
        // Headings without an id share the reference of their section.
        references.dedup();
        list(references)
    }

    /// The sources that something rests on, and where in them that is known.
    fn rests_on(self, sources: &[CitedSource]) -> Object {
        let source = |cited: &CitedSource| Target::Source(cited.source);
        let mut all: Vec<Target> = Vec::new();
        for target in sources.iter().map(source) {
            if !all.contains(&target) {
                all.push(target);
            }
        }
        let places = sources.iter().filter_map(|cited| {
            let at = cited.at.as_ref()?;
            Some(Object::default().with("source", self.reference(&source(cited))).with("at", at))
        });
        let places: Vec<Object> = places.collect();
        Object::default()
            .with("sources", self.references(all))
            .maybe("places", (!places.is_empty()).then(|| list(places)))
    }

    /// The blocks that cite a target, in the order of reading.
    fn cited_by(self, target: &Target) -> Node {
        let blocks = self.briefing.index().cited_by(target);
        self.references(blocks.iter().map(|at| Target::Block(*at)))
    }
}

fn element_title((name, title): &(String, String)) -> Object {
    Object::default().with("name", name).with("title", title)
}
