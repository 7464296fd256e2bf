//! How words are cited: the words, whose they are, where they stand, of what day that is, what it
//! rests on. Only what somebody has said or written word for word stands in quotation marks.
//!
//! `“They share the water.” — The harbour treaty of 1907, section 1 The text, ¶ 3 (as of 1 January
//! 1908; source: Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette)`
//!
//! `Article 4, Treaty on the Common Harbour, as summarised in The harbour treaty of 1907 (as of 1
//! January 1908): Either town may close the gate.`

use crate::base::cut;
use crate::model::{
    Block, BlockIx, BlockKind, Briefing, CitedSource, ProvisionAddress, SourceIx, Speaker, Table,
    Target, Text,
};

use super::Typesetting;
use super::list::marks;
use super::nested::nested;
use super::saying::{Saying, sayings};
use super::words::{self, CitedWork};

/// Something that can be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    /// All that it says.
    pub whole: String,
    form: Form,
    sources: Vec<CitedSource>,
    /// Whether it has several paragraphs or is a whole article, whose lines stay apart.
    lines: bool,
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
    /// Nobody's: what leads out of the briefing, told like this.
    Outside(String),
}

impl Passage {
    /// The citation, on one line unless it is of several paragraphs or of a whole article. Of a source or an address, which
    /// have no words of their own, what leads to them.
    pub(crate) fn cite(&self, setting: &Typesetting) -> String {
        let (briefing, dash) = (setting.briefing, setting.glyphs.dash);
        let (open, close) = setting.glyphs.quotation;
        let quotation = |words: &str| format!("{open}{}{close}", nested(words));
        let dates = [briefing.date.map(words::as_of), briefing.updated.map(words::updated)];
        let dates: Vec<String> = dates.into_iter().flatten().collect();
        let sources: Vec<String> =
            self.sources.iter().map(|cited| cited_source(briefing, cited)).collect();
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
            Form::Outside(reference) => return reference.clone(),
        };
        if self.lines { cited } else { one_line(&cited) }
    }

    /// A paragraph, of which `quoted` is to be cited.
    pub(crate) fn paragraph(setting: &Typesetting, at: BlockIx, quoted: String) -> Self {
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
        Self { whole, form, sources: block.sources.clone(), lines: false }
    }

    /// Words of paragraphs that follow each other (see [`Passage::go_on`]), each on lines of its own.
    pub(crate) fn paragraphs(
        setting: &Typesetting,
        blocks: &[BlockIx],
        said: &[String],
    ) -> Option<Self> {
        let mut passage = Self::paragraph(setting, *blocks.first()?, said.join("\n\n"));
        passage.whole = said.join("\n\n");
        passage.lines = true;
        if let Form::Own { place, .. } = &mut passage.form {
            *place = span(setting, blocks)?;
        }
        let all = blocks.iter().flat_map(|at| &setting.briefing.block(*at).sources);
        passage.sources = Vec::new();
        for source in all {
            if !passage.sources.contains(source) {
                passage.sources.push(source.clone());
            }
        }
        Some(passage)
    }

    /// Whether a paragraph goes on with another one, so that words of both can be cited in one: both are
    /// the briefing's own, and nothing but cues stands between them.
    pub(crate) fn go_on(briefing: &Briefing, one: BlockIx, other: BlockIx) -> bool {
        let own = |at: BlockIx| {
            !matches!(briefing.block(at).kind, BlockKind::Quote { .. } | BlockKind::Note { .. })
        };
        let mut between = (one.get() + 1..other.get()).map(|at| BlockIx::new(one.section, at));
        own(one) && own(other) && between.all(|at| briefing.block(at).is_cue())
    }

    /// What a card says of its subject in the first place: of an article its wording or, where the
    /// briefing has none, what it says of the article, which must not be taken for the wording.
    /// Nothing of a section or a paragraph, which are no cards.
    pub(crate) fn card(briefing: &Briefing, target: &Target) -> Option<Self> {
        match target {
            Target::Source(at) => {
                let (reference, address) = (source(briefing, *at), &briefing.source(*at).url);
                let whole = address.as_deref().map_or_else(|| reference.clone(), str::to_owned);
                return Some(Self {
                    whole,
                    form: Form::Outside(reference),
                    sources: Vec::new(),
                    lines: false,
                });
            }
            Target::Web(address) => {
                let whole = address.to_string();
                let form = Form::Outside(whole.clone());
                return Some(Self { whole, form, sources: Vec::new(), lines: false });
            }
            _ => {}
        }
        if let Some(words) = provision(briefing, target) {
            return Self::said(briefing, target, Saying::Wording, words);
        }
        let (name, sources) = subject(briefing, target)?;
        let said = sayings(briefing, target);
        let order = [Saying::Wording, Saying::Summary, Saying::Meaning, Saying::Own];
        let first = order.iter().find_map(|wanted| said.iter().find(|(one, _)| one == wanted));
        let passage = first
            .and_then(|(saying, text)| Self::said(briefing, target, *saying, text.plain.clone()));
        Some(passage.unwrap_or_else(|| Self {
            whole: name.clone(),
            form: Form::Name(name),
            sources: sources.to_vec(),
            lines: false,
        }))
    }

    /// `words` of one of the texts of a card.
    pub(crate) fn said(
        briefing: &Briefing,
        target: &Target,
        saying: Saying,
        words: String,
    ) -> Option<Self> {
        let (of, sources) = subject(briefing, target)?;
        let lines = saying == Saying::Wording && matches!(target, Target::Article(_));
        let form = match saying {
            Saying::Wording => Form::Law(of),
            Saying::Summary => Form::Summary(of),
            Saying::Meaning => Form::Meaning(of),
            Saying::Own => Form::Own { quoted: words.clone(), place: words::cited_on(&of) },
            Saying::Note => Form::Own { quoted: words.clone(), place: words::noted_on(&of) },
        };
        Some(Self { whole: words, form, sources: sources.to_vec(), lines })
    }
}

