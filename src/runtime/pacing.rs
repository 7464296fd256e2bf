//! How far a terminal is behind, by its own answers, and when it gets the next frame.
//!
//! Each frame ends in a question. Who answers it has read the frame, wherever that had to wait on its way: in
//! the system, in sshd, on a slow line. No more than two frames are ever under way, so that what is pressed
//! shows up two frames later at most, and what was pressed meanwhile is one frame.
//!
//! The first frame ends in DA1, the others in DSR 5: every terminal since the VT100 knows both. A terminal
//! that has answered is waited for as long as it goes on answering, up to [`PATIENCE`] from one answer to the
//! next. One that has not answered yet is waited for as if it would, but no longer than its first frame takes
//! on a line of 1,000 bytes a second, and a second more: on a slow line what is pressed during the first frame
//! must not pile up either. If it stays silent, it is not asked again and never waited for. An answer that
//! comes later than that begins the waiting again.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The most frames that are under way.
const MOST: usize = 2;

/// How long a terminal that has answered before is waited for without a sign of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a byte takes on the slowest line whose first answer is waited for, and how long an answer may
/// take beside that.
const BYTE: Duration = Duration::from_millis(1);
const ROUND: Duration = Duration::from_secs(1);

/// A question that is answered when all is read that was sent before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// What are you (DA1, ECMA-48 8.3.24).
    Attributes,
    /// Are you there (DSR 5, ECMA-48 8.3.35). Not where the cursor is (DSR 6), whose answer looks like a key.
    Status,
}

impl Question {
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
    /// It was asked for the first time, and is waited for so long.
    Asked(Duration),
    /// It does.
    Yes,
    /// It does not, or not any more.
    No,
}

/// The frames that are under way to one terminal. It has no clock: the time is handed in.
#[derive(Debug, Clone)]
pub(super) struct Pacing {
    answers: Answers,
    /// What was asked and not answered, and when, the oldest first.
    asked: VecDeque<(Question, Instant)>,
    /// Since when there was no sign of the terminal though there was something to answer.
    since: Option<Instant>,
}

impl Pacing {
    /// For a terminal that was sent nothing yet; one that does not answer (`false`) is asked nothing.
    pub(super) fn new(answers: bool) -> Self {
        let answers = if answers { Answers::Unasked } else { Answers::No };
        Self { answers, asked: VecDeque::new(), since: None }
    }

    /// What the next frame is to end in.
    pub(super) fn question(&self) -> Option<Question> {
        match self.answers {
            Answers::Unasked => Some(Question::Attributes),
            Answers::Asked(_) | Answers::Yes => Some(Question::Status),
            Answers::No => None,
        }
    }

    /// A frame of so many bytes was sent that ends in this question.
    pub(super) fn sent(&mut self, question: Question, bytes: usize, now: Instant) {
        if self.answers == Answers::Unasked {
            let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
            self.answers = Answers::Asked(BYTE.saturating_mul(bytes).saturating_add(ROUND));
            self.since = Some(now);
        }
        if self.asked.is_empty() {
            self.since = Some(now);
        }
        self.asked.push_back((question, now));
    }

    /// The terminal has answered, and so long after it was asked. Answers come in the order of the questions:
    /// this one also tells that those before it will not be answered any more. One that nobody here asked for
    /// tells nothing.
    pub(super) fn answered(&mut self, question: Question, now: Instant) -> Option<Duration> {
        let at = self.asked.iter().position(|(asked, _)| *asked == question)?;
        let (_, when) = self.asked.drain(..=at).next_back()?;
        self.since = Some(now);
        self.answers = Answers::Yes;
        Some(now.saturating_duration_since(when))
    }

    /// Until when no frame is to be sent, if no answer comes by then; none if it may be sent now.
    pub(super) fn held_until(&mut self, now: Instant) -> Option<Instant> {
        let until = self.due().filter(|_| self.asked.len() >= MOST)?;
        if until <= now {
            self.answers = Answers::No;
            return None;
        }
        Some(until)
    }

