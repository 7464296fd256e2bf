//! How far a terminal is behind, by its own answers, and when it gets the next frame.
//!
//! Each frame ends in a question. Who answers it has read the frame, wherever that had to wait on its way: in
//! the system, in sshd, on a slow line. No more than two frames are ever under way, so that what is pressed
//! shows up two frames later at most, and what was pressed meanwhile is one frame.
//!
//! Whether a terminal answers is learnt from DA1, which goes before the first frame: so the answer is there one
//! round later, however long that frame takes. A terminal that has answered is waited for as long as it goes on
//! answering, up to [`PATIENCE`] from one answer to the next, and longer for what takes longer on the slowest of
//! lines. One that has not answered yet is waited for as if it would, but only for a moment; after that it is
//! asked nothing more and never waited for, unless it answers after all.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The most frames that are under way.
const MOST: usize = 2;

/// How long a terminal that has answered before is waited for without a sign of it, beside what the bytes that
/// are under way take; and how long at most.
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: Duration = Duration::from_secs(30);

/// How many bytes a second the slowest line lets through (2,400 bits).
const SLOWEST: u64 = 240;

/// A question that is answered when all is read that was sent before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TerminalQuestion {
    /// What are you (DA1, ECMA-48 8.3.24).
    Attributes,
    /// Are you there (DSR 5, ECMA-48 8.3.35). Not where the cursor is (DSR 6), whose answer looks like a key.
    Status,
}

impl TerminalQuestion {
    /// The sequence that asks it.
    pub(super) fn sequence(self) -> &'static [u8] {
        match self {
            Self::Attributes => b"\x1b[c",
            Self::Status => b"\x1b[5n",
        }
    }
}

/// What is known of whether the terminal answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answers {
    /// It was not asked yet.
    Unasked,
    /// It was asked for the first time, and is waited for a moment.
    Asked,
    /// It does.
    Yes,
    /// It does not, or not any more.
    No,
}

/// What was asked.
#[derive(Debug, Clone, Copy)]
struct Unanswered {
    question: TerminalQuestion,
    at: Instant,
    /// How many bytes went before it, since the question before.
    bytes: usize,
}

/// The frames that are under way to one terminal. It has no clock: the time is handed in.
#[derive(Debug, Clone)]
pub(super) struct Pacing {
    answers: Answers,
    /// How long the first answer is waited for.
    grace: Duration,
    /// What was asked and not answered, the oldest first.
    asked: VecDeque<Unanswered>,
    /// Since when there was no sign of the terminal though there was something to answer.
    since: Option<Instant>,
}

impl Pacing {
    /// For a terminal that does not answer, and is asked nothing.
    pub(super) fn silent() -> Self {
        let (asked, since) = (VecDeque::new(), None);
        Self { answers: Answers::No, grace: Duration::ZERO, asked, since }
    }

    /// For a terminal that was sent nothing yet; its first answer is waited for so long.
    pub(super) fn new(grace: Duration) -> Self {
        Self { answers: Answers::Unasked, grace, ..Self::silent() }
    }

    /// Whether the terminal is asked what it is before the next frame ([`TerminalQuestion::Attributes`]).
    pub(super) fn introduces(&self) -> bool {
        self.answers == Answers::Unasked
    }

    /// Whether the next frame is to end in a question ([`TerminalQuestion::Status`]).
    pub(super) fn asks(&self) -> bool {
        self.answers != Answers::No
    }

    /// A frame of so many bytes was sent, with the questions that were to be asked.
    pub(super) fn sent(&mut self, bytes: usize, now: Instant) {
        if !self.asks() {
            return;
        }
        if self.asked.is_empty() {
            self.since = Some(now);
        }
        if self.introduces() {
            self.answers = Answers::Asked;
            self.asked.push_back(Unanswered {
                question: TerminalQuestion::Attributes,
                at: now,
                bytes: 0,
            });
        }
        self.asked.push_back(Unanswered { question: TerminalQuestion::Status, at: now, bytes });
    }

    /// The terminal has answered, and so long after it was asked. Answers come in the order of the questions:
    /// this one also tells that those before it will not be answered any more. One that nobody here asked for
    /// tells nothing.
    pub(super) fn answered(
        &mut self,
        question: TerminalQuestion,
        now: Instant,
    ) -> Option<Duration> {
        let place = self.asked.iter().position(|asked| asked.question == question)?;
        let asked = self.asked.drain(..=place).next_back()?;
        self.since = Some(now);
        self.answers = Answers::Yes;
        Some(now.saturating_duration_since(asked.at))
    }

    /// Until when no frame is to be sent, if no answer comes by then; none if it may be sent now.
    pub(super) fn held_until(&mut self, now: Instant) -> Option<Instant> {
        let frames = self.asked.iter().filter(|asked| asked.question == TerminalQuestion::Status);
        let full = frames.count() >= MOST;
        let until = self.due().filter(|_| full)?;
        if until <= now {
            self.answers = Answers::No;
            return None;
        }
        Some(until)
    }

