//! Which keys the footer offers: those that do something now, the most useful first.

use crate::command::{Command, Context, Entry, entry};
use crate::text::Link;

use super::{App, Class, Item, Pane, PaneId, Reader, Relations, View, Zen};

const TEXT: &[Command] = &[
    Command::NextMatch,
    Command::Lens,
    Command::NextParagraph,
    Command::NextLink,
    Command::Follow,
    Command::Peek,
    Command::NextPane,
    Command::Back,
    Command::Forward,
    Command::Contents,
    Command::Search,
    Command::GoTo,
    Command::Note,
    Command::PageDown,
    Command::NextSection,
    Command::Shelf,
    Command::Help,
    Command::Quit,
];
const SIDE: &[Command] = &[
    Command::NextMatch,
    Command::NextParagraph,
    Command::NextLink,
    Command::Follow,
    Command::Peek,
    Command::CitedBy,
    Command::Compare,
    Command::Pin,
    Command::NextPane,
    Command::Back,
    Command::Forward,
    Command::Help,
    Command::Quit,
];
const CARD: &[Command] = &[
    Command::NextMatch,
    Command::NextParagraph,
    Command::NextLink,
    Command::Follow,
    Command::Peek,
    Command::Compare,
    Command::PageDown,
    Command::Close,
    Command::Help,
];
const LIST: &[Command] =
    &[Command::NextParagraph, Command::Follow, Command::PageDown, Command::Close];
const TITLE: &[Command] = &[
    Command::Follow,
    Command::NextParagraph,
    Command::PageDown,
    Command::Contents,
    Command::Help,
    Command::Quit,
];
const COMPARE: &[Command] = &[
    Command::MoreColumns,
    Command::FewerColumns,
    Command::NextParagraph,
    Command::Follow,
    Command::NextLink,
    Command::Peek,
    Command::Comparisons,
    Command::Close,
    Command::Help,
];
const TIMELINE: &[Command] = &[
    Command::NextParagraph,
    Command::Follow,
    Command::ZoomIn,
    Command::ZoomOut,
    Command::Narrow,
    Command::Filter,
    Command::Close,
    Command::Help,
];
const MATRIX: &[Command] = &[
    Command::LineDown,
    Command::CellRight,
    Command::Follow,
    Command::Sort,
    Command::TurnView,
    Command::Close,
    Command::Help,
];
const RELATIONS: &[Command] = &[
    Command::LineDown,
    Command::Follow,
    Command::Back,
    Command::TurnView,
    Command::CitedBy,
    Command::NextLink,
    Command::Close,
    Command::Help,
];
const EVIDENCE: &[Command] =
    &[Command::NextParagraph, Command::Follow, Command::NextSection, Command::Close, Command::Help];
const CLASS: &[Command] = &[
    Command::LineDown,
    Command::Follow,
    Command::NextQuestion,
    Command::Reveal,
    Command::Clock,
    Command::TurnView,
    Command::Close,
    Command::Help,
];
const PROMPT: &[Command] =
    &[Command::ListDown, Command::Accept, Command::BreakLine, Command::Cancel, Command::Editor];
const MARKS: &[Command] = &[
    Command::NextParagraph,
    Command::Follow,
    Command::Note,
    Command::Remove,
    Command::PageDown,
    Command::Close,
    Command::Help,
];
const RESULTS: &[Command] =
    &[Command::NextParagraph, Command::Follow, Command::PageDown, Command::Close, Command::Help];
const SHELF: &[Command] =
    &[Command::NextParagraph, Command::Follow, Command::Theme, Command::Help, Command::Quit];

/// A key that the footer offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The command, with its keys.
    pub entry: &'static Entry,
    /// What it does here, in a word or two.
    pub words: &'static str,
}