    /// Until when answers may be on their way; none if there are none.
    pub(super) fn due(&self) -> Option<Instant> {
        let patience = match self.answers {
            Answers::Asked(patience) => patience,
            Answers::Yes => PATIENCE,
            Answers::Unasked | Answers::No => return None,
        };
        self.since.filter(|_| !self.asked.is_empty()).map(|since| since + patience)
    }

    /// Somebody else may have had the terminal, and it may be another one: it is asked anew.
    pub(super) fn begin_anew(&mut self, answers: bool) {
        *self = Self::new(answers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays words: `send` a frame of 100 bytes, `first` one of 4,000; the terminal answers `da1` or `dsr`;
    /// so many milliseconds pass (`+250`); somebody else had it (`other`). What may be seen at such a point is
    /// `free` or `held`, `asks` or `mute`, `due` or `done`.
    #[track_caller]
    fn check(script: &str) {
        let mut now = Instant::now();
        let mut pacing = Pacing::new(true);
        for (at, word) in script.split_whitespace().enumerate() {
            let is_free = pacing.held_until(now).is_none();
            let due = pacing.due().is_some_and(|due| due > now);
            let holds = match word {
                "send" | "first" => {
                    if let Some(question) = pacing.question() {
                        pacing.sent(question, if word == "first" { 4000 } else { 100 }, now);
                    }
                    is_free
                }
                "da1" => {
                    pacing.answered(Question::Attributes, now);
                    true
                }
                "dsr" => {
                    pacing.answered(Question::Status, now);
                    true
                }
                "other" => {
                    pacing.begin_anew(true);
                    true
                }
                "free" => is_free,
                "held" => !is_free,
                "asks" => pacing.question().is_some(),
                "mute" => pacing.question().is_none(),
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
        check("free done first free due send held da1 free send held dsr free due dsr done");
        // Each answer lets one come.
        check("first da1 send send held +9000 held dsr send held dsr send held dsr dsr done");
        // Of nothing sent nothing is awaited.
        check("first da1 done +60000 free done send send held");
    }

    #[test]
    fn the_first_answer_is_awaited_as_long_as_a_slow_line_takes() {
        check("first send held +4999 held due +1 free done mute send send send free");
        check("first +4000 send held +1000 free mute");
        // A smaller frame, a shorter time.
        check("send send held +1099 held +1 free mute");
        // The answer comes later than that: then it is one that answers.
        check("first send +5000 free send send da1 free asks send held dsr free dsr done");
        // So does another answer than that of DA1.
        check("first send held dsr free done send send held +9999 held");
    }

    #[test]
    fn one_that_has_answered_is_awaited_while_it_answers() {
        check("first da1 send send +9999 held +1 free mute done");
        check("first da1 send send +9000 dsr send +9000 held dsr free +9000 send held");
        // The time begins with what is not answered, however long nothing was sent.
        check("first da1 +60000 send +100 send held due +9899 held +1 free");
        // What was given up comes late, and the waiting begins again.
        check(
            "first da1 send send +10000 free mute send +20000 dsr free asks send held dsr dsr done",
        );
    }

    #[test]
    fn an_answer_tells_that_those_before_it_will_not_come() {
        check("first send held dsr free done");
        // Nobody asked.
        check("dsr da1 free done first da1 da1 dsr send send held");
    }

    #[test]
    fn whoever_comes_next_is_asked_anew() {
        check("first send +5000 free mute other asks first send held da1 dsr done");
        // What was asked before is not awaited, and answered it tells nothing.
        check("first da1 send send held other done free asks first dsr dsr due da1 done");
    }

    #[test]
    fn one_that_does_not_answer_is_asked_nothing() {
        let mut pacing = Pacing::new(false);
        pacing.answered(Question::Status, Instant::now());
        assert_eq!(pacing.question(), None);
        assert_eq!((pacing.held_until(Instant::now()), pacing.due()), (None, None));
    }
}
