//! The number before a command, as in vi and less: `5j` is five lines down, `8G` paragraph 8.
//!
//! No key waits for another. A digit that is a command, as those of the panes, is carried out at once and
//! begins no number; behind a 0, which is none, it belongs to one.

use crate::command::{Code, Command, Find, Key, Motion};
use crate::model::{ArticleIx, BlockIx, Target};
use crate::text::Link;

use super::step::Step;
use super::{App, Reader, View, words};

/// The highest number: no key may take long.
const MOST: u32 = 999;

/// The number before a command, as far as it is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Count {
    written: Option<u32>,
    /// The digits with which the last keys went to panes.
    panes: String,
    /// The digits that were written right behind them.
    behind: String,
    /// Whether it was said how a number begins whose first digit is a pane's.
    told: bool,
}

impl Count {
    /// Takes a digit that belongs to a number: the first only if it does nothing else. Answers with the
    /// number so far.
    pub(super) fn take_digit(&mut self, key: Key, command: Option<Command>) -> Option<u32> {
        let digit = digit(key)?;
        if self.written.is_none() && command.is_some() {
            return None;
        }
        let number = self.written.unwrap_or(0) * 10 + digit.to_digit(10)?;
        self.written = Some(number.min(MOST));
        self.behind.push(digit);
        self.written
    }

    /// The number is written to its end.
    pub(super) fn end(&mut self) -> Option<u32> {
        self.written.take()
    }

    /// No command came of what was written.
    pub(super) fn forget(&mut self) {
        self.panes.clear();
        self.behind.clear();
    }

    /// Takes a command. Answers with the digits that went to panes before it and those behind them, if they
    /// may have been meant as one number, and `can_tell` says that there is room to say so. Of what takes a
    /// step this is told once, for it may be meant in that pane.
    fn mistaken_panes(
        &mut self,
        key: Key,
        command: Command,
        can_tell: bool,
    ) -> Option<[String; 2]> {
        let (panes, behind) = (std::mem::take(&mut self.panes), std::mem::take(&mut self.behind));
        let to_pane = matches!(
            command,
            Command::Motion(Motion::TextPane | Motion::ArticlesPane | Motion::ActorsPane)
        );
        if let Some(digit) = digit(key).filter(|_| to_pane) {
            self.panes = panes;
            self.panes.push(digit);
            return None;
        }
        // Who writes the 0 knows.
        if panes.is_empty() || behind.len() > 1 && behind.starts_with('0') || !can_tell {
            return None;
        }
        let to_end = matches!(command, Command::Motion(Motion::Start | Motion::End));
        let is_number = to_end && panes.len() + behind.len() > 1;
        let mistaken = is_number || (to_end || command.repeats()) && !self.told;
        self.told |= mistaken;
        mistaken.then_some([panes, behind])
    }
}

/// The digit of a key without modifiers.
fn digit(key: Key) -> Option<char> {
    match key.code {
        Code::Char(digit @ '0'..='9') if key == Key::plain(key.code) => Some(digit),
        _ => None,
    }
}

impl App {
    /// Carries out a command with a number before it: so many times if it takes a step; to what has the
    /// number if it goes to an end; once, and saying so, if a number means nothing to it.
    pub(super) fn carry_out_times(&mut self, number: u32, command: Command, key: Key) {
        match command {
            _ if number == 0 => self.carry_out(command),
            Command::Motion(Motion::Start | Motion::End) => self.go_to_number(number),
            _ if command.repeats() => self.repeat(number, command),
            _ => {
                self.carry_out(command);
                if self.notices.said().is_none() {
                    self.notices.say(words::takes_no_count(&key.label(self.options.utf8())));
                }
            }
        }
    }

    fn repeat(&mut self, times: u32, command: Command) {
        let ahead = times.saturating_sub(1);
        if let Some(motion) = self.motion_of(command)
            && self.moves_at_once(motion)
        {
            // Where it is in between is shown nowhere, and nothing else hangs on it.
            (0..ahead).for_each(|_| self.move_by(motion));
            self.settle();
            return self.carry_out(command);
        }
        for done in 0..times {
            if done > 0 {
                self.settle();
            }
            self.carry_out(command);
            if self.goes_to_matches(command) {
                self.settle();
                return self.go_on_by(times - done - 1, command);
            }
        }
    }

