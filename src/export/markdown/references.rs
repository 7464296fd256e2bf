//! References for those who read the document on paper, where a link leads nowhere.

use std::sync::Arc;

use crate::base::cut;
use crate::export::reference::{Standing, Told, near, told};
use crate::export::words as said;
use crate::model::{Emphasis, SourceIx, Span, Target, Text};

use super::{Page, escape, inline};

impl Page<'_> {
    /// A text whose references lead to places.
    pub(super) fn text(&self, text: &Text) -> String {
        self.text_in(text, Standing::default())
    }

    /// A text that stands somewhere.
    pub(super) fn text_in(&self, text: &Text, standing: Standing) -> String {
        let mut written = Text::default();
        let mut parts = text.spans.chunk_by(|one, next| one.target == next.target).peekable();
        while let Some(spans) = parts.next() {
            let (Some(first), Some(last)) = (spans.first(), spans.last()) else { continue };
            let bytes = first.range.start..last.range.end;
            let (words, around) = (cut(&text.plain, bytes.clone()), near(&text.plain, bytes));
            let told = first.target.as_ref();
            let told = told.map(|target| self.told(target, words, around, standing));
            match told.unwrap_or(Told::Enough) {
                Told::As(words) => push(&mut written, &words, first),
                told => {
                    for span in spans {
                        push(&mut written, cut(&text.plain, span.range.clone()), span);
                    }
                    if let Told::After(words) = told {
                        let next = parts.peek().and_then(|spans| spans.first());
                        let emphasis = next.map(|next| shared(last.emphasis, next.emphasis));
                        let emphasis = emphasis.unwrap_or_default();
                        let span = Span { emphasis, target: None, ..last.clone() };
                        push(&mut written, &words, &span);
                    }
                }
            }
        }
        inline::inline(&written, &|target| self.destination(target))
    }

    /// What a target is called where it is to be looked up.
    pub(super) fn named(&self, target: &Target) -> String {
        let name = self.setting.briefing.name(target);
        let standing = Standing { section: None, named: true };
        let (name, behind) = match self.told(target, &name, &name, standing) {
            Told::Enough => (name, String::new()),
            Told::As(words) => (words, String::new()),
            Told::After(words) => (name, words),
        };
        self.link(&name, target) + &escape::words(&behind, false)
    }

    fn told(&self, target: &Target, words: &str, around: &str, standing: Standing) -> Told {
        match target {
            Target::Source(at) => cite_source(*at),
            Target::Web(address) => self.cite_address(address, words),
            target => told(&self.setting, target, words, around, standing),
        }
    }

    /// The number of an outside address, unless its `words` are the address.
    fn cite_address(&self, address: &Arc<str>, words: &str) -> Told {
        if escape::leads_to_itself(words, &escape::destination(address)) {
            return Told::Enough;
        }
        let Some(number) = self.addresses.number(address) else { return Told::Enough };
        if let Some(source) = self.addresses.source(number) {
            self.wanted.borrow_mut().insert(Target::Source(source));
            return cite_source(source);
        }
        self.cited.borrow_mut().insert(number);
        Told::After(format!(" {}", said::cited(number)))
    }
}

/// The emphasis that goes on from some words to the next.
fn shared(one: Emphasis, next: Emphasis) -> Emphasis {
    let (light, strong) = (one.light && next.light, one.strong && next.strong);
    Emphasis { light, strong, ..Emphasis::default() }
}

/// Adds words that are marked as `span` is.
fn push(text: &mut Text, words: &str, span: &Span) {
    let start = text.plain.len();
    text.plain.push_str(words);
    text.spans.push(Span { range: start..text.plain.len(), ..span.clone() });
}

fn cite_source(at: SourceIx) -> Told {
    Told::After(said::behind(&said::source(at.get() + 1)))
}
