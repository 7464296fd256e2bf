//! Treaties and other legal texts.

use super::{ActorIx, ArticleIx, Confidence, Date, SourceIx, Target, Text, words};

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
    /// Its articles, in order.
    pub articles: Vec<Article>,
}

/// One article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Its number or name: `4`, `III`, `2bis`, `preamble`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The group that it belongs to, in a word.
    pub theme: Option<String>,
    /// What it says, in the briefing's words.
    pub gist: Option<Text>,
    /// Its wording.
    pub text: Option<Text>,
    /// What it means for the briefing's subject.
    pub meaning: Option<Text>,
    /// Related articles.
    pub see: Vec<ArticleIx>,
    /// Predecessors and counterparts, as written; [`super::Index::counterparts`] has them
    /// from both ends.
    pub compare: Vec<ArticleIx>,
    /// How sure all this is.
    pub confidence: Option<Confidence>,
    /// Where it comes from.
    pub sources: Vec<SourceIx>,
    /// An editor's note.
    pub note: Option<Text>,
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
            articles: _,
        } = self;
        short.iter().chain([title])
    }

    /// When it was signed, took effect and ceased.
    pub(crate) fn dates(&self) -> [Option<Date>; 3] {
        [self.signed, self.in_force, self.ended]
    }
}

impl Article {
    /// What it is called inside its instrument: `Article 4`, `Preamble`.
    pub fn name(&self) -> String {
        let numbered = self.number.starts_with(|c: char| c.is_ascii_digit())
            || self.number.chars().all(|c| "IVXLCDMivxlcdm".contains(c));
        if numbered {
            return words::article(&self.number);
        }
        let mut rest = self.number.chars();
        rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
    }

    /// Its texts, in the order of reading.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let Self {
            number: _,
            title: _, // has no markup
            theme: _, // nor has this
            gist,
            text,
            meaning,
            see: _,
            compare: _,
            confidence: _,
            sources: _,
            note,
        } = self;
        [gist, text, meaning, note].into_iter().flatten()
    }

    /// What its texts and lists link, in order, repeats included.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let Self {
            number: _,
            title: _,
            theme: _,
            gist: _, // the four texts in a row are `texts`
            text: _,
            meaning: _,
            see,
            compare,
            confidence: _,
            sources: _, // what it rests on is no link
            note: _,
        } = self;
        let links = self.texts().flat_map(|text| text.targets().cloned());
        let listed = see.iter().chain(compare).map(|at| Target::Article(*at));
        links.chain(listed)
    }
}