    /// How a command moves the cursor; in the list of matches also what goes on to another.
    fn motion_of(&self, command: Command) -> Option<Motion> {
        match command {
            Command::Motion(motion) => Some(motion),
            Command::Find(Find::NextMatch) if self.lists_matches() => Some(Motion::NextParagraph),
            Command::Find(Find::PreviousMatch) if self.lists_matches() => {
                Some(Motion::PreviousParagraph)
            }
            _ => None,
        }
    }

    fn lists_matches(&self) -> bool {
        matches!(self.stack.view(), Some(View::Results(_)))
    }

    /// Whether a motion only moves the text, over which nothing lies, or the list of matches.
    fn moves_at_once(&self, motion: Motion) -> bool {
        let writes = self.stack.prompt().is_some();
        let is_chosen = self.chooses_words() || self.shows_link_hints();
        let is_alone = self.options.presents() || self.options.by_ear;
        let moves = match motion {
            Motion::Start | Motion::End => false,
            Motion::NextSection | Motion::PreviousSection => true,
            other => !other.goes_elsewhere(),
        };
        let in_text = self.reader.as_ref().is_some_and(Reader::is_in_text);
        let is_bare = in_text && self.stack.is_empty();
        moves && (is_bare || self.lists_matches()) && !writes && !is_chosen && !is_alone
    }

    /// Whether a command goes from match to match, and these are counted: then it need not stop at each.
    fn goes_to_matches(&self, command: Command) -> bool {
        let is_match = matches!(command, Command::Find(Find::NextMatch | Find::PreviousMatch));
        is_match && !self.lists_matches() && !self.chooses_words() && self.finding.has_counted()
    }

    /// Goes on by so many matches, or back.
    fn go_on_by(&mut self, number: u32, command: Command) {
        let by = isize::try_from(number).unwrap_or(0);
        let back = command == Find::PreviousMatch.into();
        self.carry_out_as(command, |_| vec![Step::NextMatch(if back { -by } else { by })]);
    }

    /// To the paragraph with this number in the text, to the article with it in an instrument that is read
    /// through; to the entry so far down elsewhere, and where no article has it.
    fn go_to_number(&mut self, number: u32) {
        if let Some(article) = self.article_numbered(number) {
            let link = Link::Read(Target::Article(article));
            return self.carry_out_as(Motion::End.into(), |_| vec![Step::Follow(link)]);
        }
        let reader = self.reader.as_ref().filter(|reader| reader.is_in_text());
        let Some(reader) = reader.filter(|_| self.stack.is_empty() && !self.chooses_words()) else {
            self.carry_out(Motion::Start.into());
            if number > 1 {
                self.notices.forget_said();
                self.settle();
                self.repeat(number - 1, Motion::NextParagraph.into());
            }
            return;
        };
        let (briefing, section) = (reader.briefing(), reader.section());
        let wanted = usize::try_from(number).unwrap_or(usize::MAX);
        let blocks = briefing.section(section).blocks.iter().enumerate();
        let mut numbered = blocks.filter(|(_, block)| block.is_numbered());
        let step = if let Some((at, _)) = numbered.nth(wanted.saturating_sub(1)) {
            Step::Follow(Link::To(Target::Block(BlockIx::new(section, at))))
        } else {
            let name = words::numbered_section(section, &briefing.section(section).title);
            let last = briefing.index().paragraphs(section);
            Step::Say(words::no_such_paragraph(&name, last, self.options.glyphs.paragraph))
        };
        self.apply(vec![step]);
    }

    /// The article with a number in the instrument that is read through.
    fn article_numbered(&self, number: u32) -> Option<ArticleIx> {
        let Some(View::Instrument(view)) = self.stack.view() else { return None };
        let briefing = self.reader.as_ref().filter(|_| !self.chooses_words())?.briefing();
        let articles = &briefing.instrument(view.instrument()).articles;
        let at = articles.iter().position(|one| one.number.parse() == Ok(number))?;
        Some(ArticleIx::new(view.instrument(), at))
    }

    /// Says how a number begins whose first digit is a pane's: where a command follows such a digit, and may
    /// have been meant to be taken so many times.
    pub(super) fn tell_of_panes(&mut self, key: Key, command: Command) {
        let can_tell = self.notices.said().is_none();
        if let Some([panes, behind]) = self.count.mistaken_panes(key, command, can_tell) {
            let key = key.label(self.options.utf8());
            self.notices.say(words::panes_are_no_count(&panes, &behind, &key));
        }
    }
}
