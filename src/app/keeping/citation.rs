//! How words are cited: the words, whose they are, where they stand, of what day that is, what it
//! rests on. Only what somebody has said or written word for word stands in quotation marks.
//!
//! `“They share the water.” — The harbour treaty of 1907, section 1 The text, ¶ 3 (as of 1 January
//! 1908; source: Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette)`
//!
//! `Article 4, Treaty on the Common Harbour, as summarised in The harbour treaty of 1907 (as of 1
//! January 1908): Either town may close the gate.`

use crate::model::{
    ArticleIx, Block, BlockIx, BlockKind, Briefing, InstrumentIx, SourceIx, Speaker, Target, Text,
};
use crate::text::words::CitedWork;
use crate::text::{Typesetting, words};

/// Something that can be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// All that it says.
    pub whole: String,
    form: Form,
    sources: Vec<SourceIx>,
}

/// Whose words a passage is, and how it is cited for that.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// The briefing's own: what is quoted of them, and where they stand in it.
    Own { quoted: String, place: String },
    /// Somebody's that the briefing quotes.
    Speaker { name: String, quoted: String, place: String },
    /// Those of a legal text: the wording of this article.
    Law(String),
    /// The briefing's on what this legal text says.
    Summary(String),
    /// The briefing's on what this part of a legal text means.
    Meaning(String),
    /// Nobody's: nothing is said of what has this name.
    Name(String),
    /// Nobody's: what leads out of the briefing.
    Outside,
}

impl Passage {
    /// The citation, on one line. Of a source or an address, which have no words of their own, what
    /// leads to them.
    pub(super) fn cite(&self, setting: &Typesetting) -> String {
        let (briefing, dash) = (setting.briefing, setting.glyphs.dash);
        let (open, close) = setting.glyphs.quotation;
        let quotation = |words: &str| format!("{open}{words}{close}");
        let dates = [briefing.date.map(words::as_of), briefing.updated.map(words::updated)];
        let dates: Vec<String> = dates.into_iter().flatten().collect();
        let sources: Vec<String> = self.sources.iter().map(|at| source(briefing, *at)).collect();
        let (authors, title) = (&briefing.authors, &briefing.title);
        let work = CitedWork { authors, title, dates: &dates, sources: &sources };
        let cited = match &self.form {
            Form::Own { quoted, place } => words::cite_own(&quotation(quoted), dash, &work, place),
            Form::Speaker { name, quoted, place } => {
                words::cite_speaker(&quotation(quoted), dash, name, &work, place)
            }
            Form::Law(of) => words::cite_wording(&quotation(&self.whole), dash, of, &work),
            Form::Summary(of) => words::cite_summary(of, &work, &self.whole),
            Form::Meaning(of) => words::cite_meaning(of, &work, &self.whole),
            Form::Name(of) => words::cite_name(of, &work),
            Form::Outside => return self.whole.clone(),
        };
        one_line(&cited)
    }

    /// A paragraph, of which `quoted` is to be cited.
    pub(super) fn paragraph(setting: &Typesetting, at: BlockIx, quoted: String) -> Self {
        let briefing = setting.briefing;
        let (section, block) = (briefing.section(at.section), briefing.block(at));
        let (number, address) = (at.section.get() + 1, setting.address(at));
        let is_note = matches!(block.kind, BlockKind::Note { .. });
        let place = words::cited_at(number, &section.title, &address, is_note);
        let form = match speaker(briefing, block) {
            Some(name) => Form::Speaker { name, quoted, place },
            None => Form::Own { quoted, place },
        };
        let whole = whole(block, setting.glyphs.bullet);
        Self { whole, form, sources: block.sources.clone() }
    }

