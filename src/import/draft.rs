//! A briefing as it is about to be written.

use super::document::{Run, Words};
use crate::base::cut;

/// All that is written.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    /// A BCP 47 tag.
    pub(super) language: Option<String>,
    /// Whether the language was told by its letters, and not by the file.
    pub(super) is_language_guessed: bool,
    pub(super) date: Option<String>,
    pub(super) authors: Vec<String>,
    /// What it is about.
    pub(super) summary: Option<String>,
    pub(super) sections: Vec<DraftSection>,
    pub(super) instruments: Vec<DraftInstrument>,
    pub(super) actors: Vec<DraftActor>,
    pub(super) sources: Vec<DraftSource>,
}

#[derive(Debug, Default)]
pub(super) struct DraftSection {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) blocks: Vec<DraftBlock>,
}

#[derive(Debug)]
pub(super) struct DraftBlock {
    /// Where something refers to it.
    pub(super) id: Option<String>,
    pub(super) content: DraftContent,
    /// The ids of the sources that it cites.
    pub(super) sources: Vec<String>,
}

#[derive(Debug)]
pub(super) enum DraftContent {
    Heading(Words),
    Text(Words),
    /// One or more paragraphs of somebody's words.
    Quote(Vec<Words>),
    List {
        ordered: bool,
        points: Vec<DraftPoint>,
    },
    Table {
        caption: Words,
        columns: Vec<Words>,
        rows: Vec<Vec<Words>>,
    },
    Note {
        words: Words,
        about: Option<String>,
    },
}

#[derive(Debug, Default)]
pub(super) struct DraftPoint {
    pub(super) words: Words,
    pub(super) below: Vec<DraftPoint>,
}

#[derive(Debug, Default)]
pub(super) struct DraftInstrument {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) language: Option<String>,
    /// How its articles are called, `{n}` being the number.
    pub(super) label: String,
    pub(super) pieces: Vec<Piece>,
}

/// What stands in an instrument, in order.
#[derive(Debug)]
pub(super) enum Piece {
    Part { name: String, title: Option<String>, level: usize },
    Article(DraftArticle),
}

#[derive(Debug, Default)]
pub(super) struct DraftArticle {
    pub(super) number: String,
    /// What it is called, where the instrument's label does not say it.
    pub(super) label: Option<String>,
    pub(super) title: Option<String>,
    /// Its wording: each line with how deep it is indented.
    pub(super) lines: Vec<(usize, String)>,
    /// Its footnotes, as one text.
    pub(super) note: Option<Words>,
}

#[derive(Debug, Default)]
pub(super) struct DraftActor {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) kind: Option<&'static str>,
    /// How often the text names it.
    pub(super) found: usize,
}

#[derive(Debug, Default)]
pub(super) struct DraftSource {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
}

impl DraftBlock {
    /// Shows its texts to `see`, each as it may be changed; a heading is none of them.
    pub(super) fn each_text(&mut self, see: &mut impl FnMut(&mut Words)) {
        match &mut self.content {
            DraftContent::Heading(_) => {}
            DraftContent::Text(words) | DraftContent::Note { words, .. } => see(words),
            DraftContent::Quote(paragraphs) => paragraphs.iter_mut().for_each(see),
            DraftContent::List { points, .. } => {
                for point in points {
                    point.each_text(see);
                }
            }
            DraftContent::Table { caption, columns, rows } => {
                see(caption);
                columns.iter_mut().chain(rows.iter_mut().flatten()).for_each(see);
            }
        }
    }
}

impl DraftPoint {
    fn each_text(&mut self, see: &mut impl FnMut(&mut Words)) {
        see(&mut self.words);
        self.below.iter_mut().for_each(|point| point.each_text(see));
    }
}

/// Makes links of parts of `words`: `find` says where in a text without links the next is, behind so many bytes,
/// and what it leads to; it is asked from 0 on once in each run that may have a link. What is behind the first argument's end is looked at again.
pub(super) fn link_parts(
    words: &mut Words,
    mut find: impl FnMut(&str, usize) -> Option<(std::ops::Range<usize>, String)>,
) {
    let mut linked = Words::with_capacity(words.len());
    for run in words.drain(..) {
        if !run.may_link() {
            linked.push(run);
            continue;
        }
        let mut from = 0;
        while let Some((at, address)) = find(&run.text, from) {
            let before = cut(&run.text, from..at.start);
            linked.push(Run { text: before.to_owned(), ..run.clone() });
            let text = cut(&run.text, at.clone()).to_owned();
            linked.push(Run { text, link: Some(address), ..run.clone() });
            from = at.end;
        }
        linked.push(Run { text: cut(&run.text, from..).to_owned(), ..run.clone() });
    }
    linked.retain(|run| !run.text.is_empty() || run.link.is_some());
    *words = linked;
}
