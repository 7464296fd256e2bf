//! Paragraphs by number, in whatever way the program tells one: `¶ 11`, `1 ¶ 11`, `The gate, paragraph 2`,
//! and `p11`, as the files count.

use regex::{Captures, Regex};

use crate::base::cut;
use crate::model::{BlockIx, Briefing, SectionIx};
use crate::text::fold::fold;

/// `¶ 11`, `p11`, `section 1 The gate, ¶ 2 of 14`, `paragraph 3 of section 2`; behind it, what a citation
/// tells of the briefing.
const MARKED: &str = r"(?x)^(?<before>.*?)
    (?: (?: ^ | [\s,;:./(] ) (?<word> paragraphs? | paras? | pars? | p ) | ¶+ ) (?<gap> \.?\s* )
    (?<number> [0-9]+ ) (?: \s* (?: of | - ) \s* [0-9]+ )? [\s,;.:)]*
    (?: \( .* | editors\ note .* | (?: of | in ) \s+ (?<after> .+ ) )? $";
/// `1 11`, `1.11`, `section 1, 11`: a section and a paragraph of it.
const PAIR: &str =
    r"^(?:section\s*|§\s*)?(?<section>[0-9]+)(?:\s*[.:/,]\s*|\s+)(?<number>[0-9]+)\.?$";
/// `the-gate/toll`, as a file gives it.
const ADDRESS: &str = r"^(?:section:)?(?<section>[^\s/]+)/(?<block>[^\s/]+)$";

/// What was typed, as far as it names paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraphs {
    /// Those that there are, the likeliest first.
    pub blocks: Vec<Place>,
    /// Whether they can name nothing else.
    pub only: bool,
    /// What else was typed, if it is no section: the paragraph may be one of an article.
    pub of: Option<String>,
}

/// A paragraph by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Which one.
    pub block: BlockIx,
    /// Whether it was asked for by its number in the file, `p11`, in which cues count.
    pub in_file: bool,
}

/// What there is none of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoSuch {
    /// A name like that.
    Name,
    /// A number like that.
    Number,
    /// A paragraph of this number in this section.
    Paragraph(SectionIx),
}

/// The paragraphs that are meant by `typed` where `here` is read.
pub(super) fn paragraphs(briefing: &Briefing, here: SectionIx, typed: &str) -> Paragraphs {
    let low = fold(typed).to_lowercase();
    let low = low.trim();
    let find = |pattern: &str| Regex::new(pattern).ok()?.captures(low);
    let by_ids = find(ADDRESS)
        .and_then(|found| addressed(briefing, group(&found, "section"), group(&found, "block")));
    if let Some(block) = by_ids {
        return Paragraphs { blocks: vec![block], only: false, of: None };
    }
    if let Some(found) = find(MARKED) {
        return marked(briefing, here, &found);
    }
    let of_section = |found: &Captures| {
        let section = group(found, "section").parse().ok().and_then(|n| section(briefing, n))?;
        numbered(briefing, section, group(found, "number"))
    };
    if let Some(found) = find(PAIR) {
        let blocks = of_section(&found).map(counted).into_iter().collect();
        return Paragraphs { blocks, only: false, of: None };
    }
    let number = low.strip_suffix('.').unwrap_or(low);
    let everywhere = sections(briefing, here, "");
    let mut blocks = everywhere.filter_map(|at| numbered(briefing, at, number)).map(counted);
    // The others are meant where this section has no such number.
    Paragraphs { blocks: blocks.next().into_iter().collect(), only: false, of: None }
}

/// What there is none of, where nothing fits `typed`.
pub(crate) fn no_such(briefing: &Briefing, here: SectionIx, typed: &str) -> NoSuch {
    let low = fold(typed).to_lowercase();
    let find = |pattern: &str| Regex::new(pattern).ok()?.captures(low.trim());
    if let Some(found) = find(MARKED) {
        let first = sections(briefing, here, named(&found)).next();
        return first.map_or(NoSuch::Name, NoSuch::Paragraph);
    }
    if let Some(found) = find(PAIR) {
        let within = group(&found, "section").parse().ok().and_then(|n| section(briefing, n));
        return within.map_or(NoSuch::Number, NoSuch::Paragraph);
    }
    let number = low.contains(|c: char| c.is_ascii_digit());
    if number { NoSuch::Number } else { NoSuch::Name }
}

/// A paragraph with a sign before its number.
fn marked(briefing: &Briefing, here: SectionIx, found: &Captures) -> Paragraphs {
    let number = group(found, "number");
    let named = named(found);
    let within: Vec<SectionIx> = sections(briefing, here, named).collect();
    let in_file = group(found, "word") == "p" && group(found, "gap").is_empty();
    let file = within.iter().filter(|_| in_file).filter_map(|at| in_order(briefing, *at, number));
    let file = file.map(|block| Place { block, in_file: true });
    let mut blocks: Vec<Place> = file.collect();
    for block in within.iter().filter_map(|at| numbered(briefing, *at, number)) {
        if !blocks.iter().any(|one| one.block == block) {
            blocks.push(counted(block));
        }
    }
    let of = within.is_empty().then(|| named.to_owned());
    // The five powers are the P5.
    Paragraphs { blocks, only: of.is_none() && !in_file, of }
}

