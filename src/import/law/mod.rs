//! A legal text, told from others and taken apart: its parts, its articles, and the wording of each.

mod head;
mod lines;
mod number;
mod pages;
mod units;

use std::collections::{HashMap, HashSet};

use super::document::{Document, DocumentBlock, Run, Words};
use super::draft::{DraftArticle, DraftInstrument, Piece};
use crate::base::cut;
use crate::model::article_label;
use head::Head;
use lines::Line;
use units::{Begins, UnitHead, Units, is_title};

pub(super) use head::{cited, head};
pub(super) use lines::has_mark;
pub(super) use pages::page_number;

/// How many of a hundred words must stand in articles, for a text to be a law where nobody says that it is one.
const MOSTLY: usize = 60;
/// A footnote of so many bytes is given to each article that calls it; a longer one to the first of them, as a
/// text could otherwise become as long as it liked.
const REPEATED: usize = 400;
/// The same for one with fewer articles than this, as an excerpt has them.
const FEW: usize = 3;
const NEARLY_ALL: usize = 80;
/// The number of what stands before the first article.
const PREAMBLE: &str = "preamble";

/// A law that was taken apart.
pub(super) struct Law {
    /// Without id and title.
    pub(super) instrument: DraftInstrument,
    /// How many words of its table of contents were left out.
    pub(super) left_out: usize,
    /// How many numbers of pages were left out.
    pub(super) pages: usize,
}

/// The law that a document is; nothing if it is none. Where it is said to be one, one article is enough.
/// `language` is what its articles are called by where nothing else is said.
pub(super) fn law(document: &Document, language: &str, is_said: bool) -> Option<Law> {
    let mut lines = lines::lines(document);
    let pages = pages::take_pages(&mut lines);
    let units = Units::of(&lines, is_said);
    let is_article = |head: &UnitHead<'_>| head.begins == Begins::Article;
    let (first, head) = units.heads.iter().find(|(_, head)| is_article(head))?;
    let articles = units.heads.values().filter(|head| is_article(head)).count();
    let words = |lines: &[Line]| lines.iter().map(|line| counted(&line.text)).sum::<usize>();
    let left_out: usize =
        units.contents.iter().filter_map(|at| lines.get(at.clone())).map(words).sum();
    let (all, inside) = (words(&lines), words(lines.get(*first..).unwrap_or_default()));
    let all = all - left_out;
    let needed = if articles < FEW { NEARLY_ALL } else { MOSTLY };
    if !is_said && inside * 100 < all * needed {
        return None;
    }
    let mut taker = Taker {
        label: head.head.label(),
        lines: &lines,
        are_titled: are_titled(&lines, &units),
        units: &units,
        pieces: Vec::new(),
        notes: Vec::new(),
        given: HashMap::new(),
        numbers: HashMap::new(),
        loose_level: level_of_loose_titles(&units),
        document,
    };
    taker.take();
    let pieces = taker.pieces;
    let label = if head.head.word == head::BARE { bare_label(language) } else { head.head.label() };
    let label = if label == article_label(language) { "" } else { label }.to_owned();
    Some(Law {
        instrument: DraftInstrument { label, pieces, ..DraftInstrument::default() },
        left_out,
        pages,
    })
}

/// How articles are called that are a number and a title.
fn bare_label(language: &str) -> &'static str {
    match language.split('-').next() {
        Some("en") => "Section {n}",
        Some("de") => "Ziffer {n}",
        _ => head::BARE.label,
    }
}

