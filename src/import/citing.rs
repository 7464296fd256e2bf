//! References to articles in the text, as links.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::document::{Words, text_of};
use super::draft::{Draft, DraftContent, DraftInstrument, Piece, link_parts};
use super::law;
use super::named_law::{Title, laws_named};
use crate::base::cut;
use crate::model::article_label;

/// Links every reference to an article of a legal text that is there, if it can mean no other. How many.
pub(super) fn link(draft: &mut Draft) -> usize {
    let language = draft.language.as_deref().unwrap_or("en");
    let articles = Articles::of(&draft.instruments, language);
    let mut count = 0;
    if articles.of.is_empty() {
        return count;
    }
    for section in &mut draft.sections {
        let mut context = Context::default();
        context.read(&section.title);
        for block in &mut section.blocks {
            if let DraftContent::Heading(words) = &block.content {
                context.read(&text_of(words));
            }
            block.each_text(&mut |words| {
                context.read(&text_of(words));
                let mut starts = starts(words).into_iter();
                link_parts(words, |text, from| {
                    if from == 0 {
                        context.start = starts.next().unwrap_or_default();
                    }
                    let found = articles.find(text, from, &context);
                    count += usize::from(found.is_some());
                    found
                });
            });
        }
    }
    count
}

/// Where in all that words say the runs stand that may have links.
fn starts(words: &Words) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::new();
    for run in words {
        starts.extend(run.may_link().then_some(at));
        at += run.text.len();
    }
    starts
}

/// The laws that a section has named: a reference without a name is to an article of the last of them.
#[derive(Default)]
struct Context {
    /// Where each law is named in the text that is read, in order.
    here: Vec<(usize, String)>,
    /// Where in that text the run stands that is looked at.
    start: usize,
    /// The last that was named before it.
    before: Option<String>,
}

impl Context {
    /// Goes on with the next text.
    fn read(&mut self, text: &str) {
        self.before = self.here.pop().map(|(_, name)| name).or(self.before.take());
        self.here = laws_named(text);
        self.start = 0;
    }

    /// The last law that is named before the byte `at` of the run.
    fn law(&self, at: usize) -> Option<&str> {
        let at = self.start + at;
        let behind = self.here.partition_point(|(named, _)| *named < at);
        let here = behind.checked_sub(1).and_then(|last| self.here.get(last));
        here.map(|(_, name)| name.as_str()).or(self.before.as_deref())
    }
}

/// The articles that references may lead to.
struct Articles {
    /// By what they are called and their number: the instrument, and the address.
    of: HashMap<(String, String), Vec<(usize, String)>>,
    /// The first letters of what they are called.
    first: HashSet<char>,
    /// What the title of each instrument says.
    titles: Vec<Title>,
}

impl Articles {
    fn of(instruments: &[DraftInstrument], language: &str) -> Self {
        let mut articles = Self { of: HashMap::new(), first: HashSet::new(), titles: Vec::new() };
        for (at, instrument) in instruments.iter().enumerate() {
            let spoken = instrument.language.as_deref().unwrap_or(language);
            let own =
                if instrument.label.is_empty() { article_label(spoken) } else { &instrument.label };
            articles.first.extend(own.chars().next());
            articles.titles.push(Title::of(&instrument.title));
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
    fn find(&self, text: &str, from: usize, context: &Context) -> Option<(Range<usize>, String)> {
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
            let (before, behind) = (cut(text, ..at), cut(text, at + len..));
            let may_be = |instrument: usize| {
                self.titles
                    .get(instrument)
                    .is_some_and(|title| title.may_be_meant(before, behind, context.law(at)))
            };
            let meant = found.iter().filter(|(instrument, _)| may_be(*instrument));
            if let [(_, address)] = meant.collect::<Vec<_>>().as_slice() {
                return Some((at..at + len, address.clone()));
            }
        }
        None
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '제' | '第')
}
