//! What is not known exactly of a date: the marks of EDTF, level 1 (Library of Congress).

/// What is not known exactly of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vague {
    /// `~`: about then.
    pub about: bool,
    /// `?`: perhaps then.
    pub perhaps: bool,
    /// In what longer time it lies.
    pub within: Within,
}

/// The time in which a date lies that is not known more closely.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Within {
    /// As long as its parts say: a year, a month, a day.
    #[default]
    Known,
    /// `2024-21`: a season of the year.
    Season(Season),
    /// `2004-XX`: a month of the year.
    SomeMonth,
    /// `2004-01-XX`, `2004-XX-XX`: a day of the month, or of the year where no month is known.
    SomeDay,
    /// `199X`: ten years.
    Decade,
    /// `19XX`: a hundred years.
    Century,
}

/// A season, as the northern half of the world counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// `21`
    Spring,
    /// `22`
    Summer,
    /// `23`
    Autumn,
    /// `24`
    Winter,
}

impl Season {
    /// Each with its number in EDTF and its name.
    pub(crate) const ALL: [(Self, u8, &'static str); 4] = [
        (Self::Spring, 21, "spring"),
        (Self::Summer, 22, "summer"),
        (Self::Autumn, 23, "autumn"),
        (Self::Winter, 24, "winter"),
    ];

    /// Its number and its name.
    pub(super) fn row(self) -> (u8, &'static str) {
        let row = Self::ALL.iter().find(|(season, ..)| *season == self);
        row.map_or((0, ""), |(_, number, name)| (*number, name))
    }

    /// The month after whose beginning it stands in the order of time.
    pub(super) fn month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Within {
    /// The last year of it, if `first` is its first one.
    pub(super) fn last_year(self, first: i32) -> i32 {
        match self {
            Self::Known | Self::Season(_) | Self::SomeMonth | Self::SomeDay => first,
            Self::Decade => first.saturating_add(9),
            Self::Century => first.saturating_add(99),
        }
    }
}