fn counted(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether most articles have their title on the line below their heading.
fn are_titled(lines: &[Line], units: &Units<'_>) -> bool {
    let bare = units
        .heads
        .iter()
        .filter(|(_, head)| head.begins == Begins::Article && head.head.rest.is_empty());
    let bare: Vec<_> = bare.map(|(at, _)| *at).collect();
    let titled = bare.iter().filter(|at| {
        let is_title = lines.get(*at + 1).is_some_and(is_title);
        is_title && *at + 2 < lines.len() && !units.heads.contains_key(&(*at + 2))
    });
    titled.count() * 10 > bare.len() * 6
}

/// Takes lines apart.
struct Taker<'t, 'l> {
    lines: &'l [Line],
    units: &'t Units<'l>,
    are_titled: bool,
    label: &'static str,
    pieces: Vec<Piece>,
    /// The footnotes of the article that is taken, and of the parts right before it.
    notes: Vec<usize>,
    /// How many bytes each footnote has that an article was given.
    given: HashMap<usize, usize>,
    /// How many articles have each number, without blanks and in small letters.
    numbers: HashMap<String, usize>,
    /// How deep a part stands that is a title alone, from 1.
    loose_level: usize,
    document: &'t Document,
}

impl<'l> Taker<'_, 'l> {
    fn take(&mut self) {
        let mut at = 0;
        while let Some(line) = self.lines.get(at) {
            let contents = self.units.contents.iter().find(|contents| contents.contains(&at));
            if let Some(contents) = contents {
                at = contents.end;
                continue;
            }
            let taken = match self.units.heads.get(&at) {
                Some(UnitHead { head, begins: Begins::Article }) => self.article(at, head),
                Some(UnitHead { head, begins: Begins::Part(level) }) => self.part(at, head, *level),
                Some(UnitHead { head, begins: Begins::Annex }) => self.annex(at, head),
                Some(UnitHead { head, begins: Begins::Preamble }) => self.preamble(head),
                None => self.text(at, line),
            };
            for line in self.lines.get(at..at + taken).unwrap_or_default() {
                self.notes.extend(&line.notes);
            }
            at += taken;
        }
        // What no article has called yet stands at the end.
        self.note();
        let uncalled =
            (0..self.document.footnotes.len()).filter(|note| !self.given.contains_key(note));
        self.notes.extend(uncalled);
        let is_article = |piece: &Piece| matches!(piece, Piece::Article(_));
        if let Some(last) = self.pieces.iter().rposition(is_article) {
            self.note_at(last);
        }
    }

    fn preamble(&mut self, head: &Head<'_>) -> usize {
        let label = head.name.to_owned();
        let is_english = label.eq_ignore_ascii_case(PREAMBLE);
        self.open(PREAMBLE.to_owned(), (!is_english).then_some(label), None);
        1
    }

    /// An article: how many lines its heading has.
    fn article(&mut self, at: usize, head: &Head<'l>) -> usize {
        let Some(number) = &head.number else {
            return self.lines.get(at).map_or(1, |line| self.text(at, line));
        };
        let is_own = head.label() == self.label;
        let expected = named(self.label, &number.written);
        let number = if is_own { number.written.clone() } else { as_number(head.name) };
        let label = (is_own && !is_alike(&expected, head.name)).then(|| head.name.to_owned());
        let mut title = None;
        let mut text = None;
        let mut lines = 1;
        let bare = head::title_and_text(head.rest).filter(|_| head.word == head::BARE);
        if let Some((own, behind)) = bare {
            title = Some(own);
            text = (!behind.is_empty()).then_some(behind);
        } else if let Some((inside, behind)) =
            head::title_in_brackets(head.rest).filter(|(_, text)| !text.is_empty())
        {
            (title, text) = (Some(inside), Some(behind));
        } else if head.rest.is_empty() {
            if let Some(below) = self.lines.get(at + 1).filter(|_| self.is_titled(at)) {
                title = Some(below.text.as_str());
                lines = 2;
            }
        } else if head.in_brackets || self.is_title(at, head.rest) {
            title = Some(head.rest);
        } else {
            text = Some(head.rest);
        }
        let title = title.map(str::to_owned).or_else(|| self.title_above());
        self.open(number, label, title);
        if let Some(text) = text {
            self.line(0, text.to_owned());
        }
        lines
    }

    /// The title in brackets that Japanese laws have on the line before the number.
    fn title_above(&mut self) -> Option<String> {
        if self.label != "第{n}条" && self.label != "第{n}條" {
            return None;
        }
        let Some(Piece::Article(article)) = self.pieces.last_mut() else { return None };
        let (_, last) = article.lines.last()?;
        let title = last.strip_prefix('（')?.strip_suffix('）')?.to_owned();
        article.lines.pop();
        Some(title)
    }

    /// Whether the line below that at `at` is the title of it.
    fn is_titled(&self, at: usize) -> bool {
        let below = self.lines.get(at + 1).filter(|_| !self.units.heads.contains_key(&(at + 1)));
        let has_text =
            self.lines.get(at + 2).is_some() && !self.units.heads.contains_key(&(at + 2));
        below.is_some_and(|below| {
            is_title(below) && (self.are_titled || below.is_heading) && has_text
        })
    }

    /// Whether what stands behind a number is a title, and not the wording.
    fn is_title(&self, at: usize, rest: &str) -> bool {
        let has_text = at + 1 < self.lines.len() && !self.units.heads.contains_key(&(at + 1));
        let is_heading = self.lines.get(at).is_some_and(|line| line.is_heading);
        let words = counted(rest);
        let is_open = !rest.ends_with(['.', ';', ':', ',', '。']);
        is_heading
            || (is_open && words <= 20 && rest.chars().count() <= 120)
            || (has_text && words <= 6 && rest.ends_with('.'))
    }

    /// A part: how many lines its heading has.
    fn part(&mut self, at: usize, head: &Head<'l>, level: usize) -> usize {
        self.note();
        let mut title = head.rest.to_owned();
        let mut lines = 1;
        // What stands between it and the next heading is its title, if it is short.
        let next = self.units.heads.range(at + 1..).next().map(|(next, _)| *next);
        if let Some(next) = next.filter(|next| (1..=3).contains(&(next - at - 1))) {
            let between = self.lines.get(at + 1..next).unwrap_or_default();
            let title_lines = between.iter().take_while(|line| is_title(line));
            for line in title_lines {
                title = if title.is_empty() {
                    line.text.clone()
                } else {
                    format!("{title} – {}", line.text)
                };
                lines += 1;
            }
        }
        let title = (!title.is_empty()).then_some(title);
        self.pieces.push(Piece::Part { name: head.name.to_owned(), title, level });
        lines
    }

    fn annex(&mut self, at: usize, head: &Head<'l>) -> usize {
        let title = if head.rest.is_empty() {
            self.lines.get(at + 1).filter(|below| is_title(below)).map(|line| line.text.clone())
        } else {
            None
        };
        let lines = 1 + usize::from(title.is_some());
        let title = title.or_else(|| (!head.rest.is_empty()).then(|| head.rest.to_owned()));
        self.open(as_number(head.name), None, title);
        lines
    }

    /// A line that is no heading: one line.
    fn text(&mut self, at: usize, line: &Line) -> usize {
        let next = self.units.heads.get(&(at + 1));
        let is_loose = line.is_heading && !self.pieces.is_empty() && is_title(line)
            || is_counted_title(&line.text);
        if is_loose && next.is_some_and(|next| next.begins == Begins::Article) {
            self.note();
            let (name, level) = (line.text.clone(), self.loose_level);
            self.pieces.push(Piece::Part { name, title: None, level });
        } else {
            self.line(line.depth, line.text.clone());
        }
        1
    }

    /// Begins an article.
    fn open(&mut self, number: String, label: Option<String>, title: Option<String>) {
        self.note();
        let key = |number: &str| -> String {
            number.split_whitespace().collect::<String>().to_lowercase()
        };
        let first = key(&number);
        let mut count = self.numbers.get(&first).map_or(1, |count| count + 1);
        let mut own = number.clone();
        if count > 1 {
            own = format!("{number} x{count}");
            while self.numbers.contains_key(&key(&own)) {
                count += 1;
                own = format!("{number} x{count}");
            }
            self.numbers.insert(key(&own), 1);
        }
        self.numbers.insert(first, count);
        let label = if count > 1 { label.or(Some(number)) } else { label };
        let article = DraftArticle { number: own, label, title, ..DraftArticle::default() };
        self.pieces.push(Piece::Article(article));
    }

    /// Adds a line to the article that is taken. What stands in none has the part that it stands in for a name.
    fn line(&mut self, depth: usize, text: String) {
        match self.pieces.last() {
            None => self.open(PREAMBLE.to_owned(), None, None),
            Some(Piece::Part { name, .. }) => {
                let number = as_number(name);
                self.open(number, None, None);
            }
            Some(Piece::Article(_)) => {}
        }
        if let Some(Piece::Article(article)) = self.pieces.last_mut() {
            article.lines.push((depth, text));
        }
    }

    /// Gives the article that is taken its footnotes. Those of a part wait for the article behind it.
    fn note(&mut self) {
        if let Some(last) = self.pieces.len().checked_sub(1) {
            self.note_at(last);
        }
    }

    /// Gives the piece at `at`, if it is an article, the footnotes that wait.
    fn note_at(&mut self, at: usize) {
        let Some(Piece::Article(article)) = self.pieces.get_mut(at) else { return };
        let mut calls = std::mem::take(&mut self.notes);
        let mut called = HashSet::new();
        calls.retain(|call| {
            let is_short = self.given.get(call).is_none_or(|bytes| *bytes <= REPEATED);
            is_short && called.insert(*call)
        });
        for call in calls {
            let blocks = self.document.footnotes.get(call).map(Vec::as_slice).unwrap_or_default();
            let words = note_words(blocks);
            self.given.insert(call, words.iter().map(|run| run.text.len()).sum());
            if words.is_empty() {
                continue;
            }
            let note = article.note.get_or_insert_default();
            if !note.is_empty() {
                note.push(line_break());
            }
            note.extend(words);
        }
    }
}