/// What a card is of, as citations name it, and what it rests on.
fn subject<'b>(briefing: &'b Briefing, target: &Target) -> Option<(String, &'b [CitedSource])> {
    Some(match target {
        Target::Article(at) => {
            let (article, of) = (briefing.article(*at), briefing.instrument(at.instrument));
            (words::article_of(&article.name, &of.title), &article.sources)
        }
        Target::Provision(at) => {
            let of = briefing.instrument(at.article.instrument);
            let name = words::article_of(&provision_name(briefing, at), &of.title);
            (name, &briefing.article(at.article).sources)
        }
        Target::Instrument(at) => (briefing.instrument(*at).title.clone(), &[]),
        Target::Actor(at) => {
            let actor = briefing.actor(*at);
            (actor.name.clone(), &actor.sources)
        }
        Target::Event(at) => {
            let event = briefing.event(*at);
            (format!("{}, {}", event.title, event.date), &event.sources)
        }
        Target::Term(at) => {
            let term = briefing.term(*at);
            (term.term.clone(), &term.sources)
        }
        Target::Section(_) | Target::Block(_) | Target::Source(_) | Target::Web(_) => return None,
    })
}

/// A provision as a citation names it: what has no number is not given one, `Article 1, third unnumbered
/// paragraph`.
fn provision_name(briefing: &Briefing, at: &ProvisionAddress) -> String {
    let article = briefing.article(at.article);
    let mut name = article.name.clone();
    let wording = article.wording.as_ref();
    // The only paragraph of an article is all of it.
    let wording = wording.filter(|wording| wording.provisions().len() > 1);
    let mut is_apart = false;
    for (provision, step) in wording.map(|one| one.on_the_way(&at.steps)).into_iter().flatten() {
        let number = step.trim_start_matches('¶').parse().ok().filter(|_| !provision.is_counted());
        name.push_str(&match number {
            Some(number) => words::uncounted(number, provision.mark.is_some()),
            None => words::counted(step, is_apart),
        });
        is_apart = number.is_some();
    }
    name
}

/// The words of a provision, with all that stands in it.
fn provision(briefing: &Briefing, target: &Target) -> Option<String> {
    let Target::Provision(at) = target else { return None };
    let wording = briefing.article(at.article).wording.as_ref()?;
    let provision = wording.with_all_in(wording.find(&at.steps)?);
    Some(cut(&wording.text.plain, wording.bytes(&provision)).to_owned())
}

/// Where paragraphs of a section stand, from the first that has a number to the last.
fn span(setting: &Typesetting, blocks: &[BlockIx]) -> Option<String> {
    let briefing = setting.briefing;
    let section = blocks.first()?.section;
    let (number, title) = (section.get() + 1, &briefing.section(section).title);
    let mut numbered = blocks.iter().filter(|at| briefing.block(**at).is_numbered());
    let Some(first) = numbered.next() else {
        return Some(words::cited_in_section(number, title));
    };
    let Some(last) = numbered.next_back() else {
        let is_note = matches!(briefing.block(*first).kind, BlockKind::Note { .. });
        return Some(words::cited_at(number, title, &setting.address(*first), is_note));
    };
    let number_of = |at: &BlockIx| briefing.index().number(*at);
    let addresses = words::addresses(setting.glyphs.paragraph, number_of(first), number_of(last));
    Some(words::cited_at(number, title, &addresses, false))
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
    if let BlockKind::Table(table) = &block.kind {
        return rows(table);
    }
    if let BlockKind::List(list) = &block.kind {
        let points = list.points.iter().zip(marks(list, bullet)).map(|(point, mark)| {
            let words = point.text.plain.get(point.words..).unwrap_or_default();
            format!("{}{mark} {words}", "  ".repeat(point.level))
        });
        return points.collect::<Vec<_>>().join("\n");
    }
    let words: Vec<_> = texts(block).into_iter().map(|text| text.plain.as_str()).collect();
    words.join("\n")
}

/// A table, a line for each row.
fn rows(table: &Table) -> String {
    let Table { caption, columns, align: _, rows } = table;
    let row = |cells: &Vec<Text>| {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.plain.as_str()).collect();
        one_line(&cells.join(" | "))
    };
    let caption = caption.iter().map(|caption| one_line(&caption.plain));
    let lines = caption.chain([row(columns)]).chain(rows.iter().map(row));
    lines.collect::<Vec<_>>().join("\n")
}

/// The texts of a block that are taken away: a cue only where it was in focus itself.
pub(crate) fn texts(block: &Block) -> Vec<&Text> {
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

/// The same with the place in it: `Harbour Gazette, p. 4`.
fn cited_source(briefing: &Briefing, cited: &CitedSource) -> String {
    let CitedSource { source: at, at: place } = cited;
    let source = source(briefing, *at);
    place.as_ref().map_or_else(|| source.clone(), |place| words::placed(&source, place))
}

fn one_line(words: &str) -> String {
    words.replace('\n', " ")
}
