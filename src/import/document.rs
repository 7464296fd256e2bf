//! What a file holds that is imported, whatever format it is in: its blocks in order, with the markup that a
//! briefing has something for.

use crate::base::cut;

/// A document as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// Its title, from its data or its first heading; empty if it has none.
    pub title: String,
    /// A BCP 47 tag, if the file says what language it is in.
    pub language: Option<String>,
    /// Who wrote it, as the file says.
    pub authors: Vec<String>,
    /// Who published it, as the file says.
    pub publisher: Option<String>,
    /// When it was published, as the file writes it.
    pub date: Option<String>,
    /// What it is about, as the file says.
    pub summary: Option<String>,
    /// Its own address on the web, if the file says it.
    pub address: Option<String>,
    /// All of its text that is no footnote.
    pub blocks: Vec<DocumentBlock>,
    /// Its footnotes and endnotes, in the order in which [`Run::footnote`] counts them, from 0.
    pub footnotes: Vec<Vec<DocumentBlock>>,
    /// How many pictures it has. The words that stand in for one are part of the text.
    pub pictures: usize,
    /// How many words of a page stand around its text or are folded in it: all of them are taken where the page is
    /// taken whole.
    pub around: usize,
    /// How many words of the file are no part of its text, however it is read: comments, forms, what is hidden.
    pub left_out: usize,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DocumentBlock {
    /// A heading, 1 the greatest.
    Heading {
        /// From 1 to 6.
        level: u8,
        /// Its words.
        words: Words,
    },
    /// A paragraph. A line break within it is a run with `\n`.
    Paragraph(Words),
    /// A list.
    List {
        /// Whether it is counted, from 1. One that is counted otherwise has its enumerators in its words.
        ordered: bool,
        /// Its points, each with what stands below it.
        points: Vec<Vec<DocumentBlock>>,
    },
    /// Somebody's words.
    Quote(Vec<DocumentBlock>),
    /// A table; its rows have as many cells as it has columns.
    Table {
        /// What stands over it or under it.
        caption: Words,
        /// The heads of its columns; empty if it has none.
        columns: Vec<Words>,
        /// The rows below those.
        rows: Vec<Vec<Words>>,
    },
    /// Text whose lines are kept, such as code.
    Preformatted(String),
}

impl DocumentBlock {
    /// Shows each of its texts to `see`, whole.
    pub(super) fn each_text(&self, see: &mut impl FnMut(&str)) {
        match self {
            Self::Heading { words, .. } | Self::Paragraph(words) => see(&text_of(words)),
            Self::List { points, .. } => {
                points.iter().flatten().for_each(|block| block.each_text(see));
            }
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.each_text(see)),
            Self::Table { caption, columns, rows } => {
                let cells = columns.iter().chain(rows.iter().flatten());
                std::iter::once(caption).chain(cells).for_each(|words| see(&text_of(words)));
            }
            Self::Preformatted(text) => see(text),
        }
    }
}

/// Rich text: runs of one face each.
pub(super) type Words = Vec<Run>;

/// A stretch of text with one face.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// What it says, as it is to be read: no markup, no entity. Control characters other than `\n` are not
    /// taken out yet.
    pub text: String,
    /// Whether it is strong.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasised: bool,
    /// Whether it is code: its blanks count, and nobody is named in it.
    pub code: bool,
    /// The outside address that it leads to, `http:` or `https:` alone; in what is about to be written also one
    /// inside of the briefing, `article:` or `actor:`.
    pub link: Option<String>,
    /// The footnote that is called here; `text` is its mark.
    pub footnote: Option<usize>,
}

impl Run {
    /// Whether parts of it may become links.
    pub(super) fn may_link(&self) -> bool {
        self.link.is_none() && self.footnote.is_none() && !self.code
    }
}

/// Whether words say something.
pub(super) fn says(words: &Words) -> bool {
    words.iter().any(|run| !run.text.trim().is_empty())
}

/// Lines that are kept, as words: each is code, and what is indented in all of them is in none. An empty line
/// has a blank that is not one to break at: a text of a briefing has no empty lines.
pub(super) fn code_lines(text: &str) -> Words {
    let lines = || text.lines().map(str::trim_end);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = lines().filter(|line| !line.is_empty()).map(indent).min().unwrap_or_default();
    let mut words = Words::new();
    let mut end = "\n";
    for line in lines() {
        if line.is_empty() {
            end = "\n\u{a0}\n";
            continue;
        }
        if !words.is_empty() {
            words.push(Run { text: end.to_owned(), ..Run::default() });
        }
        words.push(Run { text: cut(line, common..).to_owned(), code: true, ..Run::default() });
        end = "\n";
    }
    words
}

/// What words say.
pub(super) fn text_of(words: &Words) -> String {
    words.iter().map(|run| run.text.as_str()).collect()
}

/// What words say, with one blank between two and no line break.
pub(super) fn on_one_line(words: &Words) -> String {
    text_of(words).split_whitespace().collect::<Vec<_>>().join(" ")
}