    /// Until when answers may be on their way; none if there are none.
    pub(super) fn due(&self) -> Option<Instant> {
        let patience = match self.answers {
            Answers::Asked => self.grace,
            Answers::Yes => (PATIENCE + self.longest_way()).min(LONGEST),
            Answers::Unasked | Answers::No => return None,
        };
        self.since.filter(|_| !self.asked.is_empty()).map(|since| since + patience)
    }

    /// How long what is under way takes on the slowest line.
    fn longest_way(&self) -> Duration {
        let bytes: usize = self.asked.iter().map(|asked| asked.bytes).sum();
        Duration::from_millis(
            u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(1000) / SLOWEST,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays words: `send` a frame of next to nothing, or a `large` one, which takes 15 seconds on the slowest line;
    /// the terminal answers `da1` or `dsr`; so many milliseconds pass (`+250`). What may be seen at such a point is `free` or `held`, `asks` or `mute`, `due` or `done`.
    #[track_caller]
    fn check(script: &str) {
        let mut now = Instant::now();
        let mut pacing = Pacing::new(Duration::from_millis(40));
        for (at, word) in script.split_whitespace().enumerate() {
            let is_free = pacing.held_until(now).is_none();
            let due = pacing.due().is_some_and(|due| due > now);
            let holds = match word {
                "send" | "large" => {
                    pacing.sent(if word == "large" { 3600 } else { 0 }, now);
                    is_free
                }
                "da1" => {
                    pacing.answered(TerminalQuestion::Attributes, now);
                    true
                }
                "dsr" => {
                    pacing.answered(TerminalQuestion::Status, now);
                    true
                }
                "free" => is_free,
                "held" => !is_free,
                "asks" => pacing.asks(),
                "mute" => !pacing.asks(),
                "due" => due,
                "done" => !due,
                _ => {
                    let time = word.strip_prefix('+').and_then(|time| time.parse().ok());
                    now += Duration::from_millis(time.unwrap());
                    true
                }
            };
            assert!(holds, "{word}, the word {at} of {script}");
        }
    }

    #[test]
    fn two_frames_are_under_way_and_no_third() {
        check("free done send free due da1 free due send held dsr free due dsr done");
        // Each answer lets one come.
        check("send da1 send held +9000 held dsr send held dsr send held dsr dsr done");
        // Of nothing sent nothing is awaited.
        check("send da1 dsr done +60000 free done send send held");
    }

    #[test]
    fn the_first_answer_is_awaited_for_a_moment() {
        check("send send held +39 held due +1 free done mute send send send free");
        check("send +40 done asks send free mute");
        // The answer comes later than that: then it is one that answers.
        check("send send +40 free send send da1 held asks dsr send held dsr free dsr done");
        // So does another answer than that of DA1.
        check("send send +40 free mute dsr free due asks dsr done send send held +9999 held");
    }

    #[test]
    fn one_that_has_answered_is_awaited_while_it_answers() {
        check("send da1 send +9999 held +1 free mute done");
        check("send da1 send +9000 dsr send +9000 held dsr free +9000 send held");
        // The time begins with what is not answered, however long nothing was sent.
        check("send da1 dsr +60000 send +100 send held due +9899 held +1 free");
        // What was given up comes late, and the waiting begins again.
        check("send da1 send +10000 free mute send +20000 dsr free asks send held dsr dsr done");
    }

    #[test]
    fn much_may_take_long() {
        check("large da1 +24999 due +1 done");
        check("large da1 send held +24999 held dsr due send +9999 held +1 free mute");
        // But not for ever.
        check("large large da1 +29999 held +1 free mute");
    }

    #[test]
    fn an_answer_tells_that_those_before_it_will_not_come() {
        check("send send held dsr free due dsr done");
        // Nobody asked.
        check("dsr da1 free done send da1 da1 dsr dsr send send held");
    }

    #[test]
    fn an_answer_tells_how_long_it_took() {
        let (mut pacing, now) = (Pacing::new(Duration::ZERO), Instant::now());
        let after = |time| now + Duration::from_millis(time);
        pacing.sent(0, after(0));
        pacing.sent(0, after(10));
        assert_eq!(
            pacing.answered(TerminalQuestion::Attributes, after(15)).unwrap().as_millis(),
            15
        );
        assert_eq!(pacing.answered(TerminalQuestion::Status, after(20)).unwrap().as_millis(), 20);
        assert_eq!(pacing.answered(TerminalQuestion::Status, after(21)).unwrap().as_millis(), 11);
        assert_eq!(pacing.answered(TerminalQuestion::Status, after(22)), None);
    }

    #[test]
    fn one_that_does_not_answer_is_asked_nothing() {
        let mut pacing = Pacing::silent();
        pacing.sent(0, Instant::now());
        pacing.answered(TerminalQuestion::Status, Instant::now());
        assert!(!pacing.introduces() && !pacing.asks());
        assert_eq!((pacing.held_until(Instant::now()), pacing.due()), (None, None));
    }
}
