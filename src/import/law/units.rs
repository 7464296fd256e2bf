//! Which headings of a text are those of articles, and which of parts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::head::{Head, Is, Word, bare_head, head};
use super::lines::Line;

/// So many articles make a law, where nobody says that it is one: of what else may be a part of a text as well.
const FEWEST: usize = 3;
/// So many of what nothing but a law has.
const FEWEST_OF_LAW: usize = 2;
/// The longest title, in characters.
const TITLE: usize = 120;

/// The headings of a law.
#[derive(Debug, Default)]
pub(super) struct Units<'l> {
    /// The headings of articles and parts by their lines, in order.
    pub(super) heads: BTreeMap<usize, UnitHead<'l>>,
    /// The lines of a table of contents.
    pub(super) contents: Vec<Range<usize>>,
}

/// A heading, and what it begins.
#[derive(Debug)]
pub(super) struct UnitHead<'l> {
    pub(super) head: Head<'l>,
    pub(super) begins: Begins,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    Article,
    /// A part, and how deep it stands, from 1.
    Part(usize),
    Annex,
    Preamble,
}

type Heads<'l> = BTreeMap<usize, Head<'l>>;

impl<'l> Units<'l> {
    /// The headings among `lines`; none if they are no law. One article is enough where it is said to be one.
    pub(super) fn of(lines: &'l [Line], is_said: bool) -> Self {
        let mut heads: Heads<'l> = lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| Some((at, head(&line.text)?)))
            .collect();
        let mut units = Self::default();
        let words: Vec<Word> = counted(&heads, |is| matches!(is, Is::Article | Is::Either));
        for word in &words {
            if let Some(contents) = contents(&heads, *word) {
                heads.retain(|at, _| !contents.contains(at));
                units.contents.push(contents);
            }
        }
        let fewest = |word: &Word| match word.is {
            _ if is_said => 1,
            Is::Article => FEWEST_OF_LAW,
            _ => FEWEST,
        };
        let end = annexes_anew(&heads).unwrap_or(lines.len());
        let rows = words.iter().filter_map(|word| {
            let all: Vec<_> = of_word(&heads, *word).take_while(|(at, _)| *at < end).collect();
            let row = going_up(&all);
            (row.len() >= fewest(word) && row.len() * 4 >= all.len() * 3).then_some((*word, row))
        });
        let rows: Vec<(Word, Vec<usize>)> = rows.collect();
        let Some(most) = rows.iter().max_by_key(|(_, row)| row.len()) else {
            return if is_said { Self::of_bare(lines) } else { Self::default() };
        };
        let is_other = |row: &[usize]| {
            let (first, last) = (most.1.first(), most.1.last());
            row.last() < first || row.first() > last
        };
        let mut articles = Vec::new();
        let mut parting = Vec::new();
        for (word, row) in &rows {
            if word == &most.0 || is_other(row) {
                articles.extend(row.iter().copied());
            }
        }
        for word in counted(&heads, |is| matches!(is, Is::Part | Is::Either)) {
            let is_article =
                word == most.0 || rows.iter().any(|(one, row)| *one == word && is_other(row));
            if !is_article && (word.is == Is::Part || parts(lines, &heads, word)) {
                parting.push(word);
            }
        }
        articles.sort_unstable();
        units.sort(lines, heads, &articles, &parting);
        units
    }

    /// Headings that are a number and a title, as licences and contracts have them: `1. Definitions.`
    fn of_bare(lines: &'l [Line]) -> Self {
        let mut heads = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            let next = u32::try_from(heads.len() + 1).unwrap_or(u32::MAX);
            let head = bare_head(&line.text).filter(|head| head.place() == [next]);
            heads.extend(head.map(|head| (at, UnitHead { head, begins: Begins::Article })));
        }
        if heads.len() < FEWEST_OF_LAW {
            Self::default()
        } else {
            Self { heads, contents: Vec::new() }
        }
    }

    /// Keeps the headings that begin something.
    fn sort(&mut self, lines: &[Line], heads: Heads<'l>, articles: &[usize], parting: &[Word]) {
        let levels = levels(&heads, parting);
        let first = articles.first().copied().unwrap_or_default();
        for (at, head) in heads {
            let begins = if articles.binary_search(&at).is_ok() {
                Begins::Article
            } else if let Some((_, level)) = levels.iter().find(|(word, _)| *word == head.word) {
                Begins::Part(*level)
            } else if head.word.is == Is::Annex && at > first {
                Begins::Annex
            } else if head.word.is == Is::Preamble && at < first {
                Begins::Preamble
            } else {
                continue;
            };
            let ends = matches!(begins, Begins::Annex | Begins::Preamble);
            if ends && lines.get(at).is_some_and(|line| line.text.chars().count() > TITLE) {
                continue;
            }
            self.heads.insert(at, UnitHead { head, begins });
        }
    }
}

