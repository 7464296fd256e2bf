//! The things that a reader leaves in a briefing.

use serde::{Deserialize, Serialize};

use super::Anchor;

/// Where the reader was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The block in focus.
    pub anchor: Anchor,
    /// The line of it, at the width that it had then.
    pub line: u32,
    /// When.
    pub at: i64,
}

/// A marked place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Its name (see [`super::Ids`]).
    pub id: String,
    /// The letter that leads to it, which no other bookmark of the briefing has.
    pub mark: Option<char>,
    /// What the reader called it; may be empty.
    pub label: String,
    /// What it marks.
    pub anchor: Anchor,
    /// When it was made.
    pub made: i64,
}

impl Bookmark {
    /// Its letter, or its label.
    pub fn name(&self) -> String {
        self.mark.map_or_else(|| self.label.clone(), String::from)
    }
}

/// Marked words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    /// Its name (see [`super::Ids`]).
    pub id: String,
    /// What it marks.
    pub anchor: Anchor,
    /// When it was made.
    pub made: i64,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its name (see [`super::Ids`]).
    pub id: String,
    /// What it is on.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// When it was made.
    pub made: i64,
    /// When it was last changed.
    pub changed: i64,
}

/// A note in the making, kept at every keystroke and offered again after a crash.
///
/// Every draft has a name of its own, also one that changes a note: two readers may be at the
/// same note. Who takes up a draft of an earlier session gives it a new name and removes the old
/// one, for the earlier session may be alive in another window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its name (see [`super::Ids`]).
    pub id: String,
    /// The note that it changes; `None` for a new one.
    pub note: Option<String>,
    /// What that note said when the reader began (see [`super::Change::PutNote`]).
    pub base: String,
    /// What it is on.
    pub anchor: Anchor,
    /// What has been typed.
    pub text: String,
    /// When it was begun.
    pub made: i64,
}

/// How often and how recently something was chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    /// How often.
    pub count: u32,
    /// When last.
    pub last: i64,
}

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

impl Chosen {
    /// How much it is worth at the time `now`: its count, by how long ago it was. What was chosen
    /// within the hour counts sixteen times as much as what was not for a month.
    pub fn weight(self, now: i64) -> u64 {
        let recent = match now.saturating_sub(self.last) {
            age if age < HOUR => 16,
            age if age < DAY => 8,
            age if age < 7 * DAY => 4,
            age if age < 30 * DAY => 2,
            _ => 1,
        };
        u64::from(self.count) * recent
    }
}
