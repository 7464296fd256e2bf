//! Writing a note: its place, its draft, and what becomes of it.

use crate::command::Command;
use crate::model::kept::{Anchor, Change, Draft, Note};

use super::super::{App, Effect, Prompt, Purpose};
use super::{Mark, Writing, meet};

impl App {
    /// a: begins to write a note on what is under the cursor, or goes on with the one that is there.
    pub(in crate::app) fn write_note(&mut self) {
        if self.lists_marks() {
            if let Some(mark) = self.mark_in_list() {
                if self.is_removed(&mark) {
                    self.put_back(mark.clone());
                }
                self.write_on(mark);
            }
            return;
        }
        let Some((reader, spot)) = self.reader.as_ref().and_then(|r| Some((r, r.spot()?))) else {
            return self.say("no paragraph here");
        };
        let notes = self.marks_on(spot.block, |m| matches!(m, Mark::Note(_) | Mark::Draft(_)));
        let under_cursor = spot.note.and_then(|at| notes.get(at));
        let on_sentence = || notes.iter().find(|(bytes, _)| meet(bytes, &spot.sentence));
        if let Some((_, mark)) = under_cursor.or_else(on_sentence) {
            return self.write_on(mark.clone());
        }
        let lit = self.marks_on(spot.block, |mark| matches!(mark, Mark::Highlight(_)));
        let lit = lit.into_iter().find(|(bytes, _)| meet(bytes, &spot.sentence));
        let words = spot.link.unwrap_or(spot.sentence);
        let anchor = match lit {
            Some((_, highlight)) => highlight.anchor().clone(),
            None => Anchor::at(&reader.briefing, spot.block, Some(words)),
        };
        self.begin_note(anchor);
    }

    /// Goes on with a note or a draft, or begins a note on what is marked otherwise.
    fn write_on(&mut self, mark: Mark) {
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
                self.write(Draft { id, note: Some(of), base: text.clone(), anchor, text, made });
            }
        }
    }

    fn begin_note(&mut self, anchor: Anchor) {
        let (id, made) = (self.ids.fresh(), self.now);
        let (base, text) = (String::new(), String::new());
        self.write(Draft { id, note: None, base, anchor, text, made });
    }

    /// Goes on with a draft, under a new name: whoever began it may still be at it.
    fn take_up(&mut self, draft: Draft) {
        self.keep(Change::RemoveDraft(draft.id.clone()));
        let draft = Draft { id: self.ids.fresh(), ..draft };
        self.keep(Change::PutDraft(draft.clone()));
        self.write(draft);
        self.say("your draft");
    }

    fn write(&mut self, draft: Draft) {
        self.prompt = Some(Prompt::new(Purpose::Note, &draft.text));
        self.marks.writing = Some(Writing::Note(draft));
        // A draft that is being written is not shown in the text.
        self.find_marks();
    }

    /// A key was typed into a note: it is kept as a draft.
    pub(in crate::app) fn keep_draft(&mut self) {
        let (Some(prompt), Some(Writing::Note(draft))) = (&self.prompt, &mut self.marks.writing)
        else {
            return;
        };
        let full = prompt.is_full();
        prompt.words().clone_into(&mut draft.text);
        let draft = draft.clone();
        self.keep(Change::PutDraft(draft));
        if full {
            self.say("no more fits in a note");
        }
    }

    /// The note is saved; without words it is removed.
    pub(in crate::app) fn save_note(&mut self, words: &str) {
        let Some(Writing::Note(draft)) = self.marks.writing.take() else { return };
        let words = words.trim();
        let old = self.kept.notes.iter().find(|note| draft.note.as_ref() == Some(&note.id));
        match old.cloned() {
            None if words.is_empty() => self.say("nothing written"),
            Some(old) if old.text == words => self.say("the note is as it was"),
            Some(old) if words.is_empty() => {
                self.keep(Change::RemoveNote { id: old.id.clone(), base: draft.base.clone() });
                self.marks.removed.push(Mark::Note(old));
                self.say("note removed; ' and D put it back");
            }
            old => self.put_note(old, &draft, words),
        }
        self.drop_draft(&draft.id);
        self.find_marks();
    }

    fn put_note(&mut self, old: Option<Note>, draft: &Draft, words: &str) {
        let now = self.now;
        let id = draft.note.clone().unwrap_or_else(|| self.ids.fresh());
        // Where it was found since the draft was begun, if it was found elsewhere.
        let anchor = old.as_ref().map_or(&draft.anchor, |old| &old.anchor).clone();
        let made = old.map_or(now, |old| old.made);
        self.marks.removed.retain(|removed| removed.id() != id);
        let note = Note { id, anchor, text: words.to_owned(), made, changed: now };
        self.keep(Change::PutNote { note, base: draft.base.clone() });
        self.say(if self.keeps { "note saved" } else { "note kept only until you leave" });
    }

    /// Leaves the note; what was written is kept as a draft, if there is anything new in it.
    pub(in crate::app) fn leave_note(&mut self) {
        if let Some(Writing::Note(draft)) = self.marks.writing.take() {
            if draft.text.trim().is_empty() || draft.text == draft.base {
                self.drop_draft(&draft.id);
            } else {
                self.say("kept as a draft; a goes on with it");
            }
        }
        self.find_marks();
    }

    fn drop_draft(&mut self, id: &str) {
        if self.kept.drafts.iter().any(|draft| draft.id == id) {
            self.keep(Change::RemoveDraft(id.to_owned()));
        }
    }

    /// Ctrl-e: hands the note to an editor.
    pub(in crate::app) fn edit_outside(&self) -> Vec<Effect> {
        let note = self.prompt.iter().filter(|prompt| prompt.has_lines());
        note.map(|prompt| Effect::Edit(prompt.words().to_owned())).collect()
    }

    /// The editor came back with words, or with a sentence on why it did not.
    pub(in crate::app) fn edited(&mut self, words: Result<String, String>) {
        let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.has_lines()) else { return };
        match words {
            Ok(words) => {
                prompt.replace(words.trim_end());
                self.written();
            }
            Err(sentence) => self.say(sentence),
        }
    }

    /// Whether a command edits a note rather than a line.
    pub(in crate::app) fn writes_note(&self, command: Command) -> bool {
        let note = self.prompt.as_ref().is_some_and(Prompt::has_lines);
        note && matches!(command, Command::BreakLine | Command::Editor)
    }

    /// Takes in notes that came about because two readers were at the same one.
    pub(in crate::app) fn rescue(&mut self, notes: Vec<Note>) {
        if notes.is_empty() {
            return;
        }
        for note in notes {
            self.kept.change(&Change::PutNote { base: note.text.clone(), note });
        }
        let words = "a note was written in another window too; both are kept, and ' lists them";
        self.notice = Some(words.to_owned());
        self.find_marks();
        self.lay_out(false);
    }
}
