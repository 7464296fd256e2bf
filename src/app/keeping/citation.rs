//! How words are cited: the words, where they stand, of what day that is, what it rests on.
//!
//! `“They share the water.” — The harbour treaty of 1907, section 1 The text, ¶ 3 (as of 1 January
//! 1908; source: Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette)`

use crate::model::{Block, BlockIx, BlockKind, Briefing, SourceIx, Speaker, Target, Text};
use crate::text::{Typesetting, words};

/// Something that can be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// All that it says.
    pub whole: String,
    /// What a citation quotes of it.
    pub quoted: String,
    /// Whose words they are, if not the briefing's own.
    who: Option<String>,
    /// Where it stands in the briefing; empty for what leads out of it.
    place: String,
    sources: Vec<SourceIx>,
}

impl Passage {
    /// The citation, on one line. Of a source or an address, which have no words of their own, what
    /// leads to them.
    pub(super) fn cite(&self, setting: &Typesetting) -> String {
        if self.place.is_empty() {
            return self.whole.clone();
        }
        let (briefing, glyphs) = (setting.briefing, setting.glyphs);
        let (open, close) = glyphs.quotation;
        let dates = [briefing.date.map(words::as_of), briefing.updated.map(words::updated)];
        let dates: Vec<String> = dates.into_iter().flatten().collect();
        let sources: Vec<String> = self.sources.iter().map(|at| source(briefing, *at)).collect();
        let mut rests = vec![dates.join(", "), words::sources_by_title(&sources)];
        rests.retain(|part| !part.is_empty());
        let rests = match rests.join("; ") {
            none if none.is_empty() => none,
            some => format!(" ({some})"),
        };
        let title: Vec<&str> =
            briefing.authors.iter().chain([&briefing.title]).map(String::as_str).collect();
        let who = self.who.as_ref().map_or_else(String::new, |who| format!("{who}, quoted in "));
        let quoted = format!("{open}{}{close}", self.quoted);
        let place = format!("{who}{}, {}", title.join(", "), self.place);
        one_line(&format!("{quoted} {} {place}{rests}", glyphs.dash))
    }

    /// A paragraph, of which `quoted` is to be cited.
    pub(super) fn paragraph(setting: &Typesetting, at: BlockIx, quoted: String) -> Self {
        let briefing = setting.briefing;
        let (section, block) = (briefing.section(at.section), briefing.block(at));
        let mut place = format!("section {} {}, ", at.section.get() + 1, section.title);
        place.push_str(&setting.address(at));
        if matches!(block.kind, BlockKind::Note { .. }) {
            place.push_str(", editor's note");
        }
        Self {
            whole: whole(block, setting.glyphs.bullet),
            quoted,
            who: speaker(briefing, block),
            place,
            sources: block.sources.clone(),
        }
    }

    /// What a card says of its subject in the first place; nothing of a section or a paragraph, which
    /// are no cards.
    pub(super) fn card(briefing: &Briefing, target: &Target) -> Option<Self> {
        let (texts, place, sources) = match target {
            Target::Article(at) => {
                let (one, of) = (briefing.article(*at), briefing.instrument(at.instrument));
                let place = format!("on {}, {}, {}", of.title, one.name(), one.title);
                ([&one.gist, &one.text], place, &one.sources[..])
            }
            Target::Instrument(at) => {
                let one = briefing.instrument(*at);
                ([&one.summary, &None], format!("on {}", one.title), &[][..])
            }
            Target::Actor(at) => {
                let one = briefing.actor(*at);
                ([&one.role, &one.stance], format!("on {}", one.name), &one.sources[..])
            }
            Target::Event(at) => {
                let one = briefing.event(*at);
                let place = format!("on {}, {}", one.title, one.date);
                ([&one.text, &None], place, &one.sources[..])
            }
            Target::Term(at) => {
                let one = briefing.term(*at);
                let words = one.definition.plain.clone();
                return Some(Self::said(words, format!("on {}", one.term), &one.sources));
            }
            Target::Source(at) => return Some(Self::led_to(source(briefing, *at))),
            Target::Web(address) => return Some(Self::led_to(address.to_string())),
            Target::Section(_) | Target::Block(_) => return None,
        };
        let text = texts.into_iter().flatten().find(|text| !text.is_empty());
        let words = text.map_or_else(|| briefing.name(target), |text| text.plain.clone());
        Some(Self::said(words, place, sources))
    }

    fn said(words: String, place: String, sources: &[SourceIx]) -> Self {
        Self { quoted: words.clone(), whole: words, who: None, place, sources: sources.to_vec() }
    }

    fn led_to(whole: String) -> Self {
        let nothing = String::new();
        Self { whole, quoted: nothing.clone(), who: None, place: nothing, sources: Vec::new() }
    }
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
