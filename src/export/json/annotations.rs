//! What a reader left.

use std::io::{self, Write};

use crate::base::moment;
use crate::export::Audience;
use crate::export::annotations::{Annotation, AnnotationList, Body};
use crate::model::Briefing;
use crate::text::{Glyphs, Typesetting};

use super::node::{Node, Object, list};
use super::{Document, VERSION};

/// Writes what a reader left in a briefing as an object of JSON on a line of its own.
///
/// # Errors
/// Whatever `out` fails with; a closed pipe among it.
pub(crate) fn json_annotations(
    briefing: &Briefing,
    left: &AnnotationList,
    out: &mut impl Write,
) -> io::Result<()> {
    let document = Document { briefing, audience: Audience::Teacher };
    let object = Object::default()
        .with("format", VERSION)
        .with("id", &briefing.id)
        .with("title", &briefing.title)
        .maybe("home", left.home().map(|home| &home.words))
        .maybe("readable", left.home().map(|home| home.reads))
        .with("notes", document.left(left.entries().iter()));
    serde_json::to_writer(&mut *out, &object)?;
    writeln!(out)
}

impl Document<'_> {
    pub(super) fn left<'e, 'a: 'e>(
        self,
        entries: impl Iterator<Item = &'e Annotation<'a>>,
    ) -> Node {
        list(entries.map(|entry| self.entry(entry)))
    }

    fn entry(self, entry: &Annotation) -> Object {
        let (id, mark) = match entry.what {
            Body::Note(note) => (&note.id, None),
            Body::Draft(draft) => (&draft.id, None),
            Body::Highlight(highlight) => (&highlight.id, None),
            Body::Bookmark(bookmark) => (&bookmark.id, bookmark.mark),
        };
        let setting = Typesetting {
            briefing: self.briefing,
            glyphs: &Glyphs::UNICODE,
            teacher: false,
            slides: false,
            annotations: None,
        };
        let words = Some(entry.words()).filter(|words| !words.is_empty());
        Object::default()
            .with("kind", entry.kind())
            .with("id", id)
            .maybe("ref", entry.on.as_ref().map(|on| self.reference(on)))
            .with("adrift", entry.on.is_none())
            .maybe("card", entry.anchor.card.as_ref())
            .with("section", &entry.anchor.section)
            .with("block", &entry.anchor.block)
            .with("opening", &entry.anchor.opening)
            .maybe("quote", entry.quote().as_deref())
            .maybe("citation", entry.citation(&setting))
            .maybe("mark", mark.map(String::from))
            .maybe("text", words.as_deref())
            .with("made", moment(entry.made()))
            .with("changed", moment(entry.changed()))
    }
}
