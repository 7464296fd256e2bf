//! The narrative.

use crate::export::reference::Standing;
use crate::export::words as said;
use crate::model::{
    Align, Block, BlockIx, BlockKind, Branch, CitedSource, Section, SectionIx, Speaker, Table,
    Target, Text,
};

use super::{Page, hung, light, quoted, words};

impl Page<'_> {
    pub(super) fn section(&mut self, at: SectionIx) {
        let Section { id: _, title, summary, blocks } = self.setting.briefing.section(at);
        let title = said::section(at.get() + 1, title);
        self.heading(2, &title, Some(Target::Section(at)));
        self.prose(None, summary.as_ref());
        for at in (0..blocks.len()).map(|block| BlockIx::new(at, block)) {
            self.narrative(at);
            for note in self.left.into_iter().flat_map(|left| left.on(Target::Block(at))) {
                if note.is_for(self.edition.audience, self.setting.briefing) {
                    self.note_below(note);
                }
            }
        }
    }

    pub(super) fn narrative(&mut self, at: BlockIx) {
        let block = self.setting.briefing.block(at);
        // What it rests on stands below, where its kind has room for it.
        let Block { id: _, kind, evidence: _, confidence: _, sources: _ } = block;
        match kind {
            BlockKind::Heading(text) => self.subheading(at, text),
            BlockKind::Paragraph(text) => {
                let text = self.text_of(at, text);
                let paragraph = self.numbered(at, &text);
                self.block(&paragraph);
                self.evidence(block);
            }
            // Markdown has no place for a language.
            BlockKind::Quote { paragraphs, from, language: _ } => {
                self.quote(at, paragraphs, from.as_ref());
            }
            BlockKind::List(list) => {
                let number = self.numbered(at, "");
                self.block(&number);
                self.block(&self.points(at, list.ordered, &list.tree()));
                self.evidence(block);
            }
            BlockKind::Table(table) => {
                self.table(at, table);
                self.evidence(block);
            }
            BlockKind::Note { text, about } => self.note(at, text, *about),
            BlockKind::Question { text, hint, minutes } => {
                self.question(at, (text, hint.as_ref()), *minutes);
            }
            BlockKind::Cue(text) if self.edition.audience.sees_cues() => self.cue(at, text),
            BlockKind::Cue(_) => {}
        }
    }

    /// Points with those below them.
    fn points(&self, at: BlockIx, ordered: bool, points: &[Branch]) -> String {
        let points = (1..).zip(points).map(|(number, Branch { point, below })| {
            let lead = if ordered { format!("{number}. ") } else { "- ".to_owned() };
            let mut words = self.text_of(at, &point.text);
            if !below.is_empty() {
                words.push('\n');
                words.push_str(&self.points(at, ordered, below));
            }
            hung(&lead, &words)
        });
        points.collect::<Vec<_>>().join("\n")
    }

    /// A table as GitHub and most others read it; in any other reader its rows are lines.
    fn table(&mut self, at: BlockIx, table: &Table) {
        let Table { caption, columns, align, rows } = table;
        let caption = caption.as_ref().map_or_else(String::new, |text| self.text_of(at, text));
        let head = self.numbered(at, &caption);
        self.block(&head);
        let row = |cells: &[Text]| {
            let cells = cells.iter().map(|cell| in_cell(&self.text_of(at, cell)));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = align.iter().map(|align| match align {
            Align::Left => "---",
            Align::Right => "---:",
            Align::Centre => ":---:",
        });
        let rule = format!("| {} |", rule.collect::<Vec<_>>().join(" | "));
        let lines = [row(columns), rule].into_iter().chain(rows.iter().map(|cells| row(cells)));
        let lines: Vec<String> = lines.collect();
        self.block(&lines.join("\n"));
    }

    /// A heading of the text, with its links.
    fn subheading(&mut self, at: BlockIx, text: &Text) {
        let words = self.text_of(at, text).replace("\\\n", " ");
        let anchor = self.anchor(Target::Block(at));
        self.written_heading(3, &format!("{anchor}{words}"));
    }

    /// What a block says behind its number: `¶ 4 · `.
    fn numbered(&mut self, at: BlockIx, markdown: &str) -> String {
        let anchor = self.anchor(Target::Block(at));
        let block = self.setting.briefing.block(at);
        let number = block.is_numbered().then(|| self.setting.address(at));
        let parts: Vec<&str> = number.as_deref().into_iter().chain([markdown]).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        anchor + &parts.join(" · ")
    }

    /// A text of a block.
    fn text_of(&self, at: BlockIx, text: &Text) -> String {
        let kind = &self.setting.briefing.block(at).kind;
        let named =
            matches!(kind, BlockKind::Note { .. } | BlockKind::Question { .. } | BlockKind::Cue(_));
        self.text_in(text, Standing { section: Some(at.section), named })
    }

    fn evidence(&mut self, block: &Block) {
        let rests_on = self.rests_on(block);
        self.block(&light(&rests_on.join(" · ")));
    }

    fn quote(&mut self, at: BlockIx, paragraphs: &[Text], from: Option<&Speaker>) {
        let block = self.setting.briefing.block(at);
        let speaker = from.map(|from| match from {
            Speaker::Actor(at) => {
                let name = &self.setting.briefing.actor(*at).name;
                self.link(name, &Target::Actor(*at))
            }
            Speaker::Named(name) => words(name),
        });
        let mut who: Vec<String> = speaker.into_iter().collect();
        who.extend(Some(light(&self.rests_on(block).join(" · "))).filter(|rest| !rest.is_empty()));
        // Each paragraph is opened, and the last one closed.
        let said: Vec<String> = paragraphs.iter().map(|text| self.text_of(at, text)).collect();
        let said = format!("“{}”", said.join("\n\n“"));
        let said = self.numbered(at, &said);
        if who.is_empty() {
            return self.block(&quoted(&said));
        }
        self.block(&quoted(&format!("{said}\n\n— {}", who.join(" · "))));
    }

    fn note(&mut self, at: BlockIx, text: &Text, about: Option<BlockIx>) {
        let block = self.setting.briefing.block(at);
        let about = about.map(|at| self.link(&self.setting.address(at), &Target::Block(at)));
        let label = match (about, said::EDITORS_NOTE_ON, said::EDITORS_NOTE_ALONE) {
            (Some(about), [name, on, end], _) => format!("**{name}**{on}{about}{}", end.trim_end()),
            (None, _, [name, end]) => format!("**{name}{}**", end.trim_end()),
        };
        let rests_on = light(&self.rests_on(block).join(" · "));
        let below = if rests_on.is_empty() { "" } else { "\n\n" };
        let note = format!("{label} {}", self.text_of(at, text));
        let note = self.numbered(at, &note);
        self.block(&quoted(&format!("{note}{below}{rests_on}")));
    }

    fn question(
        &mut self,
        at: BlockIx,
        (text, hint): (&Text, Option<&Text>),
        minutes: Option<u32>,
    ) {
        let number = self.setting.briefing.question_number(at).map(said::question_in_text);
        let facts = number.into_iter().chain(minutes.map(said::minutes_short));
        let head: Vec<_> = [said::FOR_THE_CLASS.to_owned()].into_iter().chain(facts).collect();
        let text = self.text_of(at, text);
        let question = self.numbered(at, &format!("**{}.** {text}", head.join(" · ")));
        self.block(&question);
        if let Some(hint) = hint.filter(|_| self.edition.audience.sees_hints()) {
            self.block(&format!("**{}:** {}", said::HINT, self.text_of(at, hint)));
        }
    }

    fn cue(&mut self, at: BlockIx, text: &Text) {
        let cue = format!("**{}:** {}", said::TEACHER, self.text_of(at, text));
        let cue = self.numbered(at, &cue);
        self.block(&quoted(&cue));
    }

    /// What a block's statements rest on, as far as that does not go without saying.
    fn rests_on(&self, block: &Block) -> Vec<String> {
        let Block { id: _, kind: _, evidence, confidence: degree, sources } = block;
        let mark =
            |kind| format!("{} {kind}", self.setting.glyphs.evidence(kind), kind = kind.words());
        let mut parts: Vec<String> = evidence.map(mark).into_iter().collect();
        parts.extend(said::doubt(*evidence, *degree));
        parts.extend(self.sources_of(sources));
        parts
    }

    /// The sources of a statement, by their numbers.
    pub(super) fn sources_of(&self, sources: &[CitedSource]) -> Option<String> {
        if sources.is_empty() {
            return None;
        }
        let number = |CitedSource { source, at }: &CitedSource| {
            let number = self.link(&(source.get() + 1).to_string(), &Target::Source(*source));
            let place = at.as_deref().map(words);
            said::numbered_place(&number, place.as_deref())
        };
        let numbers: Vec<String> = sources.iter().map(number).collect();
        Some(said::sources_by_number(&numbers))
    }
}

/// Markdown in a cell of a table, which is one line and ends at the next upright that has no backslash.
fn in_cell(markdown: &str) -> String {
    let mut cell = String::with_capacity(markdown.len());
    for c in markdown.replace("\\\n", "<br>").replace('\n', " ").chars() {
        if c == '|' && !cell.ends_with('\\') {
            cell.push('\\');
        }
        cell.push(c);
    }
    cell
}
