//! How a reader likes to read.

use serde::{Deserialize, Serialize};

/// What the reader chose; `None` where nothing was chosen yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The theme's name.
    pub theme: Option<String>,
    /// The layout's name, which earlier versions kept: it is no longer asked for.
    pub layout: Option<String>,
    /// The width of the text, in columns.
    pub measure: Option<u16>,
    /// Whether the teacher's cues are shown, which earlier versions kept: it is no longer asked for.
    pub teacher: Option<bool>,
    /// Whether words are hyphenated.
    pub hyphens: Option<bool>,
}

/// One choice. They are kept one by one, so that of two readers at the same time one may change
/// the theme and the other the width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Preference {
    /// The theme's name.
    Theme(String),
    /// The layout's name. It is no longer chosen.
    Layout(String),
    /// The width of the text, in columns.
    Measure(u16),
    /// Whether the teacher's cues are shown. It is no longer chosen.
    Teacher(bool),
    /// Whether words are hyphenated.
    Hyphens(bool),
}

impl Preferences {
    /// Takes a choice over.
    pub fn set(&mut self, preference: &Preference) {
        match preference {
            Preference::Theme(name) => self.theme = Some(name.clone()),
            Preference::Layout(name) => self.layout = Some(name.clone()),
            Preference::Measure(columns) => self.measure = Some(*columns),
            Preference::Teacher(shown) => self.teacher = Some(*shown),
            Preference::Hyphens(used) => self.hyphens = Some(*used),
        }
    }

    /// Each choice that was made.
    pub(super) fn each(&self) -> Vec<Preference> {
        let theme = self.theme.clone().map(Preference::Theme);
        let layout = self.layout.clone().map(Preference::Layout);
        let measure = self.measure.map(Preference::Measure);
        let teacher = self.teacher.map(Preference::Teacher);
        let hyphens = self.hyphens.map(Preference::Hyphens);
        [theme, layout, measure, teacher, hyphens].into_iter().flatten().collect()
    }

    /// These, and `others` where these say nothing.
    #[must_use]
    pub(crate) fn or(self, others: Self) -> Self {
        Self {
            theme: self.theme.or(others.theme),
            layout: self.layout.or(others.layout),
            measure: self.measure.or(others.measure),
            teacher: self.teacher.or(others.teacher),
            hyphens: self.hyphens.or(others.hyphens),
        }
    }
}