/// How deep a part stands that is a title alone: below all that are counted.
fn level_of_loose_titles(units: &Units<'_>) -> usize {
    let levels = units.heads.values().filter_map(|head| match head.begins {
        Begins::Part(level) => Some(level + 1),
        _ => None,
    });
    levels.max().unwrap_or(1)
}

fn line_break() -> Run {
    Run { text: "\n".to_owned(), ..Run::default() }
}

/// All words of a footnote, each block on a line of its own.
fn note_words(blocks: &[DocumentBlock]) -> Words {
    let mut words = Words::new();
    for block in blocks {
        if !words.is_empty() {
            words.push(line_break());
        }
        words.extend(words_of(block));
    }
    words
}

/// Whether a line is a title behind a Roman numeral, as parts have it that are called by nothing else: `II. Courts`.
fn is_counted_title(text: &str) -> bool {
    let Some((numeral, title)) = text.split_once(". ") else { return false };
    let is_numeral = !numeral.is_empty() && numeral.chars().all(|c| "IVXL".contains(c));
    let is_title = title.chars().count() <= 80 && !title.ends_with(['.', ';', ',', ':']);
    is_numeral && is_title && title.starts_with(char::is_uppercase)
}

/// All words of a block, its parts on lines of their own.
fn words_of(block: &DocumentBlock) -> Words {
    match block {
        DocumentBlock::Paragraph(words) | DocumentBlock::Heading { words, .. } => words.clone(),
        block => {
            let document = Document { blocks: vec![block.clone()], ..Document::default() };
            let lines = lines::lines(&document).into_iter().map(|line| line.text);
            vec![Run { text: lines.collect::<Vec<_>>().join("\n"), ..Run::default() }]
        }
    }
}

/// What a briefing calls an article of this number.
fn named(label: &str, number: &str) -> String {
    let (number, inserted) = number.split_at(number.find('의').unwrap_or(number.len()));
    format!("{}{inserted}", label.replace("{n}", number))
}

/// Whether two names differ at most by capitals, dots and brackets.
fn is_alike(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric() || *c == '§')
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(one) == letters(other)
}

/// A name as the number of an article, which has letters, digits, hyphens, dots and blanks.
fn as_number(name: &str) -> String {
    const LONGEST: usize = 40;
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '.') { c } else { ' ' };
    let number: String = name.chars().map(plain).collect();
    let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = cut(&number, ..number.floor_char_boundary(LONGEST)).trim().to_owned();
    if number.is_empty() { "text".to_owned() } else { number }
}
