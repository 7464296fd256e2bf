//! What a file holds that is imported, whatever format it is in: its blocks in order, with the markup that a
//! briefing has something for.

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
    /// When it was published, as the file says: a year, a month or a day.
    pub date: Option<String>,
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
    /// The outside address that it leads to, `http:` or `https:` alone; in what is about to be written also one
    /// inside of the briefing, `article:` or `actor:`.
    pub link: Option<String>,
    /// The footnote that is called here; `text` is its mark.
    pub footnote: Option<usize>,
}

/// Whether words say something.
pub(super) fn says(words: &Words) -> bool {
    words.iter().any(|run| !run.text.trim().is_empty())
}

/// What words say, with one blank between two and no line break.
pub(super) fn on_one_line(words: &Words) -> String {
    let text: String = words.iter().map(|run| run.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
