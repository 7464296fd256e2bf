//! Prose made ready to be laid out: runs of equal face, with the links numbered.

use std::ops::Range;

use crate::base::{cut, visible_part};
use crate::model::{Target, Text};

/// Words with faces. The runs cover `plain` from end to end, in order, without gaps; none is
/// empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rich {
    /// The logical text. A `\n` in it is a hard break; no other control character occurs.
    pub plain: String,
    /// The runs of equal face and link.
    pub runs: Vec<Run>,
}

/// A run of equal face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Bytes of [`Rich::plain`].
    pub range: Range<usize>,
    /// How it looks.
    pub face: Face,
    /// Which link it is part of, counted from 0 in whatever the text is part of.
    pub link: Option<usize>,
}

/// How a run looks: what it is for, and how it is set off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "ways to be set off, of which all may hold")]
pub struct Face {
    /// What it is for.
    pub role: Role,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub light: bool,
    /// Code: letters as they stand.
    pub code: bool,
    /// Highlighted by the reader.
    pub lit: bool,
    /// Whether it is what was searched for.
    pub found: Found,
    /// Chosen by the reader, to do something with.
    pub chosen: bool,
}

/// Whether a run is what was searched for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Found {
    /// It is not.
    #[default]
    No,
    /// It is.
    Match,
    /// It is, and the reader was taken to it.
    Here,
}

/// What a run of text is for. The theme says what that looks like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Prose.
    #[default]
    Body,
    /// What can be skipped: dates, marks, counts.
    Faint,
    /// A heading or a card's name.
    Heading,
    /// A word that says what follows: "For Seoul", "See also".
    Label,
    /// A link.
    Link,
    /// A link to an actor.
    Actor,
    /// An editor's note.
    Note,
    /// Something that wants attention.
    Warning,
    /// A mark of the program's own.
    Accent,
}

impl From<Role> for Face {
    fn from(role: Role) -> Self {
        Self { role, ..Self::default() }
    }
}

impl Rich {
    /// `words` in one face.
    pub fn new(words: &str, face: impl Into<Face>) -> Self {
        let mut rich = Self::default();
        rich.push(words, face);
        rich
    }

    /// Adds `words` in a face. Control characters become visible.
    pub fn push(&mut self, words: &str, face: impl Into<Face>) -> &mut Self {
        self.run(words, face.into(), None)
    }

    /// Adds `words` as link number `link`.
    pub fn link(&mut self, words: &str, face: impl Into<Face>, link: usize) -> &mut Self {
        self.run(words, face.into(), Some(link))
    }

    fn run(&mut self, words: &str, face: Face, link: Option<usize>) -> &mut Self {
        let start = self.plain.len();
        self.plain.push_str(&visible_part(words));
        let end = self.plain.len();
        match self.runs.last_mut() {
            _ if start == end => {}
            Some(last) if last.face == face && last.link == link => last.range.end = end,
            _ => self.runs.push(Run { range: start..end, face, link }),
        }
        self
    }

    /// Adds a text of the briefing in `role`, numbering its links through `number`, which is
    /// asked once for each link and answers with its number and role, or that it is to be none.
    pub fn text(
        &mut self,
        text: &Text,
        role: Role,
        mut number: impl FnMut(&Target) -> Option<(usize, Role)>,
    ) -> &mut Self {
        let mut open: Option<(&Target, usize, Role)> = None;
        for span in &text.spans {
            open = match (&span.target, open) {
                (None, _) => None,
                (Some(target), Some((before, ..))) if target == before => open,
                (Some(target), _) => number(target).map(|(number, role)| (target, number, role)),
            };
            let face = Face {
                role: open.map_or(role, |(.., role)| role),
                strong: span.emphasis.strong,
                light: span.emphasis.light,
                code: span.emphasis.code,
                lit: false,
                found: Found::No,
                chosen: false,
            };
            let words = cut(&text.plain, span.range.clone());
            self.run(words, face, open.map(|(_, number, _)| number));
        }
        self
    }

    /// Its parts by the link that they belong to, in order; a link that is set in several faces is one.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Option<usize>, Self)> {
        self.runs.chunk_by(|one, next| one.link == next.link).map(|runs| {
            let mut part = Self::default();
            for run in runs {
                part.run(cut(&self.plain, run.range.clone()), run.face, None);
            }
            (runs.first().and_then(|run| run.link), part)
        })
    }

    /// These bytes of it.
    pub(crate) fn part(&self, bytes: &Range<usize>) -> Self {
        let from = self.runs.partition_point(|run| run.range.end <= bytes.start);
        let runs = self.runs.iter().skip(from).take_while(|run| run.range.start < bytes.end);
        let runs = runs.map(|run| {
            let (start, end) = (run.range.start.max(bytes.start), run.range.end.min(bytes.end));
            Run { range: start - bytes.start..end - bytes.start, ..run.clone() }
        });
        Self { runs: runs.collect(), plain: cut(&self.plain, bytes.clone()).to_owned() }
    }

    /// The parts of it that line feeds set apart, each with the byte at which it begins.
    pub(super) fn cells(&self) -> Vec<(usize, Self)> {
        let mut start = 0;
        let cells = self.plain.split('\n').map(|words| {
            let end = start + words.len();
            let cell = (start, self.part(&(start..end)));
            start = end + 1;
            cell
        });
        cells.collect()
    }

    /// Adds what `other` says behind what stands here.
    pub(crate) fn append(&mut self, other: Self) -> &mut Self {
        let shift = self.plain.len();
        self.plain.push_str(&other.plain);
        self.runs.extend(other.runs.into_iter().map(|mut run| {
            run.range = run.range.start + shift..run.range.end + shift;
            run
        }));
        self
    }

    /// Highlights these bytes; the runs are cut where they begin and end.
    pub(crate) fn light_up(&mut self, bytes: &Range<usize>) -> &mut Self {
        self.reface(std::slice::from_ref(bytes), |face| Face { lit: true, ..face })
    }

    /// Sets these bytes off as chosen.
    pub(crate) fn choose(&mut self, bytes: &Range<usize>) -> &mut Self {
        self.reface(std::slice::from_ref(bytes), |face| Face { chosen: true, ..face })
    }

    /// Marks what was searched for: bytes of [`Rich::plain`], in order and apart from each other.
    /// Lines break where they did.
    pub fn mark(&mut self, ranges: &[Range<usize>], found: Found) -> &mut Self {
        self.reface(ranges, |face| Face { found, ..face })
    }

    /// Gives these bytes, in order and apart from each other, another face; the runs are cut where
    /// they begin and end. One pass, for a text may have a match in every letter.
    fn reface(&mut self, ranges: &[Range<usize>], other: impl Fn(Face) -> Face) -> &mut Self {
        let mut runs = Vec::with_capacity(self.runs.len() + 2 * ranges.len());
        let mut ranges = ranges.iter().peekable();
        for run in self.runs.drain(..) {
            let (face, link) = (run.face, run.link);
            let Range { start: mut at, end } = run.range;
            let mut push = |range: Range<usize>, face| {
                if !range.is_empty() {
                    runs.push(Run { range, face, link });
                }
            };
            while let Some(range) = ranges.peek().filter(|range| range.start < end) {
                let (from, to) = (range.start.max(at), range.end.min(end));
                push(at..from, face);
                push(from..to.max(from), other(face));
                at = at.max(to);
                if range.end > end {
                    break; // It goes on in the next run.
                }
                ranges.next();
            }
            push(at..end, face);
        }
        self.runs = runs;
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }
}
