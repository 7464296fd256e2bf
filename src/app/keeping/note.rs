//! Writing a note: its place, its draft, and what becomes of it.

use crate::desk::{Prompt, Purpose};
use crate::model::Target;
use crate::model::kept::{Anchor, Change, Draft, Note};

use super::super::step::Step;
use super::super::{Reader, words};
use super::{Keeping, Mark, Writing, meet};

impl Keeping {
    /// Begins to write a note on an article, an actor, a paragraph that is looked at from elsewhere or
    /// anything else with a card, or goes on with the one that is there.
    pub(in crate::app) fn write_note_on(&mut self, reader: &Reader, on: &Target) -> Vec<Step> {
        let is_note = |mark: &Mark| matches!(mark, Mark::Note(_) | Mark::Draft(_));
        let before = self.marks_on(on, is_note).into_iter().next();
        let steps = match (before, on) {
            (Some((_, mark)), _) => self.write_on(mark),
            (None, Target::Block(at)) => self.begin_note(Anchor::at(reader.briefing(), *at, None)),
            (None, card) => self.begin_note(Anchor::to_card(reader.briefing(), card)),
        };
        let name = reader.briefing().name(on);
        let named = |step| match step {
            Step::Write(prompt) => Step::Write(prompt.on(&name)),
            step => step,
        };
        steps.into_iter().map(named).collect()
    }

    /// Begins to write a note on what is under the cursor, or goes on with the one that is there.
    pub(in crate::app) fn write_note(&mut self, reader: &Reader) -> Vec<Step> {
        let Some(selection) = reader.selection() else {
            return vec![Step::Say(words::NO_PARAGRAPH.into())];
        };
        let notes = self.marks_on(&Target::Block(selection.block), |m| {
            matches!(m, Mark::Note(_) | Mark::Draft(_))
        });
        let under_cursor = selection.note.and_then(|at| notes.get(at));
        let on_sentence = || notes.iter().find(|(bytes, _)| meet(bytes, &selection.sentence));
        if let Some((_, mark)) = under_cursor.or_else(on_sentence) {
            return self.write_on(mark.clone());
        }
        let lit = self
            .marks_on(&Target::Block(selection.block), |mark| matches!(mark, Mark::Highlight(_)));
        let lit = lit.into_iter().find(|(bytes, _)| meet(bytes, &selection.sentence));
        let words = selection.link.unwrap_or(selection.sentence);
        let anchor = match lit {
            Some((_, highlight)) => highlight.anchor().clone(),
            None => Anchor::at(reader.briefing(), selection.block, Some(words)),
        };
        self.begin_note(anchor)
    }

    /// Writes a note on something of the list; what was removed is put back first.
    pub(in crate::app) fn annotate(&mut self, mark: Mark) -> Vec<Step> {
        if self.is_removed(&mark) {
            self.put_back(mark.clone());
        }
        self.write_on(mark)
    }

    /// Goes on with a note or a draft, or begins a note on what is marked otherwise.
    pub(super) fn write_on(&mut self, mark: Mark) -> Vec<Step> {
        match mark {
            Mark::Bookmark(_) | Mark::Highlight(_) => self.begin_note(mark.anchor().clone()),
            Mark::Draft(draft) => self.take_up(draft),
            Mark::Note(note) => {
                let of_note = |draft: &&Draft| draft.note.as_ref() == Some(&note.id);
                if let Some(draft) = self.kept.drafts.iter().rfind(of_note).cloned() {
                    return self.take_up(draft);
                }
                let (id, made) = (self.ids.fresh(), self.now);
                let Note { id: of, anchor, text, .. } = note;
                self.write(Draft { id, note: Some(of), base: text.clone(), anchor, text, made })
            }
        }
    }

    pub(super) fn begin_note(&mut self, anchor: Anchor) -> Vec<Step> {
        let (id, made) = (self.ids.fresh(), self.now);
        let (base, text) = (String::new(), String::new());
        self.write(Draft { id, note: None, base, anchor, text, made })
    }

    /// Goes on with a draft, under a new name: whoever began it may still be at it.
    fn take_up(&mut self, draft: Draft) -> Vec<Step> {
        self.keep(Change::RemoveDraft(draft.id.clone()));
        let draft = Draft { id: self.ids.fresh(), ..draft };
        self.keep(Change::PutDraft(draft.clone()));
        let mut steps = self.write(draft);
        steps.push(Step::Say(words::YOUR_DRAFT.to_owned()));
        steps
    }

