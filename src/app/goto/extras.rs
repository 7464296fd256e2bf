//! What can be gone to that is no part of the briefing: bookmarks, notes, views and commands.

use crate::app::App;
use crate::command::{Command, Context, Entry, Group, TABLE, entry};
use crate::model::Briefing;
use crate::model::kept::{Anchor, Bookmark, Note};
use crate::text::goto::Extra;

use super::Aim;

impl App {
    /// Bookmarks, notes, and what can be done in the context that the go-to was opened in; and what each
    /// leads to.
    pub(super) fn extras(&self, before: Context) -> (Vec<Extra>, Vec<Aim>) {
        let briefing = self.reader.as_ref().map(|reader| &*reader.briefing);
        let bookmarks = self
            .kept
            .bookmarks
            .iter()
            .map(|one| (bookmarked(one, briefing), Aim::Bookmark(one.id.clone())));
        let notes = self.kept.notes.iter();
        let notes = notes.map(|one| (noted(one, briefing), Aim::Note(one.id.clone())));
        let (utf8, dot) = (self.options.utf8(), self.options.marks.dot);
        let commands = TABLE.iter().filter(|entry| entry.contexts.has(before)).filter(|entry| {
            // What is open already is not offered.
            entry.group != Group::Write && entry.command != Command::GoTo
        });
        let commands =
            commands.map(|entry| (offered(entry, utf8, dot), Aim::Command(entry.command)));
        let all = bookmarks.chain(notes).chain(commands).enumerate();
        all.map(|(index, (extra, aim))| (Extra { index, ..extra }, aim)).unzip()
    }
}

/// What kind of thing a command is: some open a view.
pub(super) fn kind(command: Command) -> &'static str {
    let entry = entry(command);
    let opens = matches!(entry.group, Group::View | Group::See);
    // A key that works on the title page needs nothing that stands in a view or a pane.
    if opens && entry.contexts.has(Context::Title) { "view" } else { "command" }
}

/// The title of the section that something was left in.
fn section(anchor: &Anchor, briefing: Option<&Briefing>) -> Option<String> {
    let briefing = briefing?;
    Some(briefing.section(briefing.find_section(&anchor.section)?).title.clone())
}

/// A note by its words.
fn noted(note: &Note, briefing: Option<&Briefing>) -> Extra {
    Extra {
        label: note.text.replace('\n', " "),
        hidden: "note".to_owned(),
        detail: section(&note.anchor, briefing).unwrap_or_default(),
        key: format!("note:{}", note.id),
        index: 0,
    }
}

fn bookmarked(bookmark: &Bookmark, briefing: Option<&Briefing>) -> Extra {
    let anchor = &bookmark.anchor;
    let section = section(anchor, briefing);
    let label = if bookmark.label.is_empty() { &anchor.opening } else { &bookmark.label };
    let mark = bookmark.mark.map(|mark| format!("'{mark}")).unwrap_or_default();
    let detail = [mark, section.unwrap_or_default()].join(" ");
    Extra {
        label: label.replace('\n', " "),
        hidden: format!("bookmark {detail}"),
        detail: detail.trim().to_owned(),
        key: format!("bookmark:{}", bookmark.id),
        index: 0,
    }
}

/// A command by its name, with its key and what it does.
fn offered(entry: &Entry, utf8: bool, dot: &str) -> Extra {
    let mut name = entry.id.replace('-', " ");
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let key = entry.keys().next().map_or_else(String::new, |key| key.label(utf8));
    Extra {
        label: name,
        detail: format!("{key} {dot} {}", entry.help),
        hidden: format!("{} {}", entry.short, entry.help),
        key: format!("{}:{}", kind(entry.command), entry.id),
        index: 0,
    }
}
