//! Which provision a line belongs to, and how deep that is.

mod hints;

use std::ops::Range;

use super::beside::{MOST, beside, glued_pair, is_initial};
use super::blanks::indent;
use super::heading::ArticleNames;
use super::lines::{WordingLine, lines};
use super::marks::{Enumerator, is_escaped, mark as read_mark};
use super::open::{OpenLevel, OpenLevels};
use super::row::{MarkPlace, Script};
use super::stray::{ends_clause, is_far, is_page, leads_on};
use super::turns::Turns;
use super::written::{Hint, ReadWording, Written};
use crate::base::cut;

/// As far as Roman numerals and letters are confused: `(i)` is the ninth letter, and stands right after `(h)`.
const NINTH: u32 = 9;

/// So many lines on is looked whether a row goes on with a number that seems to be a figure of a sentence.
const AHEAD: usize = 16;

/// Reads a wording, the value of a scalar, of the article that `names` knows. Every word of it is a word of one
/// of the provisions. What begins at one of `starts`, bytes of the value in order, goes on with nothing.
pub(super) fn read(value: &str, starts: &[usize], names: &ArticleNames<'_>) -> ReadWording {
    let (lines, hints) = lines(value, starts, names);
    let mut nest = Nest::new(value, &lines);
    nest.read.hints = hints;
    for line in 0..lines.len() {
        nest.line(line);
    }
    nest.read
}

/// Reads line after line.
struct Nest<'v> {
    value: &'v str,
    lines: &'v [WordingLine],
    read: ReadWording,
    open: OpenLevels,
    last: Option<LastProvision>,
    /// Whether there was an enumerator.
    is_marked: bool,
    /// What lies between the line before and this one.
    gap: Gap,
    /// How many lines look wrapped by hand.
    wrapped: usize,
    /// The last hint at that.
    last_wrapped: usize,
    /// The first of the paragraphs without marks since the last enumerator.
    loose: Option<usize>,
    turns: Option<Turns>,
    /// Whether a sentence has a number.
    has_sentences: bool,
}

/// What lies between two lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    /// A blank line.
    Blank,
    /// Another text begins: nothing goes on over that.
    Start,
}

/// The provision that the line before belongs to.
#[derive(Clone, Copy)]
struct LastProvision {
    at: usize,
    indent: usize,
    level: usize,
    /// Whether its enumerator stands beside others on its line.
    is_beside: bool,
}

/// Where an enumerator belongs.
#[derive(Clone, Copy)]
enum Belongs {
    /// It goes on with the row of a level.
    On(usize, MarkPlace),
    /// It begins a row one below the provision before.
    Below(MarkPlace),
    /// It begins a row one below the innermost open level, or on that if it has none.
    Innermost(MarkPlace),
}

impl Belongs {
    fn place(&self) -> &MarkPlace {
        let (Self::On(_, place) | Self::Below(place) | Self::Innermost(place)) = self;
        place
    }
}

impl<'v> Nest<'v> {
    fn new(value: &'v str, lines: &'v [WordingLine]) -> Self {
        Self {
            value,
            lines,
            read: ReadWording::default(),
            open: OpenLevels::default(),
            last: None,
            is_marked: false,
            gap: Gap::None,
            wrapped: 0,
            last_wrapped: 0,
            loose: None,
            turns: None,
            has_sentences: false,
        }
    }

    /// Reads the line at this position.
    fn line(&mut self, position: usize) {
        let Some(line) = self.lines.get(position) else { return };
        let (at, columns) = (line.at.start, line.columns);
        let words = cut(self.value, line.at.clone());
        if line.begins_text {
            self.gap = Gap::Start;
        }
        if words.is_empty() {
            if self.gap == Gap::None {
                self.gap = Gap::Blank;
            }
            return;
        }
        if line.is_heading {
            return self.heading(line.at.clone());
        }
        if let Some(mark) = self.mark(words) {
            let range = at..at + mark.len;
            let belongs = self.belongs(&mark, columns, at);
            if belongs.is_some() && self.is_figure(&mark, position) {
                self.read.hints.push((range, Hint::Figure));
            } else if let Some(belongs) = belongs {
                return self.marks(mark, line.at.clone(), position, belongs);
            } else if mark.is_sure() {
                self.read.hints.push((range, Hint::Text));
            }
        } else {
            self.hint_at_no_mark(&line.at, position);
        }
        let words = at + escape(words)..at + words.len();
        if self.goes_on(&words, columns) {
            self.go_on(words);
        } else {
            self.paragraph(words, columns);
        }
    }

    /// The enumerator that a line begins with. Two without a blank between that a sentence goes on with are a
    /// reference in it: `paragraph` and, on the next line, `(2)(a) of the rules`.
    fn mark(&self, words: &str) -> Option<Enumerator> {
        let is_small =
            || words.split_once(' ').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
        let is_open =
            || self.gap == Gap::None && self.line_before().is_some_and(|line| !ends_clause(line));
        let pair = || glued_pair(words).filter(|_| !is_small() || !is_open());
        read_mark(words).or_else(pair).filter(|_| !is_page(words))
    }

