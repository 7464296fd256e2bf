//! What is searched for in the reader's own words: notes, and the labels of bookmarks.

use std::sync::Arc;

use crate::desk::Item;
use crate::model::Target;
use crate::text::{Element, Found, Link, Rich, Role, Sheet, Typesetting};

use super::super::step::Step;
use super::{Around, Finding, aim};

impl Finding {
    /// Looks the reader's own words through, unless they are out of sight.
    pub(in crate::app) fn look_through_own(&mut self, around: &Around) {
        let query = self.matches.query.as_ref().filter(|_| !around.reader.hides_own());
        self.matches.own = query.map_or_else(Vec::new, |query| {
            let own = around.keeping.own_words().into_iter();
            own.filter(|(_, words)| !query.ranges(words).is_empty()).collect()
        });
    }

    /// Whether any of them was found.
    pub(in crate::app) fn has_own(&self) -> bool {
        !self.matches.own.is_empty()
    }

    /// Which of them the reader was taken to, counted from 0, while nothing else was found.
    pub(in crate::app) fn own_at(&self) -> Option<usize> {
        self.matches.own_at.filter(|_| self.matches.hits.total == 0)
    }

    /// Takes the reader to one of them, counted from 0.
    pub(in crate::app) fn show_own(&mut self, number: usize) -> Vec<Step> {
        let Some((on, _)) = self.matches.own.get(number) else { return Vec::new() };
        self.matches.own_at = Some(number);
        vec![Step::ShowOwn(on.clone())]
    }

    /// To the next of them, or to the one before: from the one that the reader is at, or else from here.
    pub(super) fn next_own(&mut self, on: bool, around: &Around) -> Vec<Step> {
        self.look_through_own(around);
        let own = &self.matches.own;
        let Some(last) = own.len().checked_sub(1) else {
            return vec![self.nothing_found()];
        };
        let at = self.matches.own_at.filter(|_| self.is_landed(around));
        let here = at.unwrap_or_else(|| {
            let focus = around.reader.focus();
            let before = |on: &Target| matches!(on, Target::Block(at) if Some(*at) < focus);
            own.iter().take_while(|(on, _)| before(on)).count()
        });
        let number = if on { Some(here + usize::from(at.is_some())) } else { here.checked_sub(1) };
        let (number, over) = match number {
            Some(number) if number <= last => (number, None),
            Some(_) if on => (0, Some(aim::TOP)),
            Some(_) | None => (last, Some(aim::END)),
        };
        let mut steps = self.show_own(number);
        steps.extend(over.map(|over| Step::Say(over.to_owned())));
        steps
    }

    /// Those that were found, each leading to its paragraph.
    pub(in crate::app) fn own_items(&self, setting: &Typesetting) -> Vec<Item> {
        let Some(query) = &self.matches.query else { return Vec::new() };
        let item = |(at, words): &(Target, String)| {
            let line = words.replace('\n', " ");
            let mut rich = Rich::new(&line, Role::Body);
            rich.mark(&query.ranges(&rich.plain), Found::Match);
            let address = match at {
                Target::Block(at) => setting.address(*at),
                card => setting.briefing.name(card),
            };
            let lead = format!("{address}  ");
            let mut sheet = Sheet::default();
            sheet.push(Element::new(rich).hung(&lead, Role::Faint));
            Item::Row(Arc::new(sheet), Link::To(at.clone()))
        };
        self.matches.own.iter().map(item).collect()
    }
}
