//! The letters on links: which stand where, and how many of them were typed.

mod letters;

use crate::desk::{PaneId, SeenLink};

use letters::letters;

/// Where on the screen a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkPlace {
    /// In one of the three panes.
    Pane(PaneId),
    /// In what lies on top.
    Top,
}

/// A link that is seen, and the letters on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkHint {
    /// Where it is.
    pub place: LinkPlace,
    /// What of that place it is.
    pub link: SeenLink,
    /// What is typed to follow it, in small letters.
    pub letters: String,
}

/// Whether there are letters on the links, and what was typed of them.
#[derive(Debug, Clone, Default)]
pub(super) struct LinkHints(Option<Lettering>);

#[derive(Debug, Clone)]
struct Lettering {
    hints: Vec<LinkHint>,
    typed: String,
}

/// What came of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LetterTaken {
    /// No link has it.
    Wrong,
    /// More than one link has it.
    More,
    /// It is the last of this link.
    Whole(LinkHint),
}

impl LinkHints {
    /// Puts letters on these links.
    pub(super) fn begin(&mut self, links: Vec<(LinkPlace, SeenLink)>) {
        let letters = letters(links.len());
        let hints = links.into_iter().zip(letters);
        let hints =
            hints.map(|((place, link), letters)| LinkHint { place, link, letters }).collect();
        self.0 = Some(Lettering { hints, typed: String::new() });
    }

    /// The letters are put away.
    pub(super) fn end(&mut self) {
        self.0 = None;
    }

    /// Whether there are letters on the links.
    pub(super) fn are_on(&self) -> bool {
        self.0.is_some()
    }

    /// What was typed.
    pub(super) fn typed(&self) -> Option<&str> {
        self.0.as_ref().map(|mode| mode.typed.as_str())
    }

    /// The links that begin with what was typed.
    pub(super) fn left(&self) -> impl Iterator<Item = &LinkHint> {
        let begun = |mode: &'_ Lettering, hint: &LinkHint| hint.letters.starts_with(&mode.typed);
        let modes = self.0.iter();
        modes.flat_map(move |mode| mode.hints.iter().filter(move |hint| begun(mode, hint)))
    }

    /// Takes a small letter.
    pub(super) fn take(&mut self, letter: char) -> LetterTaken {
        let Some(mode) = &mut self.0 else { return LetterTaken::Wrong };
        let mut typed = mode.typed.clone();
        typed.push(letter);
        let mut begun = mode.hints.iter().filter(|hint| hint.letters.starts_with(&typed));
        match begun.next() {
            None => LetterTaken::Wrong,
            Some(hint) if hint.letters == typed => LetterTaken::Whole(hint.clone()),
            Some(_) => {
                mode.typed = typed;
                LetterTaken::More
            }
        }
    }

    /// Takes the last letter back; if there is none, the letters are put away.
    pub(super) fn take_back(&mut self) {
        let letter = self.0.as_mut().and_then(|mode| mode.typed.pop());
        if letter.is_none() {
            self.end();
        }
    }

    /// Where the links are others than before, they get other letters; where there are none any more,
    /// these are put away.
    pub(super) fn keep_up(&mut self, links: Vec<(LinkPlace, SeenLink)>) {
        let Some(mode) = &self.0 else { return };
        let old = mode.hints.iter().map(|hint| (&hint.place, &hint.link));
        if links.is_empty() {
            self.end();
        } else if !old.eq(links.iter().map(|(place, link)| (place, link))) {
            self.begin(links);
        }
    }
}
