//! Going to anything by its name: a line to write it in, and above it a list of what fits best.

mod extras;
mod word;

use std::sync::Arc;

use crate::command::{Command, entry};
use crate::model::Target;
use crate::model::kept::{Anchor, Change, Finder, Found};
use crate::text::goto::{Goal, Kind, Names, Ranked};
use crate::text::{Element, Link, Role, Sheet};

use super::{App, Effect, Item, Overlay, Pane, Prompt, Purpose, View};

/// How many names the list holds at most: more than anybody looks through.
const MOST: usize = 50;
/// Columns for what kind of thing it is: the longest word and two blanks.
const KIND: usize = 12;

/// What the list of names holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoTo {
    /// What can be gone to beside the briefing's own names, by the number that it has there.
    extras: Vec<Aim>,
    /// What the lines of the list lead to.
    lines: Vec<Line>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    aim: Aim,
    /// What the choice is remembered by.
    key: String,
}

/// Where a line of the list leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Aim {
    /// To something of the briefing.
    Target(Target),
    /// To a place that the reader marked, by the bookmark's name.
    Bookmark(String),
    /// To what the reader wrote a note on, by the note's name.
    Note(String),
    /// To what a key would do.
    Command(Command),
}

impl GoTo {
    /// Whether no name fits.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn aim(&self, goal: &Goal) -> Option<Aim> {
        match goal {
            Goal::To(target) => Some(Aim::Target(target.clone())),
            Goal::Extra(number) => self.extras.get(*number).cloned(),
        }
    }

    /// Takes the names that fit best, and answers with the lines of the list.
    fn list(&mut self, names: &Names, ranked: &[Ranked], ellipsis: &'static str) -> Vec<Item> {
        let mut items = Vec::new();
        self.lines.clear();
        for one in ranked {
            let Some(candidate) = names.candidate(one.candidate) else { continue };
            let Some(aim) = self.aim(&candidate.goal) else { continue };
            let kind = aim.words(candidate.kind);
            // What the kind or the name says already is not said again.
            let detail = candidate.detail.strip_prefix(kind).unwrap_or(&candidate.detail).trim();
            let detail = if candidate.label.starts_with(detail) { "" } else { detail };
            let mut rich = names.label(one);
            if !detail.is_empty() {
                rich.push(&format!("  {detail}"), Role::Faint);
            }
            let mut sheet = Sheet::default();
            let lead = format!("{kind:KIND$}");
            sheet.push(Element::new(rich).hung(&lead, Role::Faint).clipped(ellipsis));
            items.push(Item::Entry(Arc::new(sheet)));
            self.lines.push(Line { aim, key: candidate.key.clone() });
        }
        items
    }
}

impl Aim {
    /// What kind of thing it is, in a word.
    fn words(&self, kind: Kind) -> &'static str {
        match self {
            Self::Target(_) => kind.words(),
            Self::Bookmark(_) => "bookmark",
            Self::Note(_) => "note",
            Self::Command(command) => extras::kind(*command),
        }
    }
}

impl Aim {
    /// Whether it is the command with this key.
    fn has_key(&self, key: &str) -> bool {
        matches!(self, Self::Command(command)
            if entry(*command).keys().any(|one| one.to_string() == key))
    }
}

impl App {
    /// Makes the names of the briefing that was opened. Of 24,000 that takes some 20 ms, which nobody
    /// sees after reading as many files, but everybody would after a key.
    pub(super) fn gather_names(&mut self) {
        if let Some(reader) = &mut self.reader {
            reader.names_mut();
        }
    }

    /// Begins to write a name, with `words` as its beginning.
    pub(super) fn write_goto(&mut self, words: &str) {
        let before = self.context();
        let (extras, aims) = self.extras(before);
        let Some(reader) = &mut self.reader else { return };
        reader.names_mut().set_extras(extras);
        self.prompt = Some(Prompt::new(Purpose::GoTo, words));
        let goto = GoTo { extras: aims, ..GoTo::default() };
        self.overlays.push(Overlay { view: View::GoTo(goto), pane: Pane::list(Vec::new()) });
        self.list_names();
    }

