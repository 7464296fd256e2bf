//! Whether the line to the terminal is slow, by how long it takes to answer.

use std::time::Duration;

/// An answer that takes so much longer than the quickest is that of a slow line, and one within so little that
/// of a quick one. The quickest is what the way there and back takes: far away is not slow.
const SLOW: Duration = Duration::from_millis(250);
const QUICK: Duration = Duration::from_millis(50);

/// So many answers in a row make a line slow, or quick: one alone may have waited for something else, and on a
/// slow line there are small frames too.
const SLOW_ROW: u8 = 3;
const QUICK_ROW: u8 = 8;

/// What the answers have told of the line. It begins as a quick one.
#[derive(Debug, Clone, Default)]
pub(super) struct LineSpeed {
    /// The quickest answer so far.
    least: Option<Duration>,
    is_slow: bool,
    /// How many answers in a row have told that it is the other.
    row: u8,
}

impl LineSpeed {
    /// An answer has taken so long; whether the line is slow, if it was not known to be so before.
    pub(super) fn take(&mut self, lag: Duration) -> Option<bool> {
        let least = self.least.map_or(lag, |least| least.min(lag));
        self.least = Some(least);
        let more = lag.saturating_sub(least);
        let (is_other, enough) =
            if self.is_slow { (more <= QUICK, QUICK_ROW) } else { (more >= SLOW, SLOW_ROW) };
        self.row = if is_other { self.row + 1 } else { 0 };
        if self.row < enough {
            return None;
        }
        self.row = 0;
        self.is_slow = !self.is_slow;
        Some(self.is_slow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After which of the answers, in milliseconds, the line has turned out slow, or quick again.
    #[track_caller]
    fn check(lags: &[u64], turns: &[(usize, bool)]) {
        let mut speed = LineSpeed::default();
        let lags = lags.iter().enumerate();
        let told =
            lags.filter_map(|(at, lag)| Some((at, speed.take(Duration::from_millis(*lag))?)));
        assert_eq!(told.collect::<Vec<_>>(), turns);
    }

    #[test]
    fn a_line_is_slow_that_is_so_again_and_again() {
        check(&[1, 2, 1, 900, 1, 1, 300, 300, 1], &[]);
        check(&[80, 700, 1400, 1400, 1300], &[(3, true)]);
        // As small a frame as this is known only later.
        check(&[700, 700, 700, 700, 80, 700, 700, 700], &[(7, true)]);
    }

    #[test]
    fn far_away_is_not_slow() {
        check(&[600, 610, 700, 650, 600, 840, 600], &[]);
    }

    #[test]
    fn a_slow_line_is_quick_again_when_it_is_so_for_long() {
        check(
            &[1, 400, 400, 400, 9, 9, 9, 9, 9, 9, 9, 400, 9, 9, 9, 9, 9, 9, 9, 9],
            &[(3, true), (19, false)],
        );
        check(&[1, 400, 400, 400, 100, 100, 100, 100, 100, 100, 100, 100, 100], &[(3, true)]);
    }
}
