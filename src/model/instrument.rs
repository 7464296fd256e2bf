//! Treaties and other legal texts.

use crate::base::PUT_IN;

use super::{ActorIx, ArticleIx, CitedSource, Confidence, Date, Target, Text, Wording, words};

/// A treaty or another legal text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instrument {
    /// Its address.
    pub id: String,
    /// Its full title.
    pub title: String,
    /// What it is called in running text.
    pub short: Option<String>,
    /// When it was signed.
    pub signed: Option<Date>,
    /// When it took effect.
    pub in_force: Option<Date>,
    /// When it ceased.
    pub ended: Option<Date>,
    /// Who made it.
    pub parties: Vec<ActorIx>,
    /// What it is.
    pub summary: Option<Text>,
    /// The language of its wording, a BCP 47 tag, where that is not the briefing's.
    pub language: Option<String>,
    /// How its numbered articles are called, `{n}` being the number: `Rule {n}`. By its language if there
    /// is none.
    pub label: Option<String>,
    /// Its articles, in order.
    pub articles: Vec<Article>,
    /// What its articles are parted by, in order.
    pub parts: Vec<InstrumentPart>,
}

/// A part of an instrument: a heading over the articles that follow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstrumentPart {
    /// Its name: `Chapter VII`.
    pub name: String,
    /// What it is on.
    pub title: Option<String>,
    /// How many parts it stands in.
    pub level: usize,
    /// The position of the article that it stands before; as many as there are articles if it is
    /// the last.
    pub before: usize,
}

/// One article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Its number or name: `4`, `III`, `2bis`, `preamble`.
    pub number: String,
    /// What it is called inside its instrument: `Article 4`, `제4조`, `Preamble`.
    pub name: String,
    /// How its author calls it, where that is not as the instrument says.
    pub label: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The group that it belongs to, in a word.
    pub theme: Option<String>,
    /// What it says, in the briefing's words.
    pub gist: Option<Text>,
    /// Its wording.
    pub wording: Option<Wording>,
    /// The language of its wording, where that is not the instrument's.
    pub language: Option<String>,
    /// What it means for the briefing's subject.
    pub meaning: Option<Text>,
    /// Its clause taken apart, in the briefing's own words.
    pub elements: Vec<ClauseElement>,
    /// Related articles and provisions.
    pub see: Vec<Target>,
    /// Predecessors and counterparts, articles and provisions, as written;
    /// [`super::Index::counterparts`] has them from both ends.
    pub compare: Vec<Target>,
    /// How sure all this is.
    pub confidence: Option<Confidence>,
    /// Where it comes from.
    pub sources: Vec<CitedSource>,
    /// An editor's note.
    pub note: Option<Text>,
}

/// One element of a clause: what sets it off, what it asks, when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseElement {
    /// Its name, by which clauses are compared.
    pub name: String,
    /// What the clause has of it.
    pub text: Text,
}

impl Instrument {
    /// What it is called: the short name if it has one.
    pub fn name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// What it goes by: its short name, if it has one, and its full title.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        let Self {
            id: _,
            title,
            short,
            signed: _,
            in_force: _,
            ended: _,
            parties: _,
            summary: _,
            language: _,
            label: _,
            articles: _,
            parts: _,
        } = self;
        short.iter().chain([title])
    }

    /// When it was signed, took effect and ceased.
    pub(crate) fn dates(&self) -> [Option<Date>; 3] {
        [self.signed, self.in_force, self.ended]
    }
}

impl Instrument {
    /// The parts that an article stands in, from the widest to the narrowest.
    pub(crate) fn parts_of(&self, article: ArticleIx) -> Vec<&InstrumentPart> {
        let before = self.parts.iter().rev().filter(|part| part.before <= article.get());
        let mut around: Vec<&InstrumentPart> = Vec::new();
        for part in before {
            if around.last().is_none_or(|inner| part.level < inner.level) {
                around.push(part);
            }
            if part.level == 0 {
                break;
            }
        }
        around.reverse();
        around
    }
}

impl InstrumentPart {
    /// What it is called, with what it is on, if that is said, behind `dot`.
    pub(crate) fn heading(&self, dot: &str) -> String {
        match &self.title {
            Some(title) => format!("{} {dot} {title}", bare_name(&self.name)),
            None => self.name.clone(),
        }
    }
}

/// A name as it stands before a title: without a mark of its own at its end (`Section 1.`).
pub(crate) fn bare_name(name: &str) -> &str {
    let bare = name.trim_end_matches(['.', ':', ',', ';', '-', '–', '—', ' ']);
    if bare.is_empty() { name } else { bare }
}

/// Whether a number is one, and not a word: it begins with a digit or is roman.
fn is_numeral(number: &str) -> bool {
    number.starts_with(|c: char| c.is_ascii_digit()) || is_roman(number)
}

/// Whether a number is a Roman numeral, with or without what was put in after it: `III`, `IIbis`, `II bis`.
fn is_roman(number: &str) -> bool {
    let letters = number.to_ascii_lowercase();
    let put_in = PUT_IN.iter().find_map(|(word, _)| letters.strip_suffix(word));
    let numeral =
        put_in.map_or(letters.as_str(), |before| before.trim_end_matches([' ', '-', '.']));
    !numeral.is_empty() && numeral.chars().all(|c| "ivxlcdm".contains(c))
}

impl Article {
    /// What an article is called by its number: as `label` says where the number begins with a digit or is
    /// roman, else by the number itself.
    pub(crate) fn named(number: &str, label: &str) -> String {
        if is_numeral(number) {
            // In Korean an inserted article has its second number behind the word: 4의2 is 제4조의2.
            let (number, inserted) = number.split_at(number.find('의').unwrap_or(number.len()));
            return format!("{}{inserted}", label.replace(words::NUMBER, number));
        }
        let mut rest = number.chars();
        rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
    }

    /// What it goes by in a list of its instrument's articles: its number, or, where that is a word, what its
    /// author calls it.
    pub(crate) fn short_name(&self) -> &str {
        self.label.as_ref().filter(|_| !is_numeral(&self.number)).unwrap_or(&self.number)
    }

    /// What it is called, with its title, if it has one, behind `dot`.
    pub(crate) fn heading(&self, dot: &str) -> String {
        self.heading_below("", dot)
    }

    /// The same of the provision of it that these steps lead to.
    pub(crate) fn heading_below(&self, steps: &str, dot: &str) -> String {
        let name = format!("{}{steps}", self.name);
        match self.title.as_ref().filter(|title| **title != self.name) {
            Some(title) => format!("{} {dot} {title}", bare_name(&name)),
            None => name,
        }
    }

    /// Its texts, in the order of reading.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self {
            number: _,
            name: _,
            label: _,
            title: _, // has no markup
            theme: _, // nor has this
            gist,
            wording,
            language: _,
            meaning,
            elements,
            see: _,
            compare: _,
            confidence: _,
            sources: _,
            note,
        } = self;
        let wording = wording.iter().map(|wording| &wording.text);
        let elements = elements.iter().map(|element| &element.text);
        gist.iter().chain(wording).chain(meaning).chain(elements).chain(note)
    }

    /// What its texts and lists link, in order, repeats included.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let Self {
            number: _,
            name: _,
            label: _,
            title: _,
            theme: _,
            gist: _, // the texts in a row are `texts`
            wording: _,
            language: _,
            meaning: _,
            elements: _,
            see,
            compare,
            confidence: _,
            sources: _, // what it rests on is no link
            note: _,
        } = self;
        let links = self.texts().flat_map(|text| text.targets().cloned());
        links.chain(see.iter().chain(compare).cloned())
    }
}
