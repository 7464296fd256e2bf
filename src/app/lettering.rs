//! Letters on links: from a key to the panes that the links are in, and what is done with one of them.

use crate::command::{Code, Command, Follow, Key, Program};
use crate::desk::{PaneId, SeenLink};

use super::link_hints::{LetterTaken, LinkHint, LinkPlace};
use super::step::Step;
use super::{App, words};

impl App {
    /// Whether letters stand on the links, and the keys are theirs.
    pub(super) fn shows_link_hints(&self) -> bool {
        self.link_hints.are_on() && self.stack.prompt().is_none()
    }

    /// The letters on links, as far as they may still be meant, and how many letters were typed.
    pub(crate) fn link_hints(&self) -> (impl Iterator<Item = &LinkHint>, usize) {
        let typed = self.link_hints.typed().map_or(0, str::len);
        (self.link_hints.left().filter(|_| self.shows_link_hints()), typed)
    }

    /// What is said beside the keys while letters stand on the links.
    pub(crate) fn link_hint_words(&self) -> Option<String> {
        self.link_hints.typed().filter(|_| self.shows_link_hints()).map(words::link_hints)
    }

    /// Puts letters on all links in sight.
    pub(super) fn show_link_hints(&mut self) -> Vec<Step> {
        let links = self.links_in_sight();
        if links.is_empty() {
            return vec![Step::Say(words::NO_LINK_IN_SIGHT.to_owned())];
        }
        self.link_hints.begin(links);
        Vec::new()
    }

    /// The links of what lies on top; with nothing over them, of all panes on the screen: those of the
    /// text first.
    fn links_in_sight(&self) -> Vec<(LinkPlace, SeenLink)> {
        let Some(reader) = &self.reader else { return Vec::new() };
        if let Some(top) = self.stack.top() {
            let links = top.pane().links_seen().into_iter();
            return links.map(|link| (LinkPlace::Top, link)).collect();
        }
        let screen = self.panes_screen();
        let panes = PaneId::ALL.into_iter().filter(|pane| screen.pane(*pane).is_some());
        let links = panes.flat_map(|pane| {
            let links = reader.pane(pane).links_seen().into_iter();
            links.map(move |link| (LinkPlace::Pane(pane), link))
        });
        links.collect()
    }

    /// The letter that a key is, small, and whether it was a capital, while letters stand on the links.
    pub(super) fn link_hint_letter(&self, key: Key) -> Option<(char, bool)> {
        let Code::Char(letter) = key.code else { return None };
        let is_letter = letter.is_alphabetic() && key == Key::plain(key.code);
        let lower = letter.to_ascii_lowercase();
        (self.shows_link_hints() && is_letter).then_some((lower, lower != letter))
    }

    /// Takes a letter: what it completes is followed, or looked at.
    pub(super) fn take_link_letter(&mut self, letter: char, looks: bool) -> Vec<Step> {
        match self.link_hints.take(letter) {
            LetterTaken::Wrong => vec![Step::Say(words::no_link_with(letter))],
            LetterTaken::More => Vec::new(),
            LetterTaken::Whole(hint) => {
                self.link_hints.end();
                self.follow_link_hint(&hint, looks)
            }
        }
    }

    /// Offers a command to the letters. `None` if it means what it means everywhere: then they are
    /// put away.
    pub(super) fn act_on_link_hints(&mut self, command: Command) -> Option<Vec<Step>> {
        if !self.shows_link_hints() {
            return None;
        }
        match command {
            Command::Program(Program::Close) | Command::Follow(Follow::LinkHints) => {
                self.link_hints.end();
            }
            Command::Follow(Follow::LinkHintBack) => self.link_hints.take_back(),
            _ => {
                self.link_hints.end();
                return None;
            }
        }
        Some(Vec::new())
    }

    /// Goes to a link as the keys would that choose it, and follows it or looks at it. A link that
    /// cannot be chosen, in a heading or a summary, is followed from where the reader is.
    fn follow_link_hint(&mut self, hint: &LinkHint, looks: bool) -> Vec<Step> {
        let SeenLink { item, link, .. } = hint.link;
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let (leads, chosen) = match hint.place {
            LinkPlace::Pane(pane) => {
                (reader.pane(pane).link_of(item, link), reader.choose_in(pane, item, link))
            }
            LinkPlace::Top => {
                let layout = reader.layout();
                let on_top = self
                    .stack
                    .on_top(|pane| (pane.link_of(item, link), pane.choose_in(item, link, &layout)));
                on_top.unwrap_or_default()
            }
        };
        match leads {
            leads if looks => vec![Self::look_at(leads)],
            _ if chosen => vec![Step::Run(Follow::Follow.into())],
            leads => leads.map(Step::Follow).into_iter().collect(),
        }
    }

    /// After anything: the letters stand on what is seen now.
    pub(super) fn tidy_link_hints(&mut self) {
        if self.stack.prompt().is_some() {
            self.link_hints.end();
        }
        if self.link_hints.are_on() {
            let links = self.links_in_sight();
            self.link_hints.keep_up(links);
        }
    }
}
