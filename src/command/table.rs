//! The table.

use super::{Contexts, Key};

/// One command.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in documents and tests.
    pub id: &'static str,
    /// What it does, in one line for the help screen.
    pub help: &'static str,
    /// What it does, in a word or two for the footer; empty if the footer never shows it.
    pub short: &'static str,
    /// Where it stands in the help screen.
    pub group: Group,
    /// Where it works.
    pub contexts: Contexts,
    keys: &'static str,
}

impl Entry {
    /// Its default keys; the first is the one that the footer shows.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        self.keys.split(' ').filter_map(|name| name.parse().ok())
    }
}

/// A part of the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving through the text.
    Move,
    /// Following links.
    Follow,
    /// Panes and overlays.
    See,
    /// How it looks.
    Look,
    /// The program.
    Program,
}

impl Group {
    /// Every group with its title, in the order of the help screen.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Move, "Move"),
        (Self::Follow, "Follow"),
        (Self::See, "See"),
        (Self::Look, "Look"),
        (Self::Program, "Program"),
    ];
}

/// Declares the commands and their table in one place.
macro_rules! table {
    ($($command:ident, $id:literal, $keys:literal, $contexts:ident, $group:ident,
       $short:literal, $help:literal;)*) => {
        /// What a reader can do. [`TABLE`] says what each does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the table's help says it")]
        pub enum Command { $($command),* }

        /// Every command, in the order of the help screen.
        pub const TABLE: &[Entry] = &[$(Entry {
            command: Command::$command,
            id: $id,
            help: $help,
            short: $short,
            group: Group::$group,
            contexts: Contexts::$contexts,
            keys: $keys,
        }),*];

        /// The entry of a command.
        pub fn entry(command: Command) -> &'static Entry {
            &TABLE[command as usize]
        }
    };
}

table! {
    LineDown, "line-down", "j Down", ALL, Move, "down", "One line down";
    LineUp, "line-up", "k Up", ALL, Move, "up", "One line up";
    NextParagraph, "next-paragraph", "}", ALL, Move, "next",
        "Next paragraph, article, actor or entry";
    PreviousParagraph, "previous-paragraph", "{", ALL, Move, "", "The one before";
    PageDown, "page-down", "Space f PgDn", ALL, Move, "page",
        "One page down; at the end of a section, on to the next";
    PageUp, "page-up", "b PgUp", ALL, Move, "", "One page up";
    HalfDown, "half-down", "d Ctrl-d", ALL, Move, "", "Half a page down";
    HalfUp, "half-up", "u Ctrl-u", ALL, Move, "", "Half a page up";
    Start, "start", "g Home", ALL, Move, "", "To the beginning";
    End, "end", "G End", ALL, Move, "", "To the end";
    NextSection, "next-section", "]", PANES, Move, "section", "Next section";
    PreviousSection, "previous-section", "[", PANES, Move, "", "Section before";
    NextLink, "next-link", "l Right", LINKED, Follow, "link", "Choose the next link";
    PreviousLink, "previous-link", "h Left", LINKED, Follow, "", "Choose the link before";
    Follow, "follow", "Enter", ALL, Follow, "follow",
        "Follow the link, or choose one, or see who cites this";
    Peek, "peek", "K", LINKED, Follow, "peek", "Look at the chosen link without leaving";
    CitedBy, "cited-by", "r", LINKED, Follow, "cited by", "Who cites this article or actor";
    Back, "back", "Backspace Ctrl-o", READING, Follow, "back", "Back to where you were";
    Forward, "forward", "Alt-Right Ctrl-]", READING, Follow, "", "Forward again";
    NextPane, "next-pane", "Tab", PANES, See, "pane", "Next pane";
    PreviousPane, "previous-pane", "Shift-Tab", PANES, See, "", "Pane before";
    TextPane, "text-pane", "1", PANES, See, "", "The text";
    ArticlesPane, "articles-pane", "2", PANES, See, "", "The articles";
    ActorsPane, "actors-pane", "3", PANES, See, "", "The actors";
    Pin, "pin", "p", PANES, See, "pin",
        "Keep the articles or the actors as they are while you read on";
    Contents, "contents", "o", READING, See, "contents", "Table of contents";
    Faults, "faults", "!", READING, See, "faults", "What is wrong with the briefing's files";
    Shelf, "shelf", "s", READING, See, "", "The shelf of briefings";
    Help, "help", "? F1", ALL, See, "keys", "This list of keys";
    Teacher, "teacher", "C", READING, Look, "", "Show or hide the teacher's cues and hints";
    Hyphens, "hyphens", "H", READING, Look, "", "Hyphenate or not";
    Wider, "wider", "+", READING, Look, "", "Wider lines, up to 76 columns";
    Narrower, "narrower", "-", READING, Look, "", "Narrower lines, down to 36";
    UsualWidth, "usual-width", "=", READING, Look, "", "Lines of the usual width";
    Theme, "theme", "T", ALL, Look, "theme", "Next theme: dark, light, mono";
    Reload, "reload", "R", READING, Program, "", "Read the briefing's files again";
    Redraw, "redraw", "Ctrl-l", ALL, Program, "", "Draw the screen again";
    Suspend, "suspend", "Ctrl-z", ALL, Program, "", "Back to the shell; fg returns";
    Close, "close", "Esc", ALL, Program, "close",
        "Close what lies on top, or let go of the link; never quits";
    Quit, "quit", "q Ctrl-c", ALL, Program, "quit", "Leave attache";
}