    /// What a card says of its subject in the first place; nothing of a section or a paragraph, which
    /// are no cards.
    pub(super) fn card(briefing: &Briefing, target: &Target) -> Option<Self> {
        Some(match target {
            Target::Article(at) => Self::article(briefing, *at),
            Target::Instrument(at) => Self::instrument(briefing, *at),
            Target::Actor(at) => {
                let one = briefing.actor(*at);
                Self::own([&one.role, &one.stance], one.name.clone(), &one.sources)
            }
            Target::Event(at) => {
                let one = briefing.event(*at);
                Self::own([&one.text, &None], format!("{}, {}", one.title, one.date), &one.sources)
            }
            Target::Term(at) => {
                let one = briefing.term(*at);
                let definition = Some(one.definition.clone());
                Self::own([&definition, &None], one.term.clone(), &one.sources)
            }
            Target::Source(at) => Self::outside(source(briefing, *at)),
            Target::Web(address) => Self::outside(address.to_string()),
            Target::Section(_) | Target::Block(_) => return None,
        })
    }

    /// Of an article its wording. Where the briefing has none, what it says of the article, which
    /// must not be taken for the wording.
    fn article(briefing: &Briefing, at: ArticleIx) -> Self {
        let article = briefing.article(at);
        let of = words::article_of(&article.name(), &briefing.instrument(at.instrument).title);
        let (text, form): (_, fn(String) -> Form) = if let Some(text) = said(article.text.as_ref())
        {
            (text, Form::Law)
        } else if let Some(text) = said(article.gist.as_ref()) {
            (text, Form::Summary)
        } else if let Some(text) = said(article.meaning.as_ref()) {
            (text, Form::Meaning)
        } else {
            return Self::named(of, &article.sources);
        };
        Self { whole: text.plain.clone(), form: form(of), sources: article.sources.clone() }
    }

    fn instrument(briefing: &Briefing, at: InstrumentIx) -> Self {
        let instrument = briefing.instrument(at);
        let of = instrument.title.clone();
        match said(instrument.summary.as_ref()) {
            Some(text) => {
                let whole = text.plain.clone();
                Self { whole, form: Form::Summary(of), sources: Vec::new() }
            }
            None => Self::named(of, &[]),
        }
    }

    /// What the briefing says on something that has no words of its own, by the first of `texts`
    /// that says anything.
    fn own(texts: [&Option<Text>; 2], on: String, sources: &[SourceIx]) -> Self {
        let Some(text) = texts.into_iter().find_map(|text| said(text.as_ref())) else {
            return Self::named(on, sources);
        };
        let whole = text.plain.clone();
        let form = Form::Own { quoted: whole.clone(), place: words::cited_on(&on) };
        Self { whole, form, sources: sources.to_vec() }
    }

    fn named(name: String, sources: &[SourceIx]) -> Self {
        Self { whole: name.clone(), form: Form::Name(name), sources: sources.to_vec() }
    }

    fn outside(whole: String) -> Self {
        Self { whole, form: Form::Outside, sources: Vec::new() }
    }
}

/// A text that says anything.
fn said(text: Option<&Text>) -> Option<&Text> {
    text.filter(|text| !text.is_empty())
}

/// Who is quoted in a block.
fn speaker(briefing: &Briefing, block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Quote { from: Some(Speaker::Actor(at)), .. } => {
            Some(briefing.actor(*at).name.clone())
        }
        BlockKind::Quote { from: Some(Speaker::Named(name)), .. } => Some(name.clone()),
        _ => None,
    }
}

/// All that a block says. What helps the teacher alone is not told.
fn whole(block: &Block, bullet: &str) -> String {
    let list = matches!(block.kind, BlockKind::List(_));
    let lead = if list { format!("{bullet} ") } else { String::new() };
    let words = texts(block).into_iter().map(|text| format!("{lead}{}", text.plain));
    words.collect::<Vec<_>>().join("\n")
}

/// The texts of a block that are taken away: a cue only where it was in focus itself.
pub(super) fn texts(block: &Block) -> Vec<&Text> {
    if block.is_cue() { block.texts() } else { block.shown_texts() }
}

/// `Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette`
fn source(briefing: &Briefing, at: SourceIx) -> String {
    let source = briefing.source(at);
    let date = source.date.map(|date| date.to_string());
    let url = source.url.as_deref().map(ToOwned::to_owned);
    let parts = source.publisher.iter().chain([&source.title]).chain(&date).chain(&url);
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn one_line(words: &str) -> String {
    words.replace('\n', " ")
}
