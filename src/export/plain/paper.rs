//! Sheets for paper: where a screen has a link, it has words and numbers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::{cut, encoded};
use crate::export::bare::bare;
use crate::export::reference::{Standing, Told, near, told};
use crate::export::words;
use crate::model::{CitedSource, OutsideAddresses, SourceIx, Target};
use crate::text::{Element, Glyphs, Link, Rich, Role, Sheet, Typesetting, ascii};

/// What is set on paper, and the numbers that were cited on it.
pub(super) struct Paper<'a> {
    setting: Typesetting<'a>,
    addresses: OutsideAddresses,
    cited: BTreeSet<usize>,
    /// Where in each source something rests on it, as far as that was told.
    places: BTreeMap<SourceIx, Vec<String>>,
}

impl<'a> Paper<'a> {
    pub(super) fn new(setting: Typesetting<'a>) -> Self {
        let addresses = OutsideAddresses::of(setting.briefing);
        Self { setting, addresses, cited: BTreeSet::new(), places: BTreeMap::new() }
    }

    /// A sheet without links: what they lead to is told.
    pub(super) fn set(&mut self, sheet: Sheet, standing: Standing) -> Sheet {
        let Sheet { mut elements, links } = sheet;
        for element in &mut elements {
            if let Some(address) = &element.address {
                element.rich = Rich::new(&self.written(address), Role::Body);
            } else {
                self.tell(&mut element.rich, &links, standing);
            }
        }
        Sheet { elements, links: Vec::new() }
    }

    /// Tells the links of `rich`.
    fn tell(&mut self, rich: &mut Rich, links: &[Link], standing: Standing) {
        let mut told = Rich::default();
        let mut end = 0;
        for (number, part) in rich.parts() {
            let start = end;
            end += part.plain.len();
            let around = near(&rich.plain, start..end);
            let link = number.and_then(|number| links.get(number));
            let face = part.runs.last().map(|run| run.face).unwrap_or_default();
            match link.map_or(Told::Enough, |link| self.link(link, &part.plain, around, standing)) {
                Told::Enough if link.is_some() => {
                    told.push(&self.glued(&part.plain), face);
                }
                Told::Enough => {
                    told.append(part);
                }
                Told::As(words) => {
                    told.push(&self.glued(&words), face);
                }
                Told::After(words) => {
                    told.append(part).push(&self.glued(&words), face);
                }
            }
        }
        *rich = told;
    }

    fn link(&mut self, link: &Link, words: &str, around: &str, standing: Standing) -> Told {
        match link {
            Link::To(Target::Web(address)) => match self.addresses.number(address) {
                Some(number) => Told::After(format!("\u{a0}{}", self.cite(number))),
                None => Told::Enough,
            },
            Link::To(Target::Source(at)) => {
                Told::After(format!("\u{a0}{}", self.cite(at.get() + 1)))
            }
            Link::To(target) => told(&self.setting, target, words, around, standing),
            Link::Sources(sources) => {
                let numbers = sources.iter().map(|CitedSource { source, at }| {
                    let number = self.cite(source.get() + 1);
                    let places = self.places.entry(*source).or_default();
                    places.extend(at.clone().filter(|at| !places.contains(at)));
                    words::numbered_place(&number, at.as_deref())
                });
                Told::As(words::sources_by_number(&numbers.collect::<Vec<_>>()))
            }
            Link::CitedBy(target) => Told::As(self.cited_by(target)),
            Link::Compare(_) | Link::Read(_) => Told::Enough,
        }
    }

    /// Words in which no line ends between the mark of a paragraph and its number.
    fn glued(&self, words: &str) -> String {
        let mark = self.setting.glyphs.paragraph;
        words.replace(&format!("{mark} "), &format!("{mark}\u{a0}"))
    }

    /// Where in a source something that was told rests on it.
    pub(super) fn places(&self, source: SourceIx) -> &[String] {
        self.places.get(&source).map_or(&[], Vec::as_slice)
    }

    fn cite(&mut self, number: usize) -> String {
        self.cited.insert(number);
        words::cited(number)
    }

    /// Where something is cited: `1 ¶ 4, ¶ 8 · 3 ¶ 2`.
    fn cited_by(&self, target: &Target) -> String {
        let blocks = self.setting.briefing.index().cited_by(target);
        let sections = blocks.chunk_by(|one, next| one.section == next.section);
        let places = sections.filter_map(|blocks| {
            let number = blocks.first()?.section.get() + 1;
            let mut addresses: Vec<String> =
                blocks.iter().map(|at| self.setting.address(*at)).collect();
            addresses.dedup();
            Some(words::places_in_short(number, &addresses))
        });
        places.collect::<Vec<_>>().join(&format!("\u{a0}{} ", self.setting.glyphs.dot))
    }

    /// The sources that were cited, in order.
    pub(super) fn cited_sources(&self) -> Vec<SourceIx> {
        self.cited.iter().filter_map(|number| self.addresses.source(*number)).collect()
    }

    /// The addresses that were cited and are no source's, each behind its number.
    pub(super) fn cited_addresses(&self) -> Sheet {
        let mut sheet = Sheet::default();
        for number in &self.cited {
            let Some(address) = self.addresses.other(*number) else { continue };
            let mut element = Element::address(address, Role::Body);
            element.rich = Rich::new(&self.written(address), Role::Body);
            sheet.push(numbered(element, &words::cited(*number)));
        }
        sheet
    }

    /// An address as the locale can write it: what a stand-in stood for would lead nowhere.
    fn written(&self, address: &str) -> String {
        let bare = address.is_ascii() || *self.setting.glyphs != Glyphs::ASCII;
        if bare { address.to_owned() } else { encoded(address) }
    }
}

/// A source behind the number that it is cited by.
pub(super) fn source(mut sheet: Sheet, at: SourceIx) -> Sheet {
    let number = words::cited(at.get() + 1);
    let blank = " ".repeat(number.len());
    let elements = std::mem::take(&mut sheet.elements).into_iter().enumerate();
    let lead = |n: usize| if n == 0 { &number } else { &blank };
    sheet.elements = elements.map(|(n, element)| numbered(element, lead(n))).collect();
    sheet
}

/// An element behind a number.
fn numbered(mut element: Element, number: &str) -> Element {
    let mut lead = Rich::new(&format!("{number} "), Role::Label);
    lead.append(std::mem::take(&mut element.lead));
    element.lead = lead;
    element
}

/// `words` in ASCII. An address is percent-encoded: what a stand-in stood for would lead nowhere.
pub(super) fn in_ascii(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len());
    let (mut start, mut at) = (0, 0);
    while let Some(c) = cut(words, at..).chars().next() {
        let in_word = cut(words, start..at).ends_with(char::is_alphanumeric);
        let address = if in_word { None } else { bare(cut(words, at..)) };
        let Some(address) = address else {
            at += c.len_utf8();
            continue;
        };
        shown.push_str(&ascii(cut(words, start..at)));
        shown.push_str(&encoded(address));
        at += address.len();
        start = at;
    }
    shown.push_str(&ascii(cut(words, start..)));
    Cow::Owned(shown)
}
