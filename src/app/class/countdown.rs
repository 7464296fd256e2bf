//! A countdown, which runs on wherever the reader goes.

/// A countdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Countdown {
    /// Seconds left; none when the time is up.
    left: u32,
    runs: bool,
}

/// The most minutes that a countdown can be set to.
const MOST: u32 = 999;

impl Countdown {
    /// A countdown that runs from now on, for so many seconds; none for no time.
    pub(in crate::app) fn new(seconds: u32) -> Option<Self> {
        (seconds > 0).then_some(Self { left: seconds.min(MOST * 60), runs: true })
    }

    /// Seconds left.
    pub(crate) fn left(self) -> u32 {
        self.left
    }

    /// Whether it runs.
    pub(crate) fn runs(self) -> bool {
        self.runs
    }

    /// Held if it runs, and running if it is held.
    pub(in crate::app) fn turned(self) -> Self {
        Self { runs: !self.runs && self.left > 0, ..self }
    }

    /// Lets a second pass. Answers whether the time is up with it.
    pub(in crate::app) fn tick(&mut self) -> bool {
        if !self.runs {
            return false;
        }
        self.left = self.left.saturating_sub(1);
        self.runs = self.left > 0;
        !self.runs
    }

    /// The seconds that are meant by minutes, or by minutes and seconds: `10`, `1:30`.
    pub(in crate::app) fn seconds(written: &str) -> Option<u32> {
        let (minutes, seconds) = written.trim().split_once(':').unwrap_or((written.trim(), "0"));
        let minutes = number(minutes).filter(|minutes| *minutes <= MOST)?;
        let seconds = number(seconds).filter(|seconds| *seconds < 60)?;
        Some(minutes * 60 + seconds)
    }
}

/// A number of digits alone: no sign stands before it.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}