    fn write(&mut self, draft: Draft) -> Vec<Step> {
        let prompt = Prompt::new(Purpose::Note, &draft.text);
        let prompt = match &draft.anchor.card {
            Some(_) => prompt.on(&draft.anchor.opening),
            None => prompt,
        };
        self.writing = Some(Writing::Note(draft));
        // A draft that is being written is not shown in the text.
        vec![Step::Write(prompt), Step::ShowMarks]
    }

    /// A key was typed into a note: it is kept as a draft.
    pub(in crate::app) fn keep_draft(&mut self, prompt: &Prompt) -> Vec<Step> {
        let Some(Writing::Note(draft)) = &mut self.writing else { return Vec::new() };
        prompt.words().clone_into(&mut draft.text);
        let draft = draft.clone();
        self.keep(Change::PutDraft(draft));
        let full = prompt.is_full().then(|| Step::Say(words::NO_MORE_FITS.to_owned()));
        full.into_iter().collect()
    }

    /// The note is saved; without words it is removed. It is said what it is on, if that is told.
    pub(in crate::app) fn save_note(&mut self, prompt: &Prompt, on: Option<&str>) -> Vec<Step> {
        let Some(Writing::Note(draft)) = self.writing.take() else { return Vec::new() };
        let (text, fits) = (prompt.words().trim(), !prompt.has_overflowed());
        let old = self.kept.notes.iter().find(|note| draft.note.as_ref() == Some(&note.id));
        let said = match old.cloned() {
            None if text.is_empty() => Some(Step::Say(words::NOTHING_WRITTEN.to_owned())),
            Some(old) if old.text == text => Some(Step::Say(words::NOTE_AS_IT_WAS.to_owned())),
            Some(old) if text.is_empty() => {
                self.keep(Change::RemoveNote { id: old.id.clone(), base: draft.base.clone() });
                self.removed.push(Mark::Note(old));
                Some(Step::SayKeys(words::note_removed))
            }
            old => self.put_note(old, &draft, text, words::note_kept(self.keeps, fits, on)),
        };
        self.drop_draft(&draft.id);
        said.into_iter().chain([Step::ShowMarks]).collect()
    }

    /// Puts the note. Says that it is put, as `said` has it, when it is kept.
    fn put_note(
        &mut self,
        old: Option<Note>,
        draft: &Draft,
        text: &str,
        said: String,
    ) -> Option<Step> {
        let now = self.now;
        let id = draft.note.clone().unwrap_or_else(|| self.ids.fresh());
        // Where it was found since the draft was begun, if it was found elsewhere.
        let anchor = old.as_ref().map_or(&draft.anchor, |old| &old.anchor).clone();
        let made = old.map_or(now, |old| old.made);
        self.removed.retain(|removed| removed.id() != id);
        let note = Note { id, anchor, text: text.to_owned(), made, changed: now };
        self.keep(Change::PutNote { note, base: draft.base.clone() });
        let said = Step::Say(said);
        if !self.keeps {
            return Some(said);
        }
        self.say_when_kept(said);
        None
    }

    /// Leaves the note; what was written is kept as a draft, if there is anything new in it.
    pub(in crate::app) fn leave_note(&mut self, fits: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        if let Some(Writing::Note(draft)) = self.writing.take() {
            if draft.text.trim().is_empty() || draft.text == draft.base {
                self.drop_draft(&draft.id);
            } else {
                let said = if fits { words::kept_as_draft } else { words::part_kept_as_draft };
                if self.keeps {
                    // Once more: what is said is said of a change, when the disk has it.
                    self.keep(Change::PutDraft(draft));
                    self.say_when_kept(Step::SayKeys(said));
                } else {
                    steps.push(Step::SayKeys(said));
                }
            }
        }
        steps.push(Step::ShowMarks);
        steps
    }

    fn drop_draft(&mut self, id: &str) {
        if self.kept.drafts.iter().any(|draft| draft.id == id) {
            self.keep(Change::RemoveDraft(id.to_owned()));
        }
    }

    /// Takes in notes that came about because two readers were at the same one.
    pub(in crate::app) fn rescue(&mut self, notes: Vec<Note>) {
        for note in notes {
            self.kept.change(&Change::PutNote { base: note.text.clone(), note });
        }
    }
}
