//! The numbers of paragraphs: they stand nowhere in the text of a DOCX, and are counted.

use std::collections::HashMap;

use super::super::archive::DOCX;
use super::super::error::ReadError;
use super::super::gather::NumberStyle;
use super::super::xml::{Element, Xml, XmlReader};

/// How deep a list is counted.
const LEVELS: usize = 9;

/// The lists of a document, and how far each is counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// How each kind of list is counted, by its id.
    kinds: HashMap<String, Vec<Level>>,
    /// The lists by their ids: of which kind each is, and where its levels begin.
    lists: HashMap<String, List>,
    /// How far each kind is counted at each level.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The level of each kind that a style's paragraphs are at.
    styled: HashMap<(String, String), usize>,
}

#[derive(Default, Clone)]
struct Level {
    start: u32,
    /// Nothing for a level that has no number, or a bullet.
    style: Option<NumberStyle>,
    bullet: bool,
    /// What stands before the words: `%1` is the number of the first level.
    text: String,
    legal: bool,
}

#[derive(Default)]
struct List {
    kind: String,
    starts: HashMap<usize, u32>,
    begun: bool,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// How deep, from 0.
    pub(super) level: usize,
    /// As it is written; empty for a bullet.
    pub(super) text: String,
    /// Which it is at its level.
    pub(super) value: u32,
    /// Whether it is a number with a stop and nothing else, as lists in a text have them.
    pub(super) plain: bool,
    /// Whether it has a word or a sign before the number, as `Article 4` and `§ 3` have.
    pub(super) worded: bool,
}

impl Numbering {
    /// Reads the part that has them.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut xml = XmlReader::new(text, DOCX);
        let mut numbering = Self::default();
        let (mut kind, mut list, mut at) = (None, None, 0);
        while let Some(event) = xml.next()? {
            match event {
                Xml::Start(element) => match element.name.as_str() {
                    "abstractNum" => {
                        kind = element.attribute("abstractNumId").map(str::to_owned);
                        let levels = vec![Level { start: 1, ..Level::default() }; LEVELS];
                        kind.clone().map(|kind| numbering.kinds.insert(kind, levels));
                    }
                    "num" => list = element.attribute("numId").map(str::to_owned),
                    "lvl" | "lvlOverride" => {
                        at = element
                            .attribute("ilvl")
                            .and_then(|level| level.parse().ok())
                            .unwrap_or(0);
                    }
                    _ => match (&kind, &list) {
                        (Some(kind), _) => numbering.level(kind, at, &element),
                        (None, Some(list)) => numbering.list(list, at, &element),
                        (None, None) => {}
                    },
                },
                Xml::End(name) if name == "abstractNum" => kind = None,
                Xml::End(name) if name == "num" => list = None,
                _ => {}
            }
        }
        Ok(numbering)
    }

    fn level(&mut self, kind: &str, at: usize, element: &Element) {
        if element.name == "pStyle" {
            self.styled.insert((kind.to_owned(), element.val().to_owned()), at);
        }
        let Some(level) = self.kinds.get_mut(kind).and_then(|levels| levels.get_mut(at)) else {
            return;
        };
        match element.name.as_str() {
            "start" => level.start = element.val().parse().unwrap_or(1),
            "numFmt" => {
                level.bullet = element.val() == "bullet";
                level.style = style(element.val());
            }
            "lvlText" => element.val().clone_into(&mut level.text),
            "isLgl" => level.legal = element.is_on(),
            _ => {}
        }
    }

    fn list(&mut self, list: &str, at: usize, element: &Element) {
        let list = self.lists.entry(list.to_owned()).or_default();
        match element.name.as_str() {
            "abstractNumId" => element.val().clone_into(&mut list.kind),
            "startOverride" => {
                list.starts.insert(at, element.val().parse().unwrap_or(1));
            }
            _ => {}
        }
    }

    /// The number of the next paragraph of `list`, at `level` or at the level of its `style`. Nothing if it has
    /// none.
    pub(super) fn next(&mut self, list: &str, level: Option<usize>, style: &str) -> Option<Number> {
        let list = self.lists.get_mut(list)?;
        let levels = self.kinds.get(&list.kind)?;
        let styled = || self.styled.get(&(list.kind.clone(), style.to_owned())).copied();
        let at = level.or_else(styled).unwrap_or(0).min(LEVELS - 1);
        let own = levels.get(at)?;
        let counts = self.counts.entry(list.kind.clone()).or_default();
        if !list.begun {
            list.begun = true;
            for (level, start) in &list.starts {
                if let Some(count) = counts.get_mut(*level) {
                    *count = start.checked_sub(1);
                }
            }
        }
        for (level, (count, kind)) in counts.iter_mut().zip(levels).enumerate() {
            match level.cmp(&at) {
                std::cmp::Ordering::Less => *count = count.or(Some(kind.start)),
                std::cmp::Ordering::Equal => {
                    *count = Some(count.map_or(kind.start, |count| count.saturating_add(1)));
                }
                std::cmp::Ordering::Greater => *count = None,
            }
        }
        let value = counts.get(at).copied().flatten().unwrap_or(1);
        if own.bullet {
            return Some(Number {
                level: at,
                text: String::new(),
                value,
                plain: false,
                worded: false,
            });
        }
        own.style?;
        let text = written(own, levels, counts);
        let stop = format!("%{}.", at + 1);
        let plain = own.text.trim() == stop && own.style == Some(NumberStyle::Decimal);
        let worded = own.text.chars().any(|c| c.is_alphabetic() || c == '§');
        (!text.is_empty()).then_some(Number { level: at, text, value, plain, worded })
    }
}

/// What `level` has before its words: the numbers in the places of their signs.
fn written(level: &Level, levels: &[Level], counts: &[Option<u32>; LEVELS]) -> String {
    let mut text = String::new();
    let mut rest = level.text.chars().peekable();
    while let Some(c) = rest.next() {
        let which = if c == '%' {
            rest.peek().and_then(|c| c.to_digit(10)).filter(|n| *n > 0)
        } else {
            None
        };
        let Some(which) = which.map(|which| which as usize - 1) else {
            text.push(c);
            continue;
        };
        rest.next();
        let style = levels.get(which).and_then(|level| level.style).filter(|_| !level.legal);
        let count = counts.get(which).copied().flatten().unwrap_or(1);
        text.push_str(&style.unwrap_or(NumberStyle::Decimal).write(count));
    }
    text.trim().to_owned()
}

/// How a number of this format is written (ECMA-376, 17.18.59). Nothing for a bullet, or where there is none.
fn style(format: &str) -> Option<NumberStyle> {
    Some(match format {
        "none" | "bullet" => return None,
        "decimalZero" => NumberStyle::Padded,
        "lowerLetter" => NumberStyle::Lower,
        "upperLetter" => NumberStyle::Upper,
        "lowerRoman" => NumberStyle::LowerRoman,
        "upperRoman" => NumberStyle::UpperRoman,
        "ganada" => NumberStyle::Syllables,
        "chosung" => NumberStyle::Consonants,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberStyle::Circled,
        "japaneseCounting" | "chineseCounting" | "chineseCountingThousand" | "ideographDigital" => {
            NumberStyle::Chinese
        }
        _ => NumberStyle::Decimal,
    })
}
