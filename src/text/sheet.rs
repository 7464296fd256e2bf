//! What is set in one go: a block of the narrative, a card, an entry of a list.

use crate::model::{Target, Text};

use super::lay::stacked;
use super::{Element, Line, Link, Measure, Rich, Role};

/// A small stack of set text, with the links in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its parts, from top to bottom.
    pub elements: Vec<Element>,
    /// Its links, in the order of reading; a [`super::Run`] names them by position.
    pub links: Vec<Link>,
}

impl Sheet {
    /// Adds an element, unless it says nothing.
    pub fn push(&mut self, element: Element) -> &mut Self {
        if !element.is_empty() {
            self.elements.push(element);
        }
        self
    }

    /// Numbers a link.
    pub fn link(&mut self, link: Link) -> usize {
        self.links.push(link);
        self.links.len() - 1
    }

    /// A text of the briefing, its links numbered in this sheet.
    pub fn rich(&mut self, text: &Text, role: Role) -> Rich {
        let mut rich = Rich::default();
        rich.text(text, role, |target| {
            let role = if matches!(target, Target::Actor(_)) { Role::Actor } else { Role::Link };
            Some((self.link(Link::To(target.clone())), role))
        });
        rich
    }

    /// The lines of the sheet at a measure, blank rows and outside addresses included.
    pub(crate) fn lay(&self, measure: &Measure) -> Vec<Line> {
        stacked(&self.elements, &self.links, measure)
    }
}