    /// Puts the names up that fit what is written, the best first.
    pub(super) fn list_names(&mut self) {
        let (Some(prompt), Some(reader)) = (&self.prompt, &self.reader) else { return };
        let Some(View::GoTo(goto)) = self.overlays.last_mut().map(|top| &mut top.view) else {
            return;
        };
        let (chosen, now) = (&self.kept.chosen, self.now);
        // A choice within the hour is worth a letter, 16 points, as it is.
        let weight = |key: &str| chosen.get(key).map_or(0, |one| one.weight(now));
        let Some(names) = reader.names() else { return };
        let ranked =
            names.rank(prompt.words(), MOST, |key| u32::try_from(weight(key)).unwrap_or(u32::MAX));
        let mut items = goto.list(names, &ranked, self.options.marks.ellipsis);
        // A key that is written as it is means its command; digits mean articles.
        let typed = prompt.words();
        let is_key = |line: &Line| line.aim.has_key(typed) && !typed.starts_with(char::is_numeric);
        if let Some(at) = goto.lines.iter().position(is_key) {
            goto.lines.get_mut(..=at).into_iter().for_each(|lines| lines.rotate_right(1));
            items.get_mut(..=at).into_iter().for_each(|items| items.rotate_right(1));
        }
        if items.is_empty() {
            items.push(Item::from_words("Nothing here has a name like that."));
        }
        self.on_overlay(|pane, layout| pane.set(items, layout));
    }

    /// Whether the name of something to go to is being written.
    pub(super) fn writes_name(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| prompt.purpose == Purpose::GoTo)
    }

    /// Up or down in the list above the line.
    pub(super) fn move_in_list(&mut self, command: Command) {
        self.on_overlay(|pane, layout| {
            crate::desk::apply(command, pane, layout);
        });
    }

    /// Opens what is chosen in the list; with nothing in it, the line stays.
    pub(super) fn go(&mut self) -> Vec<Effect> {
        let line = match self.overlays.last() {
            Some(Overlay { view: View::GoTo(goto), pane }) => {
                goto.lines.get(pane.cursor().item).cloned()
            }
            _ => None,
        };
        let Some(Line { aim, key }) = line else { return Vec::new() };
        self.leave_goto();
        self.keep(Change::Chosen(key, self.now));
        match aim {
            Aim::Target(target) => self.follow(Link::To(target)),
            Aim::Bookmark(id) => {
                let bookmark = self.kept.bookmarks.iter().find(|one| one.id == id);
                self.go_to_anchor(bookmark.map(|one| one.anchor.clone()));
            }
            Aim::Note(id) => {
                let note = self.kept.notes.iter().find(|one| one.id == id);
                self.go_to_anchor(note.map(|one| one.anchor.clone()));
            }
            Aim::Command(command) => return self.run(command),
        }
        Vec::new()
    }

    /// Puts the line and the list away.
    pub(super) fn leave_goto(&mut self) {
        self.prompt = None;
        self.overlays.pop_if(|top| matches!(top.view, View::GoTo(_)));
    }

    fn go_to_anchor(&mut self, anchor: Option<Anchor>) {
        let Some(anchor) = anchor else { return };
        match self.found(&anchor) {
            Some(Found::At { block, .. } | Found::Moved { block, .. }) => {
                self.follow(Link::To(Target::Block(block)));
            }
            Some(Found::Adrift { near: Some(block) }) => {
                self.follow(Link::To(Target::Block(block)));
                self.say("the marked words are gone; they stood here");
            }
            Some(Found::Adrift { near: None }) | None => {
                self.say("the marked paragraph is no longer in the briefing");
            }
        }
    }

    fn found(&self, anchor: &Anchor) -> Option<Found> {
        let reader = self.reader.as_ref()?;
        Some(Finder::new(&reader.briefing).find(anchor))
    }
}
