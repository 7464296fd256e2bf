//! The narrative.

use crate::export::words as said;
use crate::model::{
    Block, BlockIx, BlockKind, Confidence, Section, SectionIx, SourceIx, Speaker, Target, Text,
};

use super::{Page, light, quoted, words};

/// How many words a block is named by.
const OPENING: usize = 6;

impl Page<'_> {
    pub(super) fn section(&mut self, at: SectionIx) {
        let Section { id: _, title, summary, blocks } = self.setting.briefing.section(at);
        let title = said::section(at.get() + 1, title);
        self.heading(2, &title, Some(Target::Section(at)));
        self.prose(None, summary.as_ref());
        for block in (0..blocks.len()).map(|block| BlockIx::new(at, block)) {
            self.narrative(block);
            for note in self.left.into_iter().flat_map(|left| left.on(block)) {
                self.note_below(note);
            }
            // A paragraph has no anchor of its own; the heading above it is near.
            self.headings.insert(Target::Block(block), self.here.clone());
        }
    }

    fn narrative(&mut self, at: BlockIx) {
        let block = self.setting.briefing.block(at);
        // What it rests on stands below, where its kind has room for it.
        let Block { id: _, kind, evidence: _, confidence: _, sources: _ } = block;
        match kind {
            BlockKind::Heading(text) => self.heading(3, &text.plain, None),
            BlockKind::Paragraph(text) => {
                self.prose(None, Some(text));
                self.evidence(block);
            }
            BlockKind::Quote { text, from } => self.quote(block, text, from.as_ref()),
            BlockKind::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.text(item)).collect();
                self.list(&items);
                self.evidence(block);
            }
            BlockKind::Note { text, about } => self.note(at, text, *about),
            BlockKind::Question { text, hint: _, minutes } => self.question(at, text, *minutes),
            // Cues and hints are for the teacher, and this is what the class gets.
            BlockKind::Cue(_) => {}
        }
    }

    fn evidence(&mut self, block: &Block) {
        let rests_on = self.rests_on(block);
        self.block(&light(&rests_on.join(" · ")));
    }

    fn quote(&mut self, block: &Block, text: &Text, from: Option<&Speaker>) {
        let speaker = from.map(|from| match from {
            Speaker::Actor(at) => {
                let name = &self.setting.briefing.actor(*at).name;
                self.link(name, &Target::Actor(*at))
            }
            Speaker::Named(name) => words(name),
        });
        let mut who: Vec<String> = speaker.into_iter().collect();
        who.extend(Some(light(&self.rests_on(block).join(" · "))).filter(|rest| !rest.is_empty()));
        let said = format!("“{}”", self.text(text));
        if who.is_empty() {
            return self.block(&quoted(&said));
        }
        self.block(&quoted(&format!("{said}\n\n— {}", who.join(" · "))));
    }

    fn note(&mut self, at: BlockIx, text: &Text, about: Option<BlockIx>) {
        let block = self.setting.briefing.block(at);
        let about = about.filter(|about| !self.stands_below(at, *about)).map(|about| {
            let opening = opening(self.setting.briefing.block(about));
            self.link(&opening, &Target::Block(about))
        });
        let label = match (about, said::EDITORS_NOTE_ON, said::EDITORS_NOTE_ALONE) {
            (Some(about), [name, on, end], _) => format!("**{name}**{on}{about}{}", end.trim_end()),
            (None, _, [name, end]) => format!("**{name}{}**", end.trim_end()),
        };
        let rests_on = light(&self.rests_on(block).join(" · "));
        let below = if rests_on.is_empty() { "" } else { "\n\n" };
        let note = format!("{label} {}{below}{rests_on}", self.text(text));
        self.block(&quoted(&note));
    }

    /// Whether `note` comes right after `about`, other notes on it apart. Then it need not say
    /// what it is on.
    fn stands_below(&self, note: BlockIx, about: BlockIx) -> bool {
        let blocks = &self.setting.briefing.section(note.section).blocks;
        let between = blocks.get(about.get() + 1..note.get());
        between.is_some_and(|between| {
            between.iter().all(|block| matches!(block.kind, BlockKind::Note { .. }))
        })
    }

    fn question(&mut self, at: BlockIx, text: &Text, minutes: Option<u32>) {
        let number = self.setting.briefing.question_number(at).map(said::question_in_text);
        let facts = number.into_iter().chain(minutes.map(said::minutes_short));
        let head: Vec<_> = [said::FOR_THE_CLASS.to_owned()].into_iter().chain(facts).collect();
        let question = format!("**{}.** {}", head.join(" · "), self.text(text));
        self.block(&question);
    }

    /// What a block's statements rest on, as far as that does not go without saying.
    fn rests_on(&self, block: &Block) -> Vec<String> {
        let Block { id: _, kind: _, evidence, confidence: degree, sources } = block;
        let mark =
            |kind| format!("{} {kind}", self.setting.glyphs.evidence(kind), kind = kind.words());
        let mut parts: Vec<String> = evidence.map(mark).into_iter().collect();
        parts.extend(confidence(*degree));
        parts.extend(self.sources_of(sources));
        parts
    }

    /// The sources of a statement: by their numbers, where the list of sources is in the same
    /// document, or by their titles.
    pub(super) fn sources_of(&self, sources: &[SourceIx]) -> Option<String> {
        if sources.is_empty() {
            return None;
        }
        let named = sources.iter().map(|at| {
            if self.whole {
                self.link(&(at.get() + 1).to_string(), &Target::Source(*at))
            } else {
                words(&self.setting.briefing.source(*at).title)
            }
        });
        let named: Vec<String> = named.collect();
        let words = if self.whole { said::sources_by_number } else { said::sources_by_title };
        Some(words(&named))
    }
}

/// The first words of a block, to name it by: there are no numbers of paragraphs here.
fn opening(block: &Block) -> String {
    let words = block.shown_texts().into_iter().flat_map(|text| text.plain.split_whitespace());
    let words: Vec<&str> = words.take(OPENING + 1).collect();
    match words.get(..OPENING) {
        Some(first) if words.len() > OPENING => format!("“{} …”", first.join(" ")),
        _ => format!("“{}”", words.join(" ")),
    }
}

/// How sure it is, unless that goes without saying.
pub(super) fn confidence(degree: Option<Confidence>) -> Option<String> {
    let degree = degree.filter(|degree| *degree != Confidence::High)?;
    Some(said::confidence(degree.words()))
}