impl App {
    /// What the footer offers, in order.
    pub fn footer(&self) -> Vec<Offer> {
        let commands = match self.context() {
            Context::Text => TEXT,
            Context::Articles | Context::Actors => SIDE,
            Context::Card => CARD,
            Context::List => LIST,
            Context::Shelf => SHELF,
            Context::Marks => MARKS,
            Context::Results => RESULTS,
            Context::Title => TITLE,
            Context::Compare => COMPARE,
            Context::Timeline => TIMELINE,
            Context::Matrix => MATRIX,
            Context::Relations => RELATIONS,
            Context::Evidence => EVIDENCE,
            Context::Class => CLASS,
            Context::Prompt => PROMPT,
        };
        let offer = |command: Command| {
            let entry = entry(command);
            Offer { entry, words: self.words(command).unwrap_or(entry.short) }
        };
        commands.iter().copied().filter(|command| self.can(*command)).map(offer).collect()
    }

    /// What a command does here, if the table's word does not say it.
    fn words(&self, command: Command) -> Option<&'static str> {
        let view = self.overlays.last().map(|overlay| &overlay.view);
        let reader = self.reader.as_ref()?;
        if self.writes_note(Command::BreakLine) {
            return match command {
                Command::Accept => Some("save"),
                Command::Cancel => Some("leave as draft"),
                _ => None,
            };
        }
        match (command, view) {
            (Command::Remove, _) if self.marked_in_list().1 => Some("put back"),
            (Command::Follow, Some(View::Results(_))) => Some("stay"),
            (Command::Close, Some(View::Results(_))) => Some("back"),
            (Command::Pin, None) if reader.is_pinned(reader.to_pin()) => Some("unpin"),
            (Command::Lens, None) => Some("unfold"),
            (Command::PageDown, None) if self.options.zen == Zen::Presenter => Some("next"),
            (Command::Reveal, Some(View::Class(class))) => Some(class.hidden()),
            (Command::Follow, Some(View::Class(class))) if self.asks(class) => Some("answer"),
            (Command::Accept, Some(View::GoTo(_))) => Some("open"),
            (Command::Follow, Some(View::Title)) => Some("read"),
            (Command::Follow, Some(View::Trail)) => Some("go there"),
            (Command::LineDown, Some(View::Class(_)))
            | (Command::Follow, Some(View::Choice(_)))
            | (Command::ListDown, Some(View::GoTo(_))) => Some("choose"),
            (Command::Follow, Some(View::Matrix(_))) => Some("paragraphs"),
            (_, Some(View::Timeline(timeline))) if timeline.words_for(command).is_some() => {
                timeline.words_for(command)
            }
            (Command::Follow, _) => match self.followed()? {
                Link::CitedBy(_) => Some("who cites it"),
                Link::Sources(_) => Some("sources"),
                Link::Compare(_) => Some("compare"),
                Link::To(_) => None,
            },
            _ => None,
        }
    }

    /// What Enter would follow.
    fn followed(&self) -> Option<Link> {
        match (self.overlays.last(), &self.reader) {
            (Some(overlay), _) => {
                let link = overlay.pane.link().cloned();
                link.or_else(|| overlay.pane.focus().and_then(Item::link))
            }
            (None, reader) => reader.as_ref()?.link(),
        }
    }

    /// What the lens is on and how much it leaves, while the panes are seen.
    pub fn lens_words(&self) -> Option<String> {
        let reader = self.reader.as_ref().filter(|_| self.overlays.is_empty())?;
        let name = reader.briefing.name(reader.lens()?);
        let here = match (reader.standing(), reader.stands_in()) {
            (0, Some((section, number))) => {
                format!("none here, {number} in section {}", section.get() + 1)
            }
            (number, _) => format!("{number} here"),
        };
        Some(format!("lens: {name} {} {here}", self.options.marks.dot))
    }

    /// Whether a command would do something now.
    fn can(&self, command: Command) -> bool {
        let overlay = self.overlays.last();
        let pane = match (overlay, &self.reader) {
            (Some(overlay), _) => Some(&overlay.pane),
            (None, Some(reader)) => Some(reader.pane(reader.active())),
            (None, None) => None,
        };
        let chosen = pane.is_some_and(|pane| pane.link_number().is_some());
        let in_text = overlay.is_none()
            && self.reader.as_ref().is_some_and(|reader| reader.active() == PaneId::Text);
        let reader = self.reader.as_ref().filter(|_| overlay.is_none());
        let relations = match overlay.map(|overlay| &overlay.view) {
            Some(View::Relations(relations)) => Some(relations),
            _ => None,
        };
        match command {
            Command::NextMatch => self.has_matches(),
            Command::NextLink => pane.is_some_and(Pane::has_links),
            Command::Peek => chosen,
            Command::Accept => match overlay.map(|overlay| &overlay.view) {
                Some(View::GoTo(goto)) => !goto.is_empty(),
                _ => true,
            },
            Command::ListDown => {
                let list = matches!(overlay.map(|one| &one.view), Some(View::GoTo(_)));
                list && pane.is_some_and(|pane| pane.items().len() > 1)
            }
            Command::Follow => match (overlay.map(|overlay| &overlay.view), reader) {
                (Some(View::Peek(_) | View::Choice(_) | View::Title | View::Results(_)), _) => true,
                // On a card itself it goes on to the first of those who cite it.
                (Some(View::Card(_)), _) => {
                    chosen || pane.is_some_and(|pane| pane.items().len() > 1)
                }
                (Some(View::Class(class)), _) if self.asks(class) => true,
                (Some(View::Matrix(matrix)), _) => {
                    matches!(matrix.cell(), Some((.., cell)) if cell.count > 0)
                }
                (Some(_), _) => chosen || leads(pane),
                (None, Some(reader)) if !in_text => reader.link().is_some(),
                (None, _) => chosen || !in_text,
            },
            Command::CitedBy if relations.is_some() => self.subject().is_some(),
            Command::CitedBy => {
                reader.is_some_and(|reader| reader.subject().is_some() || reader.link().is_some())
            }
            Command::NextParagraph => match reader {
                Some(reader) => reader.has_item_after(),
                None => pane.is_none_or(|pane| pane.items().len() > 1),
            },
            // Only the way out of it is worth the room.
            Command::Lens => reader.is_some_and(|reader| reader.lens().is_some()),
            Command::LineDown => match overlay.map(|overlay| &overlay.view) {
                Some(View::Class(class)) => self.asks(class),
                _ => true,
            },
            Command::Reveal | Command::NextQuestion | Command::Clock => {
                match (overlay.map(|overlay| &overlay.view), &self.reader) {
                    (Some(View::Class(class)), Some(reader)) => {
                        class.offers(command, &reader.briefing)
                    }
                    _ => false,
                }
            }
            Command::BreakLine | Command::Editor => self.writes_note(command),
            Command::Note | Command::Remove if self.lists_marks() => self.marked_in_list().0,
            Command::Shelf => self.shelf.is_some(),
            Command::PageDown => {
                let after = reader.filter(|_| in_text).is_some_and(Reader::has_section_after);
                after || pane.is_none_or(|pane| pane.more().1)
            }
            Command::Forward => self.trail_ends().1,
            Command::Compare => self.compared().is_some(),
            Command::MoreColumns | Command::FewerColumns => match overlay.map(|top| &top.view) {
                Some(View::Compare(compare)) if command == Command::MoreColumns => compare.more().1,
                Some(View::Compare(compare)) => compare.more().0,
                _ => false,
            },
            Command::Back if relations.is_some() => relations.is_some_and(Relations::has_trail),
            Command::ZoomIn | Command::ZoomOut => match overlay.map(|overlay| &overlay.view) {
                Some(View::Timeline(timeline)) => timeline.can(command),
                _ => false,
            },
            Command::Back => self.trail_ends().0,
            Command::NextSection => reader.is_some_and(Reader::has_section_after),
            _ => true,
        }
    }
    /// Whether Enter would be an answer in the quiz.
    fn asks(&self, class: &Class) -> bool {
        let top = self.overlays.last();
        top.zip(self.reader.as_ref())
            .is_some_and(|(overlay, reader)| class.asks(&overlay.pane, &reader.briefing))
    }
}

/// Whether what is in focus leads anywhere.
fn leads(pane: Option<&Pane>) -> bool {
    pane.and_then(Pane::focus).and_then(Item::link).is_some()
}