    /// The line before this one that has words, with its enumerator if that stands alone there.
    fn line_before(&self) -> Option<&'v str> {
        let before = self.read.provisions.get(self.last?.at)?;
        Some(cut(self.value, before.lines.last()?.clone()))
    }

    /// Adds what a line holds whose enumerator belongs there, and what stands beside that one below the other.
    fn marks(
        &mut self,
        mut mark: Enumerator,
        line: Range<usize>,
        position: usize,
        mut belongs: Belongs,
    ) {
        let Some(columns) = self.lines.get(position).map(|line| line.columns) else { return };
        let mut at = line.start;
        for count in 1..=MOST {
            let behind = at + mark.len;
            let start = behind + indent(cut(self.value, behind..line.end)).0;
            let words = cut(self.value, start..line.end);
            let inner = beside(words, &mark).filter(|(_, inner)| {
                count < MOST
                    && (!is_initial(inner)
                        || inner.first().is_some_and(|place| self.is_followed(&place, position)))
            });
            let Some((begins, inner)) = inner else {
                let words = start + escape(words)..line.end;
                self.marked(at..behind, words.clone(), columns, belongs);
                self.hint_at_second(&words, belongs.place());
                if let Some(last) = self.last.as_mut() {
                    last.is_beside = count > 1;
                }
                return;
            };
            let own = cut(words, ..begins).trim_end();
            self.marked(at..behind, start..start + own.len(), columns, belongs);
            let Some(place) = inner.first() else { return };
            (at, mark, belongs) = (start + begins, inner, Belongs::Below(place));
        }
    }

    /// Whether one of the lines behind this position begins with what is next to a place in its row.
    fn is_followed(&self, place: &MarkPlace, position: usize) -> bool {
        let behind = self.lines.iter().skip(position + 1).take(AHEAD);
        let mut next = behind.filter_map(|line| read_mark(cut(self.value, line.at.clone())));
        next.any(|next| next.readings().any(|next| next.is_next_to(place)))
    }

    /// Whether a number at the beginning of a line is rather a figure of the sentence before: that has no end,
    /// the number is far from its row or the sentence must go on, and the row does not go on with it.
    fn is_figure(&self, mark: &Enumerator, position: usize) -> bool {
        let Some(place) = mark.first().or_else(|| mark.likeliest()) else { return false };
        let Some(before) = self.line_before() else { return false };
        let last = self.open.of_kind(place.row).map(|(_, last)| last);
        let is_next = self.open.rows().any(|(_, last)| place.is_next_to(last));
        let is_number = matches!(place.row.script, Script::Digits(_));
        let goes_on = is_number && !is_next && leads_on(before);
        self.gap == Gap::None
            && (goes_on || is_far(&place, last))
            && !ends_clause(before)
            && !self.is_followed(&place, position)
    }

    /// Whether a line without an enumerator goes on with the provision before.
    fn goes_on(&self, words: &Range<usize>, columns: usize) -> bool {
        let Some(last) = self.last else { return false };
        let Some(provision) = self.read.provisions.get(last.at) else { return false };
        if self.gap == Gap::Start {
            return false;
        }
        let Some(before) = provision.lines.last() else { return true };
        if self.gap == Gap::Blank {
            return false;
        }
        let (before, words) = (cut(self.value, before.clone()), cut(self.value, words.clone()));
        // The label of a link may go over the end of a line.
        let is_in_label = before.rfind('[') > before.rfind(']') && words.contains("](");
        columns > last.indent || is_in_label
    }

    fn go_on(&mut self, words: Range<usize>) {
        self.gap = Gap::None;
        let last = self.last.and_then(|last| self.read.provisions.get_mut(last.at));
        if let Some(last) = last {
            last.lines.push(words);
        }
    }

    /// Where an enumerator belongs; nothing if it is text.
    fn belongs(&mut self, mark: &Enumerator, columns: usize, at: usize) -> Option<Belongs> {
        // `(b)` below `1. (a)` stands where that does, which is deeper than the line.
        if self.last.is_some_and(|last| last.is_beside)
            && let Some(next) = self.next_in_a_row(mark, at)
        {
            return Some(next);
        }
        if self.last.is_some_and(|last| columns > last.indent) {
            return mark.first().or_else(|| mark.likeliest()).map(Belongs::Below);
        }
        self.open.go_back(columns);
        self.next_in_a_row(mark, at)
            .or_else(|| self.row_again(mark))
            .or_else(|| mark.first().map(Belongs::Innermost))
            .or_else(|| {
                let first = mark.likeliest().filter(|_| !self.is_marked);
                first.map(Belongs::Innermost)
            })
            .or_else(|| self.open.further(mark).map(|(level, place)| Belongs::On(level, place)))
    }

    fn next_in_a_row(&mut self, mark: &Enumerator, at: usize) -> Option<Belongs> {
        for (level, last) in self.open.rows() {
            let Some(place) = mark.readings().find(|place| place.is_next_to(last)) else {
                continue;
            };
            let is_ninth = matches!(place.row.script, Script::Letters(_)) && place.number == NINTH;
            if is_ninth && place.added == 0 {
                let turns = self.turns.get_or_insert_with(|| Turns::of(self.value, self.lines));
                if turns.is_numeral(place.row, at) {
                    continue;
                }
            }
            return Some(Belongs::On(level, *place));
        }
        None
    }

    /// Right behind a paragraph without a mark, the first of a row that is open begins that row again: `Members:`
    /// and its points, `Observers:` and theirs.
    fn row_again(&self, mark: &Enumerator) -> Option<Belongs> {
        let place = mark.first()?;
        let last = self.last?;
        self.read.provisions.get(last.at).filter(|before| before.mark.is_none())?;
        let (level, _) = self.open.of_kind(place.row).filter(|(level, _)| last.level <= *level)?;
        Some(Belongs::On(level, place))
    }

    fn marked(
        &mut self,
        mark: Range<usize>,
        words: Range<usize>,
        columns: usize,
        belongs: Belongs,
    ) {
        let (level, place) = match belongs {
            Belongs::On(level, place) => (level, place),
            Belongs::Below(place) => (self.below_the_last(), place),
            Belongs::Innermost(place) => (self.open.below_the_innermost(), place),
        };
        let before = self.open.row(level);
        let goes_on = before.is_some_and(|last| place.is_next_to(&last));
        let last = before.filter(|last| last.row == place.row);
        if !goes_on && let Some((first, end)) = self.missing(&place, last.as_ref()) {
            self.read.hints.push((mark.clone(), Hint::Missing { first, end }));
        }
        let is_again = matches!(belongs, Belongs::Innermost(_))
            && self.open.of_kind(place.row).is_some_and(|(other, _)| other < level);
        if is_again {
            self.read.hints.push((mark.clone(), Hint::Again));
        }
        self.is_marked = true;
        self.settle(level);
        let at = self.push(Some(mark), words, columns, level);
        self.open.set(level, OpenLevel { indent: columns, at, row: Some(place) });
    }

    /// What is missing before a place in its row. In Japanese and Korean laws the first paragraph has no number:
    /// with the second, nothing is.
    fn missing(&self, place: &MarkPlace, last: Option<&MarkPlace>) -> Option<(String, String)> {
        let is_wide = matches!(place.row.script, Script::Circled | Script::Digits('\u{FF10}'));
        let is_behind_text = !self.is_marked && !self.read.provisions.is_empty();
        if is_wide && is_behind_text && place.number == 2 {
            return None;
        }
        place.missing(last)
    }

    /// The level below the provision before, where one begins now.
    fn below_the_last(&mut self) -> usize {
        let Some(last) = self.last else { return 0 };
        self.loose = None;
        self.open.begin_below(last.level, last.at, last.indent)
    }

    /// A line that is a paragraph of its own.
    fn paragraph(&mut self, words: Range<usize>, columns: usize) {
        self.hint_at_wrapping(&words);
        let is_deeper = self.last.is_some_and(|last| columns > last.indent);
        let level = if is_deeper {
            self.below_the_last()
        } else {
            self.open.go_back(columns);
            self.open.of_paragraph(columns)
        };
        let at = self.push(None, words, columns, level);
        if level < self.open.len() {
            self.loose.get_or_insert(at);
        } else {
            self.open.set(level, OpenLevel { indent: columns, at, row: None });
        }
    }

    /// The name of an article. What follows stands as if nothing had been there before.
    fn heading(&mut self, words: Range<usize>) {
        self.open = OpenLevels::default();
        self.loose = None;
        self.push(None, words, 0, 0);
        (self.last, self.is_marked, self.gap) = (None, false, Gap::Start);
    }

    /// Where a row goes on that is deeper than the paragraphs just before, they stand as deep as it.
    fn settle(&mut self, level: usize) {
        let Some(loose) = self.loose.take() else { return };
        let parent = self.open.above(level);
        for provision in self.read.provisions.iter_mut().skip(loose) {
            if provision.level < level {
                (provision.level, provision.parent) = (level, parent);
            }
        }
    }

    fn push(
        &mut self,
        mark: Option<Range<usize>>,
        words: Range<usize>,
        columns: usize,
        level: usize,
    ) -> usize {
        self.hint_at_sentences(&words);
        let at = self.read.provisions.len();
        let parent = self.open.above(level);
        let lines = if words.is_empty() { Vec::new() } else { vec![words] };
        self.read.provisions.push(Written { mark, lines, level, parent });
        self.last = Some(LastProvision { at, indent: columns, level, is_beside: false });
        self.gap = Gap::None;
        at
    }
}

/// How many bytes the backslash has that words begin with to say that they begin with no enumerator. CommonMark
/// takes it off punctuation; off a letter or a digit nobody else would.
fn escape(words: &str) -> usize {
    let is_off = words.chars().nth(1).is_some_and(|c| c.is_ascii_punctuation());
    usize::from(is_escaped(words) && !is_off)
}
