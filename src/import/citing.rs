//! References to articles in the text, as links.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::draft::{Draft, DraftInstrument, Piece, link_parts};
use super::law;
use crate::base::cut;
use crate::model::article_label;

/// Words that many laws are called by: they name none.
const GENERIC: [&str; 12] = [
    "treaty",
    "convention",
    "agreement",
    "act",
    "law",
    "charter",
    "constitution",
    "code",
    "protocol",
    "statute",
    "regulation",
    "directive",
];
/// How far behind a reference the name of its law is looked for, in bytes.
const REACH: usize = 160;

/// Links every reference to an article of a legal text that is there, if it can mean no other. How many.
pub(super) fn link(draft: &mut Draft) -> usize {
    let language = draft.language.as_deref().unwrap_or("en");
    let articles = Articles::of(&draft.instruments, language);
    let mut count = 0;
    if articles.of.is_empty() {
        return count;
    }
    for block in draft.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        block.each_text(&mut |words| {
            link_parts(words, |text, from| {
                let found = articles.find(text, from);
                count += usize::from(found.is_some());
                found
            });
        });
    }
    count
}

/// The articles that references may lead to.
struct Articles {
    /// By what they are called and their number: the instrument, and the address.
    of: HashMap<(String, String), Vec<(usize, String)>>,
    /// The first letters of what they are called.
    first: HashSet<char>,
    /// The words of each instrument's title, in small letters, that name no other.
    titles: Vec<HashSet<String>>,
}

impl Articles {
    fn of(instruments: &[DraftInstrument], language: &str) -> Self {
        let mut articles = Self { of: HashMap::new(), first: HashSet::new(), titles: Vec::new() };
        for (at, instrument) in instruments.iter().enumerate() {
            let spoken = instrument.language.as_deref().unwrap_or(language);
            let own =
                if instrument.label.is_empty() { article_label(spoken) } else { &instrument.label };
            articles.first.extend(own.chars().next());
            articles
                .titles
                .push(words(&instrument.title).filter(|word| !is_generic(word)).collect());
            for piece in &instrument.pieces {
                let Piece::Article(article) = piece else { continue };
                let number: String = article.number.split_whitespace().collect();
                let address = match at {
                    0 => format!("article:{number}"),
                    _ => format!("article:{}/{number}", instrument.id),
                };
                let key = (own.to_owned(), number.to_lowercase());
                articles.of.entry(key).or_default().push((at, address));
            }
        }
        articles
    }

    /// The next reference in `text` behind `from`, and its address.
    fn find(&self, text: &str, from: usize) -> Option<(Range<usize>, String)> {
        let mut before = cut(text, ..from).chars().next_back();
        for (at, c) in cut(text, from..).char_indices() {
            let begins = !before.is_some_and(|before| before.is_alphanumeric() && !is_wide(c));
            before = Some(c);
            if !begins || !self.first.contains(&c) {
                continue;
            }
            let at = from + at;
            let Some((label, number, len)) = law::cited(cut(text, at..)) else { continue };
            let number: String = number.split_whitespace().collect();
            let Some(found) = self.of.get(&(label.to_owned(), number.to_lowercase())) else {
                continue;
            };
            let meant = found
                .iter()
                .filter(|(one, _)| self.may_mean(*one, cut(text, ..at), cut(text, at + len..)));
            if let [(_, address)] = meant.collect::<Vec<_>>().as_slice() {
                return Some((at..at + len, address.clone()));
            }
        }
        None
    }

    /// Whether what stands around a reference names no other law than this.
    fn may_mean(&self, instrument: usize, before: &str, behind: &str) -> bool {
        let Some(title) = self.titles.get(instrument) else { return false };
        let start = before.ceil_char_boundary(before.len().saturating_sub(REACH));
        let before = cut(before, start..).trim_end();
        let of_a_law = ["」", "』", "》", "법", "령", "헌법", "조약", "협약", "헌장", "法"];
        if of_a_law.iter().any(|end| before.ends_with(end)) {
            return words(before).last().is_some_and(|word| title.contains(&word));
        }
        let behind = cut(behind, ..behind.floor_char_boundary(REACH));
        let behind =
            behind.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
        let of = [" of the ", " of ", " der ", " des ", " de la ", " du ", " de l’"];
        let Some(name) = of.iter().find_map(|of| behind.strip_prefix(of)) else { return true };
        let end = name.find(['.', ',', ';', ':', '(', ')', '\n']).unwrap_or(name.len());
        let mut name = words(cut(name, ..end)).take(8);
        let Some(first) = name.next() else { return true };
        is_generic(&first) || title.contains(&first) || name.any(|word| title.contains(&word))
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '제' | '第')
}

fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word)
}

/// The longer words of a text, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 2).map(str::to_lowercase)
}
