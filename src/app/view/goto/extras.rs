//! What can be gone to that is no name of the briefing: lessons, questions, bookmarks, notes, views and commands.

use crate::command::{Command, Context, Entry, Find, Group, Keymap, Program, TABLE};
use crate::model::Briefing;
use crate::model::kept::{Anchor, Bookmark, Note};
use crate::text::goto::Extra;
use crate::text::{Glyphs, Typesetting};

use super::super::super::class::Question;
use super::super::super::words;
use super::super::Scene;
use super::NameTarget;

/// Lessons, questions, bookmarks, notes, and what can be done in the context that the go-to was opened in; and what each
/// leads to; `offers` says which commands.
pub(super) fn all(
    before: Context,
    offers: impl Fn(Command) -> bool,
    scene: &Scene,
) -> (Vec<Extra>, Vec<NameTarget>) {
    let (briefing, kept) = (scene.setting.briefing, scene.keeping.kept());
    let is_seen = !scene.reader.hides_own();
    let bookmarks = kept
        .bookmarks
        .iter()
        .filter(|_| is_seen)
        .map(|one| (bookmarked(one, briefing), NameTarget::Bookmark(one.id.clone())));
    let notes = kept
        .notes
        .iter()
        .filter(|_| is_seen)
        .map(|one| (noted(one, briefing), NameTarget::Note(one.id.clone())));
    let glyphs = scene.setting.glyphs;
    let commands = TABLE.iter().filter(|entry| entry.contexts.has(before)).filter(|entry| {
        // What is open already is not offered, nor what closes it again.
        let is_here = [Find::GoTo.into(), Program::CloseOrQuit.into()].contains(&entry.command);
        entry.group != Group::Write && !is_here && offers(entry.command)
    });
    let commands = commands
        .map(|entry| (offered(entry, scene.keymap, glyphs), NameTarget::Command(entry.command)));
    let lessons = lessons(&scene.setting);
    let all = lessons
        .chain(questions(briefing))
        .chain(bookmarks)
        .chain(notes)
        .chain(commands)
        .enumerate();
    all.map(|(index, (extra, target))| (Extra { index, ..extra }, target)).unzip()
}

/// Whether a command opens a view: its key works on the title page, so it needs nothing that stands in
/// a view or a pane.
pub(super) fn opens_view(command: Command) -> bool {
    let entry = command.entry();
    matches!(entry.group, Group::View | Group::See) && entry.contexts.has(Context::Title)
}

/// The plans of lessons, for the teacher alone.
fn lessons<'b>(setting: &Typesetting<'b>) -> impl Iterator<Item = (Extra, NameTarget)> + use<'b> {
    let shown = if setting.teacher { setting.briefing.lessons.as_slice() } else { &[] };
    shown.iter().enumerate().map(|(at, lesson)| {
        let label = words::titled_lesson(&lesson.title, lesson.minutes());
        let key = format!("lesson:{}", at + 1);
        (Extra { label, key, ..Extra::default() }, NameTarget::Lesson(at))
    })
}

/// What a class is asked, by the numbers that its view, the text and print give.
fn questions(briefing: &Briefing) -> impl Iterator<Item = (Extra, NameTarget)> + '_ {
    let talk = (0..briefing.questions()).filter_map(|at| {
        let label = words::numbered_question(at + 1, &briefing.question(at)?.question.plain);
        Some((label, format!("question:{}", at + 1), Question::Discussion(at)))
    });
    let quiz = briefing.quiz.iter().enumerate().map(|(at, quiz)| {
        let label = words::numbered_quiz_question(at + 1, &quiz.question.plain);
        (label, format!("quiz:{}", at + 1), Question::Quiz(at))
    });
    talk.chain(quiz).map(|(label, key, question)| {
        let label = label.replace('\n', " ");
        (Extra { label, key, ..Extra::default() }, NameTarget::Question(question))
    })
}

/// The title of the section that something was left in.
fn section(anchor: &Anchor, briefing: &Briefing) -> Option<String> {
    Some(briefing.section(briefing.find_section(&anchor.section)?).title.clone())
}

/// A note by its words.
fn noted(note: &Note, briefing: &Briefing) -> Extra {
    Extra {
        label: note.text.replace('\n', " "),
        hidden: "note".to_owned(),
        detail: section(&note.anchor, briefing).unwrap_or_default(),
        key: format!("note:{}", note.id),
        index: 0,
    }
}

fn bookmarked(bookmark: &Bookmark, briefing: &Briefing) -> Extra {
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

/// A view has one name, which its footer has too; any other command that of its id.
pub(super) fn name(entry: &Entry) -> String {
    if opens_view(entry.command) { entry.short.to_owned() } else { entry.id.replace('-', " ") }
}

/// A command by its name, with its key and what it does.
fn offered(entry: &Entry, keymap: &Keymap, glyphs: &Glyphs) -> Extra {
    let is_view = opens_view(entry.command);
    let mut name = name(entry);
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let utf8 = *glyphs == Glyphs::UNICODE;
    let key = keymap.keys(entry.command).next().map(|key| key.label(utf8));
    // What a choice is remembered by, which no language changes.
    let kind = if is_view { "view" } else { "command" };
    // Who types a number means what has it, not the columns of which a help speaks.
    let said = entry.help.split_whitespace().filter(|word| !word.contains(char::is_numeric));
    let said = said.collect::<Vec<_>>().join(" ");
    Extra {
        label: name,
        detail: key.map_or_else(
            || entry.help.to_owned(),
            |key| format!("{key} {} {}", glyphs.dot, entry.help),
        ),
        hidden: format!("{} {said}", entry.short),
        key: format!("{kind}:{}", entry.id),
        index: 0,
    }
}