/// The words that headings of these kinds begin with, in the order of the text.
fn counted(heads: &Heads<'_>, is: impl Fn(Is) -> bool) -> Vec<Word> {
    let mut words = Vec::new();
    for head in heads.values().filter(|head| is(head.word.is)) {
        if !words.contains(&head.word) {
            words.push(head.word);
        }
    }
    words
}

fn of_word<'h>(heads: &'h Heads<'_>, word: Word) -> impl Iterator<Item = (usize, &'h [u32])> {
    heads.iter().filter(move |(_, head)| head.word == word).map(|(at, head)| (*at, head.place()))
}

/// The lines of a table of contents: headings right below each other whose numbers begin anew behind it.
fn contents(heads: &Heads<'_>, word: Word) -> Option<Range<usize>> {
    let all: Vec<_> = of_word(heads, word).collect();
    let (first, lowest) = all.first()?;
    let again = all.iter().skip(1).position(|(_, place)| place <= lowest)? + 1;
    let (last, _) = all.get(again.checked_sub(1)?)?;
    let lines = last + 1 - first;
    let headings = heads.range(first..=last).count();
    (again >= FEWEST && lines <= headings + headings / 3).then_some(*first..last + 1)
}

/// The line of the first annex whose articles are counted anew: those are its wording.
fn annexes_anew(heads: &Heads<'_>) -> Option<usize> {
    let mut last: Option<&Head<'_>> = None;
    let mut annex = None;
    for (at, head) in heads {
        match head.word.is {
            Is::Annex => annex = annex.or(last.is_some().then_some(*at)),
            Is::Article if annex.is_some() => {
                let is_anew =
                    last.is_some_and(|last| last.word == head.word && last.place() >= head.place());
                if is_anew {
                    return annex;
                }
                (annex, last) = (None, Some(head));
            }
            Is::Article => last = Some(head),
            _ => {}
        }
    }
    None
}

/// The lines of the longest row of numbers that go up.
fn going_up(all: &[(usize, &[u32])]) -> Vec<usize> {
    // For each length the row that ends lowest, and what stands before each of its ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; all.len()];
    for (at, (_, place)) in all.iter().enumerate() {
        let len = ends.partition_point(|end| all.get(*end).is_some_and(|(_, one)| one < place));
        if let Some(slot) = before.get_mut(at) {
            *slot = len.checked_sub(1).and_then(|len| ends.get(len)).copied();
        }
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut row = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        row.extend(all.get(at).map(|(line, _)| *line));
        next = before.get(at).copied().flatten();
    }
    row.reverse();
    row
}

/// Whether what begins with `word` is a part: most often another heading follows it at once, but for a title.
fn parts(lines: &[Line], heads: &Heads<'_>, word: Word) -> bool {
    let all: Vec<_> = of_word(heads, word).map(|(at, _)| at).collect();
    let is_part = |at: &&usize| {
        let Some((next, below)) = heads.range(**at + 1..).next() else { return false };
        let is_sentence =
            heads.get(*at).is_some_and(|head| head.rest.ends_with(['.', ';', ':', '。']));
        let between = lines.get(**at + 1..*next).unwrap_or_default();
        below.word != word && !is_sentence && between.len() <= 2 && between.iter().all(is_title)
    };
    all.iter().filter(is_part).count() * 2 > all.len()
}

/// Whether a line may be the title of what it stands below.
pub(super) fn is_title(line: &Line) -> bool {
    let text = &line.text;
    text.chars().count() <= TITLE
        && !text.ends_with(['.', ';', ':', ',', '。'])
        && !text.starts_with(char::is_lowercase)
        && !super::lines::has_mark(text)
        && head(text).is_none()
}

/// How deep the parts of each word stand, from 1: below those that a heading of theirs stands right behind.
fn levels(heads: &Heads<'_>, parting: &[Word]) -> Vec<(Word, usize)> {
    let row: Vec<Word> = heads.values().map(|head| head.word).collect();
    let is_below = |below: Word, above: Word| {
        row.windows(2).any(|pair| matches!(pair, [one, other] if *one == above && *other == below))
    };
    let mut sorted: Vec<Word> = Vec::new();
    for word in parting {
        let at = sorted.iter().position(|one| is_below(*one, *word) && !is_below(*word, *one));
        sorted.insert(at.unwrap_or(sorted.len()), *word);
    }
    sorted.into_iter().enumerate().map(|(at, word)| (word, at + 1)).collect()
}
