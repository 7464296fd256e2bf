//! References for those who read the document on paper, where a link leads nowhere.

use crate::base::cut;
use crate::export::reference::{Standing, Told, near, told};
use crate::export::words as said;
use crate::model::{Emphasis, Span, Target, Text};

use super::{Page, inline};

impl Page<'_> {
    /// A text whose references lead to places.
    pub(super) fn text(&self, text: &Text) -> String {
        self.text_in(text, Standing::default())
    }

    /// A text that stands somewhere.
    pub(super) fn text_in(&self, text: &Text, standing: Standing) -> String {
        let mut written = Text::default();
        for spans in text.spans.chunk_by(|one, next| one.target == next.target) {
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
                    let plain =
                        Span { emphasis: Emphasis::default(), target: None, ..last.clone() };
                    if let Told::After(words) = told {
                        push(&mut written, &words, &plain);
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
        self.link(&name, target) + &super::escape::words(&behind, false)
    }

    fn told(&self, target: &Target, words: &str, around: &str, standing: Standing) -> Told {
        if let Target::Source(at) = target {
            return Told::After(said::behind(&said::source(at.get() + 1)));
        }
        told(&self.setting, target, words, around, standing)
    }
}

/// Adds words that are marked as `span` is.
fn push(text: &mut Text, words: &str, span: &Span) {
    let start = text.plain.len();
    text.plain.push_str(words);
    text.spans.push(Span { range: start..text.plain.len(), ..span.clone() });
}
