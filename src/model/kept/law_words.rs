//! What a law says without the marks of its provisions, which are counts.

use std::ops::Range;

use super::quote::{CONTEXT, Quote, first, last};
use crate::model::{ArticleIx, Briefing, InstrumentIx, Provision, ProvisionAddress, Wording};

/// An article, and the position of a provision in its wording.
pub(super) type Position = (ArticleIx, usize);

/// The words of a provision and what stands around them in its article; `None` if it has none of its own.
pub(super) fn quote(briefing: &Briefing, at: &ProvisionAddress) -> Option<Quote> {
    let wording = briefing.article(at.article).wording.as_ref()?;
    let position = wording.find(&at.steps)?;
    let mut quote = Unnumbered::of(wording).quote(position)?;
    quote.repeated = saying(briefing, at.article.instrument, &quote.exact).nth(1).is_some();
    Some(quote)
}

/// The provisions of an instrument that say these words, in order.
pub(super) fn saying<'b>(
    briefing: &'b Briefing,
    instrument: InstrumentIx,
    said: &'b str,
) -> impl Iterator<Item = Position> + 'b {
    let articles = briefing.instrument(instrument).articles.iter().enumerate();
    articles.flat_map(move |(number, article)| {
        let wordings = article.wording.iter();
        wordings.flat_map(move |wording| {
            let all = wording.provisions().iter().enumerate();
            let here = all.filter(move |(_, one)| words(wording, one) == said);
            here.map(move |(at, _)| (ArticleIx::new(instrument, number), at))
        })
    })
}

/// What a provision says itself, without its mark.
fn words<'w>(wording: &'w Wording, provision: &Provision) -> &'w str {
    wording.text.plain.get(provision.words..provision.range.end).unwrap_or_default()
}

/// What an article says without the marks of its provisions, a line for each.
pub(super) struct Unnumbered {
    /// All of it.
    pub(super) text: String,
    /// Where each line begins and ends.
    lines: Vec<Range<usize>>,
}

impl Unnumbered {
    pub(super) fn of(wording: &Wording) -> Self {
        let mut all = Self { text: String::new(), lines: Vec::new() };
        for provision in wording.provisions() {
            let start = all.text.len();
            all.text.push_str(words(wording, provision));
            all.lines.push(start..all.text.len());
            all.text.push('\n');
        }
        all
    }

    /// A line with what stands around it.
    pub(super) fn quote(&self, at: usize) -> Option<Quote> {
        let line = self.lines.get(at).filter(|line| !line.is_empty())?;
        Some(Quote {
            exact: self.text.get(line.clone())?.to_owned(),
            prefix: last(self.text.get(..line.start)?, CONTEXT).to_owned(),
            suffix: first(self.text.get(line.end..)?, CONTEXT).to_owned(),
            repeated: false,
        })
    }

    /// The line that has the middle of these bytes.
    pub(super) fn with_most_of(&self, bytes: &Range<usize>) -> usize {
        let middle = bytes.start + bytes.len() / 2;
        self.lines.partition_point(|line| line.end < middle)
    }
}