/// What is said of the section of a paragraph.
fn named<'t>(found: &Captures<'t>) -> &'t str {
    let (before, after) = (group(found, "before"), group(found, "after"));
    let named = if after.is_empty() { before } else { after };
    named.trim_matches(|c: char| !c.is_alphanumeric())
}

fn counted(block: BlockIx) -> Place {
    Place { block, in_file: false }
}

fn group<'t>(found: &Captures<'t>, name: &str) -> &'t str {
    found.name(name).map_or("", |found| found.as_str())
}

/// A section by its number, counted from 1.
fn section(briefing: &Briefing, number: usize) -> Option<SectionIx> {
    let at = number.checked_sub(1).filter(|at| *at < briefing.sections.len())?;
    Some(SectionIx::new(at))
}

/// The paragraph of a section with a number, [`crate::model::Index::number`].
fn numbered(briefing: &Briefing, section: SectionIx, number: &str) -> Option<BlockIx> {
    let number: usize = number.parse().ok().filter(|number| *number > 0)?;
    let at =
        briefing.section(section).blocks.iter().enumerate().filter(|(_, one)| one.is_numbered());
    at.map(|(at, _)| BlockIx::new(section, at)).nth(number - 1)
}

/// The block of a section with a number in the file: all but headings count there.
fn in_order(briefing: &Briefing, section: SectionIx, number: &str) -> Option<BlockIx> {
    if let Some(block) = briefing.find_block(section, &format!("p{number}")) {
        return Some(block);
    }
    let number: usize = number.parse().ok().filter(|number| *number > 0)?;
    let blocks = briefing.section(section).blocks.iter().enumerate();
    let said = blocks.filter(|(_, one)| !one.is_heading());
    said.map(|(at, _)| BlockIx::new(section, at)).nth(number - 1)
}

/// A block by the ids of its section and its own.
fn addressed(briefing: &Briefing, section: &str, block: &str) -> Option<Place> {
    let same = |id: &str, typed: &str| fold(id).to_lowercase() == typed;
    let section = briefing.sections.iter().position(|one| same(&one.id, section))?;
    let blocks = &briefing.sections.get(section)?.blocks;
    let at = blocks.iter().position(|one| same(&one.id, block))?;
    let in_file = block.strip_prefix('p').is_some_and(|number| number.parse::<usize>().is_ok());
    Some(Place { block: BlockIx::new(SectionIx::new(section), at), in_file })
}

/// The sections that `named` names, in lower case: this one and then all others if it names nothing.
fn sections(
    briefing: &Briefing,
    here: SectionIx,
    named: &str,
) -> impl Iterator<Item = SectionIx> + use<> {
    let all = (0..briefing.sections.len()).map(SectionIx::new);
    let fitting: Vec<SectionIx> = if is_nothing(named) {
        let (here, others): (Vec<_>, Vec<_>) = all.partition(|at| *at == here);
        [here, others].concat()
    } else if let Some(at) = by_number(briefing, named) {
        vec![at]
    } else {
        by_title(briefing, named)
    };
    fitting.into_iter()
}

/// Whether words before a number say nothing of where that is: `Editor's note on ¶ 1`.
fn is_nothing(named: &str) -> bool {
    let last = named.split_whitespace().next_back();
    last.is_none_or(|last| matches!(last, "on" | "at" | "note" | "here")) || named == "this section"
}

/// `2`, `2 The quarrel`, and with whatever before it `section 2 The quarrel`.
fn by_number(briefing: &Briefing, named: &str) -> Option<SectionIx> {
    let (said, rest) = match named.rfind("section ") {
        Some(at) => (true, cut(named, at + "section ".len()..)),
        None => (false, named),
    };
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let at = section(briefing, cut(rest, ..digits).parse().ok()?)?;
    let title = cut(rest, digits..).trim_matches(|c: char| !c.is_alphanumeric());
    (said || fold(&briefing.section(at).title).to_lowercase().starts_with(title)).then_some(at)
}

/// By an id, a title that `named` ends with, or the beginning of words of a title.
fn by_title(briefing: &Briefing, named: &str) -> Vec<SectionIx> {
    let titles: Vec<(SectionIx, String)> = briefing
        .sections
        .iter()
        .enumerate()
        .map(|(at, one)| (SectionIx::new(at), fold(&one.title).to_lowercase()))
        .collect();
    let whole = titles.iter().filter(|(at, title)| {
        let named_last = !title.is_empty() && named.ends_with(&**title);
        named_last || fold(&briefing.section(*at).id).to_lowercase() == named
    });
    if let Some((at, _)) = whole.max_by_key(|(_, title)| title.len()) {
        return vec![*at];
    }
    let begins = |title: &str| title.starts_with(named) || title.contains(&format!(" {named}"));
    titles.into_iter().filter(|(_, title)| begins(title)).map(|(at, _)| at).collect()
}
